import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { entered, journalHolds } from '../../src/casefile/journal.ts'
import { aCase, signed } from '../support/samples.ts'

const journal = suite('the journal of a case file')
const han = signed('han')
const told = () => {
  const first = entered(aCase(), 'referred', {}, signed('oh'))
  const second = entered(first, 'assigned', { assignments: [{ counsellorId: 'han', ...han }] }, han)
  return entered(second, 'planned', { youth: { ...second.youth, name: '김민준2' } }, han)
}

journal('says who, when and what, and keeps what was replaced', () => {
  const file = told()
  assert.equal(
    file.journal.map(({ deed, by }) => [deed, by]),
    [
      ['referred', 'oh'],
      ['assigned', 'han'],
      ['planned', 'han'],
    ],
  )
  assert.equal(file.journal[2]?.changed, [{ path: 'youth/name', before: '김민준', after: '김민준2' }])
})

journal('does not repeat what was only added', () => {
  assert.equal(told().journal[1]?.changed, [])
})

journal('holds as written, and no longer when a line is changed, taken out or swapped', () => {
  const file = told()
  assert.ok(journalHolds(file))
  const [one, two, three] = file.journal
  assert.ok(one && two && three)
  for (const journal of [
    [one, { ...two, by: 'bora' }, three],
    [one, { ...two, at: '2020-01-01T00:00:00.000Z' }, three],
    [one, two, { ...three, changed: [] }],
    [one, three],
    [two, one, three],
    [two, three],
  ])
    assert.is(journalHolds({ ...file, journal }), false)
})

journal('of one case does not pass for that of another', () => {
  assert.is(journalHolds({ ...told(), number: '2026-0099' }), false)
})

journal.run()
