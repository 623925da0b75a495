import { html } from 'hono/html'
import type { Session, Taken } from '../../src/casefile/session.ts'
import type { CalendarDay } from '../../src/sessions/calendar-day.ts'
import { dayOf, timeOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { longDay } from '../parts/dates.ts'
import { fill } from '../words.ts'
import { look } from './calendar-grid.ts'
import { type Calendar, calendarAt, dayNotes, isCalledOff, onDay } from './calendar-parts.ts'

/** Times of a day that are written out; the rest is counted. */
const mostTimes = 8

/** The weeks of a month as a table, how many sessions and when; on a phone a list of the days that have something. */
export function monthGrid(here: Here, calendar: Calendar, caption: string): Html {
  const { asked, days } = calendar
  const c = here.t.calendar
  const weeks = Array.from({ length: days.length / 7 }, (_, n) => days.slice(n * 7, n * 7 + 7))
  const weekLink = ([monday]: CalendarDay[]) =>
    monday
      ? html`<a href="${calendarAt(asked, { view: 'week', on: monday.on })}">${c.views.week}<span class="unseen"> ${fill(c.weekOf, { on: longDay(here, monday.on) })}</span></a>`
      : ''
  return html`<section class="scroll grid" tabindex="0" aria-label="${caption}"><table class="month"><caption class="unseen">${caption}</caption><thead><tr><th scope="col">${c.views.week}</th>${here.t.shared.weekdays.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${weeks.map(
    (week) => html`<tr><th scope="row">${weekLink(week)}</th>${week.map((day) => cell(here, calendar, day))}</tr>`,
  )}</tbody></table></section>
<div class="by-day">${days.filter((day) => isOfMonth(calendar, day)).map((day) => listed(here, calendar, day))}</div>`
}

const isOfMonth = ({ asked }: Calendar, { on }: CalendarDay): boolean => on.slice(0, 7) === asked.on.slice(0, 7)

function cell(here: Here, calendar: Calendar, day: CalendarDay): Html {
  const isToday = day.on === dayOf(here.now)
  const other = isOfMonth(calendar, day) ? '' : ' other'
  return html`<td class="${look(isToday, !day.hours)}${other}"${isToday ? html` aria-current="date"` : ''}>${dayLink(here, calendar, day, String(Number(day.on.slice(8))))}${dayNotes(here, day, calendar)}${summary(here, onDay(calendar.sessions, day.on))}</td>`
}

function listed(here: Here, calendar: Calendar, day: CalendarDay): Html {
  const sessions = onDay(calendar.sessions, day.on)
  if (sessions.length === 0 && !day.holiday && !day.shut && day.away.length === 0) return html``
  const weekday = here.t.shared.weekdays[calendar.days.indexOf(day) % 7] ?? ''
  const name = fill(here.t.calendar.spans.day, { from: longDay(here, day.on), weekday })
  return html`<section><h2>${dayLink(here, calendar, day, name)} ${dayNotes(here, day, calendar)}</h2>${summary(here, sessions)}</section>`
}

const dayLink = (here: Here, { asked }: Calendar, { on }: CalendarDay, words: string): Html =>
  html`<a class="date" href="${calendarAt(asked, { view: 'day', on })}">${words}<span class="unseen"> ${here.t.calendar.toDay}</span></a>`

/** How many there are, and when; what was called off is struck through and not counted. */
function summary(here: Here, sessions: (Session | Taken)[]): Html {
  if (sessions.length === 0) return html``
  const count = sessions.filter((one) => !isCalledOff(one)).length
  const times = sessions
    .slice(0, mostTimes)
    .map((one) =>
      isCalledOff(one)
        ? html`<s>${timeOf(one.startAt)}<span class="unseen"> ${here.t.sessions.status.cancelled}</span></s>`
        : html`<span>${timeOf(one.startAt)}</span>`,
    )
  const more = sessions.length - mostTimes
  return html`<p class="count">${fill(here.t.calendar.count, { n: count })}</p><p class="times">${times.map((time, at) => html`${at > 0 ? ', ' : ''}${time}`)}${more > 0 ? ` +${more}` : ''}</p>`
}
