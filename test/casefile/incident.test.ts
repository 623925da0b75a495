import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { addStep, recordIncident, tellingClock, untold } from '../../src/casefile/incident.ts'
import { nextId } from '../../src/people/next-id.ts'
import type { Incident } from '../../src/people/registers.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { aHouse } from '../support/house.ts'
import { aVisitor } from '../support/visitor.ts'

const by = (at: string) => ({ by: 'seo', at })
const known = '2026-11-20T01:00:00.000Z'
const leak: Incident = {
  ...{ id: '2026-01', knownAt: known, what: 'leak', description: 'a paper was left', caseNumbers: [], steps: [] },
  ...by(known),
}
const after = (incident: Incident, step: Incident['steps'][number]['step'], text?: string): Incident => {
  const next = addStep(incident, { step, text }, by(known))
  if (!next.ok) throw new Error(JSON.stringify(next.refusals))
  return next.value
}

const rule = suite('an incident')

rule('gives 72 hours from the moment at which somebody knew', () => {
  assert.equal(tellingClock(leak, known), {
    ...{ until: '2026-11-23T01:00:00.000Z', hours: 72, overdue: false, running: true },
  })
  assert.equal(tellingClock(leak, '2026-11-23T00:00:00.001Z').hours, 0)
  assert.is(tellingClock(leak, '2026-11-23T01:00:00.000Z').overdue, false)
  const late = tellingClock(leak, '2026-11-23T06:30:00.000Z')
  assert.equal([late.overdue, late.hours], [true, 5])
})

rule('stops its clock when both were told, or when it ended', () => {
  const people = after(leak, 'people-told')
  assert.equal([untold(people), tellingClock(people, known).running], [['commission-told'], true])
  const both = after(people, 'commission-told')
  assert.is(tellingClock(both, '2026-12-31T00:00:00.000Z').running, false)
  assert.is(tellingClock(after(leak, 'ended', 'nobody could have read it'), known).running, false)
})

rule('cannot end untold without a word, nor go on once it ended, nor be known before it is', () => {
  const silent = addStep(leak, { step: 'ended' }, by(known))
  assert.equal(silent, { ok: false, refusals: [{ field: 'stepText', reason: 'untold-why' }] })
  const more = addStep(after(leak, 'ended', 'no need'), { step: 'remark', text: 'x' }, by(known))
  assert.equal(more, { ok: false, refusals: [{ reason: 'incident-ended' }] })
  const form = { knownAt: '2026-11-20T01:00:01.000Z', what: 'leak', description: 'x', caseNumbers: [] } as const
  const early = recordIncident('2026-01', { ...form, caseNumbers: [] }, by(known))
  assert.equal(early, { ok: false, refusals: [{ field: 'knownTime', reason: 'in-the-future' }] })
})

rule('has the next number of its year', () => {
  assert.is(nextId([], '2026-11-22'), '2026-01')
  assert.is(nextId([{ id: '2026-09' }, { id: '2025-31' }], '2026-11-22'), '2026-10')
  assert.is(nextId([{ id: '2026-99' }], '2026-11-22'), '2026-100')
})

rule.run()

const pages = suite('the incident register')

pages('shows its clock to lead and admin until everyone was told', async () => {
  const house = await aHouse()
  const lead = await aVisitor(house).signIn('seo')
  await lead.follow('사고 기록')
  lead.mustSee('기록한 사고가 없습니다')
  await lead.fill('알게 된 날', '2026-11-23').press('사고 기록하기')
  assert.is(lead.status, 422)
  await lead
    .fill('알게 된 날', '2026-11-21')
    .fill('알게 된 시각', '22:00')
    .choose('사고의 종류', '잘못 보냄·잘못 보여 줌')
  await lead.fill('무슨 일이 있었는지', '다른 보호자에게 안내문을 보냄').fill('관련된 사례번호', '2026-0001')
  await lead.press('사고 기록하기')
  lead.mustSee('사고 2026-01', '60시간 남음', '2026-11-24 (화) 22:00까지 알립니다', '피해를 신고할 부서와 연락처')
  assert.is(lead.path, '/incidents/2026-01?done=incident-recorded')

  house.clock.set('2026-11-24T18:00:00.000Z')
  const admin = await aVisitor(house).signIn('yoo')
  admin.mustSee('사고 2026-01', '5시간 지남')
  await admin.follow('사고 2026-01')
  await admin.choose('한 조치', '끝냄').press('조치 기록')
  admin.mustSee('알리지 않고 끝내려면')
  await admin.choose('한 조치', '본인과 보호자에게 알림').fill('내용', '전화로 알림').press('조치 기록')
  admin.mustSee('조치를 기록했습니다', '유하늘', '전화로 알림')
  await admin.choose('한 조치', '위원회에 신고함').fill('내용', '').press('조치 기록')
  admin.mustSee('모두 알림')
  await admin.open('/')
  assert.not.ok(admin.sees('사고 2026-01'))
  await admin.open('/incidents/2026-01')
  await admin.choose('한 조치', '끝냄').press('조치 기록')
  admin.mustSee('끝남')
  assert.not.ok(admin.sees('조치 기록'))
  await house.close()
})

pages('is not for counsellors or schools, and its pages of nothing are not there', async () => {
  const house = await aHouse()
  await signedIn(house)
  for (const who of ['han', 'oh']) assert.is((await ask(house, who, 'GET', '/incidents')).status, 403)
  assert.is((await ask(house, 'seo', 'GET', '/incidents/2026-07')).status, 404)
  const form = { headers: { ...ownPage, ...asForm }, body: 'stepTaken=ended' }
  assert.is((await ask(house, 'seo', 'POST', '/incidents/2026-07/steps', form)).status, 404)
  await house.close()
})

pages.run()
