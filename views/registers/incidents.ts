import { html } from 'hono/html'
import { kinds } from '../../src/casefile/incident.ts'
import type { Incident } from '../../src/people/registers.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { stack } from '../parts/lists.ts'
import { clockMark } from './clock.ts'

/** What went wrong with what is kept, newest first, and the form for a new one. */
export function incidentsPage(here: Here, incidents: Incident[], typed: URLSearchParams, refusals: Refusal[]): Html {
  const r = here.t.registers
  const f = formOf(here, typed, refusals)
  const rows = incidents.map((one) => [
    html`<a href="/incidents/${one.id}" translate="no">${one.id}</a>`,
    r.kinds[one.what],
    shortMoment(here, one.knownAt),
    one.people ?? '–',
    clockMark(here, one),
  ])
  return layout(here, {
    title: r.incidentsTitle,
    refused: refusals.length > 0,
    body: html`<h1>${r.incidentsTitle}</h1><p class="lead">${r.incidentsLead}</p>
${f.problems()}
${stack(r.incidentsTitle, [r.number, r.what, [r.knownAt, 'day'], [r.people, 'number'], r.clock], rows, r.none)}
<section class="card"><h2>${r.record}</h2><form method="post" action="/incidents">
<div class="pair">${f.text('knownOn', { type: 'date' })}${f.text('knownTime', { type: 'time' })}</div>
${f.radios(
  'incident',
  kinds.map((kind) => [kind, r.kinds[kind]]),
)}
${f.area('incidentText', { hint: r.recordHint })}
<div class="pair">${f.text('peopleConcerned', { type: 'number', least: 0, most: 100_000, optional: true, short: true })}
${f.text('caseNumbers', { optional: true, hint: r.casesHint })}</div>
<button class="primary">${r.save}</button></form></section>`,
  })
}
