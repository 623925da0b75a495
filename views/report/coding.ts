import { html } from 'hono/html'
import type { Row } from '../../src/casefile/row.ts'
import { labelOf, lists } from '../../src/codebook/codebook.ts'
import { type Agreement, type CodingAgreement, leastGiven, leastPairs } from '../../src/report/coding.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortDay } from '../parts/dates.ts'
import { type Column, stack, table } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { number } from './labels.ts'
import { reportTabs } from './tabs.ts'

interface Shown {
  sample: Row[]
  agreement: CodingAgreement
}

/** As many lines as somebody works through in a day. */
const most = 50

/** Which cases are to be coded a second time, and how far the two codings agree. */
export function codingPage(here: Here, { sample, agreement }: Shown): Html {
  const t = here.t.coding
  const left = sample.filter(({ coding }) => coding?.codedBy === undefined)
  const finished = sample.filter(({ coding }) => coding?.codedBy !== undefined)
  const counts = { n: number(sample.length), done: number(finished.length), left: number(left.length) }
  return layout(here, {
    title: t.title,
    wide: true,
    styles: ['report.css'],
    body: html`${reportTabs(here, 'coding')}<h1>${t.title}</h1>
${agreementPart(here, agreement)}
<section><h2>${t.sampleTitle}</h2><p>${t.sampleLead}</p><p><strong>${fill(t.counts, counts)}</strong></p>
<h3>${t.waiting}</h3>${cases(here, t.waiting, left, t.nothing)}
<details class="card"><summary>${t.finished} (${number(finished.length)})</summary>${cases(here, t.finished, finished, t.noneFinished)}</details></section>`,
  })
}

function cases(here: Here, caption: string, rows: Row[], nothing: string): Html {
  const t = here.t.coding
  const { columns } = t
  const lines = rows
    .slice(0, most)
    .map((row) => [html`<span translate="no">${row.number}</span>`, shortDay(here, row.referredOn), toDo(here, row)])
  return html`${stack(caption, [columns.number, [columns.referredOn, 'day'], columns.action], lines, nothing)}${rows.length > most ? html`<p class="hint">${fill(t.more, { n: most })}</p>` : ''}`
}

function toDo(here: Here, { number, coding }: Row): Html | string {
  const t = here.t.coding
  const reader = here.person?.id
  if (coding?.interviewedBy === reader) return t.ownInterview
  if (coding?.codedBy !== undefined && coding.codedBy !== reader) return t.byOther
  return html`<a href="/cases/${number}/coding" aria-label="${coding?.codedBy ? t.change : t.code} ${number}">${coding?.codedBy ? t.change : t.code}</a>`
}

function agreementPart(here: Here, { pairs, single, several }: CodingAgreement): Html {
  const t = here.t.coding
  return html`<section><h2>${t.agreementTitle}</h2><p>${fill(t.agreementLead, { n: number(pairs) })}</p>
${pairs < leastPairs ? html`<p class="warning">${fill(t.tooFew, { least: leastPairs })}</p>` : ''}
${
  pairs === 0
    ? ''
    : html`${agreements(here, t.singleTitle, single, (one) => (one.list === 'motive' ? t.mainMotive : lists[one.list][here.lang]))}
${several.map(({ list, codes }) =>
  codes.length === 0
    ? ''
    : agreements(here, fill(t.severalTitle, { list: lists[list][here.lang] }), codes, (one) =>
        labelOf(list, one.code ?? '', here.lang),
      ),
)}<p class="hint">${t.method} ${fill(t.noKappa, { least: leastGiven })}</p>`
}</section>`
}

function agreements(here: Here, title: string, all: Agreement[], nameOf: (one: Agreement) => string): Html {
  const t = here.t.coding
  const coded = all.some(({ code }) => code !== undefined)
  const heads: Column[] = [
    t.what,
    ...(coded
      ? ([
          [t.first, 'number'],
          [t.second, 'number'],
        ] as Column[])
      : []),
    ...([
      [t.n, 'number'],
      [t.agreed, 'number'],
      [t.share, 'number'],
      [t.kappa, 'number'],
      [t.interval, 'number'],
    ] as Column[]),
  ]
  const two = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(2).replace('-', '−'))
  const cell = (value: string) => html`<td class="number">${value}</td>`
  const line = (one: Agreement) =>
    html`<tr><th scope="row">${nameOf(one)}</th>${coded ? html`${cell(number(one.first ?? 0))}${cell(number(one.second ?? 0))}` : ''}${cell(number(one.n))}${cell(number(one.agreed))}${cell(one.n === 0 ? '–' : fill(t.percent, { n: Math.round((one.agreed / one.n) * 100) }))}${cell(two(one.kappa))}${cell(interval(one))}</tr>`
  // an error of nothing says that there were too few to differ, not that all is certain
  const interval = ({ low, high, agreed, n }: Agreement) =>
    low === undefined || agreed === n ? '–' : fill(t.range, { low: two(low), high: two(high) })
  return html`<h3>${title}</h3>${table(title, heads, all.map(line), '')}`
}
