import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Meter } from '../store/meter.ts'
import type { Store } from '../store/store.ts'
import type { Clock } from '../time/clock.ts'
import { NotServed } from '../ways.ts'
import { isReady } from './ready.ts'
import type { Site } from './site.ts'

/** Rounds that the house makes by itself. */
export type Round = 'reminding' | 'alarm' | 'housekeeping'

const seconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/**
 * What is counted for whoever watches the machines: how much, how fast, what failed. Nothing that was asked for, typed
 * or kept, and nobody's name, number or address: a request counts under the pattern of its route.
 */
export class Metrics implements Meter {
  readonly #registry = new Registry()
  readonly #on = { registers: [this.#registry] }
  readonly #requests = new Histogram({
    name: 'saegil_request_seconds',
    help: 'Requests and how long their answers took, by method, pattern of the route and class of status.',
    ...{ labelNames: ['method', 'route', 'status'], buckets: seconds, ...this.#on },
  })
  readonly #changes = new Counter({
    name: 'saegil_changes_total',
    help: 'Changes that were kept, and those that the rules refused.',
    ...{ labelNames: ['how'], ...this.#on },
  })
  readonly #anew = new Counter({
    name: 'saegil_decisions_anew_total',
    help: 'Decisions that met another one and were made anew.',
    ...this.#on,
  })
  readonly #givenUp = new Counter({
    name: 'saegil_conflicts_given_up_total',
    help: 'Changes that were lost because they met others too often.',
    ...this.#on,
  })
  readonly #logged = new Histogram({
    name: 'saegil_log_writing_seconds',
    help: 'How long it took to add lines to the log.',
    ...{ buckets: seconds, ...this.#on },
  })
  readonly #lines = new Counter({
    name: 'saegil_log_lines_total',
    help: 'Lines of the log, by whether they were added.',
    ...{ labelNames: ['added'], ...this.#on },
  })
  readonly #rounds = new Gauge({
    name: 'saegil_round_timestamp_seconds',
    help: 'When a round of the house last came to its end without failing.',
    ...{ labelNames: ['round'], ...this.#on },
  })
  readonly #waiting = new Gauge({
    name: 'saegil_messages_waiting',
    help: 'Reminders that waited to be sent when the last round ended.',
    ...this.#on,
  })
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
    collectDefaultMetrics({ register: this.#registry })
    for (const how of ['kept', 'refused']) this.#changes.inc({ how }, 0)
    for (const added of ['yes', 'no']) this.#lines.inc({ added }, 0)
  }

  changed = (how: 'kept' | 'refused'): void => this.#changes.inc({ how })
  triedAnew = (): void => this.#anew.inc()
  gaveUp = (): void => this.#givenUp.inc()

  logging = (): ((lines: number, added: boolean) => void) => {
    const end = this.#logged.startTimer()
    return (lines, added) => {
      end()
      this.#lines.inc({ added: added ? 'yes' : 'no' }, lines)
    }
  }

  connections = (load: () => { all: number; idle: number; waiting: number }): void => {
    const gauge: Gauge = new Gauge({
      name: 'saegil_database_connections',
      help: 'Connections to the database: all of them, those that nobody uses, and requests that wait for one.',
      ...{ labelNames: ['which'], ...this.#on },
      collect: () => {
        for (const [which, count] of Object.entries(load())) gauge.set({ which }, count)
      },
    })
  }

  /** What the store itself is asked each time somebody looks. */
  watch(store: Store): void {
    const ready: Gauge = new Gauge({
      name: 'saegil_store_ready',
      help: '1 while what is kept can be read and added to.',
      ...this.#on,
      collect: async () => ready.set((await isReady(store)) ? 1 : 0),
    })
    const trouble: Gauge = new Gauge({
      name: 'saegil_checkpoint_trouble',
      help: '1 while the checkpoints of the log cannot be written, or know of lines that it does not hold.',
      ...this.#on,
      collect: async () => trouble.set((await store.checkpointTrouble()) ? 1 : 0),
    })
  }

  /** A round came to its end; `waiting`: messages that are still to be sent. */
  ended(round: Round, waiting?: number): void {
    this.#rounds.set({ round }, Date.parse(this.#clock.now()) / 1000)
    if (waiting !== undefined) this.#waiting.set(waiting)
  }

  readonly measured: MiddlewareHandler<Site> = async (c, next) => {
    const end = this.#requests.startTimer()
    await next()
    const method = ['GET', 'HEAD', 'POST'].includes(c.req.method) ? c.req.method : 'other'
    const route = routePath(c)
    end({ method, route: route.endsWith('*') ? 'none' : route, status: `${Math.floor(c.res.status / 100)}xx` })
  }

  /** Shows them to whoever asks at this address, which is no part of the site. Resolves with what ends that. */
  async show(host: string, port: number): Promise<{ url: string; close: () => void }> {
    const server = createServer(async (asked, answer) => {
      if (asked.url !== '/metrics') return answer.writeHead(404).end()
      const text = await this.#registry.metrics().catch(() => undefined)
      answer.writeHead(text === undefined ? 500 : 200, { 'Content-Type': this.#registry.contentType }).end(text)
    })
    server.maxConnections = 20
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) =>
        reject(new NotServed(`METRICS: ${host}:${port} cannot be used (${error.code}). Choose another.`)),
      )
      server.listen(port, host, resolve)
    })
    server.unref()
    const at = server.address() as AddressInfo
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${at.port}/metrics`
    return { url, close: () => void server.close().closeAllConnections() }
  }
}
