// Over 150 lines because what is measured of the server and what is held against it belong together.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { dataFolder, pooled, started } from '../../bench/site/places.ts'
import { Chance } from '../../scripts/demo/chance.ts'
import { hashOf } from '../../src/people/password.ts'
import { done } from '../../src/result.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { verifyLog } from '../../src/store/log-verify.ts'
import { knownMasterKey } from '../../src/store/master-key.ts'
import { summaries } from '../../src/summaries.ts'
import { wallClock } from '../../src/time/clock.ts'
import { freshFolder } from '../support/folder.ts'
import { factorsOf, password, type TestHouse } from '../support/house.ts'
import { siteAt } from './faked-server.ts'
import { type Answered, type Booked, type Found, type Place, people } from './twenty-people.ts'

/* Twenty people use a server as `npm start` runs it, for SOAK_MINUTES (10 unless told); SEED says in which order. */

const test = suite('a server in use')
const minutes = Number(process.env.SOAK_MINUTES ?? 10)
const seed = Number(process.env.SEED ?? 8)
const cases = 300
/** How much the memory may grow from the second quarter to the last; while it warms up, in a short run, more. */
const mostGrowth = minutes >= 5 ? 0.1 : 0.3
const slow = 500
const hang = 2000

/** A data folder of its own, in which everybody of the staff can sign in. */
async function aPlace(): Promise<Place> {
  const made = await dataFolder(cases, { folder: join(tmpdir(), 'saegil-bench'), seed: 7 })
  const folder = join(freshFolder().root, 'copy')
  mkdirSync(folder)
  cpSync(made, folder, { recursive: true, preserveTimestamps: true })
  const numbers = readdirSync(`${folder}/store/cases`).map((name) => name.replace('.json', ''))
  const pools = await pooled(folder, Math.max(100, Math.ceil(minutes * 60)))
  const store = await openEmbeddedStore({ ...placeOf(folder), summaries, clock: wallClock })
  const kept = await hashOf(password, 2 ** 10)
  await store.change(async (view) => {
    for (const id of ['oh', 'ma', 'yoo']) {
      const person = await view.person(id)
      if (person) view.savePerson({ ...person, password: kept, factors: factorsOf(id) })
    }
    return done(undefined)
  })
  await store.close()
  return { folder, pools, numbers }
}

const placeOf = (folder: string) => ({ dir: `${folder}/store`, keyFile: `${folder}/key/store.key` })

/** Keeps every request and a buffer for each. */
const leak = `data:text/javascript,${encodeURIComponent(`
  import { Server } from 'node:http'
  const kept = []
  const { emit } = Server.prototype
  Server.prototype.emit = function (name, ...given) {
    if (name === 'request') kept.push(given[0], Buffer.alloc(262144, 1))
    return emit.call(this, name, ...given)
  }`)}`

interface Measured extends Found {
  memory: number[]
  files: number[]
}

async function soaked(place: Place, seconds: number, node: string[] = [], most = 2000): Promise<Measured> {
  const found: Measured = { answers: [], booked: [], submitted: [], memory: [], files: [] }
  const server = await started(place.folder, node)
  const house = { site: siteAt(() => server.url) } as TestHouse
  const until = performance.now() + seconds * 1000
  const chance = new Chance(seed + 1)
  const each = seconds >= 300 ? 5000 : 1000
  const sampling = setInterval(() => {
    found.memory.push(server.memory().now)
    found.files.push(readdirSync(`/proc/${server.pid}/fd`).length)
  }, each)
  const lives = people(house, place, found, seed).map(async (acts) => {
    // whoever signs in does that first
    for (let act = acts[0]; performance.now() < until; act = chance.one(acts)) {
      await act?.()
      await new Promise((go) => setTimeout(go, chance.whole(200, most)))
    }
  })
  try {
    await Promise.all(lives)
  } finally {
    clearInterval(sampling)
    await server.stop()
  }
  return found
}

const median = (all: number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
const quarter = (all: number[], nth: number) => all.slice((all.length * nth) / 4, (all.length * (nth + 1)) / 4)
/** How much the last quarter is above the second. */
const growthOf = (all: number[]) => median(quarter(all, 3)) / median(quarter(all, 1)) - 1

test.before(() => {
  const built = spawnSync('npm', ['run', '--silent', 'build'])
  assert.is(built.status, 0, String(built.stderr))
})

test(`nobody waits, nothing is lost and nothing grows in ${minutes} minutes`, async () => {
  const place = await aPlace()
  const { answers, booked, submitted, memory, files } = await soaked(place, minutes * 60)
  const times = answers.map(({ took }) => took).sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(0)
  const kinds = new Map<string, Answered[]>()
  for (const one of answers) kinds.set(one.kind, [...(kinds.get(one.kind) ?? []), one])
  console.log(`  seed ${seed}, ${answers.length} requests: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`)
  for (const [kind, all] of kinds)
    console.log(`  ${kind}: ${all.length}, statuses ${[...new Set(all.map(({ status }) => status))]}`)
  const six = [0, 1, 2, 3, 4, 5].map((n) => memory[Math.floor(((memory.length - 1) * n) / 5)] ?? 0)
  console.log(
    `  memory ${six.map((bytes) => (bytes / 1e6).toFixed(0)).join(' ')} MB; files ${files.at(0)} to ${files.at(-1)}`,
  )
  for (const { kind, took } of answers) if (took > slow) console.log(`  ${kind} took ${took.toFixed(0)} ms`)
  assert.equal(
    answers.filter(({ status }) => status >= 500).map(({ kind, status }) => `${kind} ${status}`),
    [],
  )
  assert.equal(
    answers.filter(({ took }) => took > hang).map(({ kind, took }) => `${kind} ${took}`),
    [],
  )
  assert.ok(growthOf(memory) <= mostGrowth, `memory grew by ${growthOf(memory)}`)
  assert.ok(growthOf(files) <= 0.25, `open files grew by ${growthOf(files)}`)
  assert.ok(booked.length > 0 && submitted.length > 0, 'nothing was booked or sent')
  await mustBeThere(place, booked, submitted)
  rmSync(place.folder, { recursive: true, force: true })
})

async function mustBeThere({ folder }: Place, booked: Booked[], submitted: string[]): Promise<void> {
  const { dir, keyFile } = placeOf(folder)
  const found = await verifyLog(dir, await knownMasterKey(dir, keyFile), `${folder}/checkpoints`)
  assert.ok(found.ok, JSON.stringify(found))
  const store = await openEmbeddedStore({ dir, keyFile, summaries, clock: wallClock })
  for (const { number, startAt } of booked)
    assert.ok(
      (await store.sessionsOf(number)).some((one) => one.startAt === startAt),
      `${number} ${startAt} is lost`,
    )
  let answered = 0
  for (const { number } of (await store.rows({})).rows)
    for (const { response } of (await store.caseFile(number))?.surveys ?? []) if (response) answered++
  assert.ok(answered >= submitted.length, 'answers are lost')
  await store.close()
}

test('a server that keeps every request is noticed', async () => {
  const { memory } = await soaked(await aPlace(), 45, ['--import', leak], 400)
  assert.ok(growthOf(memory) > 0.3, `its memory grew by ${growthOf(memory)} only`)
  console.log(`  a leaking variant grew by ${(growthOf(memory) * 100).toFixed(0)} %`)
})

test.run()
