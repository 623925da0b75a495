// Over 150 lines because everything that goes by itself has its own edge to be tried.
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../src/casefile/casefile.ts'
import { housekeep, keepHouse } from '../src/housekeeping.ts'
import { draftOfImport } from '../src/importing.ts'
import { serveSite } from '../src/server.ts'
import type { View } from '../src/store/store.ts'
import { anAlarm } from './support/alarms.ts'
import { freshFolder } from './support/folder.ts'
import { aHouse, type TestHouse } from './support/house.ts'
import { aCase, settings, signed } from './support/samples.ts'
import { aCaseUnderWay } from './support/under-way.ts'

/** It is Sunday, 22 November 2026, 10:00 in Seoul. 90 days before was 24 August. */
const declined = (number: string, at: string, more: Partial<CaseFile> = {}) =>
  aCase({ number, triage: [{ decision: 'declined', reason: 'full', by: 'seo', at }], ...more })

async function inHouse(also: (view: View) => void, act: (house: TestHouse) => Promise<void>): Promise<void> {
  const house = await aHouse(also)
  try {
    await act(house)
  } finally {
    await house.close()
  }
}

const test = suite('what goes by itself')

test('a table that was brought and not taken over goes after a day, to the minute', () =>
  inHouse(
    (view) => view.saveDraft(draftOfImport('seo', { file: 'a.csv', table: [['case']], chosen: {} }, at)),
    async ({ store, clock }) => {
      clock.set('2026-11-23T00:59:00.000Z')
      assert.is((await housekeep(store, clock.now())).drafts, 0)
      clock.set('2026-11-23T01:00:00.000Z')
      assert.is((await housekeep(store, clock.now())).drafts, 1)
      assert.equal(await store.drafts(), [])
    },
  ))
const at = '2026-11-22T01:00:00.000Z'

test('referrals that were declined go 90 days after, with a record; what was worked on or is held stays', () =>
  inHouse(
    (view) => {
      view.saveCase(declined('2026-0001', '2026-08-24T14:59:00.000Z'))
      view.saveCase(declined('2026-0002', '2026-08-24T15:00:00.000Z'))
      const held = { holds: [{ why: 'a complaint', ...signed('seo') }] }
      view.saveCase(declined('2026-0003', '2026-01-05T01:00:00.000Z', held))
      view.saveCase(
        aCaseUnderWay({ number: '2020-0001', closings: [{ on: '2020-05-04', reason: 'completed', ...signed() }] }),
      )
    },
    async ({ store, clock }) => {
      assert.equal((await housekeep(store, clock.now())).erased, ['2026-0001'])
      assert.is(await store.caseFile('2026-0001'), undefined)
      for (const number of ['2026-0002', '2026-0003', '2020-0001']) assert.ok(await store.caseFile(number), number)
      const [record] = await store.entries('destructions')
      assert.equal([record?.caseNumber, record?.rule, record?.dueOn], ['2026-0001', 'referral-declined', '2026-11-22'])
      assert.equal([record?.proposed.by, record?.approved.by], ['rule', 'rule'])
      clock.set('2026-11-22T15:00:00.000Z')
      assert.equal((await housekeep(store, clock.now())).erased, ['2026-0002'])
      const logged = []
      for await (const one of store.logged('2026-11-22T00:00:00.000Z', '2026-11-23T00:00:00.000Z')) logged.push(one)
      assert.equal(
        logged.map(({ by, deed, caseNumber, why }) => [by, deed, caseNumber, why]),
        [
          ['rule', 'approve an erasure', '2026-0001', 'referral-declined'],
          ['rule', 'approve an erasure', '2026-0002', 'referral-declined'],
        ],
      )
    },
  ))

test('with a case goes what was half written about it, also on a page that names it by number', () =>
  inHouse(
    (view) => {
      view.saveCase(declined('2026-0001', '2026-08-20T01:00:00.000Z'))
      const kept = { owner: 'bora', kind: 'form', at: '2026-11-21T01:00:00.000Z' } as const
      const why: [string, string] = ['why', '민준이 아버지를 무서워함']
      view.saveDraft({ ...kept, id: 'glass', path: '/break-glass', fields: [['caseNumber', ' 2026-0001'], why] })
      view.saveDraft({
        ...kept,
        id: 'apart',
        path: '/cases/2026-0003/apart',
        fields: [['apartCase', '2026-0001'], why],
      })
      const from: [string, string] = ['apartFrom', 'case:2026-0001']
      view.saveDraft({ ...kept, id: 'meeting', path: '/cases/2026-0003/apart/ending', fields: [from, why] })
      view.saveDraft({ ...kept, id: 'group', path: '/sessions/x/attendees', fields: [['joins', '2026-0001'], why] })
      view.saveDraft({ ...kept, id: 'other', path: '/break-glass', fields: [['caseNumber', '2026-0002'], why] })
    },
    async ({ store, clock }) => {
      assert.equal((await housekeep(store, clock.now())).erased, ['2026-0001'])
      assert.equal(
        (await store.drafts()).map(({ id }) => id),
        ['other'],
      )
    },
  ))

test('the centre’s own periods count', () =>
  inHouse(
    (view) => {
      view.saveSettings({ ...settings, retention: { caseYears: 3, declinedDays: 10, draftDays: 5 } })
      view.saveCase(declined('2026-0001', '2026-11-12T01:00:00.000Z'))
      for (const day of ['17', '18'])
        view.saveDraft({ id: day, owner: 'oh', kind: 'referral', fields: [], at: `2026-11-${day}T01:00:00.000Z` })
    },
    async ({ store, clock }) => {
      const { erased, drafts } = await housekeep(store, clock.now())
      assert.equal([erased, drafts], [['2026-0001'], 1])
      assert.equal(
        (await store.drafts()).map(({ id }) => id),
        ['18'],
      )
    },
  ))

test('whatever lies half written goes 30 days after it was last saved, of every kind and owner', () =>
  inHouse(
    (view) => {
      for (const kind of ['referral', 'survey', 'form'] as const) {
        view.saveDraft({ id: `old-${kind}`, owner: 'oh', kind, fields: [], at: '2026-10-23T14:00:00.000Z' })
        view.saveDraft({ id: `new-${kind}`, owner: '2026-0001', kind, fields: [], at: '2026-10-23T15:00:00.000Z' })
      }
    },
    async ({ store, clock }) => {
      assert.is((await housekeep(store, clock.now())).drafts, 3)
      assert.ok((await store.drafts()).every(({ id }) => id.startsWith('new')))
    },
  ))

test('visits over for a week, counts of failures a day old, and records of five years ago go', () =>
  inHouse(
    (view) => {
      const visit = (hash: string, seenAt: string, ended?: string) =>
        view.saveVisit({
          ...{ hash, personId: 'han', startedAt: '2026-11-01T00:00:00.000Z', seenAt },
          ...(ended && { ended: { by: 'han', at: ended } }),
        })
      visit('stale', '2026-11-15T01:00:00.000Z')
      visit('fresh', '2026-11-15T01:00:00.001Z')
      visit('ended', '2026-11-10T00:00:00.000Z', '2026-11-15T00:00:00.000Z')
      visit('ended-later', '2026-11-10T00:00:00.000Z', '2026-11-20T00:00:00.000Z')
      view.saveEntry('tries', { id: 'old', failures: 9, at: '2026-11-21T01:00:00.000Z' })
      view.saveEntry('tries', { id: 'new', failures: 9, at: '2026-11-21T01:00:00.001Z' })
      for (const on of ['2021-11-22', '2021-11-23']) {
        const by = { by: 'rule', at: `${on}T00:00:00.000Z` }
        const record = { caseNumber: '2021-0001', rule: 'referral-declined', dueOn: on, how: 'key-destroyed' } as const
        view.saveEntry('destructions', { id: on, ...record, proposed: by, approved: by })
      }
    },
    async ({ store, clock }) => {
      const { visits, tries, records } = await housekeep(store, clock.now())
      assert.equal([visits, tries, records], [2, 1, 1])
      const left = (await store.visitsOf('han')).map(({ hash }) => hash)
      assert.equal(left.sort(), ['ended-later', 'fresh'])
      assert.equal(
        (await store.entries('tries')).map(({ id }) => id),
        ['new'],
      )
      assert.equal(
        (await store.entries('destructions')).map(({ id }) => id),
        ['2021-11-23'],
      )
      assert.equal(await housekeep(store, clock.now()), {
        erased: [],
        drafts: 0,
        visits: 0,
        tries: 0,
        records: 0,
        messages: 0,
        alarms: 0,
      })
    },
  ))

test('alarms go 90 days after somebody took them up, and never before that', () =>
  inHouse(
    (view) => {
      const taken = (on: string) => ({ by: 'han', at: `${on}T01:00:00.000Z` })
      view.saveEntry('alarms', anAlarm({ id: 'old', at: '2026-08-24T00:00:00.000Z', taken: taken('2026-08-24') }))
      view.saveEntry('alarms', anAlarm({ id: 'young', at: '2026-08-24T00:00:00.000Z', taken: taken('2026-08-25') }))
      view.saveEntry('alarms', anAlarm({ id: 'open', at: '2026-01-01T00:00:00.000Z' }))
    },
    async ({ store, clock }) => {
      assert.is((await housekeep(store, clock.now())).alarms, 1)
      assert.equal(
        (await store.entries('alarms')).map(({ id }) => id),
        ['young', 'open'],
      )
    },
  ))

test('it is done when the house is kept, and a failure is told and does no harm', () =>
  inHouse(
    (view) => view.saveCase(declined('2026-0001', '2026-08-20T01:00:00.000Z')),
    async ({ store, clock }) => {
      const stop = await keepHouse(store, clock)
      stop()
      assert.is(await store.caseFile('2026-0001'), undefined)
      const said: string[] = []
      const { error } = console
      console.error = (line: string) => said.push(line)
      const broken = { ...store, settings: () => Promise.reject(new Error('no disk')) } as unknown as typeof store
      ;(await keepHouse(broken, clock))()
      console.error = error
      assert.equal(said, ['housekeeping failed: Error'])
    },
  ))

test('it is done when the server starts', async () => {
  const { root } = freshFolder()
  const place = { dir: join(root, 'data/store'), keyFile: join(root, 'keys/store.key') }
  const house = await aHouse((view) => view.saveCase(declined('2026-0001', '2026-08-20T01:00:00.000Z')), place)
  await house.close()
  const asked = { port: 0, host: '127.0.0.1', data: place.dir, keyFile: place.keyFile, demo: false, proxies: [] }
  const served = await serveSite(asked, { clock: house.clock })
  assert.is(await served.store.caseFile('2026-0001'), undefined)
  await served.close()
})

test.run()
