import { Hono, type MiddlewareHandler } from 'hono'
import { type Deed, may } from '../people/may.ts'
import { isReady } from './ready.ts'
import type { Site } from './site.ts'

/**
 * The guard of what machines ask every few seconds, whether the store is there or not: it finds out nothing of who
 * asks, and writes nothing into the log. Only what anybody may ask stands behind it.
 */
function unrecorded(deed: Deed): MiddlewareHandler<Site> & { deed: Deed } {
  const guard: MiddlewareHandler<Site> = (c, next) =>
    may(undefined, deed) ? next() : Promise.resolve(c.body(null, 404))
  return Object.assign(guard, { deed })
}

/** Whether this process lives, and whether requests should be sent to it. Neither says why not. */
export const healthRoutes = new Hono<Site>()

healthRoutes.get('/health', unrecorded('ask whether the house stands'), (c) => c.json({ status: 'ok' }))

healthRoutes.get('/ready', unrecorded('ask whether the house stands'), async (c) => {
  const mayCome = !c.var.house.stopping?.() && (await isReady(c.var.store))
  return mayCome ? c.json({ status: 'ready' }) : c.json({ status: 'not ready' }, 503)
})
