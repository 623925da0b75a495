import type { Row } from '../casefile/row.ts'
import type { Day, Moment } from '../time/days.ts'
import { isWithin } from '../time/hours.ts'
import type { Page, RowFilter } from './store.ts'

/** Rows in the order of their referral, so that a page of a list costs no sorting. Can be laid over another. */
export class Rows {
  readonly #under: Rows | undefined
  readonly #own = new Map<string, Row>()
  readonly #gone = new Set<string>()
  /** oldest referral first: a new one goes to the end */
  readonly #ordered: Row[] = []

  constructor(under?: Rows) {
    this.#under = under
  }

  put(row: Row): void {
    const old = this.#own.get(row.number)
    if (old) this.#ordered.splice(this.#placeOf(old), 1)
    this.#own.set(row.number, row)
    this.#gone.delete(row.number)
    this.#ordered.splice(this.#placeOf(row), 0, row)
  }

  remove(number: string): void {
    const old = this.#own.get(number)
    if (old) this.#ordered.splice(this.#placeOf(old), 1)
    this.#own.delete(number)
    if (this.#under) this.#gone.add(number)
  }

  /** Newest referral first. */
  page(filter: RowFilter, { from, most }: Page): { rows: Row[]; total: number } {
    const rows: Row[] = []
    const fits = fitting(filter)
    const ordered = filter.numbers ? this.#these(filter.numbers) : this.#all()
    let total = 0
    for (let at = ordered.length - 1; at >= 0; at--) {
      const row = ordered[at]!
      if (!fits(row)) continue
      if (total >= from && total < from + most) rows.push(row)
      total++
    }
    return { rows, total }
  }

  settle(): void {
    for (const row of this.#ordered) this.#under?.put(row)
    for (const number of this.#gone) this.#under?.remove(number)
  }

  #all(): Row[] {
    if (!this.#under) return this.#ordered
    const others = this.#under.#all()
    if (this.#own.size === 0 && this.#gone.size === 0) return others
    const left = others.filter(({ number }) => !this.#own.has(number) && !this.#gone.has(number))
    return [...left, ...this.#ordered].sort(byReferral)
  }

  #these(numbers: readonly string[]): Row[] {
    return [...new Set(numbers)]
      .map((number) => this.#get(number))
      .filter((row) => row !== undefined)
      .sort(byReferral)
  }

  #get(number: string): Row | undefined {
    const own = this.#own.get(number)
    if (own || this.#gone.has(number) || !this.#under) return own
    return this.#under.#get(number)
  }

  /** Where a row stands, or would stand. */
  #placeOf(row: Row): number {
    let low = 0
    let high = this.#ordered.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (byReferral(this.#ordered[middle]!, row) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byReferral = (a: Row, b: Row) => byText(a.referredOn, b.referredOn) || byText(a.number, b.number)
const isKeptFrom = ({ restrictedTo }: Row, personId: string) => restrictedTo?.includes(personId) === false
const isOpenTo = ({ openings = [] }: Row, { by, at }: { by: string; at: Moment }) =>
  openings.some((one) => one.by === by && at < one.until)
const isCoveredBy = ({ covers = [] }: Row, { by, on }: { by: string; on: Day }) =>
  covers.some((one) => one.counsellorId === by && isWithin(on, one))
const isApartFrom = ({ apart }: Row, { number, schoolId }: { number: string; schoolId?: string }) =>
  apart?.cases.includes(number) || (schoolId !== undefined && apart?.schools.includes(schoolId))
export const foldedName = (text: string): string => text.normalize('NFC').trim().toLowerCase()
/** Whether a row's number or name holds a part, which is folded already. */
export const namesPart = ({ number, name }: Row, part: string): boolean =>
  number.includes(part) || foldedName(name).includes(part)

function fitting(filter: RowFilter): (row: Row) => boolean {
  const { reader, keptFrom, openTo, coveredBy, stages, counsellorId, referredBy, text, name, linkHash, keptSince } =
    filter
  const { decision, apartFrom, followUpDue } = filter
  const part = text === undefined ? '' : foldedName(text)
  const whole = name === undefined ? undefined : foldedName(name)
  return (row) =>
    (reader === undefined || !isKeptFrom(row, reader)) &&
    (keptFrom === undefined || isKeptFrom(row, keptFrom)) &&
    (openTo === undefined || isOpenTo(row, openTo)) &&
    (coveredBy === undefined || isCoveredBy(row, coveredBy)) &&
    (decision === undefined || row.decision === decision) &&
    (apartFrom === undefined || (row.number !== apartFrom.number && isApartFrom(row, apartFrom) === true)) &&
    (stages === undefined || stages.includes(row.stage)) &&
    (counsellorId === undefined || row.counsellorId === counsellorId) &&
    (referredBy === undefined || row.referredBy === referredBy) &&
    (part === '' || namesPart(row, part)) &&
    (whole === undefined || foldedName(row.name) === whole) &&
    (linkHash === undefined || row.linkHashes.includes(linkHash)) &&
    (followUpDue === undefined || row.followUps?.some(({ dueOn }) => isWithin(dueOn, followUpDue)) === true) &&
    (keptSince === undefined || (row.keeping !== undefined && row.keeping.since <= keptSince[row.keeping.rule]))
}
