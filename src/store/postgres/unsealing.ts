import type { Summaries } from '../store.ts'
import type { Queries } from './queries.ts'
import type { Remembered } from './remembered.ts'
import type { Vault } from './vault.ts'

export interface Means {
  vault: Vault
  remembered: Remembered
  summaries: Summaries
}

/** A sealed record as it lies in the database. */
export interface Sealed {
  path: string
  changed: string
  body: string
}

/** How many sealed rows or facts are fetched at once. */
const atOnce = 500

/** A case in a list, and the change that wrote it last. */
export interface Place {
  number: string
  changed: string
}

/** Opens what comes sealed from the database; what was opened lately is not opened again. */
export class Unsealing {
  readonly #from: Queries
  readonly #means: Means
  readonly #settled: boolean

  /** `settled`: what is read may be remembered; not what a change under way wrote itself */
  constructor(from: Queries, means: Means, settled: boolean) {
    this.#from = from
    this.#means = means
    this.#settled = settled
  }

  /** Rows or facts of cases, in the order of these places. What is not remembered is fetched and unsealed. */
  async opened<T>(what: 'row' | 'facts', places: Place[]): Promise<T[]> {
    const { remembered, vault } = this.#means
    const found = new Map<string, string>()
    const missing: string[] = []
    for (const { number, changed } of places) {
      const text = remembered.get(`${what}/${number}`, changed)
      if (text === undefined) missing.push(number)
      else found.set(number, text)
    }
    for (let at = 0; at < missing.length; at += atOnce) {
      const some = await this.#from.rows<Place & { body: string; wrapped: string }>(
        `select number, changed, ${what} as body, wrapped from cases join keys using (number) where number = any($1)`,
        [missing.slice(at, at + atOnce)],
      )
      await Promise.all(
        some.map(async ({ number, changed, body, wrapped }) => {
          const path = `${what}/${number}`
          const text = JSON.stringify(await vault.open(path, body, await vault.keyOf(number, wrapped)))
          if (this.#settled) remembered.put(path, changed, text)
          found.set(number, text)
        }),
      )
    }
    return places.flatMap(({ number }) => {
      const text = found.get(number)
      return text === undefined ? [] : [JSON.parse(text) as T]
    })
  }

  async unsealed<T>(all: Sealed[]): Promise<T[]> {
    const { remembered, vault } = this.#means
    return Promise.all(
      all.map(async ({ path, changed, body }) => {
        const known = remembered.get(path, changed)
        if (known !== undefined) return JSON.parse(known)
        const value = await vault.open<T>(path, body)
        if (this.#settled) remembered.put(path, changed, JSON.stringify(value))
        return value
      }),
    )
  }
}
