import type { Test } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import type { Store } from '../../src/store/store.ts'
import { aCase, aSession, jiho, now } from '../support/samples.ts'
import { inTurn, type OnStore } from './contract.ts'
import { all, saved } from './contract-reading.ts'

const later = '2026-11-16T01:00:00.000Z'
const numbersIn = async (store: Pick<Store, 'rows'>) => (await store.rows({})).rows.map(({ number }) => number)
const ofRiver = aCase({ number: '2026-0002', youth: jiho, school: { schoolId: 'river', level: 'high', grade: 1 } })

/** One case of each school, a session of each, and one of both. */
async function twoSchools(store: Store): Promise<void> {
  await saved(store, (view) => {
    view.saveCase(aCase())
    view.saveCase(ofRiver)
    const of = (...numbers: string[]) => numbers.map((caseNumber) => ({ caseNumber, ordinal: 1 }))
    for (const [id, startAt, attendees] of [
      ['2026-11-16-01', '2026-11-16T05:00:00.000Z', of('2026-0001')],
      ['2026-11-16-02', '2026-11-16T07:00:00.000Z', of('2026-0002')],
      ['2026-11-16-03', '2026-11-16T09:00:00.000Z', of('2026-0001', '2026-0002')],
    ] as const)
      view.saveSession(aSession({ id, startAt, attendees: [...attendees] }))
  })
}

/** What several machines share beside the records, and the wall around a school. */
export function contractOfShared(test: Test, on: OnStore): void {
  test('what passes is counted and kept until its moment, and not after', () =>
    on(async ({ passing }) => {
      assert.is(await passing.count('a', later), 1)
      assert.is(await passing.count('a', later), 2)
      assert.is(await passing.count('b', later), 1)
      await passing.keep('file', { lines: ['민준'] }, later)
      assert.equal(await passing.kept('file'), { lines: ['민준'] })
      await passing.keep('file', 'another', later)
      assert.is(await passing.kept('file'), 'another')
      await passing.drop('file')
      assert.is(await passing.kept('file'), undefined)
      await passing.keep('over', 1, now)
      assert.is(await passing.kept('over'), undefined)
      assert.is(await passing.count('over too', now), 1)
      assert.is(await passing.count('over too', now), 1)
    }))

  test('pieces of files are kept as they were, up to a megabyte each', () =>
    on(async ({ passing }) => {
      const piece = new Uint8Array(1_048_576).map((_, at) => (at * 7) % 256)
      await passing.keepBytes('piece', piece, later)
      await passing.keepBytes('none', new Uint8Array(), later)
      const kept = await passing.keptBytes('piece')
      assert.is(Buffer.compare(kept ?? new Uint8Array(), piece), 0)
      assert.is((await passing.keptBytes('none'))?.byteLength, 0)
      assert.is(await passing.keptBytes('another'), undefined)
      await passing.drop('piece')
      assert.is(await passing.keptBytes('piece'), undefined)
    }))

  test('of many who count at once each has a number of their own', () =>
    on(async ({ passing }) => {
      const counted = await Promise.all(Array.from({ length: 30 }, () => passing.count('a', later)))
      assert.is(new Set(counted).size, 30)
    }))

  test('a secret is the same after opening again, and another for each purpose', () =>
    on(async (store, again) => {
      const first = Buffer.from(store.secret('a')).toString('hex')
      assert.is(first.length, 64)
      for await (const opened of inTurn(store, again)) assert.is(Buffer.from(opened.secret('a')).toString('hex'), first)
      assert.is.not(Buffer.from(store.secret('b')).toString('hex'), first)
    }))

  test('behind the wall of a school its own cases are there with their sessions, and no others', () =>
    on(async (store) => {
      await twoSchools(store)
      const hill = store.behind('hill')
      assert.equal(await numbersIn(hill), ['2026-0001'])
      assert.equal((await hill.rows({ referredBy: 'river' })).total, 0)
      assert.equal((await hill.rows({ numbers: ['2026-0002'] }, { from: 0, most: 0 })).total, 0)
      assert.is((await hill.caseFile('2026-0001'))?.number, '2026-0001')
      assert.is(await hill.caseFile('2026-0002'), undefined)
      assert.equal(
        (await hill.diary('2026-11-16T00:00:00.000Z', '2026-11-17T00:00:00.000Z')).map(({ id }) => id),
        ['2026-11-16-01', '2026-11-16-03'],
      )
      assert.is(await hill.session('2026-11-16-02'), undefined)
      assert.is((await hill.session('2026-11-16-03'))?.id, '2026-11-16-03')
      assert.equal(await hill.sessionsOf('2026-0002'), [])
      assert.equal(await numbersIn(store.behind('')), [])
      assert.equal(await numbersIn(store), ['2026-0002', '2026-0001'])
      for (const ask of [
        () => all(hill.facts()),
        () => all(hill.data()),
        () => hill.factsCut(),
        () => hill.factsSince(),
      ])
        assert.is(
          await ask()
            .then(() => 'given')
            .catch(() => 'refused'),
          'refused',
        )
    }))

  test('behind the wall of a school its own cases can be saved, and nothing of others', () =>
    on(async (store) => {
      await twoSchools(store)
      const hill = store.behind('hill')
      const made = await hill.change(async (view) => {
        const number = await view.nextCaseNumber(2026)
        view.saveCase(aCase({ number }))
        assert.is(await view.caseFile('2026-0002'), undefined)
        view.saveDraft({ id: 'd', owner: 'oh', kind: 'referral', fields: [], at: now })
        return done(number)
      })
      assert.equal(made, done('2026-0003'))
      assert.equal(await numbersIn(hill), ['2026-0003', '2026-0001'])
      assert.is((await store.draft('d'))?.owner, 'oh')
      for (const save of [
        (from: Store) => saved(from, (view) => view.saveCase(aCase({ number: '2026-0002' }))),
        (from: Store) => saved(from, (view) => view.saveCase({ ...ofRiver, number: '2026-0009' })),
        (from: Store) => saved(from, (view) => view.saveSession(aSession({ id: '2026-11-18-01' }))),
        // not even its own: what is erased is for two people of the centre to say
        ...['2026-0001', '2026-0002'].flatMap((number) => [
          (from: Store) => saved(from, (view) => view.eraseCase(number)),
          (from: Store) => saved(from, (view) => view.removeCase(number)),
        ]),
      ])
        assert.is(
          await save(hill)
            .then(() => 'saved')
            .catch(() => 'refused'),
          'refused',
        )
      assert.equal(await store.caseFile('2026-0002'), ofRiver)
      assert.is((await store.rows({})).total, 3)
    }))

  test('a store that stands open can keep things', () => on(async (store) => assert.is(await store.ready(), undefined)))
}
