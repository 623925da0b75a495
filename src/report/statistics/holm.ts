/**
 * p values as they are once several are looked at together, in the order given (S. Holm, A simple sequentially
 * rejective multiple test procedure, 1979): the smallest times their number, the next times one less, and so on, none
 * smaller than the one before it and none above 1. What is absent was not tested, and does not count.
 */
export function holmOf(ps: readonly (number | undefined)[]): (number | undefined)[] {
  const order = ps.flatMap((p, at) => (p === undefined ? [] : [{ p, at }])).sort((a, b) => a.p - b.p)
  const adjusted = new Map<number, number>()
  let least = 0
  for (const [rank, { p, at }] of order.entries()) {
    least = Math.min(1, Math.max(least, p * (order.length - rank)))
    adjusted.set(at, least)
  }
  return ps.map((_, at) => adjusted.get(at))
}
