// Over 150 lines because it is one short method for each promise of the interface.
import { isDeepStrictEqual } from 'node:util'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Facts } from '../../src/casefile/facts.ts'
import type { Session } from '../../src/casefile/session.ts'
import type { Person, Room, School, Settings } from '../../src/people/person.ts'
import type { Registers } from '../../src/people/registers.ts'
import type { Result } from '../../src/result.ts'
import { copy, frozen } from '../../src/store/copy.ts'
import type { Draft, Page, Reader, RowFilter, View, Visit } from '../../src/store/store.ts'
import { summaries } from '../../src/summaries.ts'
import { listed } from './model-rows.ts'

type Entry = Registers[keyof Registers]

/**
 * All that there is. What is put is a copy that nobody can change, so what is got may be it itself; a Map keeps the order
 * of first coming.
 */
class World {
  cases = new Map<string, CaseFile>()
  sessions = new Map<string, Session>()
  people = new Map<string, Person>()
  schools = new Map<string, School>()
  rooms = new Map<string, Room>()
  settings: Settings | undefined
  drafts = new Map<string, Draft>()
  visits = new Map<string, Visit>()
  registers = new Map<keyof Registers, Map<string, Entry>>()
  kept: Facts[] = []
  /** what was ever kept: case numbers and session ids */
  used = new Set<string>()
}

/** What is in a world is never changed, only replaced: so another is the same things in Maps of its own. */
function another(world: World): World {
  const maps = Object.entries(world).map(([name, value]) => [name, value instanceof Map ? new Map(value) : value])
  const registers = new Map([...world.registers].map(([name, entries]) => [name, new Map(entries)]))
  return { ...Object.fromEntries(maps), registers, kept: [...world.kept], used: new Set(world.used) }
}

/** What a wrong model forgets, to see that it would be noticed. */
export interface Wrong {
  filter?: keyof RowFilter
  erasure?: boolean
}

const fixed = <T>(value: T): T => frozen(copy(value))
/** The numbers of a group of ids: 42 of `2026-0042`, in 2026. */
const withIn = (ids: string[], group: string) =>
  ids.filter((id) => id.slice(0, id.lastIndexOf('-')) === group).map((id) => Number(id.slice(group.length + 1)))
const oneByOne = async function* <T>(values: T[]) {
  yield* values
}
const outside = () => new Error('behind the wall')

/** The store as it is promised, in plain Maps: slow, short, and nothing survives it. */
export class Model implements Reader {
  protected world: World
  protected readonly wrong: Wrong
  protected readonly school: string | undefined

  constructor({ world = new World(), wrong = {}, school }: { world?: World; wrong?: Wrong; school?: string } = {}) {
    this.world = world
    this.wrong = wrong
    this.school = school
  }

  behind = (school: string): Model => {
    const walled = new Model({ wrong: this.wrong, school })
    Object.defineProperty(walled, 'world', { get: () => this.world, set: (world) => (this.world = world) })
    return walled
  }

  /** Whether nothing was saved in one that was not saved in the other. */
  holdsWhat = ({ world }: Model): boolean => isDeepStrictEqual(this.world, world)

  /** The same world by itself: what is changed there is not changed here. */
  fork = (): Model => new Model({ world: this.world, wrong: this.wrong })

  /** As if its disk had been full: nothing of it is kept, but numbers that it took are not given again. */
  lost = async (change: (on: Model) => Promise<unknown>): Promise<unknown> => {
    const on = this.fork()
    const outcome = await change(on)
    this.world = { ...this.world, used: new Set([...this.world.used, ...on.world.used]) }
    return outcome
  }

  async change<T>(decide: (view: View) => Promise<Result<T>> | Result<T>): Promise<Result<T>> {
    const view = new ModelView({
      world: another(this.world),
      wrong: this.wrong,
      ...(this.school !== undefined && { school: this.school }),
    })
    const result = await decide(view)
    if (result.ok) this.world = view.world
    return result
  }

  protected isThere = (number: string): boolean => {
    const found = this.world.cases.get(number)
    return found !== undefined && (this.school === undefined || found.referral.schoolId === this.school)
  }
  protected attending = (number: string): Session[] =>
    this.#inOrder([...this.world.sessions.values()].filter((one) => one.attendees.some((a) => a.caseNumber === number)))
  #inOrder = (sessions: Session[]) =>
    sessions.sort((a, b) => (`${a.startAt} ${a.id}` < `${b.startAt} ${b.id}` ? -1 : 1))
  #seen = (sessions: Session[]) =>
    this.school === undefined
      ? sessions
      : sessions.filter(({ attendees }) => attendees.some(({ caseNumber }) => this.isThere(caseNumber)))
  #there = () => [...this.world.cases.values()].filter(({ number }) => this.isThere(number))
  protected mustSeeAll = () => {
    if (this.school !== undefined) throw outside()
  }

  caseFile = async (number: string) => (this.isThere(number) ? this.world.cases.get(number) : undefined)
  async rows(filter: RowFilter, page?: Page) {
    const rows = this.#there().map((one) => summaries.row(one, this.attending(one.number)))
    return listed(rows, filter, page, this.wrong.filter)
  }
  protected factsOf = (one: CaseFile): Facts => summaries.facts(one, this.attending(one.number), [])
  async *facts() {
    this.mustSeeAll()
    yield* oneByOne([...this.#there().map(this.factsOf), ...this.world.kept])
  }
  async factsCut() {
    this.mustSeeAll()
    return JSON.stringify([...this.#there().map(this.factsOf), ...this.world.kept])
  }
  async factsSince() {
    const all = [...this.#there().map(this.factsOf), ...this.world.kept]
    const facts = all.map((one, at): [string, Facts] => [String(at), one])
    return { cut: await this.factsCut(), whole: true, facts }
  }
  async *data(reader?: string) {
    this.mustSeeAll()
    const mayHave = this.#there().filter(
      ({ restricted }) => !restricted || reader === undefined || restricted.to.includes(reader),
    )
    yield* mayHave.map((one) => summaries.data(one, this.attending(one.number), []))
    yield* this.world.kept.map((facts) => ({ facts }))
  }
  session = async (id: string) => this.#seen([this.world.sessions.get(id)].filter((one) => one !== undefined))[0]
  diary = async (from: string, to: string) =>
    this.#seen(
      this.#inOrder([...this.world.sessions.values()].filter(({ startAt }) => from <= startAt && startAt < to)),
    )
  sessionsOf = async (number: string) =>
    this.school === undefined || this.isThere(number) ? this.attending(number) : []
  person = async (id: string) => this.world.people.get(id)
  personByEmail = async (email: string) =>
    [...this.world.people.values()].findLast((one) => one.email.toLowerCase() === email.trim().toLowerCase())
  people = async () => [...this.world.people.values()]
  schools = async () => [...this.world.schools.values()]
  rooms = async () => [...this.world.rooms.values()]
  settings = async () => this.world.settings
  draft = async (id: string) => this.world.drafts.get(id)
  async drafts(owner?: string) {
    const own = [...this.world.drafts.values()].filter((one) => owner === undefined || one.owner === owner)
    return own.sort((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? 1 : -1))
  }
  visit = async (hash: string) => this.world.visits.get(hash)
  async visitsOf(personId: string) {
    const own = [...this.world.visits.values()].filter((one) => one.personId === personId)
    return own.sort((a, b) => (`${a.startedAt} ${a.hash}` < `${b.startedAt} ${b.hash}` ? 1 : -1))
  }
  async entry<K extends keyof Registers>(register: K, id: string) {
    return this.world.registers.get(register)?.get(id) as Registers[K] | undefined
  }
  async entries<K extends keyof Registers>(register: K, like: Partial<Registers[K]> = {}) {
    const all = [...(this.world.registers.get(register)?.values() ?? [])] as Registers[K][]
    return all.filter((one) => Object.entries(like).every(([name, value]) => Object(one)[name] === value))
  }
}

class ModelView extends Model implements View {
  declare world: World
  readonly #given: string[] = []
  readonly #destroyed = new Set<string>()

  saveCase(one: CaseFile): void {
    const other = this.world.cases.get(one.number)
    const isOutside = [one, other].some((is) => is && this.school !== undefined && is.referral.schoolId !== this.school)
    if (isOutside || this.#destroyed.has(one.number)) throw outside()
    this.world.cases.set(one.number, fixed(one))
    this.world.used.add(one.number)
  }
  saveSession(one: Session): void {
    this.mustSeeAll()
    this.world.sessions.set(one.id, fixed(one))
    this.world.used.add(one.id)
  }
  savePerson = (one: Person) => void this.world.people.set(one.id, fixed(one))
  saveSchool = (one: School) => void this.world.schools.set(one.id, fixed(one))
  saveRoom = (one: Room) => void this.world.rooms.set(one.id, fixed(one))
  saveSettings = (one: Settings): void => {
    this.world.settings = fixed(one)
  }
  saveDraft = (one: Draft) => void this.world.drafts.set(one.id, fixed(one))
  removeDraft = (id: string) => void this.world.drafts.delete(id)
  saveVisit = (one: Visit) => void this.world.visits.set(one.hash, fixed(one))
  removeVisit = (hash: string) => void this.world.visits.delete(hash)
  saveEntry<K extends keyof Registers>(register: K, entry: Registers[K]): void {
    const all = this.world.registers.get(register) ?? new Map<string, Entry>()
    this.world.registers.set(register, all.set(entry.id, fixed(entry)))
    if (register === 'destructions') this.world.used.add((entry as Registers['destructions']).caseNumber)
    if (register === 'imports') for (const number of (entry as Registers['imports']).cases) this.world.used.add(number)
  }
  removeEntry = (register: keyof Registers, id: string) => void this.world.registers.get(register)?.delete(id)
  eraseCase(number: string): void {
    const found = this.world.cases.get(number)
    if (found && !this.wrong.erasure) this.world.kept.push(fixed(summaries.keptFacts(this.factsOf(found))))
    this.removeCase(number)
  }
  removeCase(number: string): void {
    this.mustSeeAll()
    this.#destroyed.add(number)
    this.world.cases.delete(number)
    for (const session of this.attending(number)) {
      const attendees = session.attendees.filter(({ caseNumber }) => caseNumber !== number)
      if (attendees.length > 0) this.world.sessions.set(session.id, { ...session, attendees })
      else this.world.sessions.delete(session.id)
    }
    for (const { id, owner } of [...this.world.drafts.values()]) if (owner === number) this.world.drafts.delete(id)
    for (const register of ['notices', 'messages', 'alarms'] as const)
      for (const [id, entry] of [...(this.world.registers.get(register) ?? [])])
        if ((entry as { caseNumber?: string }).caseNumber === number) this.world.registers.get(register)!.delete(id)
    const absences = this.world.registers.get('absences') as Map<string, Registers['absences']> | undefined
    for (const [id, one] of absences ?? [])
      absences!.set(id, { ...one, cases: one.cases.filter((other) => other !== number) })
  }
  nextCaseNumber = async (year: number) => this.#next(String(year), 4)
  nextSessionId = async (on: string) => this.#next(on, 2)
  #next(group: string, digits: number): string {
    const highest = Math.max(0, ...withIn([...this.world.used, ...this.#given], group))
    const id = `${group}-${String(highest + 1).padStart(digits, '0')}`
    this.#given.push(id)
    return id
  }
}
