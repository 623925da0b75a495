import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { aHouse, password, type TestHouse } from '../support/house.ts'
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

test.run()
