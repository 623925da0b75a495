import { createHash, type Hash } from 'node:crypto'

/** A piece of a file; pieces of the same file come one after another. */
export type Piece = [path: string, bytes: Buffer]
export type Listed = [path: string, length: number, hash: string]

/** How many bytes go in one line of a parcel. */
const most = 192 * 1_024

/** Lengths and hashes of the files whose pieces come by. */
export class Contents {
  readonly #done: Listed[] = []
  #open: { path: string; length: number; hash: Hash } | undefined

  add([path, bytes]: Piece): void {
    if (this.#open?.path !== path) {
      this.#close()
      this.#open = { path, length: 0, hash: createHash('sha256') }
    }
    this.#open.length += bytes.length
    this.#open.hash.update(bytes)
  }

  listed(): Listed[] {
    this.#close()
    return this.#done
  }

  #close(): void {
    if (this.#open) this.#done.push([this.#open.path, this.#open.length, this.#open.hash.digest('base64url')])
    this.#open = undefined
  }
}

/** Pieces gathered for a line each; what is too long for one is divided. */
export async function* inLines(pieces: AsyncIterable<Piece> | Iterable<Piece>): AsyncIterable<Piece[]> {
  let some: Piece[] = []
  let length = 0
  for await (const [path, bytes] of pieces) {
    for (let at = 0; at === 0 || at < bytes.length; at += most) {
      const part = bytes.subarray(at, at + most)
      if (length + part.length > most && some.length > 0) {
        yield some
        some = []
        length = 0
      }
      some.push([path, part])
      length += part.length
    }
  }
  if (some.length > 0) yield some
}
