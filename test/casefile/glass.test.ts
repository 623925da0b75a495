import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { breakGlass, endOpening, openUntil, readOpening } from '../../src/casefile/glass.ts'
import { belongingOf } from '../../src/casefile/questions.ts'
import { type Deed, deeds, may } from '../../src/people/may.ts'
import type { Result } from '../../src/result.ts'
import { plusMinutes } from '../../src/time/days.ts'
import { bora, han, now, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const why = 'The youth called and said they will not see tomorrow'
const by = signed('bora')
const none = { person: bora, open: [] }
const fileOf = (result: Result<CaseFile>): CaseFile => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}
const reasonOf = (result: Result<unknown>) =>
  result.ok ? 'fine' : `${result.refusals[0]?.field} ${result.refusals[0]?.reason}`
const opened = () => fileOf(breakGlass(aCaseUnderWay(), why, none, by))
const mayAt = (file: CaseFile, deed: Deed, minutes: number) =>
  may(bora, deed, belongingOf(file, plusMinutes(now, minutes)))

const glass = suite('breaking the glass')

glass('lets a counsellor read for an hour and not a moment longer', () => {
  const file = opened()
  assert.equal(file.openings, [{ why, until: plusMinutes(now, 60), ...by }])
  assert.is(file.journal.at(-1)?.deed, 'glass-broken')
  assert.equal(
    [mayAt(file, 'see a case', 0), mayAt(file, 'see a case', 59), mayAt(file, 'see a case', 60)],
    [true, true, false],
  )
})

glass('opens nothing but to read', () => {
  const file = opened()
  const open = (Object.keys(deeds) as Deed[]).filter(
    (deed) => mayAt(file, deed, 1) && !may(bora, deed, { counsellorId: 'x' }),
  )
  assert.equal(open.sort(), ['read a note', 'read survey answers', 'see a case', 'see a session', 'see consents'])
})

glass('is refused for a case that is not there and for a restricted one with the same words', () => {
  const restricted = { to: ['han', 'seo'], why: 'x', ...signed('seo') }
  assert.is(reasonOf(breakGlass(undefined, why, none, by)), 'caseNumber case-not-to-open')
  assert.is(reasonOf(breakGlass(aCaseUnderWay({ restricted }), why, none, by)), 'caseNumber case-not-to-open')
  const named = aCaseUnderWay({ restricted: { ...restricted, to: ['han', 'seo', 'bora'] } })
  assert.is(reasonOf(breakGlass(named, why, none, by)), 'caseNumber case-not-to-open')
})

glass('is refused for a case that is open to them anyway, and while another is open', () => {
  assert.is(
    reasonOf(breakGlass(aCaseUnderWay(), why, { person: han, open: [] }, signed('han'))),
    'caseNumber case-is-open',
  )
  assert.is(reasonOf(breakGlass(opened(), why, { person: bora, open: ['2026-0001'] }, by)), 'caseNumber case-is-open')
  assert.is(
    reasonOf(breakGlass(aCaseUnderWay(), why, { person: bora, open: ['2026-0009'] }, by)),
    'caseNumber glass-open',
  )
})

glass('ends before its time when whoever broke it says so, and stays on record', () => {
  const ended = fileOf(endOpening(opened(), { by: 'bora', at: plusMinutes(now, 5) }))
  assert.is(openUntil(ended, 'bora', plusMinutes(now, 5)), undefined)
  assert.equal(ended.openings, [{ why, until: plusMinutes(now, 5), ...by }])
  assert.is(ended.journal.at(-1)?.deed, 'glass-closed')
  assert.not(endOpening(ended, { by: 'bora', at: plusMinutes(now, 6) }).ok)
  assert.not(endOpening(opened(), { by: 'seo', at: plusMinutes(now, 5) }).ok)
})

const reading = suite('the reason for breaking the glass')
const read = (reason: string) => readOpening(new URLSearchParams({ caseNumber: '2026-0001', why: reason }))

reading('has twenty letters or more, not signs or blanks', () => {
  assert.ok(read('가'.repeat(20)).ok)
  assert.is(reasonOf(read('가'.repeat(19))), 'why reason-too-short')
  assert.is(reasonOf(read(`${'가 '.repeat(19)}${'.'.repeat(40)}`)), 'why reason-too-short')
  assert.is(reasonOf(read('1234567890'.repeat(4))), 'why reason-too-short')
})

reading('must be there, and may hold no resident registration number', () => {
  assert.is(reasonOf(read('')), 'why missing')
  assert.is(reasonOf(read(`${'가'.repeat(30)} 041231-3234567`)), 'why holds-resident-number')
})

glass.run()
reading.run()
