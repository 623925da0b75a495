// Over 150 lines because everything that stands open with the store is used and closed in one place.
import type { Result } from '../result.ts'
import type { Clock } from '../time/clock.ts'
import type { Moment } from '../time/days.ts'
import type { Passing } from '../time/passing.ts'
import { ChangeView } from './change-view.ts'
import type { Checkpoints } from './checkpoints.ts'
import { bodyOf } from './load-cases.ts'
import type { Lock } from './lock.ts'
import type { Log } from './log.ts'
import { makeBackup } from './log-chain.ts'
import type { Meter } from './meter.ts'
import { PassingMemory } from './passing.ts'
import { Reading } from './reading.ts'
import type { Records } from './records.ts'
import { StoreRefusal } from './refusal.ts'
import { SchoolWall } from './school-wall.ts'
import { secretOf } from './secret.ts'
import { type Snapshot, takeSnapshot } from './snapshot.ts'
import { SnapshotDoor } from './snapshot-door.ts'
import type { State } from './state.ts'
import type { CheckpointTrouble, LogEntry, LoggedEntry, Store, Summaries, View } from './store.ts'
import { leastCases, type Summed } from './summed.ts'
import { within } from './within.ts'
import { Writings } from './writings.ts'

export interface Parts {
  /** the data folder */
  folder: string
  records: Records
  summed: Summed
  log: Log
  second?: Checkpoints
  summaries: Summaries
  lock: Lock
  meter?: Meter
  patience: number
  clock: Clock
}

/** What came of a decision, and when what it saved is on disk. */
interface Decided<T> {
  result: Result<T>
  written: Promise<void>
}

/** A store that stands open: its state in memory, its records and its log on disk. */
export class EmbeddedStore extends Reading implements Store {
  readonly passing: Passing
  readonly #parts: Parts
  readonly #master: Uint8Array
  readonly #door: SnapshotDoor
  readonly #writings: Writings
  readonly #later: NodeJS.Timeout
  #turn: Promise<unknown> = Promise.resolve()
  #closed = false

  constructor(state: State, parts: Parts, master: Uint8Array) {
    super(state, (number) => bodyOf(parts.records, number, parts.summaries), parts.summaries)
    this.#parts = parts
    this.#master = master
    this.passing = new PassingMemory(parts.clock)
    this.#writings = new Writings(parts.records, (touched) => parts.summed.staleBy(touched))
    this.#door = new SnapshotDoor(master, () => this.#snapshot())
    parts.lock.meet((socket) => this.#door.admit(socket))
    // what this start had to read from its files is at hand for the next one, even if the power goes
    this.#later = setTimeout(() => void this.#sumUp().catch(() => {}), 10_000).unref()
  }

  async change<T>(decide: (view: View) => Promise<Result<T>> | Result<T>): Promise<Result<T>> {
    const { result, written } = await this.#inTurn(() => this.#decide(decide))
    await written
    this.#parts.meter?.changed(result.ok ? 'kept' : 'refused')
    return result
  }

  async log(entry: LogEntry): Promise<void> {
    this.#mustBeOpen()
    const ended = this.#parts.meter?.logging()
    await this.#parts.log.append(entry).then(
      () => ended?.(1, true),
      (failure) => {
        ended?.(1, false)
        throw failure
      },
    )
  }

  logged(from: Moment, to: Moment): AsyncIterable<LoggedEntry> {
    return this.#parts.log.between(from, to)
  }

  async checkpointTrouble(): Promise<CheckpointTrouble | undefined> {
    return this.#parts.second?.trouble()
  }

  secret(purpose: string): Uint8Array {
    return secretOf(this.#master, purpose)
  }

  async ready(): Promise<void> {
    this.#mustBeOpen()
    this.#parts.records.mayWrite()
  }

  behind(schoolId: string): Store {
    return new SchoolWall(this, schoolId)
  }

  async close(): Promise<void> {
    if (this.#closed) return
    clearTimeout(this.#later)
    // a start that reads more is no reason not to end
    await this.#sumUp().catch(() => {})
    this.#closed = true
    await this.#turn
    await this.#writings.ended()
    await this.#parts.log.close()
    await this.#parts.lock.release()
    await this.#door.settled()
  }

  /** Keeps for the next start what is not kept as it is now, a part at a time between changes. */
  async #sumUp(): Promise<void> {
    const { summed } = this.#parts
    if (!summed.isStale || this.state.rows.page({}, { from: 0, most: 0 }).total < leastCases) return
    for (const [path, part] of summed.partsOf(this.state))
      await this.#inTurn(async () => {
        await this.#writings.ended()
        await summed.write(path, part, this.state)
      })
  }

  /** Between two changes, so that nothing is in it by half; the log says first that it was taken. */
  async #snapshot(): Promise<Snapshot> {
    const { clock, folder, log } = this.#parts
    await this.log({ at: clock.now(), deed: makeBackup, decision: 'allowed', status: 200 })
    return this.#inTurn(async () => {
      await this.#writings.ended()
      return takeSnapshot(folder, log.lengths())
    })
  }

  async #inTurn<T>(act: () => Promise<T>): Promise<T> {
    this.#mustBeOpen()
    const turn = this.#turn.then(act)
    this.#turn = turn.catch(() => {})
    return turn
  }

  /**
   * Decides, again where another change that is on its way to the disk has to do with it: once that one is over. Only
   * deciding is done in turn; changes that have nothing to do with one another do not wait for each other's disk.
   */
  async #decide<T>(decide: (view: View) => Promise<Result<T>> | Result<T>): Promise<Decided<T>> {
    const { records, summaries, patience } = this.#parts
    for (;;) {
      const view = new ChangeView(this.state, (number) => bodyOf(records, number, summaries), summaries)
      const { met, ...found } = await this.#writings.apart(view, async () => {
        const result = await within(patience, (async () => decide(view))())
        return { result, values: result.ok ? await view.records() : new Map<string, unknown>() }
      })
      view.end()
      if (met.length > 0) await Promise.allSettled(met)
      else if ('failure' in found) throw found.failure
      else return { result: found.result, written: this.#writings.begin(view, found.values) }
    }
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new StoreRefusal('closed', 'The store is closed.')
  }
}
