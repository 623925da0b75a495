import type { Day, Moment } from '../time/days.ts'
import type { CaseFile, TriageStep } from './casefile.ts'
import { counsellorOf, triageOf } from './questions.ts'
import { attendeeOf, isHeld, type Session } from './session.ts'

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

/** A case file as a line in a list: small, kept in memory, made anew on each save. Names a youth, so mind who sees it. */
export interface Row {
  number: string
  name: string
  birthDate: Day
  stage: Stage
  triage?: TriageStep['decision']
  referredOn: Day
  dueOn?: Day
  schoolId?: string
  counsellorId?: string
  planned?: number
  held: number
  lastHeldAt?: Moment
  /** starts of sessions that are booked and have no attendance yet, earliest first */
  bookedAt: Moment[]
  closedOn?: Day
  openConcerns: number
  /** held sessions without a signed note */
  notesMissing: number
  linkHashes: string[]
}

export function rowOf(caseFile: CaseFile, sessions: Session[], stage: Stage): Row {
  const { number, youth, referral, school, plan } = caseFile
  const taken = sessions.filter((session) => isHeld(session, number))
  const held = taken.map(({ startAt }) => startAt)
  const signed = new Set(caseFile.notes.filter((note) => note.signed).map(({ sessionId }) => sessionId))
  const booked = sessions.filter((session) => !session.cancelled && !attendeeOf(session, number)?.attendance)
  return {
    number,
    name: youth.name,
    birthDate: youth.birthDate,
    stage,
    triage: triageOf(caseFile)?.decision,
    referredOn: referral.on,
    dueOn: plan?.dueOn ?? referral.dueOn,
    schoolId: school.schoolId,
    counsellorId: counsellorOf(caseFile),
    planned: plan?.sessions,
    held: held.length,
    lastHeldAt: held.sort().at(-1),
    bookedAt: booked.map(({ startAt }) => startAt).sort(),
    closedOn: stage === 'closed' ? caseFile.closings.at(-1)?.on : undefined,
    openConcerns: caseFile.concerns.filter(({ resolved }) => !resolved).length,
    notesMissing: taken.filter(({ id }) => !signed.has(id)).length,
    linkHashes: caseFile.surveys.map(({ linkHash }) => linkHash),
  }
}
