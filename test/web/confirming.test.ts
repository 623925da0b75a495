import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { aHouse, password, recoveryCode, type TestHouse, totpSecret } from '../support/house.ts'
import { totpAt } from '../support/newcomer.ts'
import { han, settings } from '../support/samples.ts'
import { aVisitor } from '../support/visitor.ts'

/* The second factor, when one signs in and once more before what is important. */

let house: TestHouse
const test = suite('a code')
test.before.each(async () => {
  house = await aHouse()
})
test.after.each(() => house.close())

const start = Date.parse('2026-11-22T01:00:00.000Z')
const at = (seconds: number) => house.clock.set(new Date(start + seconds * 1000).toISOString())

test('is guessed at as slowly as a password, apart from it, and asking for the factor again is no way round', async () => {
  const visitor = aVisitor(house)
  const password_ = () => visitor.fill('전자우편 주소', han.email).fill('비밀번호', password).press('로그인')
  await visitor.open('/sign-in')
  await password_()
  for (let n = 0; n < 3; n++) {
    await visitor.fill('확인 코드', '000000').press('로그인')
    visitor.mustSee('코드가 맞지 않거나')
  }
  await visitor.fill('확인 코드', recoveryCode('han', 0)).press('로그인')
  assert.is(visitor.status, 422)
  visitor.mustSee('1초 뒤에')
  // starting again with the password changes nothing about the codes
  await visitor.follow('다른 계정으로 로그인')
  await password_()
  await visitor.fill('확인 코드', recoveryCode('han', 0)).press('로그인')
  visitor.mustSee('1초 뒤에')
  at(1)
  await visitor.fill('확인 코드', recoveryCode('han', 0)).press('로그인')
  assert.is(visitor.path, '/')
  at(400)
  await visitor.open('/account/factors')
  assert.is(visitor.path, '/confirm?to=%2Faccount%2Ffactors')
  for (let n = 0; n < 3; n++) await visitor.fill('확인 코드', '000000').press('확인')
  await visitor.fill('확인 코드', totpAt(totpSecret, house.clock.now())).press('확인')
  visitor.mustSee('1초 뒤에')
})

test('given again leads on to where it was asked for, and never out of the house', async () => {
  const visitor = await aVisitor(house).signIn('han')
  at(400)
  for (const [n, to] of [
    '//evil.example',
    'https://evil.example/',
    '/\\\\evil.example',
    'javascript:alert(1)',
  ].entries()) {
    at(400 + n * 400)
    await visitor.open(`/confirm?to=${encodeURIComponent(to)}`)
    await visitor.fill('확인 코드', recoveryCode('han', n + 1)).press('확인')
    assert.is(visitor.path, '/')
  }
})

test('is asked of nobody in a demonstration', async () => {
  const demo = await aHouse((view) => view.saveSettings({ ...settings, demo: true }))
  const visitor = await aVisitor(demo).signIn('han')
  demo.clock.set('2026-11-22T01:15:00.000Z')
  await visitor.open('/account/factors')
  assert.is(visitor.path, '/account/factors')
  await demo.close()
})

test.run()
