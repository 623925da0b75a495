import { Table } from './table.ts'

/** So many changes are remembered, and up to twice as many. */
const most = 4000

let tables = 0

/**
 * A table that knows which of its values changed lately. Each of them has a number, for as long as it is there and by
 * order of coming, so that one can be told from the others without its key.
 */
export class RememberingTable<V> extends Table<V> {
  /** no other table of this process has it */
  readonly id = ++tables
  readonly #under: RememberingTable<V> | undefined
  readonly #numbers = new Map<string, number>()
  readonly #keys: (string | undefined)[] = []
  /** the numbers of the values that changed last */
  readonly #lately: number[] = []

  constructor(under?: RememberingTable<V>) {
    super(under)
    this.#under = under
  }

  /** The lowest table that has all that this one has. */
  get settled(): RememberingTable<V> {
    return this.#under && this.changes === this.#under.changes ? this.#under.settled : this
  }

  get isLaidOver(): boolean {
    return this.#under !== undefined
  }

  /** What is the same as before is no change. */
  override set(key: string, value: V | undefined): void {
    if (value === this.get(key)) return
    super.set(key, value)
    if (this.#under) return
    const number = this.#numbers.get(key) ?? this.#keys.push(key) - 1
    if (value !== undefined) this.#numbers.set(key, number)
    else {
      this.#numbers.delete(key)
      this.#keys[number] = undefined
    }
    this.#lately.push(number)
    if (this.#lately.length > 2 * most) this.#lately.splice(0, most)
  }

  /** The numbers of what changed after there had been so many changes; `undefined`: too long ago to say. */
  changedSince(changes: number): number[] | undefined {
    const since = this.changes - changes
    const isKnown = since >= 0 && since <= this.#lately.length
    return isKnown ? [...new Set(this.#lately.slice(this.#lately.length - since))] : undefined
  }

  /** Of all that are there. */
  numbers(): number[] {
    return [...this.#numbers.values()]
  }

  /** What has a number, with its key; undefined once it is gone. */
  numbered(number: number): [key: string, value: V] | undefined {
    const key = this.#keys[number]
    const value = key === undefined ? undefined : this.get(key)
    return key === undefined || value === undefined ? undefined : [key, value]
  }
}
