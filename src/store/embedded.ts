import { chmod, mkdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Result } from '../result.ts'
import type { Clock } from '../time/clock.ts'
import type { Moment } from '../time/days.ts'
import { finishPending } from './batch.ts'
import { ChangeView } from './change-view.ts'
import { Disk, type Files } from './disk.ts'
import { keyApart } from './key-file.ts'
import { KeyRing } from './key-ring.ts'
import { bodyOf, load } from './load.ts'
import { lock } from './lock.ts'
import { Log } from './log.ts'
import { logKeyOf } from './log-chain.ts'
import { masterKeyOf } from './master-key.ts'
import * as paths from './paths.ts'
import { Reading } from './reading.ts'
import { Records } from './records.ts'
import { StoreRefusal } from './refusal.ts'
import type { State } from './state.ts'
import type { LogEntry, LoggedEntry, Store, Summaries, View } from './store.ts'

export interface EmbeddedOptions {
  /** the data folder; made if it is not there */
  dir: string
  /** the master key; made if the data folder is new. Outside the data folder. */
  keyFile: string
  summaries: Summaries
  clock: Clock
  /** how many milliseconds a decision may take */
  patience?: number
  /** other than Node's own in tests */
  files?: Files
}

/**
 * The store on one machine's disk: lowdb, one sealed file per record. Refuses to start (StoreRefusal) when another
 * process has the folder, when the key is missing, wrong, readable by others or in the folder, or when a record
 * cannot be read; then it has written nothing.
 */
export async function openEmbeddedStore(options: EmbeddedOptions): Promise<Store> {
  const { dir, keyFile, summaries, clock, files, patience = 30_000 } = options
  await keyApart(dir, keyFile)
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const folder = await realpath(dir)
  const unlock = await lock(folder)
  try {
    const disk = new Disk(folder, files)
    const master = await masterKeyOf(disk, keyFile)
    if (((await stat(folder)).mode & 0o077) !== 0) await chmod(folder, 0o700)
    const keys = new KeyRing(master, disk)
    for (const path of paths.folders) await disk.folder(path)
    await finishPending(disk, keys)
    const months = (await disk.names('diary')).map((month) => join('diary', month))
    for (const path of ['.', ...paths.folders, ...months]) await disk.sweep(path)
    const records = new Records(disk, keys)
    const state = await load(disk, records, summaries, clock.now())
    const log = await Log.open(disk, logKeyOf(master))
    return new EmbeddedStore(state, { records, log, summaries, unlock, patience })
  } catch (failure) {
    await unlock()
    throw failure
  }
}

interface Parts {
  records: Records
  log: Log
  summaries: Summaries
  unlock: () => Promise<void>
  patience: number
}

class EmbeddedStore extends Reading implements Store {
  readonly #parts: Parts
  #turn: Promise<unknown> = Promise.resolve()
  #closed = false

  constructor(state: State, parts: Parts) {
    super(state, (number) => bodyOf(parts.records, number, parts.summaries))
    this.#parts = parts
  }

  async change<T>(decide: (view: View) => Promise<Result<T>> | Result<T>): Promise<Result<T>> {
    this.#mustBeOpen()
    const turn = this.#turn.then(() => this.#decide(decide))
    this.#turn = turn.catch(() => {})
    return turn
  }

  async log(entry: LogEntry): Promise<void> {
    this.#mustBeOpen()
    await this.#parts.log.append(entry)
  }

  logged(from: Moment, to: Moment): AsyncIterable<LoggedEntry> {
    return this.#parts.log.between(from, to)
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#turn
    await this.#parts.log.close()
    await this.#parts.unlock()
  }

  async #decide<T>(decide: (view: View) => Promise<Result<T>> | Result<T>): Promise<Result<T>> {
    const { records, summaries, patience } = this.#parts
    const view = new ChangeView(this.state, (number) => bodyOf(records, number, summaries), summaries)
    try {
      const result = await within(patience, (async () => decide(view))())
      if (!result.ok) return result
      const values = await view.records()
      if (values.size > 0) await records.save(values)
      view.settle()
      return result
    } finally {
      view.end()
    }
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new StoreRefusal('closed', 'The store is closed.')
  }
}

/** Others wait for a decision: one that waits for them in turn (a change inside a change) must not wait for ever. */
async function within<T>(patience: number, decision: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('a decision took too long, so nothing of it was saved')), patience)
  })
  return Promise.race([decision, late]).finally(() => clearTimeout(timer))
}
