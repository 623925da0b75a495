import type { Facts } from '../casefile/facts.ts'
import type { Day } from '../time/days.ts'
import type { Definition, FigureId, Unit } from './figures.ts'

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
  facts: readonly Facts[],
  period?: [first: Day, last: Day],
): Figure {
  const span = codesIn && (period ?? spanOf(facts))
  const listed = codesIn ? (span ? codesIn(...span) : []) : codes
  const found = new Map(listed.map((code) => [code, { count: 0, youths: 0 }]))
  let missing = 0
  for (const one of facts) {
    const counted = counts(one)
    if (counted.length === 0) missing++
    for (const [code, count] of counted) {
      const row = found.get(code)
      if (row) {
        row.count += count
        row.youths++
      } else found.set(code, { count, youths: 1 })
    }
  }
  const known = new Set(listed)
  const others = [...found.keys()].filter((code) => !known.has(code)).sort()
  const whole = (count: number) => (unit === 'hours' ? Math.floor((count + 30) / 60) : count)
  const rows = [...listed, ...others].map((code) => {
    const { count, youths } = found.get(code) ?? { count: 0, youths: 0 }
    return { code, count: whole(count), youths }
  })
  const base = rows.reduce((sum, { count }) => sum + count, 0)
  return {
    ...{ id, unit, several, base, youths: facts.length - missing, missing },
    rows: rows.map((row) => ({ ...row, percent: percentOf(row.count, base), suppressed: false })),
  }
}

/** First and last day of the referrals. */
function spanOf(facts: readonly Facts[]): [first: Day, last: Day] | undefined {
  const [first, ...others] = facts.map(({ referredOn }) => referredOn)
  if (first === undefined) return undefined
  return others.reduce<[Day, Day]>(([from, to], on) => [on < from ? on : from, on > to ? on : to], [first, first])
}

/** Whole per cent, half up, in whole numbers only: 2.5 is 3 on every computer. 0 of 0 is 0. */
export const percentOf = (count: number, base: number): number =>
  base === 0 ? 0 : Math.floor((200 * count + base) / (2 * base))
