import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fuzzed } from '../support/fuzz.ts'
import { aSiege } from '../support/siege.ts'

/*
 * The malformed requests of test/web/malformed.test.ts, which also shows what they would find: many more for each
 * route. RUNS says how many, SEED which.
 */

const runs = Number(process.env.RUNS ?? 2_000)
const seed = Number(process.env.SEED ?? 8)

const test = suite('very many malformed requests')

test(`${runs} for every route, seed ${seed}: nothing breaks, nothing hangs, nothing changes`, async () => {
  const siege = await aSiege()
  const from = process.cpuUsage()
  const count = await fuzzed(siege, { seed, perRoute: runs, forms: Math.ceil(runs / 5) })
  const { user, system } = process.cpuUsage(from)
  const seconds = Math.round((user + system) / 1e6)
  console.log(`  ${siege.doors.length} routes, ${count} requests, seed ${seed}: ${seconds} s of CPU`)
  assert.is(count, siege.doors.length * runs)
  await siege.house.close()
})

test.run()
