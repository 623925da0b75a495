import { html } from 'hono/html'
import { attendeeOf, type Session } from '../../src/casefile/session.ts'
import { againstChanging } from '../../src/sessions/move.ts'
import { hasNote, isSigned } from '../../src/sessions/note.ts'
import { hasBegun, statusOf } from '../../src/sessions/status.ts'
import type { Here, Html } from '../here.ts'
import { hoursMinutes } from '../parts/dates.ts'
import { fill } from '../words.ts'
import { attendanceForm } from './attendance.ts'
import { catchingUp } from './catch-up.ts'
import { attendanceIn, guardianName, ordinalIn, statusMark } from './parts.ts'
import type { SessionForm, SessionShown } from './session.ts'
import { signedBy } from './session-history.ts'

/** One youth of the session: who, came or not, what it makes up for, and the note. */
export function attendeeCard(
  here: Here,
  { session, people }: SessionShown,
  { caseFile, open, sessions }: SessionShown['attending'][number],
  at: number,
  refused?: SessionForm,
): Html {
  const { t, now } = here
  const s = t.sessions
  const { number, youth, guardians } = caseFile
  const attendee = attendeeOf(session, number)
  const attendance = attendee?.attendance
  const guardian = attendee?.guardian === undefined ? undefined : guardians[attendee.guardian]
  const noteSigned = isSigned(caseFile, session.id)
  const status = statusOf(session, number, { now, noteSigned })
  const begun = hasBegun(session, now) && !session.cancelled
  const noted = here.may('read a note') && hasNote(caseFile, session, now)
  const alone = session.attendees.length === 1
  const marks = alone && begun && !noteSigned && here.may('change a session')
  const writes = !noteSigned && here.may('write a note')
  const mine = refused?.form === 'attendance' ? refused : undefined
  const form = attendanceForm(here, session, number, at, mine)
  return html`<section class="card" aria-labelledby="youth-${at}"><div class="head"><h2 id="youth-${at}">${open ? html`<a href="/cases/${number}">${number}</a>` : number} ${youth.name} <small>${ordinalIn(here, session, number)}</small></h2>${statusMark(here, status)}</div>
${guardian ? html`<p>${t.fields.guardian}: ${guardianName(here, guardian)}</p>` : ''}
${
  attendance
    ? html`<p><strong>${attendanceIn(here, attendance.code)}</strong> · ${fill(s.creditedOf, { time: hoursMinutes(here, attendance.creditedMinutes) })} <small>${signedBy(here, people, attendance)}</small></p>
${attendance.earlier ? html`<ul class="history">${attendance.earlier.map((one) => html`<li><small>${s.before} ${attendanceIn(here, one.code)} · ${hoursMinutes(here, one.creditedMinutes)} · ${signedBy(here, people, one)}</small></li>`)}</ul>` : ''}`
    : ''
}
${open ? catchingUp(here, session, number, sessions) : ''}
${marks && !attendance ? form : ''}
${noted ? html`<div class="acts"><a class="button${attendance && writes ? ' primary' : ''}" href="/cases/${number}/notes/${session.id}">${writes ? s.writeNote : s.readNote}</a></div>` : ''}
${marks && attendance ? html`<details${mine ? html` open` : ''}><summary>${s.markAgain}</summary>${form}</details>` : ''}
${!begun && !session.cancelled && alone ? html`<p class="hint">${s.marksLater}</p>` : ''}
${!alone && begun && noteSigned ? html`<p class="hint">${t.course.locked}</p>` : ''}
${leaving(here, session, number)}</section>`
}

function leaving(here: Here, session: Session, number: string): Html {
  const { course } = here.t
  const settled = againstChanging(session).length > 0 || hasBegun(session, here.now)
  if (settled || session.attendees.length === 1 || !here.may('change a session')) return html``
  return html`<form method="post" action="/sessions/${session.id}/attendees/removal"><button class="small" name="leaves" value="${number}">${course.leave}<span class="unseen"> ${number}</span></button></form>`
}
