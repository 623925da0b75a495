// Over 150 lines because a house of a thousand cases is made once for all of it.
import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Session } from '../../src/casefile/session.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import type { Store } from '../../src/store/store.ts'
import { leastCases } from '../../src/store/summed.ts'
import { summaries } from '../../src/summaries.ts'
import { freshFolder } from '../support/folder.ts'
import { aCase, aSession, clock } from '../support/samples.ts'
import { saved } from './contract-reading.ts'

/*
 * What an earlier start left is as good as reading every file: a house of over a thousand cases says the same, however
 * it ended and whatever was changed in it.
 */

const test = suite('a start from what an earlier one left')

type Place = ReturnType<typeof freshFolder>
const numberOf = (n: number) => `2026-${String(n).padStart(4, '0')}`
const cases = leastCases + 20

/** Counts what is made anew. */
async function opened({ dir, keyFile }: Place): Promise<{ store: Store; anew: () => number }> {
  let count = 0
  const counted = {
    ...summaries,
    row: (...given: [CaseFile, Session[]]) => {
      count++
      return summaries.row(...given)
    },
  }
  const store = await openEmbeddedStore({ dir, keyFile, summaries: counted, clock })
  return { store, anew: () => count }
}

/** All that a start makes of the files, and what it would give next. */
type Whole = Record<string, unknown[]>
async function whole(store: Store): Promise<Whole> {
  const facts: string[] = []
  for await (const one of store.facts()) facts.push(JSON.stringify(one))
  const { rows } = await store.rows({})
  const diary = await store.diary('2000-01-01T00:00:00.000Z', '2100-01-01T00:00:00.000Z')
  const of = await Promise.all([1, 2, 3, 500].map((n) => store.sessionsOf(numberOf(n))))
  const next = await store.change(async (view) => ({
    ok: true as const,
    value: [
      await view.nextCaseNumber(2026),
      await view.nextSessionId('2026-11-02'),
      await view.nextSessionId('2026-12-09'),
    ],
  }))
  const given = next.ok ? next.value : []
  return JSON.parse(JSON.stringify({ rows, facts: facts.sort(), diary, of, given }))
}

const booked = (n: number, day: string, more: Partial<Session> = {}): Session =>
  aSession({
    ...{ id: `${day}-${String(1 + (n % 90)).padStart(2, '0')}`, startAt: `${day}T0${n % 9}:00:00.000Z`, ...more },
    attendees: [{ caseNumber: numberOf(n), ordinal: 1 }],
  })

/** Says where two houses first differ, not all of both. */
function sameIn(found: Whole, expected: Whole): void {
  for (const [part, one] of Object.entries(found))
    for (const [at, value] of (one as unknown[]).entries())
      assert.equal(value, (expected[part] as unknown[])[at], `${part} ${at}`)
  assert.equal(lengthsOf(found), lengthsOf(expected))
}
const lengthsOf = (all: Whole) => Object.values(all).map(({ length }) => length)

/** A house of over a thousand cases with some sessions, closed in good order. */
async function aLargePlace(): Promise<Place> {
  const place = freshFolder({ inMemory: true })
  const { store } = await opened(place)
  await saved(store, (view) => {
    for (let n = 1; n <= cases; n++) {
      view.saveCase(aCase({ number: numberOf(n) }))
      if (n % 10 === 0) view.saveSession(booked(n, `2026-11-${String(1 + (n % 28)).padStart(2, '0')}`))
    }
  })
  await store.close()
  return place
}

/** The same folder read from its files alone, by a programme that knows nothing of an earlier start. */
async function fromFiles(place: Place): Promise<Whole> {
  const folder = join(place.dir, 'summed')
  const parts = readdirSync(folder).map((name) => [join(folder, name), readFileSync(join(folder, name))] as const)
  for (const [path] of parts) writeFileSync(path, 'nothing that was sealed')
  const { store, anew } = await opened(place)
  const found = await whole(store)
  assert.is(anew() >= leastCases, true)
  await store.close()
  for (const [path, bytes] of parts) writeFileSync(path, bytes)
  return found
}

const place = await aLargePlace()

test('makes nothing anew, and says the same as one from the files', async () => {
  const expected = await fromFiles(place)
  const { store, anew } = await opened(place)
  assert.is(anew(), 0)
  sameIn(await whole(store), expected)
  await store.close()
})

test('of a house that was killed makes anew what was changed since, and what hangs on it', async () => {
  const { store } = await opened(place)
  await saved(store, (view) => {
    view.saveCase(aCase({ number: numberOf(7), counsellorId: 'other' } as Partial<CaseFile>))
    // a session moves from one youth to another: both rows are other ones
    view.saveSession({ ...booked(10, '2026-11-11'), attendees: [{ caseNumber: numberOf(3), ordinal: 1 }] })
    view.saveSession(booked(12, '2026-12-09'))
    view.saveCase(aCase({ number: numberOf(cases + 1) }))
  })
  await saved(store, (view) => view.eraseCase(numberOf(520)))
  const now = await whole(store)
  // as a kill leaves it: what was kept for the next start is older than the files
  const folder = join(place.dir, 'summed')
  const before = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]))
  await store.close()
  for (const name of readdirSync(folder))
    if (before.has(name)) writeFileSync(join(folder, name), before.get(name)!)
    else rmSync(join(folder, name))
  const again = await opened(place)
  const fresh = again.anew()
  assert.ok(fresh > 4 && fresh < 250, `${fresh} made anew`)
  sameIn(await whole(again.store), now)
  await again.store.close()
  sameIn(await fromFiles(place), now)
})

/** Another file of the same bytes in the place of one, as old. */
function anotherInPlaceOf(path: string): void {
  const bytes = readFileSync(path)
  writeFileSync(`${path}.new`, bytes)
  const { atime, mtime } = statSync(path)
  renameSync(`${path}.new`, path)
  utimesSync(path, atime, mtime)
}

test('believes nothing of a file that is another, though it is as long and as old', async () => {
  const { store } = await opened(place)
  await store.close()
  anotherInPlaceOf(join(place.dir, 'cases', `${numberOf(9)}.json`))
  const again = await opened(place)
  assert.is(again.anew(), 1)
  await again.store.close()
})

test('believes nothing of a day that is another: who has a session on it is summed up anew', async () => {
  const { store } = await opened(place)
  const { rows } = await store.rows({})
  const on = '2026-11-15'
  const there = rows.filter(({ bookedAt }) => bookedAt.some((at) => at.startsWith(on))).length
  await store.close()
  anotherInPlaceOf(join(place.dir, 'diary/2026-11', `${on}.json`))
  const again = await opened(place)
  assert.ok(there > 0)
  assert.is(again.anew(), there)
  await again.store.close()
})

test('an erased case is in no part of it, at once', async () => {
  const { store } = await opened(place)
  const folder = join(place.dir, 'summed')
  const of = `cases-${numberOf(130).slice(0, -2)}.json`
  assert.ok(readdirSync(folder).includes(of))
  await saved(store, (view) => view.eraseCase(numberOf(130)))
  assert.not.ok(readdirSync(folder).includes(of))
  assert.not.ok(readdirSync(folder).includes('days-2026-11.json'))
  await store.close()
  const { store: again } = await opened(place)
  assert.is((await again.rows({ numbers: [numberOf(130)] })).total, 0)
  await again.close()
})

test.run()
