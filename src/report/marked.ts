import type { Release } from '../people/registers.ts'
import { type Cross, crossTally } from './cross.ts'
import { showable } from './disclosure.ts'
import type { Cut } from './disclosure-ground.ts'
import { placeOf } from './disclosure-numbers.ts'
import { definitionOf, definitions, type FigureId, figureIds } from './figures.ts'
import { countedIn, type Filter } from './filter.ts'
import { firstDayOf, type Half, halfOf, lastDayOf } from './halves.ts'
import type { Choice } from './publish.ts'
import { givenBy } from './publish.ts'
import { isAccepted } from './reads.ts'
import { type Figure, spanOf, tally } from './tally.ts'
import type { Youths } from './youths.ts'

/** What stands behind a page: who sees less, and what they have seen already. */
export interface Rules {
  threshold: number
  releases: readonly Release[]
}

/** A figure as the lead sees it: real numbers, and which of them others would not see. */
export interface MarkedFigure extends Figure {
  hidden: { base: boolean; missing: boolean }
}

/** Every figure of a choice. */
export function markedFigures(youths: Youths, filter: Filter, rules: Rules): MarkedFigure[] {
  const cut = { ...cutFor(youths, filter), figures: figureIds, crosses: [], scales: [] }
  const places = showable(cut, youths, rules.threshold, givenBy(rules.releases))
  const counted = countedIn(youths, filter)
  return definitions.map((definition) => {
    const figure = tally(definition, counted)
    const { id, rows } = figure
    return {
      ...figure,
      rows: rows.map((row) => ({ ...row, suppressed: !places.has(placeOf.row(id, row.code)) })),
      hidden: { base: !places.has(placeOf.base(id)), missing: !places.has(placeOf.missing(id)) },
    }
  })
}

/** How many numbers of a figure others would not see. */
export const hiddenNumbers = ({ rows, hidden }: MarkedFigure): number =>
  rows.filter(({ suppressed }) => suppressed).length + Number(hidden.base) + Number(hidden.missing)

/** A cross-table as the lead sees it. */
export interface MarkedCross extends Cross {
  hidden: { base: boolean; rowTotals: boolean[]; columnTotals: boolean[]; cells: boolean[][] }
}

export function markedCross(
  [rows, columns]: [FigureId, FigureId],
  youths: Youths,
  filter: Filter,
  rules: Rules,
): MarkedCross {
  const cut = { ...cutFor(youths, filter), figures: [], crosses: [[rows, columns] as const], scales: [] }
  const places = showable(cut, youths, rules.threshold, givenBy(rules.releases))
  const counted = countedIn(youths, filter)
  const cross = crossTally(definitionOf(rows), definitionOf(columns), counted)
  const isHidden = (place: string) => !places.has(place)
  return {
    ...cross,
    hidden: {
      base: isHidden(placeOf.crossBase(rows, columns)),
      rowTotals: cross.rowCodes.map((code) => isHidden(placeOf.rowTotal(rows, columns, code))),
      columnTotals: cross.columnCodes.map((code) => isHidden(placeOf.columnTotal(rows, columns, code))),
      cells: cross.rowCodes.map((row) =>
        cross.columnCodes.map((column) => isHidden(placeOf.cell(rows, columns, row, column))),
      ),
    },
  }
}

/** The days and parts of a choice, from the first half-year of anybody to the last. */
function cutFor(youths: Youths, { from, to, schoolLevel, basis }: Filter): Pick<Cut, 'from' | 'to' | 'only'> {
  const [first, last] = halvesOf(youths)
  const start = from ?? (to !== undefined && to < firstDayOf(first) ? to : firstDayOf(first))
  const end = to ?? lastDayOf(last)
  return {
    from: start,
    to: end < start ? start : end,
    only: [
      ...(schoolLevel === undefined ? [] : [{ figure: 'school-level' as const, code: schoolLevel }]),
      ...(basis === undefined ? [] : [{ figure: 'referral-basis' as const, code: basis }]),
    ],
  }
}

/** The half-years of the first and the last referral that was accepted. */
export function halvesOf(youths: Youths): [first: Half, last: Half] {
  const accepted = youths.where(isAccepted, (is) => is)
  const span = spanOf(accepted)
  return span ? [halfOf(span[0]), halfOf(span[1])] : ['2020-1', '2020-1']
}

/** What others could be given of the same: whole half-years and one part at most. `exact`: it is the same. */
export function publishable(
  youths: Youths,
  { from, to, schoolLevel, basis }: Filter,
): { choice: Choice; exact: boolean } {
  const [first, last] = halvesOf(youths)
  const halves = { from: from ? halfOf(from) : first, to: to ? halfOf(to) : last }
  const whole = (!from || firstDayOf(halves.from) === from) && (!to || lastDayOf(halves.to) === to)
  const only = schoolLevel
    ? ({ figure: 'school-level', code: schoolLevel } as const)
    : basis
      ? ({ figure: 'referral-basis', code: basis } as const)
      : undefined
  if (halves.to < halves.from) halves.to = halves.from
  return {
    choice: { figures: [...figureIds], crosses: [], outcome: false, ...halves, ...(only && { only }) },
    exact: whole && !(schoolLevel && basis),
  }
}
