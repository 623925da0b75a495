import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { attendeeOf, type Session } from '../../src/casefile/session.ts'
import type { Room } from '../../src/people/person.ts'
import { hasNote, isSigned } from '../../src/sessions/note.ts'
import { doseOf, notesMissing } from '../../src/sessions/progress.ts'
import { statusOf } from '../../src/sessions/status.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { hoursMinutes, shortMoment } from '../parts/dates.ts'
import { factList, stack } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { codeIn, ordinalOf, statusMark } from './parts.ts'

/** All sessions of one case, the latest first, with what became of them; above them, planned against held. */
export function caseSessionsPage(
  here: Here,
  caseFile: CaseFile,
  sessions: Session[],
  people: ReadonlyMap<string, string>,
  rooms: Room[],
): Html {
  const { t, now } = here
  const s = t.sessions
  const { number } = caseFile
  const dose = doseOf(caseFile, sessions, now)
  const missing = notesMissing(caseFile, sessions).length
  const times = (n: number) => fill(s.count, { n })
  const line = (session: Session) => {
    const attendee = attendeeOf(session, number)
    const noteSigned = isSigned(caseFile, session.id)
    const credited = attendee?.attendance?.creditedMinutes
    const noteThere = hasNote(caseFile, session, now)
    return [
      html`<a href="/sessions/${session.id}">${ordinalOf(here, attendee?.ordinal ?? 0)}</a>`,
      shortMoment(here, session.startAt),
      statusMark(here, statusOf(session, number, { now, noteSigned })),
      credited ? hoursMinutes(here, credited) : '–',
      noteThere
        ? html`<a href="/cases/${number}/notes/${session.id}">${noteSigned ? s.noteSigned : here.may('write a note') ? s.noteOpen : s.readNote}<span class="unseen"> ${ordinalOf(here, attendee?.ordinal ?? 0)}</span></a>`
        : '–',
      `${codeIn(here, 'sessionKind', session.kind)} · ${codeIn(here, 'sessionMode', session.mode)}`,
      rooms.find(({ id }) => id === session.roomId)?.name ?? '–',
      people.get(session.counsellorId) ?? '–',
    ]
  }
  return layout(here, {
    title: `${s.listTitle} ${number}`,
    wide: true,
    body: html`${caseHead(here, caseFile, 'sessions')}<div class="head"><h2>${s.listTitle}</h2>${here.may('book a session') ? html`<a class="button primary" href="/cases/${number}/sessions/new">${s.bookTitle}</a>` : ''}</div>
<section class="card">${factList([
      [
        s.heldOfPlanned,
        dose.planned ? fill(s.ofPlanned, { held: dose.held, planned: dose.planned }) : times(dose.held),
      ],
      [s.credited, hoursMinutes(here, dose.creditedMinutes)],
      [s.status.booked, times(dose.booked)],
      [s.status.missed, times(dose.missed)],
      [s.status['awaiting-attendance'], dose.awaitingAttendance > 0 ? times(dose.awaitingAttendance) : undefined],
      [s.status['awaiting-note'], missing > 0 ? fill(s.notesCount, { n: missing }) : undefined],
    ])}</section>
${stack(s.listTitle, [s.ordinalHead, [s.when, 'day'], s.statusHead, [s.credited, 'number'], [s.noteTitle, 'day'], s.kindAndMode, t.fields.roomId, s.counsellor], [...sessions].reverse().map(line), s.noSessions)}`,
  })
}
