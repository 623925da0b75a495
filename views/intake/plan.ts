import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { codesOf } from '../../src/codebook/codebook.ts'
import type { Refusal } from '../../src/result.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'

/** How many sessions, how long, and by when. */
export function planPage(
  here: Here,
  { caseFile, open }: { caseFile: CaseFile; open: boolean },
  typed: URLSearchParams,
  refusals: Refusal[],
): Html {
  const t = here.t.intake
  const f = formOf(here, typed, refusals)
  const all = (list: Parameters<typeof codesOf>[0]) => f.codes(list, codesOf(list))
  const fields = html`<form method="post" action="/cases/${caseFile.number}/plan" class="card"><h2>${t.plan}</h2><p>${t.planLead}</p><div class="pair">
${f.text('sessions', { type: 'number', least: 1, most: 60, short: true })}
${f.text('minutes', { type: 'number', least: 20, most: 240, short: true })}
${f.select('kind', all('sessionKind'))}
${f.select('mode', all('sessionMode'))}
${f.text('startOn', { type: 'date' })}
${f.text('dueOn', { type: 'date', optional: true })}</div><button class="primary">${t.savePlan}</button></form>`
  return layout(here, {
    title: `${t.plan} ${caseFile.number}`,
    refused: refusals.length > 0,
    body: html`${caseHead(here, caseFile, 'plan')}${f.problems()}${open || refusals.length > 0 ? fields : gateNotice(here, caseFile)}${open && caseFile.plan ? html`<div class="acts"><a class="button" href="/cases/${caseFile.number}/sessions/plan">${here.t.series.toPlanner}</a></div>` : ''}`,
  })
}

/** Why intake is shut, and where to go first. */
export const gateNotice = ({ t }: Here, { number }: CaseFile): Html =>
  html`<p class="notice">${t.intake.closed} <a href="/cases/${number}/consents">${t.intake.toConsents}</a></p>`
