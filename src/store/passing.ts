import type { Clock } from '../time/clock.ts'
import type { Moment } from '../time/days.ts'
import type { Passing } from '../time/passing.ts'

/** In this process's memory: it is the only one that serves its store. A restart forgets all of it. */
export class PassingMemory implements Passing {
  readonly #clock: Clock
  readonly #kept = new Map<string, { until: Moment; times: number; value?: unknown }>()
  #sweptIn = ''

  constructor(clock: Clock) {
    this.#clock = clock
  }

  async count(key: string, until: Moment): Promise<number> {
    const times = (this.#get(key)?.times ?? 0) + 1
    this.#put(key, { until, times })
    return times
  }

  async keep(key: string, value: unknown, until: Moment): Promise<void> {
    this.#put(key, { until, times: 1, value })
  }

  async kept<T>(key: string): Promise<T | undefined> {
    return this.#get(key)?.value as T | undefined
  }

  /** Not copied: a file of many megabytes is in memory once. */
  async keepBytes(key: string, bytes: Uint8Array, until: Moment): Promise<void> {
    await this.keep(key, bytes, until)
  }

  async keptBytes(key: string): Promise<Uint8Array | undefined> {
    return this.kept<Uint8Array>(key)
  }

  async drop(key: string): Promise<void> {
    this.#kept.delete(key)
  }

  #get(key: string) {
    const found = this.#kept.get(key)
    return found && found.until > this.#clock.now() ? found : undefined
  }

  /** What is over goes when something else comes, looked for once a second. */
  #put(key: string, kept: { until: Moment; times: number; value?: unknown }): void {
    const now = this.#clock.now()
    const second = now.slice(0, '2026-11-22T01:00:00'.length)
    if (second !== this.#sweptIn)
      for (const [other, { until }] of this.#kept) if (until <= now) this.#kept.delete(other)
    this.#sweptIn = second
    this.#kept.set(key, kept)
  }
}
