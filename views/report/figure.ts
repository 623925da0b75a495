import { html } from 'hono/html'
import { hiddenNumbers, type MarkedFigure } from '../../src/report/marked.ts'
import type { Here, Html } from '../here.ts'
import { chartBox } from '../parts/chart.ts'
import { fill } from '../words.ts'
import { number, rowLabel } from './labels.ts'

/**
 * One figure. The table is the truth: it says what is counted, and charts.js draws its rows as bars above it, so the
 * two cannot differ. Without scripts the chart stays hidden. What others would not see is marked with a word.
 */
export function figureCard(here: Here, figure: MarkedFigure): Html {
  const { id, unit, base, missing, rows, hidden } = figure
  const r = here.t.report
  const { title, counts } = r.figures[id]
  const percent = (n: number) => fill(r.percentOf, { n })
  const shown = rows.filter(({ count }) => count > 0).map((row) => ({ ...row, label: rowLabel(here, id, row.code) }))
  const none = rows.filter(({ count }) => count === 0).map(({ code }) => rowLabel(here, id, code))
  const bars = shown.map(({ label, percent: share }) => `${label} ${percent(share)}`).join(', ')
  return html`<section class="card figure-card" id="${id}" aria-labelledby="${id}-title">
<h3 id="${id}-title">${title}</h3><p class="counts">${counts} ${r.unit[unit]}</p>
${
  shown.length === 0
    ? html`<p class="nothing">${r.empty}</p>`
    : html`${chartBox(here, 'bars', fill(r.chart, { title, rows: bars }))}
<table><caption class="unseen">${title}</caption>
<thead><tr><th scope="col">${r.code}</th><th scope="col" class="number">${r.column[unit]}</th><th scope="col" class="number">${r.percent}</th></tr></thead>
<tbody>${shown.map(
        ({ label, count, percent: share, suppressed }) =>
          html`<tr data-count="${count}" data-percent="${share}"${suppressed ? html` class="withheld"` : ''}><th scope="row">${label}</th><td class="number">${suppressed ? withheld(here) : ''}${number(count)}</td><td class="number">${percent(share)}</td></tr>`,
      )}</tbody>
</table>`
}
<p class="base"><strong>${fill(r.base[unit], { n: number(base) })}</strong>${hidden.base ? withheld(here) : ''} · ${missingOf(here, id, missing)}${hidden.missing ? withheld(here) : ''}</p>
${shown.length > 0 && none.length > 0 ? html`<p class="none">${fill(r.none, { codes: none.join(', ') })}</p>` : ''}
${shown.length > 0 ? html`<p class="hides">${saidOf(here, figure)}</p>` : ''}</section>`
}

/** Stands beside a number that others do not see. */
export const withheld = ({ t }: Here): Html => html` <span class="withheld-mark">${t.report.tables.hidden}</span> `

/** Who is not in the base, in the words of the figure. */
export const missingOf = ({ t }: Here, id: MarkedFigure['id'], missing: number): string =>
  fill(t.report.figures[id].missing ?? t.report.missing, { n: number(missing) })

function saidOf({ t }: Here, figure: MarkedFigure): string {
  const n = hiddenNumbers(figure)
  return n === 0 ? t.report.tables.hidesNone : fill(t.report.tables.hides, { n })
}
