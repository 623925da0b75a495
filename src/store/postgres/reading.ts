// Over 150 lines because it is one short method for each thing that may be asked.
import type { CaseFile } from '../../casefile/casefile.ts'
import type { DataRow } from '../../casefile/data.ts'
import type { Facts, FactsChanged } from '../../casefile/facts.ts'
import type { Row } from '../../casefile/row.ts'
import type { Session } from '../../casefile/session.ts'
import type { Person, Room, School, Settings } from '../../people/person.ts'
import type { Edition, Registers } from '../../people/registers.ts'
import type { Moment } from '../../time/days.ts'
import type { Kept } from '../entries.ts'
import { foldedName, namesPart } from '../fitting.ts'
import { newestDraft, newestVisit, shuffled } from '../order.ts'
import * as paths from '../paths.ts'
import { foldedEmail } from '../state.ts'
import type { Draft, Page, Reader, RowFilter, Visit } from '../store.ts'
import { conditionsOf } from './filter.ts'
import type { Queries } from './queries.ts'
import { type Means, type Place, type Sealed, Unsealing } from './unsealing.ts'

/** Answers a reader's questions from the database; what was unsealed lately is not unsealed again. */
export class PostgresReading implements Reader {
  protected readonly means: Means
  protected readonly from: Queries
  protected readonly unsealing: Unsealing

  /** `settled`: what is read may be remembered; not what a change under way wrote itself */
  constructor(from: Queries, means: Means, settled = true) {
    this.from = from
    this.means = means
    this.unsealing = new Unsealing(from, means, settled)
  }

  async caseFile(number: string): Promise<CaseFile | undefined> {
    if (!paths.isCaseNumber(number)) return undefined
    const [found] = await this.from.rows<{ body: string; wrapped: string }>(
      'select body, wrapped from cases join keys using (number) where number = $1',
      [number],
    )
    return found && this.#caseIn(number, found)
  }

  async #caseIn(number: string, { body, wrapped }: { body: string; wrapped: string }): Promise<CaseFile> {
    const { vault, summaries } = this.means
    const key = await vault.keyOf(number, wrapped)
    return summaries.upgraded(await vault.open(paths.caseFile(number), body, key))
  }

  async rows(filter: RowFilter, page?: Page): Promise<{ rows: Row[]; total: number }> {
    const { where, values } = conditionsOf(filter, this.means.vault)
    const order = 'order by referred_on desc, number desc'
    const listed = `select number, changed from cases ${where} ${order}`
    const part = foldedName(filter.text ?? '')
    if (part !== '') {
      // a part of a name cannot be looked for in what is sealed
      const all = await this.unsealing.opened<Row>('row', await this.from.rows(listed, values))
      const fitting = all.filter((row) => namesPart(row, part))
      return { rows: fitting.slice(page?.from ?? 0, page && page.from + page.most), total: fitting.length }
    }
    const most = page && Number.isFinite(page.most) ? page.most : undefined
    if (!page) {
      const rows = await this.unsealing.opened<Row>('row', await this.from.rows(listed, values))
      return { rows, total: rows.length }
    }
    const [counted] = await this.from.rows<{ total: string }>(`select count(*) as total from cases ${where}`, values)
    const span = `offset ${Math.trunc(page.from)}${most === undefined ? '' : ` limit ${Math.trunc(most)}`}`
    const some = most === 0 ? [] : await this.from.rows<Place>(`${listed} ${span}`, values)
    return { rows: await this.unsealing.opened<Row>('row', some), total: Number(counted?.total ?? 0) }
  }

  async *facts(): AsyncIterable<Facts> {
    const places = shuffled(await this.from.rows<Place>('select number, changed from cases'))
    const kept = await this.#keptFacts()
    const facts = await this.unsealing.opened<Facts>('facts', places)
    yield* shuffled([...facts, ...kept])
  }

  async factsCut(): Promise<string> {
    // whatever changes makes the sum greater, also where another that began later was done earlier
    const sums = ['cases', 'kept_facts'].map((table) => `select count(*) as n, sum(changed) as sum from ${table}`)
    const found = await this.from.rows<{ n: string; sum: string | null }>(sums.join(' union all '))
    return [this.means.remembered.generation, ...found.map(({ n, sum }) => `${n}:${sum ?? 0}`)].join('-')
  }

  async factsSince(cut?: string): Promise<FactsChanged> {
    const now = await this.factsCut()
    if (now === cut) return { cut, whole: false, facts: [] }
    const all: Facts[] = []
    for await (const facts of this.facts()) all.push(facts)
    return { cut: now, whole: true, facts: all.map((facts, at) => [String(at), facts]) }
  }

  async *data(reader?: string): AsyncIterable<DataRow> {
    const cases = await this.from.rows<{ number: string }>('select number from cases')
    const kept = await this.#keptFacts()
    const editions = await this.entries('editions')
    for (const one of shuffled([...cases.map(({ number }) => number), ...kept])) {
      if (typeof one !== 'string') yield { facts: one }
      else {
        // looked at when its turn comes: it may have been restricted since, or erased
        const caseFile = await this.#caseFor(one, reader)
        if (caseFile) yield this.means.summaries.data(caseFile, await this.sessionsOf(one), editions)
      }
    }
  }

  async #caseFor(number: string, reader?: string): Promise<CaseFile | undefined> {
    const [found] = await this.from.rows<{ body: string; wrapped: string }>(
      `select body, wrapped from cases join keys using (number)
        where number = $1 and ($2::text is null or restricted_to is null or $2 = any(restricted_to))`,
      [number, reader ?? null],
    )
    return found && this.#caseIn(number, found)
  }

  async session(id: string): Promise<Session | undefined> {
    return paths.isSessionId(id) ? (await this.#sessions('where id = $1', [id]))[0] : undefined
  }

  async diary(from: Moment, to: Moment): Promise<Session[]> {
    return this.#sessions('where start_at >= $1 and start_at < $2', [from, to])
  }

  async sessionsOf(caseNumber: string): Promise<Session[]> {
    if (!paths.isCaseNumber(caseNumber)) return []
    return this.#sessions('where id in (select session_id from attendance where case_number = $1)', [caseNumber])
  }

  /** Earliest first. */
  async #sessions(where: string, values: unknown[]): Promise<Session[]> {
    const text = `select id as path, changed, body from sessions ${where} order by start_at, id`
    const found = await this.from.rows<Sealed>(text, values)
    return this.unsealing.unsealed<Session>(found.map((one) => ({ ...one, path: `sessions/${one.path}` })))
  }

  async person(id: string): Promise<Person | undefined> {
    return this.#one(paths.one('people', id))
  }

  async personByEmail(email: string): Promise<Person | undefined> {
    const mark = this.means.vault.mark('people', 'folded', foldedEmail(email))
    return (await this.#records<Person>('people', [mark])).at(-1)
  }

  people = (): Promise<Person[]> => this.#records('people')
  schools = (): Promise<School[]> => this.#records('schools')
  rooms = (): Promise<Room[]> => this.#records('rooms')
  settings = (): Promise<Settings | undefined> => this.#one(paths.settings)
  draft = (id: string): Promise<Draft | undefined> => this.#one(paths.draft(id))

  async drafts(owner?: string): Promise<Draft[]> {
    const marks = owner === undefined ? [] : [this.means.vault.mark('drafts', 'owner', owner)]
    const drafts = await this.#records<Draft>('drafts', marks)
    return drafts.sort(newestDraft)
  }

  visit = (hash: string): Promise<Visit | undefined> => this.#one(paths.visit(hash))

  async visitsOf(personId: string): Promise<Visit[]> {
    const visits = await this.#records<Visit>('visits', [this.means.vault.mark('visits', 'personId', personId)])
    return visits.sort(newestVisit)
  }

  async entry<K extends keyof Registers>(register: K, id: string): Promise<Registers[K] | undefined> {
    return (await this.#one<Kept>(paths.entry(register, id)))?.entry as Registers[K] | undefined
  }

  async entries<K extends keyof Registers>(register: K, like: Partial<Registers[K]> = {}): Promise<Registers[K][]> {
    const values = Object.entries(like)
    const marks = values.flatMap(([name, value]) =>
      value === undefined ? [] : [this.means.vault.mark(register, name, value)],
    )
    const kept = await this.#records<Kept>(`registers/${register}`, marks)
    return kept
      .map(({ entry }) => entry as Registers[K])
      .filter((entry) => values.every(([name, value]) => Object(entry)[name] === value))
  }

  protected editions = (): Promise<Edition[]> => this.entries('editions')

  async #one<T>(path: string): Promise<T | undefined> {
    const found = await this.from.rows<Sealed>('select path, changed, body from records where path = $1', [path])
    return (await this.unsealing.unsealed<T>(found))[0]
  }

  /** Of one kind, those that have all of these marks, in the order in which they came. */
  async #records<T>(kind: string, marks: string[] = []): Promise<T[]> {
    const marked = marks.length > 0 ? 'and marks @> $2' : ''
    const text = `select path, changed, body from records where kind = $1 ${marked} order by nth`
    return this.unsealing.unsealed<T>(await this.from.rows<Sealed>(text, marks.length > 0 ? [kind, marks] : [kind]))
  }

  async #keptFacts(): Promise<Facts[]> {
    const years = await this.from.rows<Sealed>('select year as path, changed, body from kept_facts')
    const texts = await this.unsealing.unsealed<string[]>(
      years.map((one) => ({ ...one, path: paths.keptFacts(one.path) })),
    )
    return texts.flat().map((text) => JSON.parse(text))
  }
}
