import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { StoreRefusal } from '../../src/store/refusal.ts'
import type { Summaries } from '../../src/store/store.ts'

/** A process that opens the store named to it and keeps it open; see lock.test.ts. */
const [dir = '', keyFile = ''] = process.argv.slice(2)
const none = () => {
  throw new Error('there is nothing to sum up')
}
const summaries: Summaries = { row: none, facts: none, data: none, keptFacts: none, claims: none, upgraded: none }
try {
  await openEmbeddedStore({ dir, keyFile, summaries, clock: { now: () => '2026-11-16T00:00:00.000Z' } })
  console.log('open')
  setInterval(() => {}, 60_000)
} catch (failure) {
  if (!(failure instanceof StoreRefusal)) throw failure
  console.error(failure.message)
  process.exitCode = 75
}
