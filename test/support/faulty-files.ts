import * as fsp from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { Files } from '../../src/store/disk.ts'

export type Fault = 'EIO' | 'ENOSPC' | 'EIO for good' | 'ENOSPC for good' | 'power cut'

/**
 * The file system as a disk that can fail keeps it. Counts the calls that change something; from the one named, it
 * fails them, or loses its power: then all that was not synced is gone (of each folder by itself: `keeps` says which
 * folders the disk happened to write anyway), and nothing works any more.
 */
export class FaultyFiles {
  /** what was called, in order: `sync 2026-0001.json` */
  readonly calls: string[] = []
  /** the call to fail, counted from 1; none while 0 */
  at = 0
  fault: Fault = 'EIO'
  keeps: (folder: string) => boolean = () => false
  /** a disk that says it synced a folder and did not: what a test must be able to notice */
  forgetsFolders = false
  #dead = false
  /** how to take back what the disk may lose, by folder, newest last */
  #undo: { folder: string; run: () => Promise<void> }[] = []
  #unsynced = new Set<string>()

  readonly files: Files = {
    readFile: fsp.readFile,
    readdir: fsp.readdir,
    open: async (path, flags = 'r', mode) => {
      if (flags !== 'r') await this.#step('open', String(path))
      const isNew = flags !== 'r' && !(await exists(String(path)))
      const handle = await fsp.open(path, flags, mode)
      if (isNew) this.#later(String(path), () => fsp.rm(String(path), { force: true }))
      return this.#watched(handle, String(path), flags === 'r')
    },
    rename: async (from, to) => {
      await this.#step('rename', String(to))
      const before = await bytesOf(String(to))
      await fsp.rename(from, to)
      this.#later(String(to), async () => {
        await fsp.rename(to, from)
        if (before) await fsp.writeFile(to, before)
      })
    },
    unlink: async (path) => {
      await this.#step('unlink', String(path))
      const before = await bytesOf(String(path))
      await fsp.unlink(path)
      if (before) this.#later(String(path), () => fsp.writeFile(String(path), before))
    },
    mkdir: (async (path: string, options: object) => {
      await this.#step('mkdir', path)
      await fsp.mkdir(path, options)
      this.#later(path, () => fsp.rm(path, { recursive: true, force: true }))
    }) as typeof fsp.mkdir,
  }

  #watched(handle: fsp.FileHandle, path: string, isFolder: boolean): fsp.FileHandle {
    const write = (text: string) => async () => {
      this.#unsynced.add(path)
      const failure = await this.#step('write', path).catch((error) => error)
      // a disk that fills up takes the first half
      await handle.appendFile(failure ? text.slice(0, text.length / 2) : text)
      if (failure) throw failure
    }
    const sync = async () => {
      await this.#step(isFolder ? 'sync folder' : 'sync', path)
      if (!isFolder) this.#unsynced.delete(path)
      else if (!this.forgetsFolders) this.#undo = this.#undo.filter(({ folder }) => folder !== path)
    }
    return new Proxy(handle, {
      get: (target, key) => {
        if (key === 'writeFile' || key === 'appendFile') return (text: string) => write(text)()
        if (key === 'sync') return sync
        const value = Reflect.get(target, key, target)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  }

  async #step(name: string, path: string): Promise<void> {
    if (this.#dead) throw new Error('no power')
    this.calls.push(`${name} ${basename(path).replace(/^\.(.+)\.[\w-]{36}\.tmp$/, 'new $1')}`)
    const forGood = this.fault.endsWith('for good')
    if (this.at === 0 || (forGood ? this.calls.length < this.at : this.calls.length !== this.at)) return
    if (this.fault === 'power cut') return this.#cut()
    // a full disk still lets go of files, and syncs what it has
    if (this.fault.startsWith('ENOSPC') && !['open', 'write', 'mkdir'].includes(name)) return
    const code = this.fault.slice(0, this.fault.startsWith('EIO') ? 3 : 6)
    throw Object.assign(new Error(`${code} on purpose`), { code })
  }

  async #cut(): Promise<never> {
    this.#dead = true
    for (const path of this.#unsynced) await fsp.truncate(path, 3).catch(() => {})
    for (const { folder, run } of this.#undo.reverse()) if (!this.keeps(folder)) await run().catch(() => {})
    throw new Error('no power')
  }

  #later(path: string, run: () => Promise<void>): void {
    this.#undo.push({ folder: dirname(path), run })
  }
}

const bytesOf = (path: string) => fsp.readFile(path).catch(() => undefined)
const exists = async (path: string) => (await fsp.stat(path).catch(() => undefined)) !== undefined
