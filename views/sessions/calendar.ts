import { html } from 'hono/html'
import type { Session, Taken } from '../../src/casefile/session.ts'
import type { Person, Room, Settings } from '../../src/people/person.ts'
import { diaryStatusOf } from '../../src/sessions/status.ts'
import { type Day, dayOf, mondayOf, plusDays, plusMinutes, timeOf, weekdayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { longDay } from '../parts/dates.ts'
import { fill } from '../words.ts'
import { codeIn, statusMark } from './parts.ts'

export interface Week {
  monday: Day
  /** whose; everybody's when absent */
  of?: string
  /** whom the reader may choose; empty when only their own */
  counsellors: Person[]
  sessions: (Session | Taken)[]
  people: ReadonlyMap<string, string>
  rooms: Room[]
  openingHours: Settings['openingHours']
}

/** A week of the diary: a table of days and hours, on a phone a list by day. Case numbers only: a screen is seen by many. */
export function calendarPage(here: Here, week: Week): Html {
  const c = here.t.sessions
  const { monday, counsellors, of } = week
  const days = Array.from({ length: 7 }, (_, n) => plusDays(monday, n))
  const link = (to: Day, words: string) =>
    html`<a class="button small" href="/calendar?week=${to}${of && counsellors.length > 0 ? `&of=${of}` : ''}">${words}</a>`
  const shown = fill(c.weekOf, { from: longDay(here, monday), to: longDay(here, plusDays(monday, 6)) })
  return layout(here, {
    title: c.calendarTitle,
    wide: true,
    styles: ['calendar.css'],
    body: html`<div class="head"><h1>${c.calendarTitle} <small>${shown}</small></h1><div class="acts week-acts">${link(plusDays(monday, -7), c.weekBefore)}${link(mondayOf(dayOf(here.now)), c.thisWeek)}${link(plusDays(monday, 7), c.weekAfter)}</div></div>
${counsellors.length > 0 ? chooser(here, week) : ''}
${grid(here, week, days)}
<div class="week-list">${days.map((on) => dayList(here, week, on))}</div>`,
  })
}

const chooser = ({ t }: Here, { monday, counsellors, of }: Week): Html =>
  html`<form method="get" action="/calendar" class="acts"><input type="hidden" name="week" value="${monday}"><label for="of">${t.sessions.counsellor}</label>
<select id="of" name="of"><option value="all">${t.sessions.all}</option>${counsellors.map(({ id, name }) => html`<option value="${id}"${id === of ? html` selected` : ''}>${name}</option>`)}</select><button>${t.sessions.show}</button></form>`

const heading = ({ t }: Here, on: Day) =>
  html`${t.shared.weekdays[weekdayOf(on) - 1]} <small>${Number(on.slice(8))}</small>`

function grid(here: Here, week: Week, days: Day[]): Html {
  const today = dayOf(here.now)
  const kind = (on: Day) =>
    [on === today ? 'today' : '', week.openingHours[weekdayOf(on)] ? '' : 'shut'].join(' ').trim()
  const at = (on: Day, hour: string) =>
    week.sessions.filter(({ startAt }) => dayOf(startAt) === on && timeOf(startAt).startsWith(hour))
  return html`<div class="scroll week-grid"><table><caption class="unseen">${here.t.sessions.calendarTitle}</caption><thead><tr><th scope="col">${here.t.sessions.hour}</th>${days.map(
    (on) =>
      html`<th scope="col" class="${kind(on)}"${on === today ? html` aria-current="date"` : ''}>${heading(here, on)}</th>`,
  )}</tr></thead><tbody>${hoursOf(week).map(
    (hour) =>
      html`<tr><th scope="row">${hour}:00</th>${days.map((on) => html`<td class="${kind(on)}">${at(on, hour).map((one) => entry(here, week, one))}</td>`)}</tr>`,
  )}</tbody></table></div>`
}

function dayList(here: Here, week: Week, on: Day): Html {
  const sessions = week.sessions.filter(({ startAt }) => dayOf(startAt) === on)
  if (sessions.length === 0 && !week.openingHours[weekdayOf(on)]) return html``
  return html`<section><h2>${longDay(here, on)} (${here.t.shared.weekdays[weekdayOf(on) - 1]})</h2>${
    sessions.length === 0
      ? html`<p class="hint">${here.t.sessions.noSessions}</p>`
      : sessions.map((one) => entry(here, week, one))
  }</section>`
}

/** One session in the week. */
function entry(here: Here, { rooms, people, of }: Week, session: Session | Taken): Html {
  const { startAt, minutes, roomId, counsellorId } = session
  const room = rooms.find((one) => one.id === roomId)?.name
  const who = of === undefined ? people.get(counsellorId) : undefined
  const span = `${timeOf(startAt)}–${timeOf(plusMinutes(startAt, minutes))}`
  if ('taken' in session)
    return html`<div class="entry taken"><strong>${span}</strong> <span>${[here.t.sessions.taken, who].filter(Boolean).join(' · ')}</span> <span>${room ?? ''}</span></div>`
  const { id, kind, attendees } = session
  const status = diaryStatusOf(session, here.now)
  return html`<a class="entry ${status}" href="/sessions/${id}"><strong>${span}</strong>
<span>${[attendees.map(({ caseNumber }) => caseNumber).join(', '), who].filter(Boolean).join(' · ')}</span> <span>${[codeIn(here, 'sessionKind', kind), room].filter(Boolean).join(' · ')}</span> ${status === 'booked' ? '' : statusMark(here, status)}</a>`
}

/** The hours of the week: those of opening, and any before or after in which a session lies. `09`, `10`, … */
function hoursOf({ sessions, openingHours }: Week): string[] {
  const open = Object.values(openingHours).filter((hours) => hours !== undefined)
  const starts = sessions.map(({ startAt }) => Number(timeOf(startAt).slice(0, 2)))
  const first = Math.min(...open.map(({ from }) => Number(from.slice(0, 2))), ...starts, 9)
  const last = Math.max(
    ...open.map(({ to }) => Math.ceil(Number(to.slice(0, 2)) + Number(to.slice(3)) / 60) - 1),
    ...starts,
    17,
  )
  return Array.from({ length: last - first + 1 }, (_, n) => String(first + n).padStart(2, '0'))
}
