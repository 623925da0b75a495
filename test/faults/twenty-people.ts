import type { Pools } from '../../bench/site/pools.ts'
import { Chance } from '../../scripts/demo/chance.ts'
import { momentAt } from '../../src/time/days.ts'
import { ask, ownPage } from '../support/asking.ts'
import { cookieOf, get, givePassword, post } from '../support/cookies.ts'
import { recoveryCode, type TestHouse } from '../support/house.ts'

/** A data folder with what can be done there, and the numbers of its cases. */
export interface Place {
  folder: string
  pools: Pools
  numbers: string[]
}

export interface Answered {
  kind: string
  status: number
  took: number
}

export interface Booked {
  number: string
  startAt: string
}

export interface Found {
  answers: Answered[]
  booked: Booked[]
  submitted: string[]
}

export type Act = () => Promise<void>

/** Twenty people, each with what they do, one thing after the other by chance. */
export function people(house: TestHouse, { pools, numbers }: Place, found: Found, seed: number): Act[][] {
  const chance = new Chance(seed)
  let [nextBooking, nextSurvey, nextWaiting] = [0, 0, 0]
  const timed = async (kind: string, act: () => Response | Promise<Response>) => {
    const from = performance.now()
    const answer = await act()
    await answer.arrayBuffer()
    found.answers.push({ kind, status: answer.status, took: performance.now() - from })
    return answer
  }
  const read = (kind: string, secret: string, path: () => string) => async () =>
    void (await timed(kind, () => get(house, secret, path())))
  const one = () => chance.one(numbers)
  const inHouse = (secret: string): Act[] => [
    read('list', secret, () => '/cases'),
    read('case', secret, () => `/cases/${one()}`),
    read('case', secret, () => `/cases/${one()}`),
    read('calendar', secret, () => '/calendar'),
    read('today', secret, () => '/'),
    read('notes', secret, () => '/notes'),
    read('consents', secret, () => `/cases/${one()}/consents`),
    read('report', secret, () => '/report'),
    async () => {
      const fields = { text: '김', stage: '', whose: 'all' }
      await timed('search', () => post(house, secret, '/cases/search', fields))
    },
  ]
  const leads = pools.lead.slice(0, 2).map((secret) => [
    ...inHouse(secret),
    read('figures', secret, () => '/report/figures.json'),
    read('exports', secret, () => '/report/exports'),
    async () => {
      const number = pools.waiting[nextWaiting++]
      const fields = { decision: 'accepted', counsellorId: 'c01' }
      if (number) await timed('triage', () => post(house, secret, `/referrals/${number}/triage`, fields))
    },
  ])
  const bookings = async () => {
    const wish = pools.bookings[nextBooking++]
    if (!wish) return
    const { number, counsellorId, on } = wish
    const form = { sessionOn: on, startTime: '09:00', minutes: '50', kind: 'individual', mode: 'phone' }
    const secret = pools.counsellors[counsellorId] ?? ''
    const { status } = await timed('booking', () => post(house, secret, `/cases/${number}/sessions`, form))
    if (status === 303) found.booked.push({ number, startAt: momentAt(on, '09:00') })
  }
  const secrets = Object.values(pools.counsellors).slice(0, 9)
  const counsellors = secrets.map((secret) => [
    ...inHouse(secret),
    bookings,
    read('feed', secret, () => '/account/feed'),
    read('attendance', secret, () => `/cases/${one()}/sessions`),
  ])
  // one at a time: a recovery code is good once, and the next visit begins where this one ended
  const comingAndGoing = (id: string, paths: string[]): Act[] => {
    let nth = 0
    let cookie: string | undefined
    const sign: Act = async () => {
      if (cookie) await timed('sign-out', () => post(house, cookie ?? '', '/sign-out', {}))
      cookie = undefined
      if (nth >= 59) return
      const half = await givePassword(house, id)
      const entered = await timed('sign-in', () => post(house, half, '/sign-in', { code: recoveryCode(id, nth++) }))
      cookie = await cookieOf(entered)
    }
    const look: Act = async () =>
      void (await timed('staff pages', () => get(house, cookie ?? 'guest', chance.one(paths))))
    return [sign, ...Array(14).fill(look)]
  }
  const json = { ...ownPage, 'Content-Type': 'application/json' }
  const says = (kind: string, path: string, body: unknown) =>
    timed(kind, () => ask(house, undefined, 'POST', path, { headers: json, body: JSON.stringify(body) }))
  const youth: Act[] = [
    read('survey page', 'guest', () => '/s'),
    async () => {
      const token = pools.surveys[nextSurvey++]
      if (!token) return
      await says('survey opened', '/s/opening', { token })
      const { status } = await says('survey sent', '/s/submission', { token, ...pools.answers })
      if (status === 200) found.submitted.push(token)
    },
  ]
  const guardian = [read('own page', 'guest', () => '/my'), read('consent page', 'guest', () => '/consent')]
  return [
    ...[...leads, ...counsellors],
    ...['oh', 'ma'].map((id) => comingAndGoing(id, ['/school', '/referrals/new', '/account', '/'])),
    comingAndGoing('yoo', ['/people', '/account', '/']),
    ...[youth, youth, youth, youth, guardian, guardian],
  ]
}
