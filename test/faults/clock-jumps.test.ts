// Over 150 lines because all that a clock might bring back stands in one place.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { Secret, TOTP } from 'otpauth'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { done } from '../../src/result.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { verifyLog } from '../../src/store/log-verify.ts'
import { knownMasterKey } from '../../src/store/master-key.ts'
import { summaries } from '../../src/summaries.ts'
import { ask, ownPage } from '../support/asking.ts'
import { cookieOf, get, givePassword, post } from '../support/cookies.ts'
import { freshFolder } from '../support/folder.ts'
import { moveIn, recoveryCode, standingClock, type TestHouse, totpSecret } from '../support/house.ts'
import { aMailServer } from '../support/post.ts'
import { minjunReminded } from '../support/reminders.ts'
import { tomorrow } from '../support/reminding-house.ts'
import { aCase, signed } from '../support/samples.ts'
import { aSurveyOut } from '../support/survey-out.ts'
import { type Faked, faked, library } from './faked-server.ts'

/*
 * The wall clock of a real server jumps. What is over stays over, what is used stays used, and the log stays a chain.
 * SCENARIO: only those whose name holds this.
 */

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const sunday = Date.parse('2026-11-22T01:00:00.000Z')
const monthEnd = Date.parse('2026-11-30T23:58:00.000Z')
/** Of the last evening, while surveys can be begun. */
const yearEnd = Date.parse('2026-12-31T12:50:00.000Z')

/** When each begins, and by how much its clock jumps, one after the other. */
const all: [name: string, begin: number, jumps: number[]][] = [
  ['three days back', sunday, [-3 * day]],
  ['three days back and put right', sunday, [-3 * day, 3 * day]],
  ['a day ahead', sunday, [day]],
  ['a day ahead and put right', sunday, [day, -day]],
  ['400 days ahead', sunday, [400 * day]],
  ['400 days ahead and put right', sunday, [400 * day, -400 * day]],
  ['an hour ahead, as in spring', sunday, [hour]],
  ['an hour back, as in autumn', sunday, [-hour]],
  ['an hour ahead and put right', sunday, [hour, -hour]],
  ['an hour back and put right', sunday, [-hour, hour]],
  ['ten minutes back', sunday, [-10 * minute]],
  ['ten minutes back, four times', sunday, [-10 * minute, -10 * minute, -10 * minute, -10 * minute]],
  ['half a minute back, as the time of codes', sunday, [-30_000]],
  ['half a minute to and fro', sunday, [30_000, -30_000, 30_000, -30_000]],
  ['past 20 minutes without a request, and back', sunday, [21 * minute, -15 * minute]],
  ['past ten hours, and back', sunday, [10 * hour, -9 * hour]],
  ['over a month’s end', monthEnd, [5 * minute]],
  ['over a month’s end, and back', monthEnd, [5 * minute, -10 * minute]],
  ['over a year’s end in Seoul and then in UTC, and back', yearEnd, [3 * hour, 9 * hour, -12 * hour]],
  ['to and fro over a year’s end', yearEnd, [day, -2 * day, day, -hour, hour]],
]

const only = process.env.SCENARIO
const scenarios = all.filter(([name]) => !only || name.includes(only))

const has = existsSync(library)
if (!has) console.log('SKIPPED clock jumps: there is no libfaketime (apt-get install faketime)')
const test = suite('a clock that jumps')
const stated = has ? test : test.skip

const totpAt = (timestamp: number) =>
  new TOTP({ secret: Secret.fromBase32(totpSecret), digits: 6, period: 30 }).generate({ timestamp })

/** A house with what a clock might bring back, a declined referral of long ago, and a reminder that is due. */
async function aPlace(begin: number) {
  const { root, dir } = freshFolder()
  // a key that lies beside the data is refused
  const place = { root, dir, keyFile: `${mkdirSync(`${root}/key`, { recursive: true })}/store.key` }
  const at = new Date(begin).toISOString()
  const clock = standingClock(at)
  const store = await openEmbeddedStore({ ...place, summaries, clock })
  const out = aSurveyOut('2026-0002')
  const onTablet = aSurveyOut('2026-0003', { code: '12345678' })
  // both are out for some weeks from the beginning on, wherever that lies
  const [until, expiresAt] = [10 * minute, 30 * day].map((after) => new Date(begin + after).toISOString()) as [
    string,
    string,
  ]
  const outAt = (file: CaseFile): CaseFile => ({
    ...file,
    surveys: file.surveys.map((one) => ({
      ...one,
      expiresAt,
      ...(one.tablet && { tablet: { ...one.tablet, until } }),
    })),
  })
  await moveIn(store, (view) => {
    view.saveCase(minjunReminded())
    view.saveSession({ ...tomorrow, startAt: new Date(begin + 30 * hour).toISOString() })
    view.saveCase(outAt(out.caseFile))
    view.saveCase(outAt(onTablet.caseFile))
    view.saveCase(aCase({ number: '2026-0004', triage: [{ decision: 'declined', ...signed('seo', at) } as never] }))
  })
  await store.close()
  return { ...place, token: out.token }
}

/** A visit that a test looks at, as the rules have it: once it was over when somebody looked, it stays so. */
interface Looked {
  cookie: string
  isOver: boolean
}

/** Everything that must be worth nothing from now on; each says whether it was taken. */
type Worthless = [what: string, tried: () => Promise<boolean>][]

async function used(house: TestHouse, server: Faked, token: string): Promise<{ visits: Looked[]; dead: Worthless }> {
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
async function broughtBack(house: TestHouse, { visits, dead }: { visits: Looked[]; dead: Worthless }) {
  const found: string[] = []
  for (const [what, tried] of dead) if (await tried()) found.push(what)
  for (const one of visits) {
    const opens = (await get(house, one.cookie, '/account')).status === 200
    if (opens && one.isOver) found.push('a visit that was over')
    one.isOver ||= !opens
  }
  return found
}

const erasedIn = async ({ dir, keyFile }: { dir: string; keyFile: string }, at: number) => {
  const store = await openEmbeddedStore({ dir, keyFile, summaries, clock: standingClock(new Date(at).toISOString()) })
  const kept = await Promise.all(['2026-0001', '2026-0002', '2026-0003'].map((number) => store.caseFile(number)))
  assert.ok(kept.every(Boolean), 'a case that nobody may erase is gone')
  const isErased = (await store.caseFile('2026-0004')) === undefined
  const records = await store.entries('destructions')
  await store.close()
  assert.is(records.length, isErased ? 1 : 0)
  return isErased
}

/** Plays one; says how many mails went out, and whether the declined referral is erased. */
async function played(begin: number, jumps: number[]) {
  const { token, ...place } = await aPlace(begin)
  const mail = await aMailServer()
  const env = { SMTP_URL: `smtp://127.0.0.1:${mail.way.port}`, MAIL_FROM: 'notice@mail.example' }
  const server = await faked(place, begin, env)
  const house = { site: server.site } as TestHouse
  try {
    const all = await used(house, server, token)
    assert.equal(await broughtBack(house, all), [], 'at the beginning')
    for (const by of jumps) {
      await server.set(server.now() + by)
      assert.equal(await broughtBack(house, all), [], `after ${by / minute} minutes`)
    }
    await server.again()
    assert.equal(await broughtBack(house, all), [], 'after the server was started again')
    if (Math.min(...jumps) <= -3 * day)
      assert.ok(
        all.visits.every(({ isOver }) => isOver),
        'a visit lasts three days',
      )
    // whoever has another code comes in, whatever the clock says
    const again = await givePassword(house, 'seo')
    await cookieOf(post(house, again, '/sign-in', { code: recoveryCode('seo', 1) }))
  } finally {
    await server.stop()
    await mail.close()
  }
  const found = await verifyLog(place.dir, await knownMasterKey(place.dir, place.keyFile), `${place.root}/signed`)
  assert.ok(found.ok, JSON.stringify(found))
  const told = mail.mails.map(({ to, subject }) => `${JSON.stringify(to)} ${subject}`)
  assert.is(new Set(told).size, told.length, `told twice: ${told}`)
  return { mails: told.length, isErased: await erasedIn(place, server.now()), entries: found.entries }
}

for (const [name, begin, jumps] of scenarios)
  stated(`${name}: nothing comes back`, async () => {
    const { mails, isErased, entries } = await played(begin, jumps)
    const isFar = jumps.reduce((sum, by) => sum + by, 0) >= 400 * day
    assert.is(isErased, isFar, 'erased by another date than the clock’s')
    console.log(`  ${name}: ${entries} entries, ${mails} reminders${isErased ? ', a declined referral erased' : ''}`)
  })

stated('a visit whose end is forgotten would come back, and that is noticed', async () => {
  const { token, ...place } = await aPlace(sunday)
  const server = await faked(place, sunday, {})
  const house = { site: server.site } as TestHouse
  const all = await used(house, server, token)
  await server.set(sunday + 21 * minute)
  assert.equal(await broughtBack(house, all), [])
  assert.ok(all.visits.every(({ isOver }) => isOver))
  await server.stop()
  const store = await openEmbeddedStore({ ...place, summaries, clock: standingClock(new Date(sunday).toISOString()) })
  const hash = createHash('sha256')
    .update(all.visits[0]?.cookie ?? '')
    .digest('base64url')
  await store.change(async (view) => {
    const kept = await view.visit(hash)
    if (!kept?.ended) throw new Error('its end was not kept')
    const { ended: _, ...visit } = kept
    return done(view.saveVisit(visit))
  })
  await store.close()
  const again = await faked(place, sunday + 5 * minute, {})
  const house2 = { site: again.site } as TestHouse
  const found = await broughtBack(house2, { ...all, dead: [] })
  await again.stop()
  assert.equal(found, ['a visit that was over'])
})

test.run()
