import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { knock, lock } from '../../src/store/lock.ts'
import { askForSnapshot } from '../../src/store/snapshot-door.ts'
import { running } from '../support/process.ts'
import { aCase } from '../support/samples.ts'
import { aBackedStore, backedUp, logOf, open, refusalOf } from './backing-up.ts'
import { saved } from './contract-reading.ts'
import { asked, gone, hidden } from './lending.ts'

const test = suite('a snapshot that is lent')

test('is given to nobody who does not hold the master key, whatever they say; the house serves on', async () => {
  const place = await aBackedStore()
  const store = await open(place)
  const other = Buffer.alloc(32, 7)
  assert.is(await refusalOf(askForSnapshot(place.dir, other)), 'no-snapshot')
  const nonce = 'x'.repeat(43)
  for (const said of [
    '',
    'GET / HTTP/1.1\r\n\r\n',
    '{}\n{}\n',
    'null\nnull\n',
    `${JSON.stringify({ nonce })}\n`,
    'y'.repeat(9_000),
  ]) {
    const socket = (await knock(place.dir))!
    let heard = ''
    socket.on('error', () => {}).setEncoding('utf8')
    socket.on('data', (part) => {
      heard += part
      if (heard.includes('folder')) socket.destroy()
      // what the house proved is not our proof
      if (said.includes(nonce)) socket.write(`${JSON.stringify({ proof: JSON.parse(heard.split('\n')[0]!).proof })}\n`)
    })
    if (said === '') socket.end()
    else socket.write(said)
    await once(socket, 'close')
    assert.not.match(heard, /folder/)
    assert.equal(hidden(place), [])
  }
  assert.equal(await logOf(store), Array(3).fill('open a case'))
  assert.ok((await saved(store, (view) => view.saveCase(aCase()))).ok)
  assert.is((await backedUp(place)).serving, true)
  await store.close()
})

test('is asked of nobody who does not prove that they are the house', async () => {
  const place = await aBackedStore()
  for (const said of [{}, { nonce: 'x', proof: 'y' }, { nonce: 'x', proof: 'y'.repeat(43) }, null]) {
    const held = await lock(place.dir)
    held.meet((socket) => {
      const lines = [said, { folder: place.root, log: [] }].map((one) => `${JSON.stringify(one)}\n`)
      socket.write(lines.join(''))
    })
    assert.is(await refusalOf(backedUp(place)), 'no-snapshot')
    await held.release()
  }
  assert.not.ok(existsSync(place.to))
})

test('is one at a time, and goes with the house when that closes', async () => {
  const place = await aBackedStore()
  const store = await open(place)
  const lent = await asked(place)
  const second = await backedUp(place).catch((failure: Error) => failure.message)
  assert.match(String(second), /Another backup is being made/)
  await store.close()
  assert.equal(hidden(place), [])
  assert.not.ok(existsSync(lent.folder))
  await lent.end()
  assert.is((await backedUp(place)).serving, false)
})

test('goes when the backup is killed', async () => {
  const place = await aBackedStore()
  const store = await open(place)
  const asker = spawn(process.execPath, [...running('test/store/asker.ts'), place.dir, place.keyFile])
  assert.is(await firstLine(asker), 'held')
  assert.is(hidden(place).length, 1)
  asker.kill('SIGKILL')
  await once(asker, 'close')
  await gone(place)
  assert.is((await backedUp(place)).serving, true)
  await store.close()
})

const firstLine = async ({ stdout }: ChildProcess) => (await once(createInterface({ input: stdout! }), 'line'))[0]

test.run()
