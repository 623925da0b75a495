import { html } from 'hono/html'
import type { Session, Taken } from '../../src/casefile/session.ts'
import type { Person, Room } from '../../src/people/person.ts'
import type { Asked } from '../../src/sessions/calendar.ts'
import type { CalendarDay } from '../../src/sessions/calendar-day.ts'
import type { Column } from '../../src/sessions/calendar-diary.ts'
import { diaryStatusOf } from '../../src/sessions/status.ts'
import { type Day, momentAt, plusDays, plusMinutes, timeOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { fill } from '../words.ts'
import { codeIn, statusMark } from './parts.ts'

/** What a calendar shows. */
export interface Calendar {
  asked: Asked
  days: CalendarDay[]
  /** of the view of one day */
  columns: Column[]
  sessions: (Session | Taken)[]
  /** whose calendar the reader may see */
  counsellors: Person[]
  rooms: Room[]
  people: ReadonlyMap<string, string>
}

/** The address of the same calendar, with something else asked of it. */
export function calendarAt({ view, on, of, room }: Asked, to: Partial<Asked> = {}): string {
  const asked = { view, on, of, room, ...to }
  const known = Object.entries(asked).filter((one): one is [string, string] => one[1] !== undefined)
  return `/calendar?${new URLSearchParams(known)}`
}

/** Those that begin on a day. Its two ends are worked out once, since a month asks for 42 days. */
export function onDay(sessions: (Session | Taken)[], on: Day): (Session | Taken)[] {
  const [midnight, next] = [momentAt(on, '00:00'), momentAt(plusDays(on, 1), '00:00')]
  return sessions.filter(({ startAt }) => startAt >= midnight && startAt < next)
}

export const isCalledOff = (session: Session | Taken): boolean => 'cancelled' in session && !!session.cancelled

/** What there is to say of a day: a holiday, why the centre is shut, or when it is open; and who is away. */
export function dayNotes(here: Here, { holiday, shut, hours, away }: CalendarDay, { people, asked }: Calendar): Html {
  const c = here.t.calendar
  const names = away.map((id) => people.get(id) ?? id).join(', ')
  const alone = asked.of !== undefined || !here.may('see every calendar')
  return html`${holiday ? html`<span class="note holiday">${holiday[here.lang]}</span>` : ''}${shut ? html`<span class="note">${shut}</span>` : ''}${
    hours
      ? html`<span class="note open">${fill(c.open, { ...hours })}</span>`
      : holiday || shut
        ? ''
        : html`<span class="note">${c.closed}</span>`
  }${away.length > 0 ? html`<span class="note away">${alone ? c.away : fill(c.awayNamed, { names })}</span>` : ''}`
}

/** Whether an entry names its counsellor and its room, where its column does not. */
export interface Says {
  who: boolean
  room: boolean
}

/** One session. Case numbers only, since a screen is seen by many; of what the reader may not know no more than its time. */
export function entry(here: Here, { rooms, people }: Calendar, session: Session | Taken, says: Says): Html {
  const { startAt, minutes, roomId, counsellorId } = session
  const room = says.room ? rooms.find(({ id }) => id === roomId)?.name : undefined
  const who = says.who && here.may('see every calendar') ? people.get(counsellorId) : undefined
  const span = `${timeOf(startAt)}–${timeOf(plusMinutes(startAt, minutes))}`
  if ('taken' in session)
    return html`<div class="entry taken"><strong>${span}</strong> <span>${joined(here.t.calendar.taken, who)}</span>${room ? html` <span>${room}</span>` : ''}</div>`
  const { id, kind, attendees } = session
  const status = diaryStatusOf(session, here.now)
  const numbers = attendees.map(({ caseNumber }) => caseNumber).join(', ')
  return html`<a class="entry ${status}" href="/sessions/${id}"><strong>${span}</strong> <span>${joined(numbers, who)}</span> <span>${joined(codeIn(here, 'sessionKind', kind), room)}</span> ${status === 'booked' ? '' : statusMark(here, status)}</a>`
}

const joined = (...said: (string | undefined)[]): string => said.filter(Boolean).join(' · ')
