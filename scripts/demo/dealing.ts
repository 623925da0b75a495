import type { Chance } from './chance.ts'

/** Every code as often as it is counted, in an order by chance. */
export const dealt = (chance: Chance, counted: Record<string, number>): string[] =>
  chance.shuffled(Object.entries(counted).flatMap(([code, count]) => Array.from({ length: count }, () => code)))

/** The same where one youth has one or more: each gets one at first, then the rest are dealt, none twice to the same. */
export function dealtSeveral(chance: Chance, counted: Record<string, number>, youths: number): string[][] {
  const codes = dealt(chance, counted)
  const hands = codes.splice(0, youths).map((code) => [code])
  for (const code of codes) {
    const free = hands.filter((hand) => !hand.includes(code))
    const fewest = Math.min(...free.map(({ length }) => length))
    chance.one(free.filter(({ length }) => length === fewest)).push(code)
  }
  return hands
}

/** Numbers for so many youths: the least for all, the rest one by one by chance, together exactly `held`. */
export function dealtEvenly(
  chance: Chance,
  { held, leastEach, mostEach }: { held: number; leastEach: number; mostEach: number },
  youths: number,
): number[] {
  const each = Array.from({ length: youths }, () => leastEach)
  for (let left = held - leastEach * youths; left > 0; ) {
    const at = chance.whole(0, each.length - 1)
    if (each[at]! >= mostEach) continue
    each[at]!++
    left--
  }
  return each
}
