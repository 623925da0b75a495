import { signIns } from '../scripts/demo/cast.ts'
import { siteOf } from '../src/app.ts'
import type { Facts } from '../src/casefile/facts.ts'
import { codesOf } from '../src/codebook/codebook.ts'
import type { Store } from '../src/store/store.ts'
import { plusDays } from '../src/time/days.ts'
import { ask, signedIn } from '../test/support/asking.ts'
import { aDemoHouse } from '../test/support/demo-house.ts'

/*
 * How long the lead waits for /report with all its figures over 10,000 youths: the first time, when the facts are read,
 * and again, when only the page is made. Beside it, in the same run, the sign-in page, which has no figure on it. The
 * facts are those of the demonstration, many times over, each time with other codes and on other days. Prints a table.
 *
 *   node --import tsx bench/report.ts
 */

const youths = Number(process.env.YOUTHS ?? 10_000)

const demo = await aDemoHouse()
await signedIn(demo)
const found: Facts[] = []
for await (const one of demo.store.facts()) if (one.accepted) found.push(one)

/** The same youth with another school level, motive and day: every code comes up. */
function another(one: Facts, nth: number): Facts {
  const [levels, motives, bases] = [codesOf('schoolLevel'), codesOf('motive'), codesOf('referralBasis')]
  const motive = motives[(nth * 7) % motives.length]
  return {
    ...one,
    referredOn: plusDays('2019-07-01', (nth * 37) % 2700),
    ...(nth % 5 === 0 && { schoolLevel: levels[nth % levels.length] ?? one.schoolLevel, grade: undefined }),
    ...(nth % 3 === 0 && motive !== undefined && { motive, motives: [motive] }),
    ...(nth % 4 === 0 && { basis: bases[nth % bases.length] ?? one.basis }),
  }
}

// as the store keeps them: as text, read anew each time
const texts = Array.from({ length: youths }, (_, nth) =>
  JSON.stringify(another(found[nth % found.length] as Facts, nth)),
)
let cut = 0
const large: Partial<Store> = {
  async *facts() {
    for (const text of texts) yield JSON.parse(text)
  },
  factsCut: async () => String(cut),
}
const store = new Proxy(demo.store, {
  get: (kept, name) => {
    const own = large[name as keyof Store] ?? Reflect.get(kept, name)
    return typeof own === 'function' ? own.bind(kept) : own
  },
})
const house = { site: siteOf({ ...demo, store }) }
async function timed(path: string, who?: string): Promise<number> {
  const began = performance.now()
  const answer = await ask(house, who, 'GET', path)
  await answer.text()
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
  return performance.now() - began
}

const medianOf = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
async function often(path: string, who?: string): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < 9; n++) times.push(await timed(path, who))
  return medianOf(times)
}

const lead = signIns.find(({ role }) => role === 'lead')?.id
if (!lead) throw new Error('nobody leads the demonstration')
await timed('/sign-in')
const nothing = await often('/sign-in')
const paths = {
  'all figures': '/report',
  'one period, one level': '/report?from=2020-01-01&to=2021-12-31&schoolLevel=middle',
  'as published': '/report?view=published',
  'as data': '/report/figures.json',
  'a cross-table': '/report/cross?rows=motive&columns=school-level',
  operations: '/report/operations',
}
console.log(`${youths} youths; sign-in page ${nothing.toFixed(1)} ms`)
for (const [what, path] of Object.entries(paths)) {
  cut++
  const first = await timed(path, lead)
  const again = await often(path, lead)
  const ratio = (again / nothing).toFixed(1)
  console.log(
    `${what.padEnd(24)}first ${first.toFixed(0).padStart(6)} ms   again ${again.toFixed(1).padStart(6)} ms   ${ratio} × sign-in`,
  )
}
console.log(`memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`)
await demo.close()
