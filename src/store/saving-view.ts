import type { CaseFile } from '../casefile/casefile.ts'
import type { Session } from '../casefile/session.ts'
import type { Person, Room, School, Settings } from '../people/person.ts'
import type { Registers } from '../people/registers.ts'
import type { Day } from '../time/days.ts'
import { copy, frozen } from './copy.ts'
import { destroyed } from './given.ts'
import { NotedReading } from './noted-reading.ts'
import * as paths from './paths.ts'
import type { Draft, Visit } from './store.ts'

/** What one decision saves, laid over the state that it sees; which records that will write. */
export class SavingView extends NotedReading {
  protected readonly cases = new Map<string, CaseFile | undefined>()
  /** cases whose row and facts are to be made anew */
  protected readonly stale = new Set<string>()
  /** by path: what the record will hold when all is saved */
  protected readonly written = new Map<string, () => unknown>()
  /** the highest number given in this change: nothing may have been saved under it yet */
  readonly #given = new Map<string, number>()
  #over = false

  saveCase(given: CaseFile): void {
    const caseFile = copy(given)
    if (this.cases.has(caseFile.number) && !this.cases.get(caseFile.number)) throw new Error(destroyed)
    this.record(paths.caseFile(caseFile.number), () => caseFile)
    this.cases.set(caseFile.number, caseFile)
    this.state.given(caseFile.number)
    this.stale.add(caseFile.number)
  }

  saveSession(given: Session): void {
    const session = frozen(copy(given))
    const day = paths.dayIn(session.id)
    this.record(paths.diary(day), () => this.state.diary.bookedFor(day))
    const before = this.state.diary.get(session.id)?.attendees ?? []
    for (const { caseNumber } of [...before, ...session.attendees]) this.stale.add(caseNumber)
    this.state.putSession(session)
  }

  savePerson(person: Person): void {
    this.record(paths.people, () => [...this.state.people.values()])
    this.state.putPerson(frozen(copy(person)))
  }

  saveSchool(school: School): void {
    this.record(paths.schools, () => [...this.state.schools.values()])
    this.state.schools.set(school.id, frozen(copy(school)))
  }

  saveRoom(room: Room): void {
    this.record(paths.rooms, () => [...this.state.rooms.values()])
    this.state.rooms.set(room.id, frozen(copy(room)))
  }

  saveSettings(settings: Settings): void {
    this.record(paths.settings, () => this.state.settings.get('centre'))
    this.state.settings.set('centre', frozen(copy(settings)))
  }

  saveDraft(draft: Draft): void {
    this.record(paths.draft(draft.id), () => this.state.drafts.get(draft.id))
    this.state.drafts.set(draft.id, frozen(copy(draft)))
  }

  removeDraft(id: string): void {
    if (!this.state.drafts.get(id)) {
      this.noteRecord(paths.draft(id))
      return
    }
    this.record(paths.draft(id), () => this.state.drafts.get(id))
    this.state.drafts.set(id, undefined)
  }

  saveVisit(visit: Visit): void {
    this.record(paths.visit(visit.hash), () => this.state.visits.get(visit.hash))
    this.state.visits.set(visit.hash, frozen(copy(visit)))
  }

  removeVisit(hash: string): void {
    if (!this.state.visits.get(hash)) {
      this.noteRecord(paths.visit(hash))
      return
    }
    this.record(paths.visit(hash), () => this.state.visits.get(hash))
    this.state.visits.set(hash, undefined)
  }

  saveEntry<K extends keyof Registers>(register: K, entry: Registers[K]): void {
    this.record(paths.entry(register, entry.id), () => this.state.registers.get(register, entry.id))
    this.state.putEntry(register, frozen(copy(entry)))
  }

  removeEntry(register: keyof Registers, id: string): void {
    if (!this.state.registers.get(register, id)) {
      this.noteRecord(paths.entry(register, id))
      return
    }
    this.record(paths.entry(register, id), () => this.state.registers.get(register, id))
    this.state.registers.remove(register, id)
  }

  async nextCaseNumber(year: number): Promise<string> {
    return this.#numbered(String(year), 4)
  }

  async nextSessionId(on: Day): Promise<string> {
    return this.#numbered(on, 2)
  }

  end(): void {
    this.#over = true
  }

  protected record(path: string, value: () => unknown): void {
    if (this.#over) throw new Error('this change is over: nothing more can be saved in it')
    this.written.set(path, value)
  }

  #numbered(group: string, digits: number): string {
    const number = Math.max(this.state.lastOf(group), this.#given.get(group) ?? 0) + 1
    this.#given.set(group, number)
    return `${group}-${String(number).padStart(digits, '0')}`
  }
}
