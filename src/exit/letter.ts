import type { Excerpt } from '../casefile/excerpt.ts'
import { done, type Result, refused } from '../result.ts'
import type { Day, Moment } from '../time/days.ts'

/**
 * What the school is written about a course: dates and hours. It is made of the excerpt, so it cannot say more than the
 * school sees, and leaves out what counsellors wrote for the school: a letter is copied and filed.
 */
export interface Letter {
  number: string
  name: string
  grade?: number
  referredOn: Day
  dueOn?: Day
  planned?: number
  orderedHours?: number
  heldOn: Day[]
  missedOn: Day[]
  creditedMinutes: number
  next?: Moment
  closedOn?: Day
}

/** The letter of a case; refused where the school may not be told, or no school referred. */
export function letterOf(excerpt: Excerpt, school: string | undefined): Result<Letter> {
  const { number, name, grade, referredOn, dueOn, orderedHours, closedOn, decision, progress } = excerpt
  if (school === undefined) return refused({ reason: 'no-school-referred' })
  if (decision?.decision !== 'accepted') return refused({ reason: 'not-open-yet' })
  if (!progress) return refused({ reason: 'referrer-not-told' })
  const { planned, heldOn, missedOn, creditedMinutes, next } = progress
  return done({
    ...{ number, name, grade, referredOn, dueOn, orderedHours, closedOn },
    ...{ planned, heldOn: [...heldOn].sort(), missedOn: [...missedOn].sort(), creditedMinutes },
    // what is booked of a closed case is nobody's appointment
    ...(!closedOn && { next }),
  })
}
