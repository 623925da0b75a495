import { existsSync, statSync } from 'node:fs'
import * as fsp from 'node:fs/promises'
import { basename, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import type { Files } from '../../src/store/disk.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import type { Store } from '../../src/store/store.ts'
import { everythingIn, freshFolder } from '../support/folder.ts'
import { aCase, clock, settings, summaries } from '../support/samples.ts'
import { saved } from './contract-reading.ts'

const test = suite('a disk that says late that it has no room')

/** Opens a store whose calls fail when and while they are told to: `sync`, or `rename` of a file of this name. */
async function aStore() {
  const full = { call: '', code: 'ENOSPC', isSo: () => true }
  const mayFail = (call: string) => {
    if (call === full.call && full.isSo()) throw Object.assign(new Error(full.code), { code: full.code })
  }
  const files: Files = {
    ...fsp,
    open: async (path, flags, mode) => {
      const handle = await fsp.open(path, flags, mode)
      const sync = handle.sync.bind(handle)
      handle.sync = async () => {
        if (flags === 'wx') mayFail('sync')
        await sync()
      }
      return handle
    },
    rename: async (from, to) => {
      mayFail(`rename ${basename(String(to))}`)
      await fsp.rename(from, to)
    },
  }
  const place = freshFolder({ inMemory: true })
  const store = await openEmbeddedStore({ ...place, summaries, clock, files })
  return { ...place, store, full }
}

for (const code of ['ENOSPC', 'EDQUOT'])
  for (const call of [
    'sync',
    'rename settings.json',
    'rename 2026-0001.json',
    'rename pending-1.json',
    'rename reserve',
  ])
    test(`refuses, leaves nothing behind and goes on when there is some: ${code} of ${call}`, async () => {
      const { store, dir, full } = await aStore()
      Object.assign(full, { call, code })
      const save = () =>
        saved(store, (view) => {
          if (!call.includes('settings')) view.saveCase(aCase())
          if (!call.includes('2026')) view.saveSettings(settings)
        })
      const failure = await save().then(
        () => 'none',
        (one: Error) => one.message,
      )
      assert.is(failure, code)
      assert.equal([await store.caseFile('2026-0001'), await store.settings()], [undefined, undefined])
      assert.equal(
        everythingIn(dir).files.filter((path) => /\.tmp$|pending/.test(path)),
        [],
      )
      full.call = ''
      assert.equal(await save(), done(undefined))
      await store.close()
    })

const both = (store: Store) =>
  saved(store, (view) => {
    view.saveCase(aCase())
    view.saveSettings(settings)
  })

test('goes on with what was kept for the names of a change whose list is on disk, and keeps some anew', async () => {
  const { store, full, dir } = await aStore()
  const reserve = join(dir, 'reserve')
  Object.assign(full, { call: 'rename settings.json', isSo: () => existsSync(reserve) })
  assert.equal(await both(store), done(undefined))
  assert.not.ok(existsSync(reserve))
  assert.equal([await store.caseFile('2026-0001'), await store.settings()], [aCase(), settings])
  full.call = ''
  assert.equal(await both(store), done(undefined))
  assert.ok(statSync(reserve).size >= 64 * 1024)
  await store.close()
})

test('stops when the rest of a change, whose list is on disk, finds none all the same', async () => {
  const { store, full, ...place } = await aStore()
  full.call = 'rename settings.json'
  for (const said of [/ENOSPC/, /disk .* failed/])
    assert.match(
      await both(store).then(
        () => 'none',
        (one: Error) => one.message,
      ),
      said,
    )
  await store.close()
  const again = await openEmbeddedStore({ ...place, summaries, clock })
  assert.equal([await again.caseFile('2026-0001'), await again.settings()], [aCase(), settings])
  await again.close()
})

test.run()
