// Over 150 lines because it is one short method for each thing that may be asked, as reading.ts is.
import type { CaseFile } from '../casefile/casefile.ts'
import type { DataRow } from '../casefile/data.ts'
import type { Facts, FactsChanged } from '../casefile/facts.ts'
import type { Row } from '../casefile/row.ts'
import type { Session } from '../casefile/session.ts'
import type { Person, Room, School, Settings } from '../people/person.ts'
import type { Registers } from '../people/registers.ts'
import type { Moment } from '../time/days.ts'
import type { Kept } from './entries.ts'
import { fitting } from './fitting.ts'
import * as paths from './paths.ts'
import { Reading } from './reading.ts'
import type { Draft, Page, RowFilter, Visit } from './store.ts'
import { isAny, type Touched } from './touched.ts'

/**
 * Takes note of what a decision asks, so that it can be said whether another change would have given it another answer:
 * not whether the answer would have been another, but whether that change has to do with the question.
 */
export class NotedReading extends Reading {
  readonly #questions: ((touched: Touched) => boolean)[] = []

  readonly #files = new Set<string>()

  /** Whether a change writes a case file that was read: those are read from the disk, where it may be already. */
  protected isReadFrom({ paths: written }: Touched): boolean {
    return [...this.#files].some((path) => written.has(path))
  }

  /** Whether a change has to do with anything that was asked so far. */
  protected isAskedAbout(touched: Touched): boolean {
    return this.#questions.some((isAbout) => isAbout(touched))
  }

  /** As if everything had been asked. */
  protected noteAll(): void {
    this.#note(() => true)
  }

  #note(isAbout: (touched: Touched) => boolean): void {
    this.#questions.push(isAbout)
  }

  protected noteRecord(path: string): void {
    this.#note((touched) => touched.paths.has(path))
  }

  #noteFolder(folder: string): void {
    this.#note((touched) => [...touched.paths].some((path) => path.startsWith(`${folder}/`)))
  }

  override async caseFile(number: string): Promise<CaseFile | undefined> {
    if (paths.isCaseNumber(number)) this.#files.add(paths.caseFile(number))
    this.#note(({ cases }) => cases.has(number))
    return super.caseFile(number)
  }

  override async rows(filter: RowFilter, page?: Page): Promise<{ rows: Row[]; total: number }> {
    const fits = fitting(filter)
    this.#note((touched) => isAny(touched.rows, fits))
    return super.rows(filter, page)
  }

  override facts(): AsyncIterable<Facts> {
    this.noteAll()
    return super.facts()
  }

  override async factsCut(): Promise<string> {
    this.noteAll()
    return super.factsCut()
  }

  override async factsSince(cut?: string): Promise<FactsChanged> {
    this.noteAll()
    return super.factsSince(cut)
  }

  override data(reader?: string): AsyncIterable<DataRow> {
    this.noteAll()
    return super.data(reader)
  }

  override async session(id: string): Promise<Session | undefined> {
    this.#note((touched) => isAny(touched.sessions, (one) => one.id === id))
    return super.session(id)
  }

  override async diary(from: Moment, to: Moment): Promise<Session[]> {
    this.#note((touched) => isAny(touched.sessions, ({ startAt }) => startAt >= from && startAt < to))
    return super.diary(from, to)
  }

  override async sessionsOf(caseNumber: string): Promise<Session[]> {
    this.#note((touched) =>
      isAny(touched.sessions, ({ attendees }) => attendees.some((one) => one.caseNumber === caseNumber)),
    )
    return super.sessionsOf(caseNumber)
  }

  override async person(id: string): Promise<Person | undefined> {
    this.noteRecord(paths.people)
    return super.person(id)
  }

  override async people(): Promise<Person[]> {
    this.noteRecord(paths.people)
    return super.people()
  }

  override async schools(): Promise<School[]> {
    this.noteRecord(paths.schools)
    return super.schools()
  }

  override async rooms(): Promise<Room[]> {
    this.noteRecord(paths.rooms)
    return super.rooms()
  }

  override async settings(): Promise<Settings | undefined> {
    this.noteRecord(paths.settings)
    return super.settings()
  }

  override async draft(id: string): Promise<Draft | undefined> {
    this.noteRecord(paths.draft(id))
    return super.draft(id)
  }

  override async drafts(owner?: string): Promise<Draft[]> {
    this.#noteFolder('drafts')
    return super.drafts(owner)
  }

  override async visit(hash: string): Promise<Visit | undefined> {
    this.noteRecord(paths.visit(hash))
    return super.visit(hash)
  }

  override async visitsOf(personId: string): Promise<Visit[]> {
    this.#noteFolder('visits')
    return super.visitsOf(personId)
  }

  override async entry<K extends keyof Registers>(register: K, id: string): Promise<Registers[K] | undefined> {
    this.noteRecord(paths.entry(register, id))
    return super.entry(register, id)
  }

  override async entries<K extends keyof Registers>(
    register: K,
    like: Partial<Registers[K]> = {},
  ): Promise<Registers[K][]> {
    const wanted = Object.entries(like)
    const isLike = (kept: Kept) =>
      kept.register === register && wanted.every(([name, value]) => Object(kept.entry)[name] === value)
    this.#note((touched) => isAny(touched.entries, isLike))
    return super.entries(register, like)
  }
}
