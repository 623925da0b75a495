import type { CaseFile, Plan, Referral, Signature } from '../casefile/casefile.ts'
import { entered } from '../casefile/journal.ts'
import { closingOf } from '../casefile/questions.ts'
import { codesOf } from '../codebook/codebook.ts'
import { isConsented } from '../consent/gate.ts'
import { Reading } from '../form.ts'
import { done, type Result, refused } from '../result.ts'
import { type Day, plusMonths } from '../time/days.ts'

export type PlanForm = Omit<Plan, 'by' | 'at'>

export function readPlan(fields: URLSearchParams): Result<PlanForm> {
  const form = new Reading(fields)
  return form.result({
    sessions: form.whole('sessions', 1, 60),
    minutes: form.whole('minutes', 20, 240),
    kind: form.one('kind', codesOf('sessionKind')),
    mode: form.one('mode', codesOf('sessionMode')),
    startOn: form.day('startOn'),
    dueOn: form.dayOrNone('dueOn'),
  })
}

/**
 * The day by which the course must be done: the one in the decision; else what the law allows for the basis, where
 * it says so. Added counselling by the juvenile court lasts 3 months at most (Juvenile Act art. 32-2(1)).
 */
export function dueOf({ basis, dueOn, decidedOn }: Referral): Day | undefined {
  if (dueOn) return dueOn
  return basis === 'court-added-counselling' && decidedOn ? plusMonths(decidedOn, 3) : undefined
}

/** The plan as it is, or as it is most likely wanted, in the fields of its form. */
export function fieldsOfPlan(
  { plan, referral }: CaseFile,
  usual: { usual: number; minutes: number } | undefined,
  today: Day,
): URLSearchParams {
  const planned = plan ?? {
    ...{ sessions: usual?.usual ?? 10, minutes: usual?.minutes ?? 50, kind: 'individual', mode: 'in-person' },
    ...{ startOn: today, dueOn: dueOf(referral) },
  }
  const { sessions, minutes, kind, mode, startOn, dueOn = '' } = planned
  return new URLSearchParams({ sessions: String(sessions), minutes: String(minutes), kind, mode, startOn, dueOn })
}

/** Settles how many sessions, how long, and by when. `least` is what the programme promises each youth. */
export function plan(caseFile: CaseFile, what: PlanForm, least: number, signature: Signature): Result<CaseFile> {
  if (closingOf(caseFile)) return refused({ reason: 'case-closed' })
  if (!isConsented(caseFile)) return refused({ reason: 'before-consent' })
  if (what.sessions < least) return refused({ field: 'sessions', reason: 'plan-below-minimum', with: { least } })
  if (what.dueOn && what.dueOn < what.startOn) return refused({ field: 'dueOn', reason: 'due-before-start' })
  return done(entered(caseFile, 'planned', { plan: { ...what, ...signature } }, signature))
}
