// Over 150 lines because it is one short method for each kind of record.
import { randomInt } from 'node:crypto'
import type { CaseFile } from '../../casefile/casefile.ts'
import type { DataRow } from '../../casefile/data.ts'
import type { Facts, FactsChanged } from '../../casefile/facts.ts'
import type { Row } from '../../casefile/row.ts'
import type { Session } from '../../casefile/session.ts'
import type { Person, Room, School, Settings } from '../../people/person.ts'
import type { Edition, Registers } from '../../people/registers.ts'
import type { Day } from '../../time/days.ts'
import { copy } from '../copy.ts'
import { destroyed, split } from '../given.ts'
import * as paths from '../paths.ts'
import { outside } from '../school-wall.ts'
import { foldedEmail } from '../state.ts'
import type { Draft, Page, RowFilter, View, Visit } from '../store.ts'
import { Gate } from './gate.ts'
import type { Queries } from './queries.ts'
import { PostgresReading } from './reading.ts'
import type { Means } from './unsealing.ts'
import { Writing } from './writing.ts'

/**
 * What one decision sees: the database as it stood when it began, and what it has saved so far. What is saved waits
 * until something is read, or the decision ends; then it is written, in the order in which it was saved.
 */
export class ChangeView extends PostgresReading implements View {
  readonly #writing: Writing
  readonly #cases = new Map<string, CaseFile>()
  /** cases whose row and facts are to be made anew */
  readonly #stale = new Set<string>()
  readonly #destroyed = new Set<string>()
  #waiting: (() => Promise<void>)[] = []
  #flushing: Promise<void> = Promise.resolve()
  readonly #given = new Map<string, number>()
  readonly #school: string | undefined
  #over = false

  /** `school`: behind whose wall it is decided */
  constructor(on: Queries, means: Means, school?: string) {
    const gate = new Gate(on)
    super(gate, means, false)
    gate.before = () => this.#flush()
    this.#writing = new Writing(on, means)
    this.#school = school
  }

  override async caseFile(number: string): Promise<CaseFile | undefined> {
    await this.#flush()
    const saved = this.#cases.get(number)
    return saved ? copy(saved) : super.caseFile(number)
  }

  override async rows(filter: RowFilter, page?: Page): Promise<{ rows: Row[]; total: number }> {
    await this.#sumUp()
    return super.rows(filter, page)
  }

  override async *facts(): AsyncIterable<Facts> {
    await this.#sumUp()
    yield* super.facts()
  }

  override async *data(reader?: string): AsyncIterable<DataRow> {
    await this.#sumUp()
    yield* super.data(reader)
  }

  override async factsCut(): Promise<string> {
    await this.#sumUp()
    return super.factsCut()
  }

  override async factsSince(cut?: string): Promise<FactsChanged> {
    await this.#sumUp()
    return super.factsSince(cut)
  }

  saveCase(given: CaseFile): void {
    const caseFile = copy(given)
    const { number } = caseFile
    paths.caseFile(number) // refuses what could name something else
    if (this.#destroyed.has(number)) throw new Error(destroyed)
    if (this.#school !== undefined && caseFile.referral.schoolId !== this.#school) throw outside()
    this.#later(async () => {
      this.#cases.set(number, caseFile)
      this.#stale.add(number)
    })
  }

  saveSession(given: Session): void {
    const session = copy(given)
    paths.dayIn(session.id)
    this.#later(async () => {
      const before = await this.#writing.session(session)
      for (const number of before) this.#stale.add(number)
      for (const { caseNumber } of session.attendees) this.#stale.add(caseNumber)
    })
  }

  savePerson(person: Person): void {
    const marks = { folded: foldedEmail(person.email) }
    this.#record(paths.one('people', person.id), 'people', copy(person), marks)
  }

  saveSchool(school: School): void {
    this.#record(paths.one('schools', school.id), 'schools', copy(school))
  }

  saveRoom(room: Room): void {
    this.#record(paths.one('rooms', room.id), 'rooms', copy(room))
  }

  saveSettings(settings: Settings): void {
    const kept = copy(settings)
    this.#record(paths.settings, 'settings', kept)
    if (kept.recovery) this.#later(() => this.#writing.recovery(kept.recovery!.publicKey))
  }

  saveDraft(draft: Draft): void {
    this.#record(paths.draft(draft.id), 'drafts', copy(draft), { owner: draft.owner })
  }

  removeDraft(id: string): void {
    this.#later(() => this.#writing.remove(paths.draft(id)))
  }

  saveVisit(visit: Visit): void {
    this.#record(paths.visit(visit.hash), 'visits', copy(visit), { personId: visit.personId })
  }

  removeVisit(hash: string): void {
    this.#later(() => this.#writing.remove(paths.visit(hash)))
  }

  saveEntry<K extends keyof Registers>(register: K, entry: Registers[K]): void {
    const kept = copy(entry)
    const path = paths.entry(register, kept.id)
    this.#later(() => this.#writing.entry(path, register, kept))
  }

  removeEntry(register: keyof Registers, id: string): void {
    this.#later(() => this.#writing.remove(paths.entry(register, id)))
  }

  eraseCase(number: string): void {
    this.#destroyed.add(number)
    this.#later(async () => {
      // what this change itself has saved of it counts too
      if (this.#stale.delete(number)) await this.#sumUpOne(number, await this.#writing.reading.entries('editions'))
      const facts = await this.#writing.factsOf(number)
      if (facts) await this.#writing.keepFacts(this.means.summaries.keptFacts(facts), randomInt)
      await this.#removeCase(number)
    })
  }

  removeCase(number: string): void {
    this.#destroyed.add(number)
    this.#later(() => this.#removeCase(number))
  }

  async #removeCase(number: string): Promise<void> {
    // saved and removed in one change, it was given all the same
    if (this.#cases.delete(number)) await this.#writing.given(number)
    this.#stale.delete(number)
    for (const other of await this.#writing.removeCase(number)) if (other !== number) this.#stale.add(other)
  }

  async nextCaseNumber(year: number): Promise<string> {
    return this.#numbered(String(year), 4)
  }

  async nextSessionId(on: Day): Promise<string> {
    return this.#numbered(on, 2)
  }

  async #numbered(group: string, digits: number): Promise<string> {
    const [found] = await this.from.rows<{ highest: number }>('select highest from numbers where grp = $1', [group])
    const saved = [...this.#cases.keys()].map(split).filter(([one]) => one === group)
    const highest = Math.max(found?.highest ?? 0, this.#given.get(group) ?? 0, ...saved.map(([, n]) => Number(n)))
    this.#given.set(group, highest + 1)
    return `${group}-${String(highest + 1).padStart(digits, '0')}`
  }

  /** Writes all that was saved. Nothing can be saved after this. */
  async finish(): Promise<void> {
    await this.#sumUp()
    this.#over = true
  }

  end(): void {
    this.#over = true
  }

  #record(path: string, kind: string, value: unknown, marks: Record<string, unknown> = {}): void {
    this.#later(() => this.#writing.record(path, kind, value, marks))
  }

  #later(write: () => Promise<void>): void {
    if (this.#over) throw new Error('this change is over: nothing more can be saved in it')
    this.#waiting.push(write)
  }

  #flush(): Promise<void> {
    if (this.#waiting.length === 0) return this.#flushing
    const waiting = this.#waiting
    this.#waiting = []
    return this.#next(async () => {
      for (const write of waiting) await write()
    })
  }

  async #sumUp(): Promise<void> {
    await this.#flush()
    await this.#next(async () => {
      if (this.#stale.size === 0) return
      const editions = await this.#writing.reading.entries('editions')
      for (const number of [...this.#stale]) if (this.#stale.delete(number)) await this.#sumUpOne(number, editions)
    })
  }

  /** One writing after the other, also where a decision reads several things at once. */
  #next(write: () => Promise<void>): Promise<void> {
    this.#flushing = this.#flushing.then(write)
    return this.#flushing
  }

  async #sumUpOne(number: string, editions: Edition[]): Promise<void> {
    const { summaries } = this.means
    const saved = this.#cases.get(number)
    const caseFile = saved ?? (await this.#writing.reading.caseFile(number))
    if (!caseFile) return
    const sessions = await this.#writing.reading.sessionsOf(number)
    const row = copy(summaries.row(copy(caseFile), sessions))
    const facts = JSON.stringify(summaries.facts(copy(caseFile), sessions, editions))
    await this.#writing.caseFile(number, { ...(saved && { body: saved }), row, facts })
  }
}
