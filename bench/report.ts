import { signIns } from '../scripts/demo/cast.ts'
import { siteOf } from '../src/app.ts'
import type { Facts, FactsChanged } from '../src/casefile/facts.ts'
import { codesOf } from '../src/codebook/codebook.ts'
import type { Release } from '../src/people/registers.ts'
import { youthsIn } from '../src/report/figure-facts.ts'
import { published } from '../src/report/publish.ts'
import { releasable } from '../src/report/release-form.ts'
import type { Store } from '../src/store/store.ts'
import { plusDays } from '../src/time/days.ts'
import { ask, signedIn } from '../test/support/asking.ts'
import { aDemoHouse } from '../test/support/demo-house.ts'

/*
 * What the report with all its figures costs over many youths, in milliseconds of CPU: when it is asked for the first
 * time after a youth's facts changed, and again, when only the page is made. Beside it, in the same run, the sign-in
 * page, which has no figure on it; and what three releases cost that know of one another. The facts are those of the
 * demonstration, many times over, each time with other codes and on other days. Prints a table.
 *
 *   YOUTHS=1000,10000,100000 node --import tsx bench/report.ts
 */

const sizes = (process.env.YOUTHS ?? '1000,10000,100000').split(',').map(Number)

const demo = await aDemoHouse()
await signedIn(demo)
const found: Facts[] = []
for await (const one of demo.store.facts()) if (one.accepted) found.push(one)

/** The same youth with another school level, motive, day and course: every code comes up. */
function another(nth: number): Facts {
  const one = found[nth % found.length] as Facts
  const [levels, motives, bases] = [codesOf('schoolLevel'), codesOf('motive'), codesOf('referralBasis')]
  const motive = motives[(nth * 7) % motives.length]
  return {
    ...one,
    accepted: nth % 20 !== 0,
    referredOn: plusDays('2019-07-01', (nth * 37) % 2700),
    minutes: one.minutes + 10 * (nth % 31),
    ...(nth % 5 === 0 && { schoolLevel: levels[nth % levels.length] ?? one.schoolLevel, grade: undefined }),
    ...(nth % 3 === 0 && motive !== undefined && { motive, motives: [motive] }),
    ...(nth % 4 === 0 && { basis: bases[nth % bases.length] ?? one.basis }),
  }
}

/** As many youths as are asked for, as a store gives them: as text, read anew each time. */
function aStoreOf(youths: number): { store: Store; change: () => void } {
  const texts = Array.from({ length: youths }, (_, nth) => JSON.stringify(another(nth)))
  let cut = 0
  function* read(places: number[]): FactsChanged['facts'] {
    for (const at of places) yield [String(at), JSON.parse(texts[at] as string)]
  }
  const factsSince: Store['factsSince'] = async (since) => {
    const whole = since === undefined || Number(since) > cut
    const changed = Array.from({ length: cut - Number(since) }, (_, nth) => (cut - nth) % youths)
    return { cut: String(cut), whole, facts: read(whole ? [...texts.keys()] : changed) }
  }
  const store = new Proxy(demo.store, {
    get: (kept, name) => {
      const own = name === 'factsSince' ? factsSince : Reflect.get(kept, name)
      return typeof own === 'function' ? own.bind(kept) : own
    },
  })
  const change = () => {
    cut++
    texts[cut % youths] = JSON.stringify(another(cut * 13))
  }
  return { store, change }
}

async function cpuOf(act: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const medianOf = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
async function often(act: () => Promise<unknown>, before: () => void = () => {}): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < 9; n++) {
    before()
    times.push(await cpuOf(act))
  }
  return medianOf(times)
}

const lead = signIns.find(({ role }) => role === 'lead')?.id
if (!lead) throw new Error('nobody leads the demonstration')
const paths = {
  'all figures': '/report',
  'as data': '/report/figures.json',
  'one period, one level': '/report?from=2020-01-01&to=2021-12-31&schoolLevel=middle',
  'as published': '/report?view=published',
  'a cross-table': '/report/cross?rows=motive&columns=school-level',
  operations: '/report/operations',
  change: '/report/outcome',
}

/** Three releases of one year each, and a fourth of all of it. */
async function releasesOver(store: Store): Promise<number> {
  const at = { by: 'bench', at: '2026-01-01T00:00:00.000Z' } as unknown as NonNullable<Release['approved']>
  const given: Release[] = []
  let last = 0
  for (const [from, to] of [
    ['2020-1', '2020-2'],
    ['2021-1', '2021-2'],
    ['2022-1', '2022-2'],
    ['2020-1', '2025-2'],
  ] as const) {
    const choice = { figures: [...releasable], crosses: [['motive', 'school-level']], outcome: true, from, to }
    last = await cpuOf(async () => {
      const tables = await youthsIn(store, (youths) => published(choice as never, youths, 5, given))
      given.push({ ...choice, id: `bench-${from}`, approved: at, tables } as unknown as Release)
    })
  }
  return last
}

const ms = (n: number, digits = 1) => `${n.toFixed(digits).padStart(8)} ms`
for (const youths of sizes) {
  const { store, change } = aStoreOf(youths)
  const house = { site: siteOf({ ...demo, store }) }
  const asked = (path: string, who?: string) => async () => {
    const answer = await ask(house, who, 'GET', path)
    await answer.text()
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
  }
  await asked('/sign-in')()
  const nothing = await often(asked('/sign-in'))
  const memoryBefore = process.memoryUsage()
  const built = await cpuOf(() => youthsIn(store, () => {}))
  globalThis.gc?.()
  const memory = process.memoryUsage()
  const columns = (memory.heapUsed + memory.arrayBuffers - memoryBefore.heapUsed - memoryBefore.arrayBuffers) / 1e6
  console.log(`\n${youths} youths; sign-in page ${ms(nothing)}; counted the first time ${ms(built, 0)}`)
  for (const [what, path] of Object.entries(paths)) {
    await asked(path, lead)()
    const first = await often(asked(path, lead), change)
    const again = await often(asked(path, lead))
    const ratio = (n: number) => `${(n / nothing).toFixed(1).padStart(7)} × sign-in`
    console.log(`${what.padEnd(24)}after a change ${ms(first)} ${ratio(first)}   again ${ms(again)} ${ratio(again)}`)
  }
  console.log(`the fourth release      ${ms(await releasesOver(store), 0)}`)
  console.log(`memory of what is counted ${columns.toFixed(0)} MB`)
}
await demo.close()
