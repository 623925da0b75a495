import { html } from 'hono/html'
import type { Session } from '../../src/casefile/session.ts'
import type { Room } from '../../src/people/person.ts'
import type { Here, Html } from '../here.ts'
import { shortMoment } from '../parts/dates.ts'
import { fill } from '../words.ts'
import { codeIn } from './parts.ts'

export const signedBy = (here: Here, people: ReadonlyMap<string, string>, { by, at }: { by: string; at: string }) =>
  fill(here.t.shared.by, { who: people.get(by) ?? by, when: shortMoment(here, at) })

/** When a session was moved, from where and why, and whether it was called off. */
export function changeHistory(
  here: Here,
  { moved, cancelled, roomId }: Session,
  people: ReadonlyMap<string, string>,
  rooms: Room[],
): Html {
  const s = here.t.sessions
  if (moved.length === 0 && !cancelled) return html``
  const askedBy = (code: string) => (Object.hasOwn(s.askers, code) ? s.askers[code as keyof typeof s.askers] : code)
  // the room that it had is said only where it changed
  const from = ({ from: at, fromRoomId }: Session['moved'][number], place: number) => {
    const after = moved[place + 1]?.fromRoomId ?? roomId
    const room = fromRoomId && fromRoomId !== after ? rooms.find(({ id }) => id === fromRoomId) : undefined
    const when = shortMoment(here, at)
    return room ? `${when}, ${room.name}` : when
  }
  return html`<h2>${s.changes}</h2><ul class="history">${moved.map(
    (one, place) =>
      html`<li>${fill(s.movedFrom, { when: from(one, place), who: askedBy(one.askedBy) })} ${one.why} <small>${signedBy(here, people, one)}</small></li>`,
  )}${cancelled ? html`<li><strong>${codeIn(here, 'attendance', cancelled.code)}</strong> ${cancelled.why ?? ''} <small>${signedBy(here, people, cancelled)}</small></li>` : ''}</ul>`
}
