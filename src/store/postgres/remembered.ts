/** How many letters are remembered at most: lists and figures of some 10,000 cases. */
const most = 30_000_000

/**
 * What was unsealed lately, by its path and the transaction that wrote it: the same two never stand for two contents,
 * so nothing here can be out of date, whichever server wrote. Texts, so that each reader gets its own copy.
 */
export class Remembered {
  readonly #texts = new Map<string, { changed: string; text: string }>()
  readonly #most: number
  #letters = 0
  /** grows each time when all was forgotten */
  generation = 0

  constructor(letters = most) {
    this.#most = letters
  }

  get(path: string, changed: string): string | undefined {
    const found = this.#texts.get(path)
    return found?.changed === changed ? found.text : undefined
  }

  put(path: string, changed: string, text: string): void {
    this.forget(path)
    this.#texts.set(path, { changed, text })
    this.#letters += text.length
    for (const oldest of this.#texts.keys()) {
      if (this.#letters <= this.#most) return
      this.forget(oldest)
    }
  }

  /** The database was gone: it may have been brought back as it stood before, and count its transactions anew. */
  forgetAll(): void {
    this.#texts.clear()
    this.#letters = 0
    this.generation++
  }

  forget(path: string): void {
    this.#letters -= this.#texts.get(path)?.text.length ?? 0
    this.#texts.delete(path)
  }
}
