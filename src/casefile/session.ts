import type { Moment } from '../time/days.ts'
import type { Signature } from './casefile.ts'

/**
 * One counselling session in the diary. It knows case numbers only: whoever reads the diary alone learns no name.
 * What became of it (booked, held, missed, cancelled) is worked out, never stored.
 */
export interface Session {
  version: 1
  /** the day it was first booked for and a running number, `2026-11-22-03`; kept when it moves */
  id: string
  kind: string
  mode: string
  startAt: Moment
  minutes: number
  counsellorId: string
  roomId?: string
  attendees: Attendee[]
  booked: Signature
  moved: (Signature & { from: Moment; fromRoomId?: string; askedBy: string; why: string })[]
  cancelled?: Signature & { code: string; why?: string }
}

export interface Attendee {
  caseNumber: string
  /** the youth's 1st, 2nd, 3rd … session; kept when it moves */
  ordinal: number
  attendance?: Attendance
}

export interface Attendance extends Signature {
  code: string
  creditedMinutes: number
  /** what stood here before it was put right, oldest first */
  earlier?: (Signature & { code: string; creditedMinutes: number })[]
}

/** Attendance codes of a session that took place for this youth: only these credit minutes. */
export const heldCodes = ['attended', 'late', 'left-early']

export const attendeeOf = ({ attendees }: Session, caseNumber: string): Attendee | undefined =>
  attendees.find((attendee) => attendee.caseNumber === caseNumber)

/** Whether the session took place for this youth. */
export function isHeld(session: Session, caseNumber: string): boolean {
  const code = attendeeOf(session, caseNumber)?.attendance?.code
  return !session.cancelled && code !== undefined && heldCodes.includes(code)
}

/** Kinds that are not with the youth: they are held and counted by kind, but give the youth neither session nor hours. */
const withoutYouth = ['guardian', 'guardian-education', 'liaison']

/** Sessions that took place for this youth and count towards their own number and hours. */
export const heldOf = (sessions: Session[], caseNumber: string): Session[] =>
  sessions.filter((session) => isHeld(session, caseNumber) && !withoutYouth.includes(session.kind))

/** Sessions that this youth was to attend and did not. */
export const missedOf = (sessions: Session[], caseNumber: string): Session[] =>
  sessions.filter((session) => {
    const marked = attendeeOf(session, caseNumber)?.attendance !== undefined
    return marked && !session.cancelled && !isHeld(session, caseNumber)
  })

/** Minutes that count towards the youth's hours. */
export const creditedMinutesOf = (sessions: Session[], caseNumber: string): number =>
  heldOf(sessions, caseNumber).reduce(
    (sum, session) => sum + (attendeeOf(session, caseNumber)?.attendance?.creditedMinutes ?? 0),
    0,
  )

/** A session of which the reader may know no more than that its time is taken. */
export interface Taken extends Pick<Session, 'startAt' | 'minutes' | 'counsellorId' | 'roomId'> {
  taken: true
}

/** The diary as it may be shown to somebody from whom the cases with these numbers are kept. */
export const inDiary = (sessions: Session[], hidden: ReadonlySet<string>): (Session | Taken)[] =>
  sessions.flatMap((session): (Session | Taken)[] => {
    if (!isHidden(session, hidden)) return [session]
    const { startAt, minutes, counsellorId, roomId } = session
    return session.cancelled ? [] : [{ startAt, minutes, counsellorId, roomId, taken: true }]
  })

/** Whether a session has to do with one of the cases that are kept from a reader. */
export const isHidden = ({ attendees }: Session, hidden: ReadonlySet<string>): boolean =>
  attendees.some(({ caseNumber }) => hidden.has(caseNumber))
