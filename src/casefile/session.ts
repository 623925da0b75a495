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
  /** id of the missed session that this one makes up for */
  catchesUp?: string
  /** why the lead lets youths come near each other who must not meet */
  despite?: Signature & { why: string }
  /** it went to another counsellor, oldest first */
  handedOver?: (Signature & { from: string })[]
  /** of a group: what it did as a whole. It names nobody; what is about one of them stands in that youth's own note. */
  groupNote?: GroupNote
}

export interface Attendee {
  caseNumber: string
  /** the youth's 1st, 2nd, 3rd … session, or their guardian's; kept when it moves */
  ordinal: number
  /** which of the guardians comes, counted from 0, when it is not with the youth */
  guardian?: number
  attendance?: Attendance
}

export interface GroupNote {
  /** still being written; gone once signed */
  draft?: GroupText & Signature
  signed?: GroupText & Signature
  addenda: (Signature & { text: string })[]
}

export interface GroupText {
  goals?: string
  module?: string
  summary: string
  homework?: string
  next?: string
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

/** Whether several sit in it: what it did as a whole then has a note of its own. */
export const isGroup = ({ attendees, groupNote }: Session): boolean => attendees.length > 1 || groupNote !== undefined

/** Whether it took place for this youth as a group, and the note on the group is not signed yet. */
export const lacksGroupNote = (session: Session, caseNumber: string): boolean =>
  isGroup(session) && isHeld(session, caseNumber) && !session.groupNote?.signed

/** Kinds for which the guardian comes: they have numbers and hours of their own. */
export const guardianKinds = ['guardian', 'guardian-education']
/** Kinds that are not with the youth: they are held and counted by kind, but give the youth neither session nor hours. */
const withoutYouth = [...guardianKinds, 'liaison']

/** Whose number a session carries: the youth's, the guardian's, or that of talks about them. */
export type Track = 'youth' | 'guardian' | 'liaison'
export const trackOf = (kind: string): Track =>
  guardianKinds.includes(kind) ? 'guardian' : kind === 'liaison' ? 'liaison' : 'youth'

/** Sessions that took place for this youth and count towards their own number and hours. */
export const heldOf = (sessions: Session[], caseNumber: string): Session[] =>
  sessions.filter((session) => isHeld(session, caseNumber) && !withoutYouth.includes(session.kind))

/** Whether this youth, or their guardian, was to come to a session that took place, and did not. */
export const isMissed = (session: Session, caseNumber: string): boolean =>
  !session.cancelled && attendeeOf(session, caseNumber)?.attendance !== undefined && !isHeld(session, caseNumber)

/** Sessions that this youth was to attend and did not. */
export const missedOf = (sessions: Session[], caseNumber: string): Session[] =>
  sessions.filter((session) => isMissed(session, caseNumber) && trackOf(session.kind) === 'youth')

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
