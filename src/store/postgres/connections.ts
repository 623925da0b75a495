import { Pool, type PoolClient, type PoolConfig } from 'pg'
import { StoreRefusal } from '../refusal.ts'
import { isUnavailable, seen } from './failures.ts'
import type { Queries } from './queries.ts'

/** Who a connection speaks for: the house, or the people of one school, who see its own cases alone. */
export interface Speaker {
  school?: string
}

const usual: PoolConfig = {
  application_name: 'saegil',
  options: '-c search_path=saegil',
  max: 10,
  connectionTimeoutMillis: 5_000,
  // kept, so that whoever moves a database sees that it is served
  idleTimeoutMillis: 0,
  keepAlive: true,
  // a statement, waiting for a lock, or a decision that hangs: each ends before the browser gives up
  statement_timeout: 20_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 60_000,
  // a machine that is off, or behind a line that is cut, ends nothing: then it is we who wait no longer
  query_timeout: 25_000,
}

/** A pool of connections to one database, and the transactions that run on them. */
export class Connections implements Queries {
  readonly #pool: Pool
  #closed = false

  /** `lost` is told whenever a connection ends that nobody here has ended. */
  constructor(config: PoolConfig, lost: () => void = () => {}) {
    this.#pool = new Pool({ ...usual, ...config })
    // a connection that is lost is made anew when it is needed; unheard, its end would be that of the process
    this.#pool.on('error', lost)
    this.#pool.on('connect', (client) => {
      client.on('error', lost)
    })
  }

  /** How many connections there are, how many of them nobody uses, and how many wait for one. */
  load = (): { all: number; idle: number; waiting: number } => ({
    all: this.#pool.totalCount,
    idle: this.#pool.idleCount,
    waiting: this.#pool.waitingCount,
  })

  async rows<R extends object>(text: string, values?: unknown[]): Promise<R[]> {
    this.mustBeOpen()
    try {
      return (await this.#pool.query<R & Record<string, unknown>>(text, values)).rows
    } catch (failure) {
      throw seen(failure)
    }
  }

  /** Runs `act` on one connection. A connection that failed, or is `spoilt`, is not used again. */
  async on<T>(act: (on: Connection) => Promise<T>): Promise<T> {
    this.mustBeOpen()
    const client = await this.#pool.connect().catch((failure) => {
      throw seen(failure)
    })
    const on = new Connection(client)
    try {
      return await act(on)
    } catch (failure) {
      if (isUnavailable(failure)) on.spoilt = true
      throw seen(failure)
    } finally {
      on.end()
      client.release(on.spoilt)
    }
  }

  /**
   * In one transaction: kept whole when `act` says so, and not at all when it says no or throws. `turn`: one of turns.ts,
   * to be waited for before anything is looked at.
   */
  async within<T>(
    begin: string,
    { school, turn }: Speaker & { turn?: number },
    act: (on: Connection) => Promise<{ keep: boolean; value: T }>,
  ): Promise<T> {
    return this.on(async (on) => {
      if (turn !== undefined) await on.rows('select pg_advisory_lock($1)', [turn])
      await on.rows(begin)
      try {
        if (school !== undefined) {
          await on.rows('set local role saegil_school')
          await on.rows("select set_config('saegil.school', $1, true)", [school])
        }
        const { keep, value } = await act(on)
        await on.rows(keep ? 'commit' : 'rollback')
        return value
      } catch (failure) {
        // a database that is gone undoes by itself; one that is silent would not hear of it
        if (isUnavailable(failure)) on.spoilt = true
        else
          await on.rows('rollback').catch(() => {
            on.spoilt = true
          })
        throw failure
      } finally {
        if (turn !== undefined && !on.spoilt)
          await on.rows('select pg_advisory_unlock($1)', [turn]).catch(() => {
            on.spoilt = true
          })
      }
    })
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#pool.end()
  }

  mustBeOpen(): void {
    if (this.#closed) throw new StoreRefusal('closed', 'The store is closed.')
  }
}

/** One connection: statements one after the other, also where several are asked for at once. */
export class Connection implements Queries {
  readonly #client: PoolClient
  #last: Promise<unknown> = Promise.resolve()
  #over = false
  spoilt = false

  constructor(client: PoolClient) {
    this.#client = client
  }

  rows<R extends object>(text: string, values?: unknown[]): Promise<R[]> {
    if (this.#over) return Promise.reject(new Error('this change is over: nothing more can be read in it'))
    const next = this.#last.then(async () => (await this.#client.query<R & Record<string, unknown>>(text, values)).rows)
    this.#last = next.catch(() => {})
    return next
  }

  /** Whoever still holds it asks in vain. */
  end(): void {
    this.#over = true
  }
}
