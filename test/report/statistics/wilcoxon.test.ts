import assert from 'node:assert/strict'
import fc from 'fast-check'
import { suite } from 'uvu'
import { ranksOf } from '../../../src/report/statistics/spread.ts'
import { mostExact, signedRank, type Zeros } from '../../../src/report/statistics/wilcoxon.ts'

const signs = suite('The signed-rank test')

const near = (found: number | undefined, expected: number, digits = 6): void =>
  assert.ok(found !== undefined && Math.abs(found - expected) < 10 ** -digits, `${found} is not ${expected}`)

/** Another way to the same p: every pattern of signs is written out and summed. */
function byEnumeration(differences: number[], zeros: Zeros): number {
  const kept = zeros === 'pratt' ? differences : differences.filter((one) => one !== 0)
  const ranks = ranksOf(kept.map(Math.abs))
  const moved = ranks.filter((_, at) => kept[at] !== 0)
  const rose = ranks.reduce((sum, rank, at) => ((kept[at] ?? 0) > 0 ? sum + rank : sum), 0)
  const middle = moved.reduce((sum, rank) => sum + rank, 0) / 2
  let as = 0
  for (let pattern = 0; pattern < 2 ** moved.length; pattern++) {
    const sum = moved.reduce((so, rank, at) => (pattern & (1 << at) ? so + rank : so), 0)
    if (Math.abs(sum - middle) >= Math.abs(rose - middle) - 1e-9) as++
  }
  return as / 2 ** moved.length
}

signs('gives what Hollander & Wolfe give for depression scores: V = 40, p = 0.0390625', () => {
  const [before, after] = [
    [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3],
    [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29],
  ]
  const found = signedRank(before.map((one, at) => one - (after[at] ?? 0)))
  assert.equal(found.rose, 40)
  near(found.p, 0.0390625, 12)
})

signs('gives what Cureton 1967 gives for Darwin’s plants: 96 of 120, p = 0.0412598', () => {
  const found = signedRank([6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75])
  assert.equal(found.rose, 96)
  near(found.p, 0.041259765625, 12)
})

signs('shows the paradox of Pratt 1959: without the zero 70 in 4096 stand against 109 in 8192 once it sinks', () => {
  const rest = [2, 3, 4, 6, 7, 8, 9, 11, 14, 15, 17, -18]
  near(signedRank([0, ...rest], 'wilcoxon').p, (2 * 70) / 4096, 12)
  near(signedRank([-1, ...rest]).p, (2 * 109) / 8192, 12)
  // ranked with the rest, the zero makes the sample no less convincing than once it sank
  const withZero = signedRank([0, ...rest]).p ?? 1
  assert.ok(withZero <= (2 * 109) / 8192)
})

signs('gives what Leuchs & Neuhäuser 2010 work out of Buck’s ten patients, two of them zero: 3 patterns of 256', () => {
  const differences = [0.8, 3, 2.3, 4.3, 4.8, 4.5, 0, 2.8, -2, 0]
  near(signedRank(differences, 'wilcoxon').p, (2 * 3) / 256, 12)
  near(signedRank(differences, 'pratt').p, (2 * 3) / 256, 12)
  assert.deepEqual([signedRank(differences, 'wilcoxon').fell, signedRank(differences).fell], [2, 4])
})

signs('ranks ties and a zero as the Stata manual does for twelve cars: 13.5 against 63.5', () => {
  const cars: [number, number][] = [
    ...([
      [20, 24],
      [18, 17],
      [23, 25],
      [24, 28],
      [21, 21],
      [20, 24],
    ] as [number, number][]),
    ...([
      [25, 22],
      [24, 27],
      [18, 23],
      [23, 21],
      [17, 18],
      [19, 23],
    ] as [number, number][]),
  ]
  const found = signedRank(cars.map(([without, treated]) => without - treated))
  assert.deepEqual([found.n, found.changed, found.rose, found.fell], [12, 11, 13.5, 63.5])
  near(found.rankBiserial, (13.5 - 63.5) / 77, 12)
})

signs('gives no p under six changed pairs, however many did not change', () => {
  assert.equal(signedRank([1, 2, 3, 4, 5]).p, undefined)
  assert.equal(signedRank([1, 2, 3, 4, 5, 0, 0, 0]).p, undefined)
  near(signedRank([1, 2, 3, 4, 5, 6]).p, 0.03125, 12)
  assert.deepEqual(signedRank([0, 0]), { n: 2, changed: 0, rose: 0, fell: 0 })
})

signs('takes for ties what differs by a computer’s rounding only', () => {
  assert.equal(signedRank([0.1 + 0.2, -0.3, 1, 2, 3, 4]).rose, 19.5)
})

signs('is exact: it equals writing out every pattern of signs, with any ties and zeros', () => {
  const scores = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 10 })
  fc.assert(
    fc.property(scores, fc.constantFrom<Zeros>('pratt', 'wilcoxon'), (differences, zeros) => {
      const { p, changed } = signedRank(differences, zeros)
      if (changed < 6) return p === undefined
      return Math.abs((p ?? 0) - byEnumeration(differences, zeros)) < 1e-12
    }),
    { numRuns: Number(process.env.STATISTICS_RUNS ?? 300) },
  )
})

signs('approximates by the normal curve above its limit, close to what is exact just below', () => {
  const many = Array.from({ length: mostExact + 1 }, (_, at) => ((at * 7) % 11) - 4)
  const all = many.filter((one) => one !== 0)
  const more = [...all, ...all]
  const exact = signedRank(all)
  assert.equal(exact.by, 'exact')
  assert.equal(signedRank(more.slice(0, mostExact + 1)).by, 'normal')
  const [one, other] = [signedRank(more.slice(0, mostExact)), signedRank(more.slice(0, mostExact + 1))]
  assert.ok(Math.abs((one.p ?? 0) - (other.p ?? 0)) < 0.02)
})

signs.run()
