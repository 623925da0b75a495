import { type Session, trackOf } from '../casefile/session.ts'
import { type Day, type Moment, momentAt, plusMinutes } from '../time/days.ts'
import { type Hours, hoursOn, type WeekHours } from '../time/hours.ts'
import { aroundSlot, isTaken } from './clash.ts'
import type { Wish } from './series-wish.ts'
import { casesOf } from './slot.ts'

/** From one minute of a day to another. */
export type Span = [from: number, to: number]

const dayMinutes = 24 * 60
/** How far apart the starts are that the planner tries. */
const step = 30

/** When all of some weeks are open on a day, and none of others is in the way. Empty when one of them has no hours then. */
export function spansOn(on: Day, open: WeekHours[], inTheWay: WeekHours[]): Span[] {
  const all = open.map((week) => hoursOn(week, on))
  if (all.includes(undefined)) return []
  const each = all.filter((one) => one !== undefined).map(spanOf)
  const whole: Span = [Math.max(0, ...each.map(([from]) => from)), Math.min(dayMinutes, ...each.map(([, to]) => to))]
  const taken = inTheWay.map((week) => hoursOn(week, on)).filter((one) => one !== undefined)
  return taken.map(spanOf).reduce<Span[]>((left, span) => left.flatMap((one) => without(one, span)), [whole])
}

/**
 * Minutes of the day at which a session could begin: the liked time and the half hours nearest to it, or the earliest
 * half hours where none is liked; at last, whenever a span begins.
 */
export function startsIn(spans: Span[], minutes: number, liked: string | undefined): number[] {
  const target = liked === undefined ? 0 : minuteOf(liked)
  const halfHours = spans.flatMap(([from, to]) => {
    const first = from + ((((target - from) % step) + step) % step)
    const steps = Math.max(0, Math.floor((to - minutes - first) / step) + 1)
    return Array.from({ length: steps }, (_, n) => first + n * step)
  })
  halfHours.sort((a, b) => Math.abs(a - target) - Math.abs(b - target) || b - a)
  const beginnings = spans.filter(([from, to]) => from + minutes <= to).map(([from]) => from)
  return [...new Set([...halfHours, ...beginnings])]
}

/** The span from a minute of a day on, as clock times. */
export const hoursFrom = (minute: number, minutes: number): Hours => ({
  from: clockOf(minute),
  to: clockOf(minute + minutes),
})

/** Sessions that may lie across a day, or near it. */
export function sessionsNear(sessions: Session[], on: Day): Session[] {
  const [from, to] = aroundSlot({ startAt: momentAt(on, '00:00'), minutes: dayMinutes })
  return sessions.filter(({ startAt }) => startAt >= from && startAt < to)
}

/** What is booked around a day. */
export interface DiaryOfDay {
  on: Day
  midnight: Moment
  /** what may lie across it, and of that what takes up somebody's time, with the minutes of the day */
  near: Session[]
  taken: { session: Session; from: number; to: number }[]
}

/** Of each diary what was found of its days: many courses are tried in one, and most of it is as it was. */
const foundOf = new WeakMap<Session[], Map<Day, DiaryOfDay>>()

/** Looks into a day of a diary, once. */
export function diaryOn(on: Day, sessions: Session[]): DiaryOfDay {
  const found = foundOf.get(sessions) ?? new Map<Day, DiaryOfDay>()
  foundOf.set(sessions, found)
  const day = found.get(on) ?? lookInto(on, sessions)
  found.set(on, day)
  return day
}

function lookInto(on: Day, sessions: Session[]): DiaryOfDay {
  const midnight = momentAt(on, '00:00')
  const near = sessionsNear(sessions, on)
  const taken = near.filter(isTaken).map((session) => {
    const from = minutesBetween(midnight, session.startAt)
    return { session, from, to: from + session.minutes }
  })
  return { on, midnight, near, taken }
}

/** Sessions that any of these cases has on a day, with the youth as this kind is, or with the guardian as it is. */
export function sessionsOn(on: Day, { kind }: Pick<Wish, 'kind'>, caseNumbers: string[], near: Session[]): Session[] {
  const midnight = momentAt(on, '00:00')
  const next = plusMinutes(midnight, dayMinutes)
  const isTheirs = (one: Session) => casesOf(one).some((number) => caseNumbers.includes(number))
  return near.filter(
    (one) =>
      one.startAt >= midnight &&
      one.startAt < next &&
      trackOf(one.kind) === trackOf(kind) &&
      isTheirs(one) &&
      isTaken(one),
  )
}

export const minutesBetween = (from: Moment, to: Moment): number => (Date.parse(to) - Date.parse(from)) / 60_000

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const spanOf = ({ from, to }: Hours): Span => [minuteOf(from), minuteOf(to)]
const clockOf = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')

function without([from, to]: Span, [start, end]: Span): Span[] {
  const left: Span[] = [
    [from, Math.min(to, start)],
    [Math.max(from, end), to],
  ]
  return left.filter(([a, b]) => a < b)
}
