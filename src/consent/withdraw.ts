import type { CaseFile, Signature } from '../casefile/casefile.ts'
import { entered } from '../casefile/journal.ts'
import { Reading } from '../form.ts'
import { done, type Result, refused } from '../result.ts'
import type { Day } from '../time/days.ts'
import { isInForce, isSameQuestion } from './gate.ts'

export interface Withdrawal {
  on: Day
  why?: string
}

/** Reads a withdrawal; it was today unless another day is named. */
export function readWithdrawal(fields: URLSearchParams, today: Day): Result<Withdrawal> {
  const form = new Reading(fields)
  return form.result({ on: form.dayOrNone('withdrawnOn') ?? today, why: form.maybe('why', 500) })
}

/** Reads why an answer does not count. */
export function readInvalidation(fields: URLSearchParams): Result<string> {
  const form = new Reading(fields)
  return form.result(form.text('why', { most: 500 }))
}

/** Youth or guardian took a consent back: with it, every earlier yes of theirs to the same thing. */
export function withdraw(
  caseFile: CaseFile,
  number: number,
  { on, why }: Withdrawal,
  today: Day,
  signature: Signature,
): Result<CaseFile> {
  const consent = caseFile.consents[number - 1]
  if (!consent || !isInForce(consent)) return refused({ reason: 'not-in-force' })
  if (on > today) return refused({ field: 'withdrawnOn', reason: 'in-the-future' })
  if (on < consent.on) return refused({ field: 'withdrawnOn', reason: 'too-early', with: { on: consent.on } })
  const withdrawn = { on, why, ...signature }
  const consents = caseFile.consents.map((one) =>
    isSameQuestion(one, consent) && isInForce(one) ? { ...one, withdrawn } : one,
  )
  return done(entered(caseFile, 'consent-withdrawn', { consents }, signature))
}

/**
 * An answer recorded by mistake, or found not to be theirs, no longer counts; it stays in the list with this mark. One
 * that was withdrawn cannot be unmade: an older yes would hold again.
 */
export function invalidate(caseFile: CaseFile, number: number, why: string, signature: Signature): Result<CaseFile> {
  const consent = caseFile.consents[number - 1]
  if (!consent || consent.invalidated || consent.withdrawn) return refused({ reason: 'not-in-force' })
  const invalidated = { why, ...signature }
  const consents = caseFile.consents.map((one) => (one === consent ? { ...one, invalidated } : one))
  return done(entered(caseFile, 'consent-invalidated', { consents }, signature))
}
