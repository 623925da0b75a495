import { Temporal } from 'temporal-polyfill'

/** A day in Korea, `2026-11-22`. */
export type Day = string
/** A moment, ISO 8601 in UTC, `2026-11-22T05:00:00.000Z`. */
export type Moment = string

const zone = 'Asia/Seoul'
const civil = (at: Moment) => Temporal.Instant.from(at).toZonedDateTimeISO(zone)
const date = (on: Day) => Temporal.PlainDate.from(on)

/*
 * Pages ask for hundreds of days and times, and Temporal takes its time. So what is plain is counted plainly: since 1989
 * Seoul has been nine hours ahead of UTC, summer and winter, and every day has 24 hours there. Whatever else is asked,
 * wrong texts among it, goes to Temporal.
 */
const hoursAhead = 9
const ahead = hoursAhead * 3_600_000
const dayLength = 24 * 3_600_000
const steady = '1989-01-01'
const plainDay = /^\d{4}-\d\d-\d\d$/
const plainMoment = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{3})?Z$/
/** The hour of UTC at which the next day begins in Seoul. */
const nextDayFrom = 24 - hoursAhead

/** The hour of UTC; undefined when the moment is not plain. */
const hourOf = (at: Moment): number | undefined =>
  at >= steady && plainMoment.test(at) && startOf(at.slice(0, 10)) !== undefined ? Number(at.slice(11, 13)) : undefined

/** The first millisecond of a day as if it were one in UTC; undefined when it is not plain. */
function startOf(on: Day): number | undefined {
  const time = plainDay.test(on) ? Date.parse(on) : Number.NaN
  return Number.isNaN(time) || !isOn(on, time) ? undefined : time
}

/** Whether a time is on the day that was read for it: else 30 February was read as 2 March. */
const isOn = (on: Day, time: number): boolean =>
  on.slice(8) <= '28' || new Date(time).getUTCDate() === Number(on.slice(8))

/** Whether a text is a real day between 1900 and 2199. */
export function isDay(text: string): text is Day {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false
  try {
    return date(text).toString() === text
  } catch {
    return false
  }
}

/** The day in Seoul on which a moment falls. */
export function dayOf(at: Moment): Day {
  const hour = hourOf(at)
  if (hour === undefined) return civil(at).toPlainDate().toString()
  return hour < nextDayFrom ? at.slice(0, 10) : plusDays(at.slice(0, 10), 1)
}

/** The clock time in Seoul of a moment, `14:05`. */
export function timeOf(at: Moment): string {
  const hour = hourOf(at)
  if (hour === undefined) return civil(at).toPlainTime().toString({ smallestUnit: 'minute' })
  return String((hour + hoursAhead) % 24).padStart(2, '0') + at.slice(13, 16)
}

/** The moment at which it is `time` (`HH:MM`) in Seoul on a day. */
export function momentAt(on: Day, time: string): Moment {
  const start = on >= steady && isTime(time) ? startOf(on) : undefined
  if (start !== undefined)
    return new Date(start + Number(time.slice(0, 2)) * 3_600_000 + Number(time.slice(3)) * 60_000 - ahead).toISOString()
  return new Date(date(on).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds).toISOString()
}

export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

export function plusDays(on: Day, days: number): Day {
  const start = Number.isInteger(days) && Math.abs(days) < 100_000 ? startOf(on) : undefined
  const then = start === undefined ? '' : new Date(start + days * dayLength).toISOString().slice(0, 10)
  return plainDay.test(then) ? then : date(on).add({ days }).toString()
}
export const plusMonths = (on: Day, months: number): Day => date(on).add({ months }).toString()
export const plusMinutes = (at: Moment, minutes: number): Moment =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  const [first, last] = [startOf(from), startOf(to)]
  if (first !== undefined && last !== undefined) return (last - first) / dayLength
  return date(from).until(date(to), { largestUnit: 'days' }).days
}

/** Full years of age (만 나이) on a day. */
export function ageOn(birthDate: Day, on: Day): number {
  const isPlain =
    on >= birthDate && !birthDate.endsWith('-02-29') && [birthDate, on].every((one) => startOf(one) !== undefined)
  if (!isPlain) return date(birthDate).until(date(on), { largestUnit: 'years' }).years
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(on: Day): number {
  const start = startOf(on)
  return start === undefined ? date(on).dayOfWeek : new Date(start).getUTCDay() || 7
}

/** The Monday of the week in which a day lies. */
export const mondayOf = (on: Day): Day => plusDays(on, 1 - weekdayOf(on))

export const yearOf = (on: Day): number => date(on).year
