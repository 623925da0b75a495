import { html } from 'hono/html'
import { crossed } from '../../src/report/cross.ts'
import { definitionOf, type FigureId } from '../../src/report/figures.ts'
import type { MarkedCross } from '../../src/report/marked.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { chartScripts, peopleChart } from '../parts/chart.ts'
import { formOf } from '../parts/form.ts'
import { fill } from '../words.ts'
import { withheld } from './figure.ts'
import { number, rowLabel } from './labels.ts'
import { crossTable } from './shown.ts'
import { reportTabs } from './tabs.ts'

/** Two figures in one table, with real numbers. Without one: what can be chosen, or what is wrong with it. */
export function crossPage(here: Here, typed: URLSearchParams, refusals: Refusal[], table?: MarkedCross): Html {
  const { cross } = here.t.report.tables
  return layout(here, {
    title: cross.title,
    refused: refusals.length > 0,
    wide: true,
    styles: ['report.css'],
    scripts: chartScripts,
    body: html`${reportTabs(here, 'cross')}<h1>${cross.title}</h1><p class="lead">${cross.lead}</p>
${choosing(here, typed, refusals)}
${table ? found(here, table) : html`<p class="nothing">${cross.choose}</p>`}<p class="reading">${cross.rules}</p>`,
  })
}

function choosing(here: Here, typed: URLSearchParams, refusals: Refusal[]): Html {
  const r = here.t.report
  const f = formOf(here, typed, refusals)
  const options = crossed.map((id): [string, string] => [id, r.figures[id].title])
  return html`${f.problems()}<form method="get" action="/report/cross" class="card choosing" aria-label="${r.filter}">
${f.select('rows', options)}${f.select('columns', options)}${f.text('from', { type: 'date' })}${f.text('to', { type: 'date' })}
<div class="acts"><button class="primary">${r.apply}</button></div></form>`
}

function found(here: Here, table: MarkedCross): Html {
  const r = here.t.report
  const { figures, tables, base, careful, unit } = r
  const { rows, columns, cells, rowTotals, columnTotals, hidden, missing } = table
  const withMark = (n: number | undefined, isHidden: boolean | undefined) =>
    html`${isHidden ? withheld(here) : ''}${number(n ?? 0)}`
  const n = [hidden.base, ...hidden.rowTotals, ...hidden.columnTotals, ...hidden.cells.flat()].filter(Boolean).length
  const several = [rows, columns].some((id) => definitionOf(id).several)
  const some = { rows: taken(rowTotals), columns: taken(columnTotals) }
  const none = [
    ...untaken(here, rows, table.rowCodes, rowTotals),
    ...untaken(here, columns, table.columnCodes, columnTotals),
  ]
  const title = fill(tables.cross.by, { rows: figures[rows].title, columns: figures[columns].title })
  return html`<div class="card figure-card"><h2>${title}</h2>
<p class="counts">${tables.cross.counts} ${several ? tables.cross.several : unit.youths}</p>
${several || some.columns.length > mostSeries ? '' : peopleChart('stacked', fill(r.chart, { title, rows: inWords(here, table, some.rows) }))}
${crossTable(here, table, some, {
  counts: (row) => some.columns.map((column) => cells[row]?.[column] ?? 0),
  cell: (row, column) => withMark(cells[row]?.[column], hidden.cells[row]?.[column]),
  rowTotal: (row) => withMark(rowTotals[row], hidden.rowTotals[row]),
  columnTotal: (column) => withMark(columnTotals[column], hidden.columnTotals[column]),
  base: withMark(table.base, hidden.base),
})}
<p class="base"><strong>${fill(base.youths, { n: number(table.base) })}</strong> · ${fill(tables.cross.missing, { n: number(missing) })}</p>
${none.length > 0 ? html`<p class="none">${fill(r.none, { codes: none.join(', ') })}</p>` : ''}<p class="hides">${n === 0 ? tables.hidesNone : fill(tables.hides, { n })}</p></div><p class="warning">${careful}</p>`
}

/** More patterns than these nobody tells apart. */
const mostSeries = 6

const inWords = (here: Here, { rows, rowCodes, rowTotals }: MarkedCross, some: number[]): string =>
  some.map((at) => `${rowLabel(here, rows, rowCodes[at] ?? '')} ${number(rowTotals[at] ?? 0)}`).join(', ')

/** Rows, or columns, in which anybody stands. */
const taken = (totals: number[]): number[] => [...totals.keys()].filter((at) => (totals[at] ?? 0) > 0)

const untaken = (here: Here, id: FigureId, codes: string[], totals: number[]): string[] =>
  codes.filter((_, at) => totals[at] === 0).map((code) => rowLabel(here, id, code))
