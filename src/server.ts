import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { keepAlarming } from './alarming.ts'
import { siteOf } from './app.ts'
import { keepHouse } from './housekeeping.ts'
import { isReachedFromBeyond, mustBeSafe, notSetUp, storeFor } from './opening.ts'
import { keepReminding } from './reminding.ts'
import { readAhead } from './report/figure-facts.ts'
import type { Senders } from './sending.ts'
import { type Launch, launch } from './settings.ts'
import { StoreRefusal } from './store/refusal.ts'
import type { Store } from './store/store.ts'
import { type Clock, wallClock } from './time/clock.ts'
import { isLoopback, NotServed } from './ways.ts'
import { readAssets } from './web/assets.ts'
import { answered, listening } from './web/listening.ts'
import type { Round } from './web/metrics.ts'
import { sendersOf } from './web/post.ts'
import { SetUp } from './web/set-up.ts'
import type { House } from './web/site.ts'
import { readTls } from './web/tls.ts'

export interface Served {
  url: string
  /** where a centre is made of an empty store, while its link may be used */
  setUpUrl?: string
  /** where figures are shown to whoever watches */
  metricsUrl?: string
  store: Store
  /** tells whoever shares requests out, waits as long as was settled, answers what is under way, lets go of everything */
  close(): Promise<void>
}

/** Settings, store, site, listen. Resolves when requests are answered; throws NotServed or StoreRefusal otherwise. */
export async function serveSite(
  asked: Launch,
  { clock = wallClock, prepare }: { clock?: Clock; prepare?: (store: Store) => Promise<void> } = {},
): Promise<Served> {
  const { data, keyFile, database, host, origin, tls, proxies, stopWait = 0 } = asked
  await mustBeSafe(asked)
  const sealed = tls && readTls(tls)
  const metrics = asked.metrics && new (await import('./web/metrics.ts')).Metrics(clock)
  const store = await storeFor(asked, { clock, ...(metrics && { meter: metrics }) })
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
    const senders = settings?.demo ? {} : await sendersOf(asked) // invented people are told nothing
    const sends = Object.keys(senders) as (keyof Senders)[]
    let isStopping = false
    const house: House = {
      ...{ store, clock, assets: readAssets(), origin, entrance, sends, setUp: setUp?.setUp },
      ...{ metrics, stopping: () => isStopping },
    }
    metrics?.watch(store)
    const shown = asked.metrics && (await metrics?.show(asked.metrics.host, asked.metrics.port))
    const server = await listening(siteOf(house).fetch, asked, sealed)
    const ended = (round: Round) => metrics && ((waiting?: number) => metrics.ended(round, waiting))
    const kept = await keepHouse(store, clock, ended('housekeeping'))
    const reminding = keepReminding(store, senders, clock, ended('reminding'))
    const stops = [kept, reminding, keepAlarming(store, senders, clock, ended('alarm')), readAhead(store)]
    const at = `${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`
    const url = origin ?? `${sealed ? 'https' : 'http'}://${at}`
    const close = async () => {
      isStopping = true
      await pause(stopWait * 1000)
      // what is under way is answered first; then the store lets go of its folder
      const stopped = Promise.all(stops.map((stop) => stop()))
      await answered(server)
      await stopped
      await store.close()
      shown?.close()
    }
    const setUpUrl = setUp && `${url}/set-up#${setUp.code}`
    return { url, setUpUrl, store, metricsUrl: shown?.url, close }
  } catch (error) {
    await store.close()
    throw error
  }
}

/**
 * Runs until it is told to stop, and when told twice no longer; a refusal to start ends the process with its sentence and
 * code 75. `says` what is printed once it serves and can be told to stop: whoever reads it may do so at once.
 */
export async function run(start: () => Promise<Served>, says: (served: Served) => string[]): Promise<void> {
  // whatever this process writes is for its own account alone
  process.umask(0o077)
  try {
    const served = await start()
    let told = false
    const stop = () => {
      if (told) process.exit(1)
      told = true
      void served.close().then(() => process.exit(0))
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
    for (const line of says(served)) console.log(line)
  } catch (error) {
    if (!(error instanceof NotServed || error instanceof StoreRefusal)) throw error
    console.error(error.message)
    process.exit(75)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await run(
    () => serveSite(launch()),
    ({ url, metricsUrl, setUpUrl }) => [
      `ready ${url}`,
      ...(metricsUrl ? [`metrics ${metricsUrl}`] : []),
      ...(setUpUrl ? [`set up ${setUpUrl}`] : []),
    ],
  )
