import { html } from 'hono/html'
import type { Consent } from '../../src/casefile/casefile.ts'
import { codesOf, labelOf } from '../../src/codebook/codebook.ts'
import { guardianKind, isInForce } from '../../src/consent/gate.ts'
import type { Here, Html } from '../here.ts'
import { shortDay } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { table } from '../parts/lists.ts'
import { guardianName, type Shown } from './consents.ts'

/** Every answer ever given, the newest first, each with what can be done about it. */
export function answerList(here: Here, { caseFile, names, today }: Shown): Html {
  const c = here.t.consent
  const line = (consent: Consent, at: number) => html`<tr><th scope="row">${at + 1}</th>
<td>${labelOf('consentKind', consent.kind, here.lang)}</td>
<td>${consent.giver === 'youth' ? c.giver.youth : guardianName(here, caseFile, consent.guardian ?? 0)}</td>
<td>${state(here, consent)}</td><td>${c.routes[consent.route]}</td><td class="day">${shortDay(here, consent.on)}</td>
<td><small>${names.get(consent.by) ?? consent.by}</small></td>
<td>${consent.invalidated ? '' : acts(here, caseFile.number, consent, at + 1, today)}</td></tr>`
  const rows = caseFile.consents.map(line).reverse()
  return table(c.recorded, [c.number, c.kind, c.who, c.answer, c.how, c.when, c.by, c.acts], rows, c.nothing)
}

function state(here: Here, { answer, verification, withdrawn, invalidated }: Consent): Html {
  const c = here.t.consent
  return html`<span class="mark ${answer === 'given' && !withdrawn && !invalidated ? 'good' : 'care'}">${c.answers[answer]}</span>
${verification ? html`<br><small>${c.state.verified}: ${labelOf('guardianVerification', verification.method, here.lang)} ${verification.detail ?? ''}</small>` : ''}
${withdrawn ? html`<br><small>${c.state.withdrawn} ${withdrawn.on} ${withdrawn.why ?? ''}</small>` : ''}
${invalidated ? html`<br><small>${c.state.invalidated}: ${invalidated.why}</small>` : ''}`
}

/** The small forms of one answer. Their fields carry its number in the id, since there are many on the page. */
function acts(here: Here, caseNumber: string, consent: Consent, number: number, today: string): Html {
  const { t } = here
  const c = t.consent
  const to = `/cases/${caseNumber}/consents/${number}`
  const id = (name: string) => `${name}-${number}`
  const why = (act: string) =>
    html`<label for="${id(`${act}-why`)}">${t.fields.why}</label><input type="text" id="${id(`${act}-why`)}" name="why">`
  const f = formOf(here, new URLSearchParams(), [])
  const holds = isInForce(consent)
  const toVerify = holds && consent.kind === guardianKind && !consent.verification
  return html`${
    toVerify
      ? html`<form method="post" action="${to}/verification" class="inline"><label for="${id('method')}">${t.fields.method}</label>
<select id="${id('method')}" name="method">${f.codes('guardianVerification', codesOf('guardianVerification')).map(([code, label]) => html`<option value="${code}">${label}</option>`)}</select>
<label for="${id('detail')}">${t.fields.detail}</label><input type="text" id="${id('detail')}" name="detail"><button class="small primary">${c.verify}</button></form>`
      : ''
  }<details><summary>${c.undo}</summary>
${
  holds
    ? html`<form method="post" action="${to}/withdrawal" class="inline"><label for="${id('withdrawnOn')}">${c.when}</label><input type="date" id="${id('withdrawnOn')}" name="withdrawnOn" value="${today}">${why('withdrawal')}<button class="small">${c.withdraw}</button></form>`
    : ''
}<form method="post" action="${to}/invalidation" class="inline">${why('invalidation')}<button class="small">${c.invalidate}</button></form></details>`
}
