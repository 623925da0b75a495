import type { Facts } from '../casefile/facts.ts'
import { isCompleting } from '../casefile/questions.ts'
import { codesOf } from '../codebook/codebook.ts'
import type { Wave } from '../surveys/waves.ts'

/* Codes of figures that stand in no list of the codebook: worked out from the facts, with their words in the report's. */

/** Years of the three school levels that have a fixed number of them. */
export const grades: string[] = Object.entries({ elementary: 6, middle: 3, high: 3 }).flatMap(([level, years]) =>
  Array.from({ length: years }, (_, year) => `${level}-${year + 1}`),
)

/** Days from the referral to the first session that took place: the last day of each band, and its name. */
export const waits = [
  [7, '0-7'],
  [14, '8-14'],
  [28, '15-28'],
  [56, '29-56'],
  [Number.POSITIVE_INFINITY, '57-plus'],
] as const
export const waitingCodes: string[] = waits.map(([, code]) => code)
export const waitingCodeOf = ({ waitingDays }: Facts): string | undefined =>
  waitingDays === undefined ? undefined : waits.find(([last]) => waitingDays <= last)?.[1]

/** What became of the course. Open as long as the case is not closed. */
export const completionCodes = ['completed', 'completed-early', 'not-completed', 'open']
export function completionOf(closureReason: string | undefined): string {
  if (closureReason === undefined) return 'open'
  return isCompleting(closureReason) ? closureReason : 'not-completed'
}

/** Sessions of the youth's own that took place, beside those that the plan names. */
export const planCodes = ['none-yet', 'fewer', 'as-planned', 'more']
export function planCodeOf({ planned, heldOwn }: Facts): string | undefined {
  if (planned === undefined) return undefined
  if (heldOwn === 0) return 'none-yet'
  return heldOwn < planned ? 'fewer' : heldOwn === planned ? 'as-planned' : 'more'
}

export const consentAnswers = ['given', 'refused', 'withdrawn'] as const
export const consentCodes: string[] = codesOf('consentKind').flatMap((kind) =>
  consentAnswers.map((answer) => `${kind}:${answer}`),
)

/** Sessions of imported cases are known by their number alone. */
export const heldKinds: string[] = [...codesOf('sessionKind'), 'unrecorded']

export const becameCodes = ['answered', 'refused', 'no-answer', 'not-asked']

/**
 * What became of the survey of a wave, where it was due: the intake survey once counselling has begun; the exit survey
 * once a case in which it had begun is closed; a follow-up where it, or a later one, was handed out. Whoever was handed
 * one counts in any case.
 */
export function becameOf({ surveys, stage, heldOwn }: Facts, wave: Wave): string | undefined {
  const found = surveys.find((one) => one.wave === wave)
  if (found) return found.became
  const due =
    wave === 'intake'
      ? heldOwn > 0
      : wave === 'exit'
        ? heldOwn > 0 && stage === 'closed'
        : surveys.some((one) => one.wave.startsWith('follow-up') && one.wave > wave)
  return due ? 'not-asked' : undefined
}
