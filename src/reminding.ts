import type { CaseFile } from './casefile/casefile.ts'
import type { Session } from './casefile/session.ts'
import { type Failure, isToSend, type Message, messageStateOf } from './people/message.ts'
import type { Person } from './people/person.ts'
import { done, refused } from './result.ts'
import { dropByRule } from './sessions/outbox.ts'
import { recipientsOf } from './sessions/remind.ts'
import { mayBeNews, newsOf, stillHolds } from './sessions/remind-news.ts'
import { casesOf } from './sessions/slot.ts'
import type { Reader, Store } from './store/store.ts'
import type { Clock } from './time/clock.ts'
import { dayOf, momentAt, plusDays } from './time/days.ts'

/** `unsure`: it may have left, and it may not. A failure means that it surely did not. */
export type Outcome = 'sent' | 'unsure' | Failure

/** Hands one message over to whoever carries it; `phone` is whom to call about it. Never throws. */
export type Sender = (message: Message, phone: string | undefined) => Promise<Outcome>
/** What is missing here is sent by hand. */
export type Senders = Partial<Record<Message['way'], Sender>>

/** Sessions are booked no further ahead. */
const daysAhead = 400

/** One round: makes what is to be told by now, drops what no longer holds, and sends the rest as far as it can be sent. */
export async function sendDue(store: Store, senders: Senders, clock: Clock, isOver = () => false): Promise<void> {
  const settings = await store.settings()
  if (!settings) return
  await make(store, clock)
  const open = (await store.entries('messages')).filter((one) =>
    ['waiting', 'retrying'].includes(messageStateOf(one, clock.now())),
  )
  for (const message of open) {
    if (isOver()) return
    const send = senders[message.way]
    if (send && isToSend(message, clock.now())) await sendOne(store, message, send, clock, settings.contact?.phone)
    else if (!(await holds(store, message, clock))) await change(store, message, (one) => dropByRule(one, clock.now()))
  }
}

/** Now, and every minute from then on, one round at a time. What it returns waits for the message under way. */
export function keepReminding(store: Store, senders: Senders, clock: Clock): () => Promise<void> {
  let over = false
  let round: Promise<void> | undefined
  const once = () => {
    round ??= sendDue(store, senders, clock, () => over)
      // neither an address nor what was said stands on the console
      .catch((error: Error) => console.error(`reminding failed: ${error.name}`))
      .finally(() => {
        round = undefined
      })
  }
  once()
  const each = setInterval(once, 60_000).unref()
  return async () => {
    over = true
    clearInterval(each)
    await round
  }
}

/** Puts what there is to tell into the outbox. Each message has an id of its own kind, so that it is made once. */
async function make(store: Store, clock: Clock): Promise<void> {
  const now = clock.now()
  const until = momentAt(plusDays(dayOf(now), daysAhead), '00:00')
  const sessions = (await store.diary(now, until)).filter((session) => mayBeNews(session, now))
  if (sessions.length === 0) return
  const people = await store.people()
  const all = await store.entries('messages')
  const news: Message[] = []
  for (const session of sessions) {
    const recipients = recipientsOf(session, await casesIn(store, session), people, now)
    const earlier = all.filter(({ sessionId }) => sessionId === session.id)
    news.push(...newsOf(session, recipients, earlier, now))
  }
  if (news.length > 0)
    await store.change(async (view) => {
      for (const one of news) if (!(await view.entry('messages', one.id))) view.saveEntry('messages', one)
      return done(undefined)
    })
}

/**
 * Takes one message up, in a change of its own, and only then sends it: whoever else looks, or looks after a restart,
 * finds it taken. If nobody can say afterwards whether it left, it stays so, for somebody of the house to find out.
 */
async function sendOne(store: Store, { id }: Message, send: Sender, clock: Clock, phone?: string): Promise<void> {
  const taken = await store.change(async (view) => {
    const message = await view.entry('messages', id)
    const now = clock.now()
    if (!message || !isToSend(message, now)) return refused({ reason: 'changed-meanwhile' })
    const next = (await holds(view, message, clock)) ? { ...message, takenAt: now } : dropByRule(message, now)
    view.saveEntry('messages', next)
    return done(next)
  })
  if (!taken.ok || taken.value.dropped) return
  const outcome = await send(taken.value, phone)
  if (outcome === 'unsure') return console.error(`reminding: unsure whether a ${taken.value.way} left`)
  const at = clock.now()
  if (outcome === 'sent') return change(store, taken.value, (one) => ({ ...one, sent: { at } }))
  console.error(`reminding: a ${taken.value.way} did not leave: ${outcome}`)
  return change(store, taken.value, (one) => ({
    ...one,
    failed: { at, why: outcome, times: (one.failed?.times ?? 0) + 1 },
  }))
}

/** Saves what becomes of a message, unless somebody settled it in between. */
async function change(store: Store, { id }: Message, next: (message: Message) => Message): Promise<void> {
  await store.change(async (view) => {
    const message = await view.entry('messages', id)
    if (message && !message.sent && !message.dropped) view.saveEntry('messages', next(message))
    return done(undefined)
  })
}

async function holds(from: Reader, message: Message, clock: Clock): Promise<boolean> {
  const session = await from.session(message.sessionId)
  const files = session ? await casesIn(from, session) : []
  const people: Person[] = await from.people()
  const recipients = session ? recipientsOf(session, files, people, clock.now()) : []
  return stillHolds(message, session, recipients, clock.now())
}

async function casesIn(from: Reader, session: Session): Promise<CaseFile[]> {
  const files = await Promise.all(casesOf(session).map((number) => from.caseFile(number)))
  return files.filter((file) => file !== undefined)
}
