import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { verifyLog } from '../../src/store/log-verify.ts'
import { knownMasterKey } from '../../src/store/master-key.ts'
import { freshFolder } from '../support/folder.ts'
import { aCase, aSession, clock, han } from '../support/samples.ts'
import { summaries } from './bare-summaries.ts'
import { type Orders, valueIn } from './kill-child.ts'
import { bundled } from './shim.ts'

/*
 * A process that changes all kinds of records at once is killed at random moments: KILLS times (500 unless told), with
 * 20 acknowledged changes for each kill at least. KILLS_SEED repeats a run's choices.
 */

const test = suite('kills')
const kills = Number(process.env.KILLS ?? 500)
const seed = Number(process.env.KILLS_SEED ?? Date.now() % 1_000_000)
const killsPerFolder = 50
const program = bundled('test/faults/kill-child.ts', freshFolder().root)

interface Said {
  /** of each place the last value acknowledged, and one that was tried after it */
  kept: Map<string, number>
  underWay: Map<string, number>
  acks: number
  logged: number
}

function heard(text: string): Said {
  const said: Said = { kept: new Map(), underWay: new Map(), acks: 0, logged: 0 }
  // a last line without its end was never heard
  for (const line of text.split('\n').slice(0, -1)) {
    const [what, place = '', value] = line.split(' ')
    if (what === '?') said.underWay.set(place, Number(value))
    if (what !== '!') continue
    said.kept.set(place, Number(value))
    said.underWay.delete(place)
    said.acks++
    if (place === 'log/') said.logged++
  }
  return said
}

/** Kills a process so many milliseconds after its first acknowledgement or, `early`, after its orders. */
async function killed(orders: Orders, after: number, early: boolean): Promise<Said> {
  const child = spawn(process.execPath, [program])
  let text = ''
  let failed = ''
  child.stderr.on('data', (part) => {
    failed += part
  })
  const atWork = new Promise<void>((done) => {
    child.stdout.on('data', (part) => {
      text += part
      if (text.includes('!')) done()
    })
  })
  const closed = once(child, 'close')
  child.stdin.write(`${JSON.stringify(orders)}\n`)
  if (!early) await Promise.race([atWork, closed])
  await new Promise((done) => setTimeout(done, after))
  child.kill('SIGKILL')
  const [, signal] = await closed
  assert.is(signal, 'SIGKILL', failed)
  return heard(text)
}

/** What is amiss with a place that holds a value. */
function amiss(place: string, value: number, before: Map<string, number>, { kept, underWay }: Said): string[] {
  if (Number.isNaN(value)) return [`${place} is torn`]
  const least = kept.get(place) ?? before.get(place) ?? 0
  return [least, underWay.get(place)].includes(value) ? [] : [`${place} holds ${value}, not ${least}`]
}

interface Sum {
  kills: number
  acks: number
  folders: number
  wrong: string[]
}

async function kill(least: number, leastAcks: number, tooSoon: boolean): Promise<Sum> {
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const sum: Sum = { kills: 0, acks: 0, folders: 0, wrong: [] }
  while (sum.kills < least || sum.acks < leastAcks) {
    const { dir, keyFile } = freshFolder()
    const place = { dir, keyFile }
    sum.folders++
    let held = new Map<string, number>()
    let logged = 0
    for (let cycle = 1; cycle <= killsPerFolder && (sum.kills < least || sum.acks < leastAcks); cycle++) {
      const records = { caseFile: aCase(), session: aSession(), person: han }
      const orders = { ...place, ...records, cycle, seed: seed + sum.kills, tooSoon }
      const early = random() < 0.1
      const said = await killed(orders, random() * 300, early)
      const at = `folder ${sum.folders}, kill ${cycle}: `
      const store = await openEmbeddedStore({ ...place, summaries, clock })
      const now = new Map<string, number>()
      for (const where of new Set([...held.keys(), ...said.kept.keys(), ...said.underWay.keys()]))
        if (where !== 'log/') now.set(where, await valueIn(store, where))
      await store.close()
      sum.wrong.push(...[...now].flatMap(([where, value]) => amiss(where, value, held, said)).map((text) => at + text))
      const log = await verifyLog(dir, await knownMasterKey(dir, keyFile))
      logged += said.logged
      if (!log.ok) sum.wrong.push(`${at}the log: ${log.why}`)
      else if (log.entries < logged) sum.wrong.push(`${at}the log holds ${log.entries} of ${logged} entries`)
      held = now
      sum.kills++
      sum.acks += said.acks
    }
  }
  return sum
}

test(`${kills} lose nothing acknowledged, tear nothing, and each start after one serves (seed ${seed})`, async () => {
  const { wrong, ...sum } = await kill(kills, kills * 20, false)
  console.log(`  ${sum.kills} kills, seed ${seed}: ${sum.acks} acknowledged changes in ${sum.folders} folders`)
  assert.equal(wrong, [])
})

test('a process that acknowledges too soon is noticed', async () => {
  const { wrong } = await kill(Math.min(20, kills), 0, true)
  console.log(`  acknowledged too soon: ${wrong.length} losses found`)
  assert.ok(wrong.some((text) => text.includes('holds')))
})

test('one of two records is noticed, and a value that goes back', () => {
  const said = heard('? a 7\n! a 7\n? a 8\n! a 9')
  assert.equal(
    [6, 7, 8, 9, Number.NaN].map((value) => amiss('a', value, new Map(), said).length),
    [1, 0, 0, 1, 1],
  )
})

test.run()
