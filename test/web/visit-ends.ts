import { createHash, randomBytes } from 'node:crypto'
import * as assert from 'uvu/assert'
import type { Person } from '../../src/people/person.ts'
import { done } from '../../src/result.ts'
import { cookieOf, get, giveCode, givePassword, post, signInAt } from '../support/cookies.ts'
import { nextCode, password, type TestHouse } from '../support/house.ts'
import { codesOn, invited } from '../support/newcomer.ts'
import { aVisitor } from '../support/visitor.ts'

/*
 * Each way in which a visit ends, or never began.
 * Over 150 lines because all of them stand beside one another, so that a missing one is seen.
 */

export const later = ({ clock }: TestHouse, minutes: number): void =>
  clock.set(new Date(Date.parse(clock.now()) + minutes * 60_000).toISOString())

export async function personIn({ store }: TestHouse, id: string): Promise<Person> {
  const found = await store.person(id)
  if (!found) throw new Error(`nobody is called ${id}`)
  return found
}

const fresh = '모래 위에 쓴 편지 한 장'

/** How a cookie came to be worth nothing. Each gives the cookie that must not work. */
export const ends: [how: string, act: (house: TestHouse) => Promise<string>][] = [
  ['made up', async () => randomBytes(32).toString('base64url')],
  [
    'planted before the sign-in',
    async (house) => {
      await signInAt(house, 'han', 'planted')
      return 'planted'
    },
  ],
  [
    'read from the store',
    async (house) => {
      const cookie = await signInAt(house, 'han')
      return createHash('sha256').update(cookie).digest('base64url')
    },
  ],
  ['of the password alone', (house) => givePassword(house, 'han')],
  [
    'of the password, after the code was given',
    async (house) => {
      const half = await givePassword(house, 'han')
      await giveCode(house, 'han', half)
      return half
    },
  ],
  [
    'of the password, ten minutes later',
    async (house) => {
      const half = await givePassword(house, 'han')
      later(house, 10)
      return cookieOf(post(house, half, '/sign-in', { code: (await nextCode(house.store, 'han')) ?? '' })).catch(
        () => half,
      )
    },
  ],
  [
    'signed out',
    async (house) => {
      const cookie = await signInAt(house, 'han')
      await post(house, cookie, '/sign-out', {})
      return cookie
    },
  ],
  [
    'of before the second factor was given again',
    async (house) => {
      const cookie = await signInAt(house, 'han')
      await giveCode(house, 'han', cookie, '/confirm')
      return cookie
    },
  ],
  [
    'of before signing in anew in the same browser',
    async (house) => {
      const cookie = await signInAt(house, 'han')
      await signInAt(house, 'han', cookie)
      return cookie
    },
  ],
  [
    'idle for 20 minutes',
    async (house) => {
      const cookie = await signInAt(house, 'han')
      later(house, 20)
      return cookie
    },
  ],
  [
    'idle for 20 minutes, and the clock was set back when that was seen',
    async (house) => {
      const cookie = await signInAt(house, 'han')
      later(house, 20)
      assert.is((await get(house, cookie, '/account')).status, 303)
      later(house, -15)
      return cookie
    },
  ],
  [
    'of three days later by a clock that was set back',
    async (house) => {
      const cookie = await signInAt(house, 'han')
      later(house, -3 * 24 * 60)
      return cookie
    },
  ],
  [
    'ten hours old, though never idle',
    async (house) => {
      const cookie = await signInAt(house, 'han')
      for (let n = 0; n < 40; n++) {
        assert.is((await get(house, cookie, '/account')).status, 200)
        later(house, 15)
      }
      return cookie
    },
  ],
  [
    'ten hours old, though the second factor was given again',
    async (house) => {
      let cookie = await signInAt(house, 'han')
      for (let n = 0; n < 40; n++) {
        if (n % 10 === 5) cookie = await giveCode(house, 'han', cookie, '/confirm')
        assert.is((await get(house, cookie, '/account')).status, 200)
        later(house, 15)
      }
      return cookie
    },
  ],
  [
    'of an account that ended',
    async (house) => {
      const cookie = await signInAt(house, 'han')
      const ended = { ...(await personIn(house, 'han')), ended: { by: 'yoo', at: house.clock.now() } }
      await house.store.change((view) => done(view.savePerson(ended)))
      return cookie
    },
  ],
  [
    'of an account whose second factors were reset',
    async (house) => {
      const cookie = await signInAt(house, 'han')
      const { factors: _, ...rest } = await personIn(house, 'han')
      await house.store.change((view) => done(view.savePerson(rest)))
      return cookie
    },
  ],
  [
    'signed out from another device',
    async (house) => {
      const cookie = await signInAt(house, 'han')
      const hash = createHash('sha256').update(cookie).digest('base64url')
      await post(house, await signInAt(house, 'han'), '/account/visits/ending', { visit: hash })
      return cookie
    },
  ],
  [
    'signed out everywhere else',
    async (house) => {
      const cookie = await signInAt(house, 'han')
      await post(house, await signInAt(house, 'han'), '/account/visits/ending', {})
      return cookie
    },
  ],
  [
    'of before the password was changed elsewhere',
    async (house) => {
      const cookie = await signInAt(house, 'han')
      const other = await signInAt(house, 'han')
      await post(house, other, '/account/password', { oldPassword: password, newPassword: fresh })
      return cookie
    },
  ],
  [
    'of before the second factors were changed elsewhere',
    async (house) => {
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
    async (house) => {
      const cookie = await signInAt(house, 'han')
      const link = invited('link', '2027-01-01T00:00:00.000Z', await personIn(house, 'han'))
      await house.store.change((view) => done(view.savePerson(link)))
      await post(house, 'guest', '/invitation/link', { newPassword: fresh })
      return cookie
    },
  ],
]
