import type { Test } from 'uvu'
import * as assert from 'uvu/assert'
import { done, refused } from '../../src/result.ts'
import type { Store } from '../../src/store/store.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { wholeAnswers } from '../support/answers.ts'
import { aCase, aSession, now, signed } from '../support/samples.ts'
import { inTurn, type OnStore } from './contract.ts'
import { aGroup, erased, factsIn } from './contract-erasing.ts'
import { all, saved } from './contract-reading.ts'

const intake = newestOf(shipped, 'intake')!
const answered = {
  ...{ id: 'intake-1', survey: 'intake', version: intake.version, wave: 'intake', expiresAt: now, ...signed() },
  response: { at: now, lang: 'ko' as const, answers: { ...wholeAnswers(intake), talk: 'yes' } },
}
const taken = '2026-0002'
const attended = { code: 'attended', creditedMinutes: 50, by: 'han', at: now }
const attendees = [{ caseNumber: '2026-0001', ordinal: 1, attendance: attended }]
const dataIn = async (store: Store) => all(store.data())

export function contractOfData(test: Test, on: OnStore): void {
  test('a data set holds the facts of every case and what was answered, and tells of nobody', () =>
    on(async (store, again) => {
      await aGroup(store)
      await saved(store, (view) => view.saveCase(aCase({ surveys: [answered] })))
      await erased(store)
      for await (const opened of inTurn(store, again)) {
        const rows = await dataIn(opened)
        assert.is(rows.length, 3)
        assert.equal(rows.map(({ facts }) => JSON.stringify(facts)).sort(), await factsIn(opened))
        const [items] = rows.flatMap(({ answers = [] }) => answers)
        assert.is(Object.keys(items?.items ?? {}).length > 50, true)
        assert.not.ok(JSON.stringify(rows).includes('talk'), 'a safety question')
        assert.not.ok(/2026-000|민준/.test(JSON.stringify(rows)))
      }
    }))

  test('a data set for somebody leaves out the restricted cases in which they are not named', () =>
    on(async (store, again) => {
      await aGroup(store)
      const restricted = { to: ['han'], why: 'x', by: 'seo', at: now }
      const counts = async (from: Pick<Store, 'data'>) =>
        Promise.all([undefined, 'han', 'seo'].map(async (reader) => (await all(from.data(reader))).length))
      await store.change(async (view) => {
        view.saveCase(aCase({ number: taken, restricted }))
        assert.equal(await counts(view), [3, 3, 2], 'within the change')
        return done(undefined)
      })
      assert.equal(await counts(store), [3, 3, 2])
      const opened = await again()
      assert.equal(await counts(opened), [3, 3, 2])
      // one that is restricted while the data are read
      const reading = opened.data('seo')[Symbol.asyncIterator]()
      await reading.next()
      await saved(opened, (view) => {
        for (const number of ['2026-0001', '2026-0003']) view.saveCase(aCase({ number, restricted }))
      })
      assert.is((await reading.next()).done, true)
    }))

  test('the same cut is the same facts, and any change of them is another cut', () =>
    on(async (store) => {
      const cuts = [await store.factsCut()]
      const next = async (act: () => Promise<unknown>) => {
        await act()
        cuts.push(await store.factsCut())
      }
      await next(() => aGroup(store))
      await next(() =>
        saved(store, (view) =>
          view.saveSession(aSession({ id: '2026-11-17-01', startAt: '2026-11-17T05:00:00.000Z', attendees })),
        ),
      )
      await next(() => saved(store, (view) => view.removeCase('2026-0001')))
      await next(() => erased(store))
      assert.is(new Set(cuts).size, cuts.length, cuts.join(' '))
      const before = await store.factsCut()
      await saved(store, (view) => view.saveDraft({ id: 'x', owner: 'oh', kind: 'form', fields: [], at: now }))
      await store.change((view) => {
        view.removeCase('2026-0003')
        return refused({ reason: 'missing' })
      })
      assert.is(await store.factsCut(), before)
    }))

  test('what changed since a cut, put in place of what was known, is all the facts that there are', () =>
    on(async (store) => {
      let known = new Map<string, string>()
      let cut: string | undefined
      const follow = async () => {
        const changed = await store.factsSince(cut)
        if (changed.whole) known = new Map()
        for (const [handle, facts] of changed.facts) {
          assert.not.match(handle, /^\d{4}-\d{4}$/, 'no case number')
          if (facts) known.set(handle, JSON.stringify(facts))
          else known.delete(handle)
        }
        cut = changed.cut
        assert.equal([...known.values()].sort(), await factsIn(store))
        const none = await store.factsSince(cut)
        assert.equal([none.cut, none.whole, [...none.facts]], [cut, false, []])
      }
      await follow()
      await aGroup(store)
      await follow()
      await saved(store, (view) =>
        view.saveSession(aSession({ id: '2026-11-17-01', startAt: '2026-11-17T05:00:00.000Z', attendees })),
      )
      await follow()
      await saved(store, (view) => view.removeCase('2026-0001'))
      await follow()
      await erased(store)
      await follow()
      await saved(store, (view) => view.saveCase(aCase({ number: '2026-0007' })))
      assert.is([...(await store.factsSince('of another time')).facts].length, known.size + 1)
      await store.change(async (view) => {
        assert.ok([...(await view.factsSince(cut)).facts].length > 0, 'a decision sees what was saved before')
        view.saveCase(aCase({ number: '2026-0008' }))
        const { whole, facts } = await view.factsSince(cut)
        assert.ok(whole, 'what it saves itself is for it alone')
        assert.is([...facts].length, known.size + 2)
        return refused({ reason: 'missing' })
      })
      await follow()
    }))

  test('a case that is removed leaves nothing, not even a fact, and its number is not given again', () =>
    on(async (store, again) => {
      await aGroup(store)
      await saved(store, (view) => {
        view.saveEntry('imports', { id: 'one', by: 'seo', at: now, file: 'table.csv', cases: [taken, '2026-0009'] })
        view.removeCase(taken)
      })
      for await (const opened of inTurn(store, again)) {
        assert.is(await opened.caseFile(taken), undefined)
        assert.is((await factsIn(opened)).length, 2)
        assert.equal(await opened.sessionsOf(taken), [])
        assert.equal((await opened.drafts(taken)).length, 0)
      }
      assert.equal(
        await (await again()).change(async (view) => done(await view.nextCaseNumber(2026))),
        done('2026-0010'),
      )
    }))
}
