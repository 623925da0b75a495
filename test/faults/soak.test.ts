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
import { hashOf as hashOfToken } from '../../src/people/token.ts'
import { done } from '../../src/result.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { verifyLog } from '../../src/store/log-verify.ts'
import { knownMasterKey } from '../../src/store/master-key.ts'
import { summaries } from '../../src/summaries.ts'
import { wallClock } from '../../src/time/clock.ts'
import { freshFolder } from '../support/folder.ts'
import { factorsOf, password, type TestHouse } from '../support/house.ts'
import { siteAt } from './faked-server.ts'
import { type Answered, type Found, nothingFound, type Place, people } from './twenty-people.ts'

/* Twenty people use a server as `npm start` runs it, for SOAK_MINUTES (10 unless told); SEED says in which order. */

const test = suite('a server in use')
const minutes = Number(process.env.SOAK_MINUTES ?? 10)
const seed = Number(process.env.SEED ?? 8)
const cases = 300
/** How much the memory may grow from the second quarter to the last; while it warms up, in a short run, more. */
const mostGrowth = minutes >= 5 ? 0.1 : 0.3
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
  // as dear as a real one
  const kept = await hashOf(password)
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
  /** the most that it ever had, in bytes */
  peak: number
  /** share of one core */
  cpu: number
}

/** Between two of the things that somebody does, in milliseconds. */
const [leastPause, mostPause] = [200, 800]

async function soaked(place: Place, seconds: number, node: string[] = []): Promise<Measured> {
  const found: Measured = { ...nothingFound(), memory: [], files: [], peak: 0, cpu: 0 }
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
      await new Promise((go) => setTimeout(go, chance.whole(leastPause, mostPause)))
    }
  })
  try {
    await Promise.all(lives)
    found.peak = server.memory().peak
    found.cpu = server.cpu() / (seconds * 1000)
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
  const found = await soaked(place, minutes * 60)
  tell(found)
  const { answers, memory, files } = found
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
  for (const what of ['booked', 'submitted', 'referred', 'consented'] as const)
    assert.ok(found[what].length > 0, `nothing was ${what}`)
  assert.ok(found.noted.size > 0, 'no note was kept')
  assert.equal(await lostOf(place, found), [])
  // what was never acknowledged is missed
  const lies: Found = { ...nothingFound(), ...aLie(found) }
  assert.is((await lostOf(place, lies)).length, 5)
  rmSync(place.folder, { recursive: true, force: true })
})

const aLie = ({ booked, noted, consented }: Found) => ({
  booked: booked.slice(0, 1).map((one) => ({ ...one, startAt: '2026-01-01T00:00:00.000Z' })),
  submitted: ['no token'],
  referred: ['1999-0001'],
  noted: new Map([...noted.keys()].slice(0, 1).map((path) => [path, 'another text'])),
  consented: consented.slice(0, 1).map((one) => ({ ...one, whose: 'guardian-7' })),
})

function tell({ answers, booked, submitted, referred, noted, consented, ...measured }: Measured): void {
  const { memory, files, peak, cpu } = measured
  const times = answers.map(({ took }) => took).sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(0)
  const kinds = new Map<string, Answered[]>()
  for (const one of answers) kinds.set(one.kind, [...(kinds.get(one.kind) ?? []), one])
  const slowest = answers.reduce((one, other) => (other.took > one.took ? other : one))
  const half = `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`
  console.log(`  seed ${seed}, ${cases} cases, ${minutes} minutes, ${answers.length} requests: ${half}`)
  console.log(
    `  the slowest took ${slowest.took.toFixed(0)} ms: ${slowest.kind}; ${(cpu * 100).toFixed(0)} % of a core`,
  )
  for (const [kind, all] of kinds) {
    const statuses = [...new Set(all.map(({ status }) => status))].sort()
    console.log(
      `  ${kind}: ${statuses.map((one) => `${all.filter((a) => a.status === one).length} x ${one}`).join(', ')}`,
    )
  }
  const kept = `${booked.length} sessions, ${submitted.length} surveys, ${referred.length} referrals`
  console.log(`  acknowledged: ${kept}, ${noted.size} notes, ${consented.length} consents by link`)
  const six = [0, 1, 2, 3, 4, 5].map((n) => memory[Math.floor(((memory.length - 1) * n) / 5)] ?? 0)
  const megabytes = [...six, peak].map((bytes) => (bytes / 1e6).toFixed(0))
  console.log(
    `  memory ${megabytes.slice(0, 6).join(' ')} MB, ${megabytes[6]} at most; ${percent(growthOf(memory))} more`,
  )
  console.log(`  open files ${files.at(0)} to ${files.at(-1)}`)
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

/** What was acknowledged and is not there, once the server is stopped; and whether its log is whole. */
async function lostOf({ folder }: Place, found: Found): Promise<string[]> {
  const { dir, keyFile } = placeOf(folder)
  const log = await verifyLog(dir, await knownMasterKey(dir, keyFile), `${folder}/checkpoints`)
  assert.ok(log.ok, JSON.stringify(log))
  const store = await openEmbeddedStore({ dir, keyFile, summaries, clock: wallClock })
  const lost: string[] = []
  const must = (isThere: boolean | undefined, what: string) => void (isThere || lost.push(what))
  for (const { number, startAt } of found.booked)
    must(
      (await store.sessionsOf(number)).some((one) => one.startAt === startAt),
      `session ${number} ${startAt}`,
    )
  for (const number of found.referred) must((await store.caseFile(number)) !== undefined, `referral ${number}`)
  for (const [path, text] of found.noted) {
    const [, , number = '', , id] = path.split('/')
    const note = (await store.caseFile(number))?.notes.find(({ sessionId }) => sessionId === id)
    must((note?.signed ?? note?.draft)?.summary === text, `note ${path}`)
  }
  for (const { number, whose } of found.consented) {
    const { consents = [] } = (await store.caseFile(number)) ?? {}
    must(
      consents.some(({ giver, guardian, route }) => route === 'link' && nameOf({ giver, guardian }) === whose),
      `consent ${number} ${whose}`,
    )
  }
  for (const token of found.submitted) {
    const linkHash = hashOfToken(token)
    const number = (await store.rows({ linkHash })).rows[0]?.number ?? ''
    const { surveys = [] } = (await store.caseFile(number)) ?? {}
    must(surveys.find((one) => one.linkHash === linkHash)?.response !== undefined, 'answers')
  }
  await store.close()
  return lost
}

const nameOf = ({ giver, guardian }: { giver: string; guardian?: number | undefined }) =>
  giver === 'guardian' ? `guardian-${guardian}` : giver

test('a server that keeps every request is noticed', async () => {
  const { memory } = await soaked(await aPlace(), 45, ['--import', leak])
  assert.ok(growthOf(memory) > 0.3, `its memory grew by ${growthOf(memory)} only`)
  console.log(`  a leaking variant grew by ${percent(growthOf(memory))}`)
})

test.run()
