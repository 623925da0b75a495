import type { Test } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import type { Store } from '../../src/store/store.ts'
import { aCase, jiho, now } from '../support/samples.ts'
import { inTurn, type OnStore } from './contract.ts'
import { saved } from './contract-reading.ts'

/** Three cases: two of Hill Middle School with Han, one of River High School without a counsellor. */
async function threeCases(store: Store): Promise<void> {
  const accepted = { decision: 'accepted' as const, by: 'seo', at: now }
  const assigned = { triage: [accepted], assignments: [{ counsellorId: 'han', by: 'seo', at: now }] }
  const { referral } = aCase()
  await saved(store, (view) => {
    view.saveCase(aCase({ ...assigned }))
    view.saveCase(aCase({ ...assigned, number: '2026-0002', referral: { ...referral, on: '2026-11-20' } }))
    view.saveCase(
      aCase({
        number: '2026-0003',
        youth: jiho,
        school: { schoolId: 'river', level: 'high' },
        referral: { ...referral, schoolId: 'river', on: '2026-11-18' },
      }),
    )
  })
}

const numbersOf = async (store: Store, filter: Parameters<Store['rows']>[0]) =>
  (await store.rows(filter)).rows.map(({ number }) => number)

export function contractOfRows(test: Test, on: OnStore): void {
  test('rows are found by stage, counsellor, school, name and link', () =>
    on(async (store) => {
      await threeCases(store)
      const numbers = async (filter: Parameters<Store['rows']>[0]) =>
        (await store.rows(filter)).rows.map(({ number }) => number)
      assert.equal(await numbers({}), ['2026-0002', '2026-0003', '2026-0001'])
      assert.equal(await numbers({ stages: ['referral'] }), ['2026-0003'])
      assert.equal(await numbers({ stages: [] }), [])
      assert.equal(await numbers({ counsellorId: 'han' }), ['2026-0002', '2026-0001'])
      assert.equal(await numbers({ counsellorId: 'bora' }), [])
      assert.equal(await numbers({ referredBy: 'river' }), ['2026-0003'])
      assert.equal(await numbers({ text: '지호' }), ['2026-0003'])
      assert.equal(await numbers({ text: ' 0002 ' }), ['2026-0002'])
      assert.equal(await numbers({ name: '김민' }), [])
      assert.equal(await numbers({ name: '김민준'.normalize('NFD') }), ['2026-0002', '2026-0001'])
      assert.equal(await numbers({ referredBy: 'hill', stages: ['referral'] }), [])
      assert.equal(await numbers({ linkHash: 'x' }), [])
    }))

  test('rows are found by the letter that ordered them', () =>
    on(async (store) => {
      const { referral } = aCase()
      const letter = { decidedOn: '2026-10-01', decisionNumber: '2026-17' }
      await saved(store, (view) => {
        view.saveCase(aCase({ referral: { ...referral, ...letter } }))
        view.saveCase(aCase({ number: '2026-0002', referral: { ...referral, ...letter, decidedOn: '2026-10-02' } }))
        view.saveCase(aCase({ number: '2026-0003' }))
      })
      assert.equal(await numbersOf(store, { decision: '2026-10-01 2026-17' }), ['2026-0001'])
      assert.equal(await numbersOf(store, { decision: '' }), [])
    }))

  test('rows are found by the day from which they are kept', () =>
    on(async (store) => {
      const closed = (on: string) => [{ on, reason: 'completed', by: 'seo', at: now }]
      const declined = [{ decision: 'declined' as const, by: 'seo', at: '2026-08-24T15:00:00.000Z' }]
      await saved(store, (view) => {
        view.saveCase(aCase({ number: '2026-0001' }))
        view.saveCase(aCase({ number: '2026-0002', closings: closed('2023-11-22') }))
        view.saveCase(aCase({ number: '2026-0003', closings: closed('2023-11-23') }))
        view.saveCase(aCase({ number: '2026-0004', triage: declined }))
      })
      const since = (closing: string, declining: string) =>
        numbersOf(store, { keptSince: { 'case-closed': closing, 'referral-declined': declining } })
      assert.equal(await since('2023-11-22', '2026-08-24'), ['2026-0002'])
      assert.equal((await since('2023-11-23', '2026-08-25')).sort(), ['2026-0002', '2026-0003', '2026-0004'])
    }))

  test('rows are all of them when no page is asked for, however many', () =>
    on(async (store) => {
      const numbers = Array.from({ length: 60 }, (_, at) => `2026-${String(at + 1).padStart(4, '0')}`)
      await saved(store, (view) => {
        for (const number of numbers) view.saveCase(aCase({ number }))
      })
      const { rows, total } = await store.rows({})
      assert.equal([rows.length, total], [60, 60])
      assert.equal((await store.rows({}, { from: 0, most: 0 })).total, 60)
    }))

  test('rows come in pages, with the number of all of them', () =>
    on(async (store) => {
      await threeCases(store)
      const page = await store.rows({}, { from: 1, most: 1 })
      assert.equal([page.total, page.rows.map(({ number }) => number)], [3, ['2026-0003']])
      assert.equal(await store.rows({}, { from: 9, most: 5 }), { rows: [], total: 3 })
    }))

  test('restricted cases are found by whom they are kept from, and opened ones by whom, until their time is over', () =>
    on(async (store, again) => {
      await threeCases(store)
      const until = '2026-11-16T01:00:00.000Z'
      await saved(store, (view) => {
        view.saveCase(aCase({ restricted: { to: ['han', 'seo'], why: 'x', by: 'seo', at: now } }))
        view.saveCase(aCase({ number: '2026-0003', openings: [{ why: 'x', until, by: 'bora', at: now }] }))
      })
      for await (const opened of inTurn(store, again)) {
        assert.equal(await numbersOf(opened, { keptFrom: 'bora' }), ['2026-0001'])
        assert.equal(await numbersOf(opened, { keptFrom: 'seo' }), [])
        assert.equal(await numbersOf(opened, { openTo: { by: 'bora', at: now } }), ['2026-0003'])
        assert.equal(await numbersOf(opened, { openTo: { by: 'bora', at: until } }), [])
        assert.equal(await numbersOf(opened, { openTo: { by: 'han', at: now } }), [])
      }
    }))

  test('a restricted case is listed for those whom it names, and left out of the number for others', () =>
    on(async (store, again) => {
      await threeCases(store)
      const restricted = { to: ['seo', 'han'], why: 'a colleague’s child', by: 'seo', at: now }
      await saved(store, (view) => view.saveCase(aCase({ restricted })))
      for await (const opened of inTurn(store, again)) {
        for (const reader of ['seo', 'han', undefined])
          assert.equal(await numbersOf(opened, { ...(reader && { reader }) }), ['2026-0002', '2026-0003', '2026-0001'])
        assert.equal(await numbersOf(opened, { reader: 'bora' }), ['2026-0002', '2026-0003'])
        assert.is((await opened.rows({ reader: 'bora' })).total, 2)
        // nor by its name, its number or its school
        for (const filter of [{ text: '0001' }, { text: '민준', referredBy: 'hill' }, { name: '김민준' }])
          assert.not.ok((await numbersOf(opened, { ...filter, reader: 'bora' })).includes('2026-0001'))
      }
      await (await again()).change(async (view) => {
        view.saveCase(aCase({ number: '2026-0004', restricted: { ...restricted, to: ['bora'] } }))
        assert.equal((await view.rows({ reader: 'bora' })).total, 3)
        assert.equal((await view.rows({ reader: 'han' })).total, 3)
        return done(undefined)
      })
    }))
}
