import { attendeeOf, isHeld, type Session } from '../casefile/session.ts'
import type { Moment } from '../time/days.ts'

/** What became of a session, for one of its youths. */
export type SessionStatus = 'cancelled' | 'missed' | 'held' | 'awaiting-note' | 'awaiting-attendance' | 'booked'

/**
 * One question with one ordered answer, worked out and never stored. What was called off stays called off; what has
 * attendance took place or was missed, and one that took place waits for its note; what has none is booked until it
 * begins and from then on waits for its attendance.
 */
export function statusOf(
  session: Session,
  caseNumber: string,
  { now, noteSigned }: { now: Moment; noteSigned: boolean },
): SessionStatus {
  if (session.cancelled) return 'cancelled'
  if (isHeld(session, caseNumber)) return noteSigned ? 'held' : 'awaiting-note'
  if (attendeeOf(session, caseNumber)?.attendance) return 'missed'
  return hasBegun(session, now) ? 'awaiting-attendance' : 'booked'
}

/** The status of a session as a whole, for the diary, which knows nothing of notes: what is still to be done comes first. */
export function diaryStatusOf(session: Session, now: Moment): SessionStatus {
  const all = session.attendees.map(({ caseNumber }) => statusOf(session, caseNumber, { now, noteSigned: true }))
  const first = (['cancelled', 'awaiting-attendance', 'booked', 'held'] as const).find((one) => all.includes(one))
  return first ?? 'missed'
}

export const hasBegun = ({ startAt }: Session, now: Moment): boolean => startAt <= now
