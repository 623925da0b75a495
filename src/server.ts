import type { Server } from 'node:http'
import { createServer as createSealedServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import { serve } from '@hono/node-server'
import { keepAlarming } from './alarming.ts'
import { siteOf } from './app.ts'
import { keepHouse } from './housekeeping.ts'
import { isReachedFromBeyond, mustBeSafe, notSetUp, storeFor } from './opening.ts'
import { keepReminding } from './reminding.ts'
import type { Senders } from './sending.ts'
import { type Launch, launch } from './settings.ts'
import { StoreRefusal } from './store/refusal.ts'
import type { Store } from './store/store.ts'
import { type Clock, wallClock } from './time/clock.ts'
import { isLoopback, NotServed } from './ways.ts'
import { readAssets } from './web/assets.ts'
import { sendersOf } from './web/post.ts'
import { SetUp } from './web/set-up.ts'
import type { House } from './web/site.ts'
import { readTls } from './web/tls.ts'

export interface Served {
  url: string
  /** where a centre is made of an empty store, while its link may be used */
  setUpUrl?: string
  store: Store
  close(): Promise<void>
}

/** Settings, store, site, listen. Resolves when requests are answered; throws NotServed or StoreRefusal otherwise. */
export async function serveSite(
  asked: Launch,
  { clock = wallClock, prepare }: { clock?: Clock; prepare?: (store: Store) => Promise<void> } = {},
): Promise<Served> {
  const { data, keyFile, database, host, origin, tls, proxies } = asked
  await mustBeSafe(asked)
  const sealed = tls && readTls(tls)
  const store = await storeFor(asked, { clock })
  try {
    await prepare?.(store)
    const settings = await store.settings()
    if (settings?.demo && isReachedFromBeyond(asked))
      throw new NotServed(
        'A demonstration store is served on this machine only: leave out --host, --origin and --proxy.',
      )
    if (!settings && isReachedFromBeyond(asked)) throw notSetUp('this database')
    const where = database ? 'PostgreSQL' : data
    const setUp = settings ? undefined : SetUp.open({ data: where, keyFile }, clock.now())
    const entrance = { loopbackOnly: isLoopback(host) && !origin, proxies, tls: sealed !== undefined }
    const senders = settings?.demo ? {} : sendersOf(asked) // invented people are told nothing
    const sends = Object.keys(senders) as (keyof Senders)[]
    const house: House = { store, clock, assets: readAssets(), origin, entrance, sends, setUp: setUp?.setUp }
    const server = await listening(siteOf(house).fetch, asked, sealed)
    const kept = await keepHouse(store, clock)
    const stops = [kept, keepReminding(store, senders, clock), keepAlarming(store, senders, clock)]
    const at = `${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`
    const url = origin ?? `${sealed ? 'https' : 'http'}://${at}`
    const setUpUrl = setUp && `${url}/set-up#${setUp.code}`
    return { url, setUpUrl, store, close: () => closed(server, store, stops) }
  } catch (error) {
    await store.close()
    throw error
  }
}

type Fetch = Parameters<typeof serve>[0]['fetch']
const mostConnections = 200

function listening(
  fetch: Fetch,
  { port, host: hostname }: Launch,
  sealed?: ReturnType<typeof readTls>,
): Promise<Server> {
  const limits = { headersTimeout: 10_000, requestTimeout: 30_000, maxHeaderSize: 16_384 }
  const how = sealed
    ? { createServer: createSealedServer, serverOptions: { ...limits, ...sealed } }
    : { serverOptions: limits }
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname, ...how }, () => resolve(server as Server)) as Server
    server.maxConnections = mostConnections
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' ? new NotServed(`Port ${port} is in use: choose another with --port.`) : error,
      ),
    )
  })
}

/** What is under way is answered first; then the store lets go of its folder. */
async function closed(server: Server, store: Store, stops: (() => Promise<void> | void)[]): Promise<void> {
  const stopped = Promise.all(stops.map((stop) => stop()))
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 5_000).unref()
  })
  await stopped
  await store.close()
}

/** Runs until it is told to stop; a refusal to start ends the process with its sentence and code 75. */
export async function run(start: () => Promise<Served>): Promise<void> {
  // whatever this process writes is for its own account alone
  process.umask(0o077)
  try {
    const served = await start()
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => served.close().then(() => process.exit(0)))
  } catch (error) {
    if (!(error instanceof NotServed || error instanceof StoreRefusal)) throw error
    console.error(error.message)
    process.exit(75)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await run(async () => {
    const served = await serveSite(launch())
    console.log(`ready ${served.url}`)
    if (served.setUpUrl) console.log(`set up ${served.setUpUrl}`)
    return served
  })
