import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { attendeeOf, type Session } from '../../src/casefile/session.ts'
import type { Room } from '../../src/people/person.ts'
import { hasNote, isSigned } from '../../src/sessions/note.ts'
import { type Dose, doseOf, notesMissing } from '../../src/sessions/progress.ts'
import { statusOf } from '../../src/sessions/status.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { hoursMinutes, shortMoment } from '../parts/dates.ts'
import { factList, stack } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { catchUpLine } from './catch-up.ts'
import { codeIn, ordinalIn, statusMark } from './parts.ts'

interface Shown {
  caseFile: CaseFile
  sessions: Session[]
  people: ReadonlyMap<string, string>
  rooms: Room[]
}

/** All sessions of one case, the latest first, with what became of them; above them, planned against held. */
export function caseSessionsPage(
  here: Here,
  caseFile: CaseFile,
  sessions: Session[],
  people: ReadonlyMap<string, string>,
  rooms: Room[],
): Html {
  const { t } = here
  const { sessions: s, course } = t
  const { number } = caseFile
  const shown = { caseFile, sessions, people, rooms }
  const lines = [...sessions].reverse().map((session) => line(here, shown, session))
  return layout(here, {
    title: `${s.listTitle} ${number}`,
    wide: true,
    body: html`${caseHead(here, caseFile, 'sessions')}<div class="head"><h2>${s.listTitle}</h2>${here.may('book a session') ? html`<div class="acts"><a href="/cases/${number}/sessions/new?past=yes">${course.bookPast}</a><a class="button" href="/cases/${number}/sessions/plan">${t.series.toPlanner}</a><a class="button primary" href="/cases/${number}/sessions/new">${s.bookTitle}</a></div>` : ''}</div>
${doseCard(here, shown)}
${stack(s.listTitle, [s.ordinalHead, [s.when, 'day'], s.statusHead, [s.credited, 'number'], [s.noteTitle, 'day'], s.kindAndMode, t.fields.roomId, s.counsellor], lines, s.noSessions)}
${groupChanges(here, shown)}`,
  })
}

function doseCard(here: Here, { caseFile, sessions }: Shown): Html {
  const s = here.t.sessions
  const dose = doseOf(caseFile, sessions, here.now)
  const missing = notesMissing(caseFile, sessions).length
  const times = (n: number) => fill(s.count, { n })
  return html`<section class="card">${factList([
    [s.heldOfPlanned, dose.planned ? fill(s.ofPlanned, { held: dose.held, planned: dose.planned }) : times(dose.held)],
    [s.credited, hoursOf(here, dose.creditedMinutes, dose.orderedMinutes)],
    [s.status.booked, times(dose.booked)],
    [s.status.missed, times(dose.missed)],
    [s.status['awaiting-attendance'], dose.awaitingAttendance > 0 ? times(dose.awaitingAttendance) : undefined],
    [s.status['awaiting-note'], missing > 0 ? fill(s.notesCount, { n: missing }) : undefined],
    ...guardianFacts(here, dose),
  ])}</section>`
}

/** `21시간 가운데 8시간 20분`, or the time alone where none was ordered. */
export const hoursOf = (here: Here, done: number, ordered?: number): string =>
  ordered
    ? fill(here.t.course.hoursOf, { done: hoursMinutes(here, done), ordered: hoursMinutes(here, ordered) })
    : hoursMinutes(here, done)

/** The guardian's own hours; nothing while there are none and none were ordered. */
export function guardianFacts(here: Here, { guardian }: Dose): [label: string, value: string | undefined][] {
  const { course, sessions: s } = here.t
  const { educationMinutes, counsellingMinutes, orderedMinutes, booked } = guardian
  const education = educationMinutes > 0 || orderedMinutes !== undefined
  return [
    [course.guardianEducation, education ? hoursOf(here, educationMinutes, orderedMinutes) : undefined],
    [course.guardianCounselling, counsellingMinutes > 0 ? hoursMinutes(here, counsellingMinutes) : undefined],
    [course.guardianBooked, booked > 0 ? fill(s.count, { n: booked }) : undefined],
  ]
}

function line(here: Here, { caseFile, sessions, people, rooms }: Shown, session: Session): (Html | string | number)[] {
  const { now, t } = here
  const s = t.sessions
  const { number } = caseFile
  const noteSigned = isSigned(caseFile, session.id)
  const credited = attendeeOf(session, number)?.attendance?.creditedMinutes
  const ordinal = ordinalIn(here, session, number)
  return [
    html`<a href="/sessions/${session.id}">${ordinal}</a>${catchUpLine(here, session, number, sessions)}`,
    shortMoment(here, session.startAt),
    statusMark(here, statusOf(session, number, { now, noteSigned })),
    credited === undefined ? '' : hoursMinutes(here, credited),
    hasNote(caseFile, session, now)
      ? html`<a href="/cases/${number}/notes/${session.id}">${noteSigned ? s.noteSigned : here.may('write a note') ? s.noteOpen : s.readNote}<span class="unseen"> ${ordinal}</span></a>`
      : '',
    `${codeIn(here, 'sessionKind', session.kind)} · ${codeIn(here, 'sessionMode', session.mode)}`,
    rooms.find(({ id }) => id === session.roomId)?.name ?? '–',
    people.get(session.counsellorId) ?? '–',
  ]
}

/** Groups that the youth joined after they were booked, or was taken out of; these are no longer theirs to open. */
function groupChanges(here: Here, { caseFile: { groups = [] }, sessions, people }: Shown): Html {
  const { course, shared } = here.t
  if (groups.length === 0) return html``
  const name = (id: string) => (sessions.some((one) => one.id === id) ? html`<a href="/sessions/${id}">${id}</a>` : id)
  const lines = groups
    .toReversed()
    .map(
      ({ sessionId, what, by, at }) =>
        html`<li>${name(sessionId)} ${course.groupChanges[what]} <small>${fill(shared.by, { who: people.get(by) ?? by, when: shortMoment(here, at) })}</small></li>`,
    )
  return html`<section class="card"><h2>${course.groupChangesTitle}</h2><ul class="history">${lines}</ul></section>`
}
