import { createReadStream, readdirSync, statSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Moment } from '../time/days.ts'
import type { Checkpoints } from './checkpoints.ts'
import type { Disk } from './disk.ts'
import { beginning, type Chain, entryIn, isLogFile, lineOf } from './log-chain.ts'
import { lastEntry } from './log-end.ts'
import type { LogEntry, LoggedEntry } from './store.ts'

type Waiting = { entry: LogEntry; done: () => void; fail: (failure: unknown) => void }
/** The last entry, and the month that it lies in. */
type Last = Chain & { month: string; entry?: LoggedEntry }

/**
 * The log: lines appended to one file per month (UTC, of the entry; never a month before the last one written, so
 * that the files in their order are the chain in its order, also when the clock was set back). Entries that come
 * while others are being written share the next write and its fsync.
 */
export class Log {
  readonly #disk: Disk
  readonly #key: Uint8Array
  #last: Last
  #checkpoints: Checkpoints | undefined
  #file: { handle: FileHandle; month: string; length: number } | undefined
  #waiting: Waiting[] = []
  #writing: Promise<void> | undefined

  private constructor(disk: Disk, key: Uint8Array, last: Last) {
    this.#disk = disk
    this.#key = key
    this.#last = last
  }

  /** Goes on where the log ends. A last line that a power cut tore was never acknowledged, and is taken off. */
  static async open(disk: Disk, key: Uint8Array): Promise<Log> {
    const files = (await disk.names('log')).filter(isLogFile)
    for (const name of files.reverse()) {
      const entry = await lastEntry(join(disk.dir, 'log', name))
      if (entry) return new Log(disk, key, { seq: entry.seq, hash: entry.hash, month: name.slice(0, 7), entry })
    }
    return new Log(disk, key, { ...beginning, month: '' })
  }

  /** From now on each writing is noted in a second place. Waits until that place is up to date, or in trouble. */
  async checkpointTo(checkpoints: Checkpoints): Promise<void> {
    this.#checkpoints = checkpoints
    if (this.#last.entry) checkpoints.note(this.#last.entry)
    await checkpoints.settled()
  }

  append(entry: LogEntry): Promise<void> {
    return new Promise((done, fail) => {
      this.#waiting.push({ entry, done, fail })
      this.#writing ??= this.#write().finally(() => {
        this.#writing = undefined
      })
    })
  }

  /** Entries from a moment until before another, in the order in which they were written. */
  async *between(from: Moment, to: Moment): AsyncIterable<LoggedEntry> {
    const end = this.#last.seq
    // an entry never stands in a file before its own month, and in a later one only after the clock was set back
    const files = (await this.#disk.names('log')).filter(
      (file) => isLogFile(file) && file.slice(0, 7) >= from.slice(0, 7),
    )
    for (const name of files) {
      const input = createReadStream(join(this.#disk.dir, 'log', name))
      for await (const line of createInterface({ input })) {
        const entry = entryIn(line)
        if (entry && entry.seq <= end && entry.at >= from && entry.at < to) yield entry
      }
    }
  }

  /** Of each of its files the bytes that are acknowledged by now. Not async: nothing is written meanwhile. */
  lengths(): [name: string, length: number][] {
    const folder = join(this.#disk.dir, 'log')
    const lengthOf = (name: string) =>
      name === `${this.#file?.month}.jsonl` ? this.#file!.length : statSync(join(folder, name)).size
    return readdirSync(folder)
      .filter(isLogFile)
      .sort()
      .map((name) => [name, lengthOf(name)])
  }

  async close(): Promise<void> {
    await this.#writing
    await this.#file?.handle.close()
    this.#file = undefined
    await this.#checkpoints?.close()
  }

  async #write(): Promise<void> {
    // let everything that is being asked for now come along
    await new Promise(setImmediate)
    while (this.#waiting.length > 0) {
      const batch = this.#waiting
      this.#waiting = []
      try {
        await this.#put(batch)
        for (const { done } of batch) done()
      } catch (failure) {
        for (const { fail } of batch) fail(failure)
      }
    }
  }

  /** Entries of one batch go to one file: the month of its latest. */
  async #put(batch: Waiting[]): Promise<void> {
    this.#disk.mayWrite()
    const last = { ...this.#last }
    let text = ''
    for (const { entry } of batch) {
      if (entry.at.slice(0, 7) > last.month) last.month = entry.at.slice(0, 7)
      const { line, hash } = lineOf(entry, ++last.seq, last.hash, this.#key)
      last.hash = hash
      text += `${line}\n`
    }
    const file = await this.#fileOf(last.month)
    try {
      await this.#disk.append(file.handle, text)
    } catch (failure) {
      // half a line must not stand before the next one
      await this.#disk.must(file.handle.truncate(file.length))
      throw failure
    }
    await this.#disk.must(file.handle.sync())
    file.length += Buffer.byteLength(text)
    this.#last = last
    this.#checkpoints?.note({ seq: last.seq, hash: last.hash, at: batch.at(-1)!.entry.at })
  }

  async #fileOf(month: string): Promise<{ handle: FileHandle; length: number }> {
    if (this.#file?.month !== month) {
      await this.#file?.handle.close()
      this.#file = undefined
      const handle = await this.#disk.appendTo(`log/${month}.jsonl`)
      this.#file = { handle, month, length: (await handle.stat()).size }
    }
    return this.#file
  }
}
