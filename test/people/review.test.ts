import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { review } from '../../src/people/review.ts'
import { signed } from '../support/samples.ts'

const reviews = suite('the review of a month')
const facts = { month: '2026-10', thisMonth: '2026-11', entries: 7, lastHash: 'x' }

reviews('says who went through how much of it, and when', () => {
  const made = review('Nothing out of the way', facts, signed('seo'))
  assert.ok(made.ok)
  const { id, ...kept } = made.value
  assert.equal(kept, {
    month: '2026-10',
    ...signed('seo'),
    remarks: 'Nothing out of the way',
    entries: 7,
    lastHash: 'x',
  })
  assert.match(id, /^[0-9a-f]{24}$/)
})

reviews('waits until the month is over, and needs something to look at', () => {
  const reason = (changes: Partial<typeof facts>) => {
    const made = review(undefined, { ...facts, ...changes }, signed('seo'))
    return made.ok ? 'fine' : made.refusals[0]?.reason
  }
  assert.is(reason({ month: '2026-11' }), 'month-not-over')
  assert.is(reason({ month: '2026-12' }), 'month-not-over')
  assert.is(reason({ entries: 0 }), 'nothing-logged')
  assert.is(reason({}), 'fine')
})

reviews.run()
