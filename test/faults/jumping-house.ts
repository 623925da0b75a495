// Over 150 lines because all that a clock might bring back, end or number anew stands in one place.
import { mkdirSync } from 'node:fs'
import { Secret, TOTP } from 'otpauth'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { summaries } from '../../src/summaries.ts'
import { dayOf, yearOf } from '../../src/time/days.ts'
import { ask, ownPage } from '../support/asking.ts'
import { cookieOf, get, givePassword, post } from '../support/cookies.ts'
import { freshFolder } from '../support/folder.ts'
import { moveIn, recoveryCode, standingClock, type TestHouse, totpSecret } from '../support/house.ts'
import { aLink } from '../support/own.ts'
import { minjunReminded } from '../support/reminders.ts'
import { tomorrow } from '../support/reminding-house.ts'
import { aCase, signed } from '../support/samples.ts'
import { aSurveyOut } from '../support/survey-out.ts'
import type { Faked } from './faked-server.ts'
import { refers } from './longer-ways.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

const momentOf = (at: number): string => new Date(at).toISOString()

/** A case of its own for each thing that is out, and one that was declined; the last number given is 2026-0004. */
export const caseNumbers = { reminded: '2026-0001', link: '2026-0002', tablet: '2026-0003', declined: '2026-0004' }
const lastNumber = 4

export interface JumpingPlace {
  root: string
  dir: string
  keyFile: string
  /** of a survey */
  token: string
  /** of an own page, which opens before a moment */
  own: { token: string; until: number }
  /** when Minjun's sessions begin */
  sessions: number[]
}

/**
 * A house at a moment: with a survey link, a number for the tablet, the link of an own page, a declined referral, and
 * two sessions, of which one is to be told of at the beginning and the other at the end, where it is daytime then.
 */
export async function aPlace(begin: number, end: number): Promise<JumpingPlace> {
  const { root, dir } = freshFolder()
  // a key that lies beside the data is refused
  const place = { root, dir, keyFile: `${mkdirSync(`${root}/key`, { recursive: true })}/store.key` }
  const at = momentOf(begin)
  const store = await openEmbeddedStore({ ...place, summaries, clock: standingClock(at) })
  const out = aSurveyOut(caseNumbers.link)
  const onTablet = aSurveyOut(caseNumbers.tablet, { code: '12345678' })
  const [until, expiresAt] = [momentOf(begin + 10 * minute), momentOf(begin + 30 * day)]
  const outAt = (file: CaseFile): CaseFile => ({
    ...file,
    surveys: file.surveys.map((one) => ({
      ...one,
      expiresAt,
      ...(one.tablet && { tablet: { ...one.tablet, until } }),
    })),
  })
  const own = { token: '', until: begin + 50 * minute }
  const mothers = aLink({ ...signed('han', at), answerBy: expiresAt, expiresAt: momentOf(own.until) })
  own.token = mothers.token
  const sessions = [begin + 5 * hour, end + 7 * hour + 10 * minute]
  const number = caseNumbers.declined
  await moveIn(store, (view) => {
    view.saveCase(minjunReminded({ links: [mothers.link] }))
    for (const [nth, startAt] of sessions.entries())
      view.saveSession({ ...tomorrow, id: `2026-11-16-0${nth + 1}`, startAt: momentOf(startAt) })
    view.saveCase(outAt(out.caseFile))
    view.saveCase(outAt(onTablet.caseFile))
    view.saveCase(aCase({ number, triage: [{ decision: 'declined', ...signed('seo', at) } as never] }))
  })
  await store.close()
  return { ...place, own, sessions, token: out.token }
}

/** A visit that a test looks at, as the rules have it: once it was over when somebody looked, it stays so. */
interface Looked {
  cookie: string
  isOver: boolean
}

/** Everything that must be worth nothing from now on; each says whether it was taken. */
type Worthless = [what: string, tried: () => Promise<boolean>][]

export interface Used {
  visits: Looked[]
  dead: Worthless
}

const totpAt = (timestamp: number) =>
  new TOTP({ secret: Secret.fromBase32(totpSecret), digits: 6, period: 30 }).generate({ timestamp })

/** Uses up one of each: codes, a visit, a survey link, a number of the tablet. Two visits stay open. */
export async function used(house: TestHouse, server: Faked, token: string): Promise<Used> {
  const code = totpAt(server.now())
  const withCode = async (id: string, typed: string) =>
    post(house, await givePassword(house, id), '/sign-in', { code: typed })
  const isIn = async (id: string, typed: string) => (await withCode(id, typed)).headers.get('Location') === '/'
  const han = await cookieOf(withCode('han', code))
  const ma = await cookieOf(withCode('ma', recoveryCode('ma', 0)))
  const bora = await cookieOf(withCode('bora', recoveryCode('bora', 0)))
  assert.is((await get(house, bora, '/account')).status, 200)
  await post(house, bora, '/sign-out', {})
  const json = { ...ownPage, 'Content-Type': 'application/json' }
  const says = async (path: string, body: unknown) =>
    (await ask(house, undefined, 'POST', path, { headers: json, body: JSON.stringify(body) })).status === 200
  assert.ok(await says('/s/opening', { token }), 'the survey does not open')
  assert.ok(await says('/s/refusal', { token }), 'the survey is not refused')
  assert.ok(await says('/tablet/opening', { code: '12345678' }), 'the number does not open')
  const dead: Worthless = [
    ['a signed-out visit', async () => (await get(house, bora, '/account')).status === 200],
    ['a code of the app', () => isIn('han', code)],
    ['a recovery code', () => isIn('ma', recoveryCode('ma', 0))],
    ['a survey link', () => says('/s/opening', { token })],
    ['a number of the tablet', () => says('/tablet/opening', { code: '12345678' })],
  ]
  return { visits: [han, ma].map((cookie) => ({ cookie, isOver: false })), dead }
}

/** What was brought back by the time that the server sees now. */
export async function broughtBack(house: TestHouse, { visits, dead }: Used): Promise<string[]> {
  const found: string[] = []
  for (const [what, tried] of dead) if (await tried()) found.push(what)
  for (const one of visits) {
    const opens = (await get(house, one.cookie, '/account')).status === 200
    if (opens && one.isOver) found.push('a visit that was over')
    one.isOver ||= !opens
  }
  return found
}

/** A deadline is that of the clock as it is shown: neither earlier nor later. */
export async function keepsDeadline(house: TestHouse, { own }: JumpingPlace, now: number): Promise<boolean> {
  const Cookie = `__Host-guest=nobody; __Host-my=${own.token}`
  const { status } = await ask(house, undefined, 'GET', '/my', { headers: { ...ownPage, Cookie } })
  return (status === 200) === now < own.until
}

/** Schools that refer by the clock as it is shown: the numbers they got, and those that they must get. */
export function referring(house: TestHouse) {
  const given: string[] = []
  const expected: string[] = []
  const last = new Map([['2026', lastNumber]])
  return {
    given,
    expected,
    async once(now: number): Promise<void> {
      const on = dayOf(momentOf(now))
      const year = String(yearOf(on))
      last.set(year, (last.get(year) ?? 0) + 1)
      expected.push(`${year}-${String(last.get(year)).padStart(4, '0')}`)
      const code = recoveryCode('oh', given.length)
      const oh = await cookieOf(post(house, await givePassword(house, 'oh'), '/sign-in', { code }))
      const timed = async (_: string, act: () => Response | Promise<Response>) => {
        const answer = await act()
        const { status, headers } = answer
        return { status, headers, to: headers.get('Location') ?? '', text: await answer.text() }
      }
      given.push((await refers({ house, timed }, oh, on)) ?? 'none')
    },
  }
}
