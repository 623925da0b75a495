import type { Senders } from '../sending.ts'
import type { Launch } from '../settings.ts'
import { mailSender } from './post-mail.ts'
import { textSender } from './post-text.ts'

/** What leaves the house by itself, as the process was started. */
export const sendersOf = ({ mail, text }: Pick<Launch, 'mail' | 'text'>): Senders => ({
  ...(mail && { mail: mailSender(mail) }),
  ...(text && { text: textSender(text) }),
})
