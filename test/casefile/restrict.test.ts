import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { journalHolds } from '../../src/casefile/journal.ts'
import { liftRestriction, readRestriction, restrict } from '../../src/casefile/restrict.ts'
import { assign, decide } from '../../src/referral/triage.ts'
import type { Result } from '../../src/result.ts'
import { aCase, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const names = new Map([
  ['han', '한지우'],
  ['bora', '이보라'],
  ['seo', '서연우'],
])
const facts = { leads: ['seo', 'noh'], meeting: [] as string[], names }
const by = signed('seo')
const fileOf = (result: Result<CaseFile>): CaseFile => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}
const refusalsOf = (result: Result<CaseFile>) =>
  result.ok ? [] : result.refusals.map(({ field, reason, with: values }) => [field, reason, values?.who])

const rules = suite('restricting a case')

rules('keeps it to those who are named, with who, when and why', () => {
  const file = fileOf(restrict(aCaseUnderWay(), { to: ['han', 'seo'], why: 'A colleague’s child' }, facts, by))
  assert.equal(file.restricted, { to: ['han', 'seo'], why: 'A colleague’s child', ...by })
  assert.is(file.journal.at(-1)?.deed, 'restricted')
})

rules('needs a lead, who may be another than the one who does it', () => {
  assert.equal(refusalsOf(restrict(aCaseUnderWay(), { to: ['han'], why: 'x' }, facts, by)), [
    ['restrictedTo', 'lead-not-named', undefined],
  ])
  assert.ok(restrict(aCaseUnderWay(), { to: ['han', 'noh'], why: 'x' }, facts, by).ok)
})

rules('needs its counsellor, and whoever holds its next sessions', () => {
  const meeting = { ...facts, meeting: ['bora', 'han'] }
  assert.equal(refusalsOf(restrict(aCaseUnderWay(), { to: ['seo'], why: 'x' }, meeting, by)), [
    ['restrictedTo', 'counsellor-not-named', '한지우'],
    ['restrictedTo', 'counsellor-not-named', '이보라'],
  ])
  assert.ok(restrict(aCase(), { to: ['seo'], why: 'a referral has no counsellor yet' }, facts, by).ok)
})

rules('can be changed and lifted, and the journal keeps who had been named', () => {
  const first = fileOf(restrict(aCaseUnderWay(), { to: ['han', 'seo'], why: 'first' }, facts, by))
  const second = fileOf(restrict(first, { to: ['han', 'noh'], why: 'second' }, facts, by))
  const open = fileOf(liftRestriction(second, by))
  assert.is(open.restricted, undefined)
  assert.equal(
    open.journal.map(({ deed }) => deed),
    ['restricted', 'restricted', 'unrestricted'],
  )
  assert.match(JSON.stringify(open.journal[1]?.changed), 'first')
  assert.match(JSON.stringify(open.journal[2]?.changed), 'second')
  assert.ok(journalHolds(open))
  assert.not(liftRestriction(open, by).ok)
})

rules('lets nobody take it over who is not named', () => {
  const file = fileOf(restrict(aCaseUnderWay(), { to: ['han', 'seo'], why: 'x' }, facts, by))
  assert.equal(refusalsOf(assign(file, 'bora', by)), [['counsellorId', 'not-named', undefined]])
  const referral = fileOf(restrict(aCase(), { to: ['han', 'seo'], why: 'x' }, facts, by))
  const accepting = (counsellorId: string) => decide(referral, { decision: 'accepted', counsellorId }, by)
  assert.equal(refusalsOf(accepting('bora')), [['counsellorId', 'not-named', undefined]])
  assert.ok(accepting('han').ok)
})

rules('is read from its form with the reason, and for people who can be named only', () => {
  const read = (fields: string) => readRestriction(new URLSearchParams(fields), ['han', 'seo'])
  assert.equal(read('restrictedTo=han&restrictedTo=seo&why=x'), { ok: true, value: { to: ['han', 'seo'], why: 'x' } })
  for (const fields of ['why=x', 'restrictedTo=han', 'restrictedTo=yoo&why=x']) assert.not(read(fields).ok, fields)
})

rules.run()
