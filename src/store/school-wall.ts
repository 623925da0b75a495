// Over 150 lines because whatever is asked goes through it, so that nothing is forgotten.
import type { CaseFile } from '../casefile/casefile.ts'
import type { DataRow } from '../casefile/data.ts'
import type { Facts, FactsChanged } from '../casefile/facts.ts'
import type { Row } from '../casefile/row.ts'
import type { Session } from '../casefile/session.ts'
import type { Registers } from '../people/registers.ts'
import type { Result } from '../result.ts'
import type { Day, Moment } from '../time/days.ts'
import type { Page, Reader, RowFilter, Store, View } from './store.ts'

/** A reader to whom only the cases that one school referred are there, and the sessions of their youths. */
class WalledReading<R extends Reader> implements Reader {
  protected readonly within: R
  protected readonly schoolId: string

  constructor(within: R, schoolId: string) {
    this.within = within
    this.schoolId = schoolId
  }

  async caseFile(number: string): Promise<CaseFile | undefined> {
    return (await this.#isOwn(number)) ? this.within.caseFile(number) : undefined
  }

  async rows(filter: RowFilter, page?: Page): Promise<{ rows: Row[]; total: number }> {
    if (filter.referredBy !== undefined && filter.referredBy !== this.schoolId) return { rows: [], total: 0 }
    return this.within.rows({ ...filter, referredBy: this.schoolId }, page)
  }

  // biome-ignore lint/correctness/useYield: there is nothing to give
  async *facts(): AsyncIterable<Facts> {
    throw outside()
  }

  async factsCut(): Promise<string> {
    throw outside()
  }

  async factsSince(): Promise<FactsChanged> {
    throw outside()
  }

  // biome-ignore lint/correctness/useYield: there is nothing to give
  async *data(): AsyncIterable<DataRow> {
    throw outside()
  }

  async session(id: string): Promise<Session | undefined> {
    const session = await this.within.session(id)
    return session && (await this.#own([session]))[0]
  }

  async diary(from: Moment, to: Moment): Promise<Session[]> {
    return this.#own(await this.within.diary(from, to))
  }

  async sessionsOf(caseNumber: string): Promise<Session[]> {
    return (await this.#isOwn(caseNumber)) ? this.within.sessionsOf(caseNumber) : []
  }

  async #isOwn(number: string): Promise<boolean> {
    return (await this.rows({ numbers: [number] }, { from: 0, most: 0 })).total > 0
  }

  async #own(sessions: Session[]): Promise<Session[]> {
    const numbers = sessions.flatMap(({ attendees }) => attendees.map(({ caseNumber }) => caseNumber))
    const own = new Set((await this.rows({ numbers })).rows.map(({ number }) => number))
    return sessions.filter(({ attendees }) => attendees.some(({ caseNumber }) => own.has(caseNumber)))
  }

  person = (id: string) => this.within.person(id)
  personByEmail = (email: string) => this.within.personByEmail(email)
  people = () => this.within.people()
  schools = () => this.within.schools()
  rooms = () => this.within.rooms()
  settings = () => this.within.settings()
  draft = (id: string) => this.within.draft(id)
  drafts = (owner?: string) => this.within.drafts(owner)
  visit = (hash: string) => this.within.visit(hash)
  visitsOf = (personId: string) => this.within.visitsOf(personId)

  entry<K extends keyof Registers>(register: K, id: string): Promise<Registers[K] | undefined> {
    return this.within.entry(register, id)
  }

  entries<K extends keyof Registers>(register: K, like?: Partial<Registers[K]>): Promise<Registers[K][]> {
    return this.within.entries(register, like)
  }
}

class WalledView extends WalledReading<View> implements View {
  /** numbers of the cases that were saved */
  readonly saved = new Set<string>()

  saveCase(caseFile: CaseFile): void {
    if (caseFile.referral.schoolId !== this.schoolId) throw outside()
    this.saved.add(caseFile.number)
    this.within.saveCase(caseFile)
  }

  saveSession(): void {
    throw outside()
  }

  eraseCase(): void {
    throw outside()
  }

  removeCase(): void {
    throw outside()
  }

  savePerson: View['savePerson'] = (person) => this.within.savePerson(person)
  saveSchool: View['saveSchool'] = (school) => this.within.saveSchool(school)
  saveRoom: View['saveRoom'] = (room) => this.within.saveRoom(room)
  saveSettings: View['saveSettings'] = (settings) => this.within.saveSettings(settings)
  saveDraft: View['saveDraft'] = (draft) => this.within.saveDraft(draft)
  removeDraft: View['removeDraft'] = (id) => this.within.removeDraft(id)
  saveVisit: View['saveVisit'] = (visit) => this.within.saveVisit(visit)
  removeVisit: View['removeVisit'] = (hash) => this.within.removeVisit(hash)
  removeEntry: View['removeEntry'] = (register, id) => this.within.removeEntry(register, id)
  nextCaseNumber = (year: number) => this.within.nextCaseNumber(year)
  nextSessionId = (on: Day) => this.within.nextSessionId(on)

  saveEntry<K extends keyof Registers>(register: K, entry: Registers[K]): void {
    this.within.saveEntry(register, entry)
  }
}

/** A store as it is for one school, in front of a store that knows all (see Store.behind). */
export class SchoolWall extends WalledReading<Store> implements Store {
  change<T>(decide: (view: View) => Promise<Result<T>> | Result<T>): Promise<Result<T>> {
    return this.within.change(async (view) => {
      const walled = new WalledView(view, this.schoolId)
      const result = await decide(walled)
      // what was another school's before cannot be made one's own
      const { rows } = await this.within.rows({ numbers: [...walled.saved] })
      if (rows.some(({ referredBy }) => referredBy !== this.schoolId)) throw outside()
      return result
    })
  }

  get passing() {
    return this.within.passing
  }

  behind = (schoolId: string): Store => this.within.behind(schoolId)
  secret: Store['secret'] = (purpose) => this.within.secret(purpose)
  ready = () => this.within.ready()
  log: Store['log'] = (entry) => this.within.log(entry)
  logged: Store['logged'] = (from, to) => this.within.logged(from, to)
  checkpointTrouble = () => this.within.checkpointTrouble()
  close = () => this.within.close()
}

export const outside = () => new Error('that lies behind the wall of this school')
