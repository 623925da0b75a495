import type { Reading } from '../form.ts'
import type { WeekHours } from '../time/hours.ts'

/** Hours of a week in a form: when each weekday begins and ends, Monday first. */
export const weekFields = [
  ['monFrom', 'monTo'],
  ['tueFrom', 'tueTo'],
  ['wedFrom', 'wedTo'],
  ['thuFrom', 'thuTo'],
  ['friFrom', 'friTo'],
  ['satFrom', 'satTo'],
  ['sunFrom', 'sunTo'],
] as const

/** Reads hours of a week; a day on which both fields are empty has none. */
export function weekHoursIn(form: Reading): WeekHours {
  const days = weekFields.map(([fromField, toField], at) => {
    if (!form.has(fromField) && !form.has(toField)) return [at + 1, undefined] as const
    const [from, to] = [form.time(fromField), form.time(toField)]
    if (from >= to && form.refusals.every(({ field }) => field !== toField && field !== fromField))
      form.refuse(toField, 'ends-before-it-begins')
    return [at + 1, { from, to }] as const
  })
  return Object.fromEntries(days.filter(([, hours]) => hours))
}

/** The same where no hours at all mean that none are settled: absent then. */
export function hoursIfAny(form: Reading): WeekHours | undefined {
  const week = weekHoursIn(form)
  return Object.keys(week).length > 0 ? week : undefined
}

/** The same back into the fields of the form. */
export const fieldsOfWeek = (week: WeekHours = {}): [name: string, value: string][] =>
  weekFields.flatMap(([fromField, toField], at): [string, string][] => {
    const { from = '', to = '' } = week[at + 1] ?? {}
    return [
      [fromField, from],
      [toField, to],
    ]
  })
