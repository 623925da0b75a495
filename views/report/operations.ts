import { html } from 'hono/html'
import type { MarkedFigure } from '../../src/report/marked.ts'
import { type Operations, operationsFigures } from '../../src/report/operations.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { chartScripts } from '../parts/chart.ts'
import { fill } from '../words.ts'
import { figureCard } from './figure.ts'
import { filterForm } from './filter-form.ts'
import { number, rowLabel } from './labels.ts'
import { reportTabs } from './tabs.ts'

type Part = keyof typeof operationsFigures

/** How the work itself goes. Without numbers: the form that was refused. */
export function operationsPage(
  here: Here,
  typed: URLSearchParams,
  refusals: Refusal[],
  seen?: { numbers: Operations; figures: MarkedFigure[] },
): Html {
  const o = here.t.report.tables.operations
  return layout(here, {
    title: o.title,
    refused: refusals.length > 0,
    wide: true,
    styles: ['report.css'],
    scripts: chartScripts,
    body: html`${reportTabs(here, 'operations')}<h1>${o.title}</h1><p class="lead">${o.lead}</p>
${filterForm(here, '/report/operations', typed, refusals)}
${seen ? html`${totals(here, seen.numbers)}${(Object.keys(operationsFigures) as Part[]).map((part) => partOf(here, part, seen.figures))}${agreement(here, seen.numbers.agreement)}` : ''}`,
  })
}

/** To one place: half a day is a day in the middle of two, an hour is rarely whole. */
const oneDecimal = (n: number): string => new Intl.NumberFormat('ko-KR', { maximumFractionDigits: 1 }).format(n)

function totals(here: Here, { waiting, sessions, hours }: Operations): Html {
  const o = here.t.report.tables.operations
  const item = (name: string, value: string, about: string) =>
    html`<div><dt>${name}</dt><dd><strong>${value}</strong> <small>${about}</small></dd></div>`
  const days = (n: number) => fill(o.days, { n: oneDecimal(n) })
  const inHours = (n: number) => fill(o.hours, { n: oneDecimal(n) })
  const between = waiting && { low: oneDecimal(waiting.quartiles[0]), high: oneDecimal(waiting.quartiles[1]) }
  return html`<dl class="numbers card">
${waiting ? item(`${o.waiting}: ${o.median}`, days(waiting.median), fill(o.ofYouths, { n: number(waiting.n) })) : ''}
${between ? item(`${o.waiting}: ${o.quartiles}`, fill(o.between, between), '') : ''}
${item(o.planned, number(sessions.planned), fill(o.ofPlanned, { n: number(sessions.n) }))}
${item(o.held, number(sessions.held), '')}
${item(o.ordered, inHours(hours.ordered), fill(o.ofOrdered, { n: number(hours.n) }))}
${item(o.credited, inHours(hours.credited), '')}</dl>`
}

function partOf(here: Here, part: Part, figures: MarkedFigure[]): Html {
  const ids: readonly string[] = operationsFigures[part]
  return html`<section id="${part}-part" class="part" aria-labelledby="${part}-part-title"><h2 id="${part}-part-title">${here.t.report.tables.operations[part]}</h2>
<div class="figures">${figures.filter(({ id }) => ids.includes(id)).map((figure) => figureCard(here, figure))}</div></section>`
}

/** Two decimals, with a real minus. */
const kappaText = (n: number): string => n.toFixed(2).replace('-', '−')

function agreement(here: Here, { kappa, low, high, agreed, n, codes, cells }: Operations['agreement']): Html {
  const o = here.t.report.tables.operations
  const label = (code: string) => rowLabel(here, 'motive', code)
  const both = fill(here.t.report.tables.cross.by, { rows: o.self, columns: o.coded })
  return html`<section class="part" aria-labelledby="agreement-title"><h2 id="agreement-title">${o.agreement}</h2>
<div class="card figure-card"><p class="counts">${o.kappaAbout}</p>
<p><strong>${o.kappa} ${kappa === undefined ? o.noKappa : kappaText(kappa)}</strong>${low === undefined || high === undefined ? '' : html` · ${fill(o.interval, { low: kappaText(low), high: kappaText(high) })}`} · ${fill(o.agreed, { agreed: number(agreed), n: number(n) })}</p>
${
  codes.length === 0
    ? ''
    : html`<section class="scroll" tabindex="0" aria-label="${both}"><table class="cross"><caption class="unseen">${both}</caption>
<thead><tr><th scope="col">${o.self} ＼ ${o.coded}</th>${codes.map((code) => html`<th scope="col" class="number">${label(code)}</th>`)}</tr></thead>
<tbody>${codes.map(
        (code, row) =>
          html`<tr><th scope="row">${label(code)}</th>${codes.map((_, column) => html`<td class="number${row === column ? ' same' : ''}">${number(cells[row]?.[column] ?? 0)}</td>`)}</tr>`,
      )}</tbody></table></section>`
}</div></section>`
}
