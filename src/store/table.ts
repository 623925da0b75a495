/** Values by key. Laid over another table it shows that one's values with its own changes, and leaves it as it is. */
export class Table<V> {
  readonly #under: Table<V> | undefined
  readonly #own = new Map<string, V | undefined>()
  #changes = 0

  constructor(under?: Table<V>) {
    this.#under = under
  }

  get(key: string): V | undefined {
    return this.#own.has(key) ? this.#own.get(key) : this.#under?.get(key)
  }

  /** `undefined` removes. */
  set(key: string, value: V | undefined): void {
    this.#changes++
    if (value === undefined && !this.#under) this.#own.delete(key)
    else this.#own.set(key, value)
  }

  /** Grows with every change, here or in the table under it. */
  get changes(): number {
    return this.#changes + (this.#under?.changes ?? 0)
  }

  /** In the order in which they first came. */
  *entries(): IterableIterator<[string, V]> {
    const seen = new Set<string>()
    for (const [key, value] of this.#under?.entries() ?? []) {
      seen.add(key)
      const now = this.#own.has(key) ? this.#own.get(key) : value
      if (now !== undefined) yield [key, now]
    }
    for (const [key, value] of this.#own) if (value !== undefined && !seen.has(key)) yield [key, value]
  }

  *values(): IterableIterator<V> {
    for (const [, value] of this.entries()) yield value
  }

  /** What is its own: `undefined` where something is gone. */
  changed(): IterableIterator<[string, V | undefined]> {
    return this.#own.entries()
  }

  /** The table that it is laid over. */
  get under(): Table<V> | undefined {
    return this.#under
  }

  /** Makes its own changes in the table under it. */
  settle(): void {
    for (const [key, value] of this.#own) this.#under?.set(key, value)
  }
}
