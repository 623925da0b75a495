// Over 150 lines because it is one list of promises, which a second store must keep too.
import type { Test } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import type { Store, View } from '../../src/store/store.ts'
import { aCase, aSession, cast, han, hill, jiho, now, river, room, settings } from '../support/samples.ts'
import { inTurn, type OnStore } from './contract.ts'

/** What is frozen says so by throwing. */
export function tried(change: () => unknown): void {
  try {
    change()
  } catch (failure) {
    if (!(failure instanceof TypeError)) throw failure
  }
}

/** Saves in one change. */
export const saved = (store: Store, save: (view: View) => void) => store.change((view) => done(save(view)))

export async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const value of values) list.push(value)
  return list
}

export function contractOfReading(test: Test, on: OnStore): void {
  test('what was never saved is absent', () =>
    on(async (store) => {
      assert.is(await store.caseFile('2026-0001'), undefined)
      assert.is(await store.caseFile('../people'), undefined)
      assert.is(await store.session('2026-11-16-01'), undefined)
      assert.is(await store.person('han'), undefined)
      assert.is(await store.personByEmail('han@example.test'), undefined)
      assert.is(await store.settings(), undefined)
      assert.is(await store.draft('x'), undefined)
      assert.is(await store.visit('x'), undefined)
      assert.equal(await store.people(), [])
      assert.equal(await store.rows({}), { rows: [], total: 0 })
      assert.equal(await all(store.facts()), [])
    }))

  test('each kind of record reads back as it was saved, also after opening again', () =>
    on(async (store, again) => {
      const draft = {
        id: 'd-1',
        owner: 'oh',
        kind: 'referral' as const,
        fields: [['name', '김민준']] as [string, string][],
        at: now,
      }
      const visit = { hash: 'h'.repeat(43), personId: 'han', startedAt: now, seenAt: now }
      await saved(store, (view) => {
        view.saveCase(aCase())
        view.saveSession(aSession())
        for (const person of cast) view.savePerson(person)
        view.saveSchool(hill)
        view.saveSchool(river)
        view.saveRoom(room)
        view.saveSettings(settings)
        view.saveDraft(draft)
        view.saveVisit(visit)
      })
      for await (const opened of inTurn(store, again)) {
        assert.equal(await opened.caseFile('2026-0001'), aCase())
        assert.equal(await opened.session('2026-11-16-01'), aSession())
        assert.equal(await opened.people(), cast)
        assert.equal(await opened.schools(), [hill, river])
        assert.equal(await opened.rooms(), [room])
        assert.equal(await opened.settings(), settings)
        assert.equal(await opened.draft('d-1'), draft)
        assert.equal(await opened.drafts('oh'), [draft])
        assert.equal(await opened.drafts('han'), [])
        assert.equal(await opened.visit(visit.hash), visit)
        assert.equal((await opened.rows({})).rows[0]?.bookedAt, [aSession().startAt])
      }
    }))

  test('nobody changes for others what is handed out or in: it is a copy, or frozen', () =>
    on(async (store) => {
      const given = aCase()
      await saved(store, (view) => {
        view.saveCase(given)
        view.saveSession(aSession())
        view.savePerson(han)
      })
      given.youth.name = 'changed'
      const read = [await store.caseFile('2026-0001'), await store.session('2026-11-16-01'), await store.person('han')]
      const { rows } = await store.rows({})
      for (const record of [...read, ...rows, ...(await store.people()), ...(await all(store.facts()))]) {
        for (const key of Object.keys(record ?? {})) tried(() => Object.assign(record ?? {}, { [key]: 'changed' }))
      }
      assert.equal(await store.caseFile('2026-0001'), aCase())
      assert.equal(await store.session('2026-11-16-01'), aSession())
      assert.equal(await store.people(), [han])
      assert.is((await store.rows({})).rows[0]?.name, '김민준')
      assert.is((await all(store.facts()))[0]?.schoolLevel, 'middle')
    }))

  test('a case has one row and one set of facts, made anew when it or its sessions are saved', () =>
    on(async (store) => {
      const attended = { code: 'attended', creditedMinutes: 50, by: 'han', at: now }
      const held = aSession({ attendees: [{ caseNumber: '2026-0001', ordinal: 1, attendance: attended }] })
      await saved(store, (view) => view.saveCase(aCase()))
      await saved(store, (view) => view.saveSession(aSession()))
      assert.equal((await store.rows({})).rows[0]?.bookedAt, [aSession().startAt])
      await saved(store, (view) => view.saveSession(held))
      assert.equal((await all(store.facts()))[0]?.held, { individual: 1 })
      await saved(store, (view) => view.saveCase(aCase({ youth: jiho })))
      const { rows } = await store.rows({})
      assert.equal([rows.length, rows[0]?.name, rows[0]?.held, rows[0]?.bookedAt], [1, '정지호', 1, []])
      const facts = await all(store.facts())
      assert.equal([facts.length, facts[0]?.held, facts[0]?.ageBand], [1, { individual: 1 }, '16-18'])
    }))

  test('the diary holds what starts from one moment until before another, earliest first', () =>
    on(async (store) => {
      // nobody is in two places at once: each with a counsellor, a room and a youth of its own
      const at = (startAt: string, id: string) =>
        aSession({
          id,
          startAt,
          counsellorId: id,
          roomId: id,
          attendees: [{ caseNumber: `2026-00${id.slice(-2)}`, ordinal: 1 }],
        })
      await saved(store, (view) => {
        view.saveSession(at('2026-11-17T05:00:00.000Z', '2026-11-17-01'))
        view.saveSession(at('2026-11-16T05:00:00.000Z', '2026-11-16-02'))
        view.saveSession(at('2026-11-16T05:00:00.000Z', '2026-11-16-01'))
      })
      const ids = async (from: string, to: string) => (await store.diary(from, to)).map(({ id }) => id)
      assert.equal(await ids('2026-11-16T05:00:00.000Z', '2026-11-17T05:00:00.000Z'), [
        '2026-11-16-01',
        '2026-11-16-02',
      ])
      assert.equal(await ids('2026-11-16T05:00:00.001Z', '2026-11-17T05:00:00.001Z'), ['2026-11-17-01'])
      assert.equal(await ids('2026-11-18T00:00:00.000Z', '2026-12-18T00:00:00.000Z'), [])
    }))

  test('a session that moves or changes its youths is found where it now is', () =>
    on(async (store, again) => {
      await saved(store, (view) => view.saveSession(aSession()))
      const moved = { startAt: '2026-12-01T05:00:00.000Z', attendees: [{ caseNumber: '2026-0002', ordinal: 1 }] }
      await saved(store, (view) => view.saveSession(aSession(moved)))
      for await (const opened of inTurn(store, again)) {
        assert.equal(await opened.diary('2026-11-16T00:00:00.000Z', '2026-11-17T00:00:00.000Z'), [])
        assert.is((await opened.diary('2026-12-01T00:00:00.000Z', '2026-12-02T00:00:00.000Z')).length, 1)
        assert.equal(await opened.sessionsOf('2026-0001'), [])
        assert.is((await opened.sessionsOf('2026-0002')).length, 1)
      }
    }))

  test('a person is found by e-mail in any case, and under a new one only', () =>
    on(async (store) => {
      await saved(store, (view) => view.savePerson(han))
      assert.equal(await store.personByEmail(' Han@Example.TEST '), han)
      await saved(store, (view) => view.savePerson({ ...han, email: 'han2@example.test' }))
      assert.is(await store.personByEmail('han@example.test'), undefined)
      assert.is((await store.personByEmail('han2@example.test'))?.id, 'han')
      assert.is((await store.people()).length, 1)
    }))

  test('drafts and visits can be removed for good', () =>
    on(async (store, again) => {
      await saved(store, (view) => {
        view.saveDraft({ id: 'd', owner: 'oh', kind: 'referral', fields: [], at: now })
        view.saveVisit({ hash: 'v', personId: 'han', startedAt: now, seenAt: now })
      })
      await saved(store, (view) => {
        view.removeDraft('d')
        view.removeDraft('never-there')
        view.removeVisit('v')
      })
      for await (const opened of inTurn(store, again)) {
        assert.is(await opened.draft('d'), undefined)
        assert.equal(await opened.drafts('oh'), [])
        assert.is(await opened.visit('v'), undefined)
      }
    }))

  test('the log is read in the order in which it was written, between two moments', () =>
    on(async (store, again) => {
      const entry = (at: string, deed: string) => ({ at, by: 'han', deed, decision: 'allowed' as const, status: 200 })
      await store.log(entry('2026-10-31T23:59:59.999Z', 'first'))
      await Promise.all(['second', 'third', 'fourth'].map((deed) => store.log(entry(now, deed))))
      const deeds = async (opened: Store, from: string, to: string) =>
        (await all(opened.logged(from, to))).map(({ seq, deed }) => `${seq} ${deed}`)
      for await (const opened of inTurn(store, again)) {
        const whole = await deeds(opened, '2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z')
        assert.equal(whole, ['1 first', '2 second', '3 third', '4 fourth'])
        assert.equal(await deeds(opened, '2026-10-31T23:59:59.999Z', now), ['1 first'])
      }
    }))
}
