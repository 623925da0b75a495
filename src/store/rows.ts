// Over 150 lines because what is kept of the rows, and what each of it answers, is read side by side.
import type { Row } from '../casefile/row.ts'
import { fitting, isFixed, type Lasting, lastingPart, namesOf } from './fitting.ts'
import type { Page, RowFilter } from './store.ts'

/** So many lists are kept in order; what was asked for longest ago goes first. */
const mostLists = 100

/** Rows that fit the part of a filter that does not change by itself, oldest referral first. */
interface List {
  fits: (row: Row) => boolean
  rows: Row[]
}

/**
 * Rows in the order of their referral, so that a page of a list costs no sorting, however many there are: each list
 * that is asked for is kept as it is, and changed by what changes. Can be laid over another.
 */
export class Rows {
  readonly #under: Rows | undefined
  readonly #own = new Map<string, Row>()
  readonly #gone = new Set<string>()
  /** by what leads to few: exact names, letters that ordered it, hashes of links */
  readonly #named = new Map<string, Row | Row[]>()
  /** by the lasting part of what was asked, the last one last */
  readonly #lists = new Map<string, List>()

  constructor(under?: Rows) {
    this.#under = under
  }

  get(number: string): Row | undefined {
    const own = this.#own.get(number)
    if (own || this.#gone.has(number) || !this.#under) return own
    return this.#under.get(number)
  }

  /** Of all that are its own, in no order. */
  numbers(): IterableIterator<string> {
    return this.#own.keys()
  }

  put(row: Row): void {
    this.#take(row.number)
    this.#own.set(row.number, row)
    this.#gone.delete(row.number)
    for (const name of namesOf(row)) enter(this.#named, name, row)
    for (const { fits, rows } of this.#lists.values()) if (fits(row)) rows.splice(placeOf(row, rows), 0, row)
  }

  remove(number: string): void {
    this.#take(number)
    this.#own.delete(number)
    if (this.#under) this.#gone.add(number)
  }

  /** Newest referral first. */
  page(filter: RowFilter, { from, most }: Page): { rows: Row[]; total: number } {
    const found = this.#found(filter)
    const end = Math.max(0, found.length - from)
    return { rows: found.slice(Math.max(0, end - most), end).reverse(), total: found.length }
  }

  /** Each row that differs from the rows under it: as it was, and as it is now. */
  *changed(): IterableIterator<{ before?: Row | undefined; after?: Row | undefined }> {
    for (const after of this.#own.values()) yield { before: this.#under?.get(after.number), after }
    for (const number of this.#gone) yield { before: this.#under?.get(number) }
  }

  settle(): void {
    for (const row of this.#own.values()) this.#under?.put(row)
    for (const number of this.#gone) this.#under?.remove(number)
  }

  /** All that fit, oldest referral first; nobody may change it. */
  #found(filter: RowFilter): readonly Row[] {
    if (!this.#under) return this.#foundHere(filter)
    const others = this.#under.#found(filter)
    if (this.#own.size === 0 && this.#gone.size === 0) return others
    const left = others.filter(({ number }) => !this.#own.has(number) && !this.#gone.has(number))
    for (const row of this.#foundHere(filter)) left.splice(placeOf(row, left), 0, row)
    return left
  }

  #foundHere(filter: RowFilter): readonly Row[] {
    const { numbers, ...more } = filter
    const few = numbers ? this.#these(numbers) : this.#few(filter)
    if (few) return few.filter(fitting(more)).sort(byReferral)
    const lasting = lastingPart(filter)
    const { rows } = this.#listOf(lasting)
    return isFixed(filter) ? rows : rows.filter(fitting(filter))
  }

  #these(numbers: readonly string[]): Row[] {
    return [...new Set(numbers)].flatMap((number) => this.#own.get(number) ?? [])
  }

  /** What a filter leads to by a name; undefined when it names nothing. */
  #few({ linkHash, name, decision }: RowFilter): Row[] | undefined {
    const [wanted] = namesOf({ linkHashes: linkHash === undefined ? [] : [linkHash], name, decision })
    return wanted === undefined ? undefined : [this.#named.get(wanted) ?? []].flat()
  }

  #listOf(lasting: Lasting): List {
    const key = JSON.stringify(lasting)
    const known = this.#lists.get(key)
    const list = known ?? this.#listed(lasting)
    this.#lists.delete(key)
    this.#lists.set(key, list)
    const [oldest] = this.#lists.keys()
    if (this.#lists.size > mostLists && oldest !== undefined) this.#lists.delete(oldest)
    return list
  }

  #listed(lasting: Lasting): List {
    const fits = fitting(lasting)
    return { fits, rows: [...this.#own.values()].filter(fits).sort(byReferral) }
  }

  /** Takes a row out of everything that leads to it. */
  #take(number: string): void {
    const old = this.#own.get(number)
    if (!old) return
    for (const name of namesOf(old)) leave(this.#named, name, old)
    for (const { fits, rows } of this.#lists.values()) if (fits(old)) rows.splice(placeOf(old, rows), 1)
  }
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byReferral = (a: Row, b: Row) => byText(a.referredOn, b.referredOn) || byText(a.number, b.number)

/** Where a row stands, or would stand. */
function placeOf(row: Row, among: readonly Row[]): number {
  let low = 0
  let high = among.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (byReferral(among[middle]!, row) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** Nearly every name leads to one row: a list for each would cost more than the rows. */
function enter(index: Map<string, Row | Row[]>, name: string, row: Row): void {
  const before = index.get(name)
  if (before === undefined) index.set(name, row)
  else if (Array.isArray(before)) before.push(row)
  else index.set(name, [before, row])
}

function leave(index: Map<string, Row | Row[]>, name: string, row: Row): void {
  const before = index.get(name)
  if (!Array.isArray(before)) index.delete(name)
  else if (before.length === 2) index.set(name, before[0] === row ? before[1]! : before[0]!)
  else before.splice(before.indexOf(row), 1)
}
