import type { Queries } from './queries.ts'

/** Lets a reading through when what waits to be written is written. */
export class Gate implements Queries {
  readonly #on: Queries
  before: () => Promise<void> = async () => {}

  constructor(on: Queries) {
    this.#on = on
  }

  async rows<R extends object>(text: string, values?: unknown[]): Promise<R[]> {
    await this.before()
    return this.#on.rows(text, values)
  }
}
