import { type Day, dayOf, daysBetween, type Moment, timeOf, weekdayOf } from '../../src/time/days.ts'
import type { Here } from '../here.ts'
import { fill } from '../words.ts'

/** `2026년 11월 22일` or `22/11/2026`. */
export function longDay({ t }: Here, on: Day): string {
  const [y = '', m = '', d = ''] = on.split('-')
  return fill(t.shared.day, { y: Number(y), m: Number(m), d: Number(d) })
}

/** `2026-11-22 (일)`: for tables, where days stand under one another. */
export const shortDay = ({ t }: Here, on: Day): string => `${on} (${t.shared.weekdays[weekdayOf(on) - 1]})`

/** `2026-11-22 (일) 14:00`, in Seoul. */
export const shortMoment = (here: Here, at: Moment): string => `${shortDay(here, dayOf(at))} ${timeOf(at)}`

/** `10:30` today, with its day on any other. */
export const nearMoment = (here: Here, at: Moment): string =>
  dayOf(at) === dayOf(here.now) ? timeOf(at) : shortMoment(here, at)

/** `2시간 30분`. */
export function hoursMinutes({ t }: Here, minutes: number): string {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [h > 0 ? fill(t.shared.hours, { n: h }) : '', m > 0 || h === 0 ? fill(t.shared.minutes, { n: m }) : '']
  return parts.filter(Boolean).join(' ')
}

export const daysAgo = (here: Here, on: Day): number => daysBetween(on, dayOf(here.now))
