import { createTransport } from 'nodemailer'
import { letterOf, senderOf } from '../../views/reminders/message.ts'
import type { Outcome, Sender } from '../sending.ts'
import type { MailWay } from '../ways.ts'
import { neverReached } from './post-reach.ts'

/**
 * Mail, by a server that takes it over SMTP. Nothing in it, in its headers or in how we greet the server says where it
 * comes from but the address of MAIL_FROM; its Message-ID is the message's own, so that a second one would be known.
 */
export function mailSender({ host, port, tls, account, from }: MailWay): Sender {
  const name = from.slice(from.indexOf('@') + 1)
  const transport = createTransport({
    ...{ host, port, name, secure: tls === 'whole', requireTLS: tls === 'started', ignoreTLS: tls === 'none' },
    ...(account && { auth: account }),
    ...{ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
  return async (message, phone) => {
    const { subject, text } = letterOf(message, phone)
    const sender = { name: senderOf(message), address: from }
    const headers = { 'Auto-Submitted': 'auto-generated' }
    const messageId = `<${message.id}@${name}>`
    return transport
      .sendMail({ from: sender, to: message.to, subject, text, messageId, headers, xMailer: false })
      .then((): Outcome => 'sent', outcomeOf)
  }
}

interface Trouble {
  code?: string
  originalCode?: string
  timeoutType?: string
  responseCode?: number
}

/**
 * What an error means: a mail surely did not leave when the server said no, or when we never got as far as to send it.
 * Of everything else, such as a connection that broke, nobody can say.
 */
function outcomeOf({ code = '', originalCode = '', timeoutType = '', responseCode = 0 }: Trouble): Outcome {
  if (code === 'EAUTH') return 'not-signed-in'
  if (neverReached(code, originalCode, timeoutType)) return 'not-reached'
  return responseCode >= 400 || code === 'EENVELOPE' ? 'refused' : 'unsure'
}
