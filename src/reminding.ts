// Over 150 lines because it is one round from end to end: what is made, taken up and sent, and what becomes of it.
import type { CaseFile } from './casefile/casefile.ts'
import type { Session } from './casefile/session.ts'
import { type Failure, isToSend, type Message, messageStateOf } from './people/message.ts'
import type { Person } from './people/person.ts'
import { done, refused } from './result.ts'
import { dropByRule } from './sessions/outbox.ts'
import { recipientsOf } from './sessions/remind.ts'
import { mayBeNews, newsOf, stillHolds } from './sessions/remind-news.ts'
import { casesOf } from './sessions/slot.ts'
import { StoreRefusal } from './store/refusal.ts'
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

/**
 * One round: makes what is to be told by now, drops what no longer holds, and sends the rest as far as it can be sent.
 * What failed is dropped likewise, so that nobody sends it by hand to somebody who no longer wants it.
 */
export async function sendDue(store: Store, senders: Senders, clock: Clock, isOver = () => false): Promise<void> {
  const settings = await store.settings()
  if (!settings) return
  const files = filesOnce(store)
  await make(store, files, clock)
  const open = (await store.entries('messages')).filter((one) => {
    const state = messageStateOf(one, clock.now())
    // what failed until it was over stays on record as that
    return state === 'waiting' || state === 'retrying' || (state === 'failed' && one.startAt > clock.now())
  })
  for (const message of open) {
    if (isOver()) return
    const send = senders[message.way]
    if (send && isToSend(message, clock.now()))
      await unlessUnreadable(sendOne(store, message, send, clock, settings.contact?.phone))
    else if ((await unlessUnreadable(holds(store, files, message, clock))) === false)
      await change(store, message, (one) => dropByRule(one, clock.now()))
  }
}

/** A case file that cannot be read keeps nobody else from being told. */
async function unlessUnreadable<T>(act: Promise<T>): Promise<T | undefined> {
  return act.catch((error: Error) => {
    if (!(error instanceof StoreRefusal) || error.code !== 'record-unreadable') throw error
    console.error('reminding: a case file cannot be read')
    return undefined
  })
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
async function make(store: Store, files: FilesOf, clock: Clock): Promise<void> {
  const now = clock.now()
  const until = momentAt(plusDays(dayOf(now), daysAhead), '00:00')
  const sessions = (await store.diary(now, until)).filter((session) => mayBeNews(session, now))
  if (sessions.length === 0) return
  const people = await store.people()
  const all = await store.entries('messages')
  const news: Message[] = []
  for (const session of sessions) {
    const caseFiles = await unlessUnreadable(files(session))
    if (!caseFiles) continue
    const recipients = recipientsOf(session, caseFiles, people, now)
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
    const next = (await holds(view, filesOnce(view), message, clock))
      ? { ...message, takenAt: now }
      : dropByRule(message, now)
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

async function holds(from: Reader, files: FilesOf, message: Message, clock: Clock): Promise<boolean> {
  const session = await from.session(message.sessionId)
  const people: Person[] = await from.people()
  const recipients = session ? recipientsOf(session, await files(session), people, clock.now()) : []
  return stillHolds(message, session, recipients, clock.now())
}

type FilesOf = (session: Session) => Promise<CaseFile[]>

/** The cases of a session; each is read once, however many sessions it has. */
function filesOnce(from: Reader): FilesOf {
  const read = new Map<string, Promise<CaseFile | undefined>>()
  const fileOf = (number: string) => {
    const file = read.get(number) ?? from.caseFile(number)
    read.set(number, file)
    return file
  }
  return async (session) => (await Promise.all(casesOf(session).map(fileOf))).filter((file) => file !== undefined)
}
