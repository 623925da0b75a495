import { html } from 'hono/html'
import { dueOnAfter } from '../../src/casefile/retention.ts'
import type { Row } from '../../src/casefile/row.ts'
import type { RetentionPeriods } from '../../src/people/person.ts'
import type { Import } from '../../src/people/registers.ts'
import type { Refusal } from '../../src/result.ts'
import { dayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { factList, stack, stageMark } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { number } from './labels.ts'
import { reportTabs } from './tabs.ts'

interface Shown {
  one: Import
  /** those of its cases that the reader may see */
  rows: Row[]
  names: Map<string, string>
  periods: RetentionPeriods
}

const mostShown = 50

/** One import: what came of it, what to do next, and how to take it back. */
export function importDonePage(here: Here, shown: Shown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const i = here.t.importing
  const { one, rows, names } = shown
  const { id, file, by, at, cases, takenBack } = one
  const title = fill(i.oneTitle, { id })
  return layout(here, {
    title,
    refused: refusals.length > 0,
    wide: true,
    styles: ['import.css'],
    body: html`${reportTabs(here, 'import')}<div class="head"><h1>${title}</h1><a href="/report/import">${i.toList}</a></div>
${formOf(here, typed, refusals).problems()}
<section class="card">${factList([
      [i.file, file],
      [i.who, names.get(by) ?? by],
      [i.when, shortMoment(here, at)],
      [i.cases, fill(i.nCases, { n: number(cases.length) })],
      [i.state, takenBack ? i.takenBack : i.inForce],
    ])}${
      takenBack
        ? html`<p>${fill(i.backBy, { who: names.get(takenBack.by) ?? takenBack.by, when: shortMoment(here, takenBack.at), why: takenBack.why })}</p>`
        : next(here, shown)
    }</section>
${takenBack ? '' : html`${caseList(here, rows)}${backForm(here, one, typed, refusals)}`}`,
  })
}

function next(here: Here, { one, rows, periods }: Shown): Html {
  const i = here.t.importing
  const days = rows.map(({ referredOn }) => referredOn).sort()
  const open = rows.filter(({ stage }) => stage === 'consent').length
  const today = dayOf(here.now)
  const due = rows.filter(({ keeping }) => keeping && dueOnAfter(keeping, periods) <= today).length
  return html`${rows.length < one.cases.length ? html`<p>${fill(i.someLeft, { n: number(one.cases.length), left: number(rows.length) })}</p>` : ''}
${open > 0 ? html`<p class="warning">${fill(i.stillOpen, { n: number(open) })}</p>` : ''}
${due > 0 ? html`<p class="warning">${fill(i.dueLead, { n: number(due) })} <a href="/retention">${i.toRetention}</a></p>` : ''}
${days.length > 0 ? html`<p class="acts"><a class="button primary" href="/report?from=${days[0]}&amp;to=${days.at(-1)}">${i.toFigures}</a></p>` : ''}`
}

function caseList(here: Here, rows: Row[]): Html {
  const i = here.t.importing
  const sorted = [...rows].sort((a, b) => (a.number < b.number ? -1 : 1)).slice(0, mostShown)
  const lines = sorted.map(({ number: of, reference = '', referredOn, stage }) => [
    html`<a href="/cases/${of}" translate="no">${of}</a>`,
    reference,
    referredOn,
    stageMark(here, stage),
  ])
  return html`<h2>${i.cases}</h2>${rows.length > mostShown ? html`<p>${fill(i.firstCases, { most: mostShown })}</p>` : ''}
${stack(i.cases, [i.number, i.reference, [i.referred, 'day'], i.stage], lines, i.noCases)}`
}

function backForm(here: Here, { id, cases }: Import, typed: URLSearchParams, refusals: Refusal[]): Html {
  const i = here.t.importing
  const f = formOf(here, typed, refusals)
  return html`<details class="card"${refusals.length > 0 ? html` open` : ''}><summary>${i.back}</summary><p>${fill(i.backLead, { n: number(cases.length) })}</p>
<form method="post" action="/report/import/${id}/withdrawal">${f.area('takeBackWhy', { rows: 2 })}<button class="danger">${i.backNow}</button></form></details>`
}
