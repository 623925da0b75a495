import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { codesOf } from '../../src/codebook/codebook.ts'
import { acknowledgements } from '../../src/intake/interview.ts'
import type { Refusal } from '../../src/result.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { gateNotice } from './plan.ts'

interface Shown {
  caseFile: CaseFile
  /** the consents needed are there */
  open: boolean
}

/** The interview sheet. Until the consents are there, it cannot be filled in. */
export function interviewPage(
  here: Here,
  { caseFile, open }: Shown,
  typed: URLSearchParams,
  refusals: Refusal[],
): Html {
  const t = here.t.intake
  const f = formOf(here, typed, refusals)
  return layout(here, {
    title: `${t.interview} ${caseFile.number}`,
    refused: refusals.length > 0,
    body: html`${caseHead(here, caseFile, 'intake')}${f.problems()}
${open || refusals.length > 0 ? html`<form method="post" action="/cases/${caseFile.number}/interview" class="long">${f.hidden('since')}${sheet(here, f)}<div class="acts"><button class="primary">${t.save}</button></div></form>` : gateNotice(here, caseFile)}`,
  })
}

function sheet(here: Here, f: ReturnType<typeof formOf>): Html {
  const t = here.t.intake
  const all = (list: Parameters<typeof codesOf>[0]) => f.codes(list, codesOf(list))
  return html`<section class="card"><h2>${t.interview}</h2>
${f.text('metOn', { type: 'date' })}
${f.area('summary', { rows: 6, hint: t.summaryHint })}
${f.radios(
  'acknowledges',
  acknowledgements.map((code) => [code, t.acknowledges[code]]),
)}</section>
<section class="card"><h2>${t.motives}</h2><p>${t.motivesLead}</p>
${f.checks('motivesSelf', all('motive'), { optional: true })}${f.select('mainMotiveSelf', all('motive'), { optional: true })}
${f.checks('motivesCoded', all('motive'))}${f.select('mainMotiveCoded', all('motive'))}</section>
<section class="card"><h2>${t.coded}</h2>
${f.checks('types', all('perpetrationType'))}${f.checks('channels', all('channel'), { optional: true })}${f.select('relation', all('relationToVictim'))}</section>
<section class="card"><h2>${t.life}</h2>
${f.area('home', { optional: true })}${f.area('schoolLife', { optional: true })}${f.area('digitalHabits', { optional: true })}${f.area('health', { optional: true })}${f.area('strengths', { optional: true })}</section>
<section class="card"><h2>${t.goals}</h2>
${f.area('goalYouth', { optional: true, rows: 2 })}${f.area('goalGuardian', { optional: true, rows: 2 })}${f.area('goalCounsellor', { optional: true, rows: 2 })}</section>`
}
