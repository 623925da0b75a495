import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { backUp } from '../../src/store/backup.ts'
import { refusalOf } from '../store/backing-up.ts'
import { saved } from '../store/contract-reading.ts'
import { fill } from '../store/everything.ts'
import { aDatabasePlace, aFolder, brokenOff, hashOf, moved, taking, withStore } from '../store/moving.ts'
import { freshFolder } from '../support/folder.ts'
import { databases } from '../support/postgres.ts'
import { now } from '../support/samples.ts'

const test = suite('a move that is refused')
const onDatabase = databases === undefined ? test.skip : test

onDatabase('refuses a target that holds something, or has another key, and leaves it as it was', async () => {
  const first = aFolder()
  await withStore(first, fill)
  for (const other of [aFolder(first.keyFile), await aDatabasePlace(first.keyFile)]) {
    await withStore(other, (store) => saved(store, (view) => view.saveRoom({ version: 1, id: 'r', name: 'r' })))
    const before = await hashOf(other)
    assert.is(await refusalOf(moved(first, other)), 'not-empty')
    assert.is(await hashOf(other), before)
    await withStore(other, async () => {})
  }
  for (const other of [aFolder(), await aDatabasePlace()]) {
    await withStore(other, async () => {})
    assert.is(await refusalOf(moved(first, other.withKey(first.keyFile))), 'wrong-key')
  }
  const foreign = aFolder(first.keyFile)
  mkdirSync(foreign.word)
  writeFileSync(join(foreign.word, 'holiday.jpg'), 'x')
  assert.is(await refusalOf(moved(first, foreign)), 'not-a-store')
})

onDatabase('refuses a source or a target that is in use, and a source that is no store', async () => {
  const first = aFolder()
  await withStore(first, fill)
  const database = await aDatabasePlace(first.keyFile)
  await withStore(first, async () => assert.is(await refusalOf(moved(first, database)), 'in-use'))
  await withStore(database, async (store) => {
    await store.people()
    assert.is(await refusalOf(moved(first, database)), 'in-use')
    assert.is(await refusalOf(moved(database, aFolder(first.keyFile))), 'in-use')
  })
  assert.is(await refusalOf(moved(aFolder(first.keyFile), database)), 'not-a-store')
  assert.is(await refusalOf(moved(await aDatabasePlace(first.keyFile), aFolder(first.keyFile))), 'not-a-store')
})

onDatabase(
  'a half-moved store is neither opened, nor backed up, nor moved on, nor gone on with from another',
  async () => {
    const first = aFolder()
    await withStore(first, fill)
    for (const half of [aFolder(first.keyFile), await aDatabasePlace(first.keyFile)]) {
      assert.is(await brokenOff(first, half, 8), 'broken off')
      assert.is(await refusalOf(half.open()), 'half-moved')
      assert.is(await refusalOf(moved(half, aFolder(first.keyFile))), 'half-moved')
      if (!half.database)
        assert.is(await refusalOf(backUp({ dir: half.word, ...half, to: freshFolder().dir, now })), 'half-moved')
      const other = aFolder(first.keyFile)
      await withStore(other, fill)
      await withStore(other, (store) => saved(store, (view) => view.removeDraft('d')))
      assert.is(await refusalOf(moved(other, half)), 'source-changed')
      assert.is(await refusalOf(half.open()), 'half-moved')
      assert.is((await moved(first, half)).takenUp, true)
      await withStore(half, async () => {})
    }
  },
)

const lost = 'cases/2025-0007.json'
test('a store that is not equal in the end stays closed', async () => {
  const first = aFolder()
  await withStore(first, fill)
  const second = aFolder(first.keyFile)
  const losing = moved(first, second, (side) =>
    taking(side, (contents) => contents.filter(({ path }) => path !== lost)),
  )
  assert.is(await refusalOf(losing), 'not-equal')
  assert.is(await refusalOf(second.open()), 'half-moved')
  // what is lacking comes when it is taken up
  await moved(first, second)
  assert.is(await hashOf(second), await hashOf(first))
})

test.run()
