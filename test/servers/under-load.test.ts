import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Migration, migrate, migrations } from '../../src/store/postgres/migrate.ts'
import { hasNginx } from '../support/balancer.ts'
import { type Load, lostIn, statusesOf, underLoad } from '../support/load.ts'
import { asked, databases } from '../support/postgres.ts'
import { casesUnderWay, type TwoServers, twoServers } from '../support/servers.ts'

/* KILLS=20 UPDATES=10 WRITERS=8 for a full run. */

const test = suite('two servers under load')
const kills = Number(process.env.KILLS ?? 1)
const updates = Number(process.env.UPDATES ?? 1)
const maybe = databases !== undefined && hasNginx() ? test : test.skip
const cases = 60
const writers = Number(process.env.WRITERS ?? 4)
const pause = (ms: number) => new Promise((later) => setTimeout(later, ms))

let two: TwoServers
let load: Load

test.before(async () => {
  if (maybe !== test) return
  two = await twoServers({ also: (view) => casesUnderWay(cases).forEach((one) => void view.saveCase(one)) })
  load = await underLoad(two, { readers: 2, writers, cases })
})

test.after(async () => {
  await load?.stop()
  await two?.close()
})

/** Until this server answers again. */
async function isBack(which: 0 | 1): Promise<void> {
  while (!load.asked.slice(-20).some(({ by }) => by === two.ports[which])) await pause(50)
}

maybe(`an update with a migration, one server after the other, ${updates} times: no request fails`, async () => {
  for (let nth = 1; nth <= updates; nth++) {
    await pause(500)
    const known = [...migrations(), ...Array.from({ length: nth }, (_, at) => further(at + 1))]
    assert.equal(await migrate(two.database.owner, known), [further(nth).name])
    for (const which of [0, 1] as const) {
      await two.servers[which].stop()
      await two.startAgain(which)
      await isBack(which)
    }
  }
  const all = [...load.asked]
  console.log(`  ${updates} updates: ${JSON.stringify(statusesOf(all))}`)
  assert.equal(
    all.filter(({ status }) => ![200, 303].includes(status)),
    [],
  )
  assert.ok(all.length > updates * 50, `${all.length} requests`)
  assert.is((await asked(two.database.admin, 'select further_1 from saegil.cases')).length, cases)
})

/** As a next version might bring it. */
const further = (nth: number): Migration => ({
  ...{ n: 9_000 + nth, name: `${9_000 + nth}-further.sql` },
  sql: `
    alter table cases add column further_${nth} text not null default '';
    create index cases_further_${nth} on cases (further_${nth});
    create table further_${nth} (number text primary key);
    grant select, insert on further_${nth} to saegil_serve;
  `,
})

maybe(`one is killed, ${kills} times: nothing acknowledged is lost, and the other goes on`, async () => {
  const before = load.asked.length
  for (let nth = 0; nth < kills; nth++) {
    const which = (nth % 2) as 0 | 1
    const from = load.asked.length
    await two.servers[which].kill()
    const dead = performance.now()
    while (load.asked.filter(({ began }) => began > dead).length < 30) await pause(50)
    const since = load.asked.slice(from)
    const failed = since.filter(({ status }) => status >= 400 || status === 0)
    // what it had in its hands is not done twice; what is only read is asked of the other
    assert.ok(failed.length <= writers, JSON.stringify(statusesOf(failed)))
    for (const one of failed)
      assert.ok(one.booking && one.status === 502 && one.began < dead, `${dead}: ${JSON.stringify(one)}`)
    const later = since.filter(({ began }) => began > dead)
    assert.ok(
      later.every(({ by }) => by === two.ports[1 - which]),
      'the other goes on',
    )
    await two.startAgain(which)
    await isBack(which)
  }
  await load.stop()
  assert.equal(await lostIn(two.store, load.asked), [])
  console.log(`  ${kills} killed: ${JSON.stringify(statusesOf(load.asked.slice(before)))}`)
  for (const { said } of two.servers) assert.not.match(said(), /failed/)
})

test.run()
