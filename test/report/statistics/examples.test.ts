import assert from 'node:assert/strict'
import { suite } from 'uvu'
import { effectOf, hedgesJ } from '../../../src/report/statistics/effect.ts'
import { holmOf } from '../../../src/report/statistics/holm.ts'
import {
  errorOfDifference,
  leastReliable,
  reliableChange,
  reliableChangeIndex,
} from '../../../src/report/statistics/reliable-change.ts'
import { medianOf, quantileOf, ranksOf, sdOf, spearmanOf } from '../../../src/report/statistics/spread.ts'
import { intervalOf, pairedT, quantileOfT } from '../../../src/report/statistics/student-t.ts'

const examples = suite('Published worked examples')

/** To so many digits after the point. */
const near = (found: number | undefined, expected: number, digits = 4): void =>
  assert.ok(found !== undefined && Math.abs(found - expected) < 0.5 * 10 ** -digits, `${found} is not ${expected}`)

/** Hours of sleep gained by two drugs (Cushny & Peebles 1905), as Student 1908 has them and R keeps them. */
const sleep = [
  [0.7, 1.9],
  [-1.6, 0.8],
  [-0.2, 1.1],
  [-1.2, 0.1],
  [-0.1, -0.1],
  [3.4, 4.4],
  [3.7, 5.5],
  [0.8, 1.6],
  [0, 4.6],
  [2, 3.4],
].map(([after = 0, before = 0]) => ({ before, after }))
const differences = sleep.map(({ before, after }) => after - before)

examples('Student’s sleep data: t = −4.0621, df 9, p = 0.002833, −2.4599 to −0.7001 around −1.58', () => {
  const test = pairedT(differences)
  near(test?.t, -4.0621)
  assert.equal(test?.df, 9)
  near(test?.p, 0.002833, 6)
  const interval = intervalOf(differences)
  near(interval?.mean, -1.58)
  near(interval?.low, -2.4598858, 6)
  near(interval?.high, -0.7001142, 6)
})

examples('t tables: 12.7062 at 1, 2.2622 at 9, 2.0452 at 29 degrees of freedom leave 2.5 % above', () => {
  near(quantileOfT(0.975, 1), 12.7062)
  near(quantileOfT(0.975, 9), 2.2622)
  near(quantileOfT(0.975, 29), 2.0452)
  near(quantileOfT(0.025, 9), -2.2622)
})

examples('Hedges 1981: the exact correction is 0.5642 at 2, 0.9139 at 9, 0.9227 at 10 degrees of freedom', () => {
  // at 2 degrees it is Γ(1) / Γ(1/2) = 1 / √π
  near(hedgesJ(2), 1 / Math.sqrt(Math.PI), 12)
  near(hedgesJ(9), 0.9139)
  near(hedgesJ(10), 0.9227)
  // his approximation 1 − 3 / (4 df − 1) is close from ten on
  for (const df of [10, 30, 98]) assert.ok(Math.abs(hedgesJ(df) - (1 - 3 / (4 * df - 1))) < 5e-4)
})

examples('the sleep data’s effect: d_z = t / √n = −1.2846, corrected −1.1739; by the mean SD −0.8335, −0.7617', () => {
  const effect = effectOf(sleep)
  near(effect?.dz, -1.2846)
  near(effect?.gz, -1.1739)
  near(effect?.dav, -0.8335)
  near(effect?.gav, -0.7617)
})

examples('Jacobson & Truax 1991: SD 7.5 and r .80 make S_diff 4.74, and 32.5 to 47.5 an index of 3.16', () => {
  const norm = { sd: 7.5, reliability: 0.8 }
  near(errorOfDifference(norm), 4.74, 2)
  near(errorOfDifference(norm), Math.sqrt(22.5), 10)
  near(reliableChangeIndex(32.5, 47.5, norm), 3.1623)
  assert.equal(reliableChange(32.5, 47.5, norm, 'higher'), 'improved')
  assert.equal(reliableChange(32.5, 47.5, norm, 'lower'), 'worse')
  near(leastReliable(norm), 9.2971)
  assert.equal(reliableChange(40, 49, norm, 'higher'), 'unchanged')
  assert.equal(reliableChange(40, 49.3, norm, 'higher'), 'improved')
  assert.equal(reliableChange(40, 30.7, norm, 'higher'), 'worse')
})

examples('pingouin’s example of Holm: .5, .003, .32, .054, .0003 become .64, .012, .64, .162, .0015', () => {
  const found = holmOf([0.5, 0.003, 0.32, 0.054, 0.0003])
  for (const [at, expected] of [0.64, 0.012, 0.64, 0.162, 0.0015].entries()) near(found[at], expected, 6)
  assert.deepEqual(holmOf([0.04, undefined, 0.01]), [0.04, undefined, 0.02])
})

examples('quartiles are of type 7 (Hyndman & Fan 1996): of 1 to 10 they are 3.25, 5.5 and 7.75', () => {
  const numbers = [3, 1, 2, 10, 9, 8, 7, 6, 5, 4]
  assert.deepEqual([quantileOf(numbers, 0.25), medianOf(numbers), quantileOf(numbers, 0.75)], [3.25, 5.5, 7.75])
})

examples('ranks that are tied share their mean, and Spearman’s goes from −1 to 1', () => {
  assert.deepEqual(ranksOf([10, 20, 20, 5]), [2, 3.5, 3.5, 1])
  near(spearmanOf([1, 2, 3, 4], [10, 20, 30, 40]), 1, 10)
  near(spearmanOf([1, 2, 3, 4], [9, 7, 5, 1]), -1, 10)
  assert.equal(spearmanOf([1, 2, 3], [5, 5, 5]), undefined)
  assert.equal(spearmanOf([1, 2], [1, 2]), undefined)
})

examples('nothing is made of too little: no interval of one, no test and no effect where all changed alike', () => {
  assert.equal(intervalOf([1]), undefined)
  assert.equal(pairedT([0.3, 0.3, 0.3]), undefined)
  assert.equal(sdOf([0.1 + 0.2, 0.3, 0.3]), 0)
  const alike = [1, 2, 3].map((before) => ({ before, after: before + 1 }))
  assert.equal(effectOf(alike), undefined)
  assert.equal(effectOf(sleep.slice(0, 2)), undefined)
})

examples.run()
