import { renameSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { TestHouse } from '../support/house.ts'
import { type Serving, serving } from '../support/process.ts'

/* The server itself with its own clock, which libfaketime shows another time whenever a test says so. */

/** Where Debian's package `faketime` puts it, on this kind of machine. */
const machine = { x64: 'x86_64', arm64: 'aarch64' }[process.arch as 'x64'] ?? process.arch
export const library = `/usr/lib/${machine}-linux-gnu/faketime/libfaketime.so.1`

/** What the helpers of tests ask, spoken over HTTP with a server whose origin is its address. */
export const siteAt = (url: () => string): TestHouse['site'] => {
  const site = {
    request: (path: string, { method = 'GET', headers = {}, body }: RequestInit = {}) =>
      new Promise<Response>((resolve, reject) => {
        const { pathname, search } = new URL(path)
        const given = headers as Record<string, string>
        const own = { ...given, ...(given.Origin && { Origin: url() }) }
        const sent = request(url() + pathname + search, { method, headers: own, agent: false }, (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part) => parts.push(part))
          answer.once('error', reject)
          answer.once('end', () => {
            const said = Object.entries(answer.headersDistinct)
            const all = said.flatMap(([name, values = []]) => values.map((value): [string, string] => [name, value]))
            const { statusCode: status = 0 } = answer
            const text = [204, 303, 304].includes(status) ? null : Buffer.concat(parts)
            resolve(new Response(text, { status, headers: new Headers(all) }))
          })
        })
        sent.once('error', reject)
        sent.end(body)
      }),
  }
  return site as unknown as TestHouse['site']
}

export interface Faked {
  site: TestHouse['site']
  /** the time that the server is shown now, in milliseconds */
  now(): number
  /** from now on the server's clock goes on from this moment; resolves once its answers say so */
  set(at: number): Promise<void>
  /** stops it, and starts it again by the time that it was shown */
  again(): Promise<void>
  stop(): Promise<void>
}

/** What an answer's Date may be beside the time that was set, in milliseconds: Node keeps that header for a second. */
const near = 5000

/** Starts `src/server.ts` on a data folder by a clock of its own, which begins at a moment. */
export async function faked(
  { root, dir, keyFile }: { root: string; dir: string; keyFile: string },
  begin: number,
  env: Record<string, string>,
): Promise<Faked> {
  const file = `${root}/time`
  let ahead = 0
  const write = (at: number) => {
    ahead = Math.round((at - Date.now()) / 1000) * 1000
    writeFileSync(`${file}.new`, `${ahead < 0 ? '-' : '+'}${Math.abs(ahead) / 1000}\n`)
    // never half of it
    renameSync(`${file}.new`, file)
  }
  write(begin)
  const shown = { FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' }
  const start = () =>
    serving('src/server.ts', ['--port', '0', '--data', dir], {
      ...{ LD_PRELOAD: library, NO_FAKE_STAT: '1', ...shown },
      ...{ KEY_FILE: keyFile, CHECKPOINTS: `${root}/signed`, ...env },
    })
  let server: Serving = await start()
  const site = siteAt(() => server.url)
  const dateOf = async () =>
    Date.parse((await site.request('http://x/health', { headers: {} })).headers.get('Date') ?? '')
  const now = () => Date.now() + ahead
  const seen = async () => {
    for (const from = performance.now(); Math.abs((await dateOf()) - now()) > near; ) {
      if (performance.now() - from > 10_000) throw new Error('the server does not see the time that it is shown')
      await new Promise((go) => setTimeout(go, 50))
    }
  }
  await seen()
  return {
    ...{ site, now },
    async set(at) {
      write(at)
      await seen()
    },
    async again() {
      await server.stop()
      server = await start()
      await seen()
    },
    stop: () => server.stop(),
  }
}
