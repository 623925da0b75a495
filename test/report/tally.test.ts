// Over 150 lines because each way of counting is worked out by hand beside the others.
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Facts } from '../../src/casefile/facts.ts'
import { codesOf } from '../../src/codebook/codebook.ts'
import { definitions, type FigureId } from '../../src/report/figures.ts'
import type { Filter } from '../../src/report/filter.ts'
import { percentOf } from '../../src/report/tally.ts'
import { tallyIn } from './of-facts.ts'

const someone = (changes: Partial<Facts> = {}): Facts => ({
  ...{
    accepted: true,
    stage: 'consent',
    referredOn: '2026-11-01',
    source: 'teacher',
    basis: 'voluntary',
  },
  ...{ schoolLevel: 'middle', gender: 'male', ageBand: '10-13', motives: [], motivesSelf: [], types: [], channels: [] },
  ...{ measures: [], concerns: [], consents: [], held: {}, heldOwn: 0, minutes: 0, attendance: {}, surveys: [] },
  ...changes,
})
const definitionOf = (id: FigureId) => definitions.find((one) => one.id === id)!
const figure = (id: FigureId, facts: Facts[], filter: Filter = {}) => tallyIn(definitionOf(id), facts, filter)
const rowOf = (id: FigureId, code: string, facts: Facts[]) => figure(id, facts).rows.find((row) => row.code === code)!

const tallying = suite('tallying')

tallying('rounds half up: 1 of 40 is 2.5, so 3', () => {
  const facts = Array.from({ length: 40 }, (_, at) => someone({ gender: at === 0 ? 'female' : 'male' }))
  assert.equal(rowOf('gender', 'female', facts), { code: 'female', count: 1, percent: 3, suppressed: false, youths: 1 })
  // 39 of 40 is 97.5
  assert.is(rowOf('gender', 'male', facts).percent, 98)
})

tallying('rounds below a half down: 4 of 91 is 4.4, so 4', () => {
  assert.is(percentOf(4, 91), 4)
  assert.is(percentOf(57, 91), 63)
  assert.is(percentOf(15, 91), 16)
  assert.is(percentOf(7, 120), 6)
})

tallying('nobody counted is 0 per cent of 0, not a failure', () => {
  const { base, missing, rows } = figure('motive', [])
  assert.equal([base, missing], [0, 0])
  assert.ok(rows.every(({ count, percent }) => count === 0 && percent === 0))
})

tallying('a youth without a main motive is missing and not in the base', () => {
  const { base, missing, unit } = figure('motive', [someone(), someone({ motive: 'fun' }), someone({ motive: 'fun' })])
  assert.equal([base, missing, unit], [2, 1, 'youths'])
})

tallying('several answers: the base is answers, and a youth without one is missing', () => {
  const both = someone({ types: ['possession', 'posting-sharing'] })
  const { base, missing, rows, several } = figure('perpetration-type', [
    both,
    someone({ types: ['possession'] }),
    someone(),
  ])
  assert.equal([base, missing, several], [3, 1, true])
  assert.is(rows.find(({ code }) => code === 'possession')?.percent, 67)
  assert.is(rows.find(({ code }) => code === 'posting-sharing')?.percent, 33)
})

tallying('sessions are counted by kind, and their base is all that were held', () => {
  const { base, missing, unit, rows } = figure('sessions-held', [
    someone({ held: { individual: 9, assessment: 1 } }),
    someone({ held: { individual: 5 } }),
    someone(),
  ])
  assert.equal([base, missing, unit], [15, 1, 'sessions'])
  assert.is(rows.find(({ code }) => code === 'individual')?.count, 14)
})

tallying('every code of the list has a row, in the order of the list, and an unknown one follows', () => {
  const { rows } = figure('school-level', [someone({ schoolLevel: 'of-old' }), someone()])
  assert.equal(
    rows.map(({ code }) => code),
    [...codesOf('schoolLevel'), 'of-old'],
  )
})

tallying('a grade goes with its school level', () => {
  const facts = [someone({ grade: 2 }), someone({ schoolLevel: 'high', grade: 2 }), someone()]
  assert.is(rowOf('grade', 'middle-2', facts).count, 1)
  assert.is(rowOf('grade', 'high-2', facts).count, 1)
  assert.is(figure('grade', facts).missing, 1)
})

tallying('who was not accepted is not counted at all', () => {
  const { base, missing } = figure('school-level', [someone({ accepted: false }), someone()])
  assert.equal([base, missing], [1, 0])
})

tallying('first and last day of the period are counted in, the days beside them are not', () => {
  const days = ['2019-08-31', '2019-09-01', '2020-12-31', '2021-01-01']
  const facts = days.map((referredOn) => someone({ referredOn }))
  assert.is(figure('gender', facts, { from: '2019-09-01', to: '2020-12-31' }).base, 2)
  assert.is(figure('gender', facts, { from: '2021-01-01' }).base, 1)
  assert.is(figure('gender', facts, { to: '2019-08-31' }).base, 1)
})

tallying('school level and basis both must fit', () => {
  const facts = [someone(), someone({ schoolLevel: 'high' }), someone({ basis: 'measure-5' })]
  assert.is(figure('gender', facts, { schoolLevel: 'middle', basis: 'voluntary' }).base, 1)
})

const codes = (list: Parameters<typeof codesOf>[0]) => fc.constantFrom(...codesOf(list))
const anybody: fc.Arbitrary<Facts> = fc
  .record({
    accepted: fc.boolean(),
    gender: codes('gender'),
    schoolLevel: codes('schoolLevel'),
    grade: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
    motive: fc.option(codes('motive'), { nil: undefined }),
    types: fc.uniqueArray(codes('perpetrationType'), { maxLength: 4 }),
    held: fc.dictionary(codes('sessionKind'), fc.integer({ min: 1, max: 20 })),
  })
  .map(someone)

tallying('whoever comes: rows add up to the base, and shares are those of the rows', () => {
  fc.assert(
    fc.property(fc.array(anybody, { maxLength: 60 }), (facts) => {
      const accepted = facts.filter((one) => one.accepted).length
      for (const definition of definitions) {
        const { base, missing, rows } = tallyIn(definition, facts, {})
        assert.is(
          rows.reduce((sum, { count }) => sum + count, 0),
          base,
        )
        if (!definition.several) assert.is(base + missing, accepted)
        for (const { count, percent } of rows) {
          const exact = base === 0 ? 0 : (100 * count) / base
          assert.ok(
            Number.isInteger(percent) && percent - exact > -0.5 && percent - exact <= 0.5,
            `${count} of ${base}`,
          )
        }
      }
    }),
  )
})

tallying.run()
