import type { Test } from 'uvu'
import * as assert from 'uvu/assert'
import { done, refused } from '../../src/result.ts'
import type { Store } from '../../src/store/store.ts'
import { aCase, aSession, han, jiho, now } from '../support/samples.ts'
import { inTurn, type OnStore } from './contract.ts'
import { factsIn } from './contract-erasing.ts'
import { all, saved } from './contract-reading.ts'

const next = (store: Store) => store.change(async (view) => done(await view.nextCaseNumber(2026)))
const attended = { code: 'attended', creditedMinutes: 50, by: 'han', at: now }

/** What happens seldom, and must be the same wherever it happens. */
export function contractOfCorners(test: Test, on: OnStore): void {
  test('a case that came to nothing and is taken in anew under the same number can be read', () =>
    on(async (store, again) => {
      for (const end of [() => refused({ reason: 'missing' }), () => done(undefined)])
        await store.change(async (view) => {
          view.saveCase(aCase())
          assert.is((await view.rows({})).total, 1)
          return end()
        })
      assert.equal(await store.caseFile('2026-0001'), aCase())
      await saved(store, (view) => view.saveCase(aCase({ youth: jiho })))
      for await (const opened of inTurn(store, again)) {
        assert.equal(await opened.caseFile('2026-0001'), aCase({ youth: jiho }))
        assert.is((await opened.rows({})).rows[0]?.name, jiho.name)
      }
    }))

  test('a case that is destroyed cannot be saved in the same change', () =>
    on(async (store, again) => {
      await saved(store, (view) => view.saveCase(aCase()))
      for (const way of ['eraseCase', 'removeCase'] as const) {
        const change = saved(store, (view) => {
          view[way]('2026-0001')
          view.saveCase(aCase({ youth: jiho }))
        })
        assert.match(String(await change.catch((failure: Error) => failure.message)), /destroyed in the same change/)
      }
      for await (const opened of inTurn(store, again)) assert.equal(await opened.caseFile('2026-0001'), aCase())
    }))

  test('a case of another school is refused behind a wall, also where the same change puts it right', () =>
    on(async (store) => {
      const { referral } = aCase()
      const change = saved(store.behind('hill'), (view) => {
        view.saveCase(aCase({ referral: { ...referral, schoolId: 'river' } }))
        view.saveCase(aCase())
      })
      assert.is(await change.then(() => 'saved').catch(() => 'refused'), 'refused')
      assert.is((await store.rows({})).total, 0)
    }))

  test('a number under which something was kept is not given again, whatever became of it', () =>
    on(async (store) => {
      assert.equal(await next(store), done('2026-0001'))
      assert.equal(await next(store), done('2026-0001'), 'given, and nothing kept under it')
      await saved(store, (view) => {
        view.saveCase(aCase({ number: '2026-0005' }))
        view.removeCase('2026-0005')
      })
      assert.equal(await next(store), done('2026-0006'), 'saved and removed in one change')
      const imported = { id: 'one', by: 'seo', at: now, file: 'table.csv', cases: ['2026-0009'] }
      await saved(store, (view) => view.saveEntry('imports', imported))
      assert.equal(await next(store), done('2026-0010'), 'said by a register')
    }))

  test('facts of an erased case are those of what the same change had saved before', () =>
    on(async (store) => {
      await saved(store, (view) => view.saveCase(aCase()))
      await saved(store, (view) => {
        view.saveSession(aSession({ attendees: [{ caseNumber: '2026-0001', ordinal: 1, attendance: attended }] }))
        view.eraseCase('2026-0001')
      })
      assert.equal((await all(store.facts()))[0]?.held, { individual: 1 })
      await store.change(async (view) => {
        view.saveCase(aCase({ number: '2026-0002', youth: jiho }))
        view.eraseCase('2026-0002')
        assert.is((await all(view.facts())).length, 2)
        return done(undefined)
      })
      assert.equal((await factsIn(store)).length, 2)
      assert.is((await store.rows({})).total, 0)
    }))

  test('what cannot be the name of anything is not there', () =>
    on(async (store) => {
      await saved(store, (view) => view.saveCase(aCase()))
      const nul = 'a\0b'
      assert.equal(
        [await store.caseFile(nul), await store.session(nul), await store.person(nul)],
        [undefined, undefined, undefined],
      )
      assert.equal([await store.sessionsOf(nul), await store.drafts(nul), await store.visitsOf(nul)], [[], [], []])
      const filters = [{ counsellorId: nul }, { referredBy: nul }, { numbers: [nul] }, { text: nul }, { linkHash: nul }]
      for (const filter of [
        ...filters,
        { keptFrom: nul },
        { apartFrom: { number: nul, schoolId: nul } },
        { name: nul },
      ])
        assert.is((await store.rows(filter)).total, 0, JSON.stringify(filter))
      assert.is((await store.rows({ reader: nul })).total, 1)
    }))

  test('of two people with one address the last is found, and the other once that one has another', () =>
    on(async (store, again) => {
      const found = async (from: Store) => (await from.personByEmail(han.email))?.id
      await saved(store, (view) => {
        for (const id of ['han', 'twin']) view.savePerson({ ...han, id })
      })
      for await (const opened of inTurn(store, again)) assert.is(await found(opened), 'twin')
      const opened = await again()
      await saved(opened, (view) => view.savePerson(han))
      assert.is(await found(opened), 'twin')
      await saved(opened, (view) => view.savePerson({ ...han, id: 'twin', email: 'twin@example.test' }))
      assert.is(await found(opened), 'han')
    }))

  test('drafts and visits of one moment have an order of their own', () =>
    on(async (store, again) => {
      const ids = ['b', 'd', 'a', 'c']
      await saved(store, (view) => {
        for (const id of ids) {
          view.saveDraft({ id, owner: 'oh', kind: 'form', fields: [], at: now })
          view.saveVisit({ hash: id, personId: 'han', startedAt: now, seenAt: now })
        }
      })
      for await (const opened of inTurn(store, again)) {
        assert.equal(
          (await opened.drafts()).map(({ id }) => id),
          ['d', 'c', 'b', 'a'],
        )
        assert.equal(
          (await opened.visitsOf('han')).map(({ hash }) => hash),
          ['d', 'c', 'b', 'a'],
        )
      }
    }))
}
