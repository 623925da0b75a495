// Over 150 lines because the server, its sockets and who watches it are one test.
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { summaries } from '../../src/summaries.ts'
import { signedIn, tokenOf } from '../support/asking.ts'
import { type Chance, chanceOf } from '../support/chance.ts'
import { freshFolder } from '../support/folder.ts'
import { heldIn, moveIn, standingClock, type TestHouse } from '../support/house.ts'
import { type Serving, serving } from '../support/process.ts'
import { saveStages } from '../support/stages.ts'
import { type Raw, rawFrom } from './raw-requests.ts'

/*
 * A real server whose sockets are given what is no request: it closes or says 4xx, lives, stays reachable for everybody
 * else, and nothing is changed. REQUESTS says how many, SEED which.
 */

const requests = Number(process.env.REQUESTS ?? 20_000)
const seed = Number(process.env.SEED ?? 7)
const atOnce = 60
const longest = 2_000
const now = '2026-11-22T01:00:00.000Z'
const clock = standingClock(now)

const test = suite('a server whose sockets are given what is no request')
const { dir } = freshFolder()
const { keyFile } = freshFolder()
let server: Serving
let before: string

const opened = () => openEmbeddedStore({ dir, keyFile, summaries, clock })
const started = () =>
  serving('test/support/server-child.ts', [now, '--data', dir, '--port', '0'], { KEY_FILE: keyFile })

test.before(async () => {
  const store = await opened()
  await moveIn(store, saveStages)
  await signedIn({ store, clock } as TestHouse)
  await store.close()
  // what a house does by itself when it begins is done once it is asked
  server = await started()
  before = await heldAtEnd()
  server = await started()
})
test.after(() => server?.kill())

/** Stops the server; what it left. */
async function heldAtEnd(): Promise<string> {
  await server.stop()
  const store = await opened()
  const held = await heldIn(store)
  await store.close()
  return held
}

/** A form that who runs the system may send, and that keeps something. */
function valid(host: string): string {
  const body = new URLSearchParams({ roomName: '몰래 들인 방', token: tokenOf('yoo') }).toString()
  const head = ['POST /settings/rooms HTTP/1.1', `Host: ${host}`, `Origin: http://${host}`, 'Cookie: __Host-visit=yoo']
  const more = [
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
    'Connection: close',
  ]
  return `${[...head, ...more].join('\r\n')}\r\n\r\n${body}`
}

/** Sends the pieces; what came back, when it was closed or nothing more came. */
function answerTo({ pieces, goes }: Raw, port: number, chance: Chance): Promise<string> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    let came = ''
    const end = () => {
      socket.destroy()
      done(came)
    }
    socket.setTimeout(300, end)
    socket.on('data', (data) => {
      came += data.toString('latin1')
    })
    socket.on('error', end).on('close', end)
    socket.on('connect', async () => {
      for (const piece of pieces) {
        socket.write(piece)
        if (chance(3) === 0) await new Promise((go) => setTimeout(go, chance(20)))
      }
      if (goes) setTimeout(end, chance(60))
      else if (chance(4) === 0) socket.end()
    })
  })
}

/** What there is of it in memory, in MB. */
const memoryOf = ({ pid }: Serving): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

/**
 * The longest that anybody else waited for /health, asked again and again, in milliseconds: of two in a row the shorter,
 * since on a crowded machine one may be late by itself.
 */
function watched(url: string): () => Promise<number> {
  let isOver = false
  let worst = 0
  const watching = (async () => {
    let last = 0
    while (!isOver) {
      const from = performance.now()
      const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(20_000) })
      await answer.text()
      assert.is(answer.status, 200)
      const took = performance.now() - from
      worst = Math.max(worst, Math.min(took, last))
      last = took
      await new Promise((go) => setTimeout(go, 100))
    }
  })()
  return async () => {
    isOver = true
    await watching
    return worst
  }
}

test(`${requests}, seed ${seed}: closes or says 4xx, lives, and changes nothing`, async () => {
  const { host, port } = new URL(server.url)
  const chance = chanceOf(seed)
  const smuggled = valid(host)
  const watch = watched(server.url)
  const kinds = new Map<string, Set<string>>()
  let left = requests
  let most = memoryOf(server)
  const first = most
  const lane = async () => {
    for (; left > 0; left--) {
      const raw = rawFrom(chance, host, smuggled)
      const came = await answerTo(raw, Number(port), chance)
      const statuses = [...came.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status!)
      assert.not.ok(
        statuses.some((status) => status >= '500' && status !== '501'),
        `${raw.kind}: ${came.slice(0, 300)}`,
      )
      assert.not.match(came, /node_modules|\.[tj]s:\d+|at async /, raw.kind)
      kinds.set(raw.kind, new Set([...(kinds.get(raw.kind) ?? []), ...statuses]))
      if (left % 500 === 0) most = Math.max(most, memoryOf(server))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  const worst = Math.round(await watch())
  for (const [kind, statuses] of kinds) console.log(`  ${kind}: ${[...statuses].sort().join(' ') || 'closed'}`)
  console.log(
    `  ${requests} requests, seed ${seed}: /health in ${worst} ms at most, ${Math.round(first)} to ${Math.round(most)} MB`,
  )
  assert.ok(worst < longest, `/health took ${worst} ms`)
  assert.ok(most < first + 300, `${most} MB`)
  assert.ok((await heldAtEnd()) === before, 'something was changed')
  server = await started()
})

test('a request that was smuggled in would be found: sent openly it changes something', async () => {
  const { host, port } = new URL(server.url)
  const answer = await answerTo({ kind: 'valid', pieces: [Buffer.from(valid(host))] }, Number(port), () => 1)
  assert.match(answer, /^HTTP\/1\.1 30[23]/)
  assert.ok((await heldAtEnd()) !== before, 'nothing was changed')
})

test.run()
