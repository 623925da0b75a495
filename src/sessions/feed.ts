import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { isHidden, type Session } from '../casefile/session.ts'
import { dayOf, type Moment, momentAt, plusDays, plusMinutes } from '../time/days.ts'
import { casesOf } from './slot.ts'

/* What other calendars read: somebody's sessions, by case number and room, in words that tell nothing. */

/** A session as it stands in a feed. */
export interface FeedEntry extends Pick<Session, 'id' | 'startAt' | 'minutes' | 'roomId'> {
  numbers: string[]
  isCancelled: boolean
  /** how often it was changed: what a calendar takes the newest by */
  sequence: number
  changedAt: Moment
}

/** The starts that a feed reaches: 60 days back, 400 ahead. */
export const feedSpan = (now: Moment): [from: Moment, to: Moment] => [
  momentAt(plusDays(dayOf(now), -60), '00:00'),
  momentAt(plusDays(dayOf(now), 401), '00:00'),
]

/**
 * Somebody's sessions of the diary. What was called off stays, as cancelled. So does what went to a colleague, as it
 * was when it went: what became of it since is no longer theirs to know. What is kept from them is left out.
 */
export const feedOf = (personId: string, sessions: Session[], hidden: ReadonlySet<string>): FeedEntry[] =>
  sessions
    .filter((session) => !isHidden(session, hidden))
    .flatMap((session) => {
      if (session.counsellorId === personId) return [entryOf(session)]
      const gone = session.handedOver?.findLast(({ from }) => from === personId)
      return gone ? [{ ...entryOf(asItWas(session, gone.at)), isCancelled: true }] : []
    })

function entryOf({ id, startAt, minutes, roomId, booked, moved, handedOver = [], ...session }: Session): FeedEntry {
  const changes = [...moved, ...handedOver, ...(session.cancelled ? [session.cancelled] : [])]
  return {
    ...{ id, startAt, minutes, ...(roomId && { roomId }), numbers: casesOf(session) },
    isCancelled: session.cancelled !== undefined,
    sequence: changes.length,
    changedAt: changes.map(({ at }) => at).reduce((last, at) => (at > last ? at : last), booked.at),
  }
}

/** A session without what happened to it after a moment. */
function asItWas({ cancelled, ...session }: Session, at: Moment): Session {
  const next = session.moved.find((one) => one.at > at)
  return {
    ...session,
    ...(next && { startAt: next.from, roomId: next.fromRoomId }),
    moved: session.moved.filter((one) => one.at <= at),
    handedOver: session.handedOver?.filter((one) => one.at <= at),
  }
}

/** What a feed says, with `{numbers}` where the case numbers go. */
export interface FeedWords {
  name: string
  entry: string
  cancelled: string
}

/** The feed as other programs read it (RFC 5545). Times are UTC, so that no zone has to be explained. */
export function feedText(
  entries: FeedEntry[],
  rooms: ReadonlyMap<string, string>,
  words: FeedWords,
  now: Moment,
): string {
  const calendar = ical({
    ...{ name: words.name, method: ICalCalendarMethod.PUBLISH, ttl: 60 * 60 },
    prodId: { company: 'calendar', product: 'calendar', language: 'KO' },
  })
  for (const { id, startAt, minutes, roomId, numbers, isCancelled, sequence, changedAt } of entries)
    calendar.createEvent({
      ...{ id: `${id}@calendar`, sequence, stamp: now, lastModified: changedAt },
      ...{ start: startAt, end: plusMinutes(startAt, minutes), location: rooms.get(roomId ?? '') ?? null },
      // some calendars show nothing of the status, and a cancelled visit must not be made
      summary: (isCancelled ? words.cancelled : words.entry).replace('{numbers}', numbers.join(', ')),
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: isCancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    })
  return `${calendar.toString()}\r\n`
}
