import type { Clock } from '../time/clock.ts'
import type { Moment } from '../time/days.ts'
import type { Passing } from './store.ts'

/** In this process's memory: it is the only one that serves its store. A restart forgets all of it. */
export class PassingMemory implements Passing {
  readonly #clock: Clock
  readonly #kept = new Map<string, { until: Moment; times: number; value?: unknown }>()

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

  async drop(key: string): Promise<void> {
    this.#kept.delete(key)
  }

  #get(key: string) {
    const found = this.#kept.get(key)
    return found && found.until > this.#clock.now() ? found : undefined
  }

  /** What is over goes when something else comes. */
  #put(key: string, kept: { until: Moment; times: number; value?: unknown }): void {
    const now = this.#clock.now()
    for (const [other, { until }] of this.#kept) if (until <= now) this.#kept.delete(other)
    this.#kept.set(key, kept)
  }
}
