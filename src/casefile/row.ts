import type { Day, Moment } from '../time/days.ts'
import type { CaseFile } from './casefile.ts'
import { counsellorOf, dueOnOf, openConcernsOf } from './questions.ts'
import { type Keeping, keepingOf } from './retention.ts'
import { attendeeOf, heldOf, isHeld, type Session } from './session.ts'

/** Where a case file stands in the programme; worked out in programme.ts. */
export const stages = [
  'referral',
  'waiting',
  'returned',
  'declined',
  'consent',
  'intake',
  'sessions',
  'exit',
  'closed',
] as const
export type Stage = (typeof stages)[number]
/** Stages in which the lead decides on the referral, or has decided not to take it. */
export const triageStages: readonly Stage[] = ['referral', 'waiting', 'returned', 'declined']
/** Stages in which somebody works on the case. */
export const openStages: readonly Stage[] = ['consent', 'intake', 'sessions', 'exit']

/** What consent asks of the staff beside the gate; worked out in consent/ask-again.ts. */
export type ConsentAsk = 'disagreement' | 'verify' | 'again-at-14'

/** A case file as a line in a list: small, kept in memory, made anew on each save. Names a youth, so mind who sees it. */
export interface Row {
  number: string
  name: string
  birthDate: Day
  stage: Stage
  referredOn: Day
  dueOn?: Day
  /** the school that the youth attends, and the one that referred and may follow */
  schoolId?: string
  referredBy?: string
  counsellorId?: string
  planned?: number
  held: number
  /** starts of sessions that are booked and have no attendance yet, earliest first */
  bookedAt: Moment[]
  openConcerns: number
  /** held sessions without a signed note */
  notesMissing: number
  linkHashes: string[]
  /** of a case that is not open: from when its retention runs */
  keeping?: Keeping
  asks?: ConsentAsk[]
  /** ids of the only people who may know of it */
  restrictedTo?: string[]
  /** who broke the glass, and until when */
  openings?: { by: string; until: Moment }[]
}

/** The line of a case file, worked out from it, its sessions and the stage that it is in. */
export function rowOf(caseFile: CaseFile, sessions: Session[], stage: Stage): Row {
  const { number, youth, referral, school, plan } = caseFile
  const taken = sessions.filter((session) => isHeld(session, number))
  const signed = new Set(caseFile.notes.filter((note) => note.signed).map(({ sessionId }) => sessionId))
  const booked = sessions.filter((session) => !session.cancelled && !attendeeOf(session, number)?.attendance)
  return {
    number,
    name: youth.name,
    birthDate: youth.birthDate,
    stage,
    referredOn: referral.on,
    dueOn: dueOnOf(caseFile),
    schoolId: school.schoolId,
    referredBy: referral.schoolId,
    counsellorId: counsellorOf(caseFile),
    planned: plan?.sessions,
    held: heldOf(sessions, number).length,
    bookedAt: booked.map(({ startAt }) => startAt).sort(),
    openConcerns: openConcernsOf(caseFile).length,
    notesMissing: taken.filter(({ id }) => !signed.has(id)).length,
    linkHashes: [...caseFile.surveys, ...caseFile.links].map(({ linkHash }) => linkHash),
    keeping: keepingOf(caseFile),
    restrictedTo: caseFile.restricted?.to,
    ...(caseFile.openings.length > 0 && { openings: caseFile.openings.map(({ by, until }) => ({ by, until })) }),
  }
}
