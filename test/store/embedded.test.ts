import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { freshFolder } from '../support/folder.ts'
import { clock, summaries } from '../support/samples.ts'
import { storeContract } from './contract.ts'

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

test.run()
