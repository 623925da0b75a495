import { html } from 'hono/html'
import type { Row } from '../../src/casefile/row.ts'
import type { Session, Taken } from '../../src/casefile/session.ts'
import { absenceStateOf } from '../../src/people/absence.ts'
import type { Person, Room } from '../../src/people/person.ts'
import type { Absence } from '../../src/people/registers.ts'
import type { Refusal } from '../../src/result.ts'
import { dayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { longDay, shortMoment } from '../parts/dates.ts'
import { say } from '../parts/form.ts'
import { factList, stack, stageMark } from '../parts/lists.ts'
import { codeIn } from '../sessions/parts.ts'
import { spanOfDays } from '../settings/days.ts'
import { fill } from '../words.ts'
import { coverForm } from './cover-form.ts'
import { absenceMark } from './list.ts'

export interface AbsenceShown {
  absence: Absence
  /** open cases of whoever is away, as far as the reader may see them */
  rows: Row[]
  names: ReadonlyMap<string, string>
  rooms: Room[]
  /** sessions of those days that are still with whoever is away */
  staying: (Session | Taken)[]
  /** why they could not be handed over, by session */
  why: ReadonlyMap<string, Refusal[]>
  handed: Session[]
  /** who can stand in, and who is away themselves */
  colleagues: Person[]
  away: Person[]
}

/** One absence: what is booked in it, who stands in, and in which cases. */
export function absencePage(here: Here, shown: AbsenceShown, typed?: URLSearchParams, refusals: Refusal[] = []): Html {
  const { absence, names } = shown
  const a = here.t.absences
  const name = names.get(absence.counsellorId) ?? absence.counsellorId
  const state = absenceStateOf(absence, dayOf(here.now))
  const open = state === 'now' || state === 'to-come'
  return layout(here, {
    title: a.title,
    refused: refusals.length > 0,
    body: html`<div class="head"><h1>${fill(a.one, { name })} ${absenceMark(here, absence)}</h1><a href="/absences">${a.toList}</a></div>
<section class="card">${factList([
      [a.when, spanOfDays(here, absence)],
      [a.cover, absence.coveredBy ? names.get(absence.coveredBy) : '–'],
    ])}<p class="acts"><a class="button" href="/absences/${absence.id}/sheet">${a.toSheet}</a></p>${open ? standInLine(here, shown) : ''}</section>
${open ? stayingList(here, shown, name) : ''}
${shown.handed.length > 0 ? html`<section><h2>${a.handedHead}</h2>${sessionTable(here, shown, a.handedHead, shown.handed)}</section>` : ''}
<section><h2>${a.casesHead}</h2>${caseTable(here, shown)}</section>
${open && here.may('arrange a cover') ? coverForm(here, shown, typed, refusals) : ''}
${open && (here.may('arrange a cover') || here.person?.id === absence.counsellorId) ? ending(here, absence) : ''}`,
  })
}

/** Whoever was to stand in may be away since, or have left. */
function standInLine(here: Here, { absence: { coveredBy }, colleagues, names }: AbsenceShown): Html {
  if (coveredBy === undefined || colleagues.some(({ id }) => id === coveredBy)) return html``
  return html`<p class="warning">${fill(here.t.absences.standInGone, { name: names.get(coveredBy) ?? coveredBy })}</p>`
}

function stayingList(here: Here, shown: AbsenceShown, name: string): Html {
  const a = here.t.absences
  const { absence, staying } = shown
  const own = !here.may('arrange a cover') && here.person?.id === absence.counsellorId
  if (staying.length === 0) return html`<p class="notice">${a.noSessions}</p>`
  return html`<section><h2>${a.sessionsHead}</h2><p class="warning">${fill(own ? a.sessionsLeadOwn : a.sessionsLead, { name, n: staying.length })}</p>${sessionTable(here, shown, a.sessionsHead, staying)}</section>`
}

function sessionTable(
  here: Here,
  { rooms, rows, why }: AbsenceShown,
  caption: string,
  sessions: (Session | Taken)[],
): Html {
  const a = here.t.absences
  const names = new Map(rows.map(({ number, name }) => [number, name]))
  const room = (one: Session | Taken) => rooms.find(({ id }) => id === one.roomId)?.name
  const told = sessions.some((one) => !('taken' in one) && (why.get(one.id)?.length ?? 0) > 0)
  const line = (one: Session | Taken) => {
    if ('taken' in one) return [shortMoment(here, one.startAt), a.taken, room(one) ?? '–', ...(told ? [''] : [])]
    const cases = one.attendees.map(({ caseNumber }) => [caseNumber, names.get(caseNumber)].filter(Boolean).join(' '))
    const against = (why.get(one.id) ?? []).map((refusal) => say(here, refusal)).join(' ')
    return [
      html`<a href="/sessions/${one.id}">${shortMoment(here, one.startAt)}<span class="unseen"> ${a.move}</span></a>`,
      cases.join(', '),
      room(one) ?? codeIn(here, 'sessionMode', one.mode),
      ...(told ? [against] : []),
    ]
  }
  return stack(
    caption,
    [[a.time, 'day'], a.case, a.room, ...(told ? [a.whyNot] : [])],
    sessions.map(line),
    a.noSessions,
  )
}

function caseTable(here: Here, { rows, absence }: AbsenceShown): Html {
  const a = here.t.absences
  const { from, to, coveredBy, cases } = absence
  const reader = here.person?.id
  if (rows.length === 0 && reader === coveredBy && dayOf(here.now) < from)
    return html`<p class="notice">${fill(a.fromThenOn, { from: longDay(here, from), to: longDay(here, to) })}</p>`
  const line = ({ number, name, stage, restrictedTo }: Row) => [
    html`<a href="/cases/${number}" translate="no">${number}</a>`,
    name,
    stageMark(here, stage),
    cases.includes(number)
      ? html`<span class="mark good">${a.covered}</span>`
      : html`${a.notCovered}${restrictedTo ? html` <span class="mark care">${a.restricted}</span>` : ''}`,
  ]
  const heads = [a.case, here.t.cases.youth, here.t.cases.stage, a.cover]
  return stack(a.casesHead, heads, rows.map(line), a.noCases)
}

const ending = ({ t }: Here, { id }: Absence): Html =>
  html`<details class="card"><summary>${t.absences.end}</summary><p>${t.absences.endLead}</p><form method="post" action="/absences/${id}/ending"><button class="danger">${t.absences.end}</button></form></details>`
