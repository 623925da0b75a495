import type { Day } from '../time/days.ts'
import { type Definition, definitionOf, type FigureId, figureIds } from './figures.ts'
import { tally } from './tally.ts'
import type { Youths } from './youths.ts'

/** A table of two figures, counted in youths. */
export interface Cross {
  rows: FigureId
  columns: FigureId
  rowCodes: string[]
  columnCodes: string[]
  /** by row, then column: youths who have both */
  cells: number[][]
  /** youths of a row, or a column, of whom the other is recorded too; of several answers not the sum of the cells */
  rowTotals: number[]
  columnTotals: number[]
  /** youths of whom both are recorded */
  base: number
  /** youths of whom one of the two is not */
  missing: number
}

/** What speaks of the act, or of what is hard in a youth's life. */
const grave: readonly FigureId[] = [
  ...(['motive', 'motive-all', 'motive-self-main', 'motive-self'] as const),
  ...(['perpetration-type', 'channel', 'relation', 'concern'] as const),
]
/** What tells a youth from others nearly by itself: the exact grade goes with the exact age. */
const exact: readonly FigureId[] = ['grade', 'referred-month']
/** Figures that say the same in other words: a table of two of them has nothing new in it. */
const alike: readonly (readonly FigureId[])[] = [
  ['grade', 'school-level'],
  ['motive', 'motive-all'],
  ['motive-self-main', 'motive-self'],
  ['stage', 'completion', 'closure-reason'],
  ['referred-month', 'referred-half', 'referred-year'],
]

/** Figures that may stand in a cross-table at all: those in which a youth has a code or has not. */
export const crossed: readonly FigureId[] = figureIds.filter((id) => !definitionOf(id).weighted)

/**
 * Whether two figures may be crossed. Never the grade or the month of the referral with motive, kind of act, channel,
 * relation or concern; school and district are in no figure at all. Half-year and year may.
 */
export function maybeCrossed(a: FigureId, b: FigureId): boolean {
  if (a === b || !crossed.includes(a) || !crossed.includes(b)) return false
  if (alike.some((group) => group.includes(a) && group.includes(b))) return false
  return !isTelling(a, b) && !isTelling(b, a)
}

const isTelling = (a: FigureId, b: FigureId): boolean => exact.includes(a) && grave.includes(b)

/** Counts the youths that a filter let in by two figures. Rows and columns as `tally` has them. */
export function crossTally(
  rows: Definition,
  columns: Definition,
  youths: Youths,
  period?: [first: Day, last: Day],
): Cross {
  const [rowCodes, columnCodes] = [codesIn(rows, youths, period), codesIn(columns, youths, period)]
  const [rowAt, columnAt] = [placesOf(rowCodes), placesOf(columnCodes)]
  const cells = rowCodes.map(() => columnCodes.map(() => 0))
  const [rowTotals, columnTotals] = [rowCodes.map(() => 0), columnCodes.map(() => 0)]
  let base = 0
  for (const [own, other, both] of youths.together(rows.counts, columns.counts)) {
    if (own.length === 0 || other.length === 0) continue
    base += both
    const across = other.map(([code]) => columnAt.get(code) ?? 0)
    for (const at of across) columnTotals[at] = (columnTotals[at] ?? 0) + both
    for (const [code] of own) {
      const at = rowAt.get(code) ?? 0
      rowTotals[at] = (rowTotals[at] ?? 0) + both
      const row = cells[at] ?? []
      for (const column of across) row[column] = (row[column] ?? 0) + both
    }
  }
  const ids = { rows: rows.id, columns: columns.id }
  return { ...ids, rowCodes, columnCodes, cells, rowTotals, columnTotals, base, missing: youths.size - base }
}

const codesIn = (definition: Definition, youths: Youths, period?: [Day, Day]): string[] =>
  tally(definition, youths, period).rows.map(({ code }) => code)

const placesOf = (codes: string[]): Map<string, number> => new Map(codes.map((code, at) => [code, at]))
