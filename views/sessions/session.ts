import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { attendeeOf, type Session } from '../../src/casefile/session.ts'
import type { Room } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import { againstChanging } from '../../src/sessions/move.ts'
import { hasNote, isSigned } from '../../src/sessions/note.ts'
import { diaryStatusOf, hasBegun, statusOf } from '../../src/sessions/status.ts'
import { plusMinutes, timeOf } from '../../src/time/days.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { hoursMinutes, shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { factList } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { attendanceForm } from './attendance.ts'
import { cancellationForm, moveForm } from './change-forms.ts'
import { codeIn, ordinalOf, statusMark } from './parts.ts'

export interface SessionShown {
  session: Session
  /** the attending cases that the reader may know of, and whether the case itself is open to them */
  attending: { caseFile: CaseFile; open: boolean }[]
  people: ReadonlyMap<string, string>
  rooms: Room[]
}

/** A form of this page that came back refused. */
export interface SessionForm {
  form: 'attendance' | 'move' | 'cancellation'
  typed: URLSearchParams
  refusals: Refusal[]
}

/** One session: when and where, who came, and moving it or calling it off. */
export function sessionPage(here: Here, shown: SessionShown, refused?: SessionForm): Html {
  const { session, attending, people, rooms } = shown
  const { t, now } = here
  const s = t.sessions
  const settled = againstChanging(session).length > 0
  const changes = here.may('change a session')
  const formFor = (form: SessionForm['form'], usual: Record<string, string>) => {
    const mine = refused?.form === form ? refused : undefined
    return {
      f: formOf(here, mine?.typed ?? new URLSearchParams(usual), mine?.refusals ?? []),
      open: mine !== undefined,
    }
  }
  const [only, ...others] = attending.filter(({ open }) => open)
  const of = others.length === 0 ? only?.caseFile : undefined
  const span = `${shortMoment(here, session.startAt)}–${timeOf(plusMinutes(session.startAt, session.minutes))}`
  const problems = refused ? formOf(here, refused.typed, refused.refusals).problems() : ''
  return layout(here, {
    title: `${s.sessionTitle} ${session.id}`,
    refused: refused !== undefined,
    body: html`${of ? caseHead(here, of, 'sessions') : ''}<div class="head">${of ? html`<h2>${span}</h2>` : html`<h1>${span}</h1>`}${attending.length === 1 ? html`` : statusMark(here, diaryStatusOf(session, now))}${attending.map(({ caseFile, open }) => (open ? html`<a href="/cases/${caseFile.number}/sessions">${s.toList}</a>` : ''))}</div>
${problems}
<section class="card">${factList([
      [t.fields.kind, codeIn(here, 'sessionKind', session.kind)],
      [t.fields.mode, codeIn(here, 'sessionMode', session.mode)],
      [s.length, fill(t.shared.minutes, { n: session.minutes })],
      [t.fields.roomId, rooms.find(({ id }) => id === session.roomId)?.name],
      [s.counsellor, people.get(session.counsellorId)],
      [s.bookedBy, signedBy(here, people, session.booked)],
    ])}
${changeHistory(here, session, people)}</section>
${attending.map(({ caseFile, open }, at) => attendeeCard(here, shown, caseFile, open, at, refused))}
${changes && !settled ? moveForm(here, session, rooms, formFor('move', {})) : ''}
${changes && !settled ? cancellationForm(here, session, formFor('cancellation', {})) : ''}`,
  })
}

const signedBy = (here: Here, people: ReadonlyMap<string, string>, { by, at }: { by: string; at: string }) =>
  fill(here.t.shared.by, { who: people.get(by) ?? by, when: shortMoment(here, at) })

function changeHistory(here: Here, { moved, cancelled }: Session, people: ReadonlyMap<string, string>): Html {
  const s = here.t.sessions
  if (moved.length === 0 && !cancelled) return html``
  const askedBy = (code: string) => (Object.hasOwn(s.askers, code) ? s.askers[code as keyof typeof s.askers] : code)
  return html`<h2>${s.changes}</h2><ul class="history">${moved.map(
    (one) =>
      html`<li>${fill(s.movedFrom, { when: shortMoment(here, one.from), who: askedBy(one.askedBy) })} ${one.why} <small>${signedBy(here, people, one)}</small></li>`,
  )}${cancelled ? html`<li><strong>${codeIn(here, 'attendance', cancelled.code)}</strong> ${cancelled.why ?? ''} <small>${signedBy(here, people, cancelled)}</small></li>` : ''}</ul>`
}

/** One youth of the session: who, came or not, and the note. */
function attendeeCard(
  here: Here,
  { session, people }: SessionShown,
  caseFile: CaseFile,
  open: boolean,
  at: number,
  refused?: SessionForm,
): Html {
  const { t, now } = here
  const s = t.sessions
  const { number, youth } = caseFile
  const attendee = attendeeOf(session, number)
  const attendance = attendee?.attendance
  const noteSigned = isSigned(caseFile, session.id)
  const status = statusOf(session, number, { now, noteSigned })
  const begun = hasBegun(session, now) && !session.cancelled
  const noted = here.may('read a note') && hasNote(caseFile, session, now)
  const marks = begun && !noteSigned && here.may('change a session')
  return html`<section class="card" aria-labelledby="youth-${at}"><div class="head"><h2 id="youth-${at}">${open ? html`<a href="/cases/${number}">${number}</a>` : number} ${youth.name} <small>${ordinalOf(here, attendee?.ordinal ?? 0)}</small></h2>${statusMark(here, status)}</div>
${
  attendance
    ? html`<p><strong>${codeIn(here, 'attendance', attendance.code)}</strong> · ${fill(s.creditedOf, { time: hoursMinutes(here, attendance.creditedMinutes) })} <small>${signedBy(here, people, attendance)}</small></p>
${attendance.earlier ? html`<ul class="history">${attendance.earlier.map((one) => html`<li><small>${s.before} ${codeIn(here, 'attendance', one.code)} · ${hoursMinutes(here, one.creditedMinutes)} · ${signedBy(here, people, one)}</small></li>`)}</ul>` : ''}`
    : ''
}
${marks ? attendanceForm(here, session, number, at, refused?.form === 'attendance' ? refused : undefined) : ''}
${noted ? html`<div class="acts"><a class="button" href="/cases/${number}/notes/${session.id}">${noteSigned || !here.may('write a note') ? s.readNote : s.writeNote}</a></div>` : ''}
${!begun && !session.cancelled ? html`<p class="hint">${s.marksLater}</p>` : ''}</section>`
}
