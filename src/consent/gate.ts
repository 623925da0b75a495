import type { CaseFile, Consent } from '../casefile/casefile.ts'
import { ageOn, type Day } from '../time/days.ts'

/** Without these from the young person nothing beyond consent opens (PIPA arts. 15, 23; the centre's own rule for counselling). */
export const neededKinds = ['collection', 'sensitive', 'counselling'] as const
/** Under 14 a legal guardian consents too, and is verified (PIPA art. 22-2). */
export const guardianKind = 'guardian-under-14'
/** What counts of a guardian of an under-14. Sensitive data is asked apart (art. 22(1)); a paper may name both in one. */
export const guardiansNeededKinds = [guardianKind, 'sensitive'] as const

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

/**
 * One guardian says yes and another no to the same thing, and the lead has not settled it. A settlement is about the
 * answers that were there: whoever answers anew or withdraws after it opens the question again.
 */
export function guardiansDisagree(caseFile: CaseFile, kind: string): boolean {
  const last = lastAnswers(caseFile, kind, 'guardian')
  if (!last.some(isInForce) || last.every(isInForce)) return false
  const latest =
    last
      .map(({ at, withdrawn }) => withdrawn?.at ?? at)
      .sort()
      .at(-1) ?? ''
  return !caseFile.disagreements.some((settled) => settled.kind === kind && settled.at >= latest)
}

/** Everything on which guardians disagree now, whether or not their consent is needed for it. */
export const disagreementsOf = (caseFile: CaseFile): string[] =>
  [...new Set(caseFile.consents.map(({ kind }) => kind))].filter((kind) => guardiansDisagree(caseFile, kind))

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

export interface Missing {
  kind: string
  giver: Consent['giver']
  why: 'not-given' | 'not-verified' | 'guardians-disagree'
}

/** What still stands between this case and its intake, in the order in which it is asked. Empty: the gate is open. */
export function missingConsents(caseFile: CaseFile): Missing[] {
  const missing: Missing[] = neededKinds
    .filter((kind) => !inForce(caseFile, kind, 'youth'))
    .map((kind) => ({ kind, giver: 'youth', why: 'not-given' }))
  return isGuardianNeeded(caseFile) ? [...missing, ...missingOfGuardians(caseFile)] : missing
}

function missingOfGuardians(caseFile: CaseFile): Missing[] {
  const lacks = (kind: string, why: Missing['why']): Missing => ({ kind, giver: 'guardian', why })
  const disagreed = guardiansNeededKinds.filter((kind) => guardiansDisagree(caseFile, kind))
  const missing = disagreed.map((kind) => lacks(kind, 'guardians-disagree'))
  const given = lastAnswers(caseFile, guardianKind, 'guardian').filter(isInForce)
  if (given.length === 0) missing.push(lacks(guardianKind, 'not-given'))
  else if (!given.some(({ verification }) => verification)) missing.push(lacks(guardianKind, 'not-verified'))
  const onSensitive = lastAnswers(caseFile, 'sensitive', 'guardian')
  if (onSensitive.length > 0 && !onSensitive.some(isInForce)) missing.push(lacks('sensitive', 'not-given'))
  return missing
}

/** Whether everything is there without which nothing beyond consent opens. */
export const isConsented = (caseFile: CaseFile): boolean => missingConsents(caseFile).length === 0
