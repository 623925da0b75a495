import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { aHouse, type TestHouse } from '../support/house.ts'
import { aVisitor, type Visitor } from '../support/visitor.ts'

let house: TestHouse
let yoo: Visitor
const centre = suite('settling the centre on its pages')
centre.before.each(async () => {
  house = await aHouse()
  yoo = await aVisitor(house).signIn('yoo')
})
centre.after.each(() => house.close())

centre('what is settled is saved, and what the set-up made stays', async () => {
  await yoo.open('/settings/centre')
  await yoo.press('저장')
  assert.is(yoo.status, 422, 'nobody to call yet')
  await yoo.fill('문의 전화', '02-123-4567').fill('종결한 사례(년)', 5).fill('접수하지 않은 의뢰(일)', 90)
  await yoo
    .fill('작성하다 만 글(일)', 30)
    .fill('일요일 시작', '')
    .fill('일요일 끝', '')
    .fill('센터 이름', '샛길')
    .press('저장')
  yoo.mustSee('센터 설정을 저장했습니다', '샛길')
  const settings = await house.store.settings()
  assert.is(settings?.retention?.caseYears, 5)
  assert.is(settings?.openingHours[7], undefined)
  assert.is(settings?.since, '2019-09-01')
  assert.is(yoo.valueOf('문의 전화'), '02-123-4567')
})

centre('a refused form comes back whole', async () => {
  await yoo.open('/settings/centre')
  await yoo.fill('센터 이름', '').fill('종결한 사례(년)', 9).fill('월요일 끝', '06:00').press('저장')
  assert.is(yoo.status, 422)
  assert.match(yoo.title, /^오류/)
  assert.is(yoo.valueOf('종결한 사례(년)'), '9')
  yoo.mustSee('끝 시각이 시작 시각보다')
})

centre('a school is added, and renamed for every page that names it', async () => {
  await yoo.open('/settings/schools')
  await yoo.fill('학교 이름', '새별중학교').choose('학교급', '중학교').press('추가')
  yoo.mustSee('학교를 추가했습니다', '새별중학교')
  await yoo.fill('학교 이름', '새별중학교').choose('학교급', '고등학교').press('추가')
  yoo.mustSee('이미 있는 이름입니다')
  await yoo.open('/settings/schools/hill')
  assert.is(yoo.valueOf('학교 이름'), '언덕중학교')
  await yoo.fill('학교 이름', '언덕위중학교').press('저장')
  yoo.mustSee('학교를 저장했습니다', '언덕위중학교')
  const seo = await (await aVisitor(house).signIn('seo')).open('/referrals/new')
  seo.mustSee('언덕위중학교', '새별중학교')
  assert.is((await yoo.open('/settings/schools/nowhere')).status, 404)
})

centre('a room is added and renamed', async () => {
  await yoo.open('/settings/rooms')
  await yoo.fill('상담실 이름', '상담실 1').press('추가')
  assert.is(yoo.status, 422)
  await yoo.fill('상담실 이름', '모임방').press('추가')
  yoo.mustSee('상담실을 추가했습니다', '모임방')
  await yoo.follow('모임방')
  await yoo.fill('상담실 이름', '큰 모임방').press('저장')
  yoo.mustSee('큰 모임방')
  assert.ok((await house.store.rooms()).some(({ name }) => name === '큰 모임방'))
  assert.is((await yoo.open('/settings/rooms/nowhere')).status, 404)
})

centre(
  'days off are added and removed; public holidays stand beside them, and what is not known yet is said',
  async () => {
    await yoo.open('/settings/days')
    yoo.mustSee('2026년 공휴일', '2027년 공휴일', '추석', '대체')
    await yoo.fill('시작하는 날', '2026-12-28').fill('끝나는 날', '2026-12-24').fill('이름', '겨울 휴가').press('추가')
    assert.is(yoo.status, 422)
    assert.is(yoo.valueOf('이름'), '겨울 휴가')
    await yoo.fill('끝나는 날', '2026-12-31').press('추가')
    yoo.mustSee('기간을 추가했습니다', '겨울 휴가')
    await yoo.fill('시작하는 날', '2026-12-31').fill('이름', '종무식').press('추가')
    yoo.mustSee('이미 적은 기간(2026-12-28 – 2026-12-31)과 겹칩니다')
    await yoo.fill('시작하는 날', '2026-12-01').press('추가')
    assert.equal((await house.store.settings())?.shut, [
      { from: '2026-12-01', to: '2026-12-01', name: '종무식' },
      { from: '2026-12-28', to: '2026-12-31', name: '겨울 휴가' },
    ])
    await yoo.press('2026-12-28 겨울 휴가 삭제')
    assert.is((await house.store.settings())?.shut?.length, 1)
    house.clock.set('2027-11-22T01:00:00.000Z')
    await (await yoo.signIn('yoo')).open('/settings/days')
    yoo.mustSee('2028년 공휴일은 아직 등록되지 않았습니다')
  },
)

centre('a second signature is asked for from the moment on, and days without being seen become a task', async () => {
  await yoo.open('/settings/centre')
  assert.is(yoo.valueOf('만나지 못한 날수'), '21')
  await yoo.fill('문의 전화', '02-123-4567').fill('만나지 못한 날수', 14)
  await yoo.tick('상담일지에 사업 책임자의 확인 서명도 받습니다').press('저장')
  const settings = await house.store.settings()
  assert.equal([settings?.unseenDays, settings?.countersignedFrom], [14, '2026-11-22T01:00:00.000Z'])
})

centre('a school has lessons and examinations, a room its hours; one form leaves the other alone', async () => {
  await yoo.open('/settings/schools/hill')
  await yoo.fill('월요일 시작', '08:50').fill('월요일 끝', '15:20').press('저장')
  await yoo.open('/settings/schools/hill')
  assert.is(yoo.valueOf('월요일 끝'), '15:20')
  await yoo.fill('시작하는 날', '2026-12-07').fill('끝나는 날', '2026-12-01').fill('이름', '기말고사').press('추가')
  assert.is(yoo.status, 422)
  assert.is(yoo.valueOf('월요일 끝'), '15:20')
  await yoo.fill('끝나는 날', '2026-12-11').press('추가')
  yoo.mustSee('기말고사')
  await yoo.fill('학교 이름', '언덕위중학교').press('저장')
  const hill = (await house.store.schools()).find(({ id }) => id === 'hill')
  assert.equal(hill?.exams, [{ from: '2026-12-07', to: '2026-12-11', name: '기말고사' }])
  assert.equal(hill?.lessons, { 1: { from: '08:50', to: '15:20' } })
  await (await yoo.open('/settings/schools/hill')).press('2026-12-07 기말고사 삭제')
  assert.equal((await house.store.schools()).find(({ id }) => id === 'hill')?.exams, [])
  await yoo.open('/settings/rooms/room-1')
  await yoo.fill('화요일 시작', '13:00').fill('화요일 끝', '12:00').press('저장')
  assert.is(yoo.status, 422)
  await yoo.fill('화요일 끝', '18:00').press('저장')
  yoo.mustSee('따로 정함')
})

centre.run()
