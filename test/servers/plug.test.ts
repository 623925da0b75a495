import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import type { View } from '../../src/store/store.ts'
import { summaries } from '../../src/summaries.ts'
import { wallClock } from '../../src/time/clock.ts'
import { momentAt, plusDays } from '../../src/time/days.ts'
import { tokenOf } from '../support/asking.ts'
import { freshFolder } from '../support/folder.ts'
import { aHouse } from '../support/house.ts'
import { running } from '../support/process.ts'
import { clock } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

/*
 * Pulling the plug of the whole house: the real server, over HTTP, books sessions and closes cases until it is killed.
 * SERVER_PLUG=n pulls it n times (4 unless told: a start costs a second or more); SERVER_PLUG_SEED repeats a run.
 * Sessions lie in the year 2150, so that today's date does not matter.
 */

const pulls = Number(process.env.SERVER_PLUG ?? 4)
const seed = Number(process.env.SERVER_PLUG_SEED ?? Date.now() % 1_000_000)
/** more cases than are closed, so that there is always one to book for */
const numbers = Array.from({ length: 20 + 8 * pulls }, (_, at) => `2026-${String(at + 1).padStart(4, '0')}`)

/** What was acknowledged: starts of sessions, and what closed cases say of their closing. */
const booked: { number: string; startAt: string }[] = []
const closed = new Map<string, string>()
let asked = 0

async function started(dir: string, keyFile: string): Promise<{ child: ChildProcessWithoutNullStreams; url: string }> {
  const child = spawn(process.execPath, [...running('src/server.ts'), '--port', '0', '--data', dir], {
    env: { ...process.env, KEY_FILE: keyFile },
  })
  let said = ''
  child.stderr.on('data', (part) => {
    said += part
  })
  for await (const part of child.stdout) {
    const url = /ready (\S+)/.exec(String(part))?.[1]
    if (url) return { child, url }
  }
  throw new Error(`the server did not start: ${said}`)
}

/** Posts forms as Han; undefined once the server is gone. */
const asHan =
  (url: string) =>
  async (path: string, fields: Record<string, string>): Promise<string | undefined> => {
    const own = { Origin: url, 'Sec-Fetch-Site': 'same-origin', Cookie: '__Host-visit=han', 'X-Token': tokenOf('han') }
    const body = new URLSearchParams(fields)
    const asked = { method: 'POST', headers: own, body, redirect: 'manual' } as const
    const answer = await fetch(url + path, asked).catch(() => undefined)
    return answer?.status === 303 ? (answer.headers.get('Location') ?? '') : undefined
  }

/** Han's visit, so that the time until the plug is pulled goes into work; under the cookie `han`, kept by its hash. */
function saveVisit(view: View): void {
  const at = wallClock.now()
  const hash = createHash('sha256').update('han').digest('base64url')
  view.saveVisit({ hash, personId: 'han', startedAt: at, seenAt: at, factorAt: at })
}

/** Books and closes, four requests at a time, until the server answers no more. */
async function work(url: string, gone: () => boolean): Promise<void> {
  const post = asHan(url)
  const one = async () => {
    while (!gone()) {
      const turn = asked++
      const number = numbers[turn % numbers.length] ?? ''
      const on = plusDays('2150-01-01', turn)
      const slot = { sessionOn: on, startTime: '10:00', minutes: '50', kind: 'individual', mode: 'phone' }
      if ((await post(`/cases/${number}/sessions`, slot))?.endsWith('done=session-booked'))
        booked.push({ number, startAt: momentAt(on, '10:00') })
      if (turn % 7 > 0 || closed.has(number)) continue
      const closing = { closedOn: '2026-11-16', reason: 'moved', closingSummary: `turn ${turn}` }
      if ((await post(`/cases/${number}/closing`, closing))?.endsWith('done=closed')) closed.set(number, `turn ${turn}`)
    }
  }
  await Promise.all(Array.from({ length: 4 }, one))
}

const test = suite('pulling the plug of the whole house')

test(`${pulls} times (seed ${seed}): every start serves, and nothing acknowledged is lost`, async () => {
  const { root, dir } = freshFolder()
  const keyFile = join(root, 'keys/store.key')
  const house = await aHouse(
    (view) => {
      saveVisit(view)
      for (const number of numbers) view.saveCase(aCaseUnderWay({ number }))
    },
    { dir, keyFile },
  )
  await house.close()
  let state = seed
  for (let pull = 1; pull <= pulls; pull++) {
    const { child, url } = await started(dir, keyFile)
    assert.is((await fetch(`${url}/health`)).status, 200)
    let gone = false
    const working = work(url, () => gone)
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    await new Promise((resolve) => setTimeout(resolve, 150 + (state / 2 ** 32) * 350))
    child.kill('SIGKILL')
    await once(child, 'close')
    gone = true
    await working
    await nothingLost(dir, keyFile, pull)
  }
  console.log(
    `  pulled ${pulls} times, seed ${seed}: ${booked.length} sessions and ${closed.size} closings acknowledged`,
  )
  assert.ok(booked.length > pulls)
})

async function nothingLost(dir: string, keyFile: string, pull: number): Promise<void> {
  const store = await openEmbeddedStore({ dir, keyFile, summaries, clock })
  const kept = new Set<string>()
  for (const number of numbers)
    for (const { startAt } of await store.sessionsOf(number)) kept.add(`${number} ${startAt}`)
  const lost = booked.filter(({ number, startAt }) => !kept.has(`${number} ${startAt}`))
  assert.equal(lost, [], `pull ${pull}`)
  for (const [number, summary] of closed)
    assert.is((await store.caseFile(number))?.closings.at(-1)?.summary, summary, `pull ${pull}, ${number}`)
  await store.change((view) => done(saveVisit(view)))
  await store.close()
}

test.run()
