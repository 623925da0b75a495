import type { Facts } from '../casefile/facts.ts'
import { Column } from './column.ts'
import { type Columns, type Read, Youths } from './youths.ts'

/**
 * What is counted of everyone. Of each youth only what is to be read of the facts is kept, side by side with that of
 * the others; the facts themselves are not.
 */
export class Everyone implements Columns {
  readonly #columns: ReadonlyMap<Read<unknown>, Column<unknown>>
  readonly #placeOf = new Map<string, number>()
  /** by their places */
  readonly #handles: string[] = []

  /** `reads`: all that will ever be asked of them */
  constructor(reads: readonly Read<unknown>[]) {
    this.#columns = new Map(reads.map((read) => [read, new Column()]))
  }

  get size(): number {
    return this.#handles.length
  }

  /** All of them, as they are until the next one is put in or taken away. */
  get youths(): Youths {
    return new Youths(this)
  }

  /** What is known of a youth from now on, in place of what was. */
  put(handle: string, facts: Facts): void {
    const known = this.#placeOf.get(handle)
    if (known !== undefined) {
      for (const [read, column] of this.#columns) column.put(known, read(facts))
      return
    }
    const place = this.#handles.push(handle) - 1
    this.#placeOf.set(handle, place)
    for (const [read, column] of this.#columns) column.add(place, read(facts))
  }

  /** Forgets a youth; nothing happens if there is none. */
  remove(handle: string): void {
    const place = this.#placeOf.get(handle)
    if (place === undefined) return
    const last = this.#handles.length - 1
    for (const column of this.#columns.values()) column.remove(place, last)
    const moved = this.#handles.pop() as string
    this.#placeOf.delete(handle)
    if (place === last) return
    this.#handles[place] = moved
    this.#placeOf.set(moved, place)
  }

  column<T>(read: Read<T>): Column<T> {
    const found = this.#columns.get(read)
    if (!found) throw new Error('this is not kept of the youths')
    return found as Column<unknown> as Column<T>
  }
}

/** A few youths whose facts are at hand: whatever is asked of them is read then. */
export function youthsOf(facts: readonly Facts[]): Youths {
  const columns = new Map<Read<unknown>, Column<unknown>>()
  const made = <T>(read: Read<T>): Column<T> => {
    const column = new Column<T>()
    for (const [place, one] of facts.entries()) column.add(place, read(one))
    columns.set(read, column as Column<unknown>)
    return column
  }
  return new Youths({
    size: facts.length,
    column: (read) => (columns.get(read) as ReturnType<typeof made<ReturnType<typeof read>>> | undefined) ?? made(read),
  })
}
