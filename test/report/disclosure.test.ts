// Over 150 lines because the careless ways of publishing stand beside the checks that must find them out.
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Release } from '../../src/people/registers.ts'
import type { FigureId } from '../../src/report/figures.ts'
import { firstDayOf, lastDayOf } from '../../src/report/halves.ts'
import { leastBase } from '../../src/report/publish.ts'
import type { Published } from '../../src/report/shown.ts'
import { type Said, saidBy, toldBy } from './disclosure-oracle.ts'
import { aWorld, define, factsOf, released, type World, type Youth } from './disclosure-world.ts'
import { published, tally } from './of-facts.ts'

/*
 * RUNS=2000 for the full count. What is looked for is worked out anew by disclosure-oracle.ts, which shares no code with
 * the programme.
 */
const numRuns = Number(process.env.RUNS ?? 60)
const seed = Number(process.env.SEED ?? 2021)

type Publish = typeof published

/** Gives away one release after the other; hands back what each said, and of whom. */
function givenAway(
  world: World,
  publish: Publish,
): { said: Said[]; tables: Published; release: Release; youths: Youth[] }[] {
  const releases: Release[] = []
  let youths = world.youths
  return world.releases.map((choice, at) => {
    youths = at === 0 ? youths : [...youths, ...(world.later[at - 1] ?? [])]
    const tables = publish(choice, youths.map(factsOf), world.threshold, releases, define)
    const release = released(choice, JSON.parse(JSON.stringify(tables)), world.threshold)
    releases.push(release)
    return { said: saidBy(tables, choice), tables, release, youths }
  })
}

function mustBeSafe(world: World, publish: Publish): void {
  const given = givenAway(world, publish)
  const said = given.flatMap((one) => one.said)
  for (const { what, sum, count } of said) {
    const youths = world.youths.reduce((total, youth) => total + Math.min(1, sum(youth)), 0)
    assert.is(
      count,
      world.youths.reduce((total, youth) => total + sum(youth), 0),
      `${what} is another number`,
    )
    if (count === 0 && / missing$/.test(what)) continue
    assert.ok(youths >= world.threshold, `${what} shown: ${youths}`)
  }
  for (const { tables } of given) mustHaveBases(tables)
  assert.is(toldBy(said, world, world.youths), undefined)
}

function mustHaveBases({ figures }: Published): void {
  for (const { id, base, rows } of figures)
    for (const { code, count, percent } of rows)
      if (percent !== null)
        assert.ok(
          base !== null && base >= leastBase && count !== null && Number.isInteger(percent),
          `${id} ${code} ${percent}%`,
        )
}

/** Two releases of the same youths at two times: no number of one less that of the other may be that of a few. */
function mustNotDiffer(world: World, publish: Publish): void {
  const given = givenAway(world, publish)
  for (const [at, one] of given.entries())
    for (const other of given.slice(at + 1)) {
      const [a, b] = [one.release, other.release]
      if (a.from !== b.from || a.to !== b.to || JSON.stringify(a.only) !== JSON.stringify(b.only)) continue
      for (const { what, count } of one.said) {
        const again = other.said.find((said) => said.what === what)
        const change = Math.abs((again?.count ?? count) - count)
        assert.ok(change === 0 || change >= world.threshold, `${what}: ${count}, then ${again?.count}`)
      }
    }
}

const check = (world: fc.Arbitrary<World>, must: typeof mustBeSafe, publish: Publish = published) =>
  fc.check(
    fc.property(world, (one) => must(one, publish)),
    { numRuns, seed },
  )

function failureOf({ failed, counterexample, errorInstance }: ReturnType<typeof check>): string | undefined {
  if (!failed) return undefined
  const why = errorInstance as { message?: string; actual?: unknown }
  return `${why.message} ${why.actual} ${fc.stringify(counterexample?.[0].releases)} ${counterexample?.[0].youths.length} youths`
}

const safe = suite(`what is published (${numRuns} worlds)`)

safe('shows no small number, and none follows from all that was given away', () => {
  const found = check(aWorld(false), mustBeSafe)
  assert.is(failureOf(found), undefined)
})

safe('never differs from what was given away before by a few youths', () => {
  const found = check(aWorld(true), mustNotDiffer)
  assert.is(failureOf(found), undefined)
})

safe('still shows most numbers of large groups', () => {
  const big = fc.sample(aWorld(false), { numRuns: 40, seed }).filter(({ youths }) => youths.length > 60)
  let [shown, all] = [0, 0]
  for (const world of big)
    for (const { figures } of givenAway({ ...world, releases: world.releases.slice(0, 1) }, published).map(
      (one) => one.tables,
    ))
      for (const { rows } of figures) {
        all += rows.length
        shown += rows.filter(({ count }) => count !== null).length
      }
  assert.ok(big.length > 5 && shown > all / 4, `${shown} of ${all} rows of ${big.length} worlds`)
})

safe.run()

/** Hides what is small, and nothing beside it. */
const smallAlone: Publish = ({ figures, from, to }, facts, threshold, _, defined = define) => {
  const within = facts.filter(({ referredOn }) => referredOn >= firstDayOf(from) && referredOn <= lastDayOf(to))
  const few = (count: number, youths = count) => (youths < threshold ? null : count)
  return {
    ...{ crosses: [], outcome: [] },
    figures: figures.map((id) => {
      const { base, youths, missing, rows, ...rest } = tally(defined(id as FigureId), within)
      const shown = rows.map(({ code, count, youths: behind }) => ({ code, count: few(count, behind), percent: null }))
      return { ...rest, base: few(base, youths), missing: few(missing), rows: shown }
    }),
  }
}

/** Ways of publishing that must be found out. */
const careless: Record<string, [Publish, typeof mustBeSafe, grows?: boolean]> = {
  'hides small numbers alone': [smallAlone, mustBeSafe],
  'forgets what was given away before': [
    (choice, facts, threshold, _, defined) => published(choice, facts, threshold, [], defined),
    mustBeSafe,
  ],
  'forgets it while youths are added': [
    (choice, facts, threshold, _, defined) => published(choice, facts, threshold, [], defined),
    mustNotDiffer,
    true,
  ],
  'gives percentages of any base': [
    (choice, facts, threshold, earlier, defined) => {
      const tables = published(choice, facts, threshold, earlier, defined)
      const figures = tables.figures.map((one) => ({
        ...one,
        rows: one.rows.map((row) => ({ ...row, percent: row.percent ?? 50 })),
      }))
      return { ...tables, figures }
    },
    mustBeSafe,
  ],
}

const controls = suite('a careless way of publishing is found out: it')
for (const [how, [publish, must, grows = false]] of Object.entries(careless))
  controls(how, () => assert.ok(check(aWorld(grows), must, publish).failed))

controls.run()
