import type { PoolConfig } from 'pg'
import type { Clock } from '../time/clock.ts'
import { Checkpoints } from './checkpoints.ts'
import { makeMasterKey, readMasterKey } from './key-file.ts'
import { entryIn, logKeyOf } from './log-chain.ts'
import type { Meter } from './meter.ts'
import * as paths from './paths.ts'
import { Connections } from './postgres/connections.ts'
import { PostgresLog } from './postgres/log.ts'
import { mustBeMigrated } from './postgres/migrate.ts'
import type { Queries } from './postgres/queries.ts'
import { Remembered } from './postgres/remembered.ts'
import { PostgresStore } from './postgres/store.ts'
import { Vault } from './postgres/vault.ts'
import { halfMoved, StoreRefusal } from './refusal.ts'
import { seal, unseal } from './seal.ts'
import type { Store, Summaries } from './store.ts'

export interface PostgresOptions {
  /** where the database is, and as whom it is served */
  connect: PoolConfig
  /** the master key, the same on every machine; made if the database is new */
  keyFile: string
  summaries: Summaries
  clock: Clock
  /** a folder in which this machine keeps signed checkpoints of the log */
  checkpoints?: string
  /** told once, in a sentence, when that folder fails */
  report?: (sentence: string) => void
  meter?: Meter
  /** how many milliseconds a decision may take */
  patience?: number
}

/**
 * The store in a PostgreSQL database, which several servers may use at the same time; sealed like the embedded one.
 * The driver is `pg`: it passes sealed texts and JSON as they are, and keeps one connection for one transaction in
 * plain sight. Refuses to start (StoreRefusal) when the database is not there or not migrated, or when the key is
 * missing, wrong or readable by others.
 */
export async function openPostgresStore(options: PostgresOptions): Promise<Store> {
  const { connect, keyFile, summaries, clock, checkpoints, meter, report = console.error, patience = 30_000 } = options
  const remembered = new Remembered()
  const connections = new Connections(connect, () => remembered.forgetAll())
  try {
    await mustBeMigrated(connections)
    await mustBeDurable(connections)
    const master = await masterKeyOf(connections, keyFile)
    const half = await connections.rows('select from records where path = $1', [paths.moving])
    if (half.length > 0) throw halfMoved('The database')
    const second = checkpoints === undefined ? undefined : new Checkpoints(checkpoints, master, report)
    const log = new PostgresLog(connections, logKeyOf(master), second, meter)
    if (second) await noteEnd(connections, second)
    meter?.connections(connections.load)
    const means = { vault: new Vault(master), remembered, summaries }
    return new PostgresStore({
      connections,
      means,
      master,
      log,
      clock,
      patience,
      ...(second && { checkpoints: second }),
      ...(meter && { meter }),
    })
  } catch (failure) {
    await connections.close()
    throw failure
  }
}

/** What a change that resolved has kept would not survive a power cut where one of these is off. */
const durable = ['fsync', 'full_page_writes', 'synchronous_commit']

async function mustBeDurable(on: Queries): Promise<void> {
  const off = await on.rows<{ name: string }>("select name from pg_settings where name = any($1) and setting = 'off'", [
    durable,
  ])
  if (!off[0]) return
  const names = off.map(({ name }) => name).join(', ')
  throw new StoreRefusal(
    'not-durable',
    `The database may lose what it has acknowledged: ${names} is off. Switch it on.`,
  )
}

/** Waits until the second place is up to date, or in trouble. */
async function noteEnd(on: Queries, second: Checkpoints): Promise<void> {
  const [end] = await on.rows<{ line: string }>('select line from log order by seq desc limit 1')
  const entry = end && entryIn(end.line)
  if (entry) second.note(entry)
  await second.settled()
}

/**
 * The key that opens this database; a new one for a new database. A known text is kept sealed with it, so that a wrong
 * key is noticed before anything is written; of two servers that begin at once, one finds that the other was first.
 */
export async function masterKeyOf(on: Queries, keyFile: string): Promise<Uint8Array> {
  const check = () => on.rows<{ body: string }>('select body from records where path = $1', [paths.check])
  const [known] = await check()
  const found = await readMasterKey(keyFile)
  if (!found && known)
    throw new StoreRefusal(
      'key-missing',
      `The database holds data, but its key ${keyFile} is not there. Bring it back.`,
    )
  const master = found ?? (await makeMasterKey(keyFile))
  if (!known)
    await on.rows("insert into records (path, kind, body) values ($1, 'check', $2) on conflict do nothing", [
      paths.check,
      await seal(paths.check, { store: 'saegil', version: 1 }, master),
    ])
  const [kept] = known ? [known] : await check()
  await unseal(paths.check, kept?.body ?? '', master).catch((failure) => {
    throw new StoreRefusal('wrong-key', `${keyFile} is not the key of this database. Nothing was changed.`, failure)
  })
  return master
}
