import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { glassMinutes, openUntil } from '../../src/casefile/glass.ts'
import type { Refusal } from '../../src/result.ts'
import { timeOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { fill } from '../words.ts'

/** Opening a case of somebody else in an emergency: what it means, then which case and why. */
export function glassPage(here: Here, open: string | undefined, typed: URLSearchParams, refusals: Refusal[]): Html {
  const a = here.t.access
  const f = formOf(here, typed, refusals)
  return layout(here, {
    title: a.glassTitle,
    refused: refusals.length > 0,
    body: html`<h1>${a.glassTitle}</h1><p class="lead">${a.glassLead}</p>
${f.problems()}
${open ? html`<section class="warning"><p>${a.glassOpen} <a href="/cases/${open}" translate="no">${open}</a></p>${ending(here)}</section>` : ''}
<ul>${[fill(a.glassMeans.time, { n: glassMinutes }), a.glassMeans.told, a.glassMeans.record].map((one) => html`<li>${one}</li>`)}</ul>
<form method="post" action="/break-glass" class="card long">${f.text('caseNumber', { autocomplete: 'off', short: true })}
${f.area('why', { rows: 4, hint: a.glassWhyHint })}
<button class="primary">${a.glassButton}</button></form>`,
  })
}

/** Stands on every page of a case for as long as its glass is broken for this reader. */
export function glassBanner(here: Here, caseFile: CaseFile): Html {
  const until = here.person && openUntil(caseFile, here.person.id, here.now)
  if (!until) return html``
  return html`<section class="warning glass" aria-label="${here.t.access.glassTitle}"><p><strong>${fill(here.t.access.glassBanner, { time: timeOf(until) })}</strong></p>${ending(here)}</section>`
}

const ending = ({ t }: Here): Html =>
  html`<form method="post" action="/break-glass/ending"><button class="small">${t.access.glassEnd}</button></form>`
