import type { CaseFile } from './casefile/casefile.ts'
import { closingOf, triageOf } from './casefile/questions.ts'
import type { Stage } from './casefile/row.ts'
import { heldOf, type Session } from './casefile/session.ts'
import { isConsented } from './consent/gate.ts'

/** The programme in its order. Every case file is in one of these, or its referral was declined, returned or put on the waiting list. */
export const programme: readonly Stage[] = ['referral', 'consent', 'intake', 'sessions', 'exit', 'closed']

/**
 * Where a case file is: one question with one ordered answer, worked out from its records and never stored.
 * Intake ends with the interview and the plan; exit begins when the planned sessions were held or the exit survey
 * was issued, unless the last one was revoked. A consent that is withdrawn takes an open case back to consent.
 */
export function stageOf(caseFile: CaseFile, sessions: Session[]): Stage {
  const decision = triageOf(caseFile)?.decision
  if (closingOf(caseFile)) return 'closed'
  if (decision === undefined) return 'referral'
  if (decision !== 'accepted') return decision
  if (!isConsented(caseFile)) return 'consent'
  if (!caseFile.interview || !caseFile.plan) return 'intake'
  const held = heldOf(sessions, caseFile.number).length
  const last = caseFile.surveys.findLast(({ survey }) => survey === 'exit')
  const exiting = last !== undefined && !last.revoked
  return exiting || held >= caseFile.plan.sessions ? 'exit' : 'sessions'
}
