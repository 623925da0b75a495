import type { Counts } from './disclosure-counts.ts'
import { type Cut, fewestPairs, type Ground } from './disclosure-ground.ts'
import { byPart, type Line, type Part } from './disclosure-lines.ts'
import { fewParts, partsOf, reachable, type Stretches } from './disclosure-periods.ts'
import { groupOf, sumOf, type Terms } from './disclosure-terms.ts'

/** A number so small that nobody may know it: neither see it nor work it out. */
export interface Guarded {
  terms: Terms
  stretches: Stretches
}

/**
 * Everything that is so small that it must not follow from what these cuts show in their lines: each row, cell and missing, the small
 * ones of a line together, and the same in any period or part of the youths that is left when one cut is taken from
 * another.
 */
export function guardedIn(
  lines: readonly Line[],
  cuts: readonly Cut[],
  ground: Ground,
  counts: Counts,
  least: number,
): Guarded[] {
  const found = lines.flatMap((line) => guardedOf(line, counts, least))
  return [...found, ...scalesIn(cuts, ground, counts, least)]
}

/**
 * Sums that anybody may take to be 0: whoever reads that nobody is missing, or that nobody is under way any more, knows
 * the same of each row and each column. A row of a cross-table is then the row of the figure.
 */
export const nobodyIn = (lines: readonly Line[], counts: Counts): Guarded[] =>
  lines.flatMap(({ parts, sets }) =>
    reachable(sets).flatMap((stretches) =>
      parts
        .filter(({ terms, zeroIsFine }) => zeroIsFine && counts.youths(terms, stretches) === 0)
        .map(({ terms }) => ({ terms, stretches })),
    ),
  )

function guardedOf(line: Line, counts: Counts, least: number): Guarded[] {
  const shown = new Set(line.sets)
  const sets = new Set([
    ...reachable(line.sets),
    ...line.parts.flatMap((part) => smallTimes(part, line, counts, least)),
  ])
  return [...sets].flatMap((stretches): Guarded[] => {
    const small = line.parts
      .map((part) => ({ ...part, youths: counts.youths(part.terms, stretches) }))
      .filter(({ youths }) => youths < least)
    const guarded = small.filter((part) => isGuarded(part, least)).map(({ terms }) => terms)
    if (guarded.length > 0 && !line.apart) {
      const together = sumOf(...small.map(({ terms }): [Terms, number] => [terms, 1]))
      if (small.length > 1 && isSmall(line, together, small, stretches, counts, least)) guarded.push(together)
      // a whole line of small ones: also all but one of them
      if (small.length > 2 && small.length === line.parts.length && guarded.at(-1) === together)
        guarded.push(...small.map(({ terms }) => sumOf([together, 1], [terms, -1])))
      if (line.pairs === 'everywhere' || (line.pairs === 'shown' && shown.has(stretches)))
        guarded.push(...pairsOf(small, least))
    }
    return guarded.map((terms) => ({ terms, stretches }))
  })
}

/** The stretches in which few have it, two by two and all together: of many months not every choice is looked at. */
function smallTimes({ terms }: Part, { sets }: Line, counts: Counts, least: number): Stretches[] {
  const few = (stretches: Stretches) => counts.youths(terms, stretches) < least
  const parts = partsOf(sets)
  if (parts.length <= fewParts) return []
  const small = parts.filter(few)
  const all = small.reduce((sum, part) => sum | part, 0n)
  const pairs = small.flatMap((one, at) => small.slice(at + 1).map((other) => one | other))
  return [...pairs, all].filter((stretches) => stretches > 0n && few(stretches))
}

const isGuarded = ({ youths, zeroIsFine }: Part & { youths: number }, least: number): boolean =>
  youths < least && (youths > 0 || !zeroIsFine)

function isSmall(
  { several }: Line,
  together: Terms,
  small: { youths: number }[],
  stretches: Stretches,
  counts: Counts,
  least: number,
): boolean {
  if (small.reduce((sum, { youths }) => sum + youths, 0) < least) return true
  return several === true && counts.inAny([...together.keys()], stretches) < least
}

const pairsOf = (small: (Part & { youths: number })[], least: number): Terms[] =>
  small.flatMap((one, at) =>
    small
      .slice(at + 1)
      .filter((other) =>
        isGuarded(
          { ...other, youths: one.youths + other.youths, zeroIsFine: one.zeroIsFine && other.zeroIsFine },
          least,
        ),
      )
      .map((other) => sumOf([one.terms, 1], [other.terms, 1])),
  )

/** Pairs of scores: by their number and their mean, the mean of those who were added would follow. */
const scalesIn = (cuts: readonly Cut[], ground: Ground, counts: Counts, least: number): Guarded[] =>
  byPart(cuts).flatMap(({ part, cuts: same }) =>
    [...new Set(same.flatMap(({ scales }) => scales))].flatMap((scale) => {
      const terms = ground.both(new Map([[groupOf(`scale/${scale}`, 'pair'), 1]]), ground.part(part))
      const sets = same.filter(({ scales }) => scales.includes(scale)).map((cut) => ground.time.within(cut))
      return reachable(sets).flatMap((stretches) =>
        counts.youths(terms, stretches) < Math.max(least, fewestPairs) ? [{ terms, stretches }] : [],
      )
    }),
  )
