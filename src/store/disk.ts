// Over 150 lines because every step by which the store reaches its disk stands here, with what its failure means.
import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync, statSync, writeSync } from 'node:fs'
import * as fsp from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { reserve } from './paths.ts'
import { StoreRefusal } from './refusal.ts'

/** The calls to the file system that the store makes: a test hands in its own to watch them or to make them fail. */
export type Files = Pick<typeof fsp, 'open' | 'rename' | 'unlink' | 'mkdir' | 'readdir' | 'readFile'> & {
  /** without it, the handle's own */
  append?: (file: fsp.FileHandle, text: string) => Promise<void>
}

const own: Files = {
  ...fsp,
  // a line or two, into memory: what takes its time is the sync after it
  append: async ({ fd }, text) => {
    for (let left = Buffer.from(text); left.length > 0; ) left = left.subarray(writeSync(fd, left))
  },
}
/**
 * While a house is served: a record is a few kilobytes, nearly always in the machine's memory, and to read it at once
 * takes a tenth of what it takes to wait for it in turn.
 */
const ownServing: Files = {
  ...own,
  readFile: (async (path: string, as: 'utf8') => readFileSync(path, as)) as typeof fsp.readFile,
}

/** A few blocks for each folder that a change has a name in. */
const reserveBytes = 48 * 1024
const temporary = /^\..+\.tmp$/

export const isTemporary = (name: string): boolean => temporary.test(name)
/** On the disk, or for this account. */
export const isNoRoom = (failure: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(codeOf(failure) ?? '')
export const codeOf = (failure: unknown): string | undefined => (failure as NodeJS.ErrnoException | undefined)?.code

/**
 * One data folder: paths in it, and steps that have reached the disk when they resolve.
 *
 * After a failed fsync nobody knows what the disk holds, and a second try may lie. So it stops writing for good,
 * until the server starts again and reads what is really there. A full disk is only reported.
 */
export class Disk {
  readonly dir: string
  #files: Files
  readonly #known = new Set<string>(['.'])
  #stopped: unknown
  #reserve: Promise<void> | undefined

  constructor(dir: string, files: Files = own) {
    this.dir = dir
    this.#files = files
  }

  /** The start is over, at which thousands of files were read side by side. */
  serve(): void {
    if (this.#files === own) this.#files = ownServing
  }

  /** Throws once writing has stopped. */
  mayWrite(): void {
    if (this.#stopped === undefined) return
    const message = `The disk under ${this.dir} failed, so nothing more is written. Check the disk and start again.`
    throw new StoreRefusal('stopped', message, this.#stopped)
  }

  stop(failure: unknown): void {
    this.#stopped ??= failure
  }

  /** A step after which, if it fails, the state of the disk is not known. */
  async must<T>(step: Promise<T>): Promise<T> {
    return step.catch((failure) => {
      this.stop(failure)
      throw failure
    })
  }

  /** A step that may fail and leave things as they were, on a full disk say; not when the disk itself failed. */
  async may<T>(step: Promise<T>): Promise<T> {
    return step.catch((failure) => {
      if (codeOf(failure) === 'EIO') this.stop(failure)
      throw failure
    })
  }

  /** A step that may find no room, and then has done nothing. */
  async mustUnlessFull<T>(step: Promise<T>): Promise<T> {
    return step.catch((failure) => {
      if (!isNoRoom(failure)) this.stop(failure)
      throw failure
    })
  }

  async read(path: string): Promise<string | undefined> {
    return this.#files.readFile(join(this.dir, path), 'utf8').catch((failure) => {
      if (codeOf(failure) === 'ENOENT') return undefined
      throw failure
    })
  }

  async names(folder: string): Promise<string[]> {
    return (await this.#files.readdir(join(this.dir, folder))).filter((name) => !isTemporary(name)).sort()
  }

  /** By what a file is known to be the very same: it is never written over. Undefined where there is none. */
  stamp(path: string): string | undefined {
    const found = statSync(join(this.dir, path), { bigint: true, throwIfNoEntry: false })
    return found && `${found.ino} ${found.size} ${found.mtimeNs}`
  }

  /** Writes a text to a new temporary file beside its place and waits until the disk has it. Returns its path. */
  async stage(path: string, text: string): Promise<string> {
    this.mayWrite()
    await this.folder(dirname(path))
    const temp = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`)
    const file = await this.may(this.#files.open(join(this.dir, temp), 'wx', 0o600))
    try {
      await this.may(file.writeFile(text))
      // some file systems find out only now that there is no room; nothing relies on this file yet
      await this.mustUnlessFull(file.sync())
    } catch (failure) {
      await file.close().catch(() => {})
      await this.drop(temp).catch(() => {})
      throw failure
    }
    await file.close()
    return temp
  }

  /** The rename on which all else depends. Where there is no room for the name, the file is gone and all is as it was. */
  async decide(temp: string, path: string): Promise<void> {
    await this.mustUnlessFull(this.#files.rename(join(this.dir, temp), join(this.dir, path))).catch(async (failure) => {
      if (isNoRoom(failure)) await this.drop(temp).catch(() => {})
      throw failure
    })
  }

  /**
   * Some room, kept for the names of changes that are decided: a name that is new may need a block in its folder, on a
   * disk that others have filled since. Throws, and nothing is written, where there is no room for it.
   */
  keepReserve(): Promise<void> {
    this.#reserve ??= this.#layReserve().catch((failure) => {
      this.#reserve = undefined
      throw failure
    })
    return this.#reserve
  }

  async #layReserve(): Promise<void> {
    if (this.stamp(reserve) !== undefined) return
    // letters of chance: a disk that packs what it is given cannot make them fewer
    const temp = await this.stage(reserve, randomBytes(reserveBytes).toString('base64url'))
    await this.decide(temp, reserve)
  }

  /** On the disk when it resolves, so that others may have the room. */
  async #giveReserve(): Promise<void> {
    this.#reserve = undefined
    await this.drop(reserve)
    await this.syncFolder('.')
  }

  /** Renames. Not on disk until its folder is synced. When done `again`, a file that is gone was renamed before. */
  async place(temp: string, path: string, again = false): Promise<void> {
    const renamed = async (left: number): Promise<void> => {
      await this.#files.rename(join(this.dir, temp), join(this.dir, path)).catch(async (failure) => {
        if (again && codeOf(failure) === 'ENOENT') return
        if (!isNoRoom(failure) || left === 0) throw failure
        await this.#giveReserve()
        // a disk may need a moment until what was given up is free
        await wait(20)
        await renamed(left - 1)
      })
    }
    await this.must(renamed(5))
  }

  async drop(path: string): Promise<void> {
    await this.#files.unlink(join(this.dir, path)).catch((failure) => {
      if (codeOf(failure) !== 'ENOENT') throw failure
    })
  }

  /** Waits until the names in a folder are on disk. */
  async syncFolder(folder: string): Promise<void> {
    const handle = await this.must(this.#files.open(join(this.dir, folder), 'r'))
    try {
      await this.must(handle.sync())
    } finally {
      await handle.close()
    }
  }

  /** Makes a folder, for its owner only, if it is not there. */
  async folder(path: string): Promise<void> {
    if (this.#known.has(path)) return
    await this.folder(dirname(path))
    await this.may(this.#files.mkdir(join(this.dir, path), { mode: 0o700 })).catch((failure) => {
      if (codeOf(failure) !== 'EEXIST') throw failure
    })
    await this.syncFolder(dirname(path))
    this.#known.add(path)
  }

  /** A file to append to, made for its owner only. */
  async appendTo(path: string): Promise<fsp.FileHandle> {
    await this.folder(dirname(path))
    const file = await this.may(this.#files.open(join(this.dir, path), 'a', 0o600))
    await this.syncFolder(dirname(path))
    return file
  }

  /** Adds to a file; some of it may stand there when it fails. */
  async append(file: fsp.FileHandle, text: string): Promise<void> {
    await this.may(this.#files.append ? this.#files.append(file, text) : file.appendFile(text))
  }

  /** Removes the temporary files that a sudden end left behind. */
  async sweep(folder: string): Promise<void> {
    const names = await this.#files.readdir(join(this.dir, folder))
    for (const name of names.filter(isTemporary)) await this.drop(join(folder, name))
  }
}
