import { type Session, trackOf } from '../casefile/session.ts'
import type { Refusal } from '../result.ts'
import { type Day, type Moment, momentAt, plusMinutes } from '../time/days.ts'
import { hoursOn, isInside } from '../time/hours.ts'
import { type Diary, objectionsTo } from './clash.ts'
import {
  type DiaryOfDay,
  diaryOn,
  hoursFrom,
  minutesBetween,
  type Span,
  sessionsOn,
  spansOn,
  startsIn,
} from './series-day.ts'
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

interface KnownDay extends DiaryOfDay {
  /** the counsellor is at work, and the youths are free */
  spans: Span[]
}

function knownDay(on: Day, { kind }: Wish, { diary, counsellorId, suits }: SeriesFacts): KnownDay {
  const own = suitsFor(kind, suits)
  const open = [diary.openingHours, diary.hours?.get(counsellorId), ...own.map(({ freeTimes }) => freeTimes?.hours)]
  const lessons = own.map(({ school }) => school?.lessons)
  const spans = spansOn(
    on,
    open.filter((one) => one !== undefined),
    lessons.filter((one) => one !== undefined),
  )
  return { ...diaryOn(on, diary.sessions), spans }
}

function search(day: KnownDay, liking: Liking, wish: Wish, facts: SeriesFacts): Found {
  const { diary, caseNumbers, counsellorId } = facts
  const { on, midnight, near, spans, taken } = day
  const { minutes, mode } = wish
  const suits = suitsFor(wish.kind, facts.suits)
  const wanted = { minutes, kind: wish.kind, mode, counsellorId, caseNumbers }
  const slotAt = (startAt: Moment, roomId?: string): Slot => ({ ...wanted, startAt, roomId })
  const whyNot = (slot: Slot): Refusal | undefined =>
    objectionsTo(slot, { ...diary, sessions: near })[0] ?? suits.flatMap((one) => cautionsOn(slot, one))[0]
  if (sessionsOn(on, wish, caseNumbers, near).length > 0)
    return { why: { reason: 'session-that-day', field: 'sessionOn' } }

  const full: Found = { why: { reason: 'all-taken', field: 'sessionOn' } }
  const rooms = roomsFor(wish, diary, liking.roomId)
  const past = minutesBetween(midnight, diary.now)
  let open = false
  for (const minute of startsIn(spans, minutes, liking.time)) {
    if (minute < past) continue
    const inTheWay = taken.filter(({ from, to }) => from < minute + minutes && minute < to)
    for (const roomId of rooms) {
      if (!isRoomOpen(diary, roomId, on, minute, minutes)) continue
      open = true
      // most of a full day is known to be taken before the rules are asked, who take their time
      if (inTheWay.some(({ session }) => isAgainst(session, { ...wanted, roomId }))) continue
      const startAt = plusMinutes(midnight, minute)
      const why = whyNot(slotAt(startAt, roomId))
      if (!why) return { place: { startAt, ...(roomId && { roomId }) } }
      if (why.field === 'sessionOn') return { why }
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

const isAgainst = (
  one: Session,
  { kind, counsellorId, roomId, caseNumbers }: Pick<Slot, 'kind' | 'counsellorId' | 'roomId' | 'caseNumbers'>,
): boolean =>
  one.counsellorId === counsellorId ||
  (roomId !== undefined && one.roomId === roomId) ||
  comingToBoth({ kind, caseNumbers }, one).length > 0
