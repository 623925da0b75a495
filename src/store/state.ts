// Over 150 lines because whatever is kept in memory is listed here, with how each is put in and found.
import type { Session } from '../casefile/session.ts'
import type { Person, Room, School, Settings } from '../people/person.ts'
import type { Edition, Registers } from '../people/registers.ts'
import { numbersIn, split } from './given.ts'
import * as paths from './paths.ts'
import { Rows } from './rows.ts'
import type { Draft, Visit } from './store.ts'
import { Table } from './table.ts'

/** An entry as it is written: the file's name is a hash, so it says of which register it is, and which place it has. */
export interface Kept {
  register: keyof Registers
  nth: number
  entry: Registers[keyof Registers]
}

/** By what an entry is found in memory. */
export const keyOf = (register: keyof Registers, id: string): string => `${register}/${id}`

/**
 * What is kept in memory: all but the bodies of case files. Made from the files at the start. Laid over another
 * state it holds what one change is about to save.
 */
export class State {
  readonly rows: Rows
  /** facts as texts: small, and each reader gets its own copy by reading one */
  readonly facts: Table<string>
  /** of cases that were erased, by the year of their referral, in no order */
  readonly keptFacts: Table<string[]>
  readonly sessions: Table<Session>
  /** session ids by UTC day of their start, by the day in their id, by case number */
  readonly starting: Table<string[]>
  readonly booked: Table<string[]>
  readonly attending: Table<string[]>
  readonly people: Table<Person>
  /** person ids by e-mail */
  readonly emails: Table<string>
  readonly schools: Table<School>
  readonly rooms: Table<Room>
  readonly settings: Table<Settings>
  readonly drafts: Table<Draft>
  readonly visits: Table<Visit>
  /** entries of all registers, by register and id */
  readonly registers: Table<Kept>
  /** the highest number given: of cases by year, of sessions by day, of entries in registers */
  readonly highest: Table<number>
  /** the same of changes that are on their way to the disk; the same for all that lie over one another */
  readonly #promised: Map<string, number>
  readonly #under: State | undefined

  constructor(under?: State) {
    this.#under = under
    this.#promised = under ? under.#promised : new Map()
    this.rows = new Rows(under?.rows)
    this.facts = new Table(under?.facts)
    this.keptFacts = new Table(under?.keptFacts)
    this.sessions = new Table(under?.sessions)
    this.starting = new Table(under?.starting)
    this.booked = new Table(under?.booked)
    this.attending = new Table(under?.attending)
    this.people = new Table(under?.people)
    this.emails = new Table(under?.emails)
    this.schools = new Table(under?.schools)
    this.rooms = new Table(under?.rooms)
    this.settings = new Table(under?.settings)
    this.drafts = new Table(under?.drafts)
    this.visits = new Table(under?.visits)
    this.registers = new Table(under?.registers)
    this.highest = new Table(under?.highest)
  }

  putSession(session: Session): void {
    const old = this.sessions.get(session.id)
    if (old) {
      remove(this.starting, old.startAt.slice(0, 10), old.id)
      for (const { caseNumber } of old.attendees) remove(this.attending, caseNumber, old.id)
    } else add(this.booked, paths.dayIn(session.id), session.id)
    this.sessions.set(session.id, session)
    add(this.starting, session.startAt.slice(0, 10), session.id)
    for (const { caseNumber } of session.attendees) add(this.attending, caseNumber, session.id)
    this.given(session.id)
  }

  removeSession({ id, startAt, attendees }: Session): void {
    remove(this.starting, startAt.slice(0, 10), id)
    remove(this.booked, paths.dayIn(id), id)
    for (const { caseNumber } of attendees) remove(this.attending, caseNumber, id)
    this.sessions.set(id, undefined)
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
    const key = keyOf(register, entry.id)
    const nth = this.registers.get(key)?.nth ?? this.lastOf('registers') + 1
    this.putKept({ register, nth, entry })
  }

  putKept(kept: Kept): void {
    this.registers.set(keyOf(kept.register, kept.entry.id), kept)
    this.highest.set('registers', Math.max(kept.nth, this.highest.get('registers') ?? 0))
    for (const number of numbersIn(kept)) this.given(number)
  }

  /** Versions of surveys that the centre added: what scores are worked out by. */
  editions(): Edition[] {
    const found = [...this.registers.entries()].filter(([key]) => key.startsWith('editions/'))
    return found.map(([, { entry }]) => entry as Edition)
  }

  /** Takes note of a case number or session id that exists, so that it is not given again. */
  given(id: string): void {
    const [group, number] = split(id)
    if (Number(number) > (this.highest.get(group) ?? 0)) this.highest.set(group, Number(number))
  }

  sessionsIn(index: Table<string[]>, key: string): Session[] {
    return (index.get(key) ?? []).map((id) => this.sessions.get(id)!)
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
    for (const [id, session] of this.sessions.changed())
      if (session) under.putSession(session)
      else if (under.sessions.get(id)) under.removeSession(under.sessions.get(id)!)
    for (const [, person] of this.people.changed()) if (person) under.putPerson(person)
    for (const [key, kept] of this.registers.changed())
      if (kept) under.putKept(kept)
      else under.registers.set(key, undefined)
    for (const [group, number] of this.highest.changed())
      under.highest.set(group, Math.max(number ?? 0, under.highest.get(group) ?? 0))
  }
}

export const foldedEmail = (email: string): string => email.normalize('NFC').trim().toLowerCase()

function add(index: Table<string[]>, key: string, id: string): void {
  const ids = index.get(key) ?? []
  if (!ids.includes(id)) index.set(key, [...ids, id])
}

function remove(index: Table<string[]>, key: string, id: string): void {
  const left = (index.get(key) ?? []).filter((one) => one !== id)
  index.set(key, left.length > 0 ? left : undefined)
}
