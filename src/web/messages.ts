import type { ShownMessage } from '../../views/reminders/message-page.ts'
import { isHidden } from '../casefile/session.ts'
import { isOfSession, type Message } from '../people/message.ts'
import { type Result, refused } from '../result.ts'
import type { Reader } from '../store/store.ts'
import { namesIn } from './people.ts'
import type { Ask } from './site.ts'

/** Messages that stand in none of the cases that are kept from somebody, by their number or by their session. */
export async function messagesFor(from: Reader, hidden: ReadonlySet<string>): Promise<Message[]> {
  const all = await from.entries('messages')
  const known = await Promise.all(
    all.map(async (message) => {
      if (hidden.size === 0) return true
      const { caseNumber } = message
      const ofSession = caseNumber === undefined && isOfSession(message)
      const session = ofSession ? await from.session(message.sessionId) : undefined
      return !(caseNumber && hidden.has(caseNumber)) && !(session && isHidden(session, hidden))
    }),
  )
  return all.filter((_, at) => known[at])
}

/** A message as its page shows it: what it says, and who settled it. */
export async function shownMessage(c: Ask, message: Message): Promise<ShownMessage> {
  const { store, house } = c.var
  const phone = (await store.settings())?.contact?.phone
  return { message, phone, names: await namesIn(store), sends: house.sends ?? [] }
}

type Rule = (message: Message, signature: { by: string; at: string }) => Result<Message>

/** Reads a message anew, lets a rule decide, saves what it made of it. `isOurs` is asked again inside. */
export function changeMessage(
  c: Ask,
  id: string,
  isOurs: (message: Message, from: Reader) => boolean | Promise<boolean>,
  rule: Rule,
): Promise<Result<Message>> {
  return c.var.store.change(async (view) => {
    const message = await view.entry('messages', id)
    if (!message || !(await isOurs(message, view))) return refused({ reason: 'changed-meanwhile' })
    const next = rule(message, { by: c.var.person.id, at: c.var.here.now })
    if (next.ok) view.saveEntry('messages', next.value)
    return next
  })
}
