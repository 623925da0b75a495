import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { Authenticator, sendPasskey } from '../support/authenticator.ts'
import { aHouse, password, type TestHouse } from '../support/house.ts'
import { codesOn, newcomer, secretOn, totpAt, withNewcomer } from '../support/newcomer.ts'
import { aVisitor, type Visitor } from '../support/visitor.ts'

/* Somebody new signs in for the first time: password, a second factor, recovery codes, and only then the house. */

let house: TestHouse
const test = suite('the first sign-in')
test.before.each(async () => {
  house = await aHouse(await withNewcomer())
})
test.after.each(() => house.close())

async function withPassword(visitor: Visitor, to = '/'): Promise<Visitor> {
  await visitor.open(`/sign-in?to=${encodeURIComponent(to)}`)
  await visitor.fill('전자우편 주소', newcomer.email).fill('비밀번호', password).press('로그인')
  return visitor
}

const setUpApp = async (visitor: Visitor): Promise<string> => {
  const secret = secretOn(visitor)
  await visitor.fill('확인 코드', totpAt(secret, house.clock.now())).press('인증 앱 등록')
  return secret
}

test('leads from the password to an app, to recovery codes, to where one wanted to go', async () => {
  const visitor = await withPassword(aVisitor(house), '/cases')
  assert.is(visitor.path, '/sign-in/factor?to=%2Fcases')
  await setUpApp(visitor)
  assert.is(visitor.path, '/sign-in/recovery-codes?to=%2Fcases')
  const codes = codesOn(visitor)
  assert.is(new Set(codes).size, 10)
  await visitor.press('마치기')
  assert.is(visitor.status, 422)
  visitor.mustSee('코드를 보관한 뒤 표시해 주십시오.')
  assert.equal(codesOn(visitor), codes)
  await visitor.tick('복구 코드 보관', '코드를 안전한 곳에 보관했습니다.').press('마치기')
  assert.is(visitor.path, '/cases?done=factors-set-up')
  visitor.mustSee('등록을 마쳤습니다')
  const person = await house.store.person(newcomer.id)
  assert.is(person?.factors?.recoveryCodes.length, 10)
  for (const code of codes) assert.not.match(JSON.stringify(person), code)
})

test('leads to nothing else before that', async () => {
  const visitor = await withPassword(aVisitor(house))
  for (const path of ['/', '/cases', '/account', '/account/factors', '/confirm', '/sign-in/recovery-codes']) {
    await visitor.open(path)
    assert.match(visitor.path, /^\/sign-in\/factor/, path)
  }
  await setUpApp(visitor)
  for (const path of ['/', '/cases', '/account', '/account/factors/codes', '/sign-in/factor']) {
    await visitor.open(path)
    assert.match(visitor.path, /^\/sign-in\/recovery-codes/, path)
  }
})

test('takes a passkey as well, and the next one needs nothing but it', async () => {
  const visitor = await withPassword(aVisitor(house))
  const phone = new Authenticator()
  visitor.fill('패스키 이름', '내 전화기')
  await sendPasskey(visitor, '패스키 등록', (options) => phone.made(options))
  assert.match(visitor.path, /^\/sign-in\/recovery-codes/)
  await visitor.tick('복구 코드 보관', '코드를 안전한 곳에 보관했습니다.').press('마치기')
  assert.match(visitor.path, /^\/\?done=/)
  await visitor.press('로그아웃')
  await sendPasskey(visitor, '패스키로 로그인', (options) => phone.signed(options))
  assert.is(visitor.path, '/')
  await visitor.open('/account')
  visitor.mustSee('나리', '내 전화기')
})

test('goes on where it was left: what was set up is asked for, then the codes are shown', async () => {
  const secret = await setUpApp(await withPassword(aVisitor(house)))
  house.clock.set('2026-11-22T01:30:00.000Z')
  const later = await withPassword(aVisitor(house))
  assert.match(later.path, /^\/sign-in\?to=/)
  await later.open('/sign-in/recovery-codes')
  assert.match(later.path, /^\/sign-in\?to=/)
  await later.fill('확인 코드', totpAt(secret, house.clock.now())).press('로그인')
  assert.match(later.path, /^\/sign-in\/recovery-codes/)
})

test('shows the same secret when the page is opened again, another one to everybody else, and keeps none', async () => {
  const visitor = await withPassword(aVisitor(house))
  const before = JSON.stringify(await house.store.people())
  const secret = secretOn(visitor)
  await visitor.open('/sign-in/factor')
  assert.is(secretOn(visitor), secret)
  house.clock.set('2026-11-22T01:00:01.000Z')
  assert.is.not(secretOn(await withPassword(aVisitor(house))), secret)
  assert.is(JSON.stringify(await house.store.people()), before)
})

test('does not take a wrong code, nor the same code for the next sign-in', async () => {
  const visitor = await withPassword(aVisitor(house))
  const secret = secretOn(visitor)
  await visitor.fill('확인 코드', '000000').press('인증 앱 등록')
  assert.is(visitor.status, 422)
  assert.is((await house.store.person(newcomer.id))?.factors, undefined)
  const code = totpAt(secret, house.clock.now())
  await visitor.fill('확인 코드', code).press('인증 앱 등록')
  const again = await withPassword(aVisitor(house))
  await again.fill('확인 코드', code).press('로그인')
  assert.is(again.status, 422)
})

test('lets nobody with the password alone set up a second one beside the owner’s', async () => {
  const thief = await withPassword(aVisitor(house))
  const visitor = await withPassword(aVisitor(house))
  await setUpApp(visitor)
  const before = JSON.stringify(await house.store.person(newcomer.id))
  await sendPasskey(thief, '패스키 등록', (options) => new Authenticator().made(options))
  assert.match(thief.path, /^\/sign-in\?to=/)
  assert.is(JSON.stringify(await house.store.person(newcomer.id)), before)
  await thief.open('/sign-in/recovery-codes')
  assert.match(thief.path, /^\/sign-in\?to=/)
})

test('of several who set up a factor at the same moment lets one do so', async () => {
  const visitors = await Promise.all([1, 2, 3].map(() => withPassword(aVisitor(house))))
  const enrol = (visitor: Visitor) =>
    sendPasskey(visitor, '패스키 등록', (options) => new Authenticator().made(options))
  await Promise.all(visitors.map(enrol))
  assert.is((await house.store.person(newcomer.id))?.factors?.passkeys.length, 1)
  assert.is(visitors.filter(({ path }) => path.startsWith('/sign-in/recovery-codes')).length, 1)
})

test('has 20 minutes for a new phone, and no more', async () => {
  const visitor = await withPassword(aVisitor(house))
  house.clock.set('2026-11-22T01:19:00.000Z')
  await visitor.open('/sign-in/factor')
  assert.is(visitor.path, '/sign-in/factor')
  house.clock.set('2026-11-22T01:20:00.000Z')
  await visitor.open('/sign-in/factor')
  assert.match(visitor.path, /^\/sign-in\?to=/)
})

test('in English reads the same way', async () => {
  const visitor = aVisitor(house).inEnglish()
  await visitor.open('/sign-in')
  await visitor.fill('E-mail address', newcomer.email).fill('Password', password).press('Sign in')
  visitor.mustSee('Set up the second step', 'Setup key')
})

test.run()
