import type { Clock } from '../../time/clock.ts'
import type { Moment } from '../../time/days.ts'
import type { Passing } from '../../time/passing.ts'
import type { Queries } from './queries.ts'
import type { Vault } from './vault.ts'

/** In a table of its own that is in no journal, replica or backup of the database; sealed, and found by marks alone. */
export class PostgresPassing implements Passing {
  readonly #on: Queries
  readonly #vault: Vault
  readonly #clock: Clock

  constructor(on: Queries, vault: Vault, clock: Clock) {
    this.#on = on
    this.#vault = vault
    this.#clock = clock
  }

  async count(key: string, until: Moment): Promise<number> {
    await this.#sweep()
    const [found] = await this.#on.rows<{ times: number }>(
      `insert into passing (key, until) values ($1, $2)
        on conflict (key) do update set until = excluded.until,
          times = case when passing.until > $3 then passing.times else 0 end + 1 returning times`,
      [this.#mark(key), until, this.#clock.now()],
    )
    return found?.times ?? 1
  }

  async keep(key: string, value: unknown, until: Moment): Promise<void> {
    await this.#sweep()
    const mark = this.#mark(key)
    await this.#on.rows(
      `insert into passing (key, until, body) values ($1, $2, $3)
        on conflict (key) do update set until = excluded.until, times = 1, body = excluded.body`,
      [mark, until, await this.#vault.seal(`passing/${mark}`, value)],
    )
  }

  async kept<T>(key: string): Promise<T | undefined> {
    const mark = this.#mark(key)
    const [found] = await this.#on.rows<{ body: string | null }>(
      'select body from passing where key = $1 and until > $2',
      [mark, this.#clock.now()],
    )
    return found?.body ? this.#vault.open<T>(`passing/${mark}`, found.body) : undefined
  }

  async keepBytes(key: string, bytes: Uint8Array, until: Moment): Promise<void> {
    await this.keep(key, Buffer.from(bytes).toString('base64'), until)
  }

  async keptBytes(key: string): Promise<Uint8Array | undefined> {
    const text = await this.kept<string>(key)
    return text === undefined ? undefined : Buffer.from(text, 'base64')
  }

  async drop(key: string): Promise<void> {
    await this.#on.rows('delete from passing where key = $1', [this.#mark(key)])
  }

  #mark = (key: string): string => this.#vault.mark('passing', 'key', key)

  /** What is over goes when something else comes; rows that another server is just removing are left to it. */
  async #sweep(): Promise<void> {
    await this.#on.rows(
      'delete from passing where key in (select key from passing where until <= $1 for update skip locked)',
      [this.#clock.now()],
    )
  }
}
