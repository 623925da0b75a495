import { Reading } from '../form.ts'
import { done, type Result, refused } from '../result.ts'
import type { Days } from '../time/hours.ts'

/** Days with a name, in a list that the centre keeps: when it is shut, or when a school has examinations. */
export type NamedDays = Days & { name?: string }

/** Reads days with their name; one day alone needs no end. */
export function readDays(fields: URLSearchParams): Result<Days & { name: string }> {
  const form = new Reading(fields)
  const from = form.day('daysFrom')
  const to = form.dayOrNone('daysTo') ?? from
  if (to < from && form.refusals.length === 0) form.refuse('daysTo', 'period-backwards')
  return form.result({ from, to, name: form.text('daysName', { most: 60 }) })
}

/** A list with further days, the earliest first. No day may stand in it twice, or nobody could tell which one holds. */
export function withDays<T extends NamedDays>(list: T[], days: T): Result<T[]> {
  const other = list.find(({ from, to }) => from <= days.to && days.from <= to)
  if (other) return refused({ reason: 'days-overlap', field: 'daysFrom', with: { from: other.from, to: other.to } })
  return done([...list, days].sort((one, another) => one.from.localeCompare(another.from)))
}

/** The list without the days that begin and end as the form says; as it is when they are gone already. */
export const withoutDays = <T extends NamedDays>(list: T[], fields: URLSearchParams): T[] =>
  list.filter(({ from, to }) => from !== fields.get('daysFrom') || to !== fields.get('daysTo'))
