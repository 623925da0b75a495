import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import type { IntentSeal } from './batch.ts'
import type { Disk } from './disk.ts'
import { caseKey } from './paths.ts'
import { seal, unseal } from './seal.ts'

/**
 * Which key seals which record. Each case file has its own, kept wrapped by the master key in a file of its own:
 * destroy that file, and the case file is unreadable wherever copies of it lie. All else is under the master key.
 */
export class KeyRing implements IntentSeal {
  readonly #master: Uint8Array
  readonly #disk: Disk
  readonly #known = new Map<string, Uint8Array>()

  constructor(master: Uint8Array, disk: Disk) {
    this.#master = master
    this.#disk = disk
  }

  async seal(path: string, value: unknown): Promise<string> {
    const number = numberIn(path)
    const key = number ? ((await this.#caseKey(number)) ?? (await this.#newCaseKey(number))) : this.#master
    return seal(path, value, key)
  }

  async unseal<T>(path: string, text: string): Promise<T> {
    const number = numberIn(path)
    const key = number ? await this.#caseKey(number) : this.#master
    if (!key) throw new Error('its key is gone')
    return unseal(path, text, key)
  }

  /** A case whose key file is gone has no key in memory either. */
  forget(path: string): void {
    const number = /^keys\/(.+)\.json$/.exec(path)?.[1]
    if (number) this.#known.delete(number)
  }

  async #caseKey(number: string): Promise<Uint8Array | undefined> {
    const known = this.#known.get(number)
    if (known) return known
    const path = caseKey(number)
    const text = await this.#disk.read(path)
    if (text === undefined) return undefined
    const key = Buffer.from(await unseal<string>(path, text, this.#master, 'A256GCMKW'), 'base64url')
    this.#known.set(number, key)
    return key
  }

  /** On disk before the case file: a key without a case does no harm, a case without its key is lost. */
  async #newCaseKey(number: string): Promise<Uint8Array> {
    const path = caseKey(number)
    const key = randomBytes(32)
    const temp = await this.#disk.stage(path, await seal(path, key.toString('base64url'), this.#master, 'A256GCMKW'))
    await this.#disk.decide(temp, path)
    await this.#disk.syncFolder(dirname(path))
    this.#known.set(number, key)
    return key
  }
}

const numberIn = (path: string): string | undefined => /^cases\/(.+)\.json$/.exec(path)?.[1]
