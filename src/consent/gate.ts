import type { CaseFile, Consent } from '../casefile/casefile.ts'
import { ageOn } from '../time/days.ts'

/** Without these from the young person nothing beyond consent opens (PIPA arts. 15, 23; the centre's own rule for counselling). */
export const neededKinds = ['collection', 'sensitive', 'counselling'] as const
/** Under 14 a legal guardian consents too, and is verified (PIPA art. 22-2). */
export const guardianKind = 'guardian-under-14'

export const isInForce = ({ answer, withdrawn, invalidated }: Consent): boolean =>
  answer === 'given' && !withdrawn && !invalidated

/** The last valid answer of this giver on this kind; a withdrawal leaves the answer standing, with its mark. */
export const answerOf = ({ consents }: CaseFile, kind: string, giver: Consent['giver']): Consent | undefined =>
  consents.findLast((consent) => consent.kind === kind && consent.giver === giver && !consent.invalidated)

/** The answers that hold for this giver and kind now: each guardian's own last answer counts for that guardian. */
export function inForce(caseFile: CaseFile, kind: string, giver: Consent['giver']): boolean {
  const answers = caseFile.consents.filter((one) => one.kind === kind && one.giver === giver && !one.invalidated)
  const last = new Map(answers.map((one) => [one.guardian, one]))
  return [...last.values()].some(isInForce)
}

/** One guardian said yes and another said no to the same thing. */
export function guardiansDisagree(caseFile: CaseFile, kind: string): boolean {
  const answers = caseFile.consents.filter((one) => one.kind === kind && one.giver === 'guardian' && !one.invalidated)
  const last = [...new Map(answers.map((one) => [one.guardian, one])).values()]
  return last.some(isInForce) && last.some((one) => !isInForce(one))
}

/** Whether the youth was under 14 on the day of their own answer; it is that day that counts, not today. */
export function neededGuardian(caseFile: CaseFile): boolean {
  const own = answerOf(caseFile, 'collection', 'youth')
  return own !== undefined && ageOn(caseFile.youth.birthDate, own.on) < 14
}

export type Missing = { kind: string; giver: Consent['giver']; why: 'not-given' | 'not-verified' }

/** What still stands between this case and its intake, in the order in which it is asked. Empty: the gate is open. */
export function missingConsents(caseFile: CaseFile): Missing[] {
  const missing: Missing[] = neededKinds
    .filter((kind) => !inForce(caseFile, kind, 'youth'))
    .map((kind) => ({ kind, giver: 'youth', why: 'not-given' }))
  if (!neededGuardian(caseFile)) return missing
  const given = caseFile.consents.filter((one) => one.kind === guardianKind && isInForce(one))
  if (!inForce(caseFile, guardianKind, 'guardian'))
    missing.push({ kind: guardianKind, giver: 'guardian', why: 'not-given' })
  else if (!given.some((one) => one.verification))
    missing.push({ kind: guardianKind, giver: 'guardian', why: 'not-verified' })
  return missing
}

export const isConsented = (caseFile: CaseFile): boolean => missingConsents(caseFile).length === 0
