import { ageBandOf } from '../codebook/codebook.ts'
import { ageOn, type Day } from '../time/days.ts'
import type { CaseFile } from './casefile.ts'
import { closingOf, isAccepted } from './questions.ts'
import type { Stage } from './row.ts'
import { isHeld, type Session } from './session.ts'

/**
 * What the figures may see of one youth: codes and counts, without name, number, school or birth date.
 * Absent or empty means not known yet.
 */
export interface Facts {
  accepted: boolean
  stage: Stage
  referredOn: Day
  source: string
  basis: string
  schoolLevel: string
  grade?: number
  gender: string
  /** on the day of the referral */
  ageBand: string
  motive?: string
  motives: string[]
  motivesSelf: string[]
  types: string[]
  channels: string[]
  relation?: string
  /** sessions that took place for this youth, by session kind */
  held: Record<string, number>
  closureReason?: string
}

/** The coded facts of a case file; nothing in them leads back to it. */
export function factsOf(caseFile: CaseFile, sessions: Session[], stage: Stage): Facts {
  const { number, youth, referral, school, interview } = caseFile
  const closing = closingOf(caseFile)
  const held: Record<string, number> = {}
  for (const session of sessions) if (isHeld(session, number)) held[session.kind] = (held[session.kind] ?? 0) + 1
  return {
    accepted: isAccepted(caseFile),
    stage,
    referredOn: referral.on,
    source: referral.source,
    basis: referral.basis,
    schoolLevel: school.level,
    grade: school.grade,
    gender: youth.gender,
    ageBand: ageBandOf(ageOn(youth.birthDate, referral.on)),
    motive: interview?.motives.coded.main,
    motives: interview?.motives.coded.all ?? [],
    motivesSelf: interview?.motives.self.all ?? [],
    types: interview?.types ?? [],
    channels: interview?.channels ?? [],
    relation: interview?.relation,
    held,
    closureReason: closing?.reason,
  }
}

/**
 * What stays of the facts when the case is erased: the month of the referral instead of the day, so that a day and a
 * number in the log do not lead to what was done. Figures by month, half-year and year come out as before.
 */
export const keptFactsOf = (facts: Facts): Facts => ({ ...facts, referredOn: `${facts.referredOn.slice(0, 7)}-01` })
