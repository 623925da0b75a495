/** Of no numbers there is none: NaN. */
export const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length

/** The standard deviation of a sample, by n − 1; 0 of one number. */
export function sdOf(numbers: readonly number[]): number {
  if (numbers.length < 2) return 0
  const mean = meanOf(numbers)
  const squares = numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  // what only the computer's rounding makes is no spread
  const sd = Math.sqrt(squares / (numbers.length - 1))
  return sd < 1e-12 * Math.max(1, Math.abs(mean)) ? 0 : sd
}

/**
 * The number below which a share of the numbers lies, between two of them in proportion: type 7 of Hyndman & Fan,
 * Sample quantiles in statistical packages, 1996, which R and spreadsheets take unless told otherwise.
 */
export function quantileOf(numbers: readonly number[], share: number): number {
  const sorted = Float64Array.from(numbers).sort()
  const at = share * (sorted.length - 1)
  const [below = Number.NaN, above = below] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return below + (at - Math.floor(at)) * (above - below)
}

export const medianOf = (numbers: readonly number[]): number => quantileOf(numbers, 0.5)

/** Mid-ranks from 1: numbers that are the same share the mean of the ranks that they take up. */
export function ranksOf(numbers: readonly number[]): number[] {
  const order = numbers.map((_, at) => at).sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0))
  const ranks = new Array<number>(numbers.length).fill(0)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to + 1 < order.length && numbers[order[to + 1] ?? 0] === numbers[order[from] ?? 0]) to++
    for (let at = from; at <= to; at++) ranks[order[at] ?? 0] = (from + to) / 2 + 1
    from = to + 1
  }
  return ranks
}

/** How far two lists of numbers rise together, by their ranks (Spearman). Absent under three, or where one is all the same. */
export function spearmanOf(one: readonly number[], other: readonly number[]): number | undefined {
  const [a, b] = [ranksOf(one), ranksOf(other)]
  const [meanA, meanB] = [meanOf(a), meanOf(b)]
  const products = a.reduce((sum, rank, at) => sum + (rank - meanA) * ((b[at] ?? 0) - meanB), 0)
  const spread = (a.length - 1) * sdOf(a) * sdOf(b)
  return a.length < 3 || spread === 0 ? undefined : products / spread
}
