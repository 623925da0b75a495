import { html } from 'hono/html'
import { codesOf, labelOf } from '../../src/codebook/codebook.ts'
import type { Room, School } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { stack } from '../parts/lists.ts'
import { settingsHead } from './head.ts'

type Form = ReturnType<typeof formOf>

export function schoolsPage(here: Here, schools: School[], typed: URLSearchParams, refusals: Refusal[]): Html {
  const t = here.t.settings
  const f = formOf(here, typed, refusals)
  const line = ({ id, name, level }: School) => [
    html`<a href="/settings/schools/${id}">${name}</a>`,
    labelOf('schoolLevel', level, here.lang),
  ]
  return layout(here, {
    title: t.tabs.schools,
    refused: refusals.length > 0,
    body: html`${settingsHead(here, 'schools', t.tabs.schools)}<p class="lead">${t.schoolsLead}</p>${f.problems()}
${stack(t.tabs.schools, [here.t.fields.schoolName, here.t.fields.level], schools.map(line), t.noSchools)}
<form method="post" action="/settings/schools" class="card"><h2>${t.addSchool}</h2>${schoolFields(f)}<button class="primary">${t.add}</button></form>`,
  })
}

/** A school that was mistyped, or is called differently now. */
export function schoolPage(here: Here, { id, name }: School, typed: URLSearchParams, refusals: Refusal[]): Html {
  const t = here.t.settings
  const f = formOf(here, typed, refusals)
  return layout(here, {
    title: t.tabs.schools,
    refused: refusals.length > 0,
    body: html`${settingsHead(here, 'schools', name)}${f.problems()}
<form method="post" action="/settings/schools/${id}" class="card">${schoolFields(f)}<button class="primary">${t.save}</button></form>`,
  })
}

const schoolFields = (f: Form): Html =>
  html`<div class="pair">${f.text('schoolName')}${f.select('level', f.codes('schoolLevel', codesOf('schoolLevel')))}</div>`

export function roomsPage(here: Here, rooms: Room[], typed: URLSearchParams, refusals: Refusal[]): Html {
  const t = here.t.settings
  const f = formOf(here, typed, refusals)
  const line = ({ id, name }: Room) => [html`<a href="/settings/rooms/${id}">${name}</a>`]
  return layout(here, {
    title: t.tabs.rooms,
    refused: refusals.length > 0,
    body: html`${settingsHead(here, 'rooms', t.tabs.rooms)}${f.problems()}
${stack(t.tabs.rooms, [here.t.fields.roomName], rooms.map(line), t.noRooms)}
<form method="post" action="/settings/rooms" class="card"><h2>${t.addRoom}</h2>${f.text('roomName')}<button class="primary">${t.add}</button></form>`,
  })
}

export function roomPage(here: Here, { id, name }: Room, typed: URLSearchParams, refusals: Refusal[]): Html {
  const t = here.t.settings
  const f = formOf(here, typed, refusals)
  return layout(here, {
    title: t.tabs.rooms,
    refused: refusals.length > 0,
    body: html`${settingsHead(here, 'rooms', name)}${f.problems()}
<form method="post" action="/settings/rooms/${id}" class="card">${f.text('roomName')}<button class="primary">${t.save}</button></form>`,
  })
}
