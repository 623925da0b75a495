import { scales } from '../surveys/scales.ts'
import type { ShownFigure, ShownRow, ShownScale } from './shown.ts'

/*
 * What may be said of figures in a sentence: decided here, put in words by views/report/paper-sentences.ts. A sentence
 * never says more than the numbers beside it do, and nothing at all of a number that is hidden.
 */

/** A row whose number is shown. */
export interface Counted extends ShownRow {
  count: number
}

export type Said =
  /** everybody has it */
  | { says: 'all'; row: Counted; base: number }
  /** more of the base have it than any other, also than any that is hidden can have */
  | { says: 'most'; row: Counted; base: number }
  /** what is shown, without saying that anything was more or less */
  | { says: 'shown'; rows: Counted[]; base: number }
  | { says: 'missing'; missing: number }

/** As many rows as a sentence names. */
const named = 4

/** What may be said of a figure. Without its base that is nothing: a count alone is half of a number. */
export function saidOf({ base, missing, rows }: ShownFigure): Said[] {
  const shown = rows.filter(isCounted).sort((one, other) => other.count - one.count)
  if (base === null || shown.length === 0) return []
  const [first, ...others] = shown as [Counted, ...Counted[]]
  const rest = base - shown.reduce((sum, { count }) => sum + count, 0)
  const isMost = first.count > (others[0]?.count ?? 0) && first.count > rest
  const also = isMost ? others : shown
  return [
    ...(isMost ? [{ says: first.count === base ? ('all' as const) : ('most' as const), row: first, base }] : []),
    ...(also.length > 0 ? [{ says: 'shown' as const, rows: firstOf(also, isMost ? named - 1 : named), base }] : []),
    ...(missing === null || missing === 0 ? [] : [{ says: 'missing' as const, missing }]),
  ]
}

const isCounted = (row: ShownRow): row is Counted => row.count !== null && row.count > 0

/** The first few, and whoever is level with the last of them: a tie is not cut in two. */
const firstOf = (rows: Counted[], most: number): Counted[] =>
  rows.filter(({ count }) => count >= (rows[most - 1]?.count ?? 0))

/** Below that no direction is named: the exact test could not find any change either. */
export const fewestPairs = 6

export type Change = 'rose' | 'fell' | 'unclear' | 'too-few' | 'hidden'

/** Which way a scale went, by its 95 % interval as it is printed. */
export function changeOf({ pairs, numbers }: ShownScale): Change {
  if (pairs === null || !numbers) return 'hidden'
  if (pairs < fewestPairs) return 'too-few'
  const [low, high] = [printed(numbers.change.low), printed(numbers.change.high)]
  if (low > 0) return 'rose'
  return high < 0 ? 'fell' : 'unclear'
}

/** As a score is printed: to two places. */
export const printed = (n: number): number => Number(n.toFixed(2))

/** Whether a rise or fall is the way hoped for on that scale; undefined where there was none. */
export const isHopedFor = (scale: string, change: Change): boolean | undefined =>
  change === 'rose' || change === 'fell' ? (scales[scale]?.better === 'higher') === (change === 'rose') : undefined

/** The scales of a release by what may be said of them, in one sentence each. */
export function summedUp(outcome: ShownScale[]): Record<'hoped' | 'against' | 'unclear' | 'unsaid', string[]> {
  const sums = { hoped: [], against: [], unclear: [], unsaid: [] } as ReturnType<typeof summedUp>
  for (const one of outcome) {
    const change = changeOf(one)
    const hoped = isHopedFor(one.scale, change)
    const where = hoped === undefined ? (change === 'unclear' ? 'unclear' : 'unsaid') : hoped ? 'hoped' : 'against'
    sums[where].push(one.scale)
  }
  return sums
}
