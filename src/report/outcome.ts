// Over 150 lines because what is said of change on a scale, and how each number of it is got, is read together.
import type { Facts } from '../casefile/facts.ts'
import type { Settings } from '../people/person.ts'
import { type Scale, scales } from '../surveys/scales.ts'
import type { Wave } from '../surveys/waves.ts'
import type { ShownScale, Spread } from './shown.ts'
import { type Effect, effectOf } from './statistics/effect.ts'
import { holmOf } from './statistics/holm.ts'
import { leastReliable, type Reliable, reliableChange } from './statistics/reliable-change.ts'
import { meanOf, medianOf, quantileOf, sdOf } from './statistics/spread.ts'
import { intervalOf } from './statistics/student-t.ts'
import { type SignedRank, signedRank } from './statistics/wilcoxon.ts'
import { eachOf, type Read, type Youths } from './youths.ts'

/** What one youth scored at intake and at exit, asked both times in the same words and the same language. */
export interface Pair {
  before: number
  after: number
}

/** Norms by scale: only with them can a change of one youth be called reliable. */
export type Norms = NonNullable<Settings['norms']>

/** Change on one scale from intake to exit. */
export interface ScaleOutcome {
  scale: string
  about: Scale
  pairs: Pair[]
  /** youths with both scores who are not compared, since the words or the language of the two were not the same */
  apart: { wording: number; language: number }
  /** youths who answered both surveys, but too little of this scale in one of them, or were not asked it there */
  unscored: number
  numbers?: ShownScale['numbers']
  before?: Described
  after?: Described
  effect?: Effect
  rank: SignedRank
  /** p once all scales are looked at together (Holm) */
  holm?: number
  /** absent while the scale has no norms */
  reliable?: Record<Reliable, number> & { least: number }
}

/** Scores of one time, with what a chart of means needs. */
export interface Described extends Spread {
  quartiles: [lower: number, upper: number]
  /** 95 % interval of the mean; absent of one score */
  interval?: { low: number; high: number }
}

/** The scales on which change is an outcome. Distress is none, and satisfaction is asked once. */
export const outcomeScales = (): [scale: string, about: Scale][] =>
  Object.entries(scales).filter(([, { outcome }]) => outcome)

/** What becomes of a youth's two scores on a scale. */
export type Compared =
  | { is: 'pair'; before: number; after: number }
  | { is: 'wording' | 'language' | 'unscored' }
  /** one of the surveys was not answered */
  | { is: 'not-both' }

/** A youth's scores on a scale at two times: laid beside each other only where the same was asked. */
export function comparedOf({ surveys }: Facts, scale: string, from: Wave, to: Wave): Compared {
  const [one, other] = [from, to].map((wave) =>
    surveys.find((survey) => survey.wave === wave && survey.became === 'answered'),
  )
  if (!one || !other) return { is: 'not-both' }
  const [before, after] = [one.scores?.[scale], other.scores?.[scale]]
  const [asked = '', askedThen = ''] = [one.asked?.[scale], other.asked?.[scale]]
  if (before === undefined || after === undefined) return { is: 'unscored' }
  if (asked === askedThen) return { is: 'pair', before, after }
  // the words come first in it, then the language
  return { is: asked.split(' ')[0] === askedThen.split(' ')[0] ? 'language' : 'wording' }
}

const comparisons = new Map<string, Read<Compared>>()
/** The same, from intake to another wave, as something that is read of each youth. */
export function comparedAt(scale: string, to: Wave): Read<Compared> {
  const known = comparisons.get(`${scale} ${to}`)
  const read: Read<Compared> = known ?? ((facts) => comparedOf(facts, scale, 'intake', to))
  if (!known) comparisons.set(`${scale} ${to}`, read)
  return read
}

/** Change on every outcome scale, of the youths given. Pairs only; nothing is filled in. */
export function outcomeOf(youths: Youths, norms: Settings['norms'] = {}): ScaleOutcome[] {
  const found = outcomeScales().map(([scale, about]) => scaleOutcomeOf(youths, scale, about, norms))
  const adjusted = holmOf(found.map(({ rank }) => rank.p))
  return found.map((one, at) => ({ ...one, ...(adjusted[at] !== undefined && { holm: adjusted[at] }) }))
}

function scaleOutcomeOf(youths: Youths, scale: string, about: Scale, norms: Norms): ScaleOutcome {
  const compared = youths.counted(comparedAt(scale, 'exit'))
  const count = (is: Compared['is']): number =>
    compared.reduce((sum, [one, those]) => (one.is === is ? sum + those : sum), 0)
  const found = compared.flatMap(([one, those]): [Pair, number][] =>
    one.is === 'pair' ? [[{ before: one.before, after: one.after }, those]] : [],
  )
  // by score, so that nobody is found by their place in the row
  const pairs = eachOf(found.sort(([a], [b]) => a.before - b.before || a.after - b.after))
  const [effect, rank] = [effectOf(pairs), signedRank(changesOf(pairs))]
  const norm = Object.hasOwn(norms, scale) ? norms[scale] : undefined
  return {
    ...{ scale, about, pairs },
    apart: { wording: count('wording'), language: count('language') },
    unscored: count('unscored'),
    numbers: numbersOf(pairs, effect, rank),
    before: describedOf(pairs.map(({ before }) => before)),
    after: describedOf(pairs.map(({ after }) => after)),
    ...{ effect, rank },
    ...(norm && { reliable: { ...reliableCounts(pairs, norm, about), least: leastReliable(norm) } }),
  }
}

const changesOf = (pairs: readonly Pair[]): number[] => pairs.map(({ before, after }) => after - before)

/**
 * The numbers of one scale as they may be shown to others, before anything is hidden: exit less intake, with the
 * interval by Student's t, the effect as Hedges-corrected g_z, and the exact signed-rank p (zeros by Pratt), neither of
 * which is adjusted for the number of scales. Absent under two pairs.
 */
function numbersOf(pairs: readonly Pair[], effect: Effect | undefined, { p }: SignedRank): ShownScale['numbers'] {
  const change = intervalOf(changesOf(pairs))
  if (!change) return undefined
  return {
    before: spreadOf(pairs.map(({ before }) => before)),
    after: spreadOf(pairs.map(({ after }) => after)),
    change,
    ...(effect && { effect: effect.gz }),
    ...(p !== undefined && { p }),
  }
}

const spreadOf = (scores: readonly number[]): Spread => ({
  mean: meanOf(scores),
  sd: sdOf(scores),
  median: medianOf(scores),
})

/** Of no scores nothing is said. */
export function describedOf(scores: readonly number[]): Described | undefined {
  if (scores.length === 0) return undefined
  const interval = intervalOf(scores)
  return {
    ...spreadOf(scores),
    quartiles: [quantileOf(scores, 0.25), quantileOf(scores, 0.75)],
    ...(interval && { interval: { low: interval.low, high: interval.high } }),
  }
}

function reliableCounts(pairs: readonly Pair[], norm: Norms[string], { better }: Scale): Record<Reliable, number> {
  const counts: Record<Reliable, number> = { improved: 0, unchanged: 0, worse: 0 }
  for (const { before, after } of pairs) counts[reliableChange(before, after, norm, better)]++
  return counts
}
