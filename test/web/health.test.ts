import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { siteOf } from '../../src/app.ts'
import { StoreRefusal } from '../../src/store/refusal.ts'
import type { Store } from '../../src/store/store.ts'
import type { House } from '../../src/web/site.ts'
import { ask } from '../support/asking.ts'
import { aHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
const test = suite('a machine that asks')
test.before(async () => {
  house = await aHouse()
})
test.after(() => house.close())

/** The same house with another answer to whether it is ready, and nothing else that may be asked of its store. */
async function answers(path: string, ready: () => Promise<void>, more: Partial<House> = {}) {
  const site = siteOf({ ...house, store: { ready } as Store, ...more })
  const answer = await ask({ site }, undefined, 'GET', path)
  return [answer.status, await answer.text()]
}
const isThere = async () => {}
const isGone = async () => {
  throw new StoreRefusal('unavailable', 'The database cannot be reached now (ECONNREFUSED).')
}

test('whether the house lives is told so, whatever the store says', async () => {
  for (const ready of [isThere, isGone]) assert.equal(await answers('/health', ready), [200, '{"status":"ok"}'])
})

test('whether it may be sent requests is told no more than that', async () => {
  assert.equal(await answers('/ready', isThere), [200, '{"status":"ready"}'])
  assert.equal(await answers('/ready', isGone), [503, '{"status":"not ready"}'])
  const stopping = { stopping: () => true }
  assert.equal(await answers('/ready', isThere, stopping), [503, '{"status":"not ready"}'])
  assert.equal(await answers('/health', isThere, stopping), [200, '{"status":"ok"}'])
})

test('often at once asks the store once', async () => {
  let asked = 0
  const store = {
    ready: async () => {
      asked++
    },
  } as Store
  const site = siteOf({ ...house, store })
  const all = await Promise.all(Array.from({ length: 20 }, () => ask({ site }, undefined, 'GET', '/ready')))
  assert.equal([...new Set(all.map(({ status }) => status))], [200])
  assert.is(asked, 1)
})

test('is not kept waiting by a store that says nothing at all', async () => {
  const began = Date.now()
  assert.equal((await answers('/ready', () => new Promise(() => {})))[0], 503)
  const took = Date.now() - began
  assert.ok(took > 1_500 && took < 4_000, `${took} ms`)
})

test.run()
