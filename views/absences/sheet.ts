import { html } from 'hono/html'
import { labelOf } from '../../src/codebook/codebook.ts'
import type { Person, Room, School } from '../../src/people/person.ts'
import type { Absence } from '../../src/people/registers.ts'
import type { HandOverSheet } from '../../src/sessions/hand-over-sheet.ts'
import { dayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { longDay, shortDay, shortMoment } from '../parts/dates.ts'
import { factList, stageMark } from '../parts/lists.ts'
import { codeIn } from '../sessions/parts.ts'
import { spanOfDays } from '../settings/days.ts'
import { fill } from '../words.ts'

interface Shown {
  absence: Absence
  sheets: HandOverSheet[]
  names: ReadonlyMap<Person['id'], string>
  rooms: Room[]
  schools: School[]
}

/** What a colleague needs who stands in, a block a case: on screen, and on paper. */
export function sheetPage(here: Here, shown: Shown): Html {
  const { absence, sheets, names } = shown
  const a = here.t.absences
  const name = names.get(absence.counsellorId) ?? absence.counsellorId
  const soon = here.person?.id === absence.coveredBy && dayOf(here.now) < absence.from
  return layout(here, {
    title: a.sheetTitle,
    styles: ['sheet.css'],
    body: html`<div class="head"><h1>${a.sheetTitle} <small>${fill(a.sheetOf, { name, when: spanOfDays(here, absence) })}</small></h1><a class="no-print" href="/absences/${absence.id}">${fill(a.one, { name })}</a></div>
<p class="hint">${fill(a.sheetMade, { when: shortMoment(here, here.now) })}${absence.coveredBy ? html` · ${a.cover}: ${names.get(absence.coveredBy)}` : ''}. ${a.sheetLead}</p>
${sheets.length === 0 ? html`<p class="nothing">${soon ? fill(a.fromThenOn, { from: longDay(here, absence.from), to: longDay(here, absence.to) }) : a.noCases}</p>` : sheets.map((one) => block(here, one, shown))}`,
  })
}

function block(here: Here, sheet: HandOverSheet, { rooms, schools, names }: Shown): Html {
  const { number, name, stage, dueOn, next, apart, concerns, reportsOwed, agreed, missing, guardians } = sheet
  const { t, lang } = here
  const a = t.absences
  const place = (one: HandOverSheet['next'][number]) =>
    rooms.find(({ id }) => id === one.roomId)?.name ?? codeIn(here, 'sessionMode', one.mode)
  const session = (one: HandOverSheet['next'][number]) =>
    `${shortMoment(here, one.startAt)} · ${place(one)} · ${names.get(one.counsellorId) ?? one.counsellorId}`
  return html`<section class="card handed"><h2><a href="/cases/${number}" translate="no">${number}</a> ${name} ${stageMark(here, stage)}</h2>
${reportsOwed.map((law) => html`<p class="warning"><strong>${a.reports}</strong> ${fill(a.reportOwed, { law: t.sessions.laws[law] })}</p>`)}
${factList([
  [a.next, next.length > 0 ? next.map(session).join('\n') : a.noNext],
  [a.due, dueOn && shortDay(here, dueOn)],
  [a.apart, apart.cases.join(', ')],
  [a.apartSchools, apart.schools.map((id) => schools.find((one) => one.id === id)?.name ?? id).join(', ')],
  [
    a.concerns,
    concerns
      .map(({ code, severity }) => `${labelOf('concern', code, lang)} (${t.cases.severity[severity]})`)
      .join('\n'),
  ],
  [a.nextStep, agreed?.nextStep],
  [a.homework, agreed?.homework],
  [
    a.missing,
    missing.map(({ kind, giver }) => `${labelOf('consentKind', kind, lang)} (${t.consent.giver[giver]})`).join('\n'),
  ],
  [
    a.guardians,
    guardians.map(({ relation, phone }) => `${labelOf('guardianRelation', relation, lang)} ${phone ?? '–'}`).join('\n'),
  ],
])}</section>`
}
