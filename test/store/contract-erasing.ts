// Over 150 lines because everything that an erasure takes along is looked for, and what it leaves.
import type { Test } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { done, refused } from '../../src/result.ts'
import type { Store } from '../../src/store/store.ts'
import { aCase, aSession, jiho, now } from '../support/samples.ts'
import { inTurn, type OnStore } from './contract.ts'
import { all, saved } from './contract-reading.ts'
import { destruction } from './contract-registers.ts'

const gone = '2026-0002'
const after = '2026-11-16T07:00:00.000Z'
const whole = ['2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'] as const
const attended = { code: 'attended', creditedMinutes: 50, by: 'han', at: now }
const referredOn = (on: string): Pick<CaseFile, 'referral'> => ({ referral: { ...aCase().referral, on } })

/** Three cases; the second in a session of its own, in a group with the first, and with two drafts. */
export async function aGroup(store: Store): Promise<void> {
  const two = [{ caseNumber: '2026-0001', ordinal: 1, attendance: attended }]
  await saved(store, (view) => {
    view.saveCase(aCase())
    // the first of its month: what is kept of the day is no less
    view.saveCase(aCase({ number: gone, youth: jiho, ...referredOn('2026-11-01') }))
    view.saveCase(aCase({ number: '2026-0003', ...referredOn('2025-12-30') }))
    view.saveSession(aSession({ attendees: [{ caseNumber: gone, ordinal: 1, attendance: attended }] }))
    const attendees = [...two, { caseNumber: gone, ordinal: 2, attendance: attended }]
    view.saveSession(aSession({ id: '2026-11-16-02', startAt: after, kind: 'group', attendees }))
    for (const [id, owner] of [
      ['a', gone],
      ['b', gone],
      ['c', '2026-0001'],
      ['d', 'oh'],
    ] as const)
      view.saveDraft({ id, owner, kind: 'survey', fields: [], at: now })
  })
}

/** Reminders, alarms and notices of it and of another case, and an absence in which somebody stood in for both. */
export const told = (store: Store) =>
  saved(store, (view) => {
    for (const caseNumber of [gone, '2026-0001']) {
      const about = { what: 'reminder', whose: 'youth', way: 'text', to: `tel ${caseNumber}`, lang: 'ko' } as const
      const when = { startAt: now, minutes: 50, sessionId: '2026-11-16-02', at: now }
      view.saveEntry('messages', { id: `of ${caseNumber}`, ...about, ...when, caseNumber })
      const to = { to: ['seo'], surveyId: 'intake-1', lookBy: now }
      view.saveEntry('alarms', { id: `alarm ${caseNumber}`, caseNumber, at: now, ...to })
      view.saveEntry('notices', { id: caseNumber, to: 'seo', what: 'concern-raised', at: now, by: 'han', caseNumber })
    }
    const days = { from: '2026-11-16', to: '2026-11-20', coveredBy: 'bora', cases: ['2026-0001', gone] }
    view.saveEntry('absences', { id: 'away', counsellorId: 'han', by: 'han', at: now, ...days })
  })

/** What is left of it beside the case files and the diary. */
export const leftOf = async (store: Store): Promise<unknown> => [
  (await store.entries('messages')).map(({ to }) => to),
  (await store.entries('notices')).map(({ caseNumber }) => caseNumber),
  (await store.entries('alarms')).map(({ caseNumber }) => caseNumber),
  (await store.entries('absences')).map(({ cases }) => cases),
]
export const othersLeft = [['tel 2026-0001'], ['2026-0001'], ['2026-0001'], [['2026-0001']]]

/** The facts that figures count, as a bag: equal before and after, whatever their order. */
export const factsIn = async (store: Store): Promise<string[]> =>
  (await all(store.facts())).map((facts) => JSON.stringify(facts)).sort()

export const erased = (store: Store, number = gone) =>
  saved(store, (view) => {
    view.saveEntry('destructions', destruction(number))
    view.eraseCase(number)
  })

export function contractOfErasing(test: Test, on: OnStore): void {
  test('an erased case is gone with its drafts and its part in the diary, and the figures stay as they were', () =>
    on(async (store, again) => {
      await aGroup(store)
      const before = await factsIn(store)
      await erased(store)
      for await (const opened of inTurn(store, again, again)) {
        assert.is(await opened.caseFile(gone), undefined)
        assert.equal(
          (await opened.rows({})).rows.map(({ number }) => number),
          ['2026-0001', '2026-0003'],
        )
        assert.is((await opened.rows({ text: jiho.name })).total, 0)
        assert.equal(await opened.sessionsOf(gone), [])
        assert.equal((await opened.drafts()).map(({ id }) => id).sort(), ['c', 'd'])
        assert.equal(
          (await opened.diary(...whole)).map(({ id }) => id),
          ['2026-11-16-02'],
        )
        assert.equal(
          (await opened.session('2026-11-16-02'))?.attendees.map(({ caseNumber }) => caseNumber),
          ['2026-0001'],
        )
        assert.equal(
          (await opened.sessionsOf('2026-0001')).map(({ id }) => id),
          ['2026-11-16-02'],
        )
        assert.equal(await factsIn(opened), before)
      }
    }))

  test('with an erased case go the reminders, the alarms and the notices of it, and its number in absences', () =>
    on(async (store, again) => {
      await aGroup(store)
      await told(store)
      await erased(store)
      for await (const opened of inTurn(store, again)) assert.equal(await leftOf(opened), othersLeft)
    }))

  test('the number of an erased case is never given again', () =>
    on(async (store, again) => {
      const next = (opened: Store) => opened.change(async (view) => done(await view.nextCaseNumber(2026)))
      await aGroup(store)
      await erased(store, '2026-0003')
      await erased(store)
      await erased(store, '2026-0001')
      assert.equal(await next(store), done('2026-0004'))
      const opened = await again()
      // number 4 was given, but nothing was ever saved under it
      assert.equal(await next(opened), done('2026-0004'))
      assert.is((await opened.rows({})).total, 0)
      assert.is((await factsIn(opened)).length, 3)
    }))

  test('a decision sees at once what it has erased, and a refused one has erased nothing', () =>
    on(async (store, again) => {
      await aGroup(store)
      const before = await factsIn(store)
      await store.change(async (view) => {
        view.eraseCase(gone)
        assert.is(await view.caseFile(gone), undefined)
        assert.is((await view.rows({})).total, 2)
        assert.equal(await view.sessionsOf(gone), [])
        assert.equal((await all(view.facts())).map((facts) => JSON.stringify(facts)).sort(), before)
        assert.is((await store.caseFile(gone))?.number, gone)
        return refused({ reason: 'missing' })
      })
      for await (const opened of inTurn(store, again)) {
        assert.is((await opened.caseFile(gone))?.youth.name, jiho.name)
        assert.is((await opened.sessionsOf(gone)).length, 2)
        assert.is((await opened.drafts(gone)).length, 2)
        assert.equal(await factsIn(opened), before)
      }
    }))

  test('what others save in the same change as an erasure, or after it, stays; erasing twice keeps facts once', () =>
    on(async (store, again) => {
      await aGroup(store)
      const before = await factsIn(store)
      await saved(store, (view) => {
        view.eraseCase(gone)
        view.saveSession(aSession({ id: '2026-11-16-03', startAt: '2026-11-16T09:00:00.000Z' }))
        view.eraseCase(gone)
      })
      await erased(store)
      await saved(store, (view) => view.saveSession(aSession({ id: '2026-11-16-02', startAt: after, minutes: 90 })))
      for await (const opened of inTurn(store, again)) {
        assert.equal(
          (await opened.diary(...whole)).map(({ id }) => id),
          ['2026-11-16-02', '2026-11-16-03'],
        )
        assert.is((await factsIn(opened)).length, before.length)
        assert.is(await opened.caseFile(gone), undefined)
      }
    }))
}
