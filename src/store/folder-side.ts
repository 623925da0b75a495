// Over 150 lines because it reads and writes each kind that lies in a data folder.
import { mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { Session } from '../casefile/session.ts'
import { finishPending } from './batch.ts'
import { type Content, kindOf, type Moving, nameIn, type Side } from './contents.ts'
import { Disk } from './disk.ts'
import type { Kept } from './entries.ts'
import { numbersIn, split } from './given.ts'
import { keyApart } from './key-file.ts'
import { KeyRing } from './key-ring.ts'
import { linesOf } from './lines.ts'
import { bodyOf } from './load-cases.ts'
import { lock } from './lock.ts'
import { entryIn, isLogFile } from './log-chain.ts'
import { lastEntry } from './log-end.ts'
import { knownMasterKey, masterKeyOf } from './master-key.ts'
import * as paths from './paths.ts'
import { Vault } from './postgres/vault.ts'
import { Records } from './records.ts'
import { StoreRefusal } from './refusal.ts'
import type { Summaries } from './store.ts'

export interface FolderPlace {
  dir: string
  keyFile: string
  summaries: Summaries
}

/** How many files are read at once. */
const atOnce = 16

/**
 * Has a data folder to itself while `act` runs. As a source it must be a store; as a target it is made if it is not
 * there. Refuses (StoreRefusal) when another process has it, and when the key is missing or another.
 */
export async function withFolder<T>(place: FolderPlace, as: 'source' | 'target', act: (side: Side) => Promise<T>) {
  const { dir, keyFile, summaries } = place
  await keyApart(dir, keyFile)
  if (as === 'source') await knownMasterKey(dir, keyFile)
  else await mkdir(dir, { recursive: true, mode: 0o700 })
  const folder = await realpath(dir)
  const held = await lock(folder)
  try {
    const disk = new Disk(folder)
    const master = as === 'source' ? await knownMasterKey(dir, keyFile) : await masterKeyOf(disk, keyFile)
    const keys = new KeyRing(master, disk)
    for (const path of paths.folders) await disk.folder(path)
    await finishPending(disk, keys)
    const months = (await disk.names('diary')).map((month) => join('diary', month))
    for (const path of ['.', ...paths.folders, ...months]) await disk.sweep(path)
    return await act(new FolderSide(dir, disk, new Records(disk, keys), new Vault(master), summaries))
  } finally {
    await held.release()
  }
}

class FolderSide implements Side {
  readonly name: string
  readonly #disk: Disk
  readonly #records: Records
  readonly #vault: Vault
  readonly #summaries: Summaries
  /** the highest case number of each year that what was taken tells of */
  readonly #told = new Map<string, number>()

  constructor(name: string, disk: Disk, records: Records, vault: Vault, summaries: Summaries) {
    this.name = name
    this.#disk = disk
    this.#records = records
    this.#vault = vault
    this.#summaries = summaries
  }

  moving = (): Promise<Moving | undefined> => this.#records.read<Moving>(paths.moving)
  begin = (moving: Moving): Promise<void> => this.#records.save(new Map([[paths.moving, moving]]))
  finish = (): Promise<void> => this.#records.save(new Map([[paths.moving, undefined]]))
  /** The lock sees to it. */
  mustBeAlone = async (): Promise<void> => {}

  async size(): Promise<number> {
    let count = 4
    for (const folder of ['drafts', 'visits', 'registers', 'facts', 'cases'])
      count += (await this.#disk.names(folder)).length
    for (const month of await this.#disk.names('diary')) count += (await this.#disk.names(`diary/${month}`)).length
    for await (const _ of this.#lines()) count++
    return count
  }

  async *contents(): AsyncIterable<Content> {
    const highest = new Map<string, number>()
    const given = (number: string) => higher(highest, number)
    for (const path of [paths.people, paths.schools, paths.rooms, paths.settings]) yield* this.#read([path])
    yield* this.#read(await this.#files('drafts'))
    yield* this.#read(await this.#files('visits'))
    for await (const content of this.#read(await this.#files('registers'))) {
      for (const number of numbersIn(content.value as Kept)) given(number)
      yield content
    }
    yield* this.#read(await this.#files('facts'))
    for (const month of await this.#disk.names('diary')) yield* this.#read(await this.#files(`diary/${month}`))
    for await (const content of this.#read(await this.#files('cases'))) {
      given(nameIn(content))
      yield content
    }
    for (const path of await this.#files('keys')) given(nameIn({ path, value: undefined }))
    for (const [year, value] of [...highest].sort()) yield { path: `numbers/${year}`, value }
    yield* this.#lines()
  }

  async take(contents: Content[]): Promise<void> {
    const kind = contents[0] && kindOf(contents[0])
    if (kind === 'log') return this.#takeLines(contents)
    if (kind === 'numbers') return this.#takeNumbers(contents)
    for (const content of contents) {
      const told = kind === 'registers' ? numbersIn(content.value as Kept) : kind === 'cases' ? [nameIn(content)] : []
      for (const number of told) higher(this.#told, number)
    }
    const missing: Content[] = []
    for (const one of contents) if ((await this.#disk.read(one.path)) === undefined) missing.push(one)
    if (missing.length > 0) await this.#records.save(new Map(missing.map(({ path, value }) => [path, value])))
  }

  /** A number whose case is gone, and of which nothing else tells, is kept as that of a case that never came to be. */
  async #takeNumbers(contents: Content[]): Promise<void> {
    for (const path of await this.#files('keys')) higher(this.#told, nameIn({ path, value: undefined }))
    for (const content of contents) {
      const [year, highest] = [nameIn(content), Number(content.value)]
      if ((this.#told.get(year) ?? 0) >= highest) continue
      const number = `${year}-${String(highest).padStart(4, '0')}`
      const { wrapped } = await this.#vault.newKey(number)
      const temp = await this.#disk.stage(paths.caseKey(number), wrapped)
      await this.#disk.place(temp, paths.caseKey(number))
      await this.#disk.syncFolder('keys')
    }
  }

  /** Each in the file of its month, or in that of the line before where the clock was set back. */
  async #takeLines(contents: Content[]): Promise<void> {
    const newest = (await this.#disk.names('log')).filter(isLogFile).at(-1)
    const end = newest === undefined ? undefined : await lastEntry(join(this.#disk.dir, 'log', newest))
    let month = newest?.slice(0, 7) ?? ''
    const texts = new Map<string, string>()
    for (const { value } of contents) {
      const entry = entryIn(String(value))
      if (!entry || entry.seq <= (end?.seq ?? 0)) continue
      if (entry.at.slice(0, 7) > month) month = entry.at.slice(0, 7)
      texts.set(month, `${texts.get(month) ?? ''}${value}\n`)
    }
    for (const [name, text] of texts) {
      const file = await this.#disk.appendTo(`log/${name}.jsonl`)
      try {
        await this.#disk.may(file.appendFile(text))
        await this.#disk.must(file.sync())
      } finally {
        await file.close()
      }
    }
  }

  #files = async (folder: string): Promise<string[]> =>
    (await this.#disk.names(folder)).filter((name) => name.endsWith('.json')).map((name) => `${folder}/${name}`)

  async *#read(all: string[]): AsyncIterable<Content> {
    for (let at = 0; at < all.length; at += atOnce) {
      const some = all.slice(at, at + atOnce)
      const values = await Promise.all(some.map((path) => this.#value(path)))
      for (const [nth, path] of some.entries()) {
        const value = values[nth]
        if (value !== undefined && !(Array.isArray(value) && value.length === 0)) yield { path, value }
      }
    }
  }

  async #value(path: string): Promise<unknown> {
    const content = { path, value: undefined }
    if (kindOf(content) === 'cases') return bodyOf(this.#records, nameIn(content), this.#summaries)
    const value = await this.#records.read<unknown>(path)
    return kindOf(content) === 'diary' ? (value as Session[]).sort((a, b) => (a.id < b.id ? -1 : 1)) : value
  }

  /** A last line that a power cut tore was never acknowledged. */
  async *#lines(): AsyncIterable<Content> {
    let seq = 0
    for (const name of (await this.#disk.names('log')).filter(isLogFile))
      for await (const { bytes, whole } of linesOf(join(this.#disk.dir, 'log', name))) {
        if (!whole) continue
        const line = bytes.toString('utf8')
        if (entryIn(line)?.seq !== ++seq)
          throw new StoreRefusal(
            'record-unreadable',
            `Entry ${seq} of the log does not stand in its place. See npm run log:verify.`,
          )
        yield { path: `log/${seq}`, value: line }
      }
  }
}

function higher(highest: Map<string, number>, number: string): void {
  const [year, n] = split(number)
  if (Number(n) > (highest.get(year) ?? 0)) highest.set(year, Number(n))
}
