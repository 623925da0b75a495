import type { CaseFile, Consent } from '../casefile/casefile.ts'
import { ageOn, type Day } from '../time/days.ts'

/** Without these from the young person nothing beyond consent opens (PIPA arts. 15, 23; the centre's own rule for counselling). */
const neededKinds = ['collection', 'sensitive', 'counselling'] as const
/** Under 14 a legal guardian consents too, and is verified (PIPA art. 22-2). */
export const guardianKind = 'guardian-under-14'

export const isInForce = ({ answer, withdrawn, invalidated }: Consent): boolean =>
  answer === 'given' && !withdrawn && !invalidated

/** The same thing asked of the same person. */
export const isSameQuestion = (one: Consent, other: Consent): boolean =>
  one.kind === other.kind && one.giver === other.giver && one.guardian === other.guardian

/** What each giver said last on a kind: a guardian's answer stands for that guardian alone. */
function lastAnswers({ consents }: CaseFile, kind: string, giver: Consent['giver']): Consent[] {
  const answers = consents.filter((one) => one.kind === kind && one.giver === giver && !one.invalidated)
  return [...new Map(answers.map((one) => [one.guardian, one])).values()]
}

/** Whether a consent holds now: the youth's last answer, or that of at least one guardian, is yes and not taken back. */
export const inForce = (caseFile: CaseFile, kind: string, giver: Consent['giver']): boolean =>
  lastAnswers(caseFile, kind, giver).some(isInForce)

/** One guardian said yes and another said no to the same thing. */
export function guardiansDisagree(caseFile: CaseFile, kind: string): boolean {
  const last = lastAnswers(caseFile, kind, 'guardian')
  return last.some(isInForce) && last.some((one) => !isInForce(one))
}

/**
 * Whether the youth was under 14 on the day of any of the answers that count; it is those days that matter, not today.
 */
export const isGuardianNeeded = (caseFile: CaseFile): boolean =>
  neededKinds
    .flatMap((kind) => lastAnswers(caseFile, kind, 'youth'))
    .some(({ on }) => ageOn(caseFile.youth.birthDate, on) < 14)

/**
 * The day on which the youth had first said yes to everything needed: nothing can have been done with them before it.
 * A yes given again later moves nothing. Undefined while the gate is shut.
 */
export function consentedOn(caseFile: CaseFile): Day | undefined {
  if (!isConsented(caseFile)) return undefined
  const said = caseFile.consents.filter((one) => one.giver === 'youth' && one.answer === 'given' && !one.invalidated)
  const first = neededKinds.map(
    (needed) =>
      said
        .filter(({ kind }) => kind === needed)
        .map(({ on }) => on)
        .sort()[0],
  )
  return first.sort().at(-1)
}

export type Missing = { kind: string; giver: Consent['giver']; why: 'not-given' | 'not-verified' }

/** What still stands between this case and its intake, in the order in which it is asked. Empty: the gate is open. */
export function missingConsents(caseFile: CaseFile): Missing[] {
  const missing: Missing[] = neededKinds
    .filter((kind) => !inForce(caseFile, kind, 'youth'))
    .map((kind) => ({ kind, giver: 'youth', why: 'not-given' }))
  if (!isGuardianNeeded(caseFile)) return missing
  const given = lastAnswers(caseFile, guardianKind, 'guardian').filter(isInForce)
  if (given.some(({ verification }) => verification)) return missing
  return [...missing, { kind: guardianKind, giver: 'guardian', why: given.length > 0 ? 'not-verified' : 'not-given' }]
}

/** Whether everything is there without which nothing beyond consent opens. */
export const isConsented = (caseFile: CaseFile): boolean => missingConsents(caseFile).length === 0
