import { isIP } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import { isLoopback } from '../ways.ts'
import type { Site } from './site.ts'

/** How requests come to this house; settled when it is started. Without one (in tests) every request is let in. */
export interface Entrance {
  /** served on this machine only: a request that asks for any other name was led here by a foreign page */
  loopbackOnly: boolean
  /** peers whose X-Forwarded-For and X-Forwarded-Proto are believed; nobody else's are */
  proxies: string[]
  /** this process seals what is sent itself; otherwise nobody but the proxies may speak to it from beyond */
  tls: boolean
}

/** Set by a proxy that asks another server where it is told 502: see docs/running.md. */
const passesOn = 'X-Pass-On'

/** Lets in what comes the way that was settled, and finds out from which address. */
export const entrance: MiddlewareHandler<Site> = async (c, next) => {
  const peer = plain(peerOf(c.env))
  const { loopbackOnly = false, proxies = [], tls = true } = c.var.house.entrance ?? {}
  const byProxy = proxies.includes(peer)
  c.set('from', byProxy ? clientOf(peer, c.req.header('X-Forwarded-For'), proxies) : peer)
  // told so by a page that is only read, the proxy asks another and sends nothing more here: what changes something
  // cannot be passed on, and would be lost if it came at the moment in which the door is shut
  const isLeaving = byProxy && c.var.house.stopping?.() && c.req.method === 'GET'
  if (isLeaving && c.req.header(passesOn)) return c.body(null, 502)
  if (loopbackOnly && !isLoopback(hostIn(c.req.url))) return c.text('Misdirected request\n', 421)
  if (proxies.length > 0 && !tls && !byProxy) return c.text('Not this way\n', 403)
  // what the proxy itself was sent unsealed goes back to where it is sealed
  if (byProxy && (c.req.header('X-Forwarded-Proto') ?? 'https') !== 'https') {
    const { pathname, search } = new URL(c.req.url)
    if (c.req.method !== 'GET') return c.text('Not this way\n', 403)
    return c.redirect(`${c.var.house.origin}${pathname}${search}`, 308)
  }
  await next()
}

/**
 * Whom a proxy speaks for: of the addresses in X-Forwarded-For the last that is no proxy of ours. What stands before
 * it may have been made up by whoever asked.
 */
export function clientOf(peer: string, forwarded: string | undefined, proxies: string[]): string {
  const hops = (forwarded ?? '').split(',').map((hop) => plain(hop.trim()))
  const client = hops.findLast((hop) => !proxies.includes(hop)) ?? ''
  return isIP(client) > 0 ? client : peer
}

/** An IPv4 address as such, also where the socket listens to both kinds. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

const hostIn = (url: string): string => new URL(url).hostname

/** The peer's address as the Node adapter hands it over; none under app.request. */
function peerOf(env: unknown): string {
  const { incoming } = (env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  return incoming?.socket?.remoteAddress ?? 'none'
}
