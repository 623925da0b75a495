import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { PoolConfig } from 'pg'
import { ownFile } from '../../own-file.ts'
import { StoreRefusal } from '../refusal.ts'
import { Connections } from './connections.ts'
import type { Queries } from './queries.ts'
import { turns } from './turns.ts'

/*
 * The tables are made and changed by plain SQL, one file after the other, forward only. A server of the version before
 * goes on meanwhile, so a migration only adds: what is no longer used goes with a later one.
 */

export interface Migration {
  n: number
  name: string
  sql: string
}

const folder = ownFile('src/store/postgres/migrations/')

/** All that this version of the house knows, oldest first. */
export const migrations = (): Migration[] =>
  readdirSync(folder)
    .filter((file) => /^\d{4}-[\w-]+\.sql$/.test(file))
    .sort()
    .map((file) => ({ n: Number(file.slice(0, 4)), name: file, sql: readFileSync(new URL(file, folder), 'utf8') }))

export const hashOf = ({ sql }: Migration): string => createHash('sha256').update(sql).digest('hex')

/** Whom the tables are made for: neither can sign in by itself; the account that serves is a member of both. */
const groups = ['saegil_serve', 'saegil_school']
/** A migration does not stand in a queue in front of those who serve: it lets them pass and tries again. */
const lockMilliseconds = 1_000
const mostTries = 60

/**
 * Brings the tables up to date, as their owner; the names of the migrations that were made now. Refuses (StoreRefusal)
 * when a role is missing, or when a migration that was made once has another text now.
 */
export async function migrate(config: PoolConfig, known = migrations()): Promise<string[]> {
  const patient = { statement_timeout: 0, query_timeout: 0 }
  const connections = new Connections({ ...config, ...patient, max: 1, application_name: 'saegil migrate' })
  try {
    return await connections.on(async (on) => {
      await on.rows(`set lock_timeout = ${lockMilliseconds}`)
      await on.rows('set search_path = saegil')
      await groupsThere(on)
      await inTurn(on)
      await on.rows('create schema if not exists saegil')
      await on.rows(
        'create table if not exists migrations (n integer primary key, name text, hash text, at timestamptz default now())',
      )
      const made = new Map((await madeIn(on)).map((one) => [one.n, one]))
      const names: string[] = []
      for (const one of known) {
        const before = made.get(one.n)
        if (before && before.hash !== hashOf(one))
          throw new StoreRefusal(
            'not-migrated',
            `${one.name} is not as it was when it was made. It must not be changed.`,
          )
        if (before) continue
        await patiently(() => makeOne(on, one))
        names.push(one.name)
      }
      return names
    })
  } catch (failure) {
    // insufficient privilege
    if ((failure as { code?: string }).code !== '42501') throw failure
    throw new StoreRefusal(
      'not-migrated',
      `This account may not make or change tables here (${(failure as Error).message}). Give its owner in MIGRATE.`,
    )
  } finally {
    await connections.close()
  }
}

/** Refuses a database whose tables are older than this version of the house; newer ones do no harm. */
export async function mustBeMigrated(on: Queries, known = migrations()): Promise<void> {
  const made = await madeIn(on).catch((failure) => {
    // no such schema, no such table
    if (['3F000', '42P01'].includes((failure as { code?: string }).code ?? '')) return []
    throw failure
  })
  const missing = known.filter(({ n }) => !made.some((one) => one.n === n))
  if (missing[0]) throw new StoreRefusal('not-migrated', `The database lacks ${missing[0].name}. Run: npm run migrate`)
}

const madeIn = (on: Queries): Promise<{ n: number; hash: string }[]> => on.rows('select n, hash from migrations')

async function groupsThere(on: Queries): Promise<void> {
  const found = await on.rows<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [groups])
  const missing = groups.filter((group) => !found.some(({ rolname }) => rolname === group))
  if (missing.length === 0) return
  const making = missing.map((group) => `create role ${group} nologin;`).join(' ')
  throw new StoreRefusal(
    'not-migrated',
    `The database has no ${missing.join(', ')}. Its operator makes them: ${making}`,
  )
}

const inTurn = (on: Queries): Promise<unknown> =>
  patiently(() => on.rows('select pg_advisory_lock($1)', [turns.migrate]))

async function makeOne(on: Queries, one: Migration): Promise<void> {
  await on.rows('begin')
  try {
    await on.rows(one.sql)
    await on.rows('insert into migrations (n, name, hash) values ($1, $2, $3)', [one.n, one.name, hashOf(one)])
    await on.rows('commit')
  } catch (failure) {
    await on.rows('rollback')
    throw failure
  }
}

async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (let times = 1; ; times++) {
    try {
      return await act()
    } catch (failure) {
      const isLocked = (failure as { code?: string }).code === '55P03'
      if (!isLocked || times === mostTries) throw failure
      await new Promise((done) => setTimeout(done, lockMilliseconds))
    }
  }
}
