import type { Settings } from '../people/person.ts'
import { dayOf, type Moment, plusMinutes, timeOf } from '../time/days.ts'
import { holidayOn } from '../time/holidays.ts'
import { hoursOn, isWithin, type WeekHours } from '../time/hours.ts'

type Hours = Pick<Settings, 'openingHours' | 'surveyHours' | 'shut'>

/** Whoever began in time may finish, in minutes. */
const finishing = 60

/** When surveys can be begun: as the centre settled, else while it is open. */
export const surveyHoursOf = ({ surveyHours, openingHours }: Hours): WeekHours => surveyHours ?? openingHours

/** Whether somebody is on duty who can be told at once what a youth answered. */
export function isSurveyTime(settings: Hours | undefined, now: Moment): boolean {
  if (!settings) return false
  const on = dayOf(now)
  if (holidayOn(on) || settings.shut?.some((days) => isWithin(on, days))) return false
  const hours = hoursOn(surveyHoursOf(settings), on)
  const time = timeOf(now)
  return hours !== undefined && time >= hours.from && time < hours.to
}

/** Whether what was begun in time can still be sent. */
export const mayFinish = (settings: Hours | undefined, now: Moment): boolean =>
  isSurveyTime(settings, now) || isSurveyTime(settings, plusMinutes(now, -finishing))
