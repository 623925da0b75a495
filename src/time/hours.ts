import { type Day, weekdayOf } from './days.ts'

/** From one clock time to another on the same day, `09:00` to `20:00`. */
export interface Hours {
  from: string
  to: string
}

/** Hours by weekday, 1 = Monday … 7 = Sunday; none on a weekday that is absent. */
export type WeekHours = Record<number, Hours | undefined>

export const hoursOn = (week: WeekHours, on: Day): Hours | undefined => week[weekdayOf(on)]

/** Whether all of one span lies inside another. */
export const isInside = (span: Hours, hours: Hours): boolean => span.from >= hours.from && span.to <= hours.to

/** Whether two spans have a minute in common; one may begin when the other ends. */
export const meets = (span: Hours, hours: Hours): boolean => span.from < hours.to && hours.from < span.to

/** Days from one to another, both included. */
export interface Days {
  from: Day
  to: Day
}

export const isWithin = (on: Day, { from, to }: Days): boolean => from <= on && on <= to
