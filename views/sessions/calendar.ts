import { html } from 'hono/html'
import { weekdayOf } from '../../src/time/days.ts'
import { holidayYears, isHolidayKnown } from '../../src/time/holidays.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { longDay } from '../parts/dates.ts'
import { fill } from '../words.ts'
import { dayColumns, weekColumns } from './calendar-columns.ts'
import { hourGrid } from './calendar-grid.ts'
import { monthGrid } from './calendar-month.ts'
import { choosers, keysHint, moves, views } from './calendar-nav.ts'
import { type Calendar, dayNotes } from './calendar-parts.ts'

/** The diary by day, week or month. Its title names nobody; the page says whose it is, so that paper does too. */
export function calendarPage(here: Here, calendar: Calendar): Html {
  const c = here.t.calendar
  const { days } = calendar
  const shown = spanOf(here, calendar)
  const caption = `${c.title} ${shown} · ${whose(here, calendar)}`
  return layout(here, {
    title: c.title,
    wide: true,
    styles: ['calendar.css'],
    scripts: ['calendar.js'],
    body: html`<div class="head"><h1>${c.title} <small>${shown} · ${whose(here, calendar)}</small></h1>${moves(here, calendar)}</div>
<div class="head pick">${views(here, calendar)}${choosers(here, calendar)}${here.may('keep a calendar feed') ? html`<a class="to-feed" href="/account/feed">${c.toFeed}</a>` : ''}</div>
${days.every(({ on }) => isHolidayKnown(on)) ? '' : html`<p class="hint">${fill(c.holidaysUnknown, { years: `${holidayYears.from}–${holidayYears.to}` })}</p>`}
${grid(here, calendar, caption)}
${keysHint(here)}`,
  })
}

function grid(here: Here, calendar: Calendar, caption: string): Html {
  const { asked, days } = calendar
  if (asked.view === 'month') return monthGrid(here, calendar, caption)
  if (asked.view === 'week') return hourGrid(here, calendar, caption, weekColumns(here, calendar))
  const columns = dayColumns(here, calendar)
  const notes = html`<p class="notes">${days.map((day) => dayNotes(here, day, calendar))}</p>`
  if (columns.length === 0) return html`${notes}<p class="nothing">${here.t.calendar.noRooms}</p>`
  return html`${notes}${hourGrid(here, calendar, caption, columns)}`
}

function spanOf(here: Here, { asked: { view, on }, days }: Calendar): string {
  const [first = on, last = on] = [days[0]?.on, days.at(-1)?.on]
  const words = here.t.calendar.spans[view]
  if (view === 'month') return fill(words, { y: on.slice(0, 4), m: Number(on.slice(5, 7)) })
  const weekday = here.t.shared.weekdays[weekdayOf(first) - 1] ?? ''
  return fill(words, { from: longDay(here, first), to: longDay(here, last), weekday })
}

/** Whose calendar it is, or of which room. */
function whose(here: Here, { asked: { of, room }, rooms, people }: Calendar): string {
  const c = here.t.calendar
  const every = here.may('see every calendar')
  const name = of ? people.get(of) : every ? c.everyone : (here.person?.name ?? '')
  const place = room === 'all' ? c.allRooms : rooms.find(({ id }) => id === room)?.name
  return [place && !of ? undefined : name, place].filter(Boolean).join(' · ')
}
