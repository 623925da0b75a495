// Over 150 lines because each thing that a referral can get wrong is shown beside the others.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { journalHolds } from '../../src/casefile/journal.ts'
import { amend, refer } from '../../src/referral/refer.ts'
import { fieldsOfReferral, readReferral } from '../../src/referral/referral-form.ts'
import { decide } from '../../src/referral/triage.ts'
import type { Result } from '../../src/result.ts'

const today = '2026-11-22'
const hill = { by: 'hill', at: '2026-11-22T01:00:00.000Z' }
const seo = { by: 'seo', at: '2026-11-22T02:00:00.000Z' }

/** What Hill Middle School types for Minjun, aged 13. */
const typed = (changes: Record<string, string | string[]> = {}): URLSearchParams => {
  const fields: Record<string, string | string[]> = {
    ...{ name: '김민준', birthDate: '2013-03-02', gender: 'male', level: 'middle', schoolId: 'hill', grade: '1' },
    ...{ guardianRelation: 'mother', guardianPhone: '010-0000-0001', guardianTold: 'yes' },
    ...{ source: 'teacher', basis: 'voluntary', types: ['illegal-filming', 'posting-sharing'], spread: 'yes' },
    ...{ channels: 'sns', relation: 'same-class', sameSchool: 'yes', referrerName: '오선생', referredOn: today },
    ...changes,
  }
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  )
}
const read = (changes: Record<string, string | string[]> = {}) => readReferral(typed(changes), ['hill', 'river'])
const referred = (changes: Record<string, string | string[]> = {}) => {
  const form = read(changes)
  return form.ok ? refer('2026-0001', form.value, { today }, hill) : form
}
const against = (result: Result<unknown>) =>
  result.ok ? [] : result.refusals.map(({ field, reason }) => `${field}: ${reason}`)

const referring = suite('referring a youth')

referring('makes a case file with its first journal line', () => {
  const file = referred()
  assert.ok(file.ok)
  assert.is(file.value.number, '2026-0001')
  assert.is(file.value.youth.name, '김민준')
  assert.equal(file.value.referral.types, ['posting-sharing', 'illegal-filming'])
  assert.equal(
    file.value.journal.map(({ deed, by }) => [deed, by]),
    [['referred', 'hill']],
  )
  assert.ok(journalHolds(file.value))
})

referring('says everything that is wrong at once, each at its field', () => {
  assert.equal(
    against(readReferral(new URLSearchParams({ birthDate: '2013-02-30', gender: 'dragon' }), ['hill'])).sort(),
    [
      ...['birthDate: not-a-day', 'basis: missing', 'gender: not-offered', 'guardianTold: missing', 'level: missing'],
      ...['name: missing', 'referredOn: missing', 'referrerName: missing', 'relation: missing', 'sameSchool: missing'],
      ...['source: missing', 'spread: missing', 'types: missing'],
    ].sort(),
  )
})

referring('refuses a resident registration number wherever it is typed', () => {
  assert.equal(against(read({ needs: '번호는 130302-3123456 입니다' })), ['needs: holds-resident-number'])
  assert.equal(against(read({ request: '1303023123456' })), ['request: holds-resident-number'])
  for (const joined of [
    '130302 - 3123456',
    '130302.3123456',
    '１３０３０２‐３１２３４５６',
    '130302ㅡ3123456',
    '130302_3123456',
  ])
    assert.equal(against(read({ needs: joined })), ['needs: holds-resident-number'], joined)
  assert.equal(against(read({ request: '전화 010-1234-5678, 문서 2026-000123' })), [])
})

referring('refuses a birth date that has not come, and ages outside the programme', () => {
  assert.equal(against(referred({ birthDate: '2026-11-23' })), ['birthDate: in-the-future'])
  assert.equal(against(referred({ birthDate: '2019-11-23' })), ['birthDate: age-outside-programme'])
  assert.equal(against(referred({ birthDate: '2007-11-22' })), ['birthDate: age-outside-programme'])
  assert.ok(referred({ birthDate: '2007-11-23' }).ok)
})

referring('under 14 needs a guardian who can be reached; from the 14th birthday on it does not', () => {
  assert.equal(against(referred({ guardianPhone: '' })), ['guardianPhone: guardian-needed'])
  assert.equal(against(referred({ guardianPhone: '', birthDate: '2012-11-23' })), ['guardianPhone: guardian-needed'])
  assert.ok(referred({ guardianPhone: '', birthDate: '2012-11-22' }).ok)
})

referring('on a committee decision needs its day, and a court cannot order more than 100 hours', () => {
  assert.equal(against(referred({ basis: 'measure-5' })), ['decidedOn: decision-incomplete'])
  const order = { basis: 'attendance-order', decidedOn: '2026-11-02' }
  assert.equal(against(referred({ ...order, orderedHours: '101' })), ['orderedHours: hours-over-law'])
  assert.ok(referred({ ...order, orderedHours: '100' }).ok)
})

referring('does not take a code for a time at which it was no offence', () => {
  const kept = { types: 'synthetic-possession' }
  assert.equal(against(referred({ ...kept, happenedOn: '2024-10-15' })), ['types: code-not-valid-then'])
  assert.ok(referred({ ...kept, happenedOn: '2024-10-16' }).ok)
})

referring('belongs to the school that sends it, or for which staff type it in, and to no school otherwise', () => {
  const schoolOf = (source: string, sender?: string) => {
    const form = read({ source })
    const file = form.ok ? refer('2026-0001', form.value, { today, sender }, hill) : form
    return file.ok ? file.value.referral.schoolId : 'refused'
  }
  assert.is(schoolOf('guardian', 'hill'), 'hill')
  assert.is(schoolOf('teacher'), 'hill')
  assert.is(schoolOf('police'), undefined)
  assert.is(schoolOf('guardian'), undefined)
})

referring('keeps whom the youth must not meet, and refuses what is no case number', () => {
  const file = referred({ mustNotMeet: '2026-0007, 2026-0009' })
  assert.equal(file.ok && file.value.referral.mustNotMeet, ['2026-0007', '2026-0009'])
  assert.equal(against(read({ mustNotMeet: '2026-1' })), ['mustNotMeet: not-a-case-number'])
})

referring('refuses days that cannot be: decided or happened in the future, happened before birth', () => {
  assert.equal(against(referred({ decidedOn: '2026-11-23' })), ['decidedOn: in-the-future'])
  assert.equal(against(referred({ happenedOn: '2026-11-23' })), ['happenedOn: in-the-future'])
  assert.equal(against(referred({ happenedOn: '2013-03-01' })), ['happenedOn: too-early'])
})

referring('refuses a due date before the referral and a pupil without a school', () => {
  assert.equal(against(referred({ dueOn: '2026-11-21', schoolId: '' })), [
    'schoolId: school-needed',
    'dueOn: due-before-referral',
  ])
  assert.ok(referred({ level: 'out-of-school', schoolId: '', grade: '' }).ok)
})

referring('a returned referral comes back into the form as it was, and is sent again', () => {
  const file = referred({ channels: ['sns', 'game'], mustNotMeet: '2026-0007', concerns: 'mental-health' })
  assert.ok(file.ok)
  const returned = decide(file.value, { decision: 'returned', why: '학년을 적어 주십시오' }, seo)
  assert.ok(returned.ok)
  const again = readReferral(new URLSearchParams(fieldsOfReferral(returned.value)), ['hill'])
  assert.ok(again.ok)
  const { by, at, schoolId, ...sent } = file.value.referral
  // numbers of other cases are not for the school
  assert.equal(
    JSON.parse(JSON.stringify(again.value.referral)),
    JSON.parse(JSON.stringify({ ...sent, mustNotMeet: [] })),
  )
  const later = { by: 'hill', at: '2026-11-22T03:00:00.000Z' }
  const amended = amend(returned.value, { ...again.value, school: { ...again.value.school, grade: 2 } }, today, later)
  assert.ok(amended.ok)
  assert.is(amended.value.school.grade, 2)
  assert.is(amended.value.concerns.length, 1)
  assert.equal([amended.value.referral.mustNotMeet, amended.value.referral.schoolId], [['2026-0007'], 'hill'])
  assert.equal(amended.value.journal.at(-1)?.changed.find(({ path }) => path === 'school/grade')?.before, 1)
  assert.is(amend(amended.value, again.value, today, later).ok, false)
})

referring.run()
