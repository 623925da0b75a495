import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { FaultyFiles } from '../support/faulty-files.ts'
import { aCase } from '../support/samples.ts'
import { saved } from './contract-reading.ts'
import { atEachCall, begun, calls, copyOf, heldIn, named, open, runUntil } from './disk-script.ts'

const test = suite('a change survives a power cut')

test('one record is written, synced, renamed, its folder synced, and then acknowledged', async () => {
  const faulty = new FaultyFiles()
  const store = await open(copyOf(begun), faulty)
  faulty.calls.length = 0
  await saved(store, (view) => view.saveCase(aCase({ youth: named('x') })))
  faulty.calls.push('acknowledged')
  const name = '2026-0001.json'
  const steps = [`open new ${name}`, `write new ${name}`, `sync new ${name}`, `rename ${name}`, 'sync folder cases']
  assert.equal(faulty.calls, [...steps, 'acknowledged'])
  await store.close()
})

test('of several records the list is on disk before the first is in place, and gone before the acknowledgement', async () => {
  const faulty = new FaultyFiles()
  const store = await open(copyOf(begun), faulty)
  faulty.calls.length = 0
  await saved(store, (view) => {
    view.saveCase(aCase({ youth: named('x') }))
    view.removeDraft('d')
  })
  const name = '2026-0001.json'
  const draft = readdirSync(join(begun.dir, 'drafts'))[0]
  const folders = ['sync folder drafts', 'sync folder cases']
  assert.equal(faulty.calls, [
    ...[`open new ${name}`, `write new ${name}`, `sync new ${name}`, ...folders],
    ...['open new pending-1.json', 'write new pending-1.json', 'sync new pending-1.json', 'rename pending-1.json'],
    ...['sync folder store', `unlink ${draft}`, `rename ${name}`, ...folders],
    ...['unlink pending-1.json', 'sync folder store'],
  ])
  await store.close()
})

for (const [disk, keeps] of [
  ['nothing', () => false],
  ['every name', () => true],
  ['the names in one folder of two', (folder: string) => folder.length % 2 === 0],
  ['the names in the others', (folder: string) => folder.length % 2 === 1],
] as const) {
  test(`a power cut at any call loses nothing acknowledged and tears nothing, on a disk that keeps ${disk} unsynced`, async () => {
    assert.ok(calls > 35, `${calls} calls`)
    await atEachCall(async (at) => {
      const place = copyOf(begun)
      const faulty = new FaultyFiles()
      faulty.keeps = keeps
      const { store, acknowledged } = await runUntil(place, faulty, 'power cut', at)
      await store.close()
      const held = await heldIn(place)
      assert.ok(
        held === acknowledged || held === acknowledged + 1,
        `call ${at}: ${acknowledged} acknowledged, ${held} held`,
      )
    })
  })
}

test('a disk that does not sync its folders would be noticed', async () => {
  let lost = 0
  await atEachCall(async (at) => {
    const place = copyOf(begun)
    const faulty = new FaultyFiles()
    faulty.forgetsFolders = true
    const { store, acknowledged } = await runUntil(place, faulty, 'power cut', at)
    await store.close()
    const held = await heldIn(place).catch(() => -1)
    if (held < acknowledged) lost++
  })
  assert.ok(lost > calls / 3, `${lost} of ${calls}`)
})

test('a power cut while an interrupted change is being finished changes nothing: the next start finishes it', async () => {
  let finished = 0
  await atEachCall(async (at) => {
    const cut = copyOf(begun)
    const first = new FaultyFiles()
    first.keeps = () => true
    const { store, acknowledged } = await runUntil(cut, first, 'power cut', at)
    await store.close()
    if (!readdirSync(cut.dir).includes('pending-1.json')) return
    for (let again = 1; ; again++) {
      const place = copyOf(cut)
      const faulty = Object.assign(new FaultyFiles(), { fault: 'power cut', at: again })
      const opened = await open(place, faulty).catch(() => undefined)
      await opened?.close()
      assert.is(await heldIn(place), acknowledged + 1, `call ${at}, then ${again}`)
      finished++
      if (opened) break
    }
  })
  assert.ok(finished > 50, `${finished} times`)
})

test.run()
