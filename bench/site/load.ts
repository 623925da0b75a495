import autocannon from 'autocannon'
import type { Running } from './running.ts'

/** What is asked again and again; `next` makes each request anew, so that each can ask for something else. */
export interface Asking {
  status: number
  next(nth: number): { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string }
  /** so many requests instead of so many seconds: each can be made once only */
  once?: boolean
}

/** Times in milliseconds. */
export interface Measured {
  connections: number
  requests: number
  perSecond: number
  p50: number
  p99: number
  /** processor time of the server for one request, whichever of its threads took it */
  cpu: number
}

/** As browsers say it. */
export const browser = {
  'Accept-Encoding': 'gzip, deflate, br, zstd',
  'Accept-Language': 'ko-KR,ko;q=0.9',
  'Sec-Fetch-Site': 'same-origin',
  Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
}

const at = (sorted: number[], share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0

/** Fewer answers than this for each connection say nothing of how long one takes. */
const leastEach = 3

interface How {
  connections: number
  seconds?: number
  amount?: number
  /** the number of the first request */
  from?: number
}

/**
 * Asks with so many connections at a time, each waiting for its answer, for some seconds or so many requests: for more
 * seconds where too few were answered. Throws when anything else than the expected status comes.
 */
export async function measured(server: Running, asking: Asking, how: How): Promise<Measured & { asked: number }> {
  const { asked, ...found } = await once(server, asking, how)
  const least = leastEach * how.connections
  if (how.amount !== undefined || found.requests >= least) return { ...found, asked }
  const again = await once(server, asking, { ...how, amount: least, from: (how.from ?? 0) + asked })
  return { ...again, asked: asked + again.asked }
}

async function once(server: Running, { status, next }: Asking, how: How): Promise<Measured & { asked: number }> {
  const { connections, seconds = 0, amount, from = 0 } = how
  const times: number[] = []
  let nth = from
  let wrong: string | undefined
  const setupRequest = (request: autocannon.Request) => ({ ...request, ...next(nth++) })
  const cpu = server.cpu()
  const began = performance.now()
  let last = began
  await new Promise<void>((resolve, reject) => {
    const run = autocannon(
      {
        ...{ url: server.url, connections, pipelining: 1, timeout: 60, requests: [{ setupRequest }] },
        ...(amount === undefined ? { duration: seconds } : { amount }),
      },
      (error) => (error ? reject(error) : resolve()),
    )
    run.on('response', (_, code, __, took) => {
      last = performance.now()
      times.push(took)
      if (code !== status) wrong ??= `${code} instead of ${status}`
    })
    run.on('reqError', (error) => {
      wrong ??= String(error)
    })
  })
  if (wrong) throw new Error(`${next(from).path}: ${wrong}`)
  const requests = times.length
  times.sort((a, b) => a - b)
  return {
    ...{ connections, requests, asked: nth - from, perSecond: requests / ((last - began) / 1000) },
    ...{ p50: at(times, 0.5), p99: at(times, 0.99), cpu: (server.cpu() - cpu) / Math.max(1, requests) },
  }
}
