import { crossTally } from './cross.ts'
import { type Cut, fewestPairs, type Ground } from './disclosure-ground.ts'
import type { Stretches } from './disclosure-periods.ts'
import type { Terms } from './disclosure-terms.ts'
import type { FigureId } from './figures.ts'
import { comparedAt } from './outcome.ts'
import { tally } from './tally.ts'
import type { Youths } from './youths.ts'

/** One number that may be shown. */
export interface Numbered {
  /** where it stands: `motive:fun`, `motive/base`, `motive/missing`, `gender*motive:male:fun`, `scale/attitude` */
  place: string
  /** base and margins before the cells of which they are the sum */
  rank: number
  terms: Terms
  stretches: Stretches
  count: number
  youths: number
  /** no number, if no more youths than this stand behind it; a missing of 0 is a word on the records, not on a youth */
  hidden: (least: number) => boolean
  /** the most that one youth adds to it */
  most: number
}

export const placeOf = {
  row: (id: string, code: string) => `${id}:${code}`,
  base: (id: string) => `${id}/base`,
  missing: (id: string) => `${id}/missing`,
  cell: (rows: string, columns: string, row: string, column: string) => `${rows}*${columns}:${row}:${column}`,
  rowTotal: (rows: string, columns: string, row: string) => `${rows}*${columns}/row:${row}`,
  columnTotal: (rows: string, columns: string, column: string) => `${rows}*${columns}/column:${column}`,
  crossBase: (rows: string, columns: string) => `${rows}*${columns}/base`,
  scale: (scale: string) => `scale/${scale}`,
}

/** Every number of a cut, counted now. */
export function numbersOf(cut: Cut, ground: Ground): Numbered[] {
  const within = ground.youthsIn(cut)
  const all = ground.time.within(cut)
  const part = ground.part(cut)
  const few = (youths: number) => (least: number) => youths < least
  const plain = (place: string, rank: number, terms: Terms, stretches: Stretches, youths: number): Numbered => ({
    ...{ place, rank, terms: ground.both(terms, part), stretches, count: youths, youths, hidden: few(youths), most: 1 },
  })
  return [
    ...cut.figures.flatMap((id) => oneWay(id, cut, ground, within, plain)),
    ...cut.crosses.flatMap(([rows, columns]) => twoWay(rows, columns, cut, ground, within, plain)),
    ...cut.scales.map((scale): Numbered => {
      const pairs = within.where(comparedAt(scale, 'exit'), ({ is }) => is === 'pair').size
      const terms: Terms = new Map([[`scale/${scale}=pair`, 1]])
      const hidden = (least: number) => pairs < Math.max(least, fewestPairs)
      return { ...plain(placeOf.scale(scale), 0, terms, all, pairs), hidden }
    }),
  ]
}

type Plain = (place: string, rank: number, terms: Terms, stretches: Stretches, youths: number) => Numbered

function oneWay(id: FigureId, cut: Cut, ground: Ground, within: Youths, plain: Plain): Numbered[] {
  const { conditions } = ground
  const definition = ground.define(id)
  const { base, youths, missing, rows } = tally(definition, within, [cut.from, cut.to])
  const all = ground.time.within(cut)
  const weights = new Map<string, number>()
  if (definition.weighted)
    for (const [answer] of within.counted(definition.counts))
      for (const [code, count] of answer) weights.set(code, Math.max(count, weights.get(code) ?? 0))
  const most = Math.max(1, ...weights.values())
  const withNone = plain(placeOf.missing(id), 1, conditions.missing(id), all, missing)
  return [
    {
      ...plain(placeOf.base(id), 0, conditions.base(id), all, youths),
      count: base,
      most: definition.several ? most * rows.length : 1,
    },
    definition.several ? withNone : { ...withNone, hidden: (least) => missing > 0 && missing < least },
    ...rows.map(({ code, count, youths: behind }) => ({
      ...plain(placeOf.row(id, code), 2, conditions.row(id, code), ground.stretchesOf(id, code, cut), behind),
      ...{ count, most: weights.get(code) ?? 1 },
    })),
  ]
}

function twoWay(rows: FigureId, columns: FigureId, cut: Cut, ground: Ground, within: Youths, plain: Plain): Numbered[] {
  const { conditions } = ground
  const found = crossTally(ground.define(rows), ground.define(columns), within, [cut.from, cut.to])
  const recorded = [conditions.recorded(rows), conditions.recorded(columns)] as const
  const of = (id: FigureId, code: string) => [conditions.row(id, code), ground.stretchesOf(id, code, cut)] as const
  const total = (
    place: string,
    rank: number,
    [terms, stretches]: ReturnType<typeof of>,
    other: Terms,
    youths: number,
  ) => plain(place, rank, ground.both(terms, other), stretches, youths)
  return [
    plain(placeOf.crossBase(rows, columns), 0, ground.both(...recorded), ground.time.within(cut), found.base),
    ...found.rowCodes.map((row, at) =>
      total(placeOf.rowTotal(rows, columns, row), 3, of(rows, row), recorded[1], found.rowTotals[at] ?? 0),
    ),
    ...found.columnCodes.map((column, at) =>
      total(
        placeOf.columnTotal(rows, columns, column),
        3,
        of(columns, column),
        recorded[0],
        found.columnTotals[at] ?? 0,
      ),
    ),
    ...found.rowCodes.flatMap((row, r) =>
      found.columnCodes.map((column, c) => {
        const [[one, first], [other, second]] = [of(rows, row), of(columns, column)]
        const place = placeOf.cell(rows, columns, row, column)
        return plain(place, 4, ground.both(one, other), first & second, found.cells[r]?.[c] ?? 0)
      }),
    ),
  ]
}
