import type { Result } from '../../result.ts'
import type { Clock } from '../../time/clock.ts'
import type { Moment } from '../../time/days.ts'
import type { Passing } from '../../time/passing.ts'
import type { Checkpoints } from '../checkpoints.ts'
import type { Meter } from '../meter.ts'
import { StoreRefusal } from '../refusal.ts'
import { secretOf } from '../secret.ts'
import type { CheckpointTrouble, LogEntry, LoggedEntry, Store, View } from '../store.ts'
import { within } from '../within.ts'
import { ChangeView } from './change-view.ts'
import type { Connections, Speaker } from './connections.ts'
import { isConflict, seen } from './failures.ts'
import type { PostgresLog } from './log.ts'
import { PostgresPassing } from './passing.ts'
import type { Queries } from './queries.ts'
import { PostgresReading } from './reading.ts'
import { turns } from './turns.ts'
import type { Means } from './unsealing.ts'

export interface Parts {
  connections: Connections
  means: Means
  master: Uint8Array
  log: PostgresLog
  checkpoints?: Checkpoints
  meter?: Meter
  clock: Clock
  patience: number
}

/** How often a change that met others is decided anew; from the third time on only one of those at a time. */
const mostTries = 30
const alone = 2

/**
 * Two changes that read the same thing never both win. Whole tables are not read where an index will do, however small
 * they are: whoever reads a whole table meets everybody who writes to it.
 */
const beginChange = 'begin isolation level serializable; set local enable_seqscan = off'

/** A store that stands open on a database which other servers may use at the same time. */
export class PostgresStore extends PostgresReading implements Store {
  readonly passing: Passing
  readonly #parts: Parts
  readonly #speaker: Speaker

  constructor(parts: Parts, speaker: Speaker = {}) {
    super(speaker.school === undefined ? parts.connections : spokenFor(parts.connections, speaker), parts.means)
    this.#parts = parts
    this.#speaker = speaker
    this.passing = new PostgresPassing(parts.connections, parts.means.vault, parts.clock)
  }

  behind(schoolId: string): Store {
    return new PostgresStore(this.#parts, { school: schoolId })
  }

  /** A decision that met another change is made anew, so it must not do anything but decide. */
  async change<T>(decide: (view: View) => Promise<Result<T>> | Result<T>): Promise<Result<T>> {
    const { connections, meter } = this.#parts
    connections.mustBeOpen()
    for (let times = 1; ; times++) {
      try {
        // those that met others again and again wait for one another
        const result = await this.#decide(decide, times > alone ? turns.change : undefined)
        meter?.changed(result.ok ? 'kept' : 'refused')
        return result
      } catch (failure) {
        if (!isConflict(failure)) throw seen(failure)
        if (times < mostTries) meter?.triedAnew()
        else {
          meter?.gaveUp()
          throw failure
        }
      }
    }
  }

  #decide<T>(decide: (view: View) => Promise<Result<T>> | Result<T>, turn?: number): Promise<Result<T>> {
    const { connections, means, patience } = this.#parts
    const how = { ...this.#speaker, ...(turn !== undefined && { turn }) }
    return connections.within(beginChange, how, async (on) => {
      const view = new ChangeView(on, means, this.#speaker.school)
      try {
        const result = await within(patience, (async () => decide(view))())
        if (result.ok) await view.finish()
        return { keep: result.ok, value: result }
      } finally {
        view.end()
      }
    })
  }

  async log(entry: LogEntry): Promise<void> {
    this.#parts.connections.mustBeOpen()
    await this.#parts.log.append(entry)
  }

  logged(from: Moment, to: Moment): AsyncIterable<LoggedEntry> {
    return this.#parts.log.between(from, to)
  }

  async checkpointTrouble(): Promise<CheckpointTrouble | undefined> {
    return this.#parts.checkpoints?.trouble()
  }

  secret(purpose: string): Uint8Array {
    return secretOf(this.#parts.master, purpose)
  }

  async ready(): Promise<void> {
    const [found] = await this.from.rows<{ replica: boolean }>('select pg_is_in_recovery() as replica')
    if (found?.replica !== false) throw new StoreRefusal('unavailable', 'The database is a replica: it keeps nothing.')
  }

  async close(): Promise<void> {
    await this.#parts.log.settled()
    await this.#parts.checkpoints?.close()
    await this.#parts.connections.close()
  }
}

/** Each statement in a transaction of its own, in which it is spoken for a school. */
const spokenFor = (connections: Connections, speaker: Speaker): Queries => ({
  rows: (text, values) =>
    connections.within('begin read only', speaker, async (on) => ({ keep: true, value: await on.rows(text, values) })),
})
