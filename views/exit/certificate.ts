import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Certificate } from '../../src/casefile/outcome.ts'
import type { Session } from '../../src/casefile/session.ts'
import { openFor } from '../../src/exit/certificate-facts.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { fill } from '../words.ts'
import { certificatePaper } from './certificate-paper.ts'
import { openList } from './certificates.ts'

interface Shown {
  caseFile: CaseFile
  certificate: Certificate
  /** its running number in the case */
  nth: number
  sessions: Session[]
  origin: string
}

/** One certificate as it is printed, and what can still be done with it. */
export function certificatePage(here: Here, shown: Shown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { caseFile, certificate, origin } = shown
  const c = here.t.certificates
  const f = formOf(here, typed, refusals)
  const { number, revoked } = certificate
  return layout(here, {
    title: `${c.title} ${number}`,
    refused: refusals.length > 0,
    styles: ['certificate.css'],
    body: html`<div class="no-print"><div class="head"><a href="/cases/${caseFile.number}/certificates">${c.back}</a> <a href="/certificates/${certificate.code}">${c.check}</a></div>
${revoked ? html`<p class="warning">${fill(c.revokedBecause, { why: revoked.why })}</p>` : html`<p class="notice">${c.print}</p>`}</div>
${certificatePaper(here, { printed: certificate, origin, revoked: revoked !== undefined })}
${revoked ? '' : manage(here, shown, f)}`,
  })
}

/** One form with two buttons: why is asked for either. */
function manage(here: Here, { caseFile, certificate, nth, sessions }: Shown, f: ReturnType<typeof formOf>): Html {
  const c = here.t.certificates
  const base = `/cases/${caseFile.number}/certificates/${nth}`
  const open = openFor(caseFile, certificate, sessions)
  return html`<div class="no-print">${f.problems()}</div><section class="card no-print"><h2>${c.manage}</h2><p>${c.manageLead}</p>
${openList(here, caseFile, certificate, open)}
<form method="post" action="${base}/replacement">${f.text('why')}${open.length > 0 ? f.area('despiteOpen', { optional: true, hint: c.despiteHint, rows: 2 }) : ''}
<div class="acts"><button class="primary">${c.anew}</button><button class="danger" formaction="${base}/revocation">${c.revoke}</button></div></form></section>`
}
