// Over 150 lines because it is every rule of a release, and what its form refuses.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  approveRelease,
  type Counted,
  declineRelease,
  givenAway,
  hiddenIn,
  proposeRelease,
  releaseStateOf,
  withdrawRelease,
} from '../../src/report/release.ts'
import { firstForm, readRelease } from '../../src/report/release-form.ts'
import type { Published } from '../../src/report/shown.ts'
import type { Result } from '../../src/result.ts'
import { releaseByHand, shownByHand } from '../support/released.ts'
import { signed } from '../support/samples.ts'

const proposed = releaseByHand({ approved: undefined })
const now: Counted = { published: structuredClone(shownByHand), cutOff: '2026-11-22', threshold: 5 }
const yoo = signed('yoo', '2026-11-22T02:00:00.000Z')
const reasonsOf = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map(({ reason }) => reason))

const rules = suite('a release')

rules('is approved by a second person, and not by whoever proposed it', () => {
  const done = approveRelease(proposed, { now, others: [] }, yoo)
  assert.is(done.ok && releaseStateOf(done.value), 'approved')
  assert.equal(reasonsOf(approveRelease(proposed, { now, others: [] }, signed('lead-2'))), ['same-person'])
  assert.equal(reasonsOf(declineRelease(proposed, 'x', signed('lead-2'))), ['same-person'])
})

rules('is not approved after another one was, but is beside one from before and beside one that was not', () => {
  const other = (at: string) => releaseByHand({ id: '2026-02', approved: { by: 'yoo', at } })
  const late = [other('2026-11-20T02:00:00.001Z')]
  assert.equal(reasonsOf(approveRelease(proposed, { now, others: late }, yoo)), ['released-meanwhile'])
  // what was withdrawn since is known all the same
  const gone = late.map((one) => ({ ...one, withdrawn: { ...yoo, why: 'x' } }))
  assert.equal(reasonsOf(approveRelease(proposed, { now, others: gone }, yoo)), ['released-meanwhile'])
  const fine = [other('2026-11-19T00:00:00.000Z'), releaseByHand({ id: '2026-03', approved: undefined })]
  assert.ok(approveRelease(proposed, { now, others: fine }, yoo).ok)
})

rules('is not approved when it comes to other numbers by now, or under another threshold', () => {
  const changed: Published = structuredClone(shownByHand)
  changed.figures[0]!.rows[1]!.count = 58
  assert.equal(reasonsOf(approveRelease(proposed, { now: { ...now, published: changed }, others: [] }, yoo)), [
    'figures-changed',
  ])
  assert.equal(reasonsOf(approveRelease(proposed, { now: { ...now, threshold: 6 }, others: [] }, yoo)), [
    'figures-changed',
  ])
})

rules(
  'is settled once: what was approved is neither approved again nor declined, and what was declined stays so',
  () => {
    const approved = releaseByHand()
    assert.equal(reasonsOf(approveRelease(approved, { now, others: [] }, yoo)), ['release-settled'])
    assert.equal(reasonsOf(declineRelease(approved, 'x', yoo)), ['release-settled'])
    const declined = declineRelease(proposed, '기간이 맞지 않음', yoo)
    assert.is(declined.ok && releaseStateOf(declined.value), 'declined')
    assert.equal(declined.ok && reasonsOf(withdrawRelease(declined.value, 'x', yoo)), ['release-settled'])
  },
)

rules('stays known when it is withdrawn', () => {
  const gone = withdrawRelease(releaseByHand(), '오류 발견', yoo)
  assert.is(gone.ok && releaseStateOf(gone.value), 'withdrawn')
  assert.is(gone.ok && givenAway([gone.value, proposed]).length, 1)
  assert.equal(reasonsOf(withdrawRelease(proposed, 'x', yoo)), ['not-own-proposal'])
  assert.ok(withdrawRelease(proposed, 'x', signed('lead-2')).ok)
})

rules('of which nothing could be shown is not proposed', () => {
  const figures = [{ ...shownByHand.figures[1]!, base: null, missing: null }]
  const nothing: Published = { figures, crosses: [], outcome: [] }
  assert.equal(hiddenIn(nothing), { all: 4, hidden: 4 })
  assert.equal(
    reasonsOf(proposeRelease('2026-02', proposed, { now: { ...now, published: nothing }, others: [] }, yoo)),
    ['nothing-shown'],
  )
})

rules('is not proposed while another of an overlapping time is open', () => {
  const beside = (changes: Parameters<typeof releaseByHand>[0]) => {
    const other = releaseByHand({ id: '2026-02', approved: undefined, ...changes })
    return reasonsOf(proposeRelease('2026-03', proposed, { now, others: [other] }, yoo))
  }
  for (const [from, to] of [
    ['2020-2', '2021-1'],
    ['2018-1', '2019-2'],
    ['2020-1', '2020-1'],
  ])
    assert.equal(beside({ from, to }), ['proposal-open'], `${from} to ${to}`)
  assert.equal(beside({ from: '2021-1', to: '2021-2' }), [])
  assert.equal(beside({ approved: yoo }), [])
  assert.equal(beside({ declined: { ...yoo, why: 'x' } }), [])
  assert.equal(beside({ withdrawn: { ...yoo, why: 'x' } }), [])
})

rules.run()

const form = suite('the form of a release')
const halves = ['2019-2', '2020-1', '2020-2']
const filled = (changes: Record<string, string> = {}) => {
  const fields = firstForm(halves)
  fields.set('releasePurpose', '서울시 보고')
  for (const [name, value] of Object.entries(changes)) fields.set(name, value)
  return fields
}
const wrong: [what: string, changes: Record<string, string>, reason: string][] = [
  ['says for whom and what for', { releasePurpose: '' }, 'missing'],
  ['has no period that ends before it begins', { fromHalf: '2020-2', toHalf: '2019-2' }, 'period-backwards'],
  ['has no half-year that is not there', { fromHalf: '2018-1' }, 'not-offered'],
  ['has no cross-table of one figure', { crossRows1: 'gender' }, 'missing'],
  ['never crosses the grade with a motive', { crossRows1: 'grade', crossColumns1: 'motive' }, 'not-crossed'],
  ['never crosses a figure with itself', { crossRows1: 'gender', crossColumns1: 'gender' }, 'not-crossed'],
  [
    'has each cross-table once, whichever way round',
    { crossRows1: 'gender', crossColumns1: 'motive', crossRows2: 'motive', crossColumns2: 'gender' },
    'chosen-twice',
  ],
  ['is of one part of the youths at most', { schoolLevel: 'middle', basis: 'voluntary' }, 'one-part-only'],
  [
    'has no cross-table of a part of the youths',
    { schoolLevel: 'middle', crossRows1: 'gender', crossColumns1: 'motive' },
    'not-with-part',
  ],
  ['has no figure of what the part is chosen by', { schoolLevel: 'middle' }, 'is-the-part'],
]
for (const [what, changes, reason] of wrong)
  form(what, () => assert.ok(reasonsOf(readRelease(filled(changes), halves)).includes(reason as never), what))

form('offers no single months', () => {
  assert.ok(!firstForm(halves).getAll('releasedFigures').includes('referred-month'))
  const fields = filled()
  fields.append('releasedFigures', 'referred-month')
  assert.equal(reasonsOf(readRelease(fields, halves)), ['not-offered'])
})

form('needs something to be chosen', () => {
  const none = readRelease(new URLSearchParams({ releasePurpose: 'x', fromHalf: '2019-2', toHalf: '2019-2' }), halves)
  assert.equal(reasonsOf(none), ['nothing-chosen'])
})

form('reads a part of the youths', () => {
  const fields = filled({ basis: 'voluntary' })
  const figures = fields.getAll('releasedFigures').filter((id) => id !== 'referral-basis')
  fields.delete('releasedFigures')
  for (const id of figures) fields.append('releasedFigures', id)
  const read = readRelease(fields, halves)
  assert.equal(read.ok && read.value.only, { figure: 'referral-basis', code: 'voluntary' })
})

form.run()
