/** What somebody measured of a scale: how it spreads, and how reliably it measures. */
export interface Norm {
  sd: number
  reliability: number
}

export type Reliable = 'improved' | 'unchanged' | 'worse'

/**
 * The standard error of a difference of two scores: S_E = SD·√(1 − r), S_diff = √(2·S_E²) (N. S. Jacobson & P. Truax,
 * Clinical significance: a statistical approach to defining meaningful change in psychotherapy research, 1991).
 */
export const errorOfDifference = ({ sd, reliability }: Norm): number => Math.SQRT2 * sd * Math.sqrt(1 - reliability)

/** The reliable change index: (after − before) / S_diff. */
export const reliableChangeIndex = (before: number, after: number, norm: Norm): number =>
  (after - before) / errorOfDifference(norm)

/** The least difference of scores that counts as reliable. */
export const leastReliable = (norm: Norm): number => 1.96 * errorOfDifference(norm)

/** Further from 0 than measuring alone would bring 95 in 100: better or worse by what is hoped for, else unchanged. */
export function reliableChange(before: number, after: number, norm: Norm, better: 'higher' | 'lower'): Reliable {
  const index = reliableChangeIndex(before, after, norm)
  // a hair's breadth for the computer's rounding
  if (Math.abs(index) < 1.96 - 1e-9) return 'unchanged'
  return index > 0 === (better === 'higher') ? 'improved' : 'worse'
}
