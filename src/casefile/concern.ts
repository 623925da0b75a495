import { codesOf } from '../codebook/codebook.ts'
import { Reading } from '../form.ts'
import type { Notice } from '../people/registers.ts'
import { done, type Result, refused } from '../result.ts'
import type { Moment } from '../time/days.ts'
import type { CaseFile, Signature } from './casefile.ts'
import type { Concern } from './course.ts'
import { entered } from './journal.ts'
import { counsellorOf, coveringAt } from './questions.ts'
import { withDuties } from './report.ts'

export const severities: Concern['severity'][] = ['info', 'watch', 'urgent']

export type Flag = Pick<Concern, 'code' | 'severity' | 'surveyId'>

export function readFlag(fields: URLSearchParams): Result<Flag> {
  const form = new Reading(fields)
  return form.result({ code: form.one('concern', codesOf('concern')), severity: form.one('severity', severities) })
}

/** Those of the flags that do not stand open in the file already, as concerns of it. */
export const newConcerns = (
  { concerns }: CaseFile,
  flags: Flag[],
  from: Concern['from'],
  signature: Signature,
): Concern[] =>
  flags
    .filter(
      ({ code, severity, surveyId }) =>
        !concerns.some(
          (one) =>
            one.code === code &&
            one.severity === severity &&
            !one.settled &&
            // what a youth answers stands by itself, whatever staff had noted before
            (surveyId === undefined || one.surveyId === surveyId),
        ),
    )
    .map((flag) => ({ ...flag, from, ...signature }))

/**
 * Raises concerns at once, whether there is a note or not, also after the closing. What obliges the centre to report
 * opens its record with it; `learnedAt` is when it came to be known, if that was earlier.
 */
export function raise(
  caseFile: CaseFile,
  flags: Flag[],
  from: Concern['from'],
  signature: Signature,
  learnedAt: Moment = signature.at,
): Result<CaseFile> {
  const raised = newConcerns(caseFile, flags, from, signature)
  if (raised.length === 0) return refused({ reason: 'concern-open', field: from === 'note' ? 'concerns' : 'concern' })
  const concerns = [...caseFile.concerns, ...raised]
  const file = entered(caseFile, 'concern-raised', { concerns }, signature)
  return done(withDuties(file, raised, learnedAt, signature))
}

/** What of a change must be told at once: an urgent concern, a duty to report. What is to be watched stands in the lists. */
export function alarmsOf(before: CaseFile, after: CaseFile): Notice['what'][] {
  const urgent = after.concerns.slice(before.concerns.length).some(({ severity }) => severity === 'urgent')
  const owed = (after.reports?.length ?? 0) > (before.reports?.length ?? 0)
  return [...(urgent ? ['concern-raised' as const] : []), ...(owed ? ['duty-to-report' as const] : [])]
}

/** Who is told: leads, the case's counsellor and whoever stands in. Of a restricted case only those named in it. */
export function toldOf(caseFile: CaseFile, leads: string[], now: Moment): string[] {
  const counsellor = counsellorOf(caseFile)
  const all = new Set([...leads, ...(counsellor ? [counsellor] : []), ...coveringAt(caseFile, now)])
  return [...all].filter((id) => caseFile.restricted?.to.includes(id) ?? true)
}

/** Settles a concern, saying how; `at` is its place in the list, counted from 0. */
export function settle(caseFile: CaseFile, at: number, how: string, signature: Signature): Result<CaseFile> {
  const concern = caseFile.concerns[at]
  if (!concern || concern.settled) return refused({ reason: 'changed-meanwhile' })
  const concerns = caseFile.concerns.map((one) => (one === concern ? { ...one, settled: { how, ...signature } } : one))
  return done(entered(caseFile, 'concern-settled', { concerns }, signature))
}
