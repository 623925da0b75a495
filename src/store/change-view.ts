// Over 150 lines because it is one short method for each kind of record.
import { randomInt } from 'node:crypto'
import type { CaseFile } from '../casefile/casefile.ts'
import type { DataRow } from '../casefile/data.ts'
import type { Facts } from '../casefile/facts.ts'
import type { Row } from '../casefile/row.ts'
import type { Session } from '../casefile/session.ts'
import type { Person, Room, School, Settings } from '../people/person.ts'
import type { Registers } from '../people/registers.ts'
import type { Day } from '../time/days.ts'
import { copy } from './copy.ts'
import { destroyed } from './given.ts'
import { byStart } from './order.ts'
import * as paths from './paths.ts'
import { Reading } from './reading.ts'
import { type Kept, keyOf, State } from './state.ts'
import type { Draft, Page, RowFilter, Summaries, View, Visit } from './store.ts'
import { sumUp } from './sum-up.ts'

/** What one decision sees: the state as it stands, with what it has saved so far laid over it. */
export class ChangeView extends Reading implements View {
  readonly #cases = new Map<string, CaseFile | undefined>()
  /** cases whose row and facts are to be made anew */
  readonly #stale = new Set<string>()
  readonly #records = new Map<string, () => unknown>()
  /** facts of erased cases that this change had touched before: made anew before they are kept */
  readonly #owed: (() => Promise<void>)[] = []
  /** the highest number given in this change: nothing may have been saved under it yet */
  readonly #given = new Map<string, number>()
  #over = false

  constructor(under: State, body: (number: string) => Promise<CaseFile | undefined>, summaries: Summaries) {
    super(new State(under), body, summaries)
  }

  override async caseFile(number: string): Promise<CaseFile | undefined> {
    const saved = this.#cases.get(number)
    if (saved) return copy(saved)
    return this.#cases.has(number) ? undefined : super.caseFile(number)
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

  saveCase(given: CaseFile): void {
    const caseFile = copy(given)
    if (this.#cases.has(caseFile.number) && !this.#cases.get(caseFile.number)) throw new Error(destroyed)
    this.#record(paths.caseFile(caseFile.number), () => caseFile)
    this.#cases.set(caseFile.number, caseFile)
    this.state.given(caseFile.number)
    this.#stale.add(caseFile.number)
  }

  saveSession(given: Session): void {
    const session = copy(given)
    const day = paths.dayIn(session.id)
    this.#record(paths.diary(day), () => this.state.sessionsIn(this.state.booked, day))
    const before = this.state.sessions.get(session.id)?.attendees ?? []
    for (const { caseNumber } of [...before, ...session.attendees]) this.#stale.add(caseNumber)
    this.state.putSession(session)
  }

  savePerson(person: Person): void {
    this.#record(paths.people, () => [...this.state.people.values()])
    this.state.putPerson(copy(person))
  }

  saveSchool(school: School): void {
    this.#record(paths.schools, () => [...this.state.schools.values()])
    this.state.schools.set(school.id, copy(school))
  }

  saveRoom(room: Room): void {
    this.#record(paths.rooms, () => [...this.state.rooms.values()])
    this.state.rooms.set(room.id, copy(room))
  }

  saveSettings(settings: Settings): void {
    this.#record(paths.settings, () => this.state.settings.get('centre'))
    this.state.settings.set('centre', copy(settings))
  }

  saveDraft(draft: Draft): void {
    this.#record(paths.draft(draft.id), () => this.state.drafts.get(draft.id))
    this.state.drafts.set(draft.id, copy(draft))
  }

  removeDraft(id: string): void {
    if (!this.state.drafts.get(id)) return
    this.#record(paths.draft(id), () => this.state.drafts.get(id))
    this.state.drafts.set(id, undefined)
  }

  saveVisit(visit: Visit): void {
    this.#record(paths.visit(visit.hash), () => this.state.visits.get(visit.hash))
    this.state.visits.set(visit.hash, copy(visit))
  }

  removeVisit(hash: string): void {
    if (!this.state.visits.get(hash)) return
    this.#record(paths.visit(hash), () => this.state.visits.get(hash))
    this.state.visits.set(hash, undefined)
  }

  saveEntry<K extends keyof Registers>(register: K, entry: Registers[K]): void {
    const key = keyOf(register, entry.id)
    this.#record(paths.entry(register, entry.id), () => this.state.registers.get(key))
    this.state.putEntry(register, copy(entry))
  }

  removeEntry(register: keyof Registers, id: string): void {
    const key = keyOf(register, id)
    if (!this.state.registers.get(key)) return
    this.#record(paths.entry(register, id), () => this.state.registers.get(key))
    this.state.registers.set(key, undefined)
  }

  eraseCase(number: string): void {
    const facts = this.state.facts.get(number)
    if (this.#stale.has(number)) this.#oweFacts(number)
    else if (facts) this.#keepFacts(JSON.parse(facts))
    this.removeCase(number)
  }

  removeCase(number: string): void {
    for (const path of [paths.caseFile(number), paths.caseKey(number)]) this.#record(path, () => undefined)
    this.state.facts.set(number, undefined)
    this.state.rows.remove(number)
    for (const session of this.state.sessionsIn(this.state.attending, number)) this.#leave(session, number)
    for (const { id, owner } of [...this.state.drafts.values()]) if (owner === number) this.removeDraft(id)
    for (const kept of [...this.state.registers.values()]) this.#forget(kept, number)
    this.#cases.set(number, undefined)
    this.#stale.delete(number)
  }

  /** What was told about a case goes with it; who stood in when does not, but no longer says for whom. */
  #forget({ register, entry }: Kept, number: string): void {
    if (register === 'notices' || register === 'messages' || register === 'alarms') {
      if ((entry as Registers[typeof register]).caseNumber === number) this.removeEntry(register, entry.id)
    } else if (register === 'absences') {
      const absence = entry as Registers['absences']
      const cases = absence.cases.filter((one) => one !== number)
      if (cases.length < absence.cases.length) this.saveEntry('absences', { ...absence, cases })
    }
  }

  async nextCaseNumber(year: number): Promise<string> {
    return this.#numbered(String(year), 4)
  }

  async nextSessionId(on: Day): Promise<string> {
    return this.#numbered(on, 2)
  }

  /** The records to write, by path; `undefined` where one is to go. Nothing can be saved after this. */
  async records(): Promise<Map<string, unknown>> {
    await this.#sumUp()
    this.end()
    return new Map([...this.#records].map(([path, value]) => [path, value()]))
  }

  end(): void {
    this.#over = true
  }

  /** Once the disk has them: what was saved is what everyone reads. */
  settle(): void {
    this.state.settle()
  }

  #record(path: string, value: () => unknown): void {
    if (this.#over) throw new Error('this change is over: nothing more can be saved in it')
    this.#records.set(path, value)
  }

  /** Among others and anywhere, so that neither the place nor the file's date tells whose they are. */
  #keepFacts(last: Facts): void {
    const facts = this.summaries.keptFacts(last)
    const year = facts.referredOn.slice(0, 4)
    const others = this.state.keptFacts.get(year) ?? []
    const at = randomInt(others.length + 1)
    this.#record(paths.keptFacts(year), () => this.state.keptFacts.get(year))
    this.state.keptFacts.set(year, [...others.slice(0, at), JSON.stringify(facts), ...others.slice(at)])
  }

  /** What this change itself has saved of it counts too. Its file may still have to be read; that goes on saving. */
  #oweFacts(number: string): void {
    const known = this.#cases.has(number)
    const saved = this.#cases.get(number)
    const sessions = copy(this.state.sessionsIn(this.state.attending, number).sort(byStart))
    const editions = copy(this.state.editions())
    this.#owed.push(async () => {
      const caseFile = known ? saved : await super.caseFile(number)
      if (caseFile) this.#keepFacts(this.summaries.facts(caseFile, sessions, editions))
    })
  }

  /** Takes a case out of a session; nobody's session is taken out of the diary. */
  #leave(session: Session, number: string): void {
    const attendees = session.attendees.filter(({ caseNumber }) => caseNumber !== number)
    if (attendees.length > 0) {
      this.saveSession({ ...session, attendees })
      return
    }
    const day = paths.dayIn(session.id)
    this.#record(paths.diary(day), () => this.state.sessionsIn(this.state.booked, day))
    this.state.removeSession(session)
  }

  #numbered(group: string, digits: number): string {
    const number = Math.max(this.state.highest.get(group) ?? 0, this.#given.get(group) ?? 0) + 1
    this.#given.set(group, number)
    return `${group}-${String(number).padStart(digits, '0')}`
  }

  async #sumUp(): Promise<void> {
    for (const keep of this.#owed.splice(0)) await keep()
    for (const number of this.#stale) {
      const caseFile = await this.caseFile(number)
      if (caseFile) sumUp(this.state, caseFile, this.summaries)
    }
    this.#stale.clear()
  }
}
