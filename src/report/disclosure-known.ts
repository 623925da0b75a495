/*
 * What can be worked out from what is shown: every shown number is a sum of unknown ones, and whatever is a sum of
 * shown numbers, with any factors, is known too. Kept as rows of a reduced echelon form, modulo a prime below 2^26 so
 * that products of two stay exact.
 */

const prime = 67_108_859

/** How often each unknown number stands in a sum; those that are not in it have no entry. */
export type Vector = Map<number, number>

const modulo = (n: number): number => ((n % prime) + prime) % prime

function inverse(n: number): number {
  let [power, left, result] = [n, prime - 2, 1]
  for (; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * power) % prime
    power = (power * power) % prime
  }
  return result
}

/** Vectors, and for each unknown number those in which it stands. */
class Rows {
  readonly vectors: Vector[] = []
  readonly #with = new Map<number, Set<number>>()

  add(vector: Vector): number {
    const at = this.vectors.push(vector) - 1
    for (const column of vector.keys()) this.#enter(column, at)
    return at
  }

  with(column: number): number[] {
    return [...(this.#with.get(column) ?? [])]
  }

  /** Takes so many times `other` from the vector at a place. */
  take(at: number, other: Vector, times: number): void {
    const vector = this.vectors[at] as Vector
    for (const [column, factor] of other) {
      const left = modulo((vector.get(column) ?? 0) - factor * times)
      if (left === 0) {
        vector.delete(column)
        this.#with.get(column)?.delete(at)
      } else {
        vector.set(column, left)
        this.#enter(column, at)
      }
    }
  }

  #enter(column: number, at: number): void {
    const places = this.#with.get(column)
    if (places) places.add(at)
    else this.#with.set(column, new Set([at]))
  }
}

export class Known {
  readonly #rows = new Rows()
  /** the row that is the only one with an unknown number */
  readonly #pivots = new Map<number, number>()
  readonly #guarded = new Rows()
  /** the guarded ones by a mark that is the same for all multiples of a vector */
  readonly #marked = new Map<number, Set<number>>()
  readonly #markOf: number[] = []

  /** From now on nothing may be learned by which this becomes known. What is known already is past guarding. */
  guard(vector: Vector): void {
    const rest = this.#rest(vector)
    if (rest.size > 0) this.#mark(this.#guarded.add(rest))
  }

  /** Whether something guarded would be known, once this is. */
  tells(vector: Vector): boolean {
    const rest = this.#rest(vector)
    if (rest.size === 0) return false
    const same = this.#marked.get(markOf(rest)) ?? []
    return [...same].some((at) => isMultiple(rest, this.#guarded.vectors[at] as Vector))
  }

  learn(vector: Vector): void {
    const rest = this.#rest(vector)
    const [pivot] = rest.keys()
    if (pivot === undefined) return
    const by = inverse(rest.get(pivot) ?? 1)
    const row: Vector = new Map([...rest].map(([column, factor]) => [column, (factor * by) % prime]))
    for (const at of this.#rows.with(pivot)) this.#rows.take(at, row, this.#rows.vectors[at]?.get(pivot) ?? 0)
    for (const at of this.#guarded.with(pivot)) {
      this.#marked.get(this.#markOf[at] ?? -1)?.delete(at)
      this.#guarded.take(at, row, this.#guarded.vectors[at]?.get(pivot) ?? 0)
      this.#mark(at)
    }
    this.#pivots.set(pivot, this.#rows.add(row))
  }

  /** What of a sum is not known. */
  #rest(vector: Vector): Vector {
    const rest: Vector = new Map()
    const add = (column: number, factor: number) => {
      const sum = modulo((rest.get(column) ?? 0) + factor)
      if (sum === 0) rest.delete(column)
      else rest.set(column, sum)
    }
    for (const [column, factor] of vector) {
      const row = this.#rows.vectors[this.#pivots.get(column) ?? -1]
      if (!row) add(column, factor)
      else for (const [other, its] of row) if (other !== column) add(other, -modulo(factor) * its)
    }
    return rest
  }

  #mark(at: number): void {
    const mark = markOf(this.#guarded.vectors[at] as Vector)
    this.#markOf[at] = mark
    const same = this.#marked.get(mark)
    if (same) same.add(at)
    else this.#marked.set(mark, new Set([at]))
  }
}

/** A weight for each unknown number that no table has by chance. */
const weightOf = (column: number): number => (((column * 40_503 + 12_345) % prime) ** 2 % prime) + 1

/** The weighted sum of a vector whose first factor is made 1. */
function markOf(vector: Vector): number {
  let first = Number.POSITIVE_INFINITY
  for (const column of vector.keys()) if (column < first) first = column
  const by = inverse(vector.get(first) ?? 1)
  let sum = 0
  for (const [column, factor] of vector) sum = (sum + ((factor * by) % prime) * weightOf(column)) % prime
  return sum
}

function isMultiple(one: Vector, other: Vector): boolean {
  if (one.size !== other.size) return false
  const [column] = one.keys()
  if (column === undefined || !other.has(column)) return one.size === 0
  const times = ((one.get(column) ?? 0) * inverse(other.get(column) ?? 1)) % prime
  return [...one].every(([at, factor]) => factor === ((other.get(at) ?? 0) * times) % prime)
}
