import type { CaseFile, Signature } from '../casefile/casefile.ts'
import type { Session } from '../casefile/session.ts'
import { Reading } from '../form.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import { attend, type Mark, markCodes } from './attend.ts'
import type { Diary } from './clash.ts'

/** Reads the attendance of several youths at once; each has fields that end in the case number. */
export function readMarks(fields: URLSearchParams, numbers: string[]): Result<Mark[]> {
  const form = new Reading(fields)
  return form.result(
    numbers.map((caseNumber) => ({
      caseNumber,
      code: form.one(`attendance-${caseNumber}`, markCodes),
      creditedMinutes: form.wholeOrNone(`creditedMinutes-${caseNumber}`, 0, 10_000),
    })),
  )
}

/**
 * Marks a whole group, all or none; what is wrong with one of them stands at that youth's field. A mark that stays as
 * it was leaves no trace.
 */
export function attendAll(
  session: Session,
  marks: Mark[],
  { caseFiles, diary }: { caseFiles: CaseFile[]; diary: Diary },
  signature: Signature,
): Result<Session> {
  if (marks.length === 0) return refused({ reason: 'changed-meanwhile' })
  const refusals: Refusal[] = []
  let marked = session
  for (const mark of marks) {
    const caseFile = caseFiles.find(({ number }) => number === mark.caseNumber)
    const result = caseFile
      ? attend(marked, mark, { caseFile, diary }, signature)
      : refused({ reason: 'changed-meanwhile' })
    if (result.ok) marked = result.value
    else refusals.push(...result.refusals.map((one) => at(mark.caseNumber, one)))
  }
  return refusals.length > 0 ? refused(...refusals) : done(marked)
}

const at = (caseNumber: string, refusal: Refusal): Refusal => ({
  ...refusal,
  field: `${refusal.field === 'creditedMinutes' ? 'creditedMinutes' : 'attendance'}-${caseNumber}`,
})
