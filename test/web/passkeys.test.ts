import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { siteOf } from '../../src/app.ts'
import { userHandleOf } from '../../src/people/passkeys.ts'
import { done } from '../../src/result.ts'
import { asForm, ask, ownPage } from '../support/asking.ts'
import { Authenticator, type Odd, sendPasskey } from '../support/authenticator.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { aVisitor, type Visitor } from '../support/visitor.ts'

/*
 * Passkeys, with an authenticator that signs whatever it is told. Real Chromium's own is in test/browser.
 * Over 150 lines because each way in which one may be wrong is tried.
 */

let house: TestHouse
let phone: Authenticator
let han: Visitor
const test = suite('a passkey')
test.before.each(async () => {
  house = await aHouse()
  phone = new Authenticator()
  han = await aVisitor(house).signIn('han')
  await han.open('/account/factors')
  han.fill('패스키 이름', '내 전화기')
  await sendPasskey(han, '패스키 등록', (options) => phone.made(options))
  han.mustSee('패스키를 등록했습니다.', '내 전화기')
})
test.after.each(() => house.close())

const passkeysOf = async (id: string) => (await house.store.person(id))?.factors?.passkeys ?? []
const signIn = async (odd: Odd = {}, with_ = phone) => {
  const visitor = aVisitor(house)
  await visitor.open('/sign-in')
  await sendPasskey(visitor, '패스키로 로그인', (options) => with_.signed(options, odd))
  return visitor
}

test('signs in without an address, a password or a code', async () => {
  const visitor = await signIn({ userHandle: userHandleOf('han') })
  assert.is(visitor.path, '/')
  visitor.mustSee('한지우')
  const [kept] = await passkeysOf('han')
  assert.equal([kept?.counter, kept?.usedAt, kept?.name], [1, house.clock.now(), '내 전화기'])
})

const odd: [why: string, odd: Odd][] = [
  ['comes from another origin', { origin: 'https://saegil.test.evil.example' }],
  ['is for another host', { host: 'evil.example' }],
  ['asked for neither finger nor PIN', { verified: false }],
  ['signed something of its own', { challenge: Buffer.alloc(54, 1).toString('base64url') }],
  ['signed nothing', { challenge: '' }],
  ['was made for making one', { type: 'webauthn.create' }],
  ['says that it is somebody else’s', { userHandle: userHandleOf('seo') }],
  ['did not count on', { counter: 0 }],
]
for (const [why, how] of odd)
  test(`that ${why} is refused`, async () => {
    await signIn()
    const before = JSON.stringify(await passkeysOf('han'))
    const visitor = await signIn(how)
    assert.is(visitor.status, 422)
    visitor.mustSee('패스키를 확인하지 못했습니다.')
    assert.is(JSON.stringify(await passkeysOf('han')), before)
  })

test('of nobody is refused in the same words', async () => {
  const visitor = await signIn({}, new Authenticator())
  assert.is(visitor.status, 422)
  visitor.mustSee('패스키를 확인하지 못했습니다.')
})

test('signs a challenge once, for five minutes, for the browser and the purpose that it was shown for', async () => {
  let used = ''
  const visitor = aVisitor(house)
  const send = (make: (options: { challenge: string }) => string) => sendPasskey(visitor, '패스키로 로그인', make)
  await visitor.open('/sign-in')
  await send((options) => {
    used = options.challenge
    return phone.signed(options)
  })
  assert.is(visitor.path, '/')
  const again = aVisitor(house)
  await again.open('/sign-in')
  await sendPasskey(again, '패스키로 로그인', (options) => phone.signed(options, { challenge: used }))
  assert.is(again.status, 422)
  // the same browser, the challenge that was used up: the sign-out takes the cookie, so the token is another as well
  await visitor.press('로그아웃')
  let stale = ''
  await send((options) => {
    stale = options.challenge
    return phone.signed(options, { origin: 'https://elsewhere.example' })
  })
  house.clock.set('2026-11-22T01:05:00.000Z')
  await visitor.open('/sign-in')
  await send((options) => phone.signed(options, { challenge: stale }))
  assert.is(visitor.status, 422)
  await visitor.open('/account')
  assert.match(visitor.path, /^\/sign-in/)
  await visitor.open('/sign-in')
  await send((options) => phone.signed(options))
  assert.is(visitor.path, '/')
})

test('answer counts once, also from the same browser, and also of a passkey that never counts, as most do', async () => {
  await house.store.change(async (view) => {
    const person = await view.person('han')
    if (!person?.factors) throw new Error('Han has no factors')
    const passkeys = person.factors.passkeys.map((one) => ({ ...one, counter: 0 }))
    view.savePerson({ ...person, factors: { ...person.factors, passkeys } })
    return done(undefined)
  })
  const page = await (await ask(house, undefined, 'GET', '/sign-in')).text()
  const options = JSON.parse((/data-options="([^"]*)"/.exec(page)?.[1] ?? '').replaceAll('&quot;', '"'))
  const body = new URLSearchParams({ assertion: phone.signed(options, { counter: 0 }) }).toString()
  const answers = await Promise.all(
    [1, 2, 3].map(() => ask(house, undefined, 'POST', '/sign-in', { headers: { ...ownPage, ...asForm }, body })),
  )
  assert.equal(answers.map(({ status }) => status).sort(), [303, 422, 422])
})

test('is offered at the second step, and asked for again before what is important', async () => {
  const visitor = aVisitor(house)
  await visitor.open('/sign-in')
  await visitor.fill('전자우편 주소', 'han@example.test').fill('비밀번호', 'correct horse 1').press('로그인')
  await sendPasskey(visitor, '패스키로 로그인', (options) => phone.signed(options))
  assert.is(visitor.path, '/')
  house.clock.set('2026-11-22T01:06:00.000Z')
  await visitor.open('/account/factors')
  assert.is(visitor.path, '/confirm?to=%2Faccount%2Ffactors')
  // not with a challenge for signing in, nor with somebody else's passkey
  await sendPasskey(visitor, '패스키로 확인', (options) => new Authenticator().signed(options))
  assert.is(visitor.status, 422)
  await sendPasskey(visitor, '패스키로 확인', (options) => phone.signed(options))
  assert.is(visitor.path, '/account/factors')
})

test('signs nothing that another browser was shown, and nothing that was shown for something else', async () => {
  const [one, other] = [aVisitor(house), aVisitor(house)]
  let shown = ''
  const note = (options: { challenge: string }) => {
    shown = options.challenge
    return '{}'
  }
  await one.open('/sign-in')
  await sendPasskey(one, '패스키로 로그인', note)
  await other.open('/sign-in')
  await sendPasskey(other, '패스키로 로그인', (options) => phone.signed(options, { challenge: shown }))
  assert.is(other.status, 422)
  // the same browser, but for signing in
  house.clock.set('2026-11-22T01:06:00.000Z')
  await han.open('/sign-in')
  await sendPasskey(han, '패스키로 로그인', note)
  await han.open('/account/factors')
  await sendPasskey(han, '패스키로 확인', (options) => phone.signed(options, { challenge: shown }))
  assert.is(han.status, 422)
})

test('of somebody else does not confirm', async () => {
  const seos = new Authenticator()
  const seo = await aVisitor(house).signIn('seo')
  await seo.open('/account/factors')
  seo.fill('패스키 이름', '책임자의 열쇠')
  await sendPasskey(seo, '패스키 등록', (options) => seos.made(options))
  house.clock.set('2026-11-22T01:06:00.000Z')
  await han.open('/account/factors')
  await sendPasskey(han, '패스키로 확인', (options) => seos.signed(options))
  assert.is(han.status, 422)
})

test('and whatever else stands in the field are never more than refused', async () => {
  const junk = ['{', 'null', '[]', '{"id":1}', '{"id":"a","response":{}}', '{"__proto__":{}}', 'x'.repeat(50_000)]
  const deep = `{"id":"a","response":${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}}`
  const visitor = aVisitor(house)
  for (const text of [...junk, deep]) {
    await visitor.open('/sign-in')
    await sendPasskey(visitor, '패스키로 로그인', () => text)
    assert.is(visitor.status, 422, text.slice(0, 40))
    await han.open('/account/factors')
    han.fill('패스키 이름', '또 하나')
    await sendPasskey(han, '패스키 등록', () => text)
    assert.is(han.status, 422, text.slice(0, 40))
    house.clock.set(new Date(Date.parse(house.clock.now()) + 10_000).toISOString())
  }
})

test('is not offered where the house has a number instead of a name', async () => {
  const site = siteOf({ ...house, origin: 'https://127.0.0.1:4321' })
  const headers = { Origin: 'https://127.0.0.1:4321', 'Sec-Fetch-Site': 'same-origin' }
  const page = await (await site.request('https://saegil.test/sign-in', { headers })).text()
  assert.not.match(page, /data-passkey/)
})

test.run()
