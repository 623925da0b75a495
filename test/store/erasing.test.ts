import { cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { Disk } from '../../src/store/disk.ts'
import { each } from '../../src/store/each.ts'
import { readMasterKey } from '../../src/store/key-file.ts'
import { KeyRing } from '../../src/store/key-ring.ts'
import type { Store } from '../../src/store/store.ts'
import { FaultyFiles } from '../support/faulty-files.ts'
import { everythingIn, freshFolder } from '../support/folder.ts'
import { aCase } from '../support/samples.ts'
import { aGroup, erased, factsIn } from './contract-erasing.ts'
import { saved } from './contract-reading.ts'
import { copyOf, open } from './disk-script.ts'

const test = suite('a case that is erased')

const gone = '2026-0002'
const path = `cases/${gone}.json`
type Place = ReturnType<typeof freshFolder>
const keysOf = async ({ dir, keyFile }: Place) => new KeyRing((await readMasterKey(keyFile))!, new Disk(dir))

/** What a store shows of the case: as it was, erased, or something between the two. */
async function shownOf(store: Store): Promise<string> {
  const sessions = (await store.sessionsOf(gone)).length
  const rows = (await store.rows({})).total
  const drafts = (await store.drafts(gone)).length
  const destroyed = (await store.entries('destructions')).length
  const facts = await factsIn(store)
  return JSON.stringify({ file: await store.caseFile(gone), sessions, rows, drafts, destroyed, facts: facts.length })
}

test('leaves no key: a copy of its sealed file that was taken before opens with nothing that is in the folder', async () => {
  const place = freshFolder()
  const store = await open(place)
  await aGroup(store)
  const copy = readFileSync(join(place.dir, path), 'utf8')
  const readable = await (await keysOf(place)).unseal<{ number: string }>(path, copy)
  assert.is(readable.number, gone)
  await erased(store)
  for (const left of [path, `keys/${gone}.json`]) assert.not.ok(existsSync(join(place.dir, left)), left)
  for (const file of everythingIn(place.dir).files) assert.not.match(file, gone)
  const keys = await keysOf(place)
  assert.is(await keys.unseal(path, copy).catch((failure: Error) => failure.message), 'its key is gone')
  // nor with the key of any other case, nor with the master key under another name
  for (const other of ['cases/2026-0001.json', 'cases/2026-0003.json', 'settings.json'])
    assert.is(await keys.unseal(other, copy).catch(() => 'refused'), 'refused')
  await store.close()
})

test('is gone from the store’s memory too: its file put back is not read', async () => {
  const place = freshFolder()
  const store = await open(place)
  await aGroup(store)
  assert.is((await store.caseFile(gone))?.number, gone)
  const kept = copyOf(place)
  await erased(store)
  cpSync(join(kept.dir, path), join(place.dir, path))
  const outcome = await store.caseFile(gone).catch((failure: Error) => failure.message)
  assert.match(String(outcome), /its key is gone/)
  await store.close()
})

test('leaves its facts among the others of its year, in an order that does not tell when each came', async () => {
  const place = freshFolder()
  const store = await open(place)
  const numbers = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(4, '0')}`)
  await saved(store, (view) => {
    for (const [at, number] of numbers.entries())
      view.saveCase(aCase({ number, school: { schoolId: 'hill', level: 'middle', grade: at + 1 } }))
  })
  for (const number of numbers) await erased(store, number)
  const names = readdirSync(join(place.dir, 'facts'))
  assert.equal(names, ['2026.json'])
  const text = readFileSync(join(place.dir, 'facts/2026.json'), 'utf8')
  const texts = await (await keysOf(place)).unseal<string[]>('facts/2026.json', text)
  const grades = texts.map((one) => JSON.parse(one).grade as number)
  const inOrder = numbers.map((_, at) => at + 1)
  assert.equal(
    [...grades].sort((a, b) => a - b),
    inOrder,
  )
  // one order in 479,001,600
  assert.not.equal(grades, inOrder)
  assert.not.equal(grades, inOrder.toReversed())
  for (const one of texts) for (const word of [...numbers, '김민준', '2013-03-02', 'hill']) assert.not.match(one, word)
  // one date for all of them, and a size in steps
  assert.is((await readFolderTimes(join(place.dir, 'facts'))).size, 1)
  await store.close()
})

const readFolderTimes = async (folder: string) =>
  new Set(readdirSync(folder).map((name) => statSync(join(folder, name)).mtimeMs))

test('is erased whole or not at all when the power is cut at any call', async () => {
  const begun = freshFolder({ inMemory: true })
  const first = await open(begun)
  await aGroup(first)
  const before = await shownOf(first)
  await first.close()
  const counting = new FaultyFiles()
  const whole = await open(copyOf(begun), counting)
  counting.calls.length = 0
  await erased(whole)
  const after = await shownOf(whole)
  const calls = counting.calls.length
  await whole.close()
  assert.ok(calls > 25, `${calls} calls`)
  const held = { before: 0, after: 0 }
  await each([...new Array(calls).keys()], 4, async (at) => {
    const place = copyOf(begun)
    const faulty = new FaultyFiles()
    faulty.keeps = (folder) => folder.length % 2 === at % 2
    const store = await open(place, faulty)
    Object.assign(faulty, { fault: 'power cut', at: faulty.calls.length + at + 1 })
    const acknowledged = await erased(store).then(
      () => true,
      () => false,
    )
    await store.close()
    const again = await open(place)
    const shown = await shownOf(again)
    await again.close()
    assert.ok(shown === after || (shown === before && !acknowledged), `call ${at + 1}: ${shown}`)
    held[shown === after ? 'after' : 'before']++
    const left = everythingIn(place.dir).files.filter((file) => /tmp$|pending/.test(file))
    assert.equal(left, [])
    if (shown === after) assert.not.ok(existsSync(join(place.dir, `keys/${gone}.json`)))
  })
  assert.ok(held.before > 5 && held.after > 5, JSON.stringify(held))
})

test.run()
