import { html } from 'hono/html'
import type { Session } from '../../src/casefile/session.ts'
import type { Room } from '../../src/people/person.ts'
import { askers } from '../../src/sessions/booking-form.ts'
import { cancelCodes } from '../../src/sessions/cancel.ts'
import type { Here, Html } from '../here.ts'
import type { formOf } from '../parts/form.ts'

interface Form {
  f: ReturnType<typeof formOf>
  /** it came back refused */
  open: boolean
}

/** Another time for a session: folded away until it is wanted. */
export function moveForm(here: Here, session: Session, rooms: Room[], { f, open }: Form): Html {
  const s = here.t.sessions
  return html`<details class="card"${open ? html` open` : ''}><summary>${s.moveTitle}</summary><form method="post" action="/sessions/${session.id}/move" class="long">
<div class="pair">${f.text('sessionOn', { type: 'date' })}${f.text('startTime', { type: 'time' })}
${f.select(
  'roomId',
  rooms.map(({ id, name }) => [id, name]),
  { optional: true, hint: s.roomStays },
)}</div>
${f.radios(
  'askedBy',
  askers.map((code) => [code, s.askers[code]]),
)}
${f.area('why', { rows: 2 })}
<button class="primary">${s.moveButton}</button></form></details>`
}

/** Calling a session off, with who did. */
export function cancellationForm(here: Here, session: Session, { f, open }: Form): Html {
  const s = here.t.sessions
  return html`<details class="card"${open ? html` open` : ''}><summary>${s.cancelTitle}</summary><form method="post" action="/sessions/${session.id}/cancellation" class="long">
${f.radios(
  'cancelCode',
  cancelCodes.map((code) => [code, s.cancelCodes[code]]),
)}
${f.area('cancelWhy', { rows: 2, optional: true })}
<button class="danger">${s.cancelButton}</button></form></details>`
}
