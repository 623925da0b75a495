import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { cover, endCover } from '../../src/casefile/cover.ts'
import { journalHolds } from '../../src/casefile/journal.ts'
import { belongingOf } from '../../src/casefile/questions.ts'
import { may } from '../../src/people/may.ts'
import { assign } from '../../src/referral/triage.ts'
import { momentAt } from '../../src/time/days.ts'
import { mustBe, reasonsOf } from '../support/diary.ts'
import { bora, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const standing = { counsellorId: 'bora', from: '2026-11-18', to: '2026-11-20' }
const by = signed('seo')
const covered = () => mustBe(cover(aCaseUnderWay(), standing, 'han', by))
const sees = (caseFile = covered(), on = '2026-11-18') =>
  may(bora, 'see a case', belongingOf(caseFile, momentAt(on, '10:00')))

const covers = suite('standing in')

covers('opens the case to the colleague from the first day to the last, and on no other', () => {
  assert.equal(
    ['2026-11-17', '2026-11-18', '2026-11-20', '2026-11-21'].map((on) => sees(covered(), on)),
    [false, true, true, false],
  )
})

covers('is in the journal, and arranged once only', () => {
  const once = covered()
  assert.equal(
    once.journal.map(({ deed, by: who }) => [deed, who]),
    [['cover-arranged', 'seo']],
  )
  assert.is(mustBe(cover(once, standing, 'han', by)), once)
  assert.is(mustBe(cover(once, { ...standing, to: '2026-11-21' }, 'han', by)).covers?.length, 2)
})

covers('ends at once, and stays in the file with who ended it', () => {
  const ended = endCover(covered(), standing, signed('seo', '2026-11-18T03:00:00.000Z'))
  assert.not(sees(ended))
  assert.equal(ended.covers?.[0]?.ended, { by: 'seo', at: '2026-11-18T03:00:00.000Z' })
  assert.equal(
    ended.journal.map(({ deed }) => deed),
    ['cover-arranged', 'cover-ended'],
  )
  assert.ok(journalHolds(ended))
  assert.is(endCover(ended, standing, by), ended, 'twice is once')
})

covers('is refused in a case of somebody else, in a closed one, and in a restricted one without the colleague', () => {
  const why = (changes: Parameters<typeof aCaseUnderWay>[0], whose = 'han') =>
    reasonsOf(cover(aCaseUnderWay(changes), standing, whose, by))
  assert.equal(why({}, 'bora'), [['changed-meanwhile', undefined]])
  assert.equal(why({ closings: [{ on: '2026-11-16', reason: 'completed', ...signed() }] }), [
    ['case-closed', undefined],
  ])
  assert.equal(why({ restricted: { to: ['han', 'seo'], why: '동료의 자녀', ...by } }), [['not-named', 'coveredBy']])
  assert.equal(why({ restricted: { to: ['han', 'seo', 'bora'], why: '동료의 자녀', ...by } }), [])
})

covers('ends when the case goes to another counsellor', () => {
  const given = mustBe(assign(covered(), 'dana', by))
  assert.not(sees(given))
  assert.ok(given.covers?.[0]?.ended)
})

covers.run()
