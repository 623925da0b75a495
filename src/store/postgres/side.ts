// Over 150 lines because it takes each kind of record that lies in a database.
import { DatabaseError, type PoolConfig } from 'pg'
import type { CaseFile } from '../../casefile/casefile.ts'
import type { Session } from '../../casefile/session.ts'
import type { Person, Room, School, Settings } from '../../people/person.ts'
import { type Content, kindOf, type Moving, nameIn, type Side } from '../contents.ts'
import type { Kept } from '../entries.ts'
import { entryIn } from '../log-chain.ts'
import * as paths from '../paths.ts'
import { masterKeyOf } from '../postgres.ts'
import { StoreRefusal } from '../refusal.ts'
import type { Draft, Summaries, Visit } from '../store.ts'
import { ChangeView } from './change-view.ts'
import { Connections } from './connections.ts'
import { Contents } from './contents.ts'
import { putCases, putSessions } from './many.ts'
import { mustBeMigrated } from './migrate.ts'
import type { Queries } from './queries.ts'
import { Remembered } from './remembered.ts'
import { turns } from './turns.ts'
import type { Means } from './unsealing.ts'
import { Vault } from './vault.ts'
import { Writing } from './writing.ts'

export interface DatabasePlace {
  connect: PoolConfig
  keyFile: string
  summaries: Summaries
}

/** How often, a second apart, one waits for a move that was broken off just now to be gone. */
const looks = 10

/**
 * Has a database to itself while `act` runs, on one connection: when that is lost, all ends. Refuses (StoreRefusal)
 * when a server or another move uses it, when it is not migrated, and when the key is missing or another.
 */
export async function withDatabase<T>(place: DatabasePlace, as: 'source' | 'target', act: (side: Side) => Promise<T>) {
  const { connect, keyFile, summaries } = place
  const connections = new Connections({ ...connect, max: 1, application_name: 'saegil move' })
  try {
    return await connections.on(async (on) => {
      await mustBeMigrated(on)
      const side = async () => {
        const means = { vault: new Vault(await masterKeyOf(on, keyFile)), remembered: new Remembered(), summaries }
        return new DatabaseSide(await nameOf(on), on, means)
      }
      await on.rows('set enable_seqscan = off')
      await inTurn(on)
      const isNew = (await on.rows('select from records where path = $1', [paths.check])).length === 0
      if (as === 'source' && isNew) throw new StoreRefusal('not-a-store', `${await nameOf(on)} holds no Saegil store.`)
      await alone(on)
      return await act(await side())
    })
  } finally {
    await connections.close()
  }
}

const nameOf = async (on: Queries): Promise<string> => {
  const [found] = await on.rows<{ name: string }>('select current_database() as name')
  return `The database ${found?.name}`
}

async function inTurn(on: Queries): Promise<void> {
  for (let look = 0; look < looks; look++) {
    const [found] = await on.rows<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [turns.move])
    if (found?.got) return
    await new Promise((done) => setTimeout(done, 1_000))
  }
  throw new StoreRefusal('in-use', `Another move uses ${await nameOf(on)} now. Wait until it is done.`)
}

/** A connection of a server that was stopped just now may still be there for a moment. */
async function alone(on: Queries): Promise<void> {
  for (let look = 0; look < 15; look++) {
    const [found] = await on.rows<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity
        where datname = current_database() and application_name = 'saegil' and pid <> pg_backend_pid()`,
    )
    if (found?.n === 0) return
    await new Promise((done) => setTimeout(done, 200))
  }
  throw new StoreRefusal('in-use', `${await nameOf(on)} is in use by a server. Stop every server on it first.`)
}

class DatabaseSide implements Side {
  readonly name: string
  readonly #on: Queries
  readonly #means: Means
  readonly #writing: Writing

  constructor(name: string, on: Queries, means: Means) {
    this.name = name
    this.#on = on
    this.#means = means
    this.#writing = new Writing(on, means)
  }

  async moving(): Promise<Moving | undefined> {
    const found = await this.#on.rows<{ body: string }>('select body from records where path = $1', [paths.moving])
    return found[0] && this.#means.vault.open(paths.moving, found[0].body)
  }

  begin = (moving: Moving): Promise<void> => this.#writing.record(paths.moving, 'moving', moving, {})
  mustBeAlone = (): Promise<void> => alone(this.#on)

  /** What comes from now on comes after what was moved. */
  async finish(): Promise<void> {
    const [end] = await this.#on.rows<{ last: string | null }>('select max(nth) as last from records')
    const [next] = await this.#on.rows<{ nth: string }>("select nextval('place') as nth")
    const behind = Number(end?.last ?? 0) - Number(next?.nth ?? 0)
    if (behind > 0) await this.#on.rows("select max(nextval('place')) from generate_series(1, $1)", [behind])
    await this.#writing.remove(paths.moving)
  }

  async size(): Promise<number> {
    const counts = ['records', 'kept_facts', 'cases', 'log'].map((table) => `(select count(*) from ${table})`)
    const days = '(select count(distinct left(id, 10)) from sessions)'
    const [found] = await this.#on.rows<{ n: number }>(`select (${[...counts, days].join(' + ')})::int as n`)
    return found?.n ?? 0
  }

  contents = (): AsyncIterable<Content> => new Contents(this.#on, this.#means).all()

  async take(contents: Content[]): Promise<void> {
    await this.#on.rows('begin')
    try {
      const kind = contents[0] && kindOf(contents[0])
      if (kind === 'log') await this.#takeLines(contents)
      else if (kind === 'diary') await this.#takeDays(contents)
      else if (kind === 'cases') await this.#takeCases(contents)
      else await this.#takeRecords(contents)
      await this.#on.rows('commit')
    } catch (failure) {
      await this.#on.rows('rollback').catch(() => {})
      throw twice(failure)
    }
  }

  async #takeLines(contents: Content[]): Promise<void> {
    const entries = contents.map(({ value }) => ({ line: String(value), entry: entryIn(String(value)) }))
    await this.#on.rows(
      `insert into log (seq, at, line) select * from unnest($1::bigint[], $2::text[], $3::text[])
        on conflict do nothing`,
      [entries.map(({ entry }) => entry?.seq), entries.map(({ entry }) => entry?.at), entries.map(({ line }) => line)],
    )
  }

  async #takeDays(contents: Content[]): Promise<void> {
    const sessions = contents.flatMap(({ value }) => value as Session[])
    const here = await this.#here(
      'sessions',
      'id',
      sessions.map(({ id }) => id),
    )
    const missing = sessions.filter(({ id }) => !here.has(id))
    if (missing.length > 0) await putSessions(this.#on, this.#means, missing)
  }

  async #takeCases(contents: Content[]): Promise<void> {
    const cases = contents.map(({ value }) => value as CaseFile)
    const numbers = cases.map(({ number }) => number)
    const here = await this.#here('cases', 'number', numbers)
    await putCases(
      this.#on,
      this.#means,
      cases.filter(({ number }) => !here.has(number)),
    )
  }

  async #takeRecords(contents: Content[]): Promise<void> {
    const view = new ChangeView(this.#on, this.#means)
    for (const content of contents) {
      const { path, value } = content
      const kind = kindOf(content)
      if (kind === 'people') for (const person of value as Person[]) view.savePerson(person)
      else if (kind === 'schools') for (const school of value as School[]) view.saveSchool(school)
      else if (kind === 'rooms') for (const room of value as Room[]) view.saveRoom(room)
      else if (kind === 'settings') view.saveSettings(value as Settings)
      else if (kind === 'drafts') view.saveDraft(value as Draft)
      else if (kind === 'visits') view.saveVisit(value as Visit)
      else if (kind === 'registers') {
        const { register, entry, nth } = value as Kept
        await this.#writing.entry(path, register, entry, nth)
      } else if (kind === 'facts') await this.#writing.keptFacts(nameIn(content), value as string[])
      else await this.#writing.given(`${nameIn(content)}-${value}`)
    }
    await view.finish()
  }

  async #here(table: 'cases' | 'sessions', key: string, names: string[]): Promise<Set<string>> {
    if (names.length === 0) return new Set()
    const found = await this.#on.rows<{ key: string }>(`select ${key} as key from ${table} where ${key} = any($1)`, [
      names,
    ])
    return new Set(found.map((one) => one.key))
  }
}

/** Two sessions that take the time of one person or room: the database holds none such. */
const twice = (failure: unknown): unknown =>
  failure instanceof DatabaseError && failure.constraint === 'nobody_twice'
    ? new StoreRefusal(
        'not-equal',
        `Two sessions are at the same time for one person or room, which a database does not keep: ${failure.detail}`,
        failure,
      )
    : failure
