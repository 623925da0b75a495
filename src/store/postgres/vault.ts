import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { caseKey } from '../paths.ts'
import { StoreRefusal } from '../refusal.ts'
import { seal, unseal } from '../seal.ts'
import { sealedFor } from './recovery.ts'

/**
 * Seals what goes to the database and opens what comes from it, with the code that seals files: cases each with a key
 * of their own, all else with the master key. Makes the marks by which sealed records are found again.
 */
export class Vault {
  readonly #master: Uint8Array
  readonly #index: Uint8Array
  /** keys of cases, unwrapped; a change that came to nothing may have made another for the same number */
  readonly #keys = new Map<string, { wrapped: string; key: Uint8Array }>()

  constructor(master: Uint8Array) {
    this.#master = master
    this.#index = new Uint8Array(hkdfSync('sha256', master, '', 'saegil blind index', 32))
  }

  /** A keyed hash: equal for equal values of one kind, and to whoever has not the key no more than that. */
  mark(kind: string, name: string, value: unknown): string {
    return createHmac('sha256', this.#index)
      .update(JSON.stringify([kind, name, value]))
      .digest('base64url')
      .slice(0, 22)
  }

  seal(path: string, value: unknown, key = this.#master): Promise<string> {
    return seal(path, value, key)
  }

  async open<T>(path: string, text: string, key = this.#master): Promise<T> {
    return unseal<T>(path, text, key).catch((failure: Error) => {
      throw unreadable(path, failure)
    })
  }

  /** The master key itself, sealed to a recovery key. */
  masterFor = (publicKey: string): Promise<string> => sealedFor(publicKey, this.#master)

  /** A key for a new case, and how it is kept. */
  async newKey(number: string): Promise<{ key: Uint8Array; wrapped: string }> {
    const key = randomBytes(32)
    return { key, wrapped: await seal(caseKey(number), key.toString('base64url'), this.#master, 'A256GCMKW') }
  }

  async keyOf(number: string, wrapped: string): Promise<Uint8Array> {
    const known = this.#keys.get(number)
    if (known?.wrapped === wrapped) return known.key
    const path = caseKey(number)
    const text = await unseal<string>(path, wrapped, this.#master, 'A256GCMKW').catch((failure: Error) => {
      throw unreadable(path, failure)
    })
    const key = Buffer.from(text, 'base64url')
    this.#keys.set(number, { wrapped, key })
    return key
  }

  /** Of a case that is destroyed. */
  forget(number: string): void {
    this.#keys.delete(number)
  }
}

const unreadable = (path: string, failure: Error): StoreRefusal =>
  new StoreRefusal(
    'record-unreadable',
    `${path} cannot be read (${failure.message}). Bring it back from the last backup.`,
    failure,
  )
