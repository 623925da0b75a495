import type { Day } from '../time/days.ts'
import type { Definition, FigureId, Unit } from './figures.ts'
import { referredOnOf } from './reads.ts'
import type { Youths } from './youths.ts'

/** One table of the report. */
export interface Figure {
  id: FigureId
  unit: Unit
  several: boolean
  /** what the percentages are of, counted in the unit */
  base: number
  /** how many youths stand behind the base */
  youths: number
  /** youths of whom this is not recorded; they are not in the base */
  missing: number
  rows: FigureRow[]
}

export interface FigureRow {
  code: string
  count: number
  /** whole, rounded half up */
  percent: number
  /** how many youths stand behind the count */
  youths: number
  /** whether it would be hidden where others see it */
  suppressed: boolean
}

/**
 * Counts one figure over the youths that a filter let in. A row for every code of its list, in the list's order, also where the count is 0; codes that the
 * list does not know (old records) follow. The counts add up to the base; of hours, both are whole hours.
 * `period`: of a figure of time, from when to when it has rows; without it, from the first to the last referral.
 */
export function tally(
  { id, unit, several, codes, codesIn, counts }: Definition,
  youths: Youths,
  period?: [first: Day, last: Day],
): Figure {
  const span = codesIn && (period ?? spanOf(youths))
  const listed = codesIn ? (span ? codesIn(...span) : []) : codes
  const found = new Map(listed.map((code) => [code, { count: 0, youths: 0 }]))
  let missing = 0
  for (const [answer, behind] of youths.counted(counts)) {
    if (answer.length === 0) missing += behind
    for (const [code, count] of answer) {
      const row = found.get(code) ?? { count: 0, youths: 0 }
      found.set(code, { count: row.count + count * behind, youths: row.youths + behind })
    }
  }
  const known = new Set(listed)
  const others = [...found.keys()].filter((code) => !known.has(code)).sort()
  const whole = (count: number) => (unit === 'hours' ? Math.floor((count + 30) / 60) : count)
  const rows = [...listed, ...others].map((code) => {
    const row = found.get(code) ?? { count: 0, youths: 0 }
    return { code, ...row, count: whole(row.count) }
  })
  const base = rows.reduce((sum, { count }) => sum + count, 0)
  return {
    ...{ id, unit, several, base, youths: youths.size - missing, missing },
    rows: rows.map((row) => ({ ...row, percent: percentOf(row.count, base), suppressed: false })),
  }
}

/** First and last day of the referrals; of nobody there is none. */
export function spanOf(youths: Youths): [first: Day, last: Day] | undefined {
  let span: [first: Day, last: Day] | undefined
  for (const [on] of youths.counted(referredOnOf))
    span = span ? [on < span[0] ? on : span[0], on > span[1] ? on : span[1]] : [on, on]
  return span
}

/** Whole per cent, half up, in whole numbers only: 2.5 is 3 on every computer. 0 of 0 is 0. */
export const percentOf = (count: number, base: number): number =>
  base === 0 ? 0 : Math.floor((200 * count + base) / (2 * base))
