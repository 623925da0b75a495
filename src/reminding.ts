import type { CaseFile } from './casefile/casefile.ts'
import type { Session } from './casefile/session.ts'
import { isOfSession, isToSend, messageStateOf, type SessionMessage } from './people/message.ts'
import type { Person } from './people/person.ts'
import { done } from './result.ts'
import { keepDoing, type Round, type Senders, sendOne, settleMessage } from './sending.ts'
import { dropByRule } from './sessions/outbox.ts'
import { recipientsOf } from './sessions/remind.ts'
import { mayBeNews, newsOf, stillHolds } from './sessions/remind-news.ts'
import { casesOf } from './sessions/slot.ts'
import { StoreRefusal } from './store/refusal.ts'
import type { Reader, Store } from './store/store.ts'
import type { Clock } from './time/clock.ts'
import { dayOf, momentAt, plusDays } from './time/days.ts'

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
  const open = (await store.entries('messages')).filter(isOfSession).filter((one) => {
    const state = messageStateOf(one, clock.now())
    // what failed until it was over stays on record as that
    return state === 'waiting' || state === 'retrying' || (state === 'failed' && one.startAt > clock.now())
  })
  const round: Round<SessionMessage> = {
    ...{ name: 'reminding', clock, phone: settings.contact?.phone },
    holds: (message, view) => holds(view, filesOnce(view), message, clock),
  }
  for (const message of open) {
    if (isOver()) return
    const send = senders[message.way]
    if (send && isToSend(message, clock.now())) await unlessUnreadable(sendOne(store, message, send, round))
    else if ((await unlessUnreadable(holds(store, files, message, clock))) === false)
      await settleMessage(store, message, (one) => dropByRule(one, clock.now()))
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

/**
 * Now, and every minute from then on, one round at a time. What it returns waits for the message under way. `ended` is
 * told of each round that did not fail, and how many messages wait.
 */
export const keepReminding = (
  store: Store,
  senders: Senders,
  clock: Clock,
  ended?: (waiting: number) => void,
): (() => Promise<void>) =>
  keepDoing('reminding', 60, async (isOver) => {
    await sendDue(store, senders, clock, isOver)
    const states = ended && (await store.entries('messages')).map((one) => messageStateOf(one, clock.now()))
    ended?.(states?.filter((state) => state === 'waiting' || state === 'retrying').length ?? 0)
  })

/** Puts what there is to tell into the outbox. Each message has an id of its own kind, so that it is made once. */
async function make(store: Store, files: FilesOf, clock: Clock): Promise<void> {
  const now = clock.now()
  const until = momentAt(plusDays(dayOf(now), daysAhead), '00:00')
  const sessions = (await store.diary(now, until)).filter((session) => mayBeNews(session, now))
  if (sessions.length === 0) return
  const people = await store.people()
  const all = (await store.entries('messages')).filter(isOfSession)
  const news: SessionMessage[] = []
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

async function holds(from: Reader, files: FilesOf, message: SessionMessage, clock: Clock): Promise<boolean> {
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
