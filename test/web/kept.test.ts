import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { get, giveCode, post, signInAt } from '../support/cookies.ts'
import { aHouse, nextCode, password, recoveryCode, type TestHouse } from '../support/house.ts'
import { aSession } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aVisitor, type Visitor } from '../support/visitor.ts'

/* Nothing that somebody typed is lost when a visit ends, or when the second factor is asked for again. */

let house: TestHouse
let han: Visitor
const note = '/cases/2026-0001/notes/2026-11-22-01'
const test = suite('what was typed')
test.before.each(async () => {
  house = await aHouse((view) => {
    view.saveCase(aCaseUnderWay())
    view.saveSession(aSession({ startAt: '2026-11-22T00:00:00.000Z', id: '2026-11-22-01' }))
  })
  han = await aVisitor(house).signIn('han')
})
test.after.each(() => house.close())

const later = (minutes: number) =>
  house.clock.set(new Date(Date.parse(house.clock.now()) + minutes * 60_000).toISOString())
/** Signs in where one stands. */
async function signInHere(visitor: Visitor): Promise<void> {
  await visitor.fill('전자우편 주소', 'han@example.test').fill('비밀번호', password).press('로그인')
  await visitor.fill('확인 코드', (await nextCode(house.store, 'han')) ?? '').press('로그인')
}
const savedNote = async () => (await house.store.caseFile('2026-0001'))?.notes[0]?.draft?.summary

test('when a visit ends by being idle is there after signing in, and is saved when it is sent', async () => {
  await han.open(note)
  han.fill('진행 내용', '길게 쓴 글')
  later(25)
  await han.press('저장')
  assert.match(han.path, /^\/sign-in\?to=%2Fkept%2F/)
  assert.is(await savedNote(), undefined)
  await signInHere(han)
  assert.match(han.path, /^\/kept\//)
  han.mustSee('입력한 내용을 보관해 두었습니다', '길게 쓴 글')
  await han.press('보내기')
  assert.is(await savedNote(), '길게 쓴 글')
  assert.equal(await house.store.drafts('han'), [])
})

test('when somebody signed out from elsewhere is there as well', async () => {
  await han.open(note)
  han.fill('진행 내용', '길게 쓴 글')
  const other = await aVisitor(house).signIn('han')
  await other.open('/account')
  await other.press('다른 곳 모두 로그아웃')
  await han.press('저장')
  await signInHere(han)
  await han.press('보내기')
  assert.is(await savedNote(), '길게 쓴 글')
})

test('by a script while the visit ended is kept, and the page is led to the sign-in', async () => {
  const cookie = await signInAt(house, 'han')
  later(25)
  const answer = await post(house, cookie, note, { account: '쓰다 만 글' }, { 'HX-Request': 'true' })
  const to = answer.headers.get('HX-Redirect') ?? ''
  assert.match(to, /^\/sign-in\?to=%2Fkept%2F[0-9a-f]{24}$/)
  const path = decodeURIComponent(to.split('to=')[1] ?? '')
  const again = await signInAt(house, 'han', cookie)
  assert.match(await (await get(house, again, path)).text(), /쓰다 만 글/)
})

test('is nobody else’s to see', async () => {
  const cookie = await signInAt(house, 'han')
  later(25)
  const answer = await post(house, cookie, note, { account: '쓰다 만 글' })
  const path = decodeURIComponent(answer.headers.get('Location')?.split('to=')[1] ?? '')
  const seo = await signInAt(house, 'seo')
  assert.is((await get(house, seo, path)).status, 404)
})

test('before a second factor is asked for again waits beside it, but for what is secret', async () => {
  let cookie = await signInAt(house, 'han')
  later(6)
  const fields = { passkeyName: '사무실 컴퓨터', assertion: 'secret-assertion' }
  const asked = await post(house, cookie, '/account/factors/passkeys', fields)
  const to = asked.headers.get('Location') ?? ''
  assert.match(to, /^\/confirm\?to=%2Fkept%2F/)
  assert.not.match(JSON.stringify(await house.store.drafts('han')), /secret-assertion/)
  cookie = await giveCode(house, 'han', cookie, '/confirm')
  const kept = await (await get(house, cookie, decodeURIComponent(to.split('to=')[1] ?? ''))).text()
  assert.match(kept, /사무실 컴퓨터/)
})

test('without anything typed leads back to the page that it stood on', async () => {
  const cookie = await signInAt(house, 'han')
  later(6)
  const referer = { Referer: 'https://saegil.test/account' }
  const asked = await post(house, cookie, '/account/factors/codes', {}, referer)
  assert.is(asked.headers.get('Location'), '/confirm?to=%2Faccount')
})

test('never takes the place of another draft, whatever the form says', async () => {
  const fields: [string, string][] = [['name', '민준']]
  const draft = { id: 'draft-of-han', owner: 'han', kind: 'referral' as const, fields, at: house.clock.now() }
  await house.store.change((view) => done(view.saveDraft(draft)))
  const cookie = await signInAt(house, 'han')
  later(25)
  const answer = await post(house, cookie, note, { account: '쓴 글', kept: 'draft-of-han' })
  assert.match(answer.headers.get('Location') ?? '', /^\/sign-in\?to=%2Fkept%2F[0-9a-f]{24}$/)
  assert.equal(await house.store.draft('draft-of-han'), draft)
})

test('as a password is never kept and never shown again', async () => {
  const cookie = await signInAt(house, 'han')
  later(25)
  const fields = {
    oldPassword: 'old-secret-1',
    newPassword: 'new-secret-1',
    password: 'secret-1',
    code: recoveryCode('han', 50),
  }
  await post(house, cookie, '/account/password', fields)
  assert.equal(await house.store.drafts('han'), [])
  // a page of before the last sign-in, in another window
  const stale = await post(house, cookie, '/account/password', { ...fields, note: 'x' }, { 'X-Token': 'old' })
  assert.is(stale.status, 403)
  assert.not.match(await stale.text(), /secret-1|TEST-han/)
})

test.run()
