import type { RetentionPeriods } from '../people/person.ts'
import type { Destruction } from '../people/registers.ts'
import { done, type Result, refused } from '../result.ts'
import { type Day, dayOf, type Moment } from '../time/days.ts'
import type { CaseFile, Signature } from './casefile.ts'
import { entered } from './journal.ts'
import { proposalOf, retentionOf } from './retention.ts'

/** What an erasure is decided by, besides the case itself. */
export interface Terms {
  periods: RetentionPeriods
  /** the day in Seoul */
  today: Day
}

/** Why a case may not go today; undefined when it may. */
function objectionTo(caseFile: CaseFile, { periods, today }: Terms): Result<never> | undefined {
  const { state, dueOn } = retentionOf(caseFile, periods, today)
  if (state === 'held') return refused({ reason: 'held-back' })
  if (dueOn === undefined) return refused({ reason: 'not-closed' })
  return state === 'due' ? undefined : refused({ reason: 'not-due', with: { on: dueOn } })
}

/** The first of two persons says that a case whose time is over should go. */
export function propose(caseFile: CaseFile, terms: Terms, signature: Signature): Result<CaseFile> {
  const objection = objectionTo(caseFile, terms)
  if (objection) return objection
  if (proposalOf(caseFile)) return refused({ reason: 'proposed-already' })
  return done(entered(caseFile, 'erasure-proposed', { erasure: signature }, signature))
}

/** Takes a proposal back: nothing was erased. */
export function takeBack(caseFile: CaseFile, signature: Signature): Result<CaseFile> {
  if (!proposalOf(caseFile)) return refused({ reason: 'not-proposed' })
  return done(entered(caseFile, 'erasure-taken-back', { erasure: undefined }, signature))
}

/**
 * The second person agrees: what comes back is the record of the destruction, and the case is to be destroyed in the
 * same change. Never by whoever proposed it, and not when the case was touched in between.
 */
export function approve(caseFile: CaseFile, terms: Terms, signature: Signature): Result<Destruction> {
  const objection = objectionTo(caseFile, terms)
  if (objection) return objection
  const proposed = proposalOf(caseFile)
  if (!proposed) return refused({ reason: 'not-proposed' })
  if (proposed.by === signature.by) return refused({ reason: 'same-person' })
  return done(recordOf(caseFile, terms, proposed, signature))
}

/** A referral that was declined goes by itself: nobody worked on it, and nobody need decide. */
export function eraseByRule(caseFile: CaseFile, terms: Pick<Terms, 'periods'>, now: Moment): Result<Destruction> {
  const whole = { ...terms, today: dayOf(now) }
  const objection = objectionTo(caseFile, whole)
  if (objection) return objection
  if (retentionOf(caseFile, whole.periods, whole.today).rule !== 'referral-declined')
    return refused({ reason: 'not-proposed' })
  const byRule = { by: 'rule', at: now }
  return done(recordOf(caseFile, whole, byRule, byRule))
}

function recordOf(
  caseFile: CaseFile,
  { periods, today }: Terms,
  proposed: Signature,
  approved: Signature,
): Destruction {
  const { rule = 'case-closed', dueOn = today } = retentionOf(caseFile, periods, today)
  const { number } = caseFile
  return { id: number, caseNumber: number, rule, dueOn, proposed, approved, how: 'key-destroyed' }
}
