import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import { serve } from '@hono/node-server'
import { siteOf } from './app.ts'
import { type Launch, launch, NotServed } from './settings.ts'
import { openEmbeddedStore } from './store/embedded.ts'
import { StoreRefusal } from './store/refusal.ts'
import type { Store } from './store/store.ts'
import { summaries } from './summaries.ts'
import { type Clock, wallClock } from './time/clock.ts'
import { readAssets } from './web/assets.ts'

export interface Served {
  url: string
  store: Store
  close(): Promise<void>
}

const loopback = ['127.0.0.1', '::1', 'localhost']

/** Settings, store, site, listen. Resolves when requests are answered; throws NotServed or StoreRefusal otherwise. */
export async function serveSite(
  { port, host, data, keyFile }: Launch,
  { clock = wallClock, prepare }: { clock?: Clock; prepare?: (store: Store) => Promise<void> } = {},
): Promise<Served> {
  const store = await openEmbeddedStore({ dir: data, keyFile, summaries, clock })
  try {
    await prepare?.(store)
    const settings = await store.settings()
    if (!settings) throw new NotServed(`No centre has been set up in ${data}. Try the demonstration: npm run demo`)
    if (settings.demo && !loopback.includes(host))
      throw new NotServed('A demonstration store is served on this machine only: leave out --host.')
    const site = siteOf({ store, clock, assets: readAssets() })
    const server = await listening(site.fetch, port, host)
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`
    return { url, store, close: () => closed(server, store) }
  } catch (error) {
    await store.close()
    throw error
  }
}

function listening(fetch: Parameters<typeof serve>[0]['fetch'], port: number, hostname: string): Promise<Server> {
  const serverOptions = { headersTimeout: 10_000, requestTimeout: 30_000, maxHeaderSize: 16_384 }
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname, serverOptions }, () => resolve(server as Server)) as Server
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' ? new NotServed(`Port ${port} is in use: choose another with --port.`) : error,
      ),
    )
  })
}

/** What is under way is answered first; then the store lets go of its folder. */
async function closed(server: Server, store: Store): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 5_000).unref()
  })
  await store.close()
}

/** Runs until it is told to stop; a refusal to start ends the process with its sentence and code 75. */
export async function run(start: () => Promise<Served>): Promise<void> {
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
    return served
  })
