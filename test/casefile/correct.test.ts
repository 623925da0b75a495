import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Correction, correct, correctionsOf, type Part, partAt, stateOf } from '../../src/casefile/correct.ts'
import { journalHolds } from '../../src/casefile/journal.ts'
import { consentedOn, missingConsents } from '../../src/consent/gate.ts'
import { stageOf } from '../../src/programme.ts'
import { done } from '../../src/result.ts'
import { aHouse } from '../support/house.ts'
import { signed, today } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aVisitor } from '../support/visitor.ts'

const minjun = aCaseUnderWay()
const at = '2026-11-16T03:00:00.000Z'
const putRight = (to: Part, path: string, more: Partial<Correction> = {}, file = minjun) =>
  correct(
    file,
    { to, askedBy: 'youth', why: 'it was misspelt', since: stateOf(partAt(file, path) ?? {}), ...more },
    today,
    signed('han', at),
  )
const youth = (values: object = {}) => putRight({ part: 'youth', values: { ...minjun.youth, ...values } }, 'youth')

const rule = suite('putting something right')

rule('keeps what stood there before, who asked and why', () => {
  const corrected = youth({ name: '김민준이' })
  assert.ok(corrected.ok)
  if (!corrected.ok) return
  assert.is(corrected.value.youth.name, '김민준이')
  const [one] = correctionsOf(corrected.value)
  assert.equal([one?.askedBy, one?.why, one?.what, one?.by], ['youth', 'it was misspelt', ['youth/name'], 'han'])
  assert.equal(one?.changed, [{ path: 'youth/name', before: '김민준', after: '김민준이' }])
  assert.ok(journalHolds(corrected.value))
})

rule('says no when nothing was changed, or when somebody else changed it meanwhile', () => {
  assert.equal(youth(), { ok: false, refusals: [{ reason: 'nothing-corrected' }] })
  const stale = putRight({ part: 'youth', values: { ...minjun.youth, name: 'x' } }, 'youth', { since: 'other' })
  assert.equal(stale, { ok: false, refusals: [{ reason: 'changed-meanwhile' }] })
  const gone = putRight({ part: 'guardian', at: 3, values: { relation: 'father' } }, 'guardians/3', { since: 'none' })
  assert.equal(gone, { ok: false, refusals: [{ reason: 'changed-meanwhile' }] })
})

rule('refuses only what cannot be so', () => {
  assert.equal(youth({ birthDate: '2026-11-17' }), {
    ok: false,
    refusals: [{ field: 'birthDate', reason: 'in-the-future' }],
  })
  assert.ok(youth({ birthDate: '2001-01-01' }).ok)
  const {
    mustNotMeet: _a,
    concerns: _b,
    guardianTold: _c,
    referrer: _d,
    on: _e,
    by: _f,
    at: _g,
    schoolId: _h,
    ...facts
  } = minjun.referral
  const referral = (values: object) => putRight({ part: 'referral', values: { ...facts, ...values } }, 'referral')
  assert.equal(referral({ happenedOn: '2026-11-17', dueOn: '2026-11-01', decidedOn: '2026-12-01' }), {
    ok: false,
    refusals: [
      { field: 'decidedOn', reason: 'in-the-future' },
      { field: 'happenedOn', reason: 'in-the-future' },
      { field: 'dueOn', reason: 'due-before-referral' },
    ],
  })
  const spread = referral({ spread: 'no', types: ['illegal-filming'] })
  assert.ok(spread.ok && spread.value.referral.referrer.name === '오선생')
  assert.equal(spread.ok && spread.value.corrections?.[0]?.what, ['referral/types', 'referral/spread'])
})

rule('of a birth date asks for the guardian where the youth was under 14 on the day', () => {
  assert.equal(missingConsents(minjun), [])
  assert.is(stageOf(minjun, []), 'intake')
  const younger = youth({ birthDate: '2012-11-03' })
  assert.ok(younger.ok)
  if (!younger.ok) return
  assert.equal(
    missingConsents(younger.value).map(({ kind, giver }) => [kind, giver]),
    [['guardian-under-14', 'guardian']],
  )
  assert.equal([stageOf(younger.value, []), consentedOn(younger.value)], ['consent', undefined])
})

rule('is a right after the case is closed too', () => {
  const closed = { ...minjun, closings: [{ on: today, reason: 'completed', ...signed() }] }
  const phone = { part: 'guardian', at: 0, values: { ...minjun.guardians[0], phone: '010-0000-0009' } } as Part
  const corrected = putRight(phone, 'guardians/0', {}, closed)
  assert.is(corrected.ok && corrected.value.guardians[0]?.phone, '010-0000-0009')
})

rule.run()

const pages = suite('corrections on the site')

pages('are made part by part, with the form filled in, and stand in a history', async () => {
  const house = await aHouse((view) => view.saveCase(minjun))
  const han = await aVisitor(house).signIn('han')
  await han.open('/cases/2026-0001')
  await han.follow('잘못된 내용 정정')
  han.mustSee('정정한 내용이 없습니다', '상담일지에 덧붙임', '박서윤')
  await han.follow('청소년 정정')
  assert.is(han.valueOf('성명'), '김민준')
  await han.press('정정 저장')
  assert.is(han.status, 422)
  await han.fill('성명', '김민중').choose('누가 요구했는지', '보호자의 요구').fill('사유', '이름을 잘못 적음')
  await han.press('정정 저장')
  han.mustSee('정정했습니다', '김민준 → 김민중', '이름을 잘못 적음', '보호자의 요구', '한지우')
  await han.follow('보호자 1 정정')
  await han.fill('보호자 연락처', '').choose('누가 요구했는지', '센터에서 발견').fill('사유', '없는 번호')
  await han.press('정정 저장')
  han.mustSee('보호자 1 › 연락처: 010-0000-0001 → 비어 있음')
  await han.open('/cases/2026-0001')
  han.mustSee('김민중', '내용 정정')

  await han.follow('잘못된 내용 정정')
  await han.follow('의뢰 내용 정정')
  await house.store.change(async (view) => {
    const file = await view.caseFile('2026-0001')
    if (file) view.saveCase({ ...file, referral: { ...file.referral, needs: 'added meanwhile' } })
    return done(undefined)
  })
  await han.choose('유포 여부', '아니요').tick('행위 유형', '미상').choose('누가 요구했는지', '청소년의 요구')
  await han.fill('사유', '퍼뜨리지 않음').press('정정 저장')
  han.mustSee('그사이 다른 분이')
  assert.is((await house.store.caseFile('2026-0001'))?.referral.spread, 'unknown')
  await han.open('/cases/2026-0001/correction/guardians-7')
  assert.is(han.status, 404)
  const bora = await aVisitor(house).signIn('bora')
  await bora.open('/cases/2026-0001/correction')
  assert.is(bora.status, 404)
  await house.close()
})

pages.run()
