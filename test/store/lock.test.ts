import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { StoreRefusal } from '../../src/store/refusal.ts'
import { everythingIn, freshFolder } from '../support/folder.ts'
import { running } from '../support/process.ts'
import { aCase, clock, summaries } from '../support/samples.ts'
import { saved } from './contract-reading.ts'

const test = suite('one process per data folder')
type Place = { dir: string; keyFile: string }

const open = (place: Place) => openEmbeddedStore({ ...place, summaries, clock })
const start = ({ dir, keyFile }: Place) => spawn(process.execPath, [...running('test/store/holder.ts'), dir, keyFile])
const contentsOf = (dir: string) => everythingIn(dir).files.map((path) => [path, readFileSync(path).toString('base64')])

/** The first line that a process prints. */
const firstLine = async ({ stdout }: ChildProcess) => (await once(createInterface({ input: stdout! }), 'line'))[0]

test('a second process is refused with a sentence, and writes nothing', async () => {
  const place = freshFolder()
  const store = await open(place)
  await saved(store, (view) => view.saveCase(aCase()))
  const before = contentsOf(place.dir)
  const second = start(place)
  let said = ''
  second.stderr.on('data', (text) => {
    said += text
  })
  const [code] = await once(second, 'close')
  assert.is(code, 75)
  const sentence = `Another Saegil is running on ${place.dir}. Stop it first, or give this one another folder with --data.`
  assert.is(said.trim(), sentence)
  assert.equal(contentsOf(place.dir), before)
  await store.close()
})

test('a folder is free again as soon as its process was killed', async () => {
  const place = freshFolder()
  const first = start(place)
  assert.is(await firstLine(first), 'open')
  const refusal = await open(place).catch((failure: unknown) => failure)
  assert.ok(refusal instanceof StoreRefusal && refusal.code === 'in-use')
  first.kill('SIGKILL')
  await once(first, 'close')
  const store = await open(place)
  assert.ok((await saved(store, (view) => view.saveCase(aCase()))).ok)
  await store.close()
})

test('nor can one process open a folder twice, by whatever path, until it closes it', async () => {
  const place = freshFolder()
  const store = await open(place)
  for (const dir of [place.dir, `${place.dir}/../store/`]) {
    const refusal = await open({ ...place, dir }).catch((failure: unknown) => failure)
    assert.ok(refusal instanceof StoreRefusal && refusal.code === 'in-use', dir)
  }
  await store.close()
  await (await open(place)).close()
})

test.run()
