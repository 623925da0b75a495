import { Counts } from './disclosure-counts.ts'
import { type Cut, Ground } from './disclosure-ground.ts'
import { guardedIn, nobodyIn } from './disclosure-guarded.ts'
import { Known, type Vector } from './disclosure-known.ts'
import { linesIn } from './disclosure-lines.ts'
import { type Numbered, numbersOf } from './disclosure-numbers.ts'
import { partsOf, type Stretches } from './disclosure-periods.ts'
import { figuresOf, type Terms } from './disclosure-terms.ts'
import { type Definition, definitionOf, type FigureId } from './figures.ts'
import type { Youths } from './youths.ts'

/** What others saw at another time: a cut, and its numbers by their places. A hidden one is absent. */
export interface Given {
  cut: Cut
  shown: ReadonlyMap<string, number>
}

/** Never less, whatever is settled. */
export const leastThreshold = 3
export const usualThreshold = 5

/**
 * The places of a cut whose numbers may be shown: no number of fewer youths than the threshold, and none from which,
 * by adding and subtracting all that is shown here and was shown before, one would follow. Totals are kept before
 * parts and large numbers before small, and every number that can be shown is: one that is hidden would tell.
 * `youths` are everyone; the same youths, in any order, give the same answer.
 */
export function showable(
  cut: Cut,
  youths: Youths,
  threshold: number,
  given: readonly Given[],
  define: (id: FigureId) => Definition = definitionOf,
): Set<string> {
  const least = Math.max(leastThreshold, threshold)
  const cuts = [...given.map((one) => one.cut), cut]
  const ground = new Ground(youths, cuts, define)
  const numbers = numbersOf(cut, ground)
  const before = given.map(({ cut: earlier, shown }) => ({ shown, numbers: numbersOf(earlier, ground) }))
  const counts = new Counts(ground)
  const lines = linesIn(cuts, ground)
  const guarded = guardedIn(lines, cuts, ground, counts, least)
  const nobody = nobodyIn(lines, counts)
  const unknowns = new Unknowns([...numbers, ...before.flatMap((one) => one.numbers), ...guarded, ...nobody])
  const known = new Known()
  for (const { terms, stretches } of nobody) known.learn(unknowns.vectorOf(terms, stretches))
  for (const one of before)
    for (const number of one.numbers) learnGiven(known, unknowns, number, one.shown.get(number.place), least)
  for (const { terms, stretches } of guarded) known.guard(unknowns.vectorOf(terms, stretches))
  const places = new Set<string>()
  for (const number of inOrder(numbers)) {
    if (number.hidden(least)) continue
    const vector = unknowns.vectorOf(number.terms, number.stretches)
    if (known.tells(vector)) continue
    known.learn(vector)
    places.add(number.place)
  }
  return places
}

const inOrder = (numbers: Numbered[]): Numbered[] => [...numbers].sort((a, b) => a.rank - b.rank || b.youths - a.youths)

/**
 * What was shown before is known, if it is still so. If a few youths were added since, the number then and what was
 * added are known together, so that neither that nor the new number may be known alone. If many were, it is another
 * number.
 */
function learnGiven(
  known: Known,
  unknowns: Unknowns,
  number: Numbered,
  shown: number | undefined,
  least: number,
): void {
  if (shown === undefined) return
  const vector = unknowns.vectorOf(number.terms, number.stretches)
  const change = Math.abs(number.count - shown)
  if (change === 0) known.learn(vector)
  else if (change <= (least - 1) * number.most) {
    const added = unknowns.another()
    known.learn(new Map([...vector, [added, 1]]))
    known.guard(new Map([[added, 1]]))
  }
}

/** The unknown numbers: each group of youths in each part of the time line that anything tells apart. */
class Unknowns {
  readonly #parts = new Map<string, Stretches[]>()
  readonly #columns = new Map<string, number>()
  #next = 0

  constructor(sums: readonly { terms: Terms; stretches: Stretches }[]) {
    const sets = new Map<string, Set<Stretches>>()
    for (const { terms, stretches } of sums)
      for (const group of terms.keys()) {
        const key = figuresOf(group).join()
        const found = sets.get(key)
        if (found) found.add(stretches)
        else sets.set(key, new Set([stretches]))
      }
    for (const [key, found] of sets) this.#parts.set(key, partsOf([...found]))
  }

  vectorOf(terms: Terms, stretches: Stretches): Vector {
    const vector: Vector = new Map()
    for (const [group, times] of terms)
      for (const part of this.#parts.get(figuresOf(group).join()) ?? [])
        if ((part & ~stretches) === 0n) vector.set(this.#column(`${part} ${group}`), times)
    return vector
  }

  /** One that stands in no table. */
  another(): number {
    return this.#next++
  }

  #column(key: string): number {
    const known = this.#columns.get(key)
    if (known !== undefined) return known
    const column = this.another()
    this.#columns.set(key, column)
    return column
  }
}
