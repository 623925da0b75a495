import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Certificate } from '../../src/casefile/outcome.ts'
import { certificatesInForce } from '../../src/casefile/printed.ts'
import type { Session } from '../../src/casefile/session.ts'
import { labelOf } from '../../src/codebook/codebook.ts'
import { isSameHolder } from '../../src/exit/certificate.ts'
import { deliveredTo, type Holder, isOutdated, openFor } from '../../src/exit/certificate-facts.ts'
import type { OpenThing } from '../../src/exit/close.ts'
import type { Refusal } from '../../src/result.ts'
import { dayOf } from '../../src/time/days.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { hoursMinutes, shortDay, shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { stack } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { openThing } from './closing.ts'

interface Shown {
  caseFile: CaseFile
  sessions: Session[]
  names: Map<string, string>
}

/** The certificates of one case, those that were revoked too, and the form for another. */
export function certificatesPage(here: Here, shown: Shown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { caseFile, sessions } = shown
  const c = here.t.certificates
  const f = formOf(here, typed, refusals)
  return layout(here, {
    title: `${c.title} ${caseFile.number}`,
    refused: refusals.length > 0,
    body: html`${caseHead(here, caseFile, 'closing')}${f.problems()}
<div class="head"><h2>${c.title}</h2><a href="/cases/${caseFile.number}/letter">${c.toLetter}</a></div><p>${c.lead}</p>
${outdatedNote(here, caseFile, sessions)}
${list(here, shown)}
${issueForm(here, shown, f)}`,
  })
}

function list(here: Here, { caseFile, sessions, names }: Shown): Html {
  const c = here.t.certificates
  const { certificates = [], number } = caseFile
  const { columns } = c
  const rows = certificates.map((one, at) => [
    html`<a href="/cases/${number}/certificates/${at + 1}" translate="no">${one.number}</a>`,
    html`${one.name} <small>${holderName(here, caseFile, one)}</small>`,
    `${shortDay(here, one.from)} – ${shortDay(here, one.to)}`,
    `${fill(c.paper.sessionCount, { n: one.sessions })} · ${hoursMinutes(here, one.minutes)}`,
    state(here, one, !one.revoked && isOutdated(caseFile, one, sessions), names),
  ])
  return stack(c.title, [columns.number, columns.holder, columns.days, columns.delivered, columns.state], rows, c.none)
}

function state(here: Here, one: Certificate, outdated: boolean, names: Map<string, string>): Html {
  const c = here.t.certificates
  const who = ({ by, at }: { by: string; at: string }) =>
    html`<small>${names.get(by) ?? by} · ${shortMoment(here, at)}</small>`
  return html`${one.revoked ? html`<span class="mark bad">${c.revoked}</span>` : html`<span class="mark good">${c.inForce}</span>`}${
    outdated ? html` <span class="mark care">${c.outdated}</span>` : ''
  } ${who(one)}${one.replaces ? html`<br>${fill(c.replaces, { number: one.replaces })}` : ''}${
    one.despite ? html`<br>${fill(c.despite, { why: one.despite })}` : ''
  }${one.revoked ? html`<br>${fill(c.revokedBecause, { why: one.revoked.why })} ${who(one.revoked)}` : ''}`
}

/** The youth and each guardian, as far as they have none in force. */
const holdersOf = (caseFile: CaseFile): Holder[] => {
  const all: Holder[] = [
    { whose: 'youth' },
    ...caseFile.guardians.map((_, guardian): Holder => ({ whose: 'guardian', guardian })),
  ]
  return all.filter((holder) => !certificatesInForce(caseFile).some((one) => isSameHolder(one, holder)))
}

/** Offered to whoever took part; what is open for them, and who has not begun, is said. */
function issueForm(here: Here, { caseFile, sessions }: Shown, f: ReturnType<typeof formOf>): Html {
  const c = here.t.certificates
  const holders = holdersOf(caseFile)
  const begun = holders.filter((one) => deliveredTo(caseFile, one, sessions))
  const rest = holders.filter((one) => one.whose === 'youth' && !begun.includes(one))
  const named = (one: Holder) => holderName(here, caseFile, one)
  const isOpen = begun.some((one) => openFor(caseFile, one, sessions).length > 0)
  const keyOf = ({ whose, guardian }: Holder) => (whose === 'youth' ? whose : `guardian-${guardian}`)
  return html`<section class="card"><h2>${c.issue}</h2>
${rest.map((one) => html`<p>${fill(c.nothingFor, { who: named(one) })}</p>`)}
${begun.map((one) => openList(here, caseFile, one, openFor(caseFile, one, sessions)))}
${
  begun.length === 0
    ? rest.length > 0
      ? ''
      : html`<p>${c.nobody}</p>`
    : html`<form method="post" action="/cases/${caseFile.number}/certificates">${f.radios(
        'holder',
        begun.map((one): [string, string] => [keyOf(one), named(one)]),
      )}${isOpen ? f.area('despiteOpen', { optional: true, hint: c.despiteHint, rows: 2 }) : ''}<button class="primary">${c.button}</button></form>`
}</section>`
}

/** What is still open for one of them. */
export function openList(here: Here, caseFile: CaseFile, holder: Holder, open: OpenThing[]): Html {
  const c = here.t.certificates
  const say = (thing: OpenThing) =>
    thing.what === 'notes-missing' ? fill(c.unlocked, { count: thing.count }) : openThing(here, thing)
  if (open.length === 0) return html``
  return html`<div class="warning"><p>${fill(c.openFor, { who: holderName(here, caseFile, holder) })}</p><ul>${open.map((thing) => html`<li>${say(thing)}</li>`)}</ul></div>`
}

function holderName(here: Here, { guardians }: CaseFile, { whose, guardian = 0 }: Holder): string {
  const { holders } = here.t.certificates
  if (whose === 'youth') return holders.youth
  return fill(holders.guardian, {
    relation: labelOf('guardianRelation', guardians[guardian]?.relation ?? 'other', here.lang),
  })
}

/** A certificate that somebody holds and the record that now says something else. */
export function outdatedNote(here: Here, caseFile: CaseFile, sessions: Session[]): Html {
  const c = here.t.certificates
  const all = caseFile.certificates ?? []
  const outdated = certificatesInForce(caseFile).filter((one) => isOutdated(caseFile, one, sessions))
  if (outdated.length === 0 || !here.may('issue a certificate')) return html``
  return html`<section class="warning"><ul>${outdated.map(
    (one) =>
      html`<li><a href="/cases/${caseFile.number}/certificates/${all.indexOf(one) + 1}">${fill(c.outdatedLead, { number: one.number })}</a></li>`,
  )}</ul></section>`
}

/** The way to the papers of a case, on the page of its end. */
export function papersCard(here: Here, { number, certificates = [] }: CaseFile): Html {
  const c = here.t.certificates
  if (!here.may('issue a certificate')) return html``
  const last = certificates.findLast(({ revoked }) => !revoked)
  return html`<section class="card"><h2>${c.papers}</h2>${last ? html`<p><span class="mark good">${c.inForce}</span> <span translate="no">${last.number}</span> <small>${shortDay(here, dayOf(last.at))}</small></p>` : ''}
<p class="acts"><a class="button" href="/cases/${number}/certificates">${c.toCertificates}</a><a class="button" href="/cases/${number}/letter">${c.toLetter}</a></p></section>`
}
