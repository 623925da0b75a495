// Over 150 lines because what is changed, the plain counting beside it and the control are one property.

import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Facts } from '../../src/casefile/facts.ts'
import { codesOf } from '../../src/codebook/codebook.ts'
import { codingAgreement } from '../../src/report/coding.ts'
import { crossTally } from '../../src/report/cross.ts'
import { Everyone, youthsOf } from '../../src/report/everyone.ts'
import { definitionOf, definitions } from '../../src/report/figures.ts'
import { countedIn, type Filter } from '../../src/report/filter.ts'
import { keptReads } from '../../src/report/kept-reads.ts'
import { markedCross, markedFigures } from '../../src/report/marked.ts'
import { operationsOf } from '../../src/report/operations.ts'
import { outcomeOf } from '../../src/report/outcome.ts'
import { describedAt, flowOf } from '../../src/report/outcome-flow.ts'
import { completionOf, doseOf, followUpsOf } from '../../src/report/outcome-groups.ts'
import { tally } from '../../src/report/tally.ts'
import type { Youths } from '../../src/report/youths.ts'

// not made smaller when one fails: each takes seconds, and the search for a smaller one would not end
const runs = { numRuns: Number(process.env.RUNS ?? 8), seed: Number(process.env.SEED ?? 8), endOnFailure: true }

const code = (list: Parameters<typeof codesOf>[0]) => fc.constantFrom(...codesOf(list))
const codes = (list: Parameters<typeof codesOf>[0]) => fc.uniqueArray(code(list), { maxLength: 3 })
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })
const coding = {
  ...{ motive: maybe(code('motive')), motives: codes('motive'), types: codes('perpetrationType') },
  ...{ channels: codes('channel'), relation: maybe(code('relationToVictim')) },
}
const scores = fc.record({ CTRL: fc.integer({ min: 1, max: 5 }), PEER: fc.integer({ min: 1, max: 5 }) })
const survey = (wave: Facts['surveys'][number]['wave']) =>
  fc.oneof(
    fc.record({ wave: fc.constant(wave), became: fc.constant('refused' as const) }),
    fc.record({
      ...{ wave: fc.constant(wave), became: fc.constant('answered' as const), scores },
      asked: fc.constantFrom({ CTRL: 'one ko', PEER: 'one ko' }, { CTRL: 'one en', PEER: 'two ko' }),
    }),
  )
const anybody: fc.Arbitrary<Facts> = fc.record({
  ...{ accepted: fc.boolean(), stage: fc.constantFrom('sessions' as const, 'closed' as const) },
  referredOn: fc.constantFrom('2020-02-03', '2020-08-09', '2021-01-31', '2021-12-01'),
  ...{ source: code('referralSource'), basis: code('referralBasis'), measures: codes('schoolMeasure') },
  ...{ schoolLevel: code('schoolLevel'), gender: code('gender'), ageBand: code('ageBand') },
  ...{ grade: maybe(fc.integer({ min: 1, max: 3 })), ...coding, concerns: codes('concern') },
  ...{ motiveSelf: maybe(code('motive')), motivesSelf: codes('motive'), second: maybe(fc.record(coding)) },
  consents: fc.constant([]),
  ...{ waitingDays: maybe(fc.nat(70)), planned: maybe(fc.nat(12)), orderedMinutes: maybe(fc.nat(600)) },
  ...{ held: fc.dictionary(code('sessionKind'), fc.integer({ min: 1, max: 9 })), heldOwn: fc.nat(9) },
  ...{ minutes: fc.nat(500), attendance: fc.dictionary(code('attendance'), fc.integer({ min: 0, max: 4 })) },
  surveys: fc.tuple(survey('intake'), survey('exit'), survey('follow-up-3')).map((all) => [...all]),
  ...{ closedOn: maybe(fc.constant('2021-12-30')), closureReason: maybe(code('closureReason')) },
})

/** Somebody known by a handle becomes somebody else, or goes. */
const step = fc.tuple(fc.integer({ min: 0, max: 12 }).map(String), fc.option(anybody, { nil: undefined, freq: 3 }))

const filters: Filter[] = [{ from: '2020-03-01', to: '2021-06-30' }, { schoolLevel: 'middle' }]
const rules = { threshold: 3, releases: [] }

const everything = (youths: Youths) => ({
  figures: filters.map((filter) => markedFigures(youths, filter, rules)),
  cross: markedCross(['motive', 'school-level'], youths, {}, rules),
  operations: filters.map((filter) => operationsOf(youths, filter)),
  coding: codingAgreement(youths),
  outcome: outcomeOf(youths),
  flow: flowOf(youths),
  described: describedAt(youths, 'SAT', 'exit'),
  ...{ completion: completionOf(youths, 'CTRL'), dose: doseOf(youths, 'CTRL'), later: followUpsOf(youths, 'CTRL') },
})

/** Youth after youth, as anybody would count. */
function plainly(counts: (facts: Facts) => readonly (readonly [string, number])[], all: readonly Facts[]) {
  const rows = new Map<string, number>()
  for (const one of all) for (const [row, count] of counts(one)) rows.set(row, (rows.get(row) ?? 0) + count)
  return { rows, missing: all.filter((one) => counts(one).length === 0).length }
}

function changedStepByStep(steps: readonly [handle: string, facts: Facts | undefined][], forget = true) {
  const everyone = new Everyone(keptReads)
  const there = new Map<string, Facts>()
  for (const [handle, facts] of steps) {
    if (facts) {
      everyone.put(handle, facts)
      there.set(handle, facts)
    } else {
      if (forget) everyone.remove(handle)
      there.delete(handle)
    }
  }
  return { youths: everyone.youths, facts: [...there.values()] }
}

const steps = fc.array(step, { maxLength: 60 })
const everyone = suite('everyone')

everyone('put in, put in again and taken away: what is counted is what is counted of those who are left', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const { youths, facts } = changedStepByStep(taken)
      // told without what differs: to lay it side by side would take minutes
      assert.ok(isDeepStrictEqual(everything(youths), everything(youthsOf(facts))))
    }),
    runs,
  )
})

everyone('counted by value as counted one after the other', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const { youths, facts } = changedStepByStep(taken)
      for (const definition of definitions) {
        const { rows, missing } = tally(definition, countedIn(youths, {}))
        const found = plainly(
          definition.counts,
          facts.filter(({ accepted }) => accepted),
        )
        assert.is(missing, found.missing, definition.id)
        const whole = (count: number) => (definition.unit === 'hours' ? Math.floor((count + 30) / 60) : count)
        for (const row of rows)
          assert.is(row.count, whole(found.rows.get(row.code) ?? 0), `${definition.id} ${row.code}`)
      }
      const [one, other] = [definitionOf('motive-all'), definitionOf('gender')]
      const { rowCodes, columnCodes, cells } = crossTally(one, other, youths)
      for (const [r, row] of rowCodes.entries())
        for (const [c, column] of columnCodes.entries())
          assert.is(
            cells[r]?.[c],
            facts.filter(({ motives, gender }) => motives.includes(row) && gender === column).length,
          )
    }),
    runs,
  )
})

everyone('control: one who went and is still counted is found out', () => {
  const { failed } = fc.check(
    fc.property(steps, (taken) => {
      const { youths, facts } = changedStepByStep(taken, false)
      assert.equal(flowOf(youths), flowOf(youthsOf(facts)))
    }),
    { ...runs, numRuns: 200 },
  )
  assert.ok(failed)
})

everyone('more than 65,536 different values, each kept', () => {
  const minutes = (facts: Facts) => facts.minutes
  const many = new Everyone([minutes])
  for (let n = 0; n < 70_000; n++) many.put(String(n), { minutes: n } as Facts)
  for (let n = 0; n < 69_000; n++) many.remove(String(n))
  const left = many.youths.counted(minutes).map(([value]) => value)
  assert.is(left.length, 1000)
  assert.ok(left.every((value) => value >= 69_000 && value < 70_000))
})

everyone('what is not kept cannot be asked', () => {
  assert.throws(() => new Everyone([]).youths.counted(({ gender }) => gender), /not kept/)
})

everyone.run()
