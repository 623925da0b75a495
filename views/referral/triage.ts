import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { triageOf } from '../../src/casefile/questions.ts'
import type { School } from '../../src/people/person.ts'
import { decisions } from '../../src/referral/triage.ts'
import type { Twin } from '../../src/referral/twins.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { fill } from '../words.ts'
import { referralSaid } from './said.ts'
import { twinWarning } from './twin-warning.ts'

interface Shown {
  caseFile: CaseFile
  twins: Twin[]
  counsellors: { id: string; name: string; load: number }[]
  /** names by person's id */
  people: Map<string, string>
  schools: School[]
}

/** One referral before the lead: what it says, whether it is a twin, and the decision. */
export function triagePage(here: Here, shown: Shown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { caseFile, twins, counsellors, people, schools } = shown
  const r = here.t.referral
  const f = formOf(here, typed, refusals)
  const last = triageOf(caseFile)?.decision
  const open = last !== 'accepted' && last !== 'declined'
  const who: [string, string][] = counsellors.map(({ id, name, load }) => [id, fill(r.load, { name, n: load })])
  return layout(here, {
    title: `${r.number} ${caseFile.number}`,
    refused: refusals.length > 0,
    body: html`<h1>${r.number} ${caseFile.number}</h1>
${twinWarning(here, twins)}
${f.problems()}
${
  open
    ? html`<section class="card"><h2>${r.triageTitle}</h2><form method="post" action="/referrals/${caseFile.number}/triage">
${f.radios(
  'decision',
  decisions.map((code) => [code, r.decision[code]]),
)}
${f.select('counsellorId', who, { hint: r.counsellorHint })}
${f.area('why', { hint: r.reasonHint, rows: 3 })}
<button class="primary">${r.decideButton}</button></form></section>`
    : ''
}
${
  caseFile.triage.length > 0
    ? html`<section class="card"><h2>${r.history}</h2><ul class="history">${caseFile.triage.map(
        ({ decision, reason, by, at }) =>
          html`<li><strong>${r.decided[decision]}</strong> ${reason ?? ''} <small>${people.get(by) ?? by} · ${shortMoment(here, at)}</small></li>`,
      )}</ul></section>`
    : ''
}
${referralSaid(here, caseFile, schools)}`,
  })
}
