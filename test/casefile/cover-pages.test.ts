import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { aHouseToLeave, arranges, leaves, secret } from '../support/away.ts'
import type { TestHouse } from '../support/house.ts'
import { entriesIn } from '../support/logged.ts'
import { aVisitor } from '../support/visitor.ts'

let house: TestHouse
const test = suite('a colleague who stands in')
test.before.each(async () => {
  house = await aHouseToLeave()
})
test.after.each(() => house.close())

test('has the cases, and the sessions for which they are free, for those days: cases and free sessions are theirs for those days, the lead reads what is left', async () => {
  const path = await leaves(house)
  const seo = await arranges(house, path)
  seo.mustSee('대신할 상담원을 정했습니다', '넘긴 회기', '2026-11-26 14:00–14:50 회기: 이보라 상담원의 다른 일정')
  assert.is((await house.store.session('2026-11-25-01'))?.counsellorId, 'bora')
  assert.equal((await house.store.session('2026-11-25-01'))?.handedOver?.[0]?.from, 'han')
  assert.is((await house.store.session('2026-11-26-01'))?.counsellorId, 'han')
  assert.not(seo.sees('하늘빛'), 'a restricted case is nobody’s to know')
  assert.is((await house.store.caseFile('2026-0003'))?.covers, undefined)
  assert.equal(
    (await house.store.entries('notices', { to: 'bora' })).map(({ what, personId }) => [what, personId]),
    [['covering', 'han']],
  )
  const logged = (await entriesIn(house)).filter(({ deed }) => deed === 'arrange a cover')
  assert.equal(logged.map(({ caseNumber }) => caseNumber).sort(), ['2026-0001', '2026-0002'])
  await signedIn(house)
  assert.is((await ask(house, 'bora', 'GET', '/cases/2026-0001')).status, 404, 'not before the first day')
  house.clock.set('2026-11-24T01:00:00.000Z')
  await signedIn(house)
  assert.is((await ask(house, 'bora', 'GET', '/cases/2026-0001')).status, 200)
  house.clock.set('2026-11-27T01:00:00.000Z')
  await signedIn(house)
  assert.is((await ask(house, 'bora', 'GET', '/cases/2026-0001')).status, 404, 'nor after the last')
})

test('the hand-over sheet has what is needed and not what was said; each case on it is in the log', async () => {
  const path = await leaves(house)
  await arranges(house, path)
  house.clock.set('2026-11-24T01:00:00.000Z')
  await signedIn(house)
  const bora = await (await aVisitor(house).signIn('bora')).open('/')
  bora.mustSee('대신 맡은 사례', '한지우 상담원', '대신')
  await bora.follow('인계서', '대신 맡은 사례')
  bora.mustSee(
    '2026-0001',
    '김민준',
    '다음 주에 계획표',
    '하루 기록',
    '긴급',
    '2026-0004',
    '010-0000-0001',
    '2026-11-25',
  )
  assert.not.match(bora.text, secret)
  assert.is(bora.title, '인계서 · 새길')
  const seen = (await entriesIn(house)).filter(({ by, deed }) => by === 'bora' && deed === 'see absences')
  assert.equal(seen.map(({ caseNumber }) => caseNumber).sort(), ['2026-0001', '2026-0002'])
  for (const more of ['', '/sheet']) assert.is((await ask(house, 'yoo', 'GET', path + more)).status, 404)
})

test('another colleague takes the place of the first, and a case that is not chosen is nobody’s to stand in', async () => {
  const path = await leaves(house)
  const seo = await arranges(house, path)
  await seo.choose('대신할 상담원', '솔가람').untick('사례', '2026-0002 정지호').press('정하기')
  const [minjun, jiho] = [await house.store.caseFile('2026-0001'), await house.store.caseFile('2026-0002')]
  const standing = (file: typeof minjun) => file?.covers?.map(({ counsellorId, ended }) => [counsellorId, !ended])
  assert.equal(standing(minjun), [
    ['bora', false],
    ['sol', true],
  ])
  assert.equal(standing(jiho), [['bora', false]])
  seo.mustSee('대신하는 사람 없음')
  assert.equal((await house.store.entries('absences'))[0]?.cases, ['2026-0001'])
})

test('nobody stands in who is away themselves', async () => {
  const path = await leaves(house)
  const bora = await (await aVisitor(house).signIn('bora')).open('/absences')
  await bora.fill('시작하는 날', '2026-11-26').press('기록')
  const seo = await (await aVisitor(house).signIn('seo')).open(path)
  seo.mustSee('이 기간에 자리를 비우는 상담원: 이보라')
  const body = new URLSearchParams({ coveredBy: 'bora', cases: '2026-0001' }).toString()
  await signedIn(house)
  const answer = await ask(house, 'seo', 'POST', `${path}/cover`, { headers: { ...ownPage, ...asForm }, body })
  assert.is(answer.status, 422)
  assert.match(await answer.text(), '그 기간(2026-11-26 – 2026-11-26)에 자리를 비우는 상담원입니다')
  assert.is((await house.store.caseFile('2026-0001'))?.covers, undefined)
})

test.run()
