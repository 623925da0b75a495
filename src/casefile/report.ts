import { done, type Refusal, type Result, refused } from '../result.ts'
import { dayOf, type Moment } from '../time/days.ts'
import type { CaseFile, Signature } from './casefile.ts'
import type { Concern, DutyToReport } from './course.ts'
import { entered } from './journal.ts'
import { owedReportsOf } from './questions.ts'

export type Law = DutyToReport['law']
export const laws: Law[] = ['sexual-crime', 'child-abuse']

/** Concerns that oblige whoever works here to tell the investigators, by code. */
const lawOf: ReadonlyMap<string, Law> = new Map([
  ['report-duty', 'sexual-crime'],
  ['abuse', 'child-abuse'],
])

/**
 * The case file with a record for each law that the concerns call for: one at a time for each law, and none for what
 * was recorded since it came to be known.
 */
export function withDuties(
  caseFile: CaseFile,
  concerns: Pick<Concern, 'code'>[],
  learnedAt: Moment,
  signature: Signature,
): CaseFile {
  const found = new Set(concerns.flatMap(({ code }) => lawOf.get(code) ?? []))
  return laws
    .filter((law) => found.has(law) && !isKnown(caseFile, law, learnedAt))
    .reduce((file, law) => withDuty(file, { law, learnedAt, learnedBy: signature.by }, signature), caseFile)
}

const isKnown = (caseFile: CaseFile, law: Law, learnedAt: Moment): boolean =>
  owedReportsOf(caseFile).some((one) => one.law === law) ||
  (caseFile.reports ?? []).some((one) => one.law === law && one.learnedAt >= learnedAt)

function withDuty(caseFile: CaseFile, learned: Learned, signature: Signature): CaseFile {
  const { reports = [] } = caseFile
  const duty: DutyToReport = { id: String(reports.length + 1), ...learned, ...signature }
  return entered(caseFile, 'duty-noted', { reports: [...reports, duty] }, signature)
}

export type Learned = Pick<DutyToReport, 'law' | 'learnedAt' | 'learnedBy'>

/** Opens a record by hand: somebody here learned of something that no note says. */
export function noteDuty(caseFile: CaseFile, learned: Learned, signature: Signature): Result<CaseFile> {
  const { on } = caseFile.referral
  if (owedReportsOf(caseFile).some(({ law }) => law === learned.law))
    return refused({ reason: 'report-open', field: 'law' })
  if (learned.learnedAt > signature.at) return refused({ reason: 'still-to-come', field: 'learnedOn' })
  if (dayOf(learned.learnedAt) < on) return refused({ reason: 'too-early', field: 'learnedOn', with: { on } })
  return done(withDuty(caseFile, learned, signature))
}

export type Telling = Pick<NonNullable<DutyToReport['told']>, 'whom' | 'toldAt' | 'reference'>

/** Records that the investigators were told: whom, when, and the number that they gave. */
export function recordReport(caseFile: CaseFile, id: string, telling: Telling, signature: Signature): Result<CaseFile> {
  return dealtWith(caseFile, id, 'report-recorded', signature, (duty) => {
    if (telling.toldAt > signature.at) return { reason: 'still-to-come', field: 'toldOn' }
    // a form knows no seconds
    if (telling.toldAt.slice(0, 16) < duty.learnedAt.slice(0, 16)) return { reason: 'told-too-early', field: 'toldOn' }
    return { told: { ...telling, ...signature } }
  })
}

/** The lead finds that no report is owed, and says why. */
export const findNotOwed = (caseFile: CaseFile, id: string, why: string, signature: Signature): Result<CaseFile> =>
  dealtWith(caseFile, id, 'report-not-owed', signature, () => ({ notOwed: { why, ...signature } }))

function dealtWith(
  caseFile: CaseFile,
  id: string,
  deed: 'report-recorded' | 'report-not-owed',
  signature: Signature,
  how: (duty: DutyToReport) => Pick<DutyToReport, 'told' | 'notOwed'> | Refusal,
): Result<CaseFile> {
  const duty = owedReportsOf(caseFile).find((one) => one.id === id)
  if (!duty) return refused({ reason: 'report-settled' })
  const outcome = how(duty)
  if ('reason' in outcome) return refused(outcome)
  const reports = caseFile.reports?.map((one) => (one.id === id ? { ...one, ...outcome } : one))
  return done(entered(caseFile, deed, { reports }, signature))
}
