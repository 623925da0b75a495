import { randomBytes } from 'node:crypto'
import { Client, type PoolConfig } from 'pg'
import { howToGet, postgresPrograms, startCluster } from '../../scripts/cluster.ts'
import { migrate } from '../../src/store/postgres/migrate.ts'

/*
 * A database for a test: on the server that DATABASE_URL names (as its superuser), or on one that is started for this
 * process where PostgreSQL's programs are there. Each is copied from a template whose tables were made by `migrate`.
 */

/** Undefined where no database can be had; then what needs one is skipped, and says so. */
export const databases: string | undefined =
  process.env.DATABASE_URL ?? (postgresPrograms() === undefined ? undefined : '')
if (databases === undefined) console.log(`SKIPPED ${howToGet}`)

let started: string | undefined

function server(): string {
  started ??= databases || startCluster().url
  return started
}

const password = 'only-in-tests'
let template: Promise<string> | undefined

export interface TestDatabase {
  /** as the account that serves */
  connect: PoolConfig
  /** as the account that owns the tables */
  owner: PoolConfig
  /** as superuser, past every wall */
  admin: string
}

/** A new database with all tables and nothing in them. */
export async function aDatabase(): Promise<TestDatabase> {
  template ??= makeTemplate()
  const name = `saegil_${randomBytes(6).toString('hex')}`
  await asked(server(), `create database ${name} owner saegil_test_owner template ${await template}`)
  return connectionsTo(name)
}

/** The same on a server of one's own. */
export async function aDatabaseOn(url: string): Promise<TestDatabase> {
  await makeRoles(url)
  const made = await madeOn(url)
  await migrate(made.owner)
  return made
}

/** A new database without any table. */
export async function anEmptyDatabase(): Promise<TestDatabase> {
  await makeRoles(server())
  return madeOn(server())
}

async function madeOn(on: string): Promise<TestDatabase> {
  const name = `saegil_${randomBytes(6).toString('hex')}`
  await asked(on, `create database ${name} owner saegil_test_owner`)
  return connectionsTo(name, on)
}

function connectionsTo(name: string, on = server()): TestDatabase {
  const as = (user?: string) => {
    const url = new URL(on)
    url.pathname = `/${name}`
    for (const [key, value] of user ? [['user', user] as const, ['password', password] as const] : [])
      url.searchParams.set(key, value)
    return url.href
  }
  return {
    connect: { connectionString: as('saegil_test') },
    owner: { connectionString: as('saegil_test_owner') },
    admin: as(),
  }
}

async function makeTemplate(): Promise<string> {
  await makeRoles(server())
  const name = `saegil_template_${randomBytes(6).toString('hex')}`
  await asked(server(), `create database ${name} owner saegil_test_owner`)
  await migrate(connectionsTo(name).owner)
  return name
}

/** The same for all processes that test on one server. */
const makeRoles = (on: string) =>
  asked(
    on,
    `do $$ begin
      perform pg_advisory_xact_lock(7233999);
      if not exists (select from pg_roles where rolname = 'saegil_serve') then create role saegil_serve nologin; end if;
      if not exists (select from pg_roles where rolname = 'saegil_school') then create role saegil_school nologin; end if;
      if not exists (select from pg_roles where rolname = 'saegil_test') then
        create role saegil_test login password '${password}' in role saegil_serve, saegil_school;
        create role saegil_test_owner login password '${password}';
      end if;
    end $$`,
  )

/** A database that nobody needs any more. */
export async function dropped(admin: string): Promise<void> {
  await asked(server(), `drop database if exists ${new URL(admin).pathname.slice(1)} with (force)`)
}

/** What the last of some statements gives. */
export async function asked(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const results = [await client.query(text)].flat()
    return results.at(-1)?.rows ?? []
  } finally {
    await client.end()
  }
}
