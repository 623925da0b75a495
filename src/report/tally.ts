import type { Facts } from '../casefile/facts.ts'
import type { Definition, FigureId, Unit } from './figures.ts'

/** One table of the report. */
export interface Figure {
  id: FigureId
  unit: Unit
  several: boolean
  /** what the percentages are of, counted in the unit */
  base: number
  /** youths of whom this is not recorded; they are not in the base */
  missing: number
  rows: FigureRow[]
}

export interface FigureRow {
  code: string
  count: number
  /** whole, rounded half up */
  percent: number
  /** hidden because so few stand behind it; never in the lead's own view */
  suppressed: boolean
}

/**
 * Counts one figure over the youths that a filter let in. A row for every code of its list, in the list's order, also where the count is 0; codes that the
 * list does not know (old records) follow. The counts add up to the base.
 */
export function tally(definition: Definition, facts: readonly Facts[]): Figure {
  const { id, unit, several, codes, counts } = definition
  const found = new Map(codes.map((code) => [code, 0]))
  let missing = 0
  for (const one of facts) {
    const counted = counts(one)
    if (counted.length === 0) missing++
    for (const [code, count] of counted) found.set(code, (found.get(code) ?? 0) + count)
  }
  const base = [...found.values()].reduce((sum, count) => sum + count, 0)
  const rows = [...found].map(([code, count]) => ({ code, count, percent: percentOf(count, base), suppressed: false }))
  return { id, unit, several, base, missing, rows }
}

/** Whole per cent, half up, in whole numbers only: 2.5 is 3 on every computer. 0 of 0 is 0. */
export const percentOf = (count: number, base: number): number =>
  base === 0 ? 0 : Math.floor((200 * count + base) / (2 * base))
