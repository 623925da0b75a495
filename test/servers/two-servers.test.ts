// Over 150 lines because whatever two servers must agree on is tried on the same two: starting them takes seconds.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { Connections } from '../../src/store/postgres/connections.ts'
import { plusDays } from '../../src/time/days.ts'
import { holidayOn } from '../../src/time/holidays.ts'
import { hasNginx } from '../support/balancer.ts'
import { aMailServer, type MailServer } from '../support/post.ts'
import { asked, databases } from '../support/postgres.ts'
import { four, minjunReminded } from '../support/reminders.ts'
import { aSession } from '../support/samples.ts'
import { casesUnderWay, type SignedIn, type TwoServers, twoServers } from '../support/servers.ts'

/* ROUNDS=200 AT_ONCE=200 REMINDERS=20 LOCKED=yes for a full run. */

const test = suite('two servers on one database')
const rounds = Number(process.env.ROUNDS ?? 3)
const atOnce = Number(process.env.AT_ONCE ?? 40)
const reminders = Number(process.env.REMINDERS ?? 3)
const isLong = process.env.LOCKED !== undefined
const maybe = databases !== undefined && hasNginx() ? test : test.skip
const cases = casesUnderWay(atOnce)

let two: TwoServers
let mail: MailServer

test.before(async () => {
  if (maybe !== test) return
  mail = await aMailServer()
  two = await twoServers({
    env: { SMTP_URL: `smtp://127.0.0.1:${mail.way.port}`, MAIL_FROM: mail.way.from },
    also: (view) => cases.forEach((one) => void view.saveCase(one)),
  })
})

test.after(async () => {
  await two?.close()
  await mail?.close()
})

/** Each refusal and each conflict undoes a transaction; what a connection did is counted when it has been idle. */
async function undone(): Promise<number> {
  await new Promise((later) => setTimeout(later, rounds > 10 ? 12_000 : 0))
  const [found] = await asked(
    two.database.admin,
    'select xact_rollback as n from pg_stat_database where datname = current_database()',
  )
  return Number(found?.n)
}

maybe(`of ${atOnce} who book one hour of one room at once, one gets it, ${rounds} times`, async () => {
  const people = await Promise.all(['han', 'bora'].map((id) => two.signedIn(id)))
  const before = await undone()
  const began = performance.now()
  const took: number[] = []
  const by = new Set<number | undefined>()
  for (let round = 0; round < rounds; round++) {
    const [on, time] = hourOf(round)
    const form = {
      sessionOn: on,
      startTime: time,
      minutes: '50',
      kind: 'individual',
      mode: 'in-person',
      roomId: 'room-1',
    }
    const answers = await Promise.all(
      cases.map(({ number }, at) => (people[at % 2] as SignedIn).post(`/cases/${number}/sessions`, form)),
    )
    const statuses = answers.map(({ status }) => status).sort()
    assert.equal(statuses, [303, ...Array.from({ length: atOnce - 1 }, () => 422)], `round ${round}`)
    for (const { status, text } of answers) {
      const isBack = text.includes(`value="${on}"`) && /다른 일정|쓰는 상담실/.test(text)
      assert.ok(status === 303 || isBack, 'the form comes back with why')
    }
    const held = await two.store.diary(`${plusDays(on, -1)}T12:00:00.000Z`, `${on}T15:00:00.000Z`)
    const startAt = new Date(`${on}T${time}:00+09:00`).toISOString()
    assert.is(held.filter((one) => one.startAt === startAt).length, 1)
    for (const answer of answers) by.add(answer.by)
    took.push(...answers.map((answer) => answer.took))
  }
  assert.is(by.size, 2, 'both answered')
  const seconds = (performance.now() - began) / 1000
  const anew = (await undone()) - before - rounds * (atOnce - 1)
  took.sort((a, b) => a - b)
  console.log(
    `  ${(rounds / seconds).toFixed(2)} rounds a second, ${Math.round((rounds * atOnce) / seconds)} requests a second, half ` +
      `within ${took[Math.floor(took.length / 2)]} ms, all within ${took.at(-1)} ms${rounds > 10 ? `, ${anew} decided anew` : ''}`,
  )
})

const days = Array.from({ length: 60 }, (_, at) => plusDays('2026-12-01', at)).filter((on) => !holidayOn(on))
/** Fourteen hours a day. */
const hourOf = (round: number): [on: string, time: string] => [
  days[Math.floor(round / 14)] ?? '',
  `${String(7 + (round % 14)).padStart(2, '0')}:00`,
]

maybe('a visit begun at one goes on at the other, and ends at both', async () => {
  const han = await two.signedIn('han')
  for (const at of [0, 1] as const) assert.is((await han.get('/cases/2026-0001', at)).status, 200)
  assert.is((await han.post('/sign-out', {}, 0)).status, 303)
  for (const at of [1, 0] as const) {
    const answer = await han.get('/cases/2026-0001', at)
    assert.is(answer.headers.get('Location')?.split('?')[0], '/sign-in')
  }
})

maybe('a right that is taken away at one is gone at both at once', async () => {
  const yoo = await two.signedIn('yoo')
  const teacher = await two.signedIn('oh')
  const bora = await two.signedIn('bora')
  for (const at of [0, 1] as const) {
    assert.is((await bora.get('/cases/2026-0002', at)).status, 200)
    assert.is((await teacher.get('/school', at)).status, 200)
  }
  assert.is((await yoo.post('/settings/people/bora/role', { role: 'admin' }, 0)).status, 303)
  assert.is((await yoo.post('/settings/people/oh/ending', {}, 1)).status, 303)
  for (const at of [1, 0] as const)
    for (const gone of [await bora.get('/cases/2026-0002', at), await teacher.get('/school', at)])
      assert.is(gone.headers.get('Location')?.split('?')[0], '/sign-in')
  const again = await two.signedIn('bora')
  for (const at of [0, 1] as const) assert.is((await again.get('/cases/2026-0002', at)).status, 404)
})

maybe(`a reminder that is due at both is sent once, ${reminders} times`, async () => {
  for (let round = 1; round <= reminders; round++) {
    const number = `2025-${String(round).padStart(4, '0')}`
    const [own] = minjunReminded().reminders?.filter(({ way }) => way === 'mail') ?? []
    const to = `mother${round}@example.test`
    const caseFile = minjunReminded({ number, reminders: own ? [{ ...own, to }] : [] })
    const times = { startAt: new Date(Date.parse(four) + round * 60_000).toISOString(), minutes: 1 }
    const who = { counsellorId: 'seo', roomId: 'room-2', attendees: [{ caseNumber: number, ordinal: 1 }] }
    const session = aSession({ id: `2026-11-22-${String(round).padStart(2, '0')}`, ...times, ...who })
    await two.store.change((view) => {
      view.saveCase(caseFile)
      view.saveSession(session)
      return done(undefined)
    })
    for (const one of two.servers) one.tell('remind')
    const isDone = () => two.servers.every(({ said }) => said().split('done remind').length > round)
    while (!isDone()) await new Promise((later) => setTimeout(later, 10))
    assert.is(mail.mails.filter((one) => [one.to].flat()[0]?.text === to).length, 1, to)
    assert.is(mail.mails.length, round)
  }
})

maybe('no statement, no lock and no transaction is waited for without end', async () => {
  const connections = new Connections(two.database.connect)
  const limits = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']
  const found = await connections.rows<{ name: string; setting: string }>(
    'select name, setting from pg_settings where name = any($1)',
    [limits],
  )
  await connections.close()
  assert.is(found.length, 3)
  for (const { name, setting } of found) assert.ok(Number(setting) > 0 && Number(setting) <= 60_000, name)
})

const long = isLong ? maybe : test.skip
long('whoever meets a table that is locked hears within seconds that it cannot be done now', async () => {
  const han = await two.signedIn('han')
  const locking = asked(two.database.admin, 'begin; lock table saegil.sessions; select pg_sleep(15); commit')
  await new Promise((later) => setTimeout(later, 200))
  const form = { sessionOn: '2027-02-01', startTime: '10:00', minutes: '50', kind: 'individual', mode: 'phone' }
  const answers = await Promise.all(
    ([0, 1] as const).flatMap((at) => [
      han.get('/cases/2026-0001', at),
      han.post('/cases/2026-0001/sessions', form, at),
    ]),
  )
  console.log(`  ${answers.map(({ status, took }) => `${status} after ${took} ms`).join(', ')}`)
  for (const { status, took } of answers) assert.ok(status === 503 && took < 12_000, `${status} after ${took} ms`)
  await locking
  assert.is((await han.post('/cases/2026-0001/sessions', form)).status, 303)
})

test.run()
