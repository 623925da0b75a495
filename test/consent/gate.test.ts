// Over 150 lines because each way to open or shut the one gate is shown beside the others.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { consentedOn, guardiansDisagree, isConsented, missingConsents } from '../../src/consent/gate.ts'
import { type Answers, give, readAnswers } from '../../src/consent/give.ts'
import { nameGuardian, verify } from '../../src/consent/guardian.ts'
import { invalidate, withdraw } from '../../src/consent/withdraw.ts'
import type { Result } from '../../src/result.ts'
import { aCase, signed } from '../support/samples.ts'

const today = '2026-11-22'
const han = signed('han')
const accepted = (birthDate: string): CaseFile =>
  aCase({
    youth: { name: '김민준', birthDate, gender: 'male' },
    triage: [{ decision: 'accepted', ...signed('seo') }],
    assignments: [{ counsellorId: 'han', ...signed('seo') }],
  })
const yes = (...kinds: string[]): Answers['answers'] => Object.fromEntries(kinds.map((kind) => [kind, 'given']))
const youth = (answers: Answers['answers'], on = today): Answers => ({ giver: 'youth', route: 'paper', on, answers })
const mother = (answers: Answers['answers']): Answers => ({
  giver: 'guardian',
  guardian: 0,
  route: 'phone',
  on: today,
  answers,
})
const made = (result: Result<CaseFile>): CaseFile => {
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}
const missing = (file: CaseFile) => missingConsents(file).map(({ kind, why }) => `${kind}: ${why}`)
const three = yes('collection', 'sensitive', 'counselling')

const gate = suite('the consent gate')

gate('a youth of 14 opens it with collection, sensitive data and counselling', () => {
  const file = accepted('2012-11-22')
  assert.equal(missing(file), ['collection: not-given', 'sensitive: not-given', 'counselling: not-given'])
  assert.equal(missing(made(give(file, youth(yes('collection', 'sensitive')), today, han))), ['counselling: not-given'])
  assert.ok(isConsented(made(give(file, youth(three), today, han))))
})

gate('under 14 it stays shut until the guardian has consented and is verified', () => {
  const own = made(give(accepted('2012-11-23'), youth(three), today, han))
  assert.equal(missing(own), ['guardian-under-14: not-given'])
  const given = made(give(own, mother(yes('guardian-under-14')), today, han))
  assert.equal(missing(given), ['guardian-under-14: not-verified'])
  const verified = made(verify(given, 4, { method: 'call' }, han))
  assert.ok(isConsented(verified))
  assert.is(verify(verified, 4, { method: 'call' }, han).ok, false)
})

gate('it is the age on the day of the answer that counts, not on the day it was typed in', () => {
  const birthday = '2012-11-20'
  const before = made(give(accepted(birthday), youth(three, '2026-11-19'), today, han))
  assert.equal(missing(before), ['guardian-under-14: not-given'])
  const after = made(give(accepted(birthday), youth(three, '2026-11-20'), today, han))
  assert.equal(missing(after), [])
})

gate('a refusal after a yes shuts it again, and the earlier answer stays on record', () => {
  const open = made(give(accepted('2010-01-01'), youth(three), today, han))
  const refused = made(give(open, youth({ counselling: 'refused' }), today, han))
  assert.equal(missing(refused), ['counselling: not-given'])
  assert.is(refused.consents.length, 4)
})

gate('withdrawn and invalidated are marks of their own; neither can be set twice', () => {
  const open = made(give(accepted('2010-01-01'), youth(three), today, han))
  const withdrawn = made(withdraw(open, 1, { on: today, why: '마음이 바뀜' }, today, han))
  assert.equal(missing(withdrawn), ['collection: not-given'])
  assert.is(withdrawn.consents[0]?.answer, 'given')
  assert.equal(withdrawn.consents[0]?.withdrawn, { on: today, why: '마음이 바뀜', ...han })
  assert.is(withdraw(withdrawn, 1, { on: today }, today, han).ok, false)
  assert.is(invalidate(withdrawn, 1, '다른 사람의 서명', han).ok, false)
  const invalid = made(invalidate(withdrawn, 2, '다른 사람의 서명', han))
  assert.equal(missing(invalid), ['collection: not-given', 'sensitive: not-given'])
  assert.is(invalidate(invalid, 2, '다시', han).ok, false)
  assert.is(withdraw(open, 9, { on: today }, today, han).ok, false)
})

gate('an invalidated refusal no longer hides the yes before it', () => {
  const open = made(give(accepted('2010-01-01'), youth(three), today, han))
  const refused = made(give(open, youth({ counselling: 'refused' }), today, han))
  assert.ok(isConsented(made(invalidate(refused, 4, '잘못 적음', han))))
})

gate('a youth cannot answer for the guardian, nor a guardian who is not named', () => {
  const file = accepted('2012-11-23')
  assert.is(give(file, youth(yes('guardian-under-14')), today, han).ok, false)
  assert.is(give(file, { ...mother(yes('counselling')), guardian: 1 }, today, han).ok, false)
  const father = made(nameGuardian(file, { relation: 'father' }, han))
  assert.ok(give(father, { ...mother(yes('counselling')), guardian: 1 }, today, han).ok)
})

gate('the same form sent twice is recorded once, and a withdrawal takes back every yes to the same thing', () => {
  const once = made(give(accepted('2010-01-01'), youth(three), today, han))
  assert.is(made(give(once, youth(three), today, han)).consents.length, 3)
  const again = made(give(once, youth(yes('collection'), '2026-11-21'), today, han))
  assert.is(again.consents.length, 4)
  assert.equal(missing(made(withdraw(again, 1, { on: today }, today, han))), ['collection: not-given'])
  assert.is(withdraw(once, 1, { on: '2026-11-21' }, today, han).ok, false)
})

gate('the day from which something can have been done is that of the first yes, also when it is given again', () => {
  const file = accepted('2010-01-01')
  const part = made(give(file, youth(yes('collection', 'sensitive'), '2026-11-17'), today, han))
  assert.is(consentedOn(part), undefined)
  const first = made(give(part, youth(yes('counselling'), '2026-11-19'), today, han))
  assert.is(consentedOn(first), '2026-11-19')
  assert.is(consentedOn(made(give(first, youth(three), today, han))), '2026-11-19')
})

gate('one answer given again at 14 does not make the others those of a 14-year-old', () => {
  const before = made(give(accepted('2012-11-22'), youth(three, '2026-11-21'), today, han))
  const after = made(give(before, youth(yes('collection')), today, han))
  assert.equal(missing(after), ['guardian-under-14: not-given'])
  assert.ok(isConsented(made(give(after, youth(yes('sensitive', 'counselling')), today, han))))
})

gate('two guardians who answer differently are seen to disagree', () => {
  const both = made(nameGuardian(accepted('2012-11-23'), { relation: 'father' }, han))
  const one = made(give(both, mother(yes('guardian-under-14')), today, han))
  assert.is(guardiansDisagree(one, 'guardian-under-14'), false)
  const other = made(give(one, { ...mother({ 'guardian-under-14': 'refused' }), guardian: 1 }, today, han))
  assert.ok(guardiansDisagree(other, 'guardian-under-14'))
})

gate('a verification counts for the guardian whose yes it verified, not for another', () => {
  const both = made(
    nameGuardian(made(give(accepted('2012-11-23'), youth(three), today, han)), { relation: 'father' }, han),
  )
  const verified = made(
    verify(made(give(both, mother(yes('guardian-under-14')), today, han)), 4, { method: 'call' }, han),
  )
  assert.ok(isConsented(verified))
  const refused = made(give(verified, mother({ 'guardian-under-14': 'refused' }), today, han))
  const other = made(give(refused, { ...mother(yes('guardian-under-14')), guardian: 1 }, today, han))
  assert.equal(missing(other), ['guardian-under-14: guardians-disagree', 'guardian-under-14: not-verified'])
})

gate('nothing is recorded before acceptance, after closing, or for a day to come', () => {
  assert.is(give(aCase(), youth(three), today, han).ok, false)
  assert.is(give(accepted('2010-01-01'), youth(three, '2026-11-23'), today, han).ok, false)
  const closed = { ...accepted('2010-01-01'), closings: [{ on: today, reason: 'completed', ...han }] }
  assert.is(give(closed, youth(three), today, han).ok, false)
})

gate('a form in which nothing was asked is refused; an unknown giver too', () => {
  const fields = new URLSearchParams({ giver: 'youth', route: 'paper', answeredOn: today })
  assert.is(readAnswers(fields).ok, false)
  fields.set('collection', 'given')
  assert.ok(readAnswers(fields).ok)
  fields.set('giver', 'guardian-7')
  assert.is(readAnswers(fields).ok, false)
})

gate.run()
