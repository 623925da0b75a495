import { letterOf } from '../../views/reminders/message.ts'
import type { Outcome, Sender } from '../sending.ts'
import type { TextWay } from '../ways.ts'
import { neverReached } from './post-reach.ts'

const patience = 15_000

/**
 * Text messages, by a gateway of the centre's own choice: `POST {to, text}` with a bearer token and the message's own
 * id, by which it can tell what it was given before. docs/text-gateway.md says what is asked of it.
 */
export const textSender =
  ({ url, token }: TextWay): Sender =>
  async (message, phone) => {
    const body = JSON.stringify({ to: message.to.replace(/[^\d+]/g, ''), text: letterOf(message, phone).text })
    const headers = {
      ...{ Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...{ 'Idempotency-Key': message.id, 'User-Agent': 'notice' },
    }
    const asked = { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.timeout(patience) } as const
    try {
      const answer = await fetch(url, asked)
      await answer.body?.cancel()
      return outcomeOf(answer.status)
    } catch (error) {
      const { code } = (Object(error).cause ?? {}) as { code?: string }
      return neverReached(code) ? 'not-reached' : 'unsure'
    }
  }

/** A gateway that fell over, or another one before it that lost patience, may have sent it all the same. */
function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return 'sent'
  if (status === 401 || status === 403) return 'not-signed-in'
  return (status < 500 && status !== 408) || status === 503 ? 'refused' : 'unsure'
}
