import type { FigureId, Unit } from './figures.ts'

/*
 * Figures as they are shown to others. `null` is a number that is hidden, because so few stand behind it or because
 * another hidden one would follow from it; nobody is told which of the two.
 */

export interface Published {
  figures: ShownFigure[]
  crosses: ShownCross[]
  outcome: ShownScale[]
}

export interface ShownFigure {
  id: FigureId
  unit: Unit
  several: boolean
  base: number | null
  missing: number | null
  rows: ShownRow[]
}

export interface ShownRow {
  code: string
  count: number | null
  /** null too where the base is too small for percentages */
  percent: number | null
}

/** A table of two figures: youths who have both, one in each cell; of several answers, in each that they gave. */
export interface ShownCross {
  rows: FigureId
  columns: FigureId
  rowCodes: string[]
  columnCodes: string[]
  /** by row, then column */
  cells: (number | null)[][]
  rowTotals: (number | null)[]
  columnTotals: (number | null)[]
  /** youths of whom both are recorded */
  base: number | null
}

/** Change on one scale from intake to exit; with no numbers at all where too few answered both. */
export interface ShownScale {
  scale: string
  pairs: number | null
  numbers?: {
    before: Spread
    after: Spread
    /** mean difference, exit less intake, and its 95 % interval */
    change: { mean: number; low: number; high: number }
    /** Hedges-corrected standardised mean change, by the SD of the differences */
    effect?: number
    /** two-sided exact Wilcoxon signed-rank; absent under 6 pairs */
    p?: number
  }
}

export interface Spread {
  mean: number
  sd: number
  median: number
}
