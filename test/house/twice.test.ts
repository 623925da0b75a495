import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done, refused } from '../../src/result.ts'
import { anAlarm } from '../support/alarms.ts'
import { aHouse } from '../support/house.ts'
import { aCase, hill } from '../support/samples.ts'

const test = suite('a store that decides everything twice')

test('keeps what the second run decided, as if there had been no first', async () => {
  const { store, close } = await aHouse(undefined, undefined, undefined, true)
  let runs = 0
  const made = await store.change(async (view) => {
    runs++
    const number = await view.nextCaseNumber(2026)
    view.saveCase(aCase({ number }))
    view.saveEntry('alarms', anAlarm({ id: `alarm-${runs}`, caseNumber: number }))
    return done(number)
  })
  assert.equal([made, runs], [done('2026-0001'), 2])
  assert.equal(
    (await store.entries('alarms')).map(({ id }) => id),
    ['alarm-2'],
  )
  assert.is((await store.behind(hill.id).rows({})).total, 1)
  const against = await store.change((view) => {
    view.removeEntry('alarms', 'alarm-2')
    return refused({ reason: 'changed-meanwhile' })
  })
  assert.is(against.ok, false)
  assert.is((await store.entries('alarms')).length, 1)
  await close()
})

test('fails a decision that asks the store itself', async () => {
  const { store, close } = await aHouse(undefined, undefined, undefined, true)
  const failed = await store
    .change(async () => done(await store.settings()))
    .then(() => 'done')
    .catch((error: Error) => error.message)
  assert.is(failed, 'a decision asked the store: settings')
  await close()
})

test.run()
