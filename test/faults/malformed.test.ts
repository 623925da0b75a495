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
  const forms = Math.ceil(runs / 5)
  const from = process.cpuUsage()
  let [routes, count] = [0, 0]
  // forms in a house of their own: behind so many others the month's log, which a review reads, would have 500,000 lines
  for (const some of [
    { perRoute: runs - forms, forms: 0 },
    { perRoute: forms, forms },
  ]) {
    const siege = await aSiege()
    count += await fuzzed(siege, { seed, ...some })
    routes = siege.doors.length
    await siege.house.close()
  }
  const { user, system } = process.cpuUsage(from)
  const seconds = Math.round((user + system) / 1e6)
  console.log(`  ${routes} routes, ${count} requests, seed ${seed}: ${seconds} s of CPU`)
  assert.is(count, routes * runs)
})

test.run()
