import { Temporal } from 'temporal-polyfill'

/** A day in Korea, `2026-11-22`. */
export type Day = string
/** A moment, ISO 8601 in UTC, `2026-11-22T05:00:00.000Z`. */
export type Moment = string

const zone = 'Asia/Seoul'
const civil = (at: Moment) => Temporal.Instant.from(at).toZonedDateTimeISO(zone)
const date = (on: Day) => Temporal.PlainDate.from(on)

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
export const dayOf = (at: Moment): Day => civil(at).toPlainDate().toString()

/** The clock time in Seoul of a moment, `14:05`. */
export const timeOf = (at: Moment): string => civil(at).toPlainTime().toString({ smallestUnit: 'minute' })

/** The moment at which it is `time` (`HH:MM`) in Seoul on a day. */
export const momentAt = (on: Day, time: string): Moment =>
  new Date(date(on).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds).toISOString()

export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

export const plusDays = (on: Day, days: number): Day => date(on).add({ days }).toString()
export const plusMonths = (on: Day, months: number): Day => date(on).add({ months }).toString()
export const plusMinutes = (at: Moment, minutes: number): Moment =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => date(from).until(date(to), { largestUnit: 'days' }).days

/** Full years of age (만 나이) on a day. */
export const ageOn = (birthDate: Day, on: Day): number =>
  date(birthDate).until(date(on), { largestUnit: 'years' }).years

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (on: Day): number => date(on).dayOfWeek

/** The Monday of the week in which a day lies. */
export const mondayOf = (on: Day): Day => plusDays(on, 1 - weekdayOf(on))

export const yearOf = (on: Day): number => date(on).year
