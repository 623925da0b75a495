import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { aHouse, password, type TestHouse, totpSecret } from '../support/house.ts'
import { codesOn, secretOn, totpAt } from '../support/newcomer.ts'
import { aVisitor, type Visitor } from '../support/visitor.ts'

/* One's own account: the password, the second factors, and where one is signed in. */

let house: TestHouse
let han: Visitor
const test = suite('one’s own account')
test.before.each(async () => {
  house = await aHouse()
  han = await aVisitor(house).signIn('han')
})
test.after.each(() => house.close())

const fresh = '모래 위에 쓴 편지 한 장'
const isOut = async (visitor: Visitor) => {
  await visitor.open('/account')
  return visitor.path.startsWith('/sign-in')
}
const noticesTo = async (id: string) =>
  (await house.store.entries('notices')).filter(({ to }) => to === id).map(({ what }) => what)
const change = async (old: string, to: string) => {
  await han.open('/account')
  await han.follow('비밀번호 바꾸기')
  await han.fill('지금 비밀번호', old).fill('새 비밀번호', to).press('바꾸기')
}

test('is behind the name on every page', async () => {
  await han.follow('한지우 상담원')
  assert.is(han.path, '/account')
  han.mustSee('내 계정', 'han@example.test', '59개 남음', '지금 이 기기')
})

test('a new password ends every other visit, is told to its owner, and is the one that works', async () => {
  const elsewhere = await aVisitor(house).signIn('han')
  await change(password, fresh)
  assert.is(han.path, '/account?done=password-changed')
  assert.ok(await isOut(elsewhere))
  assert.equal(await noticesTo('han'), ['password-changed'])
  await aVisitor(house).signIn('han', fresh)
  const old = aVisitor(house)
  await old.open('/sign-in')
  await old.fill('전자우편 주소', 'han@example.test').fill('비밀번호', password).press('로그인')
  assert.is(old.status, 422)
})

test('a new password needs the old one, which cannot be guessed at here either', async () => {
  for (let n = 0; n < 3; n++) {
    await change('wrong', fresh)
    han.mustSee('지금 비밀번호가 맞지 않습니다.')
  }
  await change(password, fresh)
  assert.is(han.status, 422)
  han.mustSee('1초 뒤에')
  assert.equal(await noticesTo('han'), [])
})

test('a new password that is weak is refused, and no password stands on the page that says so', async () => {
  for (const [weak, why] of [
    ['짧다', '12자 이상으로'],
    ['qwertyuiop12', '흔히 쓰이거나'],
    ['새길상담센터 8302!', '이름, 전자우편 주소'],
  ] as const) {
    await change(password, weak)
    assert.is(han.status, 422)
    han.mustSee(why)
    assert.is(han.valueOf('새 비밀번호') + han.valueOf('지금 비밀번호'), '')
    assert.not.match(han.text, weak)
  }
})

test('an authenticator app that is set up anew takes the place of the old one', async () => {
  await han.open('/account/factors')
  await han.follow('인증 앱 새로 등록')
  const secret = secretOn(han)
  assert.match(han.text, /<svg class="qr"[^>]*><rect[^>]*><\/rect><path d="M0 0h1v1h-1z/)
  await han.fill('확인 코드', totpAt(totpSecret, house.clock.now())).press('인증 앱 등록')
  assert.is(han.status, 422)
  await han.fill('확인 코드', totpAt(secret, house.clock.now())).press('인증 앱 등록')
  han.mustSee('인증 앱을 등록했습니다.')
  assert.equal(await noticesTo('han'), ['factors-changed'])
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

test('shows where one is signed in, and signs out there', async () => {
  const elsewhere = await aVisitor(house).signIn('han')
  const third = await aVisitor(house).signIn('han')
  const seo = await aVisitor(house).signIn('seo')
  await han.open('/account')
  assert.is([...han.document.querySelectorAll('tbody tr')].length, 3)
  const button = '그곳에서 로그아웃'
  const forms = [...han.document.querySelectorAll('tbody form')]
  assert.is(forms.length, 2)
  forms[1]?.remove()
  await han.press(button)
  han.mustSee('로그아웃했습니다. 그곳에서는 다시 로그인해야 합니다.')
  assert.equal([await isOut(elsewhere), await isOut(third)].sort(), [false, true])
  await han.press('다른 곳 모두 로그아웃')
  assert.equal([await isOut(elsewhere), await isOut(third)], [true, true])
  assert.equal([await isOut(han), await isOut(seo)], [false, false])
  assert.is(han.sees('다른 곳 모두 로그아웃'), false)
})

test('signs nobody else out', async () => {
  const [seo] = await house.store.visitsOf('seo')
  await aVisitor(house).signIn('seo')
  const visit = seo ?? (await house.store.visitsOf('seo'))[0]
  await aVisitor(house).signIn('han')
  await han.open('/account')
  const field = han.document.querySelector('tbody form input[name=visit]') as unknown as { value: string }
  field.value = visit?.hash ?? ''
  await han.press('그곳에서 로그아웃')
  assert.is((await house.store.visit(visit?.hash ?? ''))?.ended, undefined)
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
  const { done } = await import('../../src/result.ts')
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
