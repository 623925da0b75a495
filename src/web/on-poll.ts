import type { MiddlewareHandler } from 'hono'
import { type Deed, mightEver } from '../people/may.ts'
import { record } from './only.ts'
import type { Site } from './site.ts'

/**
 * The guard of what open pages ask by themselves. Whoever may not, or is not signed in any more, is answered with
 * nothing at all: no page is taken from under somebody's hands. Only an answer that shows something is a reading, and
 * in the log before it leaves; else every page that stands open would fill it.
 */
export function onPoll(deed: Deed): MiddlewareHandler<Site> & { deed: Deed } {
  const guard: MiddlewareHandler<Site> = async (c, next) => {
    c.set('guarded', true)
    if (!mightEver(c.var.person, deed)) return c.body(null, 204)
    await next()
    if (c.res.status !== 204) await record(c, deed, 'allowed')
    return undefined
  }
  return Object.assign(guard, { deed })
}
