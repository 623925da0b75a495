import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { postgresPrograms, startCluster } from '../../scripts/cluster.ts'
import { readMasterKey } from '../../src/store/key-file.ts'
import { logKeyOf } from '../../src/store/log-chain.ts'
import { verifyLines } from '../../src/store/log-verify.ts'
import { hasNginx } from '../support/balancer.ts'
import { type Asked, type Load, lostIn, statusesOf, underLoad } from '../support/load.ts'
import { aDatabaseOn, asked } from '../support/postgres.ts'
import { casesUnderWay, type TwoServers, twoServers } from '../support/servers.ts'

/* SECONDS_DOWN=60 for a full run. */

const test = suite('a database that is stopped')
const seconds = Number(process.env.SECONDS_DOWN ?? 3)
const canRun = postgresPrograms() !== undefined && hasNginx()
const maybe = canRun ? test : test.skip
const pause = (ms: number) => new Promise((later) => setTimeout(later, ms))

maybe(`for ${seconds} seconds under load: pages say so, nothing is lost, everything goes on by itself`, async () => {
  const cluster = startCluster({ onDisk: true })
  const database = await aDatabaseOn(cluster.url)
  const cases = 60
  const also = casesUnderWay(cases)
  const two = await twoServers({ database, also: (view) => also.forEach((one) => void view.saveCase(one)) })
  let load: Load | undefined
  try {
    load = await underLoad(two, { readers: 4, writers: 8, cases })
    await pause(800)
    cluster.stop()
    const down = performance.now()
    await pause(seconds * 500)
    for (const port of two.ports) assert.equal(await standing(two, port), [200, 503])
    await pause(seconds * 500)
    cluster.start()
    const up = performance.now()
    while (load.asked.filter(({ began }) => began > up + 1_500).length < 25) await pause(50)
    for (const port of two.ports) assert.equal(await standing(two, port), [200, 200])
    const all = await load.stop()
    const meanwhile = all.filter(({ began, took }) => began > down && began + took < up)
    const afterwards = all.filter(({ began }) => began > up + 1_500)
    const longest = Math.max(...all.map(({ took }) => took))
    console.log(
      `  down: ${JSON.stringify(statusesOf(meanwhile))}, then ${JSON.stringify(statusesOf(afterwards))}, ` +
        `all: ${JSON.stringify(statusesOf(all))}, longest ${longest} ms`,
    )
    assert.ok(meanwhile.length > 10 && meanwhile.every(({ status }) => status === 503), 'while it is down')
    assert.ok(afterwards.length > 0 && afterwards.every(({ status }) => status < 400), 'when it is back')
    for (const { status, path } of all) assert.ok([200, 303, 503].includes(status), `${path}: ${status}`)
    assert.ok(longest < 10_000, `${longest} ms`)
    assert.equal(await lostIn(two.store, all), [])
    assert.is(await unlogged(two, all), 0)
  } finally {
    await load?.stop()
    await two.close()
    cluster.remove()
  }
})

/** What a server says of itself: that it lives, and that it may take traffic. */
async function standing({ balancer }: TwoServers, port: number): Promise<number[]> {
  const headers = { Host: new URL(balancer.origin).host, 'X-Forwarded-Proto': 'https' }
  const answers = ['/health', '/ready'].map((path) => fetch(`http://127.0.0.1:${port}${path}`, { headers }))
  return (await Promise.all(answers)).map(({ status }) => status)
}

/** Of how many bookings that were acknowledged the log says nothing. Fails if the log is not as it was written. */
async function unlogged({ database, keyFile }: TwoServers, all: Asked[]): Promise<number> {
  const master = await readMasterKey(keyFile)
  const found = (await asked(database.admin, 'select line from saegil.log order by seq')) as { line: string }[]
  const lines = found.map(({ line }, at) => ({ file: 'log', line: at + 1, bytes: Buffer.from(line), whole: true }))
  const verdict = await verifyLines(lines, logKeyOf(master ?? new Uint8Array()), [])
  assert.ok(verdict.ok, JSON.stringify(verdict))
  const logged = new Map<string, number>()
  for (const { line } of found) {
    const { deed, status, caseNumber } = JSON.parse(line)
    const what = `${deed} ${status} ${caseNumber}`
    logged.set(what, (logged.get(what) ?? 0) + 1)
  }
  const booked = new Map<string, number>()
  for (const { booking, status } of all)
    if (booking && status === 303) booked.set(booking.caseNumber, (booked.get(booking.caseNumber) ?? 0) + 1)
  const missing = [...booked].map(([number, n]) => n - (logged.get(`book a session 303 ${number}`) ?? 0))
  return missing.reduce((sum, n) => sum + Math.max(n, 0), 0)
}

test.run()
