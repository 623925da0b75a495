import { html } from 'hono/html'
import { hoursFor } from '../../src/sessions/calendar-day.ts'
import { isIn } from '../../src/sessions/calendar-diary.ts'
import { dayOf, weekdayOf } from '../../src/time/days.ts'
import type { Here } from '../here.ts'
import { longDay } from '../parts/dates.ts'
import { fill } from '../words.ts'
import type { GridColumn } from './calendar-grid.ts'
import { type Calendar, calendarAt, dayNotes, onDay } from './calendar-parts.ts'

/** The days of a week. */
export function weekColumns(here: Here, calendar: Calendar): GridColumn[] {
  const { asked, days, counsellors, rooms } = calendar
  const alone = here.may('see every calendar') ? asked.of : counsellors[0]?.id
  const own = asked.room
    ? rooms.find(({ id }) => id === asked.room)?.hours
    : counsellors.find(({ id }) => id === alone)?.hours
  return days.map((day) => {
    const weekday = here.t.shared.weekdays[weekdayOf(day.on) - 1] ?? ''
    return {
      head: html`<a class="date" href="${calendarAt(asked, { view: 'day', on: day.on })}">${weekday} ${Number(day.on.slice(8))}<span class="unseen"> ${here.t.calendar.toDay}</span></a>`,
      title: fill(here.t.calendar.spans.day, { from: longDay(here, day.on), weekday }),
      notes: dayNotes(here, day, calendar),
      isToday: day.on === dayOf(here.now),
      hours: alone !== undefined && day.away.includes(alone) ? undefined : hoursFor(day, own),
      entries: onDay(calendar.sessions, day.on),
      says: { who: asked.of === undefined, room: asked.room === undefined || asked.room === 'all' },
    }
  })
}

/** Who has sessions on a day, or its rooms. */
export function dayColumns(here: Here, calendar: Calendar): GridColumn[] {
  const { days, columns, counsellors, rooms, people, sessions } = calendar
  const c = here.t.calendar
  return days.flatMap((day) =>
    columns.map((column): GridColumn => {
      const { counsellorId = '', roomId } = column
      const room = rooms.find(({ id }) => id === roomId)
      const mine = !here.may('see every calendar') && counsellorId === here.person?.id
      const title = room?.name ?? (mine ? c.mine : (people.get(counsellorId) ?? counsellorId))
      const isAway = day.away.includes(counsellorId)
      const own = room ? room.hours : counsellors.find(({ id }) => id === counsellorId)?.hours
      const hours = isAway ? undefined : hoursFor(day, own)
      const said = isAway ? c.away : hours ? fill(c.hours, { ...hours }) : c.closed
      return {
        ...{ title, head: html`${title}`, isToday: false, ...(hours && { hours }) },
        // what holds for the whole day is said above all columns
        notes: day.hours ? html`<span class="note${isAway ? ' away' : ''}">${said}</span>` : html``,
        entries: sessions.filter((one) => isIn(column, one)),
        says: { who: room !== undefined, room: room === undefined },
      }
    }),
  )
}
