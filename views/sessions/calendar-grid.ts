import { html } from 'hono/html'
import type { Session, Taken } from '../../src/casefile/session.ts'
import { timeOf } from '../../src/time/days.ts'
import { type Hours, meets } from '../../src/time/hours.ts'
import type { Here, Html } from '../here.ts'
import { type Calendar, entry, type Says } from './calendar-parts.ts'

/** A column of hours: a day of a week, or somebody or a room on one day. */
export interface GridColumn {
  head: Html
  /** the same as a heading of the list */
  title: string
  notes: Html
  isToday: boolean
  /** when something may lie in it */
  hours?: Hours
  entries: (Session | Taken)[]
  says: Says
}

/** A column with its entries as they are shown, which stand on the page twice, and at which hour each begins. */
interface Shown extends GridColumn {
  drawn: { hour: number; shown: Html }[]
}

/** Hours and columns as a table with headers; on a phone a list, column by column. */
export function hourGrid(here: Here, calendar: Calendar, caption: string, given: GridColumn[]): Html {
  const columns = given.map((column): Shown => {
    const drawn = column.entries.map((session) => {
      return { hour: Number(timeOf(session.startAt).slice(0, 2)), shown: entry(here, calendar, session, column.says) }
    })
    return { ...column, drawn }
  })
  return html`<section class="scroll grid" tabindex="0" aria-label="${caption}"><table class="hours"><caption class="unseen">${caption}</caption><thead><tr><th scope="col">${here.t.calendar.hour}</th>${columns.map(
    ({ head, notes, isToday, hours }) =>
      html`<th scope="col" class="${look(isToday, !hours)}"${isToday ? html` aria-current="date"` : ''}>${head}${notes}</th>`,
  )}</tr></thead><tbody>${hoursOf(columns).map(
    (hour) =>
      html`<tr><th scope="row">${at(hour)}</th>${columns.map((one) => html`<td class="${look(one.isToday, !isOpen(one, hour))}">${one.drawn.filter((session) => session.hour === hour).map(({ shown }) => shown)}</td>`)}</tr>`,
  )}</tbody></table></section>
<div class="by-day">${columns.map((one) => list(here, one))}</div>`
}

const list = (here: Here, { title, notes, hours, drawn }: Shown): Html =>
  html`<section><h2>${title} ${notes}</h2>${
    drawn.length > 0 ? drawn.map(({ shown }) => shown) : hours ? html`<p class="hint">${here.t.calendar.none}</p>` : ''
  }</section>`

export const look = (isToday: boolean, isShut: boolean): string =>
  [isToday ? 'today' : '', isShut ? 'shut' : ''].filter(Boolean).join(' ')

const at = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

const isOpen = ({ hours }: GridColumn, hour: number): boolean =>
  hours !== undefined && meets({ from: at(hour), to: at(hour + 1) }, hours)

/** The hours from the first to the last at which a column is open or has something in it. */
function hoursOf(columns: Shown[]): number[] {
  const open = columns.flatMap(({ hours }) => (hours ? [hours] : []))
  const starts = columns.flatMap(({ drawn }) => drawn.map(({ hour }) => hour))
  const first = Math.min(...open.map(({ from }) => Number(from.slice(0, 2))), ...starts, 9)
  const ends = open.map(({ to }) => Math.ceil(Number(to.slice(0, 2)) + Number(to.slice(3)) / 60) - 1)
  const last = Math.max(...ends, ...starts, 17)
  return Array.from({ length: last - first + 1 }, (_, n) => first + n)
}
