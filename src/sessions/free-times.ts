import type { CaseFile, Signature } from '../casefile/casefile.ts'
import { entered } from '../casefile/journal.ts'
import { closingOf } from '../casefile/questions.ts'
import { Reading } from '../form.ts'
import { hoursIfAny } from '../people/week-hours.ts'
import { done, type Result, refused } from '../result.ts'
import type { WeekHours } from '../time/hours.ts'

/** Reads when the youth can come; undefined when the form is empty, which means that nobody knows. */
export function readFreeTimes(fields: URLSearchParams): Result<WeekHours | undefined> {
  const form = new Reading(fields)
  return form.result(hoursIfAny(form))
}

/** Notes when the youth can come, as the youth or the guardian says; what was noted before stays in the journal. */
export function noteFreeTimes(
  caseFile: CaseFile,
  hours: WeekHours | undefined,
  signature: Signature,
): Result<CaseFile> {
  if (closingOf(caseFile)) return refused({ reason: 'case-closed' })
  return done(entered(caseFile, 'free-times-noted', { freeTimes: hours && { hours, ...signature } }, signature))
}
