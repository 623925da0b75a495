// Over 150 lines because each way in which a pair comes about or does not is worked out by hand.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Facts, Surveyed } from '../../src/casefile/facts.ts'
import { comparedOf, outcomeScales } from '../../src/report/outcome.ts'
import { completionOf, describedAt, doseOf, flowOf, followUpsOf, outcomeOf } from './of-facts.ts'

type Score = [score: number, asked?: string]

/** What somebody answered at a time: scores on self-control and distress, asked in the usual words unless said. */
const answered = (wave: Surveyed['wave'], [score, asked = 'aaaaaaaa ko']: Score): Surveyed => ({
  ...{ wave, became: 'answered' },
  scores: { CTRL: score, WELL: score },
  asked: { CTRL: asked, WELL: asked },
})

function someone(surveys: Surveyed[], changes: Partial<Facts> = {}): Facts {
  return {
    ...{ accepted: true, stage: 'closed', referredOn: '2026-11-01', source: 'teacher', basis: 'voluntary' },
    ...{ schoolLevel: 'middle', gender: 'male', ageBand: '10-13', motives: [], motivesSelf: [], types: [] },
    ...{ channels: [], measures: [], concerns: [], consents: [], held: {}, heldOwn: 10, minutes: 0, attendance: {} },
    ...{ surveys, closedOn: '2026-11-20', closureReason: 'completed' },
    ...changes,
  }
}
const both = (before: Score, after: Score, changes: Partial<Facts> = {}) =>
  someone([answered('intake', before), answered('exit', after)], changes)
const ctrl = (facts: Facts[], norms = {}) => outcomeOf(facts, norms).find(({ scale }) => scale === 'CTRL')!

const change = suite('change on the scales')

change('is asked of ten scales: neither distress nor satisfaction is an outcome', () => {
  const scales = outcomeScales().map(([scale]) => scale)
  assert.is(scales.length, 10)
  assert.not.ok(scales.includes('WELL') || scales.includes('SAT'))
})

change('takes pairs only, and those by score so that no place in the row is anybody’s', () => {
  const { pairs, numbers } = ctrl([both([3], [4]), someone([answered('intake', [1])]), both([2], [2.5])])
  assert.equal(pairs, [
    { before: 2, after: 2.5 },
    { before: 3, after: 4 },
  ])
  assert.is(numbers?.before.mean, 2.5)
  assert.is(numbers?.change.mean, 0.75)
})

change('compares nothing whose words or language changed, and counts it', () => {
  const facts = [both([3], [4, 'bbbbbbbb ko']), both([3], [4, 'aaaaaaaa en']), both([3], [4])]
  assert.equal([ctrl(facts).pairs.length, ctrl(facts).apart], [1, { wording: 1, language: 1 }])
  assert.equal(comparedOf(facts[0]!, 'CTRL', 'intake', 'exit'), { is: 'wording' })
  assert.equal(comparedOf(facts[1]!, 'CTRL', 'intake', 'exit'), { is: 'language' })
})

change('counts apart from that who answered both and has no score on it', () => {
  const facts = [someone([answered('intake', [3]), { wave: 'exit', became: 'answered', scores: {}, asked: {} }])]
  assert.equal([ctrl(facts).unscored, ctrl(facts).pairs.length], [1, 0])
})

change('has no p under six pairs, and a Holm p that is no smaller once there is one', () => {
  const five = [1, 2, 3, 4, 5].map((at) => both([2], [2 + at / 10]))
  assert.is(ctrl(five).numbers?.p, undefined)
  const six = ctrl([...five, both([2], [2.6])])
  assert.is(six.numbers?.p, 0.03125)
  assert.is(six.holm, 0.03125)
})

change('of one pair nothing is summed up, of none nothing at all', () => {
  assert.is(ctrl([both([2], [3])]).numbers, undefined)
  assert.equal([ctrl([]).numbers, ctrl([]).before], [undefined, undefined])
})

change('is called reliable only with norms, and by the direction that is hoped for', () => {
  const facts = [both([2], [4]), both([4], [2]), both([3], [3.1])]
  assert.is(ctrl(facts).reliable, undefined)
  const norm = { sd: 0.5, reliability: 0.8, source: 'made up', by: 'seo', at: '2026-11-01T00:00:00.000Z' }
  const { least, ...counts } = ctrl(facts, { CTRL: norm }).reliable!
  assert.equal(counts, { improved: 1, unchanged: 1, worse: 1 })
  assert.ok(Math.abs(least - 1.96 * 0.5 * Math.sqrt(0.4)) < 1e-12)
  const peer = (before: number, after: number): Facts => {
    const asked = { PEER: 'cccccccc ko' }
    return someone([
      { wave: 'intake', became: 'answered', scores: { PEER: before }, asked },
      { wave: 'exit', became: 'answered', scores: { PEER: after }, asked },
    ])
  }
  const lower = outcomeOf([peer(4, 2), peer(4, 2)], { PEER: norm }).find(({ scale }) => scale === 'PEER')
  assert.is(lower?.reliable?.improved, 2)
})

change('says who is missing at the end and why', () => {
  const intake = answered('intake', [3])
  const open = { closedOn: undefined, closureReason: undefined }
  const facts = [
    both([3], [4]),
    someone([intake, { wave: 'exit', became: 'refused' }]),
    someone([intake, { wave: 'exit', became: 'no-answer' }]),
    someone([intake, { wave: 'exit', became: 'no-answer' }], open),
    someone([intake]),
    someone([intake], open),
    someone([], open),
  ]
  assert.equal(flowOf(facts), {
    ...{ accepted: 7, intake: 6, closed: 4, exit: 1, pairs: 1 },
    missing: { 'not-closed': 2, refused: 1, 'no-answer': 1, 'not-asked': 1 },
  })
})

change('stands beside how it ended: whoever is still in counselling is in neither group', () => {
  const facts = [
    both([2], [3]),
    both([3], [3], { closureReason: 'completed-early' }),
    someone([answered('intake', [5])], { closureReason: 'dropped-out' }),
    someone([answered('intake', [1])], { closedOn: undefined, closureReason: undefined }),
  ]
  const { completed, ended } = completionOf(facts, 'CTRL')
  assert.equal([completed.n, completed.mean, completed.pairs, completed.change], [2, 2.5, 2, 0.5])
  assert.equal([ended.n, ended.mean, ended.pairs, ended.change], [1, 5, 0, undefined])
})

change('stands beside the sessions, in their order and in nobody’s', () => {
  const sessions = [12, 8, 10]
  const { points, rho } = doseOf(
    sessions.map((heldOwn) => both([2], [2 + heldOwn / 8], { heldOwn })),
    'CTRL',
  )
  assert.equal(
    points.map((point) => point.sessions),
    [8, 10, 12],
  )
  assert.ok(Math.abs((rho ?? 0) - 1) < 1e-12)
})

change('is followed up of the same youths alone, asked the same all three times', () => {
  const later = (score: Score) => answered('follow-up-3', score)
  const facts = [
    someone([answered('intake', [2]), answered('exit', [4]), later([3])]),
    someone([answered('intake', [2]), answered('exit', [4]), later([5, 'bbbbbbbb ko'])]),
    both([1], [1]),
  ]
  assert.equal(followUpsOf(facts, 'CTRL'), [
    { months: 1, n: 0 },
    { months: 3, n: 1, means: { before: 2, after: 4, later: 3 } },
    { months: 6, n: 0 },
  ])
})

change('satisfaction is described where it was asked, and compared with nothing', () => {
  const sat = (score: number): Facts =>
    someone([{ wave: 'exit', became: 'answered', scores: { SAT: score }, asked: { SAT: 'dddddddd ko' } }])
  const { n, described } = describedAt([sat(3), sat(4), sat(5)], 'SAT', 'exit')
  assert.equal([n, described?.mean, described?.sd, described?.median], [3, 4, 1, 4])
  assert.is(describedAt([], 'SAT', 'exit').described, undefined)
})

change.run()
