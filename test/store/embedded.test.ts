import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { freshFolder } from '../support/folder.ts'
import { aCase, clock, now, summaries } from '../support/samples.ts'
import { storeContract } from './contract.ts'
import { saved } from './contract-reading.ts'

storeContract('the embedded store', () => {
  const { dir, keyFile } = freshFolder()
  return { open: () => openEmbeddedStore({ dir, keyFile, summaries, clock }) }
})

const test = suite('the embedded store')

test('gives up a change that waits for another inside it, and goes on', async () => {
  const { dir, keyFile } = freshFolder()
  const store = await openEmbeddedStore({ dir, keyFile, summaries, clock, patience: 20 })
  let inner: Promise<unknown> | undefined
  const outer = await store
    .change(() => {
      inner = store.change(() => done(1))
      return inner.then(() => done(2))
    })
    .catch((failure: Error) => failure.message)
  assert.match(String(outer), /took too long/)
  assert.equal(await inner, done(1))
  assert.equal(await store.change(() => done(3)), done(3))
  await store.close()
})

test('does not give a number again whose case file never came to be or is gone', async () => {
  const { dir, keyFile } = freshFolder()
  const open = () => openEmbeddedStore({ dir, keyFile, summaries, clock })
  const store = await open()
  await saved(store, (view) => view.saveCase(aCase()))
  await store.close()
  rmSync(join(dir, 'cases/2026-0001.json'))
  const again = await open()
  assert.equal(await again.change(async (view) => done(await view.nextCaseNumber(2026))), done('2026-0002'))
  await again.close()
})

test('forgets at the start a visit that was not seen for a week', async () => {
  const { dir, keyFile } = freshFolder()
  const openAt = (now: string) => openEmbeddedStore({ dir, keyFile, summaries, clock: { now: () => now } })
  const store = await openAt(now)
  await saved(store, (view) => view.saveVisit({ hash: 'v', personId: 'han', startedAt: now, seenAt: now }))
  await store.close()
  for (const [at, left] of [
    ['2026-11-22T23:00:00.000Z', 1],
    ['2026-11-23T01:00:00.000Z', 0],
  ] as const) {
    const again = await openAt(at)
    assert.is((await again.visit('v')) !== undefined, left === 1)
    assert.is(readdirSync(join(dir, 'visits')).length, left)
    await again.close()
  }
})

test.run()
