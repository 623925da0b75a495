import { type Adapter, Low } from 'lowdb'
import { Batch } from './batch.ts'
import type { Disk } from './disk.ts'
import { each } from './each.ts'
import type { KeyRing } from './key-ring.ts'
import { pending } from './paths.ts'
import { StoreRefusal } from './refusal.ts'

/**
 * lowdb's adapter for one record in one file: sealed, and written into a batch instead of over the old file.
 * lowdb's own adapter never syncs, and leaves its files readable.
 */
class SealedFile<T> implements Adapter<T> {
  readonly #path: string
  readonly #disk: Disk
  readonly #keys: KeyRing
  readonly #batch: Batch | undefined

  constructor(path: string, disk: Disk, keys: KeyRing, batch?: Batch) {
    this.#path = path
    this.#disk = disk
    this.#keys = keys
    this.#batch = batch
  }

  async read(): Promise<T | null> {
    const text = await this.#disk.read(this.#path)
    if (text === undefined) return null
    return this.#keys.unseal<T>(this.#path, text).catch(async (failure: Error) => {
      // destroyed meanwhile: its key goes first or last, and nothing is left of it
      if ((await this.#disk.read(this.#path)) === undefined) return null
      const message = `${this.#path} cannot be read (${failure.message}). Bring it back from the last backup.`
      throw new StoreRefusal('record-unreadable', message, failure)
    })
  }

  async write(data: T): Promise<void> {
    await this.#batch?.stage(this.#path, await this.#keys.seal(this.#path, data))
  }
}

/**
 * Records by path. Each reading and each writing has a lowdb of its own: lowdb shows what is being written before the
 * disk has it, so what readers see is kept elsewhere and changed afterwards.
 */
export class Records {
  readonly #disk: Disk
  readonly #keys: KeyRing
  /** the numbers under which changes keep what they are about to put in place */
  readonly #places = new Set<number>()

  constructor(disk: Disk, keys: KeyRing) {
    this.#disk = disk
    this.#keys = keys
  }

  /** Throws once writing has stopped. */
  mayWrite(): void {
    this.#disk.mayWrite()
  }

  async read<T>(path: string): Promise<T | undefined> {
    const low = new Low<T | null>(new SealedFile<T | null>(path, this.#disk, this.#keys), null)
    await low.read()
    return low.data ?? undefined
  }

  /** Saves all of them, or none; `undefined` removes. On disk when it resolves. */
  async save(values: ReadonlyMap<string, unknown>): Promise<void> {
    this.#disk.mayWrite()
    const batch = new Batch(this.#disk, this.#keys)
    let place = 1
    while (this.#places.has(place)) place++
    this.#places.add(place)
    try {
      await each(values, 8, async ([path, value]) => {
        if (value === undefined) batch.remove(path)
        else await new Low<unknown>(new SealedFile<unknown>(path, this.#disk, this.#keys, batch), value).write()
      })
      await batch.commit(pending(place))
      for (const [path, value] of values) if (value === undefined) this.#keys.forget(path)
    } catch (failure) {
      await batch.abandon()
      throw failure
    } finally {
      this.#places.delete(place)
    }
  }
}
