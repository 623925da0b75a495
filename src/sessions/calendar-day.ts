import type { Day } from '../time/days.ts'
import { type Holiday, holidayOn } from '../time/holidays.ts'
import { type Hours, hoursOn, isWithin, type WeekHours } from '../time/hours.ts'
import type { Times } from './times.ts'

/** What a day is, before anything is booked on it. */
export interface CalendarDay {
  on: Day
  holiday?: Holiday
  /** why the centre is shut, in its own words */
  shut?: string
  /** when it is open */
  hours?: Hours
  /** ids of those who are away */
  away: string[]
}

/** `of`: whose absences matter; everybody's when it is left out. */
export function calendarDay(
  on: Day,
  { openingHours, shut = [], absences = [] }: Pick<Times, 'openingHours' | 'shut' | 'absences'>,
  of?: string,
): CalendarDay {
  const holiday = holidayOn(on)
  const closed = shut.find((days) => isWithin(on, days))
  const hours = holiday || closed ? undefined : hoursOn(openingHours, on)
  const away = absences.filter(
    (one) => !one.ended && isWithin(on, one) && (of === undefined || one.counsellorId === of),
  )
  return {
    ...{ on, away: [...new Set(away.map(({ counsellorId }) => counsellorId))] },
    ...(holiday && { holiday }),
    ...(closed && { shut: closed.name }),
    ...(hours && { hours }),
  }
}

/** When something may lie on a day in the column of somebody, or of a room, with hours of their own. */
export function hoursFor({ on, hours }: Pick<CalendarDay, 'on' | 'hours'>, own?: WeekHours): Hours | undefined {
  if (!hours || !own) return hours
  const theirs = hoursOn(own, on)
  if (!theirs) return undefined
  const both = {
    from: hours.from > theirs.from ? hours.from : theirs.from,
    to: hours.to < theirs.to ? hours.to : theirs.to,
  }
  return both.from < both.to ? both : undefined
}
