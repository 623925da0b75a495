// Over 150 lines because whatever is kept in memory is listed here, with how each is put in and found.
import type { Session } from '../casefile/session.ts'
import type { Person, Room, School, Settings } from '../people/person.ts'
import type { Edition, Registers } from '../people/registers.ts'
import { Diary, type Sessions } from './diary.ts'
import { DiaryOver } from './diary-over.ts'
import { Entries, type Kept } from './entries.ts'
import { numbersIn, split } from './given.ts'
import { RememberingTable } from './remembering-table.ts'
import { Rows } from './rows.ts'
import type { Draft, Visit } from './store.ts'
import { Table } from './table.ts'

/**
 * What is kept in memory: all but the bodies of case files. Made from the files at the start. Laid over another
 * state it holds what one change is about to save.
 */
export class State {
  readonly rows: Rows
  /** facts as texts: small, and each reader gets its own copy by reading one */
  readonly facts: RememberingTable<string>
  /** of cases that were erased, by the year of their referral, in no order */
  readonly keptFacts: RememberingTable<string[]>
  readonly diary: Sessions
  /** the same where this state lies over no other */
  readonly wholeDiary: Diary
  readonly people: Table<Person>
  /** person ids by e-mail */
  readonly emails: Table<string>
  readonly schools: Table<School>
  readonly rooms: Table<Room>
  readonly settings: Table<Settings>
  readonly drafts: Table<Draft>
  readonly visits: Table<Visit>
  readonly registers: Entries
  /** the highest number given: of cases by year, of sessions by day, of entries in registers */
  readonly highest: Table<number>
  /** the same of changes that are on their way to the disk; the same for all that lie over one another */
  readonly #promised: Map<string, number>
  readonly #under: State | undefined

  constructor(under?: State) {
    this.#under = under
    this.#promised = under ? under.#promised : new Map()
    this.rows = new Rows(under?.rows)
    this.facts = new RememberingTable(under?.facts)
    this.keptFacts = new RememberingTable(under?.keptFacts)
    this.wholeDiary = under ? under.wholeDiary : new Diary()
    this.diary = under ? new DiaryOver(under.diary) : this.wholeDiary
    this.people = new Table(under?.people)
    this.emails = new Table(under?.emails)
    this.schools = new Table(under?.schools)
    this.rooms = new Table(under?.rooms)
    this.settings = new Table(under?.settings)
    this.drafts = new Table(under?.drafts)
    this.visits = new Table(under?.visits)
    this.registers = new Entries(under?.registers)
    this.highest = new Table(under?.highest)
  }

  putSession(session: Session): void {
    this.diary.put(session)
    this.given(session.id)
  }

  putPerson(person: Person): void {
    const old = this.people.get(person.id)
    this.people.set(person.id, person)
    const email = foldedEmail(person.email)
    const before = old && foldedEmail(old.email)
    if (!before) this.emails.set(email, person.id)
    else if (before !== email) for (const one of [before, email]) this.emails.set(one, this.#lastWith(one))
  }

  /** Of several with one address, who came last. */
  #lastWith(email: string): string | undefined {
    return [...this.people.values()].findLast((one) => foldedEmail(one.email) === email)?.id
  }

  /** An entry keeps its place among the others, however often it is saved. */
  putEntry(register: keyof Registers, entry: Registers[keyof Registers]): void {
    const nth = this.registers.get(register, entry.id)?.nth ?? this.lastOf('registers') + 1
    this.putKept({ register, nth, entry })
  }

  putKept(kept: Kept): void {
    this.registers.set(kept)
    this.highest.set('registers', Math.max(kept.nth, this.highest.get('registers') ?? 0))
    for (const number of numbersIn(kept)) this.given(number)
  }

  /** Versions of surveys that the centre added: what scores are worked out by. */
  editions(): Edition[] {
    return [...this.registers.of('editions')].map(({ entry }) => entry as Edition)
  }

  /** Takes note of a case number or session id that exists, so that it is not given again. */
  given(id: string): void {
    const [group, number] = split(id)
    if (Number(number) > (this.highest.get(group) ?? 0)) this.highest.set(group, Number(number))
  }

  /** The last number that was given in a group, or is about to be. */
  lastOf(group: string): number {
    return Math.max(this.highest.get(group) ?? 0, this.#promised.get(group) ?? 0)
  }

  /** What was given here is given to nobody else from now on, while it is on its way to the disk. */
  promise(): void {
    for (const [group, number] of this.highest.changed())
      this.#promised.set(group, Math.max(number ?? 0, this.#promised.get(group) ?? 0))
  }

  /** Makes its changes in the state under it, where others may have been made meanwhile. */
  settle(): void {
    const under = this.#under
    if (!under) return
    this.rows.settle()
    for (const part of ['facts', 'keptFacts', 'schools', 'rooms', 'settings', 'drafts', 'visits'] as const)
      this[part].settle()
    for (const { before, after } of this.diary.changed())
      if (after) under.putSession(after)
      else if (before) under.diary.remove(before.id)
    for (const [, person] of this.people.changed()) if (person) under.putPerson(person)
    for (const { before, after } of this.registers.changed())
      if (after) under.putKept(after)
      else if (before) under.registers.remove(before.register, before.entry.id)
    for (const [group, number] of this.highest.changed())
      under.highest.set(group, Math.max(number ?? 0, under.highest.get(group) ?? 0))
  }
}

export const foldedEmail = (email: string): string => email.normalize('NFC').trim().toLowerCase()
