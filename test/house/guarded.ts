import type { Deed } from '../../src/people/may.ts'
import type { Finding } from './sources.ts'

/** What Hono tells of a route; `deed` is what only() wrote on its guard. */
export interface Route {
  method: string
  path: string
  handler: unknown
}

const deedOf = (handler: unknown): Deed | undefined => (handler as { deed?: Deed }).deed

/** Style, script and pictures are the same for everyone. */
const isAsset = ({ path }: Route): boolean => path === '/assets/:hash/:name'
/** Plumbing that every request passes, and that answers none. */
const isPlumbing = ({ method, path }: Route): boolean => method === 'ALL' && path === '/*'

/** Every route whose first handler is no guard, whose deed nobody knows, or that answers to more than GET and POST. */
export function unguarded(routes: Route[], deeds: string[]): Finding[] {
  const first = new Map<string, Route>()
  for (const route of routes.filter((one) => !isPlumbing(one) && !isAsset(one))) {
    const name = `${route.method} ${route.path}`
    if (!first.has(name)) first.set(name, route)
  }
  return [...first].flatMap(([name, { method, handler }]) => {
    const deed = deedOf(handler)
    if (method !== 'GET' && method !== 'POST') return [`${name}: pages answer to GET and POST only`]
    if (deed === undefined) return [`${name}: no only('…') stands before it`]
    return deeds.includes(deed) ? [] : [`${name}: may.ts does not know the deed '${deed}'`]
  })
}

/** Deeds in the table that stand on no route: a door that was taken out, or a guard that was forgotten. */
export const idleDeeds = (routes: Route[], deeds: string[], askedElsewhere: string): string[] => {
  const used = new Set<string | undefined>(routes.map(({ handler }) => deedOf(handler)))
  return deeds.filter((deed) => !used.has(deed) && !askedElsewhere.includes(`'${deed}'`))
}
