import type { Moment } from '../../time/days.ts'
import type { Checkpoints } from '../checkpoints.ts'
import { beginning, entryIn, lineOf } from '../log-chain.ts'
import type { Meter } from '../meter.ts'
import type { LogEntry, LoggedEntry } from '../store.ts'
import type { Connections } from './connections.ts'
import { turns } from './turns.ts'

type Waiting = { entry: LogEntry; done: () => void; fail: (failure: unknown) => void }
type Line = { seq: string; line: string }

/** How many lines are read at once. */
const atOnce = 1_000

/** All wait for the one who adds: a server that falls silent while it does is waited for no longer than this. */
const beginAdding = 'begin isolation level read committed; set local idle_in_transaction_session_timeout = 5000'

/**
 * The log: a table to which lines are added, each with the hash of the one before. All servers add to one chain, one
 * after the other; entries that come while others are being written share the next writing.
 */
export class PostgresLog {
  readonly #connections: Connections
  readonly #key: Uint8Array
  readonly #checkpoints: Checkpoints | undefined
  readonly #meter: Meter | undefined
  #waiting: Waiting[] = []
  #writing: Promise<void> | undefined

  constructor(connections: Connections, key: Uint8Array, checkpoints?: Checkpoints, meter?: Meter) {
    this.#connections = connections
    this.#key = key
    this.#checkpoints = checkpoints
    this.#meter = meter
  }

  append(entry: LogEntry): Promise<void> {
    return new Promise((done, fail) => {
      this.#waiting.push({ entry, done, fail })
      this.#writing ??= this.#write().finally(() => {
        this.#writing = undefined
      })
    })
  }

  async *between(from: Moment, to: Moment): AsyncIterable<LoggedEntry> {
    let after = '0'
    for (;;) {
      const lines = await this.#connections.rows<Line>(
        'select seq, line from log where at >= $1 and at < $2 and seq > $3 order by seq limit $4',
        [from, to, after, atOnce],
      )
      for (const { line } of lines) {
        const entry = entryIn(line)
        if (entry) yield entry
      }
      const last = lines.at(-1)
      if (!last || lines.length < atOnce) return
      after = last.seq
    }
  }

  async settled(): Promise<void> {
    await this.#writing
  }

  async #write(): Promise<void> {
    // let everything that is being asked for now come along
    await new Promise(setImmediate)
    while (this.#waiting.length > 0) {
      const batch = this.#waiting
      this.#waiting = []
      const ended = this.#meter?.logging()
      try {
        await this.#put(batch.map(({ entry }) => entry))
        ended?.(batch.length, true)
        for (const { done } of batch) done()
      } catch (failure) {
        ended?.(batch.length, false)
        for (const { fail } of batch) fail(failure)
      }
    }
  }

  async #put(entries: LogEntry[]): Promise<void> {
    const last = await this.#connections.within(beginAdding, {}, async (on) => {
      // held until the commit is on disk, so that nobody goes on from a line that is lost
      await on.rows('select pg_advisory_xact_lock($1)', [turns.log])
      const [end] = await on.rows<Line>('select seq, line from log order by seq desc limit 1')
      let { seq, hash } = end ? (entryIn(end.line) ?? beginning) : beginning
      const lines = entries.map((entry) => {
        const made = lineOf(entry, ++seq, hash, this.#key)
        hash = made.hash
        return { seq, at: entry.at, line: made.line }
      })
      await on.rows('insert into log (seq, at, line) select * from unnest($1::bigint[], $2::text[], $3::text[])', [
        lines.map((one) => one.seq),
        lines.map((one) => one.at),
        lines.map((one) => one.line),
      ])
      return { keep: true, value: { seq, hash, at: entries.at(-1)!.at } }
    })
    this.#checkpoints?.note(last)
  }
}
