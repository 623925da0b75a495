import { isDeepStrictEqual } from 'node:util'
import type { Signature } from '../casefile/casefile.ts'
import type { Release } from '../people/registers.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import type { Day } from '../time/days.ts'
import type { Published } from './shown.ts'

/** What a lead chooses of the figures, and for whom and what for. */
export type ReleaseChoice = Pick<Release, 'purpose' | 'figures' | 'crosses' | 'outcome' | 'from' | 'to' | 'only'>

/** What a choice comes to: the numbers as they are shown to others, on which day and under which threshold. */
export interface Counted {
  published: Published
  cutOff: Day
  threshold: number
}

export type ReleaseState = 'proposed' | 'approved' | 'declined' | 'withdrawn'

/** What became of it. */
export const releaseStateOf = ({ approved, declined, withdrawn }: Release): ReleaseState =>
  withdrawn ? 'withdrawn' : declined ? 'declined' : approved ? 'approved' : 'proposed'

/** Whether somebody else than whoever proposed it is to say yes or no. */
export const isAwaiting = (release: Release, me: string): boolean =>
  releaseStateOf(release) === 'proposed' && release.by !== me

/**
 * Whether its numbers are for those alone who see the figures anyway: it was never approved and never will be, so what
 * follows from it beside other releases was not looked at.
 */
export const isDropped = (release: Release): boolean => !release.approved && releaseStateOf(release) !== 'proposed'

/** What others know already: whatever was approved once, also if it was withdrawn afterwards. */
export const givenAway = (releases: Release[]): Release[] => releases.filter(({ approved }) => approved)

/** The numbers of a release as they were shown when it was proposed. */
export const tablesOf = ({ tables }: Pick<Release, 'tables'>): Published => tables as Published

/** How many numbers a release has, and how many of them are hidden. Percentages follow from them and do not count. */
export function hiddenIn({ figures, crosses, outcome }: Published): { all: number; hidden: number } {
  const numbers = [
    ...figures.flatMap(({ base, missing, rows }) => [base, missing, ...rows.map(({ count }) => count)]),
    ...crosses.flatMap((one) => [one.base, ...one.rowTotals, ...one.columnTotals, ...one.cells.flat()]),
    ...outcome.map(({ pairs }) => pairs),
  ]
  return { all: numbers.length, hidden: numbers.filter((one) => one === null).length }
}

/**
 * The first of two persons. Refused when nothing is left to be shown; and while another proposal of an overlapping time
 * is open: whoever may approve either reads both, and neither was counted beside the other.
 */
export function proposeRelease(
  id: string,
  choice: ReleaseChoice,
  { now: { published, cutOff, threshold }, others }: { now: Counted; others: Release[] },
  signature: Signature,
): Result<Release> {
  if (others.some((other) => releaseStateOf(other) === 'proposed' && areOverlapping(other, choice)))
    return refused({ reason: 'proposal-open' })
  const { all, hidden } = hiddenIn(published)
  if (hidden === all) return refused({ reason: 'nothing-shown' })
  return done({ id, ...choice, cutOff, threshold, tables: asKept(published), ...signature })
}

/**
 * The second person agrees: from then on it may leave the house. Never whoever proposed it; not after another release
 * was approved, since what can be worked out from the two together was not looked at; and not when the same choice
 * comes to other numbers by now.
 */
export function approveRelease(
  release: Release,
  { now, others }: { now: Counted; others: Release[] },
  signature: Signature,
): Result<Release> {
  const objection = unsettled(release) ?? byAnother(release, signature)
  if (objection) return refused(objection)
  if (others.some(({ approved }) => approved && approved.at > release.at))
    return refused({ reason: 'released-meanwhile' })
  if (now.threshold !== release.threshold || !areSame(now.published, tablesOf(release)))
    return refused({ reason: 'figures-changed' })
  return done({ ...release, approved: signature })
}

/** The second person says no, and why. Whoever proposed it withdraws it instead. */
export function declineRelease(release: Release, why: string, signature: Signature): Result<Release> {
  const objection = unsettled(release) ?? byAnother(release, signature)
  return objection ? refused(objection) : done({ ...release, declined: { ...signature, why } })
}

/** Should not be used any more; a proposal is taken back by whoever made it. It stays in the register: what was given away stays known. */
export function withdrawRelease(release: Release, why: string, signature: Signature): Result<Release> {
  const state = releaseStateOf(release)
  if (state === 'declined' || state === 'withdrawn') return refused({ reason: 'release-settled' })
  if (state === 'proposed' && release.by !== signature.by) return refused({ reason: 'not-own-proposal' })
  return done({ ...release, withdrawn: { ...signature, why } })
}

type Period = Pick<Release, 'from' | 'to'>
const areOverlapping = (one: Period, other: Period): boolean => one.from <= other.to && other.from <= one.to

const unsettled = (release: Release): Refusal | undefined =>
  releaseStateOf(release) === 'proposed' ? undefined : { reason: 'release-settled' }

const byAnother = ({ by }: Release, signature: Signature): Refusal | undefined =>
  by === signature.by ? { reason: 'same-person' } : undefined

/** As it is kept: what is absent is left out. */
export const asKept = (published: Published): Published => JSON.parse(JSON.stringify(published))

const areSame = (one: Published, other: Published): boolean => isDeepStrictEqual(asKept(one), asKept(other))
