import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { asForm, ask, ownPage } from '../support/asking.ts'
import { aHouse, nextCode, type TestHouse } from '../support/house.ts'
import { codesOn, invited, newcomer, secretOn, totpAt } from '../support/newcomer.ts'
import { aVisitor } from '../support/visitor.ts'

/* The link by which somebody chooses a password. */

let house: TestHouse
const until = '2026-11-22T01:15:00.000Z'
const test = suite('an invitation')
test.before.each(async () => {
  house = await aHouse((view) => view.savePerson(invited('first-link', until)))
})
test.after.each(() => house.close())

const fresh = '모래 위에 쓴 편지 한 장'
const over = '쓸 수 없는 링크입니다'

test('leads from a password to a second factor, to recovery codes, into the house', async () => {
  const visitor = aVisitor(house)
  await visitor.open('/invitation/first-link')
  assert.not.match(visitor.text, /나리|nari/)
  await visitor.fill('새 비밀번호', fresh).press('비밀번호 정하기')
  assert.match(visitor.path, /^\/sign-in\/factor/)
  await visitor.fill('확인 코드', totpAt(secretOn(visitor), house.clock.now())).press('인증 앱 등록')
  assert.is(codesOn(visitor).length, 10)
  await visitor.tick('복구 코드 보관', '코드를 안전한 곳에 보관했습니다.').press('마치기')
  visitor.mustSee('나리', '등록을 마쳤습니다.')
  assert.is((await house.store.person('nari'))?.invitation, undefined)
})

test('is not spent by opening it, however often', async () => {
  const before = JSON.stringify(await house.store.people())
  const visitor = aVisitor(house)
  for (let n = 0; n < 50; n++) {
    await visitor.open('/invitation/first-link')
    assert.is(visitor.status, 200)
  }
  assert.is(JSON.stringify(await house.store.people()), before)
})

test('that is over, used, replaced, unknown, or of an account that ended, opens one and the same page', async () => {
  const used = aVisitor(house)
  await used.open('/invitation/first-link')
  await used.fill('새 비밀번호', fresh).press('비밀번호 정하기')
  await house.store.change((view) => {
    view.savePerson(
      invited('late-link', '2026-11-22T00:59:59.000Z', { ...newcomer, id: 'late', email: 'l@example.test' }),
    )
    const ended = { ...newcomer, id: 'gone', email: 'g@example.test', ended: { by: 'yoo', at: until } }
    view.savePerson(invited('gone-link', until, ended))
    return done(undefined)
  })
  const pages = []
  for (const token of ['first-link', 'late-link', 'gone-link', 'never-a-link', '%00', 'x'.repeat(900)])
    for (const method of ['GET', 'POST']) {
      const posted = { headers: { ...ownPage, ...asForm }, body: `newPassword=${encodeURIComponent(fresh)}` }
      const answer = await ask(house, undefined, method, `/invitation/${token}`, method === 'POST' ? posted : {})
      assert.is(answer.status, 410, token)
      // the button that changes the language leads back to the page it stands on
      const text = (await answer.text()).replace(/name="to" value="[^"]*"/, '')
      assert.match(text, over)
      pages.push(text)
    }
  assert.is(new Set(pages).size, 1)
})

test('ends after 15 minutes, also for a page that was opened before', async () => {
  const visitor = aVisitor(house)
  await visitor.open('/invitation/first-link')
  house.clock.set(until)
  await visitor.fill('새 비밀번호', fresh).press('비밀번호 정하기')
  assert.is(visitor.status, 410)
  assert.is((await house.store.person('nari'))?.password, undefined)
})

test('takes no weak password, and is still good after one', async () => {
  const visitor = aVisitor(house)
  await visitor.open('/invitation/first-link')
  for (const weak of ['', '짧다', '123456789012', '나리 새길 상담센터!']) {
    await visitor.fill('새 비밀번호', weak).press('비밀번호 정하기')
    assert.is(visitor.status, 422, weak)
  }
  await visitor.fill('새 비밀번호', fresh).press('비밀번호 정하기')
  assert.match(visitor.path, /^\/sign-in\/factor/)
})

test('is good once when it is sent twice at the same time', async () => {
  const body = `newPassword=${encodeURIComponent(fresh)}`
  const send = () =>
    ask(house, undefined, 'POST', '/invitation/first-link', { headers: { ...ownPage, ...asForm }, body })
  const answers = await Promise.all([send(), send(), send(), send()])
  assert.equal(answers.map(({ status }) => status).sort(), [303, 410, 410, 410])
})

test('to choose a new password keeps the second factor, ends every visit and is told to its owner', async () => {
  const old = await aVisitor(house).signIn('han')
  const person = await house.store.person('han')
  if (!person) throw new Error('Han is gone')
  await house.store.change((view) => done(view.savePerson(invited('again-link', until, person))))
  const visitor = aVisitor(house)
  await visitor.open('/invitation/again-link')
  await visitor.fill('새 비밀번호', fresh).press('비밀번호 정하기')
  await old.open('/account')
  assert.match(old.path, /^\/sign-in/)
  assert.match(visitor.path, /^\/sign-in$/)
  await visitor.open('/cases')
  assert.match(visitor.path, /^\/sign-in/)
  await visitor.fill('확인 코드', (await nextCode(house.store, 'han')) ?? '').press('로그인')
  visitor.mustSee('한지우')
  const notices = await house.store.entries('notices')
  assert.equal(
    notices.map(({ to, what }) => [to, what]),
    [['han', 'password-changed']],
  )
})

test('in English reads the same way', async () => {
  const visitor = aVisitor(house).inEnglish()
  await visitor.open('/invitation/first-link')
  visitor.mustSee('Choose a password', 'At least 12 characters')
  await visitor.open('/invitation/no-link')
  visitor.mustSee('This link cannot be used')
})

test.run()
