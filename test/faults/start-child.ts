import { createInterface } from 'node:readline'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { StoreRefusal } from '../../src/store/refusal.ts'
import { summaries } from './bare-summaries.ts'

/** Waits for a line, opens the store named to it and keeps it open, or ends with 75; see ten-starts.test.ts. */
const [dir = '', keyFile = ''] = process.argv.slice(2)
createInterface({ input: process.stdin }).once('line', async () => {
  const from = performance.now()
  try {
    await openEmbeddedStore({ dir, keyFile, summaries, clock: { now: () => '2026-11-16T00:00:00.000Z' } })
    console.log('open')
  } catch (failure) {
    if (!(failure instanceof StoreRefusal)) throw failure
    console.log(`refused ${Math.round(performance.now() - from)}`)
    process.exit(75)
  }
})
console.log('waits')
