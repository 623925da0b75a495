// Over 150 lines because it is one list of promises, which a second store must keep too.
import type { Test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Destruction, Notice } from '../../src/people/registers.ts'
import { done, refused } from '../../src/result.ts'
import type { Draft, Visit } from '../../src/store/store.ts'
import { now } from '../support/samples.ts'
import { inTurn, type OnStore } from './contract.ts'
import { all, saved, tried } from './contract-reading.ts'

const later = '2026-11-16T01:00:00.000Z'
const notice = (id: string, changes: Partial<Notice> = {}): Notice => {
  return { id, to: 'seo', what: 'break-glass', at: now, by: 'han', caseNumber: '2026-0001', ...changes }
}
export const destruction = (caseNumber: string): Destruction => ({
  id: `of ${caseNumber}`,
  caseNumber,
  rule: 'case-closed',
  dueOn: '2029-11-16',
  proposed: { by: 'han', at: now },
  approved: { by: 'seo', at: now },
  how: 'key-destroyed',
})
const draft = (id: string, owner: string, at = now): Draft => ({ id, owner, kind: 'referral', fields: [], at })
const visit = (hash: string, personId: string, startedAt = now): Visit => ({ hash, personId, startedAt, seenAt: later })

/** Registers, drafts and visits: what stands beside the case files. */
export function contractOfRegisters(test: Test, on: OnStore): void {
  test('an entry is found by its register and its id, also after opening again', () =>
    on(async (store, again) => {
      await saved(store, (view) => {
        view.saveEntry('notices', notice('same id'))
        view.saveEntry('tries', { id: 'same id', failures: 2, at: now })
        view.saveEntry('destructions', destruction('2026-0007'))
      })
      for await (const opened of inTurn(store, again)) {
        assert.equal(await opened.entry('notices', 'same id'), notice('same id'))
        assert.equal(await opened.entry('tries', 'same id'), { id: 'same id', failures: 2, at: now })
        assert.equal(await opened.entries('destructions'), [destruction('2026-0007')])
        assert.is(await opened.entry('incidents', 'same id'), undefined)
        assert.is(await opened.entry('notices', 'never there'), undefined)
        assert.equal(await opened.entries('reviews'), [])
      }
    }))

  test('the entries of a register are found by any of their values', () =>
    on(async (store, again) => {
      await saved(store, (view) => {
        for (const [at, to] of ['han', 'bora', 'han'].entries()) view.saveEntry('notices', notice(`${at}`, { to }))
      })
      for await (const opened of inTurn(store, again)) {
        const found = async (like: Parameters<typeof notice>[1]) =>
          (await opened.entries('notices', like)).map(({ id }) => id)
        assert.equal(await found({ to: 'han' }), ['0', '2'])
        assert.equal(await found({ to: 'han', id: '2' }), ['2'])
        assert.equal(await found({ to: 'seo' }), [])
        assert.equal(await found({}), ['0', '1', '2'])
      }
    }))

  test('the entries of a register come in the order in which they first came, however often they are saved', () =>
    on(async (store, again) => {
      const ids = Array.from({ length: 12 }, (_, at) => `notice ${(at * 7) % 12}`)
      for (const id of ids) await saved(store, (view) => view.saveEntry('notices', notice(id)))
      await saved(store, (view) => {
        view.saveEntry('notices', notice(ids[3]!, { seenAt: later }))
        view.removeEntry('notices', ids[5]!)
        view.removeEntry('notices', 'never there')
      })
      const left = ids.filter((_, at) => at !== 5)
      const opened = await again()
      assert.equal(
        (await opened.entries('notices')).map(({ id }) => id),
        left,
      )
      await saved(opened, (view) => view.saveEntry('notices', notice(ids[5]!)))
      for await (const one of inTurn(opened, again)) {
        assert.equal(
          (await one.entries('notices')).map(({ id }) => id),
          [...left, ids[5]],
        )
        assert.is((await one.entry('notices', ids[3]!))?.seenAt, later)
      }
    }))

  test('an entry is seen in its change at once, belongs to nobody else, and is gone with a change that is refused', () =>
    on(async (store, again) => {
      const given = notice('a')
      await store.change(async (view) => {
        view.saveEntry('notices', given)
        given.to = 'changed'
        assert.equal(await view.entry('notices', 'a'), notice('a'))
        view.saveEntry('notices', notice('b'))
        view.removeEntry('notices', 'b')
        assert.equal((await view.entries('notices')).length, 1)
        return done(undefined)
      })
      const read = await store.entries('notices')
      tried(() => Object.assign(read[0] ?? {}, { to: 'changed' }))
      await store.change((view) => {
        view.removeEntry('notices', 'a')
        view.saveEntry('notices', notice('c'))
        return refused({ reason: 'missing' })
      })
      for await (const opened of inTurn(store, again)) assert.equal(await opened.entries('notices'), [notice('a')])
    }))

  test('drafts are read of one owner or of everybody, newest first', () =>
    on(async (store, again) => {
      assert.equal(await store.drafts(), [])
      await saved(store, (view) => {
        view.saveDraft(draft('older', 'oh'))
        view.saveDraft(draft('newer', 'ma', later))
        view.saveDraft({ ...draft('newest', 'oh', '2026-11-16T02:00:00.000Z'), kind: 'form', path: '/cases' })
      })
      for await (const opened of inTurn(store, again)) {
        assert.equal(
          (await opened.drafts()).map(({ id }) => id),
          ['newest', 'newer', 'older'],
        )
        assert.equal(
          (await opened.drafts('oh')).map(({ id }) => id),
          ['newest', 'older'],
        )
        assert.equal(await opened.drafts(''), [])
        assert.is((await opened.draft('newest'))?.path, '/cases')
      }
    }))

  test('the visits of one person come newest first, ended ones too, until they are removed', () =>
    on(async (store, again) => {
      const ended = { ...visit('old', 'han'), ended: { by: 'han', at: later } }
      await saved(store, (view) => {
        view.saveVisit(ended)
        view.saveVisit(visit('new', 'han', later))
        view.saveVisit(visit('other', 'bora'))
      })
      for await (const opened of inTurn(store, again)) {
        assert.equal(await opened.visitsOf('han'), [visit('new', 'han', later), ended])
        assert.equal(
          (await opened.visitsOf('bora')).map(({ hash }) => hash),
          ['other'],
        )
        assert.equal(await opened.visitsOf('seo'), [])
      }
      const opened = await again()
      await opened.change(async (view) => {
        view.removeVisit('old')
        assert.equal(
          (await view.visitsOf('han')).map(({ hash }) => hash),
          ['new'],
        )
        return done(undefined)
      })
      assert.equal(
        (await (await again()).visitsOf('han')).map(({ hash }) => hash),
        ['new'],
      )
    }))

  test('the log keeps a reason that is a code, and none that somebody typed', () =>
    on(async (store) => {
      const entry = { at: now, by: 'han', deed: 'open a case', decision: 'allowed', status: 200 } as const
      for (const why of ['break-glass', 'for-the-court', '민준의 어머니', 'Minjun', 'a b', 'x'.repeat(41), ''])
        await store.log({ ...entry, why })
      const kept = (await all(store.logged(now, later))).map(({ why }) => why)
      assert.equal(kept, ['break-glass', 'for-the-court', undefined, undefined, undefined, undefined, undefined])
    }))
}
