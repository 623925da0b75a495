import { z975 } from './normal.ts'

/** How far two coders agree beyond what their own habits would give by chance. */
export interface Kappa {
  /** absent where it says nothing: no pairs, or both coders would agree always by chance alone */
  kappa?: number
  /** pairs in which both said the same */
  agreed: number
  n: number
  /** 95 % interval from the large-sample standard error, kept within −1 to 1 */
  low?: number
  high?: number
}

/**
 * Cohen's kappa of pairs of codes, unweighted: (po − pe) / (1 − pe), with po the share of agreement and pe that which
 * the two margins give by chance (J. Cohen, A coefficient of agreement for nominal scales, 1960). Its standard error
 * away from 0 is that of Fleiss, Cohen & Everitt, Large sample standard errors of kappa and weighted kappa, 1969,
 * formula 13; it is rough for small samples.
 */
export function kappaOf(pairs: readonly (readonly [string, string])[]): Kappa {
  const n = pairs.length
  const agreed = pairs.filter(([one, other]) => one === other).length
  const [rows, columns] = [sharesOf(pairs.map(([one]) => one)), sharesOf(pairs.map(([, other]) => other))]
  const chance = [...rows].reduce((sum, [code, share]) => sum + share * (columns.get(code) ?? 0), 0)
  if (n === 0 || chance > 1 - 1e-12) return { agreed, n }
  const observed = agreed / n
  const kappa = (observed - chance) / (1 - chance)
  const half = z975 * standardError(pairs, observed, chance, rows, columns)
  return { kappa, agreed, n, low: Math.max(-1, kappa - half), high: Math.min(1, kappa + half) }
}

type Shares = Map<string, number>

function sharesOf(codes: string[]): Shares {
  const shares: Shares = new Map()
  for (const code of codes) shares.set(code, (shares.get(code) ?? 0) + 1 / codes.length)
  return shares
}

function standardError(
  pairs: readonly (readonly [string, string])[],
  observed: number,
  chance: number,
  rows: Shares,
  columns: Shares,
): number {
  const n = pairs.length
  const share = (of: Shares, code: string): number => of.get(code) ?? 0
  const sum = pairs.reduce((so, [one, other]) => {
    const both = share(columns, one) + share(rows, other)
    const term = one === other ? 1 - chance - both * (1 - observed) : both * (1 - observed)
    return so + term ** 2 / n
  }, 0)
  const variance = (sum - (observed * chance - 2 * chance + observed) ** 2) / (n * (1 - chance) ** 4)
  return Math.sqrt(Math.max(0, variance))
}
