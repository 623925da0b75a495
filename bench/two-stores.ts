import { startCluster } from '../scripts/cluster.ts'
import { fillDemo } from '../scripts/demo/fill.ts'
import { siteOf } from '../src/app.ts'
import { openPostgresStore } from '../src/store/postgres.ts'
import { summaries } from '../src/summaries.ts'
import { plusDays } from '../src/time/days.ts'
import { holidayOn } from '../src/time/holidays.ts'
import { asForm, ask, ownPage, signedIn } from '../test/support/asking.ts'
import { aDemoHouse } from '../test/support/demo-house.ts'
import { freshFolder } from '../test/support/folder.ts'
import { standingClock, type TestHouse } from '../test/support/house.ts'
import { aDatabaseOn } from '../test/support/postgres.ts'

/*
 * What a page costs on PostgreSQL against the embedded store: the demonstration in both, each store asked in turn, one
 * request after the other, both on disk. Prints a table: half of the requests, and all but one in a hundred, were
 * answered within so many milliseconds.
 *
 *   node --import tsx bench/two-stores.ts [requests of each kind]
 */

const times = Number(process.argv[2] ?? 300)

/** The same demonstration, served from a database. */
async function onPostgres(url: string): Promise<TestHouse> {
  const { connect } = await aDatabaseOn(url)
  const place = freshFolder()
  const clock = standingClock('2026-11-24T01:00:00.000Z')
  const store = await openPostgresStore({ connect, keyFile: place.keyFile, summaries, clock, patience: 600_000 })
  await fillDemo(store, clock.now())
  const house = { store, clock, assets: embedded.assets }
  return { ...house, site: siteOf(house), ...place, close: () => store.close() }
}

const embedded = await aDemoHouse()
const cluster = startCluster({ onDisk: true })
const postgres = await onPostgres(cluster.url)
for (const house of [embedded, postgres]) await signedIn(house)

const { rows } = await embedded.store.rows({ counsellorId: 'han', stages: ['sessions'] })
const number = rows[0]?.number
if (!number) throw new Error('nobody of the demonstration is in sessions')
const days = Array.from({ length: 360 }, (_, at) => plusDays('2027-01-04', at)).filter(
  (on) => !holidayOn(on) && ![0, 6].includes(new Date(on).getUTCDay()),
)

/** A session that is in nobody’s way. */
function booking(nth: number): string {
  const slot = Math.floor(nth / days.length)
  const startTime = `${14 + Math.floor(slot / 6)}:${slot % 6}0`
  const form = { sessionOn: days[nth % days.length] ?? '', startTime, minutes: '10', kind: 'individual', mode: 'phone' }
  return new URLSearchParams(form).toString()
}

type What = [name: string, who: string | undefined, path: string, body?: (nth: number) => string]
const asked: What[] = [
  ['sign-in page', undefined, '/sign-in'],
  ['case list', 'seo', '/cases'],
  ['case page', 'han', `/cases/${number}`],
  ['booking', 'han', `/cases/${number}/sessions`, booking],
]

async function timed(house: TestHouse, [name, who, path, body]: What, nth: number): Promise<number> {
  const sent = body ? { headers: { ...ownPage, ...asForm }, body: body(nth) } : {}
  const began = performance.now()
  const answer = await ask(house, who, body ? 'POST' : 'GET', path, sent)
  await answer.text()
  if (answer.status !== (body ? 303 : 200)) throw new Error(`${name}: ${answer.status}`)
  return performance.now() - began
}

const at = (sorted: number[], share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? 0

console.log(`${times} of each       embedded p50 p99 ms   PostgreSQL p50 p99 ms   ratio p50 p99`)
for (const what of asked) {
  const took: [number[], number[]] = [[], []]
  for (let nth = -10; nth < times; nth++)
    for (const [which, house] of [embedded, postgres].entries()) {
      const one = await timed(house, what, nth + 10)
      // the first ones warm up
      if (nth >= 0) took[which as 0 | 1].push(one)
    }
  const [first, second] = took.map((all) => all.sort((a, b) => a - b)) as [number[], number[]]
  const cells = [first, second].map((all) =>
    [at(all, 0.5), at(all, 0.99)].map((ms) => ms.toFixed(1).padStart(7)).join(''),
  )
  const ratios = [0.5, 0.99].map((share) => (at(second, share) / at(first, share)).toFixed(1).padStart(6)).join('')
  console.log(`${what[0].padEnd(18)}${cells[0]}          ${cells[1]}        ${ratios}`)
}
await Promise.all([embedded.close(), postgres.close()])
cluster.remove()
