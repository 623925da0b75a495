import { readdirSync } from 'node:fs'
import * as assert from 'uvu/assert'
import { knownMasterKey } from '../../src/store/master-key.ts'
import { askForSnapshot } from '../../src/store/snapshot-door.ts'
import type { Backed } from './backing-up.ts'

/** The snapshots that lie in a data folder now. */
export const hidden = (place: Backed) => readdirSync(place.dir).filter((name) => name.startsWith('.snapshot'))

/** Waits until none is left. */
export const gone = async (place: Backed) => {
  for (let look = 0; look < 200 && hidden(place).length > 0; look++) await new Promise((done) => setTimeout(done, 10))
  assert.equal(hidden(place), [])
}

/** Asks the house for a snapshot, which it gives. */
export const asked = async (place: Backed) => {
  const lent = await askForSnapshot(place.dir, await knownMasterKey(place.dir, place.keyFile))
  assert.ok(lent)
  return lent!
}
