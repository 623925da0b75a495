import type { Senders } from '../sending.ts'
import type { Launch } from '../settings.ts'
import { textSender } from './post-text.ts'

/** What leaves the house by itself, as the process was started. */
export const sendersOf = async ({ mail, text }: Pick<Launch, 'mail' | 'text'>): Promise<Senders> => ({
  ...(mail && { mail: (await import('./post-mail.ts')).mailSender(mail) }),
  ...(text && { text: textSender(text) }),
})
