// Over 150 lines because the twenty ways in which a clock may jump are one list, with what holds in each.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { remindAt } from '../../src/sessions/remind-news.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { verifyLog } from '../../src/store/log-verify.ts'
import { knownMasterKey } from '../../src/store/master-key.ts'
import { summaries } from '../../src/summaries.ts'
import { timeOf } from '../../src/time/days.ts'
import { cookieOf, givePassword, post } from '../support/cookies.ts'
import { recoveryCode, standingClock, type TestHouse } from '../support/house.ts'
import { aMailServer } from '../support/post.ts'
import { type Faked, faked, library } from './faked-server.ts'
import {
  aPlace,
  broughtBack,
  caseNumbers,
  day,
  hour,
  type JumpingPlace,
  keepsDeadline,
  minute,
  referring,
  used,
} from './jumping-house.ts'

/*
 * The wall clock of a real server jumps. What is over stays over, what is used stays used, whoever is to be told is
 * told once, numbers go on, nothing is erased before its time, and the log stays a chain.
 * SCENARIO: only those whose name holds this.
 */

const sunday = Date.parse('2026-11-22T01:00:00.000Z')
const monthEnd = Date.parse('2026-11-30T23:58:00.000Z')
/** Of the last evening, while surveys can be begun and somebody can be told of a session. */
const yearEnd = Date.parse('2026-12-31T11:50:00.000Z')

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
  ['over a year’s end in Seoul and then in UTC, and back', yearEnd, [4 * hour, 9 * hour, -13 * hour]],
  ['to and fro over a year’s end', yearEnd, [day, -2 * day, day, -hour, hour]],
]

const only = process.env.SCENARIO
const scenarios = all.filter(([name]) => !only || name.includes(only))

const has = existsSync(library)
if (!has) console.log('SKIPPED clock jumps: there is no libfaketime (apt-get install faketime)')
const test = suite('a clock that jumps')
const stated = has ? test : test.skip

const clockAt = (at: number) => standingClock(new Date(at).toISOString())

/** Whether the declined referral is erased; nothing else may be. */
async function erasedIn({ dir, keyFile }: JumpingPlace, at: number, referred: string[]): Promise<boolean> {
  const store = await openEmbeddedStore({ dir, keyFile, summaries, clock: clockAt(at) })
  const { declined, ...others } = caseNumbers
  for (const number of [...Object.values(others), ...referred])
    assert.ok(await store.caseFile(number), `${number}, that nobody may erase, is gone`)
  const isErased = (await store.caseFile(declined)) === undefined
  const records = await store.entries('destructions')
  await store.close()
  assert.is(records.length, isErased ? 1 : 0)
  return isErased
}

/** A server as a test asks it; each answer that says that it broke is noted. */
function noting({ site }: Faked): { house: TestHouse; broken: string[] } {
  const broken: string[] = []
  const request = async (path: string, init: RequestInit) => {
    const answer = await site.request(path, init)
    if (answer.status >= 500) broken.push(`${path} ${answer.status}`)
    return answer
  }
  return { broken, house: { site: { request } } as unknown as TestHouse }
}

/** Those sessions of which word is due when the server starts, which it does at the beginning and at the end. */
const toldOf = ({ sessions }: JumpingPlace, starts: number[]): number =>
  sessions.filter((at) =>
    starts.some((now) => {
      const [startAt, shown] = [new Date(at).toISOString(), new Date(now).toISOString()]
      const isDaytime = timeOf(shown) >= '08:00' && timeOf(shown) < '21:00'
      return isDaytime && shown >= remindAt(startAt) && at - now >= 3 * hour
    }),
  ).length

/** Plays one; says what it made, and whether the declined referral is erased. */
async function played(begin: number, jumps: number[]) {
  const end = jumps.reduce((sum, by) => sum + by, begin)
  const place = await aPlace(begin, end)
  const mail = await aMailServer()
  const env = { SMTP_URL: `smtp://127.0.0.1:${mail.way.port}`, MAIL_FROM: 'notice@mail.example' }
  const server = await faked(place, begin, env)
  const { house, broken } = noting(server)
  const schools = referring(house)
  try {
    const things = await used(house, server, place.token)
    const mustHold = async (when: string) => {
      assert.equal(await broughtBack(house, things), [], when)
      assert.ok(await keepsDeadline(house, place, server.now()), `${when} a link opens too long or not long enough`)
      await schools.once(server.now())
    }
    await mustHold('at the beginning')
    for (const by of jumps) {
      await server.set(server.now() + by)
      await mustHold(`after ${by / minute} minutes`)
    }
    await server.again()
    await mustHold('after the server was started again')
    if (Math.min(...jumps) <= -3 * day)
      assert.ok(
        things.visits.every(({ isOver }) => isOver),
        'a visit lasts three days',
      )
    // whoever has another code comes in, whatever the clock says
    const again = await givePassword(house, 'seo')
    await cookieOf(post(house, again, '/sign-in', { code: recoveryCode('seo', 1) }))
  } finally {
    await server.stop()
    await mail.close()
  }
  assert.equal(broken, [])
  assert.equal(schools.given, schools.expected)
  const found = await verifyLog(place.dir, await knownMasterKey(place.dir, place.keyFile), `${place.root}/signed`)
  assert.ok(found.ok, JSON.stringify(found))
  const told = mail.mails.map(({ to, text }) => `${JSON.stringify(to)} ${text}`)
  assert.is(new Set(told).size, told.length, `told twice: ${told}`)
  assert.is(told.length, toldOf(place, [begin, end]), `told: ${told}`)
  const isErased = await erasedIn(place, server.now(), schools.given)
  return { mails: told.length, numbers: schools.given, isErased, entries: found.entries }
}

for (const [name, begin, jumps] of scenarios)
  stated(`${name}: nothing comes back`, async () => {
    const { mails, numbers, isErased, entries } = await played(begin, jumps)
    const isFar = jumps.reduce((sum, by) => sum + by, 0) >= 400 * day
    assert.is(isErased, isFar, 'erased by another date than the clock’s')
    const made = `${entries} entries, ${mails} reminders, ${numbers.length} referrals up to ${numbers.at(-1)}`
    console.log(`  ${name}: ${made}${isErased ? ', a declined referral erased' : ''}`)
  })

stated('a visit whose end is forgotten would come back, and that is noticed', async () => {
  const place = await aPlace(sunday, sunday)
  const server = await faked(place, sunday, {})
  const { house } = noting(server)
  const things = await used(house, server, place.token)
  await server.set(sunday + 21 * minute)
  assert.equal(await broughtBack(house, things), [])
  assert.ok(things.visits.every(({ isOver }) => isOver))
  await server.stop()
  const store = await openEmbeddedStore({ ...place, summaries, clock: clockAt(sunday) })
  const hash = createHash('sha256')
    .update(things.visits[0]?.cookie ?? '')
    .digest('base64url')
  await store.change(async (view) => {
    const kept = await view.visit(hash)
    if (!kept?.ended) throw new Error('its end was not kept')
    const { ended: _, ...visit } = kept
    return done(view.saveVisit(visit))
  })
  await store.close()
  const again = await faked(place, sunday + 5 * minute, {})
  const found = await broughtBack(noting(again).house, { ...things, dead: [] })
  await again.stop()
  assert.equal(found, ['a visit that was over'])
})

test.run()
