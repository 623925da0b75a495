import type { CaseFile, Consent, Signature } from '../casefile/casefile.ts'
import { entered } from '../casefile/journal.ts'
import { closingOf, isAccepted } from '../casefile/questions.ts'
import { codesOf } from '../codebook/codebook.ts'
import { Reading } from '../form.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import type { Day } from '../time/days.ts'
import { guardianKind, isSameQuestion } from './gate.ts'
import { mostGuardians } from './guardian.ts'

/** Edition of the texts in views/consent that are put before youth and guardian. A changed text is a new edition. */
export const textVersion = '2026-12-2'

/** Ways in which staff take an answer. */
export const ways = ['in-person', 'paper', 'phone'] as const
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
  const givers = ['youth', ...Array.from({ length: mostGuardians }, (_, at) => `guardian-${at}`)]
  const giver = form.one('giver', givers)
  const said = codesOf('consentKind').map((kind) => [kind, form.oneOrNone(kind, answers)] as const)
  const asked = said.filter((one): one is [string, Consent['answer']] => one[1] !== undefined)
  if (asked.length === 0) form.refuse('collection', 'missing')
  return form.result({
    giver: giver === 'youth' ? 'youth' : 'guardian',
    ...(giver !== 'youth' && { guardian: Number(giver.split('-')[1]) }),
    route: form.one('route', ways),
    on: form.day('answeredOn'),
    answers: Object.fromEntries(asked),
  })
}

/** Records what a youth or guardian answered. Nothing is overwritten: a later answer to the same kind stands below. */
export function give(caseFile: CaseFile, what: Answers, today: Day, signature: Signature): Result<CaseFile> {
  const against = refusalsAgainst(caseFile, what, today)
  if (against.length > 0) return refused(...against)
  const said = consentsOf(what, signature).filter((one) => !isRepeated(caseFile, one))
  // the same form sent twice
  if (said.length === 0) return done(caseFile)
  return done(entered(caseFile, 'consent-recorded', { consents: [...caseFile.consents, ...said] }, signature))
}

/** Everything that stands against a sitting, whoever takes it down. */
export function refusalsAgainst(caseFile: CaseFile, what: Answers, today: Day): Refusal[] {
  if (closingOf(caseFile)) return [{ reason: 'case-closed' }]
  if (!isAccepted(caseFile)) return [{ reason: 'not-open-yet' }]
  const { giver, guardian, on } = what
  const against: Refusal[] = []
  if (on > today) against.push({ field: 'answeredOn', reason: 'in-the-future' })
  if (giver === 'guardian' && !caseFile.guardians[guardian ?? 0])
    against.push({ field: 'giver', reason: 'guardian-unknown' })
  for (const kind of Object.keys(what.answers))
    if (giver === 'youth' && guardiansOwn.includes(kind)) against.push({ field: kind, reason: 'giver-not-for-kind' })
  return against
}

/** The records of one sitting, one for each kind that was answered. */
export const consentsOf = ({ giver, guardian, route, on, answers }: Answers, signature: Signature): Consent[] =>
  Object.entries(answers).map(([kind, answer]) => {
    const who = { giver, ...(giver === 'guardian' && { guardian }) }
    return { kind, ...who, route, textVersion, answer, on, ...signature }
  })

/** Whether the last valid answer on this kind says the very same, so that nothing new was said. */
function isRepeated({ consents }: CaseFile, said: Consent): boolean {
  const last = consents.findLast((one) => isSameQuestion(one, said) && !one.invalidated)
  return (
    last !== undefined &&
    !last.withdrawn &&
    last.answer === said.answer &&
    last.on === said.on &&
    last.route === said.route
  )
}
