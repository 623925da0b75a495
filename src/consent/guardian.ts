import type { CaseFile, Guardian, Signature } from '../casefile/casefile.ts'
import { entered } from '../casefile/journal.ts'
import { guardianIn } from '../casefile/parts-form.ts'
import { closingOf } from '../casefile/questions.ts'
import { codesOf } from '../codebook/codebook.ts'
import { Reading } from '../form.ts'
import { done, type Result, refused } from '../result.ts'
import { guardianKind, isInForce } from './gate.ts'

/** As many guardians as a case file names. */
export const mostGuardians = 4

/** Names a further guardian, so that they can answer too. */
export function nameGuardian(caseFile: CaseFile, guardian: Guardian, signature: Signature): Result<CaseFile> {
  if (closingOf(caseFile)) return refused({ reason: 'case-closed' })
  if (caseFile.guardians.length >= mostGuardians)
    return refused({ field: 'guardianRelation', reason: 'too-large', with: { most: mostGuardians } })
  return done(entered(caseFile, 'guardian-named', { guardians: [...caseFile.guardians, guardian] }, signature))
}

/** Reads the form that names a guardian. */
export function readGuardian(fields: URLSearchParams): Result<Guardian> {
  const form = new Reading(fields)
  return form.result(guardianIn(form))
}

export interface Verification {
  method: string
  detail?: string
}

/** Reads how a guardian was verified. */
export function readVerification(fields: URLSearchParams): Result<Verification> {
  const form = new Reading(fields)
  return form.result({ method: form.one('method', codesOf('guardianVerification')), detail: form.maybe('detail', 200) })
}

/** Records how the guardian who consented was verified to be the guardian (PIPA Decree art. 17-2: seven ways). */
export function verify(caseFile: CaseFile, number: number, how: Verification, signature: Signature): Result<CaseFile> {
  const consent = caseFile.consents[number - 1]
  if (!consent || !isInForce(consent) || consent.verification) return refused({ reason: 'not-in-force' })
  if (consent.kind !== guardianKind) return refused({ field: 'method', reason: 'giver-not-for-kind' })
  const verified = { ...consent, verification: { ...how, ...signature } }
  const consents = caseFile.consents.map((one) => (one === consent ? verified : one))
  return done(entered(caseFile, 'consent-verified', { consents }, signature))
}
