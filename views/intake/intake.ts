import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { codesOf } from '../../src/codebook/codebook.ts'
import { acknowledgements } from '../../src/intake/interview.ts'
import type { Refusal } from '../../src/result.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'

interface Typed {
  fields: URLSearchParams
  refusals: Refusal[]
}

/** The interview sheet and the plan. Until the consents are there, neither can be filled in. */
export function intakePage(
  here: Here,
  { caseFile, open, interview, plan }: { caseFile: CaseFile; open: boolean; interview: Typed; plan: Typed },
): Html {
  const t = here.t.intake
  const refused = interview.refusals.length + plan.refusals.length > 0
  const to = `/cases/${caseFile.number}`
  const problems = formOf(here, new URLSearchParams(), [...interview.refusals, ...plan.refusals]).problems()
  return layout(here, {
    title: `${t.title} ${caseFile.number}`,
    refused,
    body: html`${caseHead(here, caseFile, 'intake')}${problems}
${
  open
    ? html`<form method="post" action="${to}/interview" class="long">${sheet(here, interview)}<div class="acts"><button class="primary">${t.save}</button></div></form>
<form method="post" action="${to}/plan" class="card">${planFields(here, plan)}<button class="primary">${t.savePlan}</button></form>`
    : html`<p class="notice">${t.closed} <a href="${to}/consents">${t.toConsents}</a></p>`
}`,
  })
}

function sheet(here: Here, { fields, refusals }: Typed): Html {
  const t = here.t.intake
  const f = formOf(here, fields, refusals)
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

function planFields(here: Here, { fields, refusals }: Typed): Html {
  const t = here.t.intake
  const f = formOf(here, fields, refusals)
  const all = (list: Parameters<typeof codesOf>[0]) => f.codes(list, codesOf(list))
  return html`<h2>${t.plan}</h2><p>${t.planLead}</p><div class="pair">
${f.text('sessions', { type: 'number', least: 1, most: 60, short: true })}
${f.text('minutes', { type: 'number', least: 20, most: 240, short: true })}
${f.select('kind', all('sessionKind'))}
${f.select('mode', all('sessionMode'))}
${f.text('startOn', { type: 'date' })}
${f.text('dueOn', { type: 'date', optional: true })}</div>`
}
