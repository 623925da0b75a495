import type { Facts } from '../casefile/facts.ts'
import type { Column } from './column.ts'

/**
 * One thing that is read of a youth's facts. It is known by itself: the same function is the same thing, so one that is
 * counted is made once and kept under a name.
 */
export type Read<T> = (facts: Facts) => T

/** Where things that are read of each youth stand side by side. */
export interface Columns {
  /** how many youths there are */
  readonly size: number
  /** Throws for what is not kept. */
  column<T>(read: Read<T>): Column<T>
}

/** Youths by kind: the kinds, and for each youth, in the order of the youths, the number of theirs. */
export interface Sorted<K> {
  kinds: readonly K[]
  of: Uint32Array | Float64Array
}

/**
 * Some of the youths, or all of them, to be counted: whatever is asked is worked out once for each value that some of
 * them have, and never for each youth. Good until the next youth is put in or taken away.
 */
export class Youths {
  readonly #columns: Columns
  /** of everyone none */
  readonly #places: Uint32Array | undefined

  constructor(columns: Columns, places?: Uint32Array) {
    this.#columns = columns
    this.#places = places
  }

  get size(): number {
    return this.#places?.length ?? this.#columns.size
  }

  /** Each value that is read of any of them, with how many have it. In no order. */
  counted<T>(read: Read<T>): [value: T, youths: number][] {
    const { values, held, numbers } = this.#columns.column(read)
    const counts = this.#places ? histogram(this.#places, numbers, values.length) : held
    const found: [T, number][] = []
    for (const [number, value] of values.entries()) {
      const youths = counts[number] as number
      if (youths > 0) found.push([value, youths])
    }
    return found
  }

  /** The same for two things at once. */
  together<A, B>(one: Read<A>, other: Read<B>): [one: A, other: B, youths: number][] {
    const { kinds, of } = acrossed(this.sorted(one, itself), this.sorted(other, itself))
    const counts = new Uint32Array(kinds.length)
    for (let at = 0; at < of.length; at++) counts[of[at] as number]! += 1
    return kinds.map(([a, b], kind) => [a, b, counts[kind] as number])
  }

  /** Those of whom something is read that is meant. */
  where<T>(read: Read<T>, isMeant: (value: T) => boolean): Youths {
    const { values, held, numbers } = this.#columns.column(read)
    const meant = Uint8Array.from(values, (value, number) => Number((held[number] ?? 0) > 0 && isMeant(value)))
    const places = this.#places
    const { size } = this
    const found = new Uint32Array(size)
    let count = 0
    for (let at = 0; at < size; at++) {
      const place = places ? (places[at] as number) : at
      found[count] = place
      count += meant[numbers[place] as number] as number
    }
    return count === size ? this : new Youths(this.#columns, found.slice(0, count))
  }

  /** Each of them by what kind they are, as far as it follows from what is read; see `Sorted`. */
  sorted<T, K>(read: Read<T>, kindOf: (value: T) => K): Sorted<K> {
    const { values, held, numbers } = this.#columns.column(read)
    const [kinds, known] = [[] as K[], new Map<K, number>()]
    const kindAt = Uint32Array.from(values, (value, number) => {
      if (!held[number]) return 0
      const kind = kindOf(value)
      const at = known.get(kind) ?? kinds.push(kind) - 1
      known.set(kind, at)
      return at
    })
    const [places, { size }] = [this.#places, this]
    const of = new Uint32Array(size)
    for (let at = 0; at < size; at++) of[at] = kindAt[numbers[places ? (places[at] as number) : at] as number] as number
    return { kinds, of }
  }
}

/** Each value as often as youths have it. */
export const eachOf = <T>(counted: readonly (readonly [value: T, youths: number])[]): T[] =>
  counted.flatMap(([value, youths]) => Array.from({ length: youths }, () => value))

const itself = <T>(value: T): T => value

function histogram(places: Uint32Array, numbers: Uint16Array | Uint32Array, most: number): Uint32Array {
  const counts = new Uint32Array(most)
  for (let at = 0; at < places.length; at++) counts[numbers[places[at] as number] as number]! += 1
  return counts
}

/** More pairs of kinds than this are looked up instead of laid out. */
const mostPairs = 2 ** 20

/** The same youths by both: a kind for each pair of kinds that somebody is of. */
export function acrossed<A, B>(one: Sorted<A>, other: Sorted<B>): Sorted<[A, B]> {
  const [width, count] = [other.kinds.length, one.of.length]
  // of very many kinds there are more pairs than 32 bits can number
  const of = one.kinds.length * width > 2 ** 32 ? new Float64Array(count) : new Uint32Array(count)
  for (let at = 0; at < count; at++) of[at] = (one.of[at] as number) * width + (other.of[at] as number)
  const pairs = numberedAnew(of, one.kinds.length * width)
  const kinds = pairs.map((pair): [A, B] => [one.kinds[Math.floor(pair / width)] as A, other.kinds[pair % width] as B])
  return { kinds, of }
}

/** Puts in place of each number its place among the numbers that come up; gives these. `most`: all are less. */
function numberedAnew(numbers: Uint32Array | Float64Array, most: number): number[] {
  const found: number[] = []
  if (most > mostPairs) {
    const known = new Map<number, number>()
    for (const [at, number] of numbers.entries()) {
      const place = known.get(number) ?? found.push(number) - 1
      known.set(number, place)
      numbers[at] = place
    }
    return found
  }
  // 0 is a number that did not come up so far
  const known = new Uint32Array(most)
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] as number
    if (known[number] === 0) known[number] = found.push(number)
    numbers[at] = (known[number] as number) - 1
  }
  return found
}
