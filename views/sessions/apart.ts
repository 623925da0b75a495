import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Apart } from '../../src/casefile/course.ts'
import type { Row } from '../../src/casefile/row.ts'
import type { Session } from '../../src/casefile/session.ts'
import type { School } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import type { KeptApart } from '../../src/sessions/apart.ts'
import { apartWhys } from '../../src/sessions/keep-apart.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf, say } from '../parts/form.ts'
import { stack } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { signedBy } from './session-history.ts'

export interface ApartShown {
  caseFile: CaseFile
  /** whom this case names, in force */
  kept: KeptApart
  /** numbers that the reader may not learn */
  hidden: ReadonlySet<string>
  /** other cases that name this one */
  naming: Row[]
  /** cases of the same decision that are not named yet */
  alike: Row[]
  /** names of the youths whose cases are open to the reader */
  names: ReadonlyMap<string, string>
  schools: School[]
  people: ReadonlyMap<string, string>
  /** sessions that were booked before, too near to somebody not to be met */
  near: { session: Session; refusals: Refusal[] }[]
}

/** Whom the youth of a case must not meet, and naming somebody. */
export function apartPage(here: Here, shown: ApartShown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { caseFile } = shown
  const { course } = here.t
  const path = `/cases/${caseFile.number}/apart`
  const f = formOf(here, typed, refusals)
  return layout(here, {
    title: `${course.apartTitle} ${caseFile.number}`,
    refused: refusals.length > 0,
    body: html`${caseHead(here, caseFile, 'overview')}<h2>${course.apartTitle}</h2><p class="lead">${course.apartLead}</p>
${f.problems()}
${nearWarning(here, shown)}
${inForce(here, shown, path)}
${namingCard(here, shown)}
${alikeCard(here, shown, path)}
<form method="post" action="${path}" class="card long"><h2>${course.apartAdd}</h2>
<div class="pair">${f.text('apartCase', { optional: true, hint: course.apartCaseHint })}
${f.select(
  'apartSchool',
  shown.schools.map(({ id, name }) => [id, name]),
  { optional: true, hint: course.apartSchoolHint },
)}</div>
${f.radios(
  'apartWhy',
  apartWhys.map((code) => [code, here.t.sessions.apartWhy[code]]),
)}
<button class="primary">${course.apartButton}</button></form>
${endedCard(here, shown)}`,
  })
}

/** A case or a school, as far as the reader may know of it. */
function who(here: Here, { hidden, names, schools }: ApartShown, from: Apart['from']): Html {
  const { course } = here.t
  if ('schoolId' in from) {
    const school = schools.find(({ id }) => id === from.schoolId)?.name ?? from.schoolId
    return html`${fill(course.apartSchool, { school })}`
  }
  const { caseNumber } = from
  if (hidden.has(caseNumber)) return html`${course.apartHidden}`
  const name = names.get(caseNumber)
  return name ? html`<a href="/cases/${caseNumber}">${caseNumber}</a> ${name}` : html`${caseNumber}`
}

function inForce(here: Here, shown: ApartShown, path: string): Html {
  const { course, sessions: s, fields } = here.t
  const { caseFile, hidden, people, kept } = shown
  const noted = (caseFile.apart ?? []).filter(({ ended }) => !ended)
  const named = kept.cases.filter(
    (number) => !noted.some(({ from }) => 'caseNumber' in from && from.caseNumber === number),
  )
  const lines = [
    ...[...new Set(named)].map((caseNumber) => ({ from: { caseNumber }, why: undefined, said: course.apartReferral })),
    ...noted.map((one) => ({ ...one, said: signedBy(here, people, one) })),
  ]
  const ends = here.may('let youths meet')
  const rows = lines.map(({ from, why, said }) => {
    const value = 'schoolId' in from ? `school:${from.schoolId}` : `case:${from.caseNumber}`
    const mine = ends && !('caseNumber' in from && hidden.has(from.caseNumber))
    const cells = [who(here, shown, from), why ? s.apartWhy[why] : '–', said]
    return ends ? [...cells, mine ? endingForm(here, path, value) : ''] : cells
  })
  const columns = [course.apartWho, fields.apartWhy, course.apartNoted]
  return stack(course.apartTitle, ends ? [...columns, course.apartEnd] : columns, rows, course.apartNone)
}

function endingForm(here: Here, path: string, value: string): Html {
  const { course, fields } = here.t
  return html`<details><summary>${course.apartEnd}</summary><form method="post" action="${path}/ending" class="inline"><input type="hidden" name="apartFrom" value="${value}"><label for="why-${value}">${fields.why}</label><input type="text" id="why-${value}" name="why"><button class="small">${course.apartEnd}</button></form></details>`
}

/** It is enough that the other side says so. */
function namingCard(here: Here, shown: ApartShown): Html {
  if (shown.naming.length === 0) return html``
  return html`<section class="card"><h2>${here.t.course.apartNaming}</h2><ul class="history">${shown.naming.map(({ number }) => html`<li>${who(here, shown, { caseNumber: number })}</li>`)}</ul></section>`
}

/** Suggested, not decided: they were ordered by the same letter. */
function alikeCard(here: Here, { alike }: ApartShown, path: string): Html {
  const { course } = here.t
  if (alike.length === 0) return html``
  return html`<section class="warning"><h2>${course.apartAlike}</h2><p>${course.apartAlikeLead}</p><ul>${alike.map(
    ({ number, name }) =>
      html`<li><a href="/cases/${number}">${number}</a> ${name} <form method="post" action="${path}" class="inline"><input type="hidden" name="apartCase" value="${number}"><input type="hidden" name="apartWhy" value="same-incident"><button class="small">${fill(course.apartTake, { number })}</button></form></li>`,
  )}</ul></section>`
}

/** What was booked before somebody was named is left as it is, and said. */
function nearWarning(here: Here, { near }: ApartShown): Html {
  if (near.length === 0) return html``
  return html`<section class="warning"><h2>${here.t.course.apartNear}</h2><ul>${near.map(
    ({ session, refusals }) =>
      html`<li><a href="/sessions/${session.id}">${shortMoment(here, session.startAt)}</a> ${refusals.map((one) => say(here, one)).join(' ')}</li>`,
  )}</ul></section>`
}

function endedCard(here: Here, shown: ApartShown): Html {
  const ended = (shown.caseFile.apart ?? []).filter((one) => one.ended)
  if (ended.length === 0) return html``
  return html`<section class="card"><h2>${here.t.course.apartEnded}</h2><ul class="history">${ended.map(
    ({ from, ended: end }) =>
      html`<li>${who(here, shown, from)}: ${end?.why ?? ''} <small>${end ? signedBy(here, shown.people, end) : ''}</small></li>`,
  )}</ul></section>`
}
