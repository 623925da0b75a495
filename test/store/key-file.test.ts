import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { keyBesideData } from '../../src/store/key-file.ts'
import { freshFolder } from '../support/folder.ts'

const test = suite('the key file')

test('lies beside the data when it is in the data folder or in the folder that holds it, by whatever path', async () => {
  const { root } = freshFolder({ inMemory: true })
  const dir = join(root, 'house/store')
  mkdirSync(dir, { recursive: true })
  mkdirSync(join(root, 'keys'))
  symlinkSync(join(root, 'house'), join(root, 'keys/link'))
  for (const key of [
    'house/store/key',
    'house/store/deep/key',
    'house/store.key',
    'house/key',
    'keys/link/key',
    'house/store',
  ])
    assert.is(await keyBesideData(dir, join(root, key)), true, key)
  for (const key of ['keys/store.key', 'store.key', 'elsewhere/not/there/yet/key', 'house/keys/key', 'house-2/key'])
    assert.is(await keyBesideData(dir, join(root, key)), false, key)
  // a key file that is a link to one beside the data
  writeFileSync(join(root, 'house/real.key'), '')
  symlinkSync(join(root, 'house/real.key'), join(root, 'keys/linked.key'))
  assert.is(await keyBesideData(dir, join(root, 'keys/linked.key')), true)
  assert.is(await keyBesideData(join(root, 'keys/link/store'), join(root, 'house/key')), true)
})

test('counts as beside the data before the data folder is there', async () => {
  const { root, dir, keyFile } = freshFolder()
  assert.is(await keyBesideData(dir, keyFile), true)
  assert.is(await keyBesideData(dir, join(root, '..', 'some.key')), false)
})

test.run()
