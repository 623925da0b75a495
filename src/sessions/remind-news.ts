import { createHash } from 'node:crypto'
import type { Session } from '../casefile/session.ts'
import { byRule, isDaytime, messageStateOf, type SessionMessage } from '../people/message.ts'
import { dayOf, type Moment, momentAt, plusDays, plusMinutes } from '../time/days.ts'
import { keyOf, type Recipient } from './remind.ts'

/** The hour of the day before at which everybody is reminded. */
const hour = '10:00'
/** So much before a session a reminder still helps, in minutes. */
const leastAhead = 180
/** How far ahead it is said that a session was moved or called off: of ten that move, nobody is told at once. */
const daysAhead = 14

export const remindAt = (startAt: Moment): Moment => momentAt(plusDays(dayOf(startAt), -1), hour)

const isNear = (at: Moment, now: Moment): boolean => at <= momentAt(plusDays(dayOf(now), daysAhead + 1), '00:00')

/** Nobody waits for a time of weeks ago; whoever was told then is not told again when that message is kept no longer. */
const isLongOver = (at: Moment, now: Moment): boolean => at < momentAt(plusDays(dayOf(now), -daysAhead), '00:00')

/** Whether there may be something to tell anybody of this session now; asked before any case is opened. */
export function mayBeNews({ startAt, moved, cancelled }: Session, now: Moment): boolean {
  if (cancelled || moved.length > 0) return [startAt, ...moved.map(({ from }) => from)].some((at) => isNear(at, now))
  return startAt > now && now >= remindAt(startAt)
}

/**
 * What one session gives to tell at a moment, besides what was told: to each who wants it, the one thing that they do
 * not know. Whoever heard of another time hears that it was moved, whoever waits for a session that was called off that
 * it was, everybody else is reminded on the day before, or at once when it was booked after that.
 */
export function newsOf(
  session: Session,
  recipients: Recipient[],
  earlier: SessionMessage[],
  now: Moment,
): SessionMessage[] {
  if (!isDaytime(now)) return []
  return recipients.flatMap((recipient) => {
    const made = earlier.filter((one) => keyOf(one) === keyOf(recipient))
    const news = newsTo(session, recipient, made, now)
    const message = news && messageOf(session, recipient, news, made, now)
    return message && made.every(({ id }) => id !== message.id) ? [message] : []
  })
}

type News = Pick<SessionMessage, 'what' | 'startAt' | 'from'>

function newsTo(session: Session, { since }: Recipient, made: SessionMessage[], now: Moment): News | undefined {
  const { startAt, cancelled } = session
  const heard = made.filter((one) => isHeard(one, now))
  if (heard.some(({ what }) => what === 'cancelled')) return undefined
  const known = heard.at(-1)?.startAt ?? startWhen(session, since)
  if (cancelled)
    return cancelled.at >= since && known > now && isNear(known, now)
      ? { what: 'cancelled', startAt: known }
      : undefined
  if (startAt <= now) return undefined
  // word of the move that could not be sent is not made again: the reminder says when it is
  const last = made.at(-1)
  const tried = last?.failed && !last.dropped && isSame(last, { what: 'moved', startAt })
  if (known !== startAt && !tried && !isLongOver(known, now))
    return isNear(known, now) || isNear(startAt, now) ? { what: 'moved', startAt, from: known } : undefined
  const due = remindAt(startAt)
  const told = heard.some((one) => one.startAt === startAt && one.at >= due)
  const late = plusMinutes(now, leastAhead) > startAt
  return now >= due && !late && !told ? { what: 'reminder', startAt } : undefined
}

/** When a session was to begin at the time when somebody chose to hear of it. */
const startWhen = ({ startAt, moved }: Session, since: Moment): Moment =>
  moved.find(({ at }) => at >= since)?.from ?? startAt

/** Whether somebody knows what a message says: not of one that no longer held, or never got through. */
const isHeard = (message: SessionMessage, now: Moment): boolean =>
  message.dropped?.by !== byRule && messageStateOf(message, now) !== 'failed'

function messageOf(
  session: Session,
  recipient: Recipient,
  news: News,
  made: SessionMessage[],
  now: Moment,
): SessionMessage {
  const { since: _, ...to } = recipient
  const { id: sessionId, minutes, mode, moved } = session
  // a session may come back to a time that was told before
  const edition = news.what === 'reminder' ? 0 : moved.length
  // it may have been dropped because it no longer held, and hold again: a case that is opened anew, somebody who wants it again
  const dropped = made.filter((one) => isSame(one, news) && one.dropped?.by === byRule).length
  const about = [news.what, sessionId, news.startAt, edition, keyOf(recipient), ...(dropped > 0 ? [dropped] : [])]
  const id = createHash('sha256').update(JSON.stringify(about)).digest('base64url').slice(0, 24)
  return { id, ...news, ...to, sessionId, minutes, ...(remoteModes.includes(mode) && { place: mode }), at: now }
}

const isSame = (one: News, other: News): boolean => one.what === other.what && one.startAt === other.startAt

/** Where nobody comes to anybody: that is said, since it must be known. */
const remoteModes = ['phone', 'online']

/** Whether a message that was not sent is still true, and still wanted. */
export function stillHolds(
  message: SessionMessage,
  session: Session | undefined,
  recipients: Recipient[],
  now: Moment,
): boolean {
  if (!session || message.startAt <= now) return false
  const isSo =
    message.what === 'cancelled'
      ? session.cancelled !== undefined
      : !session.cancelled && session.startAt === message.startAt
  return isSo && recipients.some((one) => keyOf(one) === keyOf(message))
}
