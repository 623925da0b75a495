import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { disagreedIn } from '../store/both-stores.ts'

/* The sequences of test/store/sequences.test.ts, which also shows what they would find: many more. RUNS, SEED. */

const runs = Number(process.env.RUNS ?? 500)
const seed = Number(process.env.SEED ?? 8)

const test = suite('very many random sequences')

test(`${runs} of fifty changes each, seed ${seed}: no store says anything else than the model`, async () => {
  const wrong = await disagreedIn(runs, seed)
  if (wrong) assert.unreachable(wrong)
})

test.run()
