import type { Session } from '../../src/casefile/session.ts'
import type { Series } from '../../src/sessions/series.ts'
import type { CourseFacts } from '../../src/sessions/series-course.ts'
import type { SeriesRow } from '../../src/sessions/series-rows.ts'
import type { Wish } from '../../src/sessions/series-wish.ts'
import { dayOf, momentAt, timeOf, weekdayOf } from '../../src/time/days.ts'
import { facts } from './diary.ts'
import { hill, room } from './samples.ts'

/** Ten sessions with Minjun from Tuesday, 17 November 2026, at half past four in Room 1 if it can be. */
export const aWish = (changes: Partial<Wish> = {}): Wish => ({
  ...{ count: 10, minutes: 50, kind: 'individual', mode: 'in-person', fromOn: '2026-11-17', weekdays: [], with: [] },
  ...{ startTime: '16:30', roomId: 'room-1' },
  ...changes,
})

export const twoRooms = [room, { ...room, id: 'room-2', name: '상담실 2' }]
/** Examinations from 7 to 11 December. */
export const exams = [{ from: '2026-12-07', to: '2026-12-11' }]

/** What the planner knows: two rooms, Minjun of Hill in lessons until half past three, these sessions. */
export function seriesFacts(changes: Partial<CourseFacts> = {}, sessions: Session[] = []): CourseFacts {
  const lessons = Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, { from: '08:50', to: '15:30' }]))
  return {
    ...{ diary: { ...facts(sessions), rooms: twoRooms }, counsellorId: 'han', caseNumbers: ['2026-0001'], ofCases: [] },
    ...{ suits: [{ school: { ...hill, lessons, exams } }], leastCount: 10, others: [] },
    ...changes,
  }
}

/** `2026-11-17 2 16:30 room-1`: day, day of the week, time, room. */
export const datesOf = ({ dates }: Pick<Series, 'dates'>): string[] =>
  dates.map(({ startAt, roomId }) => [dayOf(startAt), weekdayOf(dayOf(startAt)), timeOf(startAt), roomId].join(' '))

export const daysIn = ({ dates }: Pick<Series, 'dates'>): string[] => dates.map(({ startAt }) => dayOf(startAt))

export const row = (place: number, on: string, time: string, roomId = 'room-1'): SeriesRow => ({
  ...{ place, startAt: momentAt(on, time), roomId },
})
