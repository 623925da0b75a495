import { isHeld, isHidden, type Session } from '../casefile/session.ts'
import type { Room, Settings } from '../people/person.ts'
import type { Refusal } from '../result.ts'
import { dayOf, type Moment, plusMinutes, timeOf, weekdayOf } from '../time/days.ts'

/** Shortest and longest session, in minutes. */
export const lengths = { least: 10, most: 480 }

/** A time that somebody wants, and for whom. */
export interface Slot {
  startAt: Moment
  minutes: number
  mode: string
  counsellorId: string
  roomId?: string
  caseNumbers: string[]
}

/** What is known around that time. */
export interface Diary {
  /** sessions that may lie across the slot: see `aroundSlot` */
  sessions: Session[]
  /** names by person's id */
  people: ReadonlyMap<string, string>
  rooms: Room[]
  openingHours: Settings['openingHours']
  now: Moment
  /** numbers of restricted cases that the asker may not learn */
  hidden?: ReadonlySet<string>
}

/** The starts between which a session may begin that lies across a slot. */
export const aroundSlot = ({ startAt, minutes }: Pick<Slot, 'startAt' | 'minutes'>): [from: Moment, to: Moment] => [
  plusMinutes(startAt, -lengths.most),
  plusMinutes(startAt, minutes),
]

/**
 * Everything that speaks against a slot, each at its field, with who is in the way and when. `took`: the session took
 * place already and is put down afterwards, so opening hours do not matter any more. `self` is the session that moves.
 */
export function objectionsTo(slot: Slot, diary: Diary, { took = false, self = '' } = {}): Refusal[] {
  return [...againstTime(slot, diary, took), ...againstRoom(slot), ...clashes(slot, diary, self)]
}

function againstTime({ startAt, minutes }: Slot, { now, openingHours }: Diary, took: boolean): Refusal[] {
  const field = 'startTime'
  if (took) return startAt > now ? [{ reason: 'not-begun', field }] : []
  if (startAt < now) return [{ reason: 'in-the-past', field }]
  const on = dayOf(startAt)
  const open = openingHours[weekdayOf(on)]
  if (!open) return [{ reason: 'closed-that-day', field: 'sessionOn' }]
  const endAt = plusMinutes(startAt, minutes)
  const inside = timeOf(startAt) >= open.from && dayOf(endAt) === on && timeOf(endAt) <= open.to
  return inside ? [] : [{ reason: 'outside-opening-hours', field, with: { ...open } }]
}

const againstRoom = ({ mode, roomId }: Slot): Refusal[] =>
  mode === 'in-person' && !roomId ? [{ reason: 'room-needed', field: 'roomId' }] : []

/** Each session in the way is named once: its counsellor, else its room, else its youth is the trouble. */
function clashes(slot: Slot, { sessions, people, rooms, hidden = new Set() }: Diary, self: string): Refusal[] {
  const inTheWay = sessions.filter((other) => other.id !== self && isTaken(other) && overlaps(slot, other))
  return inTheWay.flatMap((other): Refusal[] => {
    const who = people.get(other.counsellorId) ?? other.counsellorId
    const said = { when: spanOf(other), who }
    const room = rooms.find(({ id }) => id === other.roomId)?.name ?? ''
    const both = casesOf(other).filter((number) => slot.caseNumbers.includes(number))
    if (other.counsellorId === slot.counsellorId && isHidden(other, hidden))
      return [{ reason: 'counsellor-busy', field: 'startTime', with: said }]
    if (other.counsellorId === slot.counsellorId)
      return [{ reason: 'counsellor-taken', field: 'startTime', with: { ...said, case: casesOf(other).join(', ') } }]
    if (slot.roomId && other.roomId === slot.roomId)
      return [{ reason: 'room-taken', field: 'roomId', with: { ...said, room } }]
    return both.length > 0
      ? [{ reason: 'youth-taken', field: 'startTime', with: { ...said, case: both.join(', ') } }]
      : []
  })
}

/** Sessions that were put in the place of one that nobody had come to; it cannot have been held as well. */
export const inThePlaceOf = (session: Session, diary: Diary): Refusal[] =>
  clashes({ ...session, caseNumbers: casesOf(session) }, diary, session.id)

const casesOf = ({ attendees }: Session) => attendees.map(({ caseNumber }) => caseNumber)

/** A session that was called off, or to which nobody came, takes up nobody's time. */
const isTaken = (session: Session): boolean =>
  !session.cancelled &&
  session.attendees.some(({ caseNumber, attendance }) => !attendance || isHeld(session, caseNumber))

const overlaps = (slot: Slot, other: Session): boolean =>
  other.startAt < plusMinutes(slot.startAt, slot.minutes) && slot.startAt < plusMinutes(other.startAt, other.minutes)

/** `2026-11-16 14:00–14:50`, the same in both languages. */
const spanOf = ({ startAt, minutes }: Session): string =>
  `${dayOf(startAt)} ${timeOf(startAt)}–${timeOf(plusMinutes(startAt, minutes))}`
