import { html } from 'hono/html'
import type { Checked } from '../../src/exit/import-check.ts'
import type { ImportSum } from '../../src/exit/import-sum.ts'
import type { Refusal } from '../../src/result.ts'
import type { Moment } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { hoursMinutes, shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { factList } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { columnForm, matchedList } from './import-columns.ts'
import { importFaultTable, importNoteTable } from './import-faults.ts'
import { number } from './labels.ts'
import { reportTabs } from './tabs.ts'

export interface ShownCheck {
  file: string
  /** when it was brought */
  at: Moment
  /** first rows, as examples of what stands in a column */
  table: string[][]
  result: Checked
  sum: ImportSum
}

/** What came of reading a table: what is wrong with it, or what would be made of it. Nothing is saved yet. */
export function importCheckPage(here: Here, shown: ShownCheck, typed: URLSearchParams, refusals: Refusal[]): Html {
  const i = here.t.importing
  const { file, at, result } = shown
  const { faults, notes } = result
  return layout(here, {
    title: i.checkTitle,
    refused: refusals.length > 0,
    wide: true,
    styles: ['import.css'],
    body: html`${reportTabs(here, 'import')}<div class="head"><h1>${i.checkTitle}</h1><a href="/report/import">${i.another}</a></div>
<p class="lead">${fill(i.ofFile, { file })} · ${fill(i.nRows, { n: number(result.count) })} · ${shortMoment(here, at)}</p>
${formOf(here, typed, refusals).problems()}
${columnForm(here, shown, typed, refusals)}
${faults.length > 0 ? importFaultTable(here, faults) : readyCard(here, shown)}
${notes.length > 0 ? importNoteTable(here, notes) : ''}
${matchedList(here, result.columns)}
<form method="post" action="/report/import/withdrawal"><button class="plain">${i.drop}</button></form>`,
  })
}

function readyCard(here: Here, { sum }: ShownCheck): Html {
  const i = here.t.importing
  const n = number(sum.cases)
  const open = sum.cases - sum.closed
  const some = (count: number) => (count > 0 ? fill(i.nCases, { n: number(count) }) : undefined)
  return html`<section class="card" aria-labelledby="ready"><h2 id="ready">${i.ready}</h2><p>${i.readyLead}</p>
${factList([
  [i.cases, fill(i.nCases, { n })],
  [i.referred, sum.from && fill(i.span, { from: sum.from, to: sum.to ?? sum.from })],
  [i.interviewed, some(sum.interviewed)],
  [i.sessions, fill(i.nSessions, { n: number(sum.sessions) })],
  [i.minutes, hoursMinutes(here, sum.minutes)],
  [i.closed, some(sum.closed)],
  [i.due, some(sum.due)],
  [i.surveysIntake, some(sum.intake)],
  [i.surveysExit, some(sum.exit)],
])}
${open > 0 ? html`<p class="warning">${fill(i.stillOpen, { n: number(open) })}</p>` : ''}
${sum.due > 0 ? html`<p class="warning">${fill(i.dueLead, { n: number(sum.due) })}</p>` : ''}
<form method="post" action="/report/import/cases"><button class="primary">${fill(i.take, { n })}</button></form></section>`
}
