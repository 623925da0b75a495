import { definitionOf, type FigureId } from '../../src/report/figures.ts'
import type { ShownCross, ShownFigure, ShownRow } from '../../src/report/shown.ts'
import type { Here } from '../here.ts'
import { fill } from '../words.ts'
import { number, rowLabel } from './labels.ts'
import type { TableBlock } from './paper-shape.ts'
import { hiddenMark } from './shown.ts'

/** A number as others see it. */
export const shownNumber = (n: number | null | undefined): string =>
  n === null || n === undefined ? hiddenMark : number(n)

/** Figures that are drawn as well, where they have enough rows for a picture to help. */
const drawn: FigureId[] = [
  ...(['referral-source', 'referral-basis', 'motive', 'motive-self', 'perpetration-type'] as const),
  ...(['channel', 'relation', 'concern'] as const),
]
const fewestBars = 3
/** So many hidden categories are named; of more it is said that the others are hidden. */
const mostNamed = 4

/** A shown figure: a row for each number, and below it the base and what is not shown. */
export function figureTable(here: Here, figure: ShownFigure): TableBlock {
  const p = here.t.resultsPaper
  const r = here.t.report
  const { id, unit, base, rows } = figure
  const words = r.figures[id]
  const seen = rows.filter(({ count }) => count !== null && count > 0)
  const withShares = seen.some(({ percent }) => percent !== null)
  const share = ({ percent }: ShownRow) => (percent === null ? '–' : fill(r.percentOf, { n: percent }))
  const isDrawn = withShares && drawn.includes(id) && seen.length >= fewestBars
  return {
    ...{ is: 'table', id, title: words.title, about: words.counts },
    heads: [p.item, r.column[unit], ...(withShares ? [p.share] : [])],
    rows: seen.map((row) => ({
      cells: [rowLabel(here, id, row.code), shownNumber(row.count), ...(withShares ? [share(row)] : [])],
      data: { count: String(row.count), percent: String(row.percent ?? '') },
    })),
    notes: figureNotes(here, figure, base !== null && !withShares && seen.length > 0),
    ...(isDrawn && { chart: { look: 'bars' as const, label: fill(p.chart, { title: words.title }) } }),
  }
}

function figureNotes(here: Here, { id, unit, base, missing, rows }: ShownFigure, noPercent: boolean): string[] {
  const p = here.t.resultsPaper
  const codes = (some: ShownRow[]) => some.map(({ code }) => rowLabel(here, id, code)).join(', ')
  const hidden = rows.filter(({ count }) => count === null)
  const zero = rows.filter(({ count }) => count === 0)
  return [
    base === null ? p.baseHidden : fill(p.base[unit], { n: number(base) }),
    ...(missing === 0 ? [] : [missing === null ? p.missingHidden : fill(p.missing, { n: number(missing) })]),
    ...(noPercent ? [p.noPercent] : []),
    ...hiddenSaid(
      here,
      hidden.map(({ code }) => rowLabel(here, id, code)),
    ),
    ...(zero.length > 0 ? [fill(p.zeroRows, { codes: codes(zero) })] : []),
  ]
}

const hiddenSaid = ({ t }: Here, labels: string[]): string[] => {
  if (labels.length === 0) return []
  const { hiddenRows, othersHidden } = t.resultsPaper
  return [labels.length > mostNamed ? othersHidden : fill(hiddenRows, { codes: labels.join(', ') })]
}

const isSeveral = (id: FigureId): boolean => definitionOf(id).several

/** Two figures together: one row and one column for each code of which any number is shown. */
export function crossTable(here: Here, cross: ShownCross): TableBlock {
  const p = here.t.resultsPaper
  const { rows, columns, rowCodes, columnCodes, cells, rowTotals, columnTotals, base } = cross
  const titles = { rows: here.t.report.figures[rows].title, columns: here.t.report.figures[columns].title }
  const any = (some: (number | null | undefined)[]) => some.some((n) => n !== null && n !== undefined && n > 0)
  const down = rowCodes.map((_, at) => at).filter((at) => any([...(cells[at] ?? []), rowTotals[at]]))
  const across = columnCodes
    .map((_, at) => at)
    .filter((at) => any([...down.map((row) => cells[row]?.[at]), columnTotals[at]]))
  const left = (codes: string[], kept: number[], figure: ShownCross['rows']) =>
    codes.filter((_, at) => !kept.includes(at)).map((code) => rowLabel(here, figure, code))
  const out = [...left(rowCodes, down, rows), ...left(columnCodes, across, columns)]
  const line = (head: string, numbers: (number | null | undefined)[]) => ({
    cells: [head, ...numbers.map(shownNumber)],
  })
  return {
    ...{ is: 'table', id: `${rows}-${columns}`, title: fill(p.cross, titles) },
    heads: [titles.rows, ...across.map((at) => rowLabel(here, columns, columnCodes[at] ?? '')), p.total],
    rows: [
      ...down.map((at) =>
        line(rowLabel(here, rows, rowCodes[at] ?? ''), [...across.map((c) => cells[at]?.[c]), rowTotals[at]]),
      ),
      line(p.total, [...across.map((c) => columnTotals[c]), base]),
    ],
    notes: [
      base === null ? p.baseHidden : fill(p.crossBase, { n: number(base) }),
      ...(isSeveral(rows) || isSeveral(columns) ? [p.crossSeveral] : []),
      p.hiddenNote,
      ...hiddenSaid(here, out),
    ],
  }
}
