import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { closingOf } from '../../src/casefile/questions.ts'
import { labelOf } from '../../src/codebook/codebook.ts'
import { isToBeAskedAgain } from '../../src/consent/ask-again.ts'
import { disagreementsOf, isGuardianNeeded, type Missing } from '../../src/consent/gate.ts'
import type { Here, Html } from '../here.ts'
import { shortMoment } from '../parts/dates.ts'
import { fill } from '../words.ts'
import { verifications } from './answers.ts'
import type { Shown } from './consents.ts'
import { writerName } from './people.ts'

/** What stands between the case and its intake, and what consent asks of the staff beside that. */
export function asked(here: Here, shown: Shown): Html {
  const { caseFile, missing, today } = shown
  const c = here.t.consent
  const waiting = verifications(here, shown)
  const open = missing.length === 0 ? html`<p class="done">${c.open}</p>` : missingList(here, missing, shown)
  const again = !closingOf(caseFile) && isToBeAskedAgain(caseFile, today)
  return html`${open}${waiting.length > 0 ? html`<section class="card"><h2>${c.verifyTitle}</h2>${waiting}</section>` : ''}
${disagreementCard(here, shown)}
${again ? html`<section class="card"><h2>${c.again}</h2><p>${c.againLead} ${missing.length === 0 ? c.againGoesOn : c.againInstead} ${c.againHow}</p></section>` : ''}`
}

function missingList(here: Here, missing: Missing[], { caseFile }: Shown): Html {
  const c = here.t.consent
  return html`<section class="warning"><h2>${c.missing}</h2><ul>${missing.map(
    ({ kind, giver, why }) =>
      html`<li>${labelOf('consentKind', kind, here.lang)} · ${c.giver[giver]} · ${c.why[why]}</li>`,
  )}</ul>${isGuardianNeeded(caseFile) ? html`<p>${c.under14}</p>` : ''}</section>`
}

/** Guardians who do not agree, and for the lead a form for each question; below it what was settled before. */
function disagreementCard(here: Here, { caseFile, missing, names }: Shown): Html {
  const d = here.t.consent.disagreement
  const open = closingOf(caseFile) ? [] : disagreementsOf(caseFile)
  const shuts = (kind: string) => missing.some((one) => one.kind === kind && one.why === 'guardians-disagree')
  const nameOf = (kind: string) => labelOf('consentKind', kind, here.lang)
  const item = (kind: string) => html`<li><strong>${nameOf(kind)}</strong> ${shuts(kind) ? d.shuts : d.shown}
${
  here.may('settle a disagreement')
    ? html`<form method="post" action="/cases/${caseFile.number}/consents/disagreements"><input type="hidden" name="kind" value="${kind}"><div class="field"><label for="settle-${kind}">${d.why}</label><textarea id="settle-${kind}" name="why" rows="3"></textarea></div><button>${fill(d.settle, { kind: nameOf(kind) })}</button></form>`
    : ''
}</li>`
  const settled = caseFile.disagreements.map(
    ({ kind, why, by, at }) =>
      html`<li>${nameOf(kind)}: ${why} <small>${fill(here.t.shared.by, { who: writerName(here, names, by), when: shortMoment(here, at) })}</small></li>`,
  )
  return html`${open.length > 0 ? html`<section class="warning"><h2>${d.title}</h2><p>${d.lead}</p><ul>${open.map(item)}</ul></section>` : ''}
${settled.length > 0 ? html`<section class="card"><h2>${d.settled}</h2><ul class="history">${settled}</ul></section>` : ''}`
}

/** The same on the page of the case, as a pointer. */
export function disagreementNote(here: Here, caseFile: CaseFile): Html {
  if (closingOf(caseFile) || disagreementsOf(caseFile).length === 0) return html``
  const { title, see } = here.t.consent.disagreement
  return html`<p class="warning">${title} <a href="/cases/${caseFile.number}/consents">${see}</a></p>`
}
