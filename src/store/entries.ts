import type { Registers } from '../people/registers.ts'
import { Table } from './table.ts'
import type { Was } from './touched.ts'

/** An entry as it is written: the file's name is a hash, so it says of which register it is, and which place it has. */
export interface Kept {
  register: keyof Registers
  nth: number
  entry: Registers[keyof Registers]
}

/** The entries of all registers, each by itself: a long one makes no other slow. Can be laid over others. */
export class Entries {
  readonly #under: Entries | undefined
  readonly #tables = new Map<keyof Registers, Table<Kept>>()

  constructor(under?: Entries) {
    this.#under = under
  }

  get(register: keyof Registers, id: string): Kept | undefined {
    return this.#table(register).get(id)
  }

  /** In the order in which they came to be known, which is not that of their places. */
  of(register: keyof Registers): IterableIterator<Kept> {
    return this.#table(register).values()
  }

  all(): Kept[] {
    return [...this.#registers()].flatMap((register) => [...this.of(register)])
  }

  set(kept: Kept): void {
    this.#table(kept.register).set(kept.entry.id, kept)
  }

  remove(register: keyof Registers, id: string): void {
    this.#table(register).set(id, undefined)
  }

  /** What differs from those that they are laid over. */
  changed(): Was<Kept>[] {
    return [...this.#tables].flatMap(([register, table]) =>
      [...table.changed()].map(([id, after]) => ({ before: this.#under?.get(register, id), after })),
    )
  }

  #table(register: keyof Registers): Table<Kept> {
    const known = this.#tables.get(register)
    if (known) return known
    const under = this.#under
    const table = new Table(under ? under.#table(register) : undefined)
    this.#tables.set(register, table)
    return table
  }

  #registers(): Set<keyof Registers> {
    return new Set([...(this.#under ? this.#under.#registers() : []), ...this.#tables.keys()])
  }
}
