import { html } from 'hono/html'
import type { Room } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { stack } from '../parts/lists.ts'
import { weekHoursFields } from '../parts/week-hours.ts'
import { settingsHead } from './head.ts'

export function roomsPage(here: Here, rooms: Room[], typed: URLSearchParams, refusals: Refusal[]): Html {
  const { settings: t, days: d } = here.t
  const f = formOf(here, typed, refusals)
  const line = ({ id, name, hours }: Room) => [
    html`<a href="/settings/rooms/${id}">${name}</a>`,
    hours ? d.ownHours : d.asCentre,
  ]
  return layout(here, {
    title: t.tabs.rooms,
    refused: refusals.length > 0,
    body: html`${settingsHead(here, 'rooms', t.tabs.rooms)}${f.problems()}
${stack(t.tabs.rooms, [here.t.fields.roomName, d.hours], rooms.map(line), t.noRooms)}
<form method="post" action="/settings/rooms" class="card"><h2>${t.addRoom}</h2>${f.text('roomName')}<button class="primary">${t.add}</button></form>`,
  })
}

/** A room: what it is called, and when it may be used. */
export function roomPage(here: Here, { id, name }: Room, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { settings: t, days: d } = here.t
  const f = formOf(here, typed, refusals)
  return layout(here, {
    title: t.tabs.rooms,
    refused: refusals.length > 0,
    body: html`${settingsHead(here, 'rooms', name)}${f.problems()}
<form method="post" action="/settings/rooms/${id}" class="card">${f.text('roomName')}<h2>${d.hours}</h2><p>${d.roomLead}</p>${weekHoursFields(f)}<button class="primary">${t.save}</button></form>`,
  })
}
