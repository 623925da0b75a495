import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { disagreedIn, disagreement } from './both-stores.ts'

/*
 * Random sequences of fifty changes, one after the other, give the same truth on every store and on the plain model.
 * RUNS says how many, SEED which.
 */

const runs = Number(process.env.RUNS ?? 15)
const seed = Number(process.env.SEED ?? 7)

const test = suite('random sequences')

test(`${runs} of fifty changes each, seed ${seed}: no store says anything else than the model`, async () => {
  const wrong = await disagreedIn(runs, seed)
  if (wrong) assert.unreachable(wrong)
})

for (const wrong of [{ filter: 'reader' }, { filter: 'coveredBy' }, { erasure: true }] as const)
  test(`a store that forgets ${'erasure' in wrong ? 'facts at an erasure' : wrong.filter} is caught`, async () => {
    assert.match((await disagreement(100, seed, undefined, wrong)) ?? '', /rows|facts/)
  })

test.run()
