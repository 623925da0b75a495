import type { CaseFile } from '../casefile/casefile.ts'
import {
  attendeeOf,
  creditedMinutesOf,
  heldOf,
  isHeld,
  type Session,
  type Track,
  trackOf,
} from '../casefile/session.ts'
import type { Moment } from '../time/days.ts'
import { isSigned } from './note.ts'
import { type SessionStatus, statusOf } from './status.ts'

/**
 * The number of a youth's next session, or of the next with their guardian: each is counted on a track of its own.
 * Numbers are never given twice, whatever became of the session.
 */
export const nextOrdinal = (sessions: Session[], caseNumber: string, track: Track): number =>
  Math.max(
    0,
    ...sessions.map((session) => (trackOf(session.kind) === track && attendeeOf(session, caseNumber)?.ordinal) || 0),
  ) + 1

/** Sessions that took place for this youth and have no signed note yet, earliest first. */
export const notesMissing = (caseFile: CaseFile, sessions: Session[]): Session[] =>
  sessions.filter((session) => isHeld(session, caseFile.number) && !isSigned(caseFile, session.id))

/** Planned against held: what was agreed, and how far it has come. */
export interface Dose {
  planned?: number
  held: number
  missed: number
  cancelled: number
  /** still to come */
  booked: number
  awaitingAttendance: number
  creditedMinutes: number
}

/** Counts the sessions of one case by what became of them. */
export function doseOf(caseFile: CaseFile, sessions: Session[], now: Moment): Dose {
  const all = sessions.map((session) => statusOf(session, caseFile.number, { now, noteSigned: true }))
  const count = (status: SessionStatus) => all.filter((one) => one === status).length
  return {
    planned: caseFile.plan?.sessions,
    held: heldOf(sessions, caseFile.number).length,
    missed: count('missed'),
    cancelled: count('cancelled'),
    booked: count('booked'),
    awaitingAttendance: count('awaiting-attendance'),
    creditedMinutes: creditedMinutesOf(sessions, caseFile.number),
  }
}
