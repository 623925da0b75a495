// Over 150 lines because what a change sees, erases and makes anew is one view of the state.
import { randomInt } from 'node:crypto'
import type { CaseFile } from '../casefile/casefile.ts'
import type { DataRow } from '../casefile/data.ts'
import type { Facts, FactsChanged } from '../casefile/facts.ts'
import type { Row } from '../casefile/row.ts'
import type { Session } from '../casefile/session.ts'
import type { Registers } from '../people/registers.ts'
import { copy } from './copy.ts'
import type { Kept } from './entries.ts'
import { byStart } from './order.ts'
import * as paths from './paths.ts'
import { SavingView } from './saving-view.ts'
import { State } from './state.ts'
import type { Page, RowFilter, Summaries, View } from './store.ts'
import { sumUp } from './sum-up.ts'
import { isAny, isSame, type Touched, touchedBy } from './touched.ts'

/** What one decision sees: the state as it stands, with what it has saved so far laid over it. */
export class ChangeView extends SavingView implements View {
  /** facts of erased cases that this change had touched before: made anew before they are kept */
  readonly #owed: (() => Promise<void>)[] = []

  constructor(under: State, body: (number: string) => Promise<CaseFile | undefined>, summaries: Summaries) {
    super(new State(under), body, summaries)
  }

  override async caseFile(number: string): Promise<CaseFile | undefined> {
    const saved = this.cases.get(number)
    if (saved) return copy(saved)
    return this.cases.has(number) ? undefined : super.caseFile(number)
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

  eraseCase(number: string): void {
    const facts = this.state.facts.get(number)
    if (this.stale.has(number)) this.#oweFacts(number)
    else if (facts) this.#keepFacts(JSON.parse(facts))
    this.removeCase(number)
  }

  removeCase(number: string): void {
    this.noteAll()
    for (const path of [paths.caseFile(number), paths.caseKey(number), paths.summedCases(number)])
      this.record(path, () => undefined)
    this.state.facts.set(number, undefined)
    this.state.rows.remove(number)
    for (const session of this.state.diary.of(number)) this.#leave(session, number)
    for (const { id, owner } of [...this.state.drafts.values()]) if (owner === number) this.removeDraft(id)
    for (const kept of this.state.registers.all()) this.#forget(kept, number)
    this.cases.set(number, undefined)
    this.stale.delete(number)
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

  /** The records to write, by path; `undefined` where one is to go. Nothing can be saved after this. */
  async records(): Promise<Map<string, unknown>> {
    await this.#sumUp()
    this.end()
    return new Map([...this.written].map(([path, value]) => [path, value()]))
  }

  /** What it puts in place, once its records are made. */
  touched(): Touched {
    return touchedBy(this.state, this.written.keys(), this.cases.keys())
  }

  /**
   * Whether another change, which it did not see, has to do with what it read or writes. Who writes nothing may have
   * come before that one, but not have read the half of it that is on disk.
   */
  meets(other: Touched): boolean {
    if (this.written.size === 0) return this.isReadFrom(other)
    return isSame(this.touched(), other) || this.hasReadOf(other)
  }

  /** Whether what it read or scored would be another after that change. */
  hasReadOf(other: Touched): boolean {
    const isScored = () => this.touched().rows.length > 0
    const isScoredAnew = isAny(other.entries, ({ register }) => register === 'editions') && isScored()
    return isScoredAnew || this.isAskedAbout(other)
  }

  /** On its way to the disk: no other change gives the numbers that it gave. */
  promise(): void {
    this.state.promise()
  }

  /** Once the disk has them: what was saved is what everyone reads. */
  settle(): void {
    this.state.settle()
  }

  /** Among others and anywhere, so that neither the place nor the file's date tells whose they are. */
  #keepFacts(last: Facts): void {
    const facts = this.summaries.keptFacts(last)
    const year = facts.referredOn.slice(0, 4)
    const others = this.state.keptFacts.get(year) ?? []
    const at = randomInt(others.length + 1)
    this.record(paths.keptFacts(year), () => this.state.keptFacts.get(year))
    this.state.keptFacts.set(year, [...others.slice(0, at), JSON.stringify(facts), ...others.slice(at)])
  }

  /** What this change itself has saved of it counts too. Its file may still have to be read; that goes on saving. */
  #oweFacts(number: string): void {
    const known = this.cases.has(number)
    const saved = this.cases.get(number)
    const sessions = this.state.diary.of(number).sort(byStart)
    const editions = this.state.editions()
    this.#owed.push(async () => {
      const caseFile = known ? saved : await super.caseFile(number)
      if (caseFile) this.#keepFacts(this.summaries.facts(caseFile, sessions, editions))
    })
  }

  /** Takes a case out of a session; nobody's session is taken out of the diary. */
  #leave(session: Session, number: string): void {
    this.record(paths.summedDays(paths.dayIn(session.id)), () => undefined)
    const attendees = session.attendees.filter(({ caseNumber }) => caseNumber !== number)
    if (attendees.length > 0) {
      this.saveSession({ ...session, attendees })
      return
    }
    const day = paths.dayIn(session.id)
    this.record(paths.diary(day), () => this.state.diary.bookedFor(day))
    this.state.diary.remove(session.id)
  }

  async #sumUp(): Promise<void> {
    for (const keep of this.#owed.splice(0)) await keep()
    for (const number of this.stale) {
      const caseFile = await this.caseFile(number)
      if (caseFile) sumUp(this.state, caseFile, this.summaries)
    }
    this.stale.clear()
  }
}
