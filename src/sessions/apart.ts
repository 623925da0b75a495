import type { CaseFile } from '../casefile/casefile.ts'
import { isHidden, type Session } from '../casefile/session.ts'
import type { Refusal } from '../result.ts'
import { casesOf, overlaps, type Slot } from './slot.ts'

/** Whom one youth must not meet. */
export interface KeptApart {
  /** the school that the youth attends */
  schoolId?: string
  /** numbers of cases, and ids of schools */
  cases: string[]
  schools: string[]
}

/** Youths who must not meet are not booked within this many minutes of each other at the centre. */
export const apartMinutes = 60

/** Whom the youth of a case must not meet: as the referral says unless the lead ended it, and as was noted since. */
export function keptApartOf({ school, referral, apart = [] }: CaseFile): KeptApart {
  const noted = apart.flatMap(({ from }) => ('caseNumber' in from ? [from.caseNumber] : []))
  const inForce = apart.filter(({ ended }) => !ended).map(({ from }) => from)
  return {
    schoolId: school.schoolId,
    cases: [
      ...referral.mustNotMeet.filter((number) => !noted.includes(number)),
      ...inForce.flatMap((from) => ('caseNumber' in from ? [from.caseNumber] : [])),
    ],
    schools: inForce.flatMap((from) => ('schoolId' in from ? [from.schoolId] : [])),
  }
}

/** Whether what stands in the way is that youths would meet who must not: the lead may set it aside, with a reason. */
export const isAboutMeeting = ({ reason }: Refusal): boolean =>
  reason === 'must-not-meet' || reason === 'must-not-meet-someone'

/** Whether two youths must not meet: it is enough that one side says so. */
export function mustNotMeet(one: string, other: string, apart: ReadonlyMap<string, KeptApart>): boolean {
  if (one === other) return false
  return names(one, other, apart) || names(other, one, apart)
}

function names(one: string, other: string, apart: ReadonlyMap<string, KeptApart>): boolean {
  const kept = apart.get(one)
  const school = apart.get(other)?.schoolId
  return kept !== undefined && (kept.cases.includes(other) || (school !== undefined && kept.schools.includes(school)))
}

interface Near {
  apart?: ReadonlyMap<string, KeptApart>
  hidden?: ReadonlySet<string>
}

/**
 * Youths of the slot who must not meet each other, or whom another session brings to the centre at the same time or
 * within an hour before or after. A session by telephone, online or elsewhere brings nobody to the centre.
 */
export function tooNear(slot: Slot, others: Session[], { apart = new Map(), hidden = new Set() }: Near): Refusal[] {
  const field = 'startTime'
  const within = slot.caseNumbers.flatMap((one, at) =>
    slot.caseNumbers
      .slice(at + 1)
      .filter((other) => mustNotMeet(one, other, apart))
      .map((other): Refusal => {
        const field = 'with'
        return hidden.has(one) || hidden.has(other)
          ? { reason: 'must-not-meet-someone', field }
          : { reason: 'must-not-meet', field, with: { case: one, other } }
      }),
  )
  if (slot.mode !== 'in-person') return within
  const near = others.filter((other) => other.mode === 'in-person' && overlaps(slot, other, apartMinutes))
  const beside = near.flatMap((other): Refusal[] => {
    const met = casesOf(other).find((number) => slot.caseNumbers.some((own) => mustNotMeet(own, number, apart)))
    if (met === undefined) return []
    const own = slot.caseNumbers.find((number) => mustNotMeet(number, met, apart)) ?? ''
    return isHidden(other, hidden)
      ? [{ reason: 'must-not-meet-someone', field }]
      : [{ reason: 'must-not-meet', field, with: { case: own, other: met } }]
  })
  return [...within, ...beside]
}
