import type { MiddlewareHandler } from 'hono'
import { plusMinutes } from '../time/days.ts'
import { refusalPage } from './pages.ts'
import type { Ask, Site } from './site.ts'

/**
 * Stands behind the guard of routes that could be used to try things out: searches, by visit; openings of links, by
 * address. Schools share one address, so the latter is wide; a token cannot be guessed anyway. What is short enough to
 * be guessed by many addresses together is counted for the whole house. Each minute is counted by itself, by all
 * machines together, among what passes: a lost count gives nobody more than one further minute's worth.
 */
export function atMost(most: number, by: 'visit' | 'address' | 'house'): MiddlewareHandler<Site> {
  return async (c, next) => {
    const who = { visit: c.var.visit?.hash, address: c.var.from, house: 'house' }[by]
    const minute = c.var.here.now.slice(0, 16)
    const key = JSON.stringify(['rate', c.req.method, c.req.routePath, who ?? '', minute])
    if ((await c.var.house.store.passing.count(key, plusMinutes(`${minute}:00.000Z`, 1))) <= most) return next()
    c.header('Retry-After', '60')
    return refusalPage(c as Ask, 'too-many')
  }
}
