import { html } from 'hono/html'
import type { Row } from '../../src/casefile/row.ts'
import type { Session } from '../../src/casefile/session.ts'
import type { Room } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import { askers } from '../../src/sessions/booking-form.ts'
import { cancelCodes } from '../../src/sessions/cancel.ts'
import type { Here, Html } from '../here.ts'
import type { formOf } from '../parts/form.ts'
import { fill } from '../words.ts'
import { despiteField, roomOptions } from './parts.ts'

interface Form {
  f: ReturnType<typeof formOf>
  typed: URLSearchParams
  /** what it came back with, if it was refused */
  refusals: Refusal[]
  open: boolean
}

/** Another time for a session: folded away until it is wanted. `later`: how many could move with it. */
export function moveForm(
  here: Here,
  session: Session,
  { rooms, later }: { rooms: Room[]; later: number },
  { f, typed, refusals, open }: Form,
): Html {
  const { sessions: s, course } = here.t
  return html`<details class="card"${open ? html` open` : ''}><summary>${s.moveTitle}</summary><form method="post" action="/sessions/${session.id}/move" class="long">
${session.attendees.length > 1 ? html`<p class="notice">${course.movesEveryone}</p>` : ''}
<div class="pair">${f.text('sessionOn', { type: 'date' })}${f.text('startTime', { type: 'time' })}
${f.select('roomId', roomOptions(here, rooms), { optional: true, hint: s.roomStays })}</div>
${
  later > 0
    ? f.radios('scope', [
        ['one', course.scopes.one],
        ['later', fill(course.scopes.later, { n: later })],
      ])
    : ''
}
${askingFields(here, f)}
${despiteField(here, f, refusals, typed)}
<div class="acts"><button class="primary">${s.moveButton}</button>${later > 0 ? html`<a href="/sessions/${session.id}/later">${course.laterTitle}</a>` : ''}</div></form></details>`
}

/** Who asked for a move and why. */
export const askingFields = ({ t }: Here, f: Form['f']): Html =>
  html`${f.radios(
    'askedBy',
    askers.map((code) => [code, t.sessions.askers[code]]),
  )}
${f.area('why', { rows: 2 })}`

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

/** One more youth for a group that has not begun. */
export function joiningForm(
  here: Here,
  session: Session,
  joining: Pick<Row, 'number' | 'name'>[],
  { f, typed, refusals, open }: Form,
): Html {
  const { course } = here.t
  const offered = joining.filter(({ number }) => !session.attendees.some(({ caseNumber }) => caseNumber === number))
  if (offered.length === 0) return html``
  return html`<details class="card"${open ? html` open` : ''}><summary>${course.joinTitle}</summary><form method="post" action="/sessions/${session.id}/attendees" class="long">
${f.select(
  'joins',
  offered.map(({ number, name }) => [number, `${number} ${name}`]),
)}
${despiteField(here, f, refusals, typed)}
<button class="primary">${course.joinButton}</button></form></details>`
}
