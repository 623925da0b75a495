import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { cookieOf, get, giveCode, post, signInAt } from '../support/cookies.ts'
import { aHouse, password, type TestHouse } from '../support/house.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { ends, later, personIn } from './visit-ends.ts'

/*
 * What a cookie is worth once it should be worth nothing: each way in which a visit ends or never began, and each way in
 * which somebody might still use its cookie.
 */

let house: TestHouse

/** What somebody might do with it. Each says whether they got through. */
const uses: [what: string, use: (cookie: string) => Promise<boolean>][] = [
  ['open a page', async (cookie) => (await get(house, cookie, '/cases/2026-0001')).status === 200],
  ['open the account', async (cookie) => (await get(house, cookie, '/account/factors')).status === 200],
  [
    'send a form',
    async (cookie) => {
      const before = (await house.store.visitsOf('han')).filter(({ ended }) => ended).length
      await post(house, cookie, '/account/visits/ending', {})
      return (await house.store.visitsOf('han')).filter(({ ended }) => ended).length > before
    },
  ],
  [
    'send what is typed in place',
    async (cookie) => {
      const answer = await get(house, cookie, '/cases?text=a', { 'HX-Request': 'true' })
      return answer.status === 200 && !answer.headers.has('HX-Redirect')
    },
  ],
  ['be told what is new', async (cookie) => (await get(house, cookie, '/notices/strip')).status === 200],
]

const test = suite('a cookie')
test.before.each(async () => {
  house = await aHouse((view) => view.saveCase(aCaseUnderWay()))
})
test.after.each(() => house.close())

for (const [how, act] of ends)
  test(`${how} is worth nothing`, async () => {
    const cookie = await act(house)
    await signInAt(house, 'bora')
    for (const [what, use] of uses) assert.is(await use(cookie), false, `could ${what}`)
  })

test('of a visit under way is worth all of that, so that the above says something', async () => {
  const cookie = await signInAt(house, 'han')
  await signInAt(house, 'han')
  assert.equal(await Promise.all(uses.map(([, use]) => use(cookie))), Array(uses.length).fill(true))
  assert.ok(ends.length * uses.length >= 40, String(ends.length * uses.length))
})

test('is a random one of 256 bits, for this site alone and no script, and the store holds its hash', async () => {
  const answer = await post(house, 'guest', '/sign-in', { email: 'han@example.test', password })
  const set = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-visit=')) ?? ''
  assert.match(set, /^__Host-visit=[\w-]{43}; /)
  for (const rule of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict'])
    assert.ok(set.split('; ').includes(rule), rule)
  const secret = await cookieOf(answer)
  assert.not.match(JSON.stringify(await house.store.visitsOf('han')), secret)
})

test('goes on while its visit is used, and no longer than it would have after the factor was given again', async () => {
  const cookie = await signInAt(house, 'han')
  const started = (await house.store.visitsOf('han'))[0]?.startedAt
  later(house, 10)
  await giveCode(house, 'han', cookie, '/confirm')
  const [visit] = await house.store.visitsOf('han')
  assert.equal([visit?.startedAt, visit?.factorAt], [started, house.clock.now()])
})

test('of somebody whose right changed does what it may now, on the very next request', async () => {
  const cookie = await signInAt(house, 'han')
  const saved = async (changes: object) => {
    const changed = { ...(await personIn(house, 'han')), ...changes }
    await house.store.change((view) => done(view.savePerson(changed)))
  }
  assert.is((await get(house, cookie, '/cases/2026-0001')).status, 200)
  await saved({ role: 'school', schoolId: 'hill' })
  assert.is((await get(house, cookie, '/cases')).status, 403)
  assert.is((await get(house, cookie, '/school')).status, 200)
  await saved({ role: 'lead', schoolId: undefined })
  assert.is((await get(house, cookie, '/report')).status, 200)
  await saved({ role: 'admin' })
  assert.is((await get(house, cookie, '/cases/2026-0001')).status, 404)
})

test('that is gone leaves the browser nothing of the house', async () => {
  const cookie = await signInAt(house, 'han')
  const answer = await post(house, cookie, '/sign-out', {})
  assert.match(answer.headers.get('Clear-Site-Data') ?? '', /"cache", "storage"/)
  assert.match(answer.headers.getSetCookie().join(), /__Host-visit=; .*Max-Age=0/)
  assert.is(answer.headers.get('Cache-Control'), 'no-store')
})

test.run()
