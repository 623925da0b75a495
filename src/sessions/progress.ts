import type { CaseFile } from '../casefile/casefile.ts'
import {
  attendeeOf,
  creditedMinutesOf,
  heldOf,
  isHeld,
  lacksGroupNote,
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
export const ownNotesMissing = (caseFile: CaseFile, sessions: Session[]): Session[] =>
  sessions.filter((session) => isHeld(session, caseFile.number) && !isSigned(caseFile, session.id))

/** The same, and after them those whose note on the group is not signed: a session that lacks both stands there twice. */
export const notesMissing = (caseFile: CaseFile, sessions: Session[]): Session[] => [
  ...ownNotesMissing(caseFile, sessions),
  ...sessions.filter((session) => lacksGroupNote(session, caseFile.number)),
]

/** Planned against held: what was agreed, and how far it has come. Counts are of the youth's own sessions. */
export interface Dose {
  planned?: number
  held: number
  missed: number
  cancelled: number
  /** still to come */
  booked: number
  /** of sessions with the guardian too, since somebody has to mark them */
  awaitingAttendance: number
  creditedMinutes: number
  /** as the referral orders it for the youth */
  orderedMinutes?: number
  guardian: GuardianDose
}

/** The guardian's own: education counts towards what was ordered, counselling is given beside it. */
export interface GuardianDose {
  held: number
  booked: number
  educationMinutes: number
  counsellingMinutes: number
  orderedMinutes?: number
}

/** Counts the sessions of one case by what became of them. */
export function doseOf({ number, plan, referral }: CaseFile, sessions: Session[], now: Moment): Dose {
  const count = (status: SessionStatus, track?: Track) =>
    sessions.filter(
      (session) =>
        (track === undefined || trackOf(session.kind) === track) &&
        statusOf(session, number, { now, noteSigned: true }) === status,
    ).length
  return {
    planned: plan?.sessions,
    held: heldOf(sessions, number).length,
    missed: count('missed', 'youth'),
    cancelled: count('cancelled', 'youth'),
    booked: count('booked', 'youth'),
    awaitingAttendance: count('awaiting-attendance'),
    creditedMinutes: creditedMinutesOf(sessions, number),
    ...(referral.orderedHours && { orderedMinutes: referral.orderedHours * 60 }),
    guardian: {
      held: count('held', 'guardian'),
      booked: count('booked', 'guardian'),
      educationMinutes: minutesOf('guardian-education', sessions, number),
      counsellingMinutes: minutesOf('guardian', sessions, number),
      ...(referral.orderedGuardianHours && { orderedMinutes: referral.orderedGuardianHours * 60 }),
    },
  }
}

/** Minutes of a kind of session with the guardian that count towards their own hours. */
export const minutesOf = (kind: 'guardian' | 'guardian-education', sessions: Session[], number: string): number =>
  sessions
    .filter((session) => session.kind === kind && isHeld(session, number))
    .reduce((sum, session) => sum + (attendeeOf(session, number)?.attendance?.creditedMinutes ?? 0), 0)
