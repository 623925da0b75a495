/**
 * One thing that is known of each youth: a place for each youth, and the same value kept once for all who have it.
 * Two objects are the same value when they are written the same.
 */
export class Column<T> {
  /** by their numbers; of a number that nobody has any more whatever it was */
  readonly values: T[] = []
  /** how many youths have each value, by its number */
  readonly held: number[] = []
  /** the number of each youth's value, by the youth's place */
  numbers: Uint16Array | Uint32Array = new Uint16Array(64)
  readonly #numberOf = new Map<unknown, number>()
  /** the numbers of values that nobody has */
  readonly #free: number[] = []

  /** Adds a youth at the next place. */
  add(place: number, value: T): void {
    if (place >= this.numbers.length) this.numbers = grown(this.numbers, place * 2)
    // first, since it may make them longer numbers
    const number = this.#taken(value)
    this.numbers[place] = number
  }

  put(place: number, value: T): void {
    const before = this.numbers[place] as number
    const number = this.#taken(value)
    this.numbers[place] = number
    this.#left(before)
  }

  /** Takes away the youth at a place; who was last comes there. */
  remove(place: number, last: number): void {
    const gone = this.numbers[place] as number
    this.numbers[place] = this.numbers[last] as number
    this.#left(gone)
  }

  #taken(value: T): number {
    const known = this.#numberOf.get(value) ?? this.#numberOf.get(writtenOf(value))
    const number = known ?? this.#entered(value)
    this.held[number] = (this.held[number] ?? 0) + 1
    return number
  }

  #entered(value: T): number {
    const number = this.#free.pop() ?? this.values.length
    this.values[number] = value
    this.#numberOf.set(value, number)
    this.#numberOf.set(writtenOf(value), number)
    if (number === 2 ** 16 && this.numbers instanceof Uint16Array) this.numbers = Uint32Array.from(this.numbers)
    return number
  }

  #left(number: number): void {
    const held = (this.held[number] ?? 0) - 1
    this.held[number] = held
    if (held > 0) return
    const value = this.values[number] as T
    this.#numberOf.delete(value)
    this.#numberOf.delete(writtenOf(value))
    this.#free.push(number)
  }
}

/** An object's text, marked so that no text is taken for it; anything else is itself. */
const writtenOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? `\u0000${JSON.stringify(value)}` : value

function grown(numbers: Uint16Array | Uint32Array, length: number): Uint16Array | Uint32Array {
  const larger = numbers instanceof Uint16Array ? new Uint16Array(length) : new Uint32Array(length)
  larger.set(numbers)
  return larger
}
