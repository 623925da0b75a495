import { createHash } from 'node:crypto'
import { done } from '../../src/result.ts'
import type { TestHouse } from './house.ts'
import { cast } from './samples.ts'

/*
 * Requests made by hand, for what no browser of ours would send. Whoever is signed in here carries a cookie that is
 * simply their id.
 */

const origin = 'https://saegil.test'
export const ownPage = { Origin: origin, 'Sec-Fetch-Site': 'same-origin' }
export const asForm = { 'Content-Type': 'application/x-www-form-urlencoded' }

/** Signs everybody of the cast in, or in again. */
export async function signedIn({ store, clock }: TestHouse): Promise<void> {
  const at = clock.now()
  await store.change((view) => {
    for (const { id } of cast) {
      const hash = createHash('sha256').update(id).digest('base64url')
      view.saveVisit({ hash, personId: id, startedAt: at, seenAt: at, factorAt: at })
    }
    return done(undefined)
  })
}

/** The token that a page shown to this cookie's browser holds. */
export const tokenOf = (secret: string): string => createHash('sha256').update(`token ${secret}`).digest('base64url')

/** Asks as one of the cast, or as nobody when `who` is undefined. Redirects are not followed. */
export async function ask(
  { site }: Pick<TestHouse, 'site'>,
  who: string | undefined,
  method: string,
  path: string,
  { headers = ownPage, body, from }: { headers?: Record<string, string>; body?: BodyInit; from?: string } = {},
): Promise<Response> {
  const cookie = { Cookie: who === undefined ? '__Host-guest=nobody' : `__Host-visit=${who}` }
  const token = { 'X-Token': tokenOf(who ?? 'nobody') }
  // as the Node adapter hands over who is at the other end
  const peer = from && { incoming: { socket: { remoteAddress: from } } }
  const more = body instanceof ReadableStream ? { duplex: 'half' } : {}
  const asked = { method, headers: { ...cookie, ...(method !== 'GET' && token), ...headers }, body, ...more }
  return site.request(origin + path, asked as RequestInit, peer)
}

export interface Door {
  method: string
  path: string
  deed: string
}

/** Every guarded route once, in the site's order. */
export function doorsOf({ site }: Pick<TestHouse, 'site'>): Door[] {
  const doors = site.routes.flatMap(({ method, path, handler }) => {
    const { deed } = handler as { deed?: string }
    return deed === undefined ? [] : [{ method, path, deed }]
  })
  return doors.filter(
    (one, at) => doors.findIndex(({ method, path }) => one.method === method && one.path === path) === at,
  )
}

/** A path with its parameters filled in: `with_` by name, the rest with what fits their pattern. */
export const filledIn = (path: string, values: Record<string, string>): string =>
  path.replace(/:(\w+)(\{[^/]*\})?/g, (_, name: string) => values[name] ?? '1')
