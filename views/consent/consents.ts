import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { codesOf, labelOf } from '../../src/codebook/codebook.ts'
import { guardianKind, guardiansDisagree, isGuardianNeeded, type Missing } from '../../src/consent/gate.ts'
import { textVersion, ways } from '../../src/consent/give.ts'
import type { Refusal } from '../../src/result.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf, say } from '../parts/form.ts'
import { fill } from '../words.ts'
import { answerList, verifications } from './answers.ts'
import { texts } from './texts.ts'

export interface Shown {
  caseFile: CaseFile
  missing: Missing[]
  names: Map<string, string>
  today: string
}

/** Who agreed to what, what is missing, and the form for what was said today. */
export function consentsPage(here: Here, shown: Shown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { caseFile } = shown
  const { t } = here
  const f = formOf(here, typed, refusals)
  const givers: [string, string][] = [
    ['youth', `${t.consent.giver.youth} (${caseFile.youth.name})`],
    ...caseFile.guardians.map((_, at): [string, string] => [`guardian-${at}`, guardianName(here, caseFile, at)]),
  ]
  return layout(here, {
    title: `${t.consent.title} ${caseFile.number}`,
    refused: refusals.length > 0,
    wide: true,
    body: html`${caseHead(here, caseFile, 'consents')}
${f.problems()}
${gateState(here, shown)}
<section class="card"><h2>${t.consent.recorded}</h2>${answerList(here, shown)}</section>
<section class="card"><h2>${t.consent.record}</h2><p>${t.consent.recordLead}</p>
<form method="post" action="/cases/${caseFile.number}/consents">
<div class="pair">${f.radios('giver', givers)}${f.radios(
      'route',
      ways.map((route) => [route, t.consent.routes[route]]),
    )}${f.text('answeredOn', { type: 'date' })}</div>
${kindsAsked(here, typed, refusals)}
<button class="primary">${t.consent.save}</button></form></section>
<details class="card"><summary>${t.consent.addGuardian}</summary>
<form method="post" action="/cases/${caseFile.number}/consents/guardians"><div class="pair">
${f.select('guardianRelation', f.codes('guardianRelation', codesOf('guardianRelation')))}
${f.text('guardianName', { optional: true, autocomplete: 'off' })}
${f.text('guardianPhone', { type: 'tel', optional: true, autocomplete: 'off' })}</div><button>${t.consent.add}</button></form></details>
<details class="card"><summary>${t.consent.texts}</summary><p>${fill(t.consent.textsLead, { version: textVersion })}</p>
<dl class="texts">${codesOf('consentKind').map(
      (kind) => html`<dt>${labelOf('consentKind', kind, here.lang)}</dt><dd>${texts[kind]?.[here.lang]}</dd>`,
    )}</dl></details>`,
  })
}

export const guardianName = (here: Here, { guardians }: CaseFile, at: number): string => {
  const { relation = '', name = '' } = guardians[at] ?? {}
  return fill(here.t.consent.guardianName, { relation: labelOf('guardianRelation', relation, here.lang), name }).trim()
}

function gateState(here: Here, { caseFile, missing }: Shown): Html {
  const c = here.t.consent
  const waiting = verifications(here, { caseFile })
  const disagree = guardiansDisagree(caseFile, guardianKind) ? html`<p class="warning">${c.disagree}</p>` : ''
  if (missing.length === 0)
    return html`<p class="done">${c.open}</p>${disagree}${
      waiting.length > 0 ? html`<section class="card">${waiting}</section>` : ''
    }`
  const needs = isGuardianNeeded(caseFile) ? html`<p>${c.under14}</p>` : ''
  return html`<section class="warning"><h2>${c.missing}</h2><ul>${missing.map(
    ({ kind, giver, why }) =>
      html`<li>${labelOf('consentKind', kind, here.lang)} · ${c.giver[giver]} · ${c.why[why]}</li>`,
  )}</ul>${needs}${waiting}</section>${disagree}`
}

/** One line a kind: yes, no, or not asked. Nothing is ticked beforehand but "not asked". */
function kindsAsked(here: Here, typed: URLSearchParams, refusals: Refusal[]): Html {
  const c = here.t.consent
  const box = (kind: string, value: string, label: string, at: number) =>
    html`<label class="choice"><input type="radio" name="${kind}" value="${value}"${at === 0 ? html` id="${kind}"` : ''}${(typed.get(kind) ?? '') === value ? html` checked` : ''}> <span>${label}</span></label>`
  const problem = (kind: string) => {
    const found = refusals.find(({ field }) => field === kind)
    return found ? html`<p class="problem">${say(here, found)}</p>` : ''
  }
  return html`<div class="asked">${codesOf('consentKind').map(
    (
      kind,
    ) => html`<fieldset class="field"><legend>${labelOf('consentKind', kind, here.lang)}</legend>${problem(kind)}<div class="row">
${box(kind, 'given', c.answers.given, 0)}${box(kind, 'refused', c.answers.refused, 1)}${box(kind, '', c.notAsked, 2)}</div></fieldset>`,
  )}</div>`
}
