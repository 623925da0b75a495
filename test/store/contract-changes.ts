// Over 150 lines because it is one list of promises, which a second store must keep too.
import type { Test } from 'uvu'
import * as assert from 'uvu/assert'
import { done, refused } from '../../src/result.ts'
import type { Store, View } from '../../src/store/store.ts'
import { aCase, aSession, han, jiho, now, settings } from '../support/samples.ts'
import { inTurn, type OnStore } from './contract.ts'
import { all, saved } from './contract-reading.ts'

/** Books the slot if nobody has it: reads, waits, decides, saves. */
const book = (store: Store, caseNumber: string) =>
  store.change(async (view) => {
    const { startAt } = aSession()
    const taken = await view.diary(startAt, '2026-11-16T05:00:00.001Z')
    await new Promise(setImmediate)
    if (taken.length > 0) return refused({ reason: 'counsellor-taken' })
    const id = await view.nextSessionId('2026-11-16')
    view.saveSession(aSession({ id, attendees: [{ caseNumber, ordinal: 1 }] }))
    return done(id)
  })

export function contractOfChanges(test: Test, on: OnStore): void {
  test('a change returns what its decision returned', () =>
    on(async (store) => {
      assert.equal(await store.change(() => done(7)), done(7))
      const refusal = refused({ reason: 'missing', field: 'name' })
      assert.equal(await store.change(() => refusal), refusal)
    }))

  for (const [how, end] of [
    ['refused', () => refused({ reason: 'missing' })],
    [
      'thrown out of',
      () => {
        throw new Error('on purpose')
      },
    ],
  ] as const) {
    test(`a change that is ${how} saves nothing`, () =>
      on(async (store, again) => {
        await saved(store, (view) => view.saveCase(aCase()))
        const outcome = await store
          .change<void>(async (view) => {
            view.saveCase(aCase({ youth: jiho }))
            view.saveCase(aCase({ number: '2026-0002' }))
            view.saveSession(aSession())
            view.savePerson(han)
            await view.rows({})
            return end()
          })
          .catch((failure: Error) => failure.message)
        assert.equal(outcome, how === 'refused' ? refused({ reason: 'missing' }) : 'on purpose')
        for await (const opened of inTurn(store, again)) {
          assert.equal(await opened.caseFile('2026-0001'), aCase())
          assert.is((await opened.rows({})).total, 1)
          assert.is(await opened.session('2026-11-16-01'), undefined)
          assert.is(await opened.person('han'), undefined)
          assert.equal(await opened.sessionsOf('2026-0001'), [])
        }
      }))
  }

  test('a decision reads what it has saved so far, and nobody else does', () =>
    on(async (store) => {
      await store.change(async (view) => {
        view.saveCase(aCase())
        view.saveSession(aSession())
        view.savePerson(han)
        view.saveSettings(settings)
        view.saveDraft({ id: 'd', owner: 'oh', kind: 'referral', fields: [], at: now })
        view.removeDraft('d')
        assert.equal(await view.caseFile('2026-0001'), aCase())
        assert.equal((await view.rows({})).rows[0]?.bookedAt, [aSession().startAt])
        assert.is((await all(view.facts())).length, 1)
        assert.is((await view.sessionsOf('2026-0001')).length, 1)
        assert.equal(await view.personByEmail(han.email), han)
        assert.is(await view.draft('d'), undefined)
        assert.is(await store.caseFile('2026-0001'), undefined)
        assert.is((await store.rows({})).total, 0)
        assert.is(await store.person('han'), undefined)
        return done(undefined)
      })
      assert.is((await store.rows({})).total, 1)
    }))

  test('nothing can be saved in a change that is over', () =>
    on(async (store) => {
      let kept: View | undefined
      await saved(store, (view) => {
        kept = view
      })
      assert.throws(() => kept?.saveCase(aCase()), /over/)
    }))

  test('of 200 bookings of one slot at once, exactly one wins', () =>
    on(async (store, again) => {
      const results = await Promise.all(Array.from({ length: 200 }, (_, at) => book(store, `2026-${1000 + at}`)))
      const wins = results.flatMap((result, at) => (result.ok ? [`2026-${1000 + at}`] : []))
      assert.is(wins.length, 1)
      const [session] = await (await again()).diary('2026-11-16T00:00:00.000Z', '2026-11-17T00:00:00.000Z')
      assert.equal(
        session?.attendees.map(({ caseNumber }) => caseNumber),
        wins,
      )
    }))

  test('two changes that add to the same case both stay', () =>
    on(async (store) => {
      await saved(store, (view) => view.saveCase(aCase()))
      const add = (code: string) =>
        store.change(async (view) => {
          const caseFile = (await view.caseFile('2026-0001'))!
          const concern = { code, severity: 'watch', from: 'referral', by: 'han', at: now } as const
          view.saveCase({ ...caseFile, concerns: [...caseFile.concerns, concern] })
          return done(undefined)
        })
      await Promise.all(['a', 'b', 'c', 'd', 'e'].map(add))
      const codes = (await store.caseFile('2026-0001'))?.concerns.map(({ code }) => code)
      assert.equal(codes?.sort(), ['a', 'b', 'c', 'd', 'e'])
    }))

  test('numbers are never given twice, even at once, and begin anew each year and day', () =>
    on(async (store, again) => {
      const refer = (opened: Store, year: number) =>
        opened.change(async (view) => {
          const number = await view.nextCaseNumber(year)
          view.saveCase(aCase({ number }))
          return done(number)
        })
      const given = await Promise.all(Array.from({ length: 20 }, () => refer(store, 2026)))
      assert.is(new Set(given.map((result) => result.ok && result.value)).size, 20)
      assert.is(
        given
          .map((result) => (result.ok ? result.value : ''))
          .sort()
          .at(-1),
        '2026-0020',
      )
      const opened = await again()
      assert.equal(await refer(opened, 2026), done('2026-0021'))
      assert.equal(await refer(opened, 2027), done('2027-0001'))
      await opened.change(async (view) => {
        assert.equal([await view.nextCaseNumber(2026), await view.nextCaseNumber(2026)], ['2026-0022', '2026-0023'])
        assert.equal(
          [await view.nextSessionId('2026-11-16'), await view.nextSessionId('2026-11-17')],
          ['2026-11-16-01', '2026-11-17-01'],
        )
        return done(undefined)
      })
    }))

  test('an id that could name another file is refused, and nothing with it is saved', () =>
    on(async (store) => {
      for (const number of ['../people', '2026-0001/../../x', '', '2026-1']) {
        const outcome = await saved(store, (view) => view.saveCase(aCase({ number }))).catch(() => 'refused')
        assert.is(outcome, 'refused', number)
      }
      assert.is((await store.rows({})).total, 0)
    }))

  test('nothing is kept in a store that is closed', () =>
    on(async (store) => {
      await store.close()
      const change = await store.change(() => done(1)).catch((failure: Error) => failure.message)
      const entry = { at: now, deed: 'x', decision: 'allowed', status: 200 } as const
      const log = await store.log(entry).catch((failure: Error) => failure.message)
      assert.equal([change, log], ['The store is closed.', 'The store is closed.'])
    }))
}
