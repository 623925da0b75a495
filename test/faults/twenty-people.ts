// Over 150 lines because what each of them does, and what it leaves, is one picture.
import type { Pools } from '../../bench/site/pools.ts'
import { Chance } from '../../scripts/demo/chance.ts'
import { wallClock } from '../../src/time/clock.ts'
import { dayOf, momentAt } from '../../src/time/days.ts'
import { ask, ownPage } from '../support/asking.ts'
import { cookieOf, get, givePassword, post } from '../support/cookies.ts'
import { recoveryCode, type TestHouse } from '../support/house.ts'
import { consents, type Heard, type Noted, refers, type Way, writesNote } from './longer-ways.ts'

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

/** Every answer, and what was acknowledged: it must be there afterwards. */
export interface Found {
  answers: Answered[]
  booked: { number: string; startAt: string }[]
  /** tokens of surveys */
  submitted: string[]
  /** numbers of cases */
  referred: string[]
  noted: Noted
  consented: { number: string; whose: string }[]
}

export const nothingFound = (): Found => ({
  ...{ answers: [], booked: [], submitted: [], referred: [], consented: [] },
  noted: new Map(),
})

export type Act = () => Promise<void>

/** Everybody has so many recovery codes, each good once. */
const codes = 60

/** Twenty people, each with what they do, one thing after the other by chance. */
export function people(house: TestHouse, { pools, numbers }: Place, found: Found, seed: number): Act[][] {
  const chance = new Chance(seed)
  let [nextBooking, nextSurvey, nextWaiting] = [0, 0, 0]
  const timed = async (kind: string, act: () => Response | Promise<Response>): Promise<Heard> => {
    const from = performance.now()
    const answer = await act()
    const text = await answer.text()
    const { status, headers } = answer
    found.answers.push({ kind, status, took: performance.now() - from })
    return { status, headers, text, to: headers.get('Location') ?? '' }
  }
  const way: Way = { house, timed, chance }
  const read = (kind: string, secret: string, path: () => string) => async () =>
    void (await timed(kind, () => get(house, secret, path())))
  // mostly what is one's own; of the rest a counsellor is told nothing
  const ownOf = (id: string) => {
    const own = pools.bookings.filter(({ counsellorId }) => counsellorId === id).map(({ number }) => number)
    return () => chance.one(chance.happens(0.8) ? own : numbers)
  }
  const inHouse = (secret: string, one: () => string): Act[] => [
    read('list', secret, () => '/cases'),
    read('case', secret, () => `/cases/${one()}`),
    read('case', secret, () => `/cases/${one()}`),
    read('calendar', secret, () => '/calendar'),
    read('today', secret, () => '/'),
    read('consents', secret, () => `/cases/${one()}/consents`),
    read('report', secret, () => '/report'),
    async () => {
      const fields = { text: '김', stage: '', whose: 'all' }
      await timed('search', () => post(house, secret, '/cases/search', fields))
    },
  ]
  const accepted: string[] = []
  const leads = pools.lead.slice(0, 2).map((secret) => [
    ...inHouse(secret, () => chance.one(numbers)),
    read('notes', secret, () => '/notes'),
    read('figures', secret, () => '/report/figures.json'),
    read('exports', secret, () => '/report/exports'),
    async () => {
      const number = pools.waiting[nextWaiting++]
      const fields = { decision: 'accepted', counsellorId: 'c01' }
      if (!number) return
      const { status } = await timed('triage', () => post(house, secret, `/referrals/${number}/triage`, fields))
      if (status === 303) accepted.push(number)
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
  const secrets = Object.entries(pools.counsellors).slice(0, 9)
  const counsellors = secrets.map(([id, secret]) => {
    const one = ownOf(id)
    return [
      ...inHouse(secret, one),
      ...[bookings, () => writesNote(way, secret, found.noted)],
      read('feed', secret, () => '/account/feed'),
      read('sessions', secret, () => `/cases/${one()}/sessions`),
    ]
  })
  // one at a time: a recovery code is good once, and the next visit begins where this one ended
  const comingAndGoing = (id: string, paths: string[], works?: (cookie: string) => Promise<void>): Act[] => {
    let nth = 0
    let cookie: string | undefined
    const sign: Act = async () => {
      if (nth >= codes) return
      if (cookie) await timed('sign-out', () => post(house, cookie ?? '', '/sign-out', {}))
      cookie = undefined
      const half = await givePassword(house, id)
      const entered = await timed('sign-in', () => post(house, half, '/sign-in', { code: recoveryCode(id, nth++) }))
      cookie = await cookieOf(new Response(null, entered))
    }
    const look: Act = async () =>
      void (await timed('staff pages', () => get(house, cookie ?? 'guest', chance.one(paths))))
    const work: Act = async () => void (cookie && (await works?.(cookie)))
    return [sign, ...Array(16).fill(look), ...(works ? Array(4).fill(work) : [])]
  }
  const refer = async (cookie: string) => {
    const number = await refers(way, cookie, dayOf(wallClock.now()))
    if (number) found.referred.push(number)
  }
  const json = { ...ownPage, 'Content-Type': 'application/json' }
  const says = (kind: string, path: string, body: unknown) =>
    timed(kind, () => ask(house, undefined, 'POST', path, { headers: json, body: JSON.stringify(body) }))
  const youth: Act[] = [
    ...Array(8).fill(read('survey page', 'guest', () => '/s')),
    async () => {
      const token = pools.surveys[nextSurvey++]
      if (!token) return
      await says('survey opened', '/s/opening', { token })
      await says('survey half kept', '/s/answers', { token, ...pools.answers, page: 1, pages: 5 })
      const { status } = await says('survey sent', '/s/submission', { token, ...pools.answers })
      if (status === 200) found.submitted.push(token)
    },
  ]
  // in turn a youth and a guardian of each case that was accepted, by a link that a lead makes
  let nextLink = 0
  const byLink = async () => {
    const number = accepted[Math.floor(nextLink / 2)]
    if (!number) return
    const said = { number, whose: nextLink++ % 2 === 0 ? 'youth' : 'guardian-0' }
    if (await consents(way, pools.lead[2] ?? '', said)) found.consented.push(said)
  }
  const family = [
    ...[byLink, read('certificate check', 'guest', () => '/certificates')],
    ...Array(4).fill(read('front door', 'guest', () => '/sign-in')),
  ]
  return [
    ...[...leads, ...counsellors],
    ...['oh', 'ma'].map((id) => comingAndGoing(id, ['/school', '/referrals/new', '/account', '/'], refer)),
    comingAndGoing('yoo', ['/settings/people', '/account', '/']),
    ...[youth, youth, youth, youth, family, family],
  ]
}
