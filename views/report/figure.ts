import { html } from 'hono/html'
import type { Figure } from '../../src/report/tally.ts'
import type { Here, Html } from '../here.ts'
import { fill } from '../words.ts'
import { number, rowLabel } from './labels.ts'

/**
 * One figure. The table is the truth: it says what is counted, and report.js draws its rows as bars above it, so the
 * two cannot differ. Without scripts the chart stays hidden.
 */
export function figureCard(here: Here, figure: Figure): Html {
  const { id, unit, base, missing, rows } = figure
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
    : html`<div class="chart" hidden><canvas role="img" aria-label="${fill(r.chart, { title, rows: bars })}"></canvas></div>
<table><caption class="unseen">${title}</caption>
<thead><tr><th scope="col">${r.code}</th><th scope="col" class="number">${r.column[unit]}</th><th scope="col" class="number">${r.percent}</th></tr></thead>
<tbody>${shown.map(
        ({ label, count, percent: share }) =>
          html`<tr data-count="${count}" data-percent="${share}"><th scope="row">${label}</th><td class="number">${number(count)}</td><td class="number">${percent(share)}</td></tr>`,
      )}</tbody>
</table>`
}
<p class="base"><strong>${fill(r.base[unit], { n: number(base) })}</strong> · ${fill(r.missing, { n: number(missing) })}</p>
${shown.length > 0 && none.length > 0 ? html`<p class="none">${fill(r.none, { codes: none.join(', ') })}</p>` : ''}
</section>`
}
