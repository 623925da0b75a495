import type { CaseFile, Closing, Signature } from '../casefile/casefile.ts'
import { entered } from '../casefile/journal.ts'
import { closingOf, isAccepted, openConcernsOf, owedReportsOf } from '../casefile/questions.ts'
import { creditedMinutesOf, heldOf, type Session } from '../casefile/session.ts'
import { codesOf } from '../codebook/codebook.ts'
import { Reading } from '../form.ts'
import { done, type Result, refused } from '../result.ts'
import { minutesOf } from '../sessions/progress.ts'
import type { Day } from '../time/days.ts'

/** Things that are not finished; the closing page lists them, and closing over them needs a reason. */
export type OpenThing =
  | { what: 'sessions-left'; planned: number; held: number }
  | { what: 'hours-left'; ordered: number; creditedMinutes: number }
  | { what: 'guardian-hours-left'; ordered: number; creditedMinutes: number }
  | { what: 'sessions-booked'; count: number }
  | { what: 'notes-missing'; count: number }
  | { what: 'exit-survey-missing' }
  | { what: 'concerns-open'; count: number }

/** What is still open before closing. `notesMissing` is how many held sessions have no signed note. */
export function openThings(caseFile: CaseFile, sessions: Session[], notesMissing: number): OpenThing[] {
  const { number, plan, referral, surveys } = caseFile
  const things: OpenThing[] = []
  const held = heldOf(sessions, number).length
  const booked = sessions.filter((one) => !one.cancelled && attendanceMissing(one, number)).length
  const creditedMinutes = creditedMinutesOf(sessions, number)
  if (plan && held < plan.sessions) things.push({ what: 'sessions-left', planned: plan.sessions, held })
  if (referral.orderedHours && creditedMinutes < referral.orderedHours * 60)
    things.push({ what: 'hours-left', ordered: referral.orderedHours, creditedMinutes })
  const guardians = minutesOf('guardian-education', sessions, number)
  if (referral.orderedGuardianHours && guardians < referral.orderedGuardianHours * 60)
    things.push({
      what: 'guardian-hours-left',
      ordered: referral.orderedGuardianHours,
      creditedMinutes: guardians,
    })
  if (booked > 0) things.push({ what: 'sessions-booked', count: booked })
  if (notesMissing > 0) things.push({ what: 'notes-missing', count: notesMissing })
  if (!surveys.some(({ survey, response }) => survey === 'exit' && response))
    things.push({ what: 'exit-survey-missing' })
  const concerns = openConcernsOf(caseFile).length
  if (concerns > 0) things.push({ what: 'concerns-open', count: concerns })
  return things
}

const attendanceMissing = ({ attendees }: Session, number: string): boolean =>
  attendees.some(({ caseNumber, attendance }) => caseNumber === number && !attendance)

export interface ClosingForm {
  on: Day
  reason: string
  summary?: string
}

export function readClosing(fields: URLSearchParams): Result<ClosingForm> {
  const form = new Reading(fields)
  return form.result({
    on: form.day('closedOn'),
    reason: form.one('reason', codesOf('closureReason')),
    summary: form.maybe('closingSummary', 5000),
  })
}

/**
 * Closes a case, saying why. Over open things it is closed only with a few words on them in the summary; over a duty to
 * report that nobody has dealt with, never.
 */
export function close(
  caseFile: CaseFile,
  what: ClosingForm,
  facts: { open: OpenThing[]; today: Day },
  signature: Signature,
): Result<CaseFile> {
  if (closingOf(caseFile)) return refused({ reason: 'already-closed' })
  if (!isAccepted(caseFile)) return refused({ reason: 'not-open-yet' })
  if (owedReportsOf(caseFile).length > 0) return refused({ reason: 'report-owed' })
  if (what.on > facts.today) return refused({ field: 'closedOn', reason: 'in-the-future' })
  const { on } = caseFile.referral
  if (what.on < on) return refused({ field: 'closedOn', reason: 'too-early', with: { on } })
  if (facts.open.length > 0 && !what.summary) return refused({ field: 'closingSummary', reason: 'still-open' })
  const closing: Closing = { ...what, ...signature }
  return done(entered(caseFile, 'closed', { closings: [...caseFile.closings, closing] }, signature))
}

/** Opens a closed case again; the closing stays, with this mark. */
export function reopen(caseFile: CaseFile, why: string, signature: Signature): Result<CaseFile> {
  const closing = closingOf(caseFile)
  if (!closing) return refused({ reason: 'not-closed' })
  const closings = caseFile.closings.map((one) => (one === closing ? { ...one, reopened: { why, ...signature } } : one))
  return done(entered(caseFile, 'reopened', { closings }, signature))
}
