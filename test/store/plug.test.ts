import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { freshFolder } from '../support/folder.ts'
import { running } from '../support/process.ts'
import { aCase, aSession, clock, summaries } from '../support/samples.ts'
import type { Orders } from './plug-child.ts'
import { stampsIn } from './plug-stamps.ts'

/*
 * Pulling the plug: a process that books sessions and closes cases is killed at random moments. PLUG=n pulls it n
 * times (25 unless told; CI says 100), PLUG_SEED repeats a run.
 */

const test = suite('pulling the plug')
const pulls = Number(process.env.PLUG ?? 25)
const seed = Number(process.env.PLUG_SEED ?? Date.now() % 1_000_000)

const warm = () => spawn(process.execPath, running('test/store/plug-child.ts'))
const place = freshFolder()
const open = () => openEmbeddedStore({ ...place, summaries, clock })

/** What one process said before it was killed: of each place the last stamp acknowledged, and all that it tried. */
interface Said {
  acknowledged: Map<string, number>
  tried: Map<string, Set<number>>
  acks: number
}

/**
 * Lets a process work for some milliseconds and kills it: counted from its first acknowledgement or, `early`, from its
 * orders, so that it may be opening the store. What it said is read to the end.
 */
async function pull(
  running: ChildProcessWithoutNullStreams,
  orders: Orders,
  after: number,
  early: boolean,
): Promise<Said> {
  let text = ''
  let failed = ''
  running.stderr.on('data', (part) => {
    failed += part
  })
  const atWork = new Promise<void>((done) => {
    running.stdout.on('data', (part) => {
      text += part
      if (text.includes(early ? 'ready' : '!')) done()
    })
  })
  const closed = once(running, 'close')
  running.stdin.write(`${JSON.stringify(orders)}\n`)
  await Promise.race([atWork, closed])
  await new Promise((done) => setTimeout(done, after))
  running.kill('SIGKILL')
  const [, signal] = await closed
  assert.is(signal, 'SIGKILL', failed)
  const said: Said = { acknowledged: new Map(), tried: new Map(), acks: 0 }
  // a last line without its end was never heard
  for (const line of text.split('\n').slice(0, -1)) {
    const [what, where = '', stamp] = line.split(' ')
    if (what === '!') said.acknowledged.set(where, Number(stamp))
    if (what === '!') said.acks++
    if (what === '?') said.tried.set(where, (said.tried.get(where) ?? new Set()).add(Number(stamp)))
  }
  return said
}

/** What a store may hold of each place: what was acknowledged last (in this life or before), or what was tried later. */
function lostIn(held: Map<string, number>, before: Map<string, number>, { acknowledged, tried }: Said): string[] {
  return [...held].flatMap(([where, stamp]) => {
    const least = acknowledged.get(where) ?? before.get(where) ?? 0
    const allowed = stamp === least || (stamp > least && tried.get(where)?.has(stamp))
    return allowed ? [] : [`${where} holds ${stamp}, not ${least} or later`]
  })
}

test(`${pulls} times (seed ${seed}) loses nothing acknowledged, tears nothing, and every start serves`, async () => {
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  let held = new Map<string, number>()
  let acks = 0
  let interrupted = 0
  let next = warm()
  for (let cycle = 1; cycle <= pulls; cycle++) {
    const running = next
    if (cycle < pulls) next = warm()
    const orders = { ...place, caseFile: aCase(), session: aSession(), stamp: cycle * 1_000_000, seed: seed + cycle }
    const said = await pull(running, orders, random() * 100, random() < 0.25)
    if (readdirSync(place.dir).some((name) => name.startsWith('pending-'))) interrupted++
    const store = await open()
    const now = await stampsIn(store)
    await store.close()
    assert.equal(lostIn(now, held, said), [], `pull ${cycle}`)
    held = now
    acks += said.acks
  }
  console.log(
    `  pulled the plug ${pulls} times, seed ${seed}: ${acks} acknowledged changes, ${interrupted} interrupted halfway`,
  )
  assert.ok(acks > pulls / 2, `${acks} changes acknowledged`)
})

test('a loss would be noticed: a place that goes back, and one of two records', async () => {
  const said: Said = { acknowledged: new Map([['a', 7]]), tried: new Map([['a', new Set([6, 7, 8])]]), acks: 1 }
  const lost = (stamp: number) => lostIn(new Map([['a', stamp]]), new Map(), said).length
  assert.equal([6, 7, 8, 9].map(lost), [1, 0, 0, 1])
  assert.is(lostIn(new Map([['b', 0]]), new Map([['b', 5]]), said).length, 1)
  rmSync(join(place.dir, 'diary/2026-12/2026-12-02.json'))
  const store = await open()
  const failure = await stampsIn(store).catch((one: Error) => one.message)
  assert.match(String(failure), /torn/)
  await store.close()
})

test.run()
