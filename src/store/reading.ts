// Over 150 lines because it is one short method for each thing that may be asked.
import type { CaseFile } from '../casefile/casefile.ts'
import type { DataRow } from '../casefile/data.ts'
import type { Facts, FactsChanged } from '../casefile/facts.ts'
import type { Row } from '../casefile/row.ts'
import type { Session } from '../casefile/session.ts'
import type { Person, Room, School, Settings } from '../people/person.ts'
import type { Registers } from '../people/registers.ts'
import type { Moment } from '../time/days.ts'
import { factsSince } from './facts-since.ts'
import { byStart, newestDraft, newestVisit, shuffled } from './order.ts'
import * as paths from './paths.ts'
import { foldedEmail, type State } from './state.ts'
import type { Draft, Page, Reader, RowFilter, Summaries, Visit } from './store.ts'

/**
 * Answers a reader's questions from memory; only the body of a case file comes from disk. What it gives is frozen, since
 * others are given the same.
 */
export class Reading implements Reader {
  protected readonly state: State
  protected readonly summaries: Summaries
  readonly #body: (number: string) => Promise<CaseFile | undefined>

  constructor(state: State, body: (number: string) => Promise<CaseFile | undefined>, summaries: Summaries) {
    this.state = state
    this.summaries = summaries
    this.#body = body
  }

  async caseFile(number: string): Promise<CaseFile | undefined> {
    return this.#body(number)
  }

  async rows(
    filter: RowFilter,
    page: Page = { from: 0, most: Number.POSITIVE_INFINITY },
  ): Promise<{ rows: Row[]; total: number }> {
    return this.state.rows.page(filter, page)
  }

  async *facts(): AsyncIterable<Facts> {
    const texts = shuffled([...this.state.facts.values(), ...[...this.state.keptFacts.values()].flat()])
    for (const text of texts) yield JSON.parse(text)
  }

  async factsCut(): Promise<string> {
    return `${this.state.facts.changes}-${this.state.keptFacts.changes}`
  }

  async factsSince(cut?: string): Promise<FactsChanged> {
    return factsSince(this.state, cut)
  }

  async *data(reader?: string): AsyncIterable<DataRow> {
    const kept = [...this.state.keptFacts.values()].flat()
    const cases = [...this.state.facts.entries()].map(([number]) => number)
    for (const { number, text } of shuffled([...cases.map(asNumber), ...kept.map(asText)])) {
      if (text !== undefined) yield { facts: JSON.parse(text) }
      // looked at when its turn comes: it may have been restricted since, or erased
      if (number === undefined || !this.#isThereFor(number, reader)) continue
      const caseFile = await this.caseFile(number)
      if (!caseFile) continue
      yield this.summaries.data(caseFile, await this.sessionsOf(caseFile.number), this.state.editions())
    }
  }

  #isThereFor(number: string, reader?: string): boolean {
    const filter = { numbers: [number], ...(reader !== undefined && { reader }) }
    return this.state.rows.page(filter, { from: 0, most: 0 }).total > 0
  }

  async session(id: string): Promise<Session | undefined> {
    return paths.isSessionId(id) ? this.state.diary.get(id) : undefined
  }

  async diary(from: Moment, to: Moment): Promise<Session[]> {
    const sessions = this.state.diary.starting(from.slice(0, 10), to.slice(0, 10))
    return sessions.filter(({ startAt }) => startAt >= from && startAt < to).sort(byStart)
  }

  async sessionsOf(caseNumber: string): Promise<Session[]> {
    return this.state.diary.of(caseNumber).sort(byStart)
  }

  async person(id: string): Promise<Person | undefined> {
    return this.state.people.get(id)
  }

  async personByEmail(email: string): Promise<Person | undefined> {
    return this.person(this.state.emails.get(foldedEmail(email)) ?? '')
  }

  async people(): Promise<Person[]> {
    return [...this.state.people.values()]
  }

  async schools(): Promise<School[]> {
    return [...this.state.schools.values()]
  }

  async rooms(): Promise<Room[]> {
    return [...this.state.rooms.values()]
  }

  async settings(): Promise<Settings | undefined> {
    return this.state.settings.get('centre')
  }

  async draft(id: string): Promise<Draft | undefined> {
    return this.state.drafts.get(id)
  }

  async drafts(owner?: string): Promise<Draft[]> {
    const own = [...this.state.drafts.values()].filter((draft) => owner === undefined || draft.owner === owner)
    return own.sort(newestDraft)
  }

  async visit(hash: string): Promise<Visit | undefined> {
    return this.state.visits.get(hash)
  }

  async visitsOf(personId: string): Promise<Visit[]> {
    const own = [...this.state.visits.values()].filter((visit) => visit.personId === personId)
    return own.sort(newestVisit)
  }

  async entry<K extends keyof Registers>(register: K, id: string): Promise<Registers[K] | undefined> {
    return this.state.registers.get(register, id)?.entry as Registers[K] | undefined
  }

  async entries<K extends keyof Registers>(register: K, like: Partial<Registers[K]> = {}): Promise<Registers[K][]> {
    const values = Object.entries(like)
    const own = [...this.state.registers.of(register)].filter((kept) =>
      values.every(([name, value]) => Object(kept.entry)[name] === value),
    )
    return own.sort((a, b) => a.nth - b.nth).map(({ entry }) => entry as Registers[K])
  }
}

const asNumber = (number: string) => ({ number, text: undefined })
const asText = (text: string) => ({ number: undefined, text })
