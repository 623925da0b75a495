import type { MiddlewareHandler } from 'hono'
import { refusalPage } from './pages.ts'
import type { Ask, Site } from './site.ts'

/**
 * How often something may be asked within a minute, counted by whoever asks. In memory: a restart forgets it, which
 * gives nobody more than one further minute's worth.
 */
export class Rates {
  #minute = ''
  readonly #counts = new Map<string, number>()

  /** Counts one more, and says whether that was too many. `minute` is the present one, `2026-11-22T01:00`. */
  isOver(key: string, most: number, minute: string): boolean {
    if (minute !== this.#minute) {
      this.#minute = minute
      this.#counts.clear()
    }
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    return count > most
  }
}

/**
 * Stands behind the guard of routes that could be used to try things out: searches, by visit; openings of links, by
 * address. Schools share one address, so the latter is wide; a token cannot be guessed anyway. What is short enough to
 * be guessed by many addresses together is counted for the whole house.
 */
export function atMost(most: number, by: 'visit' | 'address' | 'house'): MiddlewareHandler<Site> {
  return async (c, next) => {
    const who = { visit: c.var.visit?.hash, address: c.var.from, house: 'house' }[by]
    const key = `${c.req.method} ${c.req.routePath} ${who}`
    if (!c.var.rates.isOver(key, most, c.var.here.now.slice(0, 16))) return next()
    c.header('Retry-After', '60')
    return refusalPage(c as Ask, 'too-many')
  }
}
