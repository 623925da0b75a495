import { twoSidedNormal } from './normal.ts'
import { ranksOf } from './spread.ts'

/** What becomes of pairs that did not change: ranked with the rest and then left out (Pratt), or left out first (Wilcoxon). */
export type Zeros = 'pratt' | 'wilcoxon'

export interface SignedRank {
  /** pairs, and those of them that changed */
  n: number
  changed: number
  /** sums of the ranks that rose and that fell */
  rose: number
  fell: number
  /** two-sided; absent under `fewest` changed pairs */
  p?: number
  /** how p was found */
  by?: 'exact' | 'normal'
  /** (rose − fell) / (rose + fell), from −1 to 1; absent where nothing changed (Kerby 2014) */
  rankBiserial?: number
}

/** Under six changed pairs no exact two-sided p can be below 0.05 (the least of five is 0.0625), so none is given. */
export const fewest = 6

/** Up to so many changed pairs the distribution is worked out whole. */
export const mostExact = 120

/**
 * The signed-rank test of Wilcoxon on differences against 0, two-sided. Ties take mid-ranks. Zeros as Pratt has it
 * (J. W. Pratt, Remarks on zeros and ties in the Wilcoxon signed rank procedures, 1959) unless asked otherwise: they
 * are ranked, and their ranks left out of both sums.
 *
 * p is exact given the ranks: of all 2^m ways in which the m changes could have had their signs, the share whose sum
 * lies as far from its mean, (rose + fell) / 2, as the one found, or further. Above `mostExact` the normal
 * approximation, whose variance Σ rank² / 4 takes ties and zeros into account, without continuity correction.
 */
export function signedRank(differences: readonly number[], zeros: Zeros = 'pratt'): SignedRank {
  const kept = (zeros === 'pratt' ? [...differences] : differences.filter((one) => one !== 0)).map(tidy)
  const ranks = ranksOf(kept.map(Math.abs))
  const changes = ranks.flatMap((rank, at) => (kept[at] ? [{ rank, rises: (kept[at] ?? 0) > 0 }] : []))
  const sum = (some: typeof changes): number => some.reduce((so, { rank }) => so + rank, 0)
  const rose = sum(changes.filter(({ rises }) => rises))
  const fell = sum(changes.filter(({ rises }) => !rises))
  const found = { n: differences.length, changed: changes.length, rose, fell }
  if (changes.length === 0) return found
  const withEffect = { ...found, rankBiserial: (rose - fell) / (rose + fell) }
  if (changes.length < fewest) return withEffect
  const all = changes.map(({ rank }) => rank)
  return changes.length <= mostExact
    ? { ...withEffect, p: exactP(all, rose), by: 'exact' }
    : { ...withEffect, p: normalP(all, rose), by: 'normal' }
}

/** Scores are means of small whole numbers: what differs by less than a computer's rounding is a tie. */
const tidy = (difference: number): number => Math.round(difference * 1e9) / 1e9

/**
 * The share of all sign patterns by the sum of their risen ranks, built up rank by rank; mid-ranks are doubled to be
 * whole. Shares rather than counts: 2^120 is no number that a computer has exactly.
 */
function exactP(ranks: readonly number[], rose: number): number {
  const doubled = ranks.map((rank) => Math.round(rank * 2))
  const total = doubled.reduce((sum, rank) => sum + rank, 0)
  const shares = new Float64Array(total + 1)
  shares[0] = 1
  let reached = 0
  for (const rank of doubled) {
    reached += rank
    for (let sum = reached; sum >= 0; sum--)
      shares[sum] = ((shares[sum] ?? 0) + (sum >= rank ? (shares[sum - rank] ?? 0) : 0)) / 2
  }
  // twice the distance from the mean, so that it stays whole
  const away = Math.abs(4 * rose - total)
  return Math.min(
    1,
    shares.reduce((p, share, sum) => (Math.abs(2 * sum - total) >= away - 1e-6 ? p + share : p), 0),
  )
}

function normalP(ranks: readonly number[], rose: number): number {
  const total = ranks.reduce((sum, rank) => sum + rank, 0)
  const squares = ranks.reduce((sum, rank) => sum + rank ** 2, 0)
  return twoSidedNormal((rose - total / 2) / Math.sqrt(squares / 4))
}
