import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { closingOf } from '../../src/casefile/questions.ts'
import type { Row } from '../../src/casefile/row.ts'
import type { Session } from '../../src/casefile/session.ts'
import type { Room } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import { groupKinds } from '../../src/sessions/book.ts'
import { againstChanging } from '../../src/sessions/move.ts'
import { isSigned } from '../../src/sessions/note.ts'
import { diaryStatusOf, hasBegun } from '../../src/sessions/status.ts'
import { plusMinutes, timeOf } from '../../src/time/days.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { factList } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { attendeeCard } from './attendee.ts'
import { cancellationForm, joiningForm, moveForm } from './change-forms.ts'
import { groupAttendanceForm } from './group-attendance.ts'
import { groupNoteLine } from './group-note.ts'
import { codeIn, problemsIn, statusMark } from './parts.ts'
import { changeHistory, signedBy } from './session-history.ts'

export interface SessionShown {
  session: Session
  /** the attending cases that the reader may know of, whether the case itself is open to them, and its sessions */
  attending: { caseFile: CaseFile; open: boolean; sessions: Session[] }[]
  people: ReadonlyMap<string, string>
  rooms: Room[]
  /** how many later sessions could be moved with it */
  later: number
  /** cases whose youths could be added to a group */
  joining: Pick<Row, 'number' | 'name'>[]
}

/** A form of this page that came back refused. */
export interface SessionForm {
  form: 'attendance' | 'move' | 'cancellation' | 'joining' | 'leaving'
  typed: URLSearchParams
  refusals: Refusal[]
}

/** One session: when and where, who came, and moving it or calling it off. */
export function sessionPage(here: Here, shown: SessionShown, refused?: SessionForm): Html {
  const { session, attending } = shown
  const { now } = here
  const s = here.t.sessions
  const [only, ...others] = attending.filter(({ open }) => open)
  const of = others.length === 0 ? only?.caseFile : undefined
  const span = `${shortMoment(here, session.startAt)}–${timeOf(plusMinutes(session.startAt, session.minutes))}`
  // what is still to be done stands above what could be corrected
  const marked = session.attendees.every(({ attendance }) => attendance)
  return layout(here, {
    title: `${s.sessionTitle} ${session.id}`,
    refused: refused !== undefined,
    styles: ['sessions.css'],
    body: html`${of ? caseHead(here, of, 'sessions') : ''}<div class="head">${of ? html`<h2>${span}</h2>` : html`<h1>${span}</h1>`}${session.attendees.length === 1 ? html`` : statusMark(here, diaryStatusOf(session, now))}${of ? html`<a href="/cases/${of.number}/sessions">${s.toList}</a>` : ''}</div>
${refused ? problemsIn(here, refused.refusals, placeIn(here)) : ''}
${factsCard(here, shown)}
${marked ? '' : groupForm(here, shown, refused)}
${groupNoteLine(here, session)}
${attending.map((one, at) => attendeeCard(here, shown, one, at, refused))}
${marked ? groupForm(here, shown, refused) : ''}
${here.may('change a session') && againstChanging(session).length === 0 ? changing(here, shown, refused) : ''}`,
  })
}

/** What a field is called; a youth's own after whose it is. */
const placeIn =
  ({ t }: Here) =>
  (field: string): string | undefined => {
    const [, name = field, number = ''] = /^(attendance|creditedMinutes)-(.+)$/.exec(field) ?? []
    const label = t.fields[name as keyof typeof t.fields]
    return label && `${number} ${label}`.trim()
  }

function factsCard(here: Here, { session, attending, people, rooms }: SessionShown): Html {
  const { t } = here
  const s = t.sessions
  const unknown = session.attendees.flatMap(({ caseNumber }) =>
    attending.some(({ caseFile }) => caseFile.number === caseNumber) ? [] : [caseNumber],
  )
  const { despite } = session
  return html`<section class="card">${factList([
    [t.fields.kind, codeIn(here, 'sessionKind', session.kind)],
    [t.fields.mode, codeIn(here, 'sessionMode', session.mode)],
    [s.length, fill(t.shared.minutes, { n: session.minutes })],
    [t.fields.roomId, rooms.find(({ id }) => id === session.roomId)?.name],
    [s.counsellor, people.get(session.counsellorId)],
    [t.course.alsoAttending, unknown.join(', ')],
    [s.bookedBy, signedBy(here, people, session.booked)],
    [t.course.meetingAllowed, despite && `${despite.why} (${signedBy(here, people, despite)})`],
  ])}
${changeHistory(here, session, people, rooms)}</section>`
}

/** Of a group, everyone whose attendance can still be marked, at once. */
function groupForm(here: Here, { session, attending }: SessionShown, refused?: SessionForm): Html {
  const open = attending
    .map(({ caseFile }) => caseFile)
    .filter((file) => !closingOf(file) && !isSigned(file, session.id))
  const marks = hasBegun(session, here.now) && !session.cancelled && here.may('change a session')
  if (session.attendees.length === 1 || !marks || open.length === 0) return html``
  return groupAttendanceForm(here, session, open, refused?.form === 'attendance' ? refused : undefined)
}

/** Another time, one more youth, or calling it off. */
function changing(here: Here, { session, rooms, later, joining }: SessionShown, refused?: SessionForm): Html {
  const formFor = (form: SessionForm['form'], usual: Record<string, string> = {}) => {
    const mine = refused?.form === form ? refused : undefined
    const { refusals = [], typed = new URLSearchParams(usual) } = mine ?? {}
    return { f: formOf(here, typed, refusals), typed, refusals, open: mine !== undefined }
  }
  const joins = groupKinds.includes(session.kind) && !hasBegun(session, here.now)
  return html`${joins ? joiningForm(here, session, joining, formFor('joining')) : ''}
${moveForm(here, session, { rooms, later }, formFor('move', { scope: 'one' }))}
${cancellationForm(here, session, formFor('cancellation'))}`
}
