import { html } from 'hono/html'
import type { Consent } from '../../src/casefile/casefile.ts'
import { codesOf, labelOf } from '../../src/codebook/codebook.ts'
import { guardianKind, isInForce } from '../../src/consent/gate.ts'
import type { Here, Html } from '../here.ts'
import { shortDay } from '../parts/dates.ts'
import { type Column, stack } from '../parts/lists.ts'
import type { Shown } from './consents.ts'
import { signed } from './links.ts'
import { giverName, guardianName, writerName } from './people.ts'

/** Every answer ever given, the newest first, each with what can be done about it. */
export function answerList(here: Here, { caseFile, names, today }: Shown): Html {
  const c = here.t.consent
  const line = (consent: Consent, at: number) => [
    at + 1,
    labelOf('consentKind', consent.kind, here.lang),
    consent.giver === 'youth'
      ? c.giver.youth
      : giverName(here, caseFile, { whose: 'guardian', guardian: consent.guardian }),
    state(here, consent),
    c.routes[consent.route],
    shortDay(here, consent.on),
    html`<small>${writerName(here, names, consent.by)}</small>`,
    consent.invalidated || consent.withdrawn || !here.may('record a consent')
      ? ''
      : acts(here, caseFile.number, consent, at + 1, today),
  ]
  const heads: Column[] = [c.number, c.kind, c.who, c.answer, c.how, [c.when, 'day'], c.by, c.acts]
  return stack(c.recorded, heads, caseFile.consents.map(line).reverse(), c.nothing)
}

function state(here: Here, { answer, verification, withdrawn, invalidated }: Consent): Html {
  const c = here.t.consent
  return html`<span class="mark ${answer === 'given' && !withdrawn && !invalidated ? 'good' : 'care'}">${c.answers[answer]}</span>
${verification ? html`<br><small>${c.state.verified}: ${labelOf('guardianVerification', verification.method, here.lang)} ${verification.detail ?? ''}</small>` : ''}
${withdrawn ? html`<br><small>${c.state.withdrawn} ${withdrawn.on} ${withdrawn.why ?? ''}</small>` : ''}
${invalidated ? html`<br><small>${c.state.invalidated}: ${invalidated.why}</small>` : ''}`
}

/** Verifying the guardians whose yes waits for it: one form each, with whose it is. */
export function verifications(here: Here, { caseFile }: Pick<Shown, 'caseFile'>): Html[] {
  const { fields, consent: c } = here.t
  const methods = codesOf('guardianVerification').map((code) => [
    code,
    labelOf('guardianVerification', code, here.lang),
  ])
  return caseFile.consents.flatMap((consent, at) => {
    if (!isInForce(consent) || consent.kind !== guardianKind || consent.verification) return []
    if (!here.may('record a consent')) return []
    const id = (name: string) => `${name}-${at + 1}`
    const link = caseFile.links.find((one) => one.answered === consent.at && one.guardian === consent.guardian)
    return html`<form method="post" action="/cases/${caseFile.number}/consents/${at + 1}/verification" class="inline">
<strong>${guardianName(here, caseFile, consent.guardian ?? 0)}</strong>${link ? html`<span>${c.byLink} ${signed(here, caseFile, link)}</span>` : ''}<label for="${id('method')}">${fields.method}</label>
<select id="${id('method')}" name="method"><option value="">${here.t.shared.choose}</option>${methods.map(([code, label]) => html`<option value="${code}">${label}</option>`)}</select>
<label for="${id('detail')}">${fields.detail}</label><input type="text" id="${id('detail')}" name="detail"><button class="small primary">${c.verify}</button></form>`
  })
}

/** The small forms of one answer. Their fields carry its number in the id, since there are many on the page. */
function acts(here: Here, caseNumber: string, consent: Consent, number: number, today: string): Html {
  const { t } = here
  const c = t.consent
  const to = `/cases/${caseNumber}/consents/${number}`
  const id = (name: string) => `${name}-${number}`
  const why = (act: string) =>
    html`<label for="${id(`${act}-why`)}">${t.fields.why}</label><input type="text" id="${id(`${act}-why`)}" name="why">`
  return html`<details><summary>${c.undo}</summary>
${
  isInForce(consent)
    ? html`<form method="post" action="${to}/withdrawal" class="inline"><label for="${id('withdrawnOn')}">${t.fields.withdrawnOn}</label><input type="date" id="${id('withdrawnOn')}" name="withdrawnOn" value="${today}">${why('withdrawal')}<button class="small">${c.withdraw}</button></form>`
    : ''
}<form method="post" action="${to}/invalidation" class="inline">${why('invalidation')}<button class="small">${c.invalidate}</button></form></details>`
}
