import { type Day, plusDays } from '../time/days.ts'

/** A set of stretches of the time line: bit `n` stands for the stretch with that number. */
export type Stretches = bigint

export interface Period {
  from: Day
  to: Day
}

/** The time line, cut on every day on which a period begins or after which one ends. */
export class TimeLine {
  readonly #starts: Day[]
  readonly #within = new Map<string, Stretches>()

  constructor(periods: readonly Period[]) {
    this.#starts = [...new Set(periods.flatMap(({ from, to }) => [from, plusDays(to, 1)]))].sort()
  }

  get count(): number {
    return this.#starts.length + 1
  }

  /** The number of the stretch in which a day lies. */
  at(on: Day): number {
    const after = this.#starts.findIndex((start) => start > on)
    return after < 0 ? this.#starts.length : after
  }

  within({ from, to }: Period): Stretches {
    const key = `${from} ${to}`
    const known = this.#within.get(key)
    if (known !== undefined) return known
    const [first, after] = [this.at(from), this.at(to) + 1]
    const set = after > first ? ((1n << BigInt(after - first)) - 1n) << BigInt(first) : 0n
    this.#within.set(key, set)
    return set
  }
}

export function numbersIn(stretches: Stretches): number[] {
  const found: number[] = []
  for (let [at, left] = [0, stretches]; left > 0n; at++, left >>= 1n) if (left & 1n) found.push(at)
  return found
}

/** More sets than this are never looked at: releases that overlap in so many ways are hidden by what was looked at. */
const mostSets = 400
/** Of so few parts every union is looked at. */
export const fewParts = 6

/** The smallest parts into which some sets cut one another. */
export function partsOf(sets: readonly Stretches[]): Stretches[] {
  let parts: Stretches[] = []
  for (const set of new Set(sets)) {
    const left = parts.reduce((rest, part) => rest & ~part, set)
    parts = [...parts.flatMap((part) => [part & set, part & ~set]), left].filter((part) => part > 0n)
  }
  return parts
}

const reached = new WeakMap<readonly Stretches[], readonly Stretches[]>()

/** Periods for which a number might follow by subtraction, from the periods in which it is shown. */
export function reachable(sets: readonly Stretches[]): readonly Stretches[] {
  const found = reached.get(sets) ?? reachedFrom(sets)
  reached.set(sets, found)
  return found
}

function reachedFrom(sets: readonly Stretches[]): Stretches[] {
  const parts = partsOf(sets)
  if (parts.length <= fewParts)
    return Array.from({ length: 2 ** parts.length - 1 }, (_, choice) =>
      parts.reduce((sum, part, at) => ((choice + 1) & (1 << at) ? sum | part : sum), 0n),
    )
  const found = new Set([...sets, ...parts])
  for (const one of found) {
    for (const other of sets) for (const rest of [one & ~other, other & ~one]) if (rest > 0n) found.add(rest)
    if (found.size > mostSets) break
  }
  return [...found]
}
