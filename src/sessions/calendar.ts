import type { Person, Room } from '../people/person.ts'
import { type Day, isDay, mondayOf, plusDays, plusMonths } from '../time/days.ts'

export const calendarViews = ['day', 'week', 'month'] as const
export type CalendarView = (typeof calendarViews)[number]

/** What somebody wants to see of the diary. */
export interface Asked {
  view: CalendarView
  /** a day in the span that is shown */
  on: Day
  /** whose, for whoever sees every calendar; everybody's when absent */
  of?: string
  /** in which room, or `all` of them */
  room?: string
}

type Span = Pick<Asked, 'view' | 'on'>

/** Reads an address. Where it says nothing, or what there is not, it is this week of everybody. `week` is an earlier `on`. */
export function askedIn(
  address: Record<string, string>,
  today: Day,
  counsellors: Pick<Person, 'id'>[],
  rooms: Pick<Room, 'id'>[],
): Asked {
  const on = [address.on, address.week].find((day) => day !== undefined && isDay(day)) ?? today
  const of = counsellors.find(({ id }) => id === address.of)?.id
  const room = [{ id: 'all' }, ...rooms].find(({ id }) => id === address.room)?.id
  const view = calendarViews.find((one) => one === address.view) ?? 'week'
  return { view, on, ...(of && { of }), ...(room && { room }) }
}

/** All days that are shown: one, a week from its Monday, or the whole weeks that a month touches. */
export function daysIn({ view, on }: Span): Day[] {
  if (view === 'day') return [on]
  const [first, last] = view === 'week' ? [on, on] : [firstOf(on), plusDays(plusMonths(firstOf(on), 1), -1)]
  const days: Day[] = []
  for (let day = mondayOf(first); day <= plusDays(mondayOf(last), 6); day = plusDays(day, 1)) days.push(day)
  return days
}

/** The day to ask for to see what comes before (-1) or after (1); of a month its first, which every month has. */
export function stepFrom({ view, on }: Span, by: -1 | 1): Day {
  if (view === 'month') return plusMonths(firstOf(on), by)
  return plusDays(on, view === 'week' ? by * 7 : by)
}

const firstOf = (on: Day): Day => `${on.slice(0, 7)}-01`
