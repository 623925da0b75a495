import type { Release } from '../people/registers.ts'
import { crossTally } from './cross.ts'
import { type Given, leastThreshold, showable, usualThreshold } from './disclosure.ts'
import { type Cut, Ground } from './disclosure-ground.ts'
import { placeOf } from './disclosure-numbers.ts'
import { type Definition, definitionOf, type FigureId, isFigureId } from './figures.ts'
import { firstDayOf, lastDayOf } from './halves.ts'
import { outcomeScales } from './outcome.ts'
import { type GivenOutcome, outcomeShown } from './publish-outcome.ts'
import type { Published, ShownCross, ShownFigure } from './shown.ts'
import { tally } from './tally.ts'
import type { Youths } from './youths.ts'

export { maybeCrossed } from './cross.ts'

/** Fewer youths in its base than this, and a table has no percentages. */
export const leastBase = 20

export type Choice = Pick<Release, 'figures' | 'crosses' | 'outcome' | 'from' | 'to' | 'only'>

export const thresholdOf = (settings: { threshold?: number } | undefined): number =>
  Math.max(leastThreshold, settings?.threshold ?? usualThreshold)

/**
 * A choice of figures as others may see it. `youths` are everyone; `earlier` are all releases, of which those
 * count that were approved, also if they were withdrawn since: what was given away stays known. The same youths
 * give the same tables, in whatever order they come.
 */
export function published(
  choice: Choice,
  youths: Youths,
  threshold: number,
  earlier: readonly Release[],
  define: (id: FigureId) => Definition = definitionOf,
): Published {
  const cut = cutOf(choice)
  const given = givenBy(earlier)
  const places = showable(cut, youths, threshold, given, define)
  const ground = new Ground(youths, [cut], define)
  const within = ground.youthsIn(cut)
  return {
    figures: cut.figures.map((id) => figureShown(define(id), within, cut, places)),
    crosses: cut.crosses.map(([rows, columns]) => crossShown(define(rows), define(columns), within, cut, places)),
    outcome: outcomeShown(cut, ground, places, outcomesGiven(earlier), Math.max(leastThreshold, threshold)),
  }
}

/** A choice with what may not stand in it left out: of one part of the youths no cross-tables, nor that part itself. */
export function cutOf({ figures, crosses, outcome, from, to, only }: Choice): Cut {
  return {
    ...{ from: firstDayOf(from), to: lastDayOf(to) },
    figures: [...new Set(figures)].filter(isFigureId).filter((id) => id !== only?.figure),
    crosses: only
      ? []
      : crosses.flatMap(([rows, columns]) =>
          isFigureId(rows) && isFigureId(columns) ? [[rows, columns] as const] : [],
        ),
    scales: outcome ? outcomeScales().map(([scale]) => scale) : [],
    only: only ? [only] : [],
  }
}

/** What the approved releases gave away. */
export const givenBy = (earlier: readonly Release[]): Given[] =>
  earlier
    .filter(({ approved }) => approved)
    .map((release) => ({ cut: cutOf(release), shown: numbersIn(release.tables as Published) }))

const outcomesGiven = (earlier: readonly Release[]): GivenOutcome[] =>
  earlier
    .filter(({ approved, outcome }) => approved && outcome)
    .map((release) => ({ cut: cutOf(release), shown: (release.tables as Published).outcome }))

/** Every number of published tables by its place; hidden ones are absent. */
export function numbersIn({ figures, crosses, outcome }: Published): Map<string, number> {
  const shown = new Map<string, number>()
  const put = (place: string, count: number | null | undefined) => {
    if (typeof count === 'number') shown.set(place, count)
  }
  for (const { id, base, missing, rows } of figures) {
    put(placeOf.base(id), base)
    put(placeOf.missing(id), missing)
    for (const { code, count } of rows) put(placeOf.row(id, code), count)
  }
  for (const { rows, columns, rowCodes, columnCodes, cells, rowTotals, columnTotals, base } of crosses) {
    put(placeOf.crossBase(rows, columns), base)
    for (const [at, code] of rowCodes.entries()) put(placeOf.rowTotal(rows, columns, code), rowTotals[at])
    for (const [at, code] of columnCodes.entries()) put(placeOf.columnTotal(rows, columns, code), columnTotals[at])
    for (const [r, row] of rowCodes.entries())
      for (const [c, column] of columnCodes.entries()) put(placeOf.cell(rows, columns, row, column), cells[r]?.[c])
  }
  for (const { scale, pairs } of outcome) put(placeOf.scale(scale), pairs)
  return shown
}

function figureShown(definition: Definition, youths: Youths, cut: Cut, places: ReadonlySet<string>): ShownFigure {
  const { id, unit, several, base, youths: behind, missing, rows } = tally(definition, youths, [cut.from, cut.to])
  const hasBase = places.has(placeOf.base(id))
  return {
    ...{ id, unit, several },
    base: hasBase ? base : null,
    missing: places.has(placeOf.missing(id)) ? missing : null,
    rows: rows.map(({ code, count, percent }) => {
      const isShown = places.has(placeOf.row(id, code))
      const ofBase = isShown && hasBase && behind >= leastBase
      return { code, count: isShown ? count : null, percent: ofBase ? percent : null }
    }),
  }
}

function crossShown(
  one: Definition,
  other: Definition,
  youths: Youths,
  cut: Cut,
  places: ReadonlySet<string>,
): ShownCross {
  const found = crossTally(one, other, youths, [cut.from, cut.to])
  const { rows, columns, rowCodes, columnCodes } = found
  const at = (place: string, count: number | undefined) => (places.has(place) ? (count ?? 0) : null)
  return {
    ...{ rows, columns, rowCodes, columnCodes },
    cells: rowCodes.map((row, r) =>
      columnCodes.map((column, c) => at(placeOf.cell(rows, columns, row, column), found.cells[r]?.[c])),
    ),
    rowTotals: rowCodes.map((code, r) => at(placeOf.rowTotal(rows, columns, code), found.rowTotals[r])),
    columnTotals: columnCodes.map((code, c) => at(placeOf.columnTotal(rows, columns, code), found.columnTotals[c])),
    base: at(placeOf.crossBase(rows, columns), found.base),
  }
}
