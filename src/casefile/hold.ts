import { Reading } from '../form.ts'
import { done, type Result, refused } from '../result.ts'
import type { CaseFile, Signature } from './casefile.ts'
import { entered } from './journal.ts'
import { holdOf } from './retention.ts'

/** Reads why a case is kept longer than the rule says. */
export function readHold(fields: URLSearchParams): Result<string> {
  const form = new Reading(fields)
  return form.result(form.text('why', { most: 500 }))
}

/** Keeps a case from being erased until the hold is lifted. A proposal to erase it falls with that. */
export function hold(caseFile: CaseFile, why: string, signature: Signature): Result<CaseFile> {
  if (holdOf(caseFile)) return refused({ reason: 'already-held' })
  const holds = [...caseFile.holds, { why, ...signature }]
  return done(entered(caseFile, 'held-back', { holds, erasure: undefined }, signature))
}

/** Lifts the hold; it stays in the file with this mark. */
export function liftHold(caseFile: CaseFile, signature: Signature): Result<CaseFile> {
  const standing = holdOf(caseFile)
  if (!standing) return refused({ reason: 'not-held' })
  const holds = caseFile.holds.map((one) => (one === standing ? { ...one, lifted: signature } : one))
  return done(entered(caseFile, 'hold-lifted', { holds }, signature))
}
