import type { CaseFile, Signature } from '../casefile/casefile.ts'
import { entered } from '../casefile/journal.ts'
import { closingOf } from '../casefile/questions.ts'
import { codesOf } from '../codebook/codebook.ts'
import { Reading } from '../form.ts'
import { done, type Result, refused } from '../result.ts'
import { guardiansDisagree } from './gate.ts'

export interface Settlement {
  kind: string
  why: string
}

/** Reads on what guardians disagree, and why the lead goes on all the same. */
export function readSettlement(fields: URLSearchParams): Result<Settlement> {
  const form = new Reading(fields)
  return form.result({ kind: form.one('kind', codesOf('consentKind')), why: form.text('why', { most: 1000 }) })
}

/**
 * The lead has heard both guardians and goes on with the yes that was given; both answers stay as they are. Whoever
 * wants to follow the no has nothing to settle: the gate is shut.
 */
export function settleDisagreement(
  caseFile: CaseFile,
  { kind, why }: Settlement,
  signature: Signature,
): Result<CaseFile> {
  if (closingOf(caseFile)) return refused({ reason: 'case-closed' })
  if (!guardiansDisagree(caseFile, kind)) return refused({ reason: 'guardians-agree' })
  const disagreements = [...caseFile.disagreements, { kind, why, ...signature }]
  return done(entered(caseFile, 'disagreement-settled', { disagreements }, signature))
}
