import { createHash, randomBytes } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { cookieOf, get, giveCode, givePassword, post, signInAt } from '../support/cookies.ts'
import { aHouse, nextCode, password, type TestHouse } from '../support/house.ts'
import { codesOn, invited } from '../support/newcomer.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aVisitor } from '../support/visitor.ts'

/*
 * What a cookie is worth once it should be worth nothing: each way in which a visit ends or never began, and each way in
 * which somebody might still use its cookie.
 */

let house: TestHouse
const minutes = (n: number) => house.clock.set(new Date(Date.parse(house.clock.now()) + n * 60_000).toISOString())
const person = async (id: string) => {
  const found = await house.store.person(id)
  if (!found) throw new Error(`nobody is called ${id}`)
  return found
}
const fresh = '모래 위에 쓴 편지 한 장'

/** How a cookie came to be worth nothing. Each gives the cookie that must not work. */
const ends: [how: string, act: () => Promise<string>][] = [
  ['made up', async () => randomBytes(32).toString('base64url')],
  [
    'planted before the sign-in',
    async () => {
      await signInAt(house, 'han', 'planted')
      return 'planted'
    },
  ],
  [
    'read from the store',
    async () => {
      const cookie = await signInAt(house, 'han')
      return createHash('sha256').update(cookie).digest('base64url')
    },
  ],
  ['of the password alone', () => givePassword(house, 'han')],
  [
    'of the password, after the code was given',
    async () => {
      const half = await givePassword(house, 'han')
      await giveCode(house, 'han', half)
      return half
    },
  ],
  [
    'of the password, ten minutes later',
    async () => {
      const half = await givePassword(house, 'han')
      minutes(10)
      return cookieOf(post(house, half, '/sign-in', { code: (await nextCode(house.store, 'han')) ?? '' })).catch(
        () => half,
      )
    },
  ],
  [
    'signed out',
    async () => {
      const cookie = await signInAt(house, 'han')
      await post(house, cookie, '/sign-out', {})
      return cookie
    },
  ],
  [
    'of before the second factor was given again',
    async () => {
      const cookie = await signInAt(house, 'han')
      await giveCode(house, 'han', cookie, '/confirm')
      return cookie
    },
  ],
  [
    'of before signing in anew in the same browser',
    async () => {
      const cookie = await signInAt(house, 'han')
      await signInAt(house, 'han', cookie)
      return cookie
    },
  ],
  [
    'idle for 20 minutes',
    async () => {
      const cookie = await signInAt(house, 'han')
      minutes(20)
      return cookie
    },
  ],
  [
    'ten hours old, though never idle',
    async () => {
      const cookie = await signInAt(house, 'han')
      for (let n = 0; n < 40; n++) {
        assert.is((await get(house, cookie, '/account')).status, 200)
        minutes(15)
      }
      return cookie
    },
  ],
  [
    'ten hours old, though the second factor was given again',
    async () => {
      let cookie = await signInAt(house, 'han')
      for (let n = 0; n < 40; n++) {
        if (n % 10 === 5) cookie = await giveCode(house, 'han', cookie, '/confirm')
        assert.is((await get(house, cookie, '/account')).status, 200)
        minutes(15)
      }
      return cookie
    },
  ],
  [
    'of an account that ended',
    async () => {
      const cookie = await signInAt(house, 'han')
      const ended = { ...(await person('han')), ended: { by: 'yoo', at: house.clock.now() } }
      await house.store.change((view) => done(view.savePerson(ended)))
      return cookie
    },
  ],
  [
    'of an account whose second factors were reset',
    async () => {
      const cookie = await signInAt(house, 'han')
      const { factors: _, ...rest } = await person('han')
      await house.store.change((view) => done(view.savePerson(rest)))
      return cookie
    },
  ],
  [
    'signed out from another device',
    async () => {
      const cookie = await signInAt(house, 'han')
      const hash = createHash('sha256').update(cookie).digest('base64url')
      await post(house, await signInAt(house, 'han'), '/account/visits/ending', { visit: hash })
      return cookie
    },
  ],
  [
    'signed out everywhere else',
    async () => {
      const cookie = await signInAt(house, 'han')
      await post(house, await signInAt(house, 'han'), '/account/visits/ending', {})
      return cookie
    },
  ],
  [
    'of before the password was changed elsewhere',
    async () => {
      const cookie = await signInAt(house, 'han')
      const other = await signInAt(house, 'han')
      await post(house, other, '/account/password', { oldPassword: password, newPassword: fresh })
      return cookie
    },
  ],
  [
    'of before the second factors were changed elsewhere',
    async () => {
      const cookie = await signInAt(house, 'han')
      const other = await aVisitor(house).signIn('han')
      await other.open('/account/factors/codes')
      assert.is(codesOn(other).length, 10)
      await other.tick('복구 코드 보관', '코드를 안전한 곳에 보관했습니다.').press('마치기')
      return cookie
    },
  ],
  [
    'of before a new password was chosen by link',
    async () => {
      const cookie = await signInAt(house, 'han')
      const link = invited('link', '2027-01-01T00:00:00.000Z', await person('han'))
      await house.store.change((view) => done(view.savePerson(link)))
      await post(house, 'guest', '/invitation/link', { newPassword: fresh })
      return cookie
    },
  ],
]

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
]

const test = suite('a cookie')
test.before.each(async () => {
  house = await aHouse((view) => view.saveCase(aCaseUnderWay()))
})
test.after.each(() => house.close())

for (const [how, act] of ends)
  test(`${how} is worth nothing`, async () => {
    const cookie = await act()
    await signInAt(house, 'bora')
    for (const [what, use] of uses) assert.is(await use(cookie), false, `could ${what}`)
  })

test('of a visit under way is worth all of that, so that the above says something', async () => {
  const cookie = await signInAt(house, 'han')
  await signInAt(house, 'han')
  assert.equal(await Promise.all(uses.map(([, use]) => use(cookie))), [true, true, true, true])
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
  minutes(10)
  await giveCode(house, 'han', cookie, '/confirm')
  const [visit] = await house.store.visitsOf('han')
  assert.equal([visit?.startedAt, visit?.factorAt], [started, house.clock.now()])
})

test('of somebody whose right changed does what it may now, on the very next request', async () => {
  const cookie = await signInAt(house, 'han')
  const saved = async (changes: object) => {
    const changed = { ...(await person('han')), ...changes }
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
