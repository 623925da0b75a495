import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import * as fsp from 'node:fs/promises'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Session } from '../../src/casefile/session.ts'
import type { Settings } from '../../src/people/person.ts'
import type { Files } from '../../src/store/disk.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { lock } from '../../src/store/lock.ts'
import { knownMasterKey } from '../../src/store/master-key.ts'
import { unseal } from '../../src/store/seal.ts'
import { takeSnapshot } from '../../src/store/snapshot.ts'
import { SnapshotDoor } from '../../src/store/snapshot-door.ts'
import { aCase, aSession, clock, now, settings, summaries } from '../support/samples.ts'
import {
  aBackedStore,
  type Backed,
  backedUp,
  broughtBackFrom,
  bytesIn,
  contentsOf,
  open,
  refusalOf,
} from './backing-up.ts'
import { saved } from './contract-reading.ts'
import { asked, gone, hidden } from './lending.ts'

const test = suite('a snapshot for a backup')

test('holds what was there when it was taken, whatever changes afterwards, until its connection ends', async () => {
  const place = await aBackedStore()
  const store = await open(place)
  const lent = await asked(place)
  const path = join(lent.folder, 'cases/2026-0001.json')
  const before = readFileSync(path, 'utf8')
  await saved(store, (view) => {
    view.saveCase(aCase({ youth: { ...aCase().youth, name: '이하나' } }))
    view.eraseCase('2026-0002')
    view.saveCase(aCase({ number: '2026-0008' }))
  })
  assert.is(readFileSync(path, 'utf8'), before)
  assert.equal(readdirSync(join(lent.folder, 'cases')).length, 3)
  assert.is(statSync(lent.folder).mode & 0o777, 0o700)
  await lent.end()
  await gone(place)
  await store.close()
})

/** Enough drafts that a snapshot takes a while. */
async function withMany(place: Backed) {
  const store = await open(place)
  await saved(store, (view) => {
    for (let nth = 0; nth < 200; nth++)
      view.saveDraft({ id: `m${nth}`, owner: 'oh', kind: 'form', fields: [], at: now })
  })
  return store
}

test('holds no change by half, also when it is asked for between the first and the last record of one', async () => {
  const place = await aBackedStore()
  let placed = () => {}
  const rename: Files['rename'] = async (from, to) => {
    await fsp.rename(from, to)
    if (!String(to).endsWith('2026-11-16.json')) return
    placed()
    await new Promise((done) => setTimeout(done, 40))
  }
  const store = await openEmbeddedStore({ ...place, summaries, clock, files: { ...fsp, rename } })
  const master = await knownMasterKey(place.dir, place.keyFile)
  const { recovery } = (await store.settings())!
  for (let stamp = 1; stamp <= 4; stamp++) {
    const halfway = new Promise<void>((done) => {
      placed = done
    })
    const change = saved(store, (view) => {
      view.saveSession(aSession({ minutes: stamp }))
      view.saveSettings({ ...settings, centre: String(stamp), ...(recovery && { recovery }) })
    })
    await halfway
    const lent = await asked(place)
    const read = <T>(path: string) => unseal<T>(path, readFileSync(join(lent.folder, path), 'utf8'), master)
    const [session] = await read<Session[]>('diary/2026-11/2026-11-16.json')
    assert.equal([session?.minutes, (await read<Settings>('settings.json')).centre], [stamp, String(stamp)])
    await Promise.all([lent.end(), change])
    await gone(place)
  }
  await store.close()
})

test('that goes while it is being packed leaves the backup before it as it was', async () => {
  const place = await aBackedStore()
  await backedUp(place)
  const before = bytesIn(place.to)
  const store = await withMany(place)
  const backup = refusalOf(backedUp(place))
  while (!readdirSync(place.to).some((name) => name.endsWith('.tmp'))) await new Promise(setImmediate)
  await store.close()
  assert.is(await backup, 'no-snapshot')
  assert.equal(bytesIn(place.to), before)
  // nor does a snapshot count of which a part is gone before it is looked at
  const held = await lock(place.dir)
  const master = await knownMasterKey(place.dir, place.keyFile)
  const take = () => takeSnapshot(place.dir, [])
  const door = new SnapshotDoor(master, () => take().then((one) => ({ ...one, records: one.records + 1 })))
  held.meet((socket) => door.admit(socket))
  assert.is(await refusalOf(backedUp(place)), 'no-snapshot')
  await held.release()
  await door.settled()
  assert.equal(bytesIn(place.to), before)
})

test('that a sudden end left behind is removed at the next start, and is not backed up', async () => {
  const place = await aBackedStore()
  mkdirSync(join(place.dir, '.snapshot-left'))
  writeFileSync(join(place.dir, '.snapshot-left', 'people.json'), 'old')
  await backedUp(place)
  const store = await open(place)
  assert.equal(hidden(place), [])
  const before = await contentsOf(store)
  await store.close()
  const again = await open(await broughtBackFrom(place))
  assert.is(await contentsOf(again), before)
  await again.close()
})

test.run()
