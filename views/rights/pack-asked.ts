import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { purposes } from '../../src/casefile/pack.ts'
import type { Refusal } from '../../src/result.ts'
import { caseHead } from '../cases/head.ts'
import { guardianName } from '../consent/people.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'

/** Why, to whom and as what everything kept is handed out: said before it is made. */
export function packAskedPage(here: Here, caseFile: CaseFile, typed: URLSearchParams, refusals: Refusal[]): Html {
  const r = here.t.rights
  const f = formOf(here, typed, refusals)
  const guardians = caseFile.guardians.map((_, at): [string, string] => [
    String(at),
    guardianName(here, caseFile, at) || String(at + 1),
  ])
  return layout(here, {
    title: `${r.packTitle} ${caseFile.number}`,
    refused: refusals.length > 0,
    body: html`${caseHead(here, caseFile, 'overview')}${f.problems()}
<h2>${r.packTitle}</h2><p class="lead">${r.packLead}</p><p class="notice">${r.packCare}</p>
<form method="post" action="/cases/${caseFile.number}/pack" class="card">
${f.radios(
  'packPurpose',
  purposes.map((purpose) => [purpose, r.purposes[purpose]]),
)}
${guardians.length > 0 ? f.select('guardianAsking', guardians, { optional: true }) : ''}
${here.may('write a note') ? f.checks('own', [['yes', r.ownNotes]], { optional: true }) : ''}
${f.radios(
  'packForm',
  (['page', 'data'] as const).map((form) => [form, r.forms[form]]),
)}
<button class="primary">${r.make}</button></form>`,
  })
}
