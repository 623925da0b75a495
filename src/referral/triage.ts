import type { CaseFile, Signature, TriageStep } from '../casefile/casefile.ts'
import { entered, type FileDeed } from '../casefile/journal.ts'
import { closingOf, counsellorOf, triageOf } from '../casefile/questions.ts'
import { againstGiving } from '../casefile/restrict.ts'
import { Reading } from '../form.ts'
import { done, type Result, refused } from '../result.ts'

export const decisions = ['accepted', 'waiting', 'returned', 'declined'] as const

export interface Triage {
  decision: TriageStep['decision']
  counsellorId?: string
  why?: string
}

/** Reads the lead's decision; `counsellors` are the ids that may be chosen. */
export function readTriage(fields: URLSearchParams, counsellors: string[]): Result<Triage> {
  const form = new Reading(fields)
  return form.result({
    decision: form.one('decision', decisions),
    counsellorId: form.oneOrNone('counsellorId', counsellors),
    why: form.maybe('why', 2000),
  })
}

const deedOf: Record<TriageStep['decision'], FileDeed> = {
  ...{ accepted: 'accepted', declined: 'declined', waiting: 'set-waiting', returned: 'returned' },
}

/**
 * Accepts a referral and gives it to a counsellor (of a restricted one: to one who is named), or declines it, puts it on the waiting list or returns it to be
 * completed, each with a reason. A referral that was accepted or declined is not decided again.
 */
export function decide(caseFile: CaseFile, triage: Triage, signature: Signature): Result<CaseFile> {
  const last = triageOf(caseFile)?.decision
  if (last === 'accepted' || last === 'declined') return refused({ reason: 'triage-ended', field: 'decision' })
  const { decision, counsellorId, why } = triage
  if (decision === 'accepted' && !counsellorId) return refused({ reason: 'counsellor-needed', field: 'counsellorId' })
  const kept = decision === 'accepted' && counsellorId ? againstGiving(caseFile, counsellorId, 'counsellorId') : []
  if (kept.length > 0) return refused(...kept)
  if (decision !== 'accepted' && !why) return refused({ reason: 'reason-needed', field: 'why' })
  const step: TriageStep = { decision, ...(why && { reason: why }), ...signature }
  const assigned = decision === 'accepted' && counsellorId ? [{ counsellorId, ...signature }] : []
  return done(
    entered(
      caseFile,
      deedOf[decision],
      { triage: [...caseFile.triage, step], assignments: [...caseFile.assignments, ...assigned] },
      signature,
    ),
  )
}

/** Gives an accepted case to another counsellor. Whoever stood in for the former one does so no more. */
export function assign(caseFile: CaseFile, counsellorId: string, signature: Signature, why?: string): Result<CaseFile> {
  if (closingOf(caseFile)) return refused({ reason: 'case-closed' })
  if (triageOf(caseFile)?.decision !== 'accepted') return refused({ reason: 'not-open-yet' })
  if (counsellorOf(caseFile) === counsellorId) return done(caseFile)
  const kept = againstGiving(caseFile, counsellorId, 'counsellorId')
  if (kept.length > 0) return refused(...kept)
  const assignments = [...caseFile.assignments, { counsellorId, ...(why && { why }), ...signature }]
  const covers = caseFile.covers?.map((one) => (one.ended ? one : { ...one, ended: signature }))
  return done(entered(caseFile, 'assigned', { assignments, ...(covers && { covers }) }, signature))
}
