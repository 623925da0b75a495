import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { aHouse, password, type TestHouse, totpSecret } from '../support/house.ts'
import { codesOn, secretOn, totpAt } from '../support/newcomer.ts'
import { aVisitor, type Visitor } from '../support/visitor.ts'

/* The authenticator app and the recovery codes of one's own account. Passkeys are in passkeys.test.ts. */

let house: TestHouse
let han: Visitor
const test = suite('one’s own second factors on their pages')
test.before.each(async () => {
  house = await aHouse()
  han = await aVisitor(house).signIn('han')
})
test.after.each(() => house.close())

const isOut = async (visitor: Visitor) => {
  await visitor.open('/account')
  return visitor.path.startsWith('/sign-in')
}

test('an authenticator app that is set up anew takes the place of the old one', async () => {
  await han.open('/account/factors')
  await han.follow('인증 앱 새로 등록')
  const secret = secretOn(han)
  assert.match(han.text, /<svg class="qr"[^>]*><rect[^>]*><\/rect><path d="M0 0h1v1h-1z/)
  await han.fill('확인 코드', totpAt(totpSecret, house.clock.now())).press('인증 앱 등록')
  assert.is(han.status, 422)
  await han.fill('확인 코드', totpAt(secret, house.clock.now())).press('인증 앱 등록')
  han.mustSee('인증 앱을 등록했습니다.')
  const notices = await house.store.entries('notices')
  assert.equal(
    notices.map(({ to, what }) => [to, what]),
    [['han', 'factors-changed']],
  )
  assert.is((await house.store.person('han'))?.factors?.totp?.secret, secret.replaceAll(' ', ''))
  await han.follow('인증 앱 새로 등록')
  assert.is.not(secretOn(han), secret)
})

test('new recovery codes count once they are kept, and the old ones no more', async () => {
  const elsewhere = await aVisitor(house).signIn('han')
  await han.open('/account/factors/codes')
  const codes = codesOn(han)
  await han.press('마치기')
  assert.is(han.status, 422)
  assert.equal(codesOn(han), codes)
  assert.is((await house.store.person('han'))?.factors?.recoveryCodes.length, 60)
  await han.tick('복구 코드 보관', '코드를 안전한 곳에 보관했습니다.').press('마치기')
  han.mustSee('새 복구 코드를 등록했습니다.', '10개 남음')
  assert.ok(await isOut(elsewhere))
  await han.follow('복구 코드 새로 받기')
  assert.ok(codesOn(han).every((code) => !codes.includes(code)))
  const later = aVisitor(house)
  await later.open('/sign-in')
  await later.fill('전자우편 주소', 'han@example.test').fill('비밀번호', password).press('로그인')
  await later.fill('확인 코드', codes[3] ?? '').press('로그인')
  assert.is(later.path, '/')
})

test('codes of a page that was shown before others were kept do not count', async () => {
  const stale = await aVisitor(house).signIn('han')
  await stale.open('/account/factors/codes')
  await han.open('/account/factors/codes')
  const field = stale.document.querySelector('input[name=shown]') as unknown as { value: string }
  field.value = 'A'.repeat(16)
  await stale.tick('복구 코드 보관', '코드를 안전한 곳에 보관했습니다.').press('마치기')
  assert.is(stale.status, 422)
  stale.mustSee('화면을 연 뒤에 코드가 바뀌었습니다.')
})

test('asks for the second factor again before the second factors are shown or changed', async () => {
  house.clock.set('2026-11-22T01:06:00.000Z')
  for (const path of ['/account/factors', '/account/factors/app', '/account/factors/codes']) {
    await han.open(path)
    assert.is(han.path, `/confirm?to=${encodeURIComponent(path)}`)
  }
  await han.open('/account')
  assert.is(han.path, '/account')
})

test('warns when recovery codes run out', async () => {
  await house.store.change(async (view) => {
    const person = await view.person('han')
    if (person?.factors)
      view.savePerson({
        ...person,
        factors: { ...person.factors, recoveryCodes: person.factors.recoveryCodes.slice(0, 3) },
      })
    return done(undefined)
  })
  await han.open('/account')
  han.mustSee('복구 코드가 2개 남았습니다. 새 코드를 받아 두십시오.')
})

test.run()
