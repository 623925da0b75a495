import { meanOf, sdOf } from './spread.ts'
import { lnGamma } from './student-t.ts'

/** Standardised mean change of pairs, each by the name it goes by. */
export interface Effect {
  /** mean difference by the SD of the differences (Cohen 1988) */
  dz: number
  /** the same, less the bias of small samples */
  gz: number
  /** mean difference by the mean of the two SDs, and without bias; closer to what an effect between groups is */
  dav?: number
  gav?: number
}

/**
 * What a standardised mean is multiplied by against its small-sample bias, exactly:
 * J = Γ(df/2) / (√(df/2) · Γ((df − 1)/2)) (L. V. Hedges, Distribution theory for Glass's estimator of effect size and
 * related estimators, 1981). For pairs df = n − 1 (Gibbons, Hedeker & Davis 1993). Above one degree of freedom.
 */
export const hedgesJ = (df: number): number => Math.exp(lnGamma(df / 2) - lnGamma((df - 1) / 2)) / Math.sqrt(df / 2)

/** Absent under three pairs, or where every pair changed alike: then nothing can be divided by. */
export function effectOf(pairs: readonly { before: number; after: number }[]): Effect | undefined {
  const differences = pairs.map(({ before, after }) => after - before)
  const [mean, sd, df] = [meanOf(differences), sdOf(differences), pairs.length - 1]
  if (df < 2 || sd === 0) return undefined
  const [j, dz] = [hedgesJ(df), mean / sd]
  const sdAv = (sdOf(pairs.map(({ before }) => before)) + sdOf(pairs.map(({ after }) => after))) / 2
  return { dz, gz: j * dz, ...(sdAv > 0 && { dav: mean / sdAv, gav: (j * mean) / sdAv }) }
}
