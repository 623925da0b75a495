import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { callForHelp } from '../src/alarming.ts'
import { done } from '../src/result.ts'
import { openEmbeddedStore } from '../src/store/embedded.ts'
import type { Store, View } from '../src/store/store.ts'
import { addresses, at, byMail, inHouse, round } from './support/alarming-house.ts'
import { alarmsIn, helpNeeded } from './support/alarms.ts'
import { signed, summaries } from './support/samples.ts'

/** It is Sunday, 22 November 2026, 10:00 in Seoul: Minjun answers that he needs help. Somebody must be on it by 10:30. */
const called = async (store: Store) =>
  (await store.entries('notices')).filter(({ what }) => what === 'help-waiting').map(({ to }) => to)

const test = suite('when nobody looks')

test('everyone who may take it up is told again, once, however many rounds there are at once', () =>
  inHouse(async (house) => {
    await helpNeeded(house)
    at(house, '01:29')
    await round(house)
    assert.equal(await called(house.store), [])
    at(house, '01:30')
    await Promise.all([round(house), round(house), round(house)])
    for (const time of ['01:31', '05:00']) {
      at(house, time)
      await round(house)
    }
    assert.equal(await called(house.store), ['han', 'seo', 'lead-2'])
    assert.is((await alarmsIn(house.store))[0]?.escalatedAt, '2026-11-22T01:30:00.000Z')
  }))

test('nobody is told again after a restart, nor when somebody was on it in time', () =>
  inHouse(async (house) => {
    await helpNeeded(house)
    at(house, '01:30')
    await round(house)
    const { dir, keyFile, clock } = house
    await house.close()
    const store = await openEmbeddedStore({ dir, keyFile, summaries, clock })
    at(house, '01:31')
    await callForHelp(store, {}, clock)
    assert.is((await called(store)).length, 3)
    await helpNeeded({ store, clock }, { surveyId: 'exit-1' })
    const second = (await alarmsIn(store))[1]
    await store.change((view) => done(second && view.saveEntry('alarms', { ...second, taken: signed('han') })))
    at(house, '09:00')
    await callForHelp(store, {}, clock)
    assert.is((await called(store)).length, 3)
    await store.close()
  }))

test('of a restricted case nobody is told but those who are named', () =>
  inHouse(
    async (house, mail) => {
      await helpNeeded(house)
      at(house, '01:30')
      await round(house, byMail(mail))
      assert.equal(await called(house.store), ['han', 'lead-2'])
      assert.equal(addresses(mail), ['duty@example.test', 'han@example.test', 'lead-2@example.test'])
    },
    { restricted: { to: ['han', 'lead-2'], why: '동료의 자녀', ...signed('lead-2') } },
  ))

test('nothing is written of a case that was erased, or of a call that was taken up, in that very moment', () =>
  inHouse(async ({ store, clock }) => {
    await helpNeeded({ store, clock })
    /** The same store, in which something else comes first whenever something is changed. */
    const after = (what: (view: View) => void) =>
      new Proxy(store, {
        get: (all, name) =>
          name === 'change'
            ? async (rule: Parameters<Store['change']>[0]) => {
                await store.change((view) => done(what(view)))
                return store.change(rule)
              }
            : Reflect.get(all, name).bind?.(all),
      })
    const [alarm] = await alarmsIn(store)
    const senders = { mail: async () => 'sent' as const }
    const taken = after((view) => view.saveEntry('alarms', { ...alarm!, taken: signed('han') }))
    await callForHelp(taken, senders, clock)
    assert.equal(await store.entries('messages'), [])
    await store.change((view) => done(view.saveEntry('alarms', alarm!)))
    await callForHelp(
      after((view) => view.eraseCase('2026-0001')),
      senders,
      clock,
    )
    assert.equal(await store.entries('messages'), [])
  }))

test.run()
