import type { FileHandle } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { Files } from '../../src/store/disk.ts'

/** What a test decides of each call that changes something: a moment to wait, or a failure. */
export type Before = (call: 'open' | 'write' | 'sync' | 'rename' | 'unlink' | 'mkdir', path: string) => unknown

const failed = (code: string, path: string) => Object.assign(new Error(`${code}: ${path}`), { code })

/**
 * A file system in memory, as far as the store needs one: it costs next to nothing, and a test says how long each call
 * takes and which fails, so that the same seed gives the same order of everything.
 */
export class MemoryFiles {
  /** told of each call that changes something, before it does; may wait, and throw */
  before: Before | undefined
  readonly #folders = new Map<string, Map<string, { text: string }>>()

  /** A root that is there from the beginning. */
  constructor(root: string) {
    this.#folders.set(root, new Map())
  }

  readonly files: Files = {
    readFile: (async (path: string) => this.#file(path).text) as unknown as Files['readFile'],
    readdir: (async (path: string) => [
      ...this.#folder(path).keys(),
      ...this.#within(path),
    ]) as unknown as Files['readdir'],
    open: (async (path: string, flags = 'r') => {
      if (this.#folders.has(path)) return this.#handle(path, undefined)
      if (flags === 'r') return this.#handle(path, this.#file(path))
      await this.before?.('open', path)
      const names = this.#folder(dirname(path))
      const known = names.get(basename(path))
      if (known && flags === 'wx') throw failed('EEXIST', path)
      const file = known ?? { text: '' }
      names.set(basename(path), file)
      return this.#handle(path, file)
    }) as unknown as Files['open'],
    rename: (async (from: string, to: string) => {
      await this.before?.('rename', to)
      const file = this.#file(from)
      this.#folder(dirname(from)).delete(basename(from))
      this.#folder(dirname(to)).set(basename(to), file)
    }) as unknown as Files['rename'],
    unlink: (async (path: string) => {
      await this.before?.('unlink', path)
      this.#file(path)
      this.#folder(dirname(path)).delete(basename(path))
    }) as unknown as Files['unlink'],
    mkdir: (async (path: string) => {
      await this.before?.('mkdir', path)
      if (this.#folders.has(path)) throw failed('EEXIST', path)
      this.#folder(dirname(path))
      this.#folders.set(path, new Map())
    }) as unknown as Files['mkdir'],
  }

  #folder(path: string): Map<string, { text: string }> {
    const found = this.#folders.get(path)
    if (!found) throw failed('ENOENT', path)
    return found
  }

  #within(path: string): string[] {
    return [...this.#folders.keys()].filter((one) => one !== path && dirname(one) === path).map((one) => basename(one))
  }

  #file(path: string): { text: string } {
    const found = this.#folder(dirname(path)).get(basename(path))
    if (!found) throw failed('ENOENT', path)
    return found
  }

  #handle(path: string, file: { text: string } | undefined): FileHandle {
    const write = async (text: string) => {
      await this.before?.('write', path)
      if (file) file.text += text
    }
    return {
      writeFile: write,
      appendFile: write,
      sync: async () => void (await this.before?.('sync', path)),
      stat: async () => ({ size: Buffer.byteLength(file?.text ?? '') }),
      close: async () => {},
    } as unknown as FileHandle
  }
}
