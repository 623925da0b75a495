import { createHash } from 'node:crypto'

/*
 * What a store holds, in one form for every way of keeping: records under the paths that they have in a data folder,
 * the highest case number given in a year as `numbers/2026`, a line of the log as `log/17`. Always in the order of
 * `kinds`, and within a kind in that of their paths, so that two stores of equal contents have equal hashes.
 */

export interface Content {
  path: string
  value: unknown
}

/** Sessions come before cases, and registers before both: what a case is summed up by is there when it comes. */
export const kinds = [
  ...(['people', 'schools', 'rooms', 'settings', 'drafts', 'visits', 'registers'] as const),
  ...(['facts', 'diary', 'cases', 'numbers', 'log'] as const),
]
export type Kind = (typeof kinds)[number]

export const kindOf = ({ path }: Content): Kind => path.split(/[/.]/, 1)[0] as Kind

/** `2026-0042` of `cases/2026-0042.json`. */
export const nameIn = ({ path }: Content): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.json$/, '')

/** As JSON in one form: names in the order of their letters, nothing between. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`
}

/** How many of each kind there are: people, sessions and facts one by one, although they lie together. */
export type Counts = Partial<Record<Kind, number>>

/** The canonical hash of contents, which are added in their order. */
export class Digest {
  readonly #hash = createHash('sha256')
  readonly counts: Counts = {}

  add(content: Content): void {
    this.#hash.update(`${content.path}\n${canonical(content.value)}\n`)
    const kind = kindOf(content)
    this.counts[kind] = (this.counts[kind] ?? 0) + (Array.isArray(content.value) ? content.value.length : 1)
  }

  /** In hexadecimal. Nothing can be added after this. */
  end(): string {
    return this.#hash.digest('hex')
  }
}

/** A move that was begun and is not done: the canonical hash of what is being moved. */
export interface Moving {
  from: string
}

/** One side of a move: a store that nobody serves meanwhile. */
export interface Side {
  /** what it is called in a sentence; never with a password */
  name: string
  /** everything in it, read from where it lies and unsealed; little of it in memory at any time */
  contents(): AsyncIterable<Content>
  /** how many contents there are, about */
  size(): Promise<number>
  /** the move to this side that was begun and is not done */
  moving(): Promise<Moving | undefined>
  /** from now on no server opens it */
  begin(moving: Moving): Promise<void>
  /** Keeps contents of one kind, those before them being here. On disk when it resolves; what is here already stays. */
  take(contents: Content[]): Promise<void>
  /** a server may open it again */
  finish(): Promise<void>
  /** refuses when somebody else has opened it */
  mustBeAlone(): Promise<void>
}
