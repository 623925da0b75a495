import { html } from 'hono/html'
import { leastBase } from '../../src/report/publish.ts'
import type { ShownCross, ShownFigure } from '../../src/report/shown.ts'
import type { Here, Html } from '../here.ts'
import { chartBox } from '../parts/chart.ts'
import { fill } from '../words.ts'
import { missingOf } from './figure.ts'
import { number, rowLabel } from './labels.ts'

/** One mark for every hidden number: nobody is told why it is hidden. */
export const hiddenMark = '*'

const numberOrMark = (n: number | null | undefined): string => (typeof n === 'number' ? number(n) : hiddenMark)

/** A figure as others get it. Every code of its list has a row: one that is left out would tell. */
export function shownFigure(here: Here, { id, unit, base, missing, rows }: ShownFigure): Html {
  const r = here.t.report
  const { title, counts } = r.figures[id]
  const percent = (n: number) => fill(r.percentOf, { n })
  const seen = rows
    .filter(({ count }) => count !== null)
    .map((row) => ({ ...row, label: rowLabel(here, id, row.code) }))
  const hidden = rows.filter(({ count }) => count === null).map(({ code }) => rowLabel(here, id, code))
  const hasShares = rows.some(({ percent: share }) => share !== null)
  const bars = seen.map(({ label, count }) => `${label} ${numberOrMark(count)}`).join(', ')
  return html`<section class="card figure-card" id="${id}" aria-labelledby="${id}-title">
<h3 id="${id}-title">${title}</h3><p class="counts">${counts} ${r.unit[unit]}</p>
${seen.length > 0 ? chartBox(here, 'bars', fill(r.chart, { title, rows: bars })) : ''}
<table><caption class="unseen">${title}</caption>
<thead><tr><th scope="col">${r.code}</th><th scope="col" class="number">${r.column[unit]}</th>${hasShares ? html`<th scope="col" class="number">${r.percent}</th>` : ''}</tr></thead>
<tbody>${seen.map(
    ({ label, count, percent: share }) =>
      html`<tr data-count="${count}"${share === null ? '' : html` data-percent="${share}"`}><th scope="row">${label}</th><td class="number">${numberOrMark(count)}</td>${hasShares ? html`<td class="number">${share === null ? hiddenMark : percent(share)}</td>` : ''}</tr>`,
  )}${
    hidden.length > 0
      ? html`<tr data-skip class="unshown"><th scope="row">${hidden.join(', ')}</th><td class="number">${hiddenMark}</td>${hasShares ? html`<td class="number">${hiddenMark}</td>` : ''}</tr>`
      : ''
  }</tbody></table>
<p class="base"><strong>${base === null ? r.tables.baseHidden : fill(r.base[unit], { n: number(base) })}</strong> · ${missing === null ? r.tables.missingHidden : missingOf(here, id, missing)}</p>
${hasShares || seen.length === 0 ? '' : html`<p class="none">${fill(r.tables.noShares, { n: leastBase })}</p>`}</section>`
}

interface Numbers {
  /** the cells of a row as the chart draws them */
  counts: (row: number) => number[]
  cell: (row: number, column: number) => Html
  rowTotal: (row: number) => Html
  columnTotal: (column: number) => Html
  base: Html
}

/** The frame of a cross-table, with some of its rows and columns; what stands in it is made by `numbers`. */
export function crossTable(
  here: Here,
  { rows, columns, rowCodes, columnCodes }: Pick<ShownCross, 'rows' | 'columns' | 'rowCodes' | 'columnCodes'>,
  some: { rows: number[]; columns: number[] },
  numbers: Numbers,
): Html {
  const { figures, tables } = here.t.report
  const name = fill(tables.cross.by, { rows: figures[rows].title, columns: figures[columns].title })
  const head = (code: string | undefined) => rowLabel(here, columns, code ?? '')
  return html`<section class="scroll" tabindex="0" aria-label="${name}"><table class="cross"><caption class="unseen">${name}</caption>
<thead><tr><th scope="col">${figures[rows].title}</th>${some.columns.map((column) => html`<th scope="col" class="number" data-series>${head(columnCodes[column])}</th>`)}<th scope="col" class="number sum">${tables.cross.total}</th></tr></thead>
<tbody>${some.rows.map(
    (row) =>
      html`<tr data-counts="${numbers.counts(row).join()}"><th scope="row">${rowLabel(here, rows, rowCodes[row] ?? '')}</th>${some.columns.map((column) => html`<td class="number">${numbers.cell(row, column)}</td>`)}<td class="number sum">${numbers.rowTotal(row)}</td></tr>`,
  )}</tbody>
<tfoot><tr><th scope="row">${tables.cross.total}</th>${some.columns.map((column) => html`<td class="number">${numbers.columnTotal(column)}</td>`)}<td class="number sum">${numbers.base}</td></tr></tfoot></table></section>`
}

/** What the mark means, once for a page. */
export const legendOf = ({ t }: Here, threshold: number): Html =>
  html`<p class="legend">${fill(t.report.tables.legend, { k: threshold })}</p>`
