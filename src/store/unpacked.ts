import { type FileHandle, mkdir, open, readdir, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf } from './disk.ts'
import type { Piece } from './pieces.ts'

/** How many files may be waiting for the disk. */
const atOnce = 24

/** A folder into which the files of a backup are written again. */
export class Unpacked {
  readonly #folder: string
  readonly #made = new Set<string>()
  readonly #closing = new Set<Promise<void>>()
  #open: { path: string; file: FileHandle } | undefined
  #failure: unknown

  constructor(folder: string) {
    this.#folder = folder
  }

  async take([path, bytes]: Piece): Promise<void> {
    if (path === 'master') return
    if (this.#open?.path !== path) {
      await this.#close()
      await this.#folderOf(path)
      this.#open = { path, file: await open(join(this.#folder, path), 'wx', 0o600) }
    }
    await this.#open.file.appendFile(bytes)
  }

  /** All of it is on disk when it resolves. */
  async finish(): Promise<void> {
    await this.#close()
    await Promise.all(this.#closing)
    if (this.#failure) throw this.#failure
    for (const folder of [...this.#made, '.']) await this.sync(join(this.#folder, folder))
  }

  /** Removes the case files to which there is no key; their numbers. */
  async withoutKey(): Promise<string[]> {
    const numbers = async (folder: string) =>
      (await readdir(join(this.#folder, folder)).catch(none)).map((name) => name.slice(0, -'.json'.length))
    const keys = new Set(await numbers('keys'))
    const without = (await numbers('cases')).filter((number) => !keys.has(number))
    for (const number of without) await unlink(join(this.#folder, `cases/${number}.json`))
    return without
  }

  async sync(folder: string): Promise<void> {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  }

  /** Goes on while the disk takes it; a few at a time. */
  async #close(): Promise<void> {
    if (!this.#open) return
    const { file } = this.#open
    this.#open = undefined
    const closing = file
      .sync()
      .finally(() => file.close())
      .catch((failure) => {
        this.#failure ??= failure
      })
      .finally(() => this.#closing.delete(closing))
    this.#closing.add(closing)
    if (this.#closing.size >= atOnce) await Promise.race(this.#closing)
  }

  async #folderOf(path: string): Promise<void> {
    const folder = dirname(path)
    if (this.#made.has(folder)) return
    await mkdir(join(this.#folder, folder), { recursive: true, mode: 0o700 })
    this.#made.add(folder)
  }
}

const none = (failure: unknown): string[] => {
  if (codeOf(failure) === 'ENOENT') return []
  throw failure
}
