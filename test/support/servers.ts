import type { CaseFile } from '../../src/casefile/casefile.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'
import type { Store, View } from '../../src/store/store.ts'
import { summaries } from '../../src/summaries.ts'
import { tokenOf } from './asking.ts'
import { type Answer, aBalancer, type Balancer, freePort } from './balancer.ts'
import { freshFolder } from './folder.ts'
import { moveIn, standingClock } from './house.ts'
import { aDatabase, type TestDatabase } from './postgres.ts'
import { type Serving, serving } from './process.ts'
import { aCaseUnderWay } from './under-way.ts'
import { Visitor } from './visitor.ts'

/* Two real servers on one database behind a real nginx. It is Sunday, 22 November 2026, 10:00 in Seoul, and stays so. */

export const now = '2026-11-22T01:00:00.000Z'
export const clock = standingClock(now)

/** Somebody who is signed in, and what their browser sends. */
export interface SignedIn {
  visitor: Visitor
  /** `at`: one of the servers, instead of both in turn */
  get(path: string, at?: 0 | 1): Promise<Answer>
  /** a form of a page that they were shown */
  post(path: string, fields: Record<string, string>, at?: 0 | 1): Promise<Answer>
}

export interface TwoServers {
  database: TestDatabase
  keyFile: string
  balancer: Balancer
  /** a third one who looks into the database, past all pages */
  store: Store
  ports: [number, number]
  servers: [Serving, Serving]
  /** starts the first or the second anew */
  startAgain(which: 0 | 1): Promise<void>
  /** signs one of the cast in through the pages, at both servers in turn */
  signedIn(id: string): Promise<SignedIn>
  close(): Promise<void>
}

interface Wanted {
  database?: TestDatabase
  /** further surroundings of the servers */
  env?: Record<string, string>
  also?: (view: View) => void
}

/** With the standing cast in it, open every day, and what `also` saves. */
export async function twoServers({ database, env = {}, also }: Wanted = {}): Promise<TwoServers> {
  const on = database ?? (await aDatabase())
  const { root, keyFile } = freshFolder()
  const store = await openPostgresStore({ connect: on.connect, keyFile, summaries, clock })
  await moveIn(store, also)
  const ports: [number, number] = [await freePort(), await freePort()]
  const balancer = await aBalancer(ports)
  const start = (which: 0 | 1) =>
    serving('test/support/server-child.ts', [now, '--port', String(ports[which])], {
      ...{ STORE: on.connect.connectionString ?? '', KEY_FILE: keyFile, CHECKPOINTS: `${root}/signed-${which}` },
      ...{ ORIGIN: balancer.origin, PROXY: '127.0.0.1', STOP_WAIT: '1', ...env },
    })
  const servers = (await Promise.all([start(0), start(1)])) as [Serving, Serving]
  let over = false
  return {
    ...{ database: on, keyFile, balancer, store, ports, servers },
    async startAgain(which) {
      servers[which] = await start(which)
    },
    signedIn: (id) => signedIn(id, balancer, store),
    async close() {
      if (over) return
      over = true
      await Promise.all(servers.map((one) => one.kill()))
      await balancer.close()
      await store.close()
    },
  }
}

async function signedIn(id: string, { origin, ask }: Balancer, store: Store): Promise<SignedIn> {
  let cookie = ''
  const site = {
    async request(url: string, { method = 'GET', headers = {}, body }: RequestInit = {}) {
      const sent = headers as Record<string, string>
      const { pathname, search } = new URL(url)
      const own = { ...sent, ...(sent.Origin && { Origin: origin }), ...(body && formHeader) }
      const answer = await ask(method, pathname + search, { headers: own, ...(body && { body: String(body) }) })
      cookie = sent.Cookie ?? cookie
      return new Response(answer.text, { status: answer.status, headers: answer.headers })
    },
  }
  const visitor = await new Visitor(
    { site, store } as unknown as ConstructorParameters<typeof Visitor>[0],
    false,
  ).signIn(id)
  const secret = () => /__Host-visit=([^;]+)/.exec(cookie)?.[1] ?? ''
  return {
    visitor,
    get: (path, at) => ask('GET', path, { headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin', ...only(at) } }),
    post: (path, fields, at) =>
      ask('POST', path, {
        headers: { Cookie: cookie, Origin: origin, 'Sec-Fetch-Site': 'same-origin', ...formHeader, ...only(at) },
        body: new URLSearchParams({ ...fields, token: tokenOf(secret()) }).toString(),
      }),
  }
}

const only = (at?: number): Record<string, string> => (at === undefined ? {} : { 'X-Only': String(at) })
const formHeader = { 'Content-Type': 'application/x-www-form-urlencoded' }

/** So many cases under way, Han's and Bora's in turn: `2026-0001` and so on. */
export const casesUnderWay = (count: number): CaseFile[] =>
  Array.from({ length: count }, (_, at) => {
    const number = `2026-${String(at + 1).padStart(4, '0')}`
    const counsellorId = at % 2 === 0 ? 'han' : 'bora'
    return aCaseUnderWay({
      ...{ number, youth: { name: `청소년 ${at + 1}`, birthDate: '2012-03-02', gender: 'male' } },
      assignments: [{ counsellorId, by: 'seo', at: '2026-11-16T00:00:00.000Z' }],
    })
  })
