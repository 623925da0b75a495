import { readFileSync } from 'node:fs'
import { ownFile } from '../own-file.ts'
import type { Day } from './days.ts'

/** A holiday by its names. */
export interface Holiday {
  ko: string
  en: string
}

interface HolidayFile {
  from: number
  to: number
  days: Record<Day, Holiday>
}

const file: HolidayFile = JSON.parse(readFileSync(ownFile('data/holidays.kr.json'), 'utf8'))
const days = new Map(Object.entries(file.days))

/** The years whose holidays are known, both included. */
export const holidayYears: { from: number; to: number } = { from: file.from, to: file.to }

/** The public holiday on a day in Korea, substitute and temporary ones too; undefined on any other day. */
export const holidayOn = (on: Day): Holiday | undefined => days.get(on)

/** The public holidays of a year, in their order; none when they are not known. */
export const holidaysIn = (year: number): [on: Day, holiday: Holiday][] =>
  [...days].filter(([on]) => on.startsWith(`${year}-`)).sort(([a], [b]) => a.localeCompare(b))

/** Whether the calendar of that day's year is known: for a later year nobody can say yet which days are holidays. */
export const isHolidayKnown = (on: Day): boolean => {
  const year = Number(on.slice(0, 4))
  return year >= file.from && year <= file.to
}
