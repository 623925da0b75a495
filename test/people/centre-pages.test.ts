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

centre.run()
