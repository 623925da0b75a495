import type { Session } from '../../src/casefile/session.ts'
import type { Result } from '../../src/result.ts'
import type { BookingFacts } from '../../src/sessions/book.ts'
import { momentAt } from '../../src/time/days.ts'
import { aSession, bora, han, now, room, settings } from './samples.ts'

/** A time on Monday, 16 November 2026; it is 09:00 then. */
export const monday = (time: string) => momentAt('2026-11-16', time)

/** What a rule is told of the diary: these sessions around the time, these of the youth so far. */
export const facts = (sessions: Session[] = [], ofCase: Session[] = []): BookingFacts => ({
  ...{ id: '2026-11-16-07', sessions, ofCases: ofCase, rooms: [room], openingHours: settings.openingHours, now },
  people: new Map([han, bora].map(({ id, name }) => [id, name])),
})

export const refusalsOf = (result: Result<unknown>) => (result.ok ? [] : result.refusals)
export const reasonsOf = (result: Result<unknown>) => refusalsOf(result).map(({ reason, field }) => [reason, field])

/** The value, or an error that names the refusals. */
export function mustBe<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}

/** Somebody else's hour with Bora, in another room. */
export const boras = (changes: Partial<Session> = {}) =>
  aSession({ counsellorId: 'bora', roomId: 'room-2', attendees: [{ caseNumber: '2026-0002', ordinal: 1 }], ...changes })
