import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Coding, Facts } from '../../src/casefile/facts.ts'
import { codingAgreement } from './of-facts.ts'

const facts = (motive: string | undefined, types: string[], second?: Coding): Facts =>
  ({ motive, motives: motive ? [motive] : [], types, channels: [], relation: 'friend', second }) as unknown as Facts
const coding = (motive: string, types: string[]): Coding => ({
  ...{ motive, motives: [motive], types, channels: [], relation: 'friend' },
})
const times = (n: number, one: Facts): Facts[] => Array.from({ length: n }, () => one)

const agreement = suite('agreement of two coders')

agreement('is Cohen’s kappa of the main motive, with the raw share: a table worked by hand', () => {
  // 20 and 15 agreed, 5 and 10 not: po 0.7, pe 0.5, kappa 0.4
  const { pairs, single } = codingAgreement([
    ...times(20, facts('fun', [], coding('fun', []))),
    ...times(5, facts('fun', [], coding('impulse', []))),
    ...times(10, facts('impulse', [], coding('fun', []))),
    ...times(15, facts('impulse', [], coding('impulse', []))),
  ])
  const [motive, relation] = single
  assert.is(pairs, 50)
  assert.equal([motive?.agreed, motive?.n, motive?.kappa?.toFixed(4)], [35, 50, '0.4000'])
  assert.ok((motive?.low ?? 1) < 0.4 && (motive?.high ?? 0) > 0.4)
  assert.equal([relation?.agreed, relation?.kappa], [50, undefined], 'both always said the same: no kappa')
})

agreement('of what may be several is whether each code is there', () => {
  const { several } = codingAgreement([
    ...times(6, facts('fun', ['posting-sharing'], coding('fun', ['posting-sharing']))),
    ...times(2, facts('fun', ['posting-sharing'], coding('fun', ['possession']))),
    ...times(2, facts('fun', [], coding('fun', []))),
  ])
  const types = several.find(({ list }) => list === 'perpetrationType')?.codes ?? []
  const shared = types.find(({ code }) => code === 'posting-sharing')
  assert.equal([shared?.first, shared?.second, shared?.agreed, shared?.n], [8, 6, 8, 10])
  assert.is(shared?.kappa?.toFixed(4), '0.5455')
  const rare = types.find(({ code }) => code === 'possession')
  assert.equal([rare?.agreed, rare?.kappa, rare?.low], [8, undefined, undefined], 'given too seldom')
  assert.is(several.find(({ list }) => list === 'channel')?.codes.length, 0, 'codes that nobody gave have no line')
})

agreement('counts only youths whom both coded', () => {
  assert.is(codingAgreement([facts('fun', []), facts(undefined, [], coding('fun', []))]).pairs, 0)
})

agreement.run()
