import type { CaseFile, Consent, Guardian, Signature } from '../casefile/casefile.ts'
import { entered } from '../casefile/journal.ts'
import { closingOf, isAccepted } from '../casefile/questions.ts'
import { codesOf } from '../codebook/codebook.ts'
import { Reading } from '../form.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import type { Day } from '../time/days.ts'
import { guardianKind, isInForce } from './gate.ts'

/** Edition of the texts in views/consent that are put before youth and guardian. A changed text is a new edition. */
export const textVersion = '2026-11'

export const routes = ['in-person', 'paper', 'phone'] as const
const answers = ['given', 'refused'] as const

/** Kinds that only a guardian can answer; all others are the youth's, and a guardian may add theirs. */
const guardiansOwn = [guardianKind, 'guardian-participation']

export interface Answers {
  giver: Consent['giver']
  guardian?: number
  route: Consent['route']
  on: Day
  /** by kind; kinds that were not asked are absent */
  answers: Record<string, Consent['answer']>
}

/** Reads one sitting: who answered, how, when, and what they said to each kind that was asked. */
export function readAnswers(fields: URLSearchParams): Result<Answers> {
  const form = new Reading(fields)
  const givers = ['youth', ...Array.from({ length: 4 }, (_, at) => `guardian-${at}`)]
  const giver = form.one('giver', givers)
  const said = codesOf('consentKind').map((kind) => [kind, form.oneOrNone(kind, answers)] as const)
  const asked = said.filter((one): one is [string, Consent['answer']] => one[1] !== undefined)
  if (asked.length === 0) form.refuse('collection', 'missing')
  return form.result({
    giver: giver === 'youth' ? 'youth' : 'guardian',
    ...(giver !== 'youth' && { guardian: Number(giver.split('-')[1]) }),
    route: form.one('route', routes),
    on: form.day('answeredOn'),
    answers: Object.fromEntries(asked),
  })
}

/** Records what a youth or guardian answered. Nothing is overwritten: a later answer to the same kind stands below. */
export function give(caseFile: CaseFile, what: Answers, today: Day, signature: Signature): Result<CaseFile> {
  if (closingOf(caseFile)) return refused({ reason: 'case-closed' })
  if (!isAccepted(caseFile)) return refused({ reason: 'not-open-yet' })
  const { giver, guardian, route, on } = what
  const against: Refusal[] = []
  if (on > today) against.push({ field: 'answeredOn', reason: 'in-the-future' })
  if (giver === 'guardian' && !caseFile.guardians[guardian ?? 0])
    against.push({ field: 'giver', reason: 'guardian-unknown' })
  const kinds = Object.keys(what.answers)
  for (const kind of kinds)
    if (giver === 'youth' && guardiansOwn.includes(kind)) against.push({ field: kind, reason: 'giver-not-for-kind' })
  if (against.length > 0) return refused(...against)
  const said = kinds.map((kind): Consent => {
    const answer = what.answers[kind] ?? 'refused'
    return { kind, giver, ...(giver === 'guardian' && { guardian }), route, textVersion, answer, on, ...signature }
  })
  return done(entered(caseFile, 'consent-recorded', { consents: [...caseFile.consents, ...said] }, signature))
}

/** Names a further guardian, so that they can answer too. */
export function nameGuardian(caseFile: CaseFile, guardian: Guardian, signature: Signature): Result<CaseFile> {
  if (closingOf(caseFile)) return refused({ reason: 'case-closed' })
  if (caseFile.guardians.length >= 4)
    return refused({ field: 'guardianRelation', reason: 'too-large', with: { most: 4 } })
  return done(entered(caseFile, 'guardian-named', { guardians: [...caseFile.guardians, guardian] }, signature))
}

export function readGuardian(fields: URLSearchParams): Result<Guardian> {
  const form = new Reading(fields)
  return form.result({
    relation: form.one('guardianRelation', codesOf('guardianRelation')),
    name: form.maybe('guardianName', 60),
    phone: form.phone('guardianPhone'),
  })
}

/** The consent of this number, counted from 1, if it holds. */
function holding(caseFile: CaseFile, number: number): Consent | undefined {
  const consent = caseFile.consents[number - 1]
  return consent && isInForce(consent) ? consent : undefined
}

const marked = (
  caseFile: CaseFile,
  number: number,
  mark: Partial<Consent>,
  deed: 'consent-verified' | 'consent-withdrawn' | 'consent-invalidated',
  signature: Signature,
): Result<CaseFile> => {
  const consents = caseFile.consents.map((consent, at) => (at === number - 1 ? { ...consent, ...mark } : consent))
  return done(entered(caseFile, deed, { consents }, signature))
}

/** Records how the guardian who consented was verified to be the guardian (PIPA Decree art. 17-2: seven ways). */
export function verify(
  caseFile: CaseFile,
  number: number,
  how: { method: string; detail?: string },
  signature: Signature,
): Result<CaseFile> {
  const consent = holding(caseFile, number)
  if (!consent || consent.verification) return refused({ reason: 'not-in-force' })
  if (consent.kind !== guardianKind) return refused({ field: 'method', reason: 'giver-not-for-kind' })
  return marked(caseFile, number, { verification: { ...how, ...signature } }, 'consent-verified', signature)
}

/** Youth or guardian took a consent back. */
export function withdraw(
  caseFile: CaseFile,
  number: number,
  { on, why }: { on: Day; why?: string },
  today: Day,
  signature: Signature,
): Result<CaseFile> {
  const consent = holding(caseFile, number)
  if (!consent) return refused({ reason: 'not-in-force' })
  if (on > today) return refused({ field: 'withdrawnOn', reason: 'in-the-future' })
  return marked(caseFile, number, { withdrawn: { on, why, ...signature } }, 'consent-withdrawn', signature)
}

/** An answer recorded by mistake, or found not to be theirs, no longer counts; it stays in the list with this mark. */
export function invalidate(caseFile: CaseFile, number: number, why: string, signature: Signature): Result<CaseFile> {
  const consent = caseFile.consents[number - 1]
  if (!consent || consent.invalidated) return refused({ reason: 'not-in-force' })
  return marked(caseFile, number, { invalidated: { why, ...signature } }, 'consent-invalidated', signature)
}
