import assert from 'node:assert/strict'
import { suite } from 'uvu'
import { kappaOf } from '../../../src/report/statistics/kappa.ts'
import { z975 } from '../../../src/report/statistics/normal.ts'

const agreement = suite('Cohen’s kappa')

/** Pairs of one-letter codes by how often each occurs: `{ ab: 15 }` is 15 times a beside b. */
const pairs = (counts: Record<string, number>): [string, string][] =>
  Object.entries(counts).flatMap(([[one = '', other = ''], count]) =>
    Array.from({ length: count }, (): [string, string] => [one, other]),
  )

const near = (found: number | undefined, expected: number): void =>
  assert.ok(found !== undefined && Math.abs(found - expected) < 5e-5, `${found} is not ${expected}`)

agreement('gives .492 for the 200 of Cohen 1960, table 1: 70 % agree, 41 % by chance', () => {
  const found = kappaOf(pairs({ aa: 88, ab: 14, ac: 18, ba: 10, bb: 40, bc: 10, ca: 2, cb: 6, cc: 12 }))
  near(found.kappa, 0.29 / 0.59)
  assert.deepEqual([found.agreed, found.n], [140, 200])
})

agreement('gives 0.1304 for 45, 15, 25 and 15', () => {
  near(kappaOf(pairs({ aa: 45, ab: 15, ba: 25, bb: 15 })).kappa, 0.1304)
})

agreement(
  'has the standard error of Fleiss & Paik 2003: 31, 12, 4 and 58 make 0.6757, 0.0734, 0.5317 to 0.8196',
  () => {
    const { kappa, low, high } = kappaOf(pairs({ aa: 31, ab: 12, ba: 4, bb: 58 }))
    near(kappa, 0.6756757)
    near(low, 0.531721)
    near(high, 0.8196303)
    near(((high ?? 0) - (kappa ?? 0)) / z975, 0.07344761)
  },
)

agreement('is 1 where all agree, below 0 where they agree less than by chance', () => {
  const all = kappaOf(pairs({ aa: 3, bb: 4 }))
  assert.deepEqual([all.kappa, all.low, all.high], [1, 1, 1])
  assert.equal(kappaOf(pairs({ ab: 5, ba: 5 })).kappa, -1)
})

agreement('says nothing of no pairs, or where one code is all that there is', () => {
  assert.deepEqual(kappaOf([]), { agreed: 0, n: 0 })
  assert.deepEqual(kappaOf(pairs({ aa: 9 })), { agreed: 9, n: 9 })
})

agreement.run()
