import { meanOf, sdOf } from './spread.ts'

/**
 * Student's t distribution with any degrees of freedom above 0, by the regularised incomplete beta function; that by
 * its continued fraction (DLMF 8.17.22), evaluated as Lentz does, and the logarithm of the gamma function as Lanczos
 * gives it. Good to ten digits and more; no package, since the one that is kept well brings 230 others.
 */
export function cdfOfT(t: number, df: number): number {
  const tail = incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2
  return t > 0 ? 1 - tail : tail
}

/** How likely a t lies further from 0 than |t|, on either side; small ones keep their digits. */
export const twoSidedT = (t: number, df: number): number => incompleteBeta(df / (df + t * t), df / 2, 0.5)

/** The t below which a share of the distribution lies, 0 < share < 1; found by halving. */
export function quantileOfT(share: number, df: number): number {
  if (share === 0.5) return 0
  const both = 2 * Math.min(share, 1 - share)
  let [low, high] = [0, 1]
  while (twoSidedT(high, df) > both) high *= 2
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step++) {
    const middle = (low + high) / 2
    if (twoSidedT(middle, df) > both) low = middle
    else high = middle
  }
  return (share < 0.5 ? -1 : 1) * ((low + high) / 2)
}

/** The mean of some numbers, and the interval in which, by t, 95 in 100 samples would have the true one. */
export interface Interval {
  mean: number
  low: number
  high: number
}

/** By Student's t. Absent under two numbers: nothing says then how they spread. */
export function intervalOf(numbers: readonly number[]): Interval | undefined {
  const n = numbers.length
  if (n < 2) return undefined
  const [mean, half] = [meanOf(numbers), (quantileOfT(0.975, n - 1) * sdOf(numbers)) / Math.sqrt(n)]
  return { mean, low: mean - half, high: mean + half }
}

/** The paired t test of differences against 0, two-sided. Absent where it cannot be made: under two, or all the same. */
export function pairedT(differences: readonly number[]): { t: number; df: number; p: number } | undefined {
  const n = differences.length
  const sd = sdOf(differences)
  if (n < 2 || sd === 0) return undefined
  const [t, df] = [meanOf(differences) / (sd / Math.sqrt(n)), n - 1]
  return { t, df, p: twoSidedT(t, df) }
}

/** The regularised incomplete beta function I_x(a, b). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  // the fraction runs fast on one side of the mean only; the other side is its mirror
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return front / (a * fraction(x, a, b))
}

/** The continued fraction below the front of I_x(a, b). */
function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  let [value, c, d] = [1, 1, 0]
  for (let step = 1; step < 10_000; step++) {
    const m = Math.floor(step / 2)
    const numerator =
      step % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + numerator * d || tiny)
    c = 1 + numerator / c || tiny
    value *= c * d
    if (Math.abs(c * d - 1) < 1e-15) break
  }
  return value
}

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** The natural logarithm of the gamma function, above 0 (Lanczos, g = 7, nine terms). */
export function lnGamma(z: number): number {
  if (z < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * z)) - lnGamma(1 - z)
  const [first = 1, ...rest] = lanczos
  const sum = rest.reduce((so, term, at) => so + term / (z + at), first)
  const at = z + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (z - 0.5) * Math.log(at) - at + Math.log(sum)
}
