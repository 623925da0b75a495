import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ask, signedIn } from '../support/asking.ts'
import { aHouseToLeave, arranges, leaves } from '../support/away.ts'
import type { TestHouse } from '../support/house.ts'
import { aVisitor } from '../support/visitor.ts'

let house: TestHouse
const test = suite('being away')
test.before.each(async () => {
  house = await aHouseToLeave()
})
test.after.each(() => house.close())

test('is noted by the counsellor, who sees what is booked then, and nothing more can be booked', async () => {
  const path = await leaves(house)
  const han = await (await aVisitor(house).signIn('han')).open(path)
  assert.not(han.sees('대신할 상담원 정하기'), 'that is the lead’s')
  await han.open('/cases/2026-0001/sessions/new')
  await han.fill('날짜', '2026-11-24').fill('시작 시각', '10:00').choose('상담실', '상담실 1').press('이 시간으로 예약')
  han.mustSee('자리를 비우는 기간')
})

test('a refused form comes back whole', async () => {
  const seo = await (await aVisitor(house).signIn('seo')).open('/absences')
  await seo
    .choose('자리를 비우는 상담원', '이보라')
    .fill('시작하는 날', '2026-11-26')
    .fill('끝나는 날', '2026-11-24')
    .press('기록')
  assert.is(seo.status, 422)
  assert.is(seo.valueOf('시작하는 날'), '2026-11-26')
  seo.mustSee('끝나는 날이 시작하는 날보다')
})

test('is nobody else’s to open, and only theirs and the lead’s to end', async () => {
  const path = await leaves(house)
  for (const more of ['', '/sheet']) assert.is((await ask(house, 'bora', 'GET', path + more)).status, 404)
  await arranges(house, path)
  await signedIn(house)
  const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' }
  assert.is((await ask(house, 'bora', 'POST', `${path}/ending`, { headers: form, body: '' })).status, 404)
  assert.is((await ask(house, 'bora', 'POST', `${path}/cover`, { headers: form, body: '' })).status, 403)
})

test('ended early, standing in ends with it, and sessions stay where they went', async () => {
  const path = await leaves(house)
  await arranges(house, path)
  house.clock.set('2026-11-24T01:00:00.000Z')
  const han = await (await aVisitor(house).signIn('han')).open(path)
  await han.press('부재 끝내기')
  han.mustSee('부재를 끝냈습니다', '일찍 끝냄')
  assert.ok((await house.store.caseFile('2026-0001'))?.covers?.every(({ ended }) => ended?.by === 'han'))
  await signedIn(house)
  assert.is((await ask(house, 'bora', 'GET', '/cases/2026-0001')).status, 404)
  assert.is((await house.store.session('2026-11-25-01'))?.counsellorId, 'bora')
})

test('own hours are settled on a page of their own, and all empty is whenever the centre is open', async () => {
  const han = await (await aVisitor(house).signIn('han')).open('/account/hours')
  await han.fill('월요일 시작', '13:00').fill('월요일 끝', '12:00').press('저장')
  assert.is(han.status, 422)
  await han.fill('월요일 끝', '18:00').press('저장')
  assert.equal((await house.store.person('han'))?.hours, { 1: { from: '13:00', to: '18:00' } })
  await han.fill('월요일 시작', '').fill('월요일 끝', '').press('저장')
  han.mustSee('근무 시간을 저장했습니다')
  assert.is((await house.store.person('han'))?.hours, undefined)
})

test.run()
