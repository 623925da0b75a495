import { type Session, trackOf } from '../casefile/session.ts'
import type { Refusal } from '../result.ts'
import { type Day, type Moment, momentAt, plusMinutes } from '../time/days.ts'
import { hoursOn, isInside } from '../time/hours.ts'
import { type Diary, isTaken, objectionsTo } from './clash.ts'
import { hoursFrom, type Span, sessionsNear, sessionsOn, spansOn, startsIn } from './series-day.ts'
import type { Wish } from './series-wish.ts'
import { comingToBoth, type Slot } from './slot.ts'
import { cautionsOn, type Suits } from './times.ts'

/** What the planner is told besides the wish. */
export interface SeriesFacts {
  /** everything booked on the days that are looked at */
  diary: Diary
  counsellorId: string
  caseNumbers: string[]
  /** what is known of the week of each youth who attends */
  suits: Suits[]
  dueOn?: Day
}

/** A time and a room for one session. */
export interface Place {
  startAt: Moment
  roomId?: string
}

/** What is tried first. */
export interface Liking {
  time?: string
  roomId?: string
}

type Found = { place: Place } | { why: Refusal }

/**
 * Finds a place for one session on a day against which nothing speaks: what is liked first, then another room, then the
 * nearest other half hour. Looks into each day once, so that it may be asked for the same day again and again.
 */
export function placesFor(wish: Wish, facts: SeriesFacts): (on: Day, liking: Liking) => Found {
  const found = new Map<string, Found>()
  const known = new Map<Day, KnownDay>()
  return (on, liking) => {
    const key = [on, liking.time, liking.roomId].join(' ')
    const day = known.get(on) ?? knownDay(on, wish, facts)
    known.set(on, day)
    const answer = found.get(key) ?? search(day, liking, wish, facts)
    found.set(key, answer)
    return answer
  }
}

/** Guardians and others come at times of their own: lessons and examinations are the youth's. */
export const suitsFor = (kind: string, suits: Suits[]): Suits[] => (trackOf(kind) === 'youth' ? suits : [])

interface KnownDay {
  on: Day
  midnight: Moment
  /** what may lie across it, and of that what takes up somebody's time */
  near: Session[]
  taken: (Session & { endAt: Moment })[]
  /** the counsellor is at work, and the youths are free */
  spans: Span[]
}

function knownDay(on: Day, { kind }: Wish, { diary, counsellorId, suits }: SeriesFacts): KnownDay {
  const own = suitsFor(kind, suits)
  const near = sessionsNear(diary.sessions, on)
  const open = [diary.openingHours, diary.hours?.get(counsellorId), ...own.map(({ freeTimes }) => freeTimes?.hours)]
  const lessons = own.map(({ school }) => school?.lessons)
  const spans = spansOn(on, open.filter(isThere), lessons.filter(isThere))
  return { on, midnight: momentAt(on, '00:00'), near, taken: near.filter(isTaken).map(withEnd), spans }
}

function search(day: KnownDay, liking: Liking, wish: Wish, facts: SeriesFacts): Found {
  const { diary, caseNumbers, counsellorId } = facts
  const { on, midnight, near, spans, taken } = day
  const { minutes, mode } = wish
  const suits = suitsFor(wish.kind, facts.suits)
  const slotAt = (startAt: Moment, roomId?: string): Slot => ({
    ...{ startAt, minutes, kind: wish.kind, mode, roomId, counsellorId, caseNumbers },
  })
  const whyNot = (slot: Slot): Refusal | undefined =>
    objectionsTo(slot, { ...diary, sessions: near })[0] ?? suits.flatMap((one) => cautionsOn(slot, one))[0]
  if (sessionsOn(on, wish, caseNumbers, near).length > 0)
    return { why: { reason: 'session-that-day', field: 'sessionOn' } }

  const full: Found = { why: { reason: 'all-taken', field: 'sessionOn' } }
  const rooms = roomsFor(wish, diary, liking.roomId)
  let open = false
  for (const minute of startsIn(spans, minutes, liking.time)) {
    const startAt = plusMinutes(midnight, minute)
    if (startAt < diary.now) continue
    const endAt = plusMinutes(startAt, minutes)
    const inTheWay = taken.filter((one) => one.startAt < endAt && startAt < one.endAt)
    for (const roomId of rooms) {
      if (!isRoomOpen(diary, roomId, on, minute, minutes)) continue
      open = true
      const slot = slotAt(startAt, roomId)
      // most of a full day is known to be taken before the rules are asked, who take their time
      const why = inTheWay.some((one) => isAgainst(one, slot)) ? full.why : whyNot(slot)
      if (!why) return { place: { startAt, ...(roomId && { roomId }) } }
      if (why.field === 'sessionOn' && why !== full.why) return { why }
    }
  }
  const first = liking.time ?? hoursOn(diary.openingHours, on)?.from ?? '12:00'
  return open ? full : { why: whyNot(slotAt(momentAt(on, first), rooms[0])) ?? full.why }
}

/** The liked room before the others; a session that brings nobody to the centre needs none. */
function roomsFor({ mode, roomId }: Wish, { rooms }: Diary, liked = roomId): (string | undefined)[] {
  if (mode !== 'in-person' && liked === undefined) return [undefined]
  const all = rooms.map(({ id }) => id)
  return liked === undefined ? all : [liked, ...all.filter((id) => id !== liked)]
}

function isRoomOpen({ rooms }: Diary, roomId: string | undefined, on: Day, minute: number, minutes: number): boolean {
  const week = rooms.find(({ id }) => id === roomId)?.hours
  if (!week) return true
  const hours = hoursOn(week, on)
  return hours !== undefined && isInside(hoursFrom(minute, minutes), hours)
}

const withEnd = (one: Session) => ({ ...one, endAt: plusMinutes(one.startAt, one.minutes) })
const isThere = <T>(value: T | undefined): value is T => value !== undefined

const isAgainst = (one: Session, { kind, counsellorId, roomId, caseNumbers }: Slot): boolean =>
  one.counsellorId === counsellorId ||
  (roomId !== undefined && one.roomId === roomId) ||
  comingToBoth({ kind, caseNumbers }, one).length > 0
