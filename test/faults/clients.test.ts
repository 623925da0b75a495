import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { wrongIn } from '../store/meetings.ts'

/* The sequences of test/store/clients.test.ts, which also shows what they would find: many more. RUNS, SEED. */

const runs = Number(process.env.RUNS ?? 10_000)
const seed = Number(process.env.SEED ?? 8)

const test = suite('several clients at once, very often')

test(`${runs} sequences, seed ${seed}: come out as if one had waited for the other`, async () => {
  const wrong = await wrongIn(runs, seed)
  if (wrong) assert.unreachable(wrong)
  console.log(`  ${runs} sequences, seed ${seed}`)
})

test.run()
