// Over 150 lines because each rule is worked by hand beside the others.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Facts } from '../../src/casefile/facts.ts'
import { codesOf } from '../../src/codebook/codebook.ts'
import { type Choice, thresholdOf } from '../../src/report/publish.ts'
import type { Published } from '../../src/report/shown.ts'
import { factsOf, released } from './disclosure-world.ts'
import { published } from './of-facts.ts'

/* Worked by hand: who is hidden, and what is hidden beside them. */

const test = suite('what is published')
const choice: Choice = { figures: ['gender'], crosses: [], outcome: false, from: '2020-1', to: '2020-2' }

/** So many of each, referred in one half-year. */
const youths = (how: Partial<Facts>, count: number, half = '2020-1'): Facts[] =>
  Array.from({ length: count }, () => ({ ...factsOf({ half, has: {} }), ...how }))
const genders = codesOf('gender')
const everyGender = (counts: number[], half?: string): Facts[] =>
  genders.flatMap((gender, at) => youths({ gender }, counts[at] ?? 0, half))
const countsIn = ({ figures: [figure] }: Published) => figure?.rows.map(({ count }) => count)
const sharesIn = ({ figures: [figure] }: Published) => figure?.rows.map(({ percent }) => percent)

test('a small row takes the next smallest with it, since it would follow from the base', () => {
  const tables = published(choice, everyGender([30, 20, 9, 2]), 5, [])
  assert.equal([tables.figures[0]?.base, tables.figures[0]?.missing], [61, 0])
  assert.equal(countsIn(tables), [30, 20, null, null])
})

test('two small rows that are not small together need no third', () => {
  assert.equal(countsIn(published(choice, everyGender([30, 20, 4, 3]), 5, [])), [30, 20, null, null])
})

test('of a trait that all have nothing is shown: nobody else has it would be said too', () => {
  assert.equal(countsIn(published(choice, everyGender([40, 0, 0, 0]), 5, [])), [null, null, null, null])
})

test('a row of exactly the threshold is shown, one below is not, whatever the threshold', () => {
  for (const [threshold, shown] of [
    [3, [30, 20, 10, 3]],
    [4, [30, 20, null, null]],
    [10, [30, 20, null, null]],
  ] as const)
    assert.equal(countsIn(published(choice, everyGender([30, 20, 10, 3]), threshold, [])), shown, String(threshold))
})

test('the threshold is never under 3, even if it is settled so', () => {
  assert.equal([thresholdOf({ threshold: 1 }), thresholdOf({}), thresholdOf(undefined)], [3, 5, 5])
  assert.equal(countsIn(published(choice, everyGender([30, 20, 10, 2]), 1, [])), [30, 20, null, null])
})

test('percentages are whole, of a shown base of 20 youths or more, and of shown rows only', () => {
  assert.equal(sharesIn(published(choice, everyGender([14, 5, 0, 0]), 5, [])), [null, null, null, null])
  assert.equal(sharesIn(published(choice, everyGender([13, 7, 6, 0]), 5, [])), [50, 27, null, null])
})

test('nobody is told how many are missing when they are few, and the base that would tell is hidden', () => {
  const facts = [...youths({ motive: 'fun' }, 30), ...youths({ motive: 'impulse' }, 30), ...youths({}, 2)]
  const small = facts.map((one, at) => ({ ...one, gender: genders[at % 4] ?? '' }))
  const [gender, found] = published({ ...choice, figures: ['gender', 'motive'] }, small, 5, []).figures
  assert.equal([gender?.base, found?.base, found?.missing], [62, null, null])
})

test('a row of a cross-table is no more than the row of the figure, where nobody is missing', () => {
  const of = (schoolLevel: string, motive: string, count: number) => youths({ schoolLevel, motive }, count)
  const many = [of('middle', 'fun', 30), of('high', 'fun', 20), of('high', 'impulse', 7), of('elementary', 'fun', 5)]
  const facts = [...many, of('alternative', 'fun', 1), of('out-of-school', 'fun', 1)].flat()
  const tables = published(
    { ...choice, figures: ['school-level'], crosses: [['school-level', 'motive']] },
    facts,
    5,
    [],
  )
  // 64 less 30, 27 and 5 are 2, whatever table the 5 stands in
  const shown = [null, 30, 27, null, null, null, null, null]
  assert.equal(countsIn(tables), shown)
  assert.equal(tables.crosses[0]?.rowTotals, shown)
})

test('a release of a longer time does not show what was added', () => {
  const [first, second] = [everyGender([20, 20, 20, 20]), everyGender([20, 20, 2, 20], '2020-2')]
  const early = { ...choice, to: '2020-1' }
  const before = published(early, [...first, ...second], 5, [])
  assert.equal(countsIn(before), [20, 20, 20, 20])
  const given = [released(early, before, 5)]
  const after = countsIn(published(choice, [...first, ...second], 5, given))
  assert.is(after?.[2], null)
  assert.is(after?.filter((count) => count === null).length, 2, 'and another with it, since the base is shown')
  assert.equal(countsIn(published(choice, [...first, ...second], 5, [])), [40, 40, 22, 40])
})

test('what was withdrawn stays known; what was never approved is not', () => {
  const facts = [...everyGender([20, 20, 20, 20]), ...everyGender([20, 20, 2, 20], '2020-2')]
  const early = { ...choice, to: '2020-1' }
  const release = released(early, published(early, facts, 5, []), 5)
  const signed = { by: 'seo', at: '2026-11-22T02:00:00.000Z' }
  const hides = (earlier: typeof release) => countsIn(published(choice, facts, 5, [earlier]))?.includes(null)
  assert.ok(hides({ ...release, withdrawn: { ...signed, why: 'wrong' } }))
  assert.not.ok(hides({ ...release, approved: undefined }))
})

test('one school level does not show the few who are left', () => {
  const facts = [...everyGender([20, 20, 20, 20]), ...youths({ gender: 'female', schoolLevel: 'high' }, 3)]
  const before = released(choice, published(choice, facts, 5, []), 5)
  assert.equal(countsIn(before.tables as Published), [20, 23, 20, 20])
  const only = { figure: 'school-level' as const, code: 'middle' }
  const tables = published({ ...choice, only }, facts, 5, [before])
  assert.equal([tables.figures[0]?.base, countsIn(tables)?.[1]], [null, null])
})

test('of one part of the youths there are neither cross-tables nor that part itself', () => {
  const only = { figure: 'school-level' as const, code: 'middle' }
  const asked: Choice = { ...choice, figures: ['gender', 'school-level'], crosses: [['gender', 'motive']], only }
  const tables = published(asked, everyGender([20, 20, 20, 20]), 5, [])
  assert.equal([tables.figures.map(({ id }) => id), tables.crosses], [['gender'], []])
})

test('sessions are counted by those who came: many sessions of few youths are hidden', () => {
  const facts = [
    ...youths({ held: { individual: 10, group: 2 } }, 20),
    ...youths({ held: { individual: 10, crisis: 30 } }, 2),
    ...youths({ held: { individual: 10, family: 2 } }, 9),
  ]
  const [held] = published({ ...choice, figures: ['sessions-held'] }, facts, 5, []).figures
  const of = (code: string) => held?.rows.find((row) => row.code === code)?.count
  assert.equal([held?.base, of('individual'), of('group'), of('family'), of('crisis')], [428, 310, 40, null, null])
})

const score = (value: number): Partial<Facts> => ({
  surveys: (['intake', 'exit'] as const).map((wave) => ({
    ...{ wave, became: 'answered' as const },
    ...{ scores: { CTRL: wave === 'exit' ? value + 1 : value }, asked: { CTRL: 'same ko' } },
  })),
})
const pairsIn = ({ outcome }: Published) => {
  const scale = outcome.find((one) => one.scale === 'CTRL')
  return [scale?.pairs, scale?.numbers !== undefined]
}
const change: Choice = { ...choice, figures: [], outcome: true }
const scored = (count: number, half?: string) =>
  Array.from({ length: count }, (_, at) => youths(score(1 + (at % 4)), 1, half)).flat()

test('means are of eight pairs or more', () => {
  assert.equal(pairsIn(published(change, scored(7), 5, [])), [null, false])
  assert.equal(pairsIn(published(change, scored(8), 5, [])), [8, true])
  assert.equal(pairsIn(published(change, scored(9), 10, [])), [null, false])
})

test('a mean that differs from an earlier one by a few pairs is not shown', () => {
  const facts = [...scored(20), ...scored(3, '2020-2')]
  const early = { ...change, to: '2020-1' }
  const given = [released(early, JSON.parse(JSON.stringify(published(early, facts, 5, []))), 5)]
  assert.equal(pairsIn(published(change, facts, 5, given)), [null, false])
  assert.equal(pairsIn(published(early, facts, 5, given)), [20, true], 'the same again')
  const many = [...scored(20), ...scored(12, '2020-2')]
  assert.equal(pairsIn(published(change, many, 5, given)), [32, true])
})

test('a mean of the same youths with one score put right is not shown again', () => {
  const facts = scored(20)
  const given = [released(change, JSON.parse(JSON.stringify(published(change, facts, 5, []))), 5)]
  const [first, ...others] = facts as [Facts, ...Facts[]]
  assert.equal(pairsIn(published(change, [{ ...first, ...score(4) }, ...others], 5, given)), [null, false])
})

test('the order of the facts changes nothing', () => {
  const facts = [...everyGender([9, 9, 9, 2]), ...everyGender([9, 9, 2, 9], '2020-2')]
  const all: Choice = {
    ...choice,
    figures: ['gender', 'school-level', 'referred-half'],
    crosses: [['gender', 'referred-half']],
  }
  assert.equal(published(all, facts, 5, []), published(all, [...facts].reverse(), 5, []))
})

test.run()
