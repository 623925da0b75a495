import { asForm, ownPage, tokenOf } from './asking.ts'
import { nextCode, password, type TestHouse } from './house.ts'

/*
 * Browsers as their cookies: what somebody can do who has one, stolen or their own. A cookie is the secret of a visit.
 */

const origin = 'https://saegil.test'

const setIn = (answer: Response): string | undefined =>
  /__Host-visit=([^;]+)/.exec(answer.headers.getSetCookie().join('\n'))?.[1]

/** Sends a form as the browser with this cookie would; `planted` is one that somebody else put there. */
export const post = (house: TestHouse, cookie: string, path: string, fields: Record<string, string>, more = {}) =>
  house.site.request(origin + path, {
    method: 'POST',
    headers: {
      ...{ ...ownPage, ...asForm, Cookie: `__Host-visit=${cookie}`, 'X-Token': tokenOf(cookie) },
      ...more,
    },
    body: new URLSearchParams(fields).toString(),
  })

export const get = (house: TestHouse, cookie: string, path: string, more = {}) =>
  house.site.request(origin + path, {
    headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: `__Host-visit=${cookie}`, ...more },
  })

/** The cookie that an answer sets; fails when it sets none. */
export async function cookieOf(answer: Promise<Response> | Response): Promise<string> {
  const set = setIn(await answer)
  if (set === undefined) throw new Error(`no visit was started: ${(await answer).status}`)
  return set
}

export const givePassword = (house: TestHouse, id: string, before = 'guest', secret = password): Promise<string> =>
  cookieOf(post(house, before, '/sign-in', { email: `${id}@example.test`, password: secret }))

export const giveCode = async (house: TestHouse, id: string, cookie: string, path = '/sign-in'): Promise<string> =>
  cookieOf(post(house, cookie, path, { code: (await nextCode(house.store, id)) ?? '' }))

/** The cookie of somebody who is signed in; `before` is the one that their browser had. */
export const signInAt = async (house: TestHouse, id: string, before = 'guest', secret = password): Promise<string> =>
  giveCode(house, id, await givePassword(house, id, before, secret))
