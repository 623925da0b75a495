import { html } from 'hono/html'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { weekHoursFields } from '../parts/week-hours.ts'

/** A counsellor's own week. */
export function hoursPage(here: Here, typed: URLSearchParams, refusals: Refusal[]): Html {
  const a = here.t.absences
  const f = formOf(here, typed, refusals)
  return layout(here, {
    title: a.hoursTitle,
    refused: refusals.length > 0,
    body: html`<div class="head"><h1>${a.hoursTitle}</h1><a href="/absences">${a.title}</a></div><p class="lead">${a.hoursLead}</p>
${f.problems()}
<form method="post" action="/account/hours" class="card">${weekHoursFields(f)}<button class="primary">${a.save}</button></form>`,
  })
}
