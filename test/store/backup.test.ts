// Over 150 lines because each way in which a backup must serve or be refused is shown beside the others.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { backUp } from '../../src/store/backup.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { verifyLog } from '../../src/store/log-verify.ts'
import { knownMasterKey } from '../../src/store/master-key.ts'
import { newRecoveryKey, RecoveryKeySlip } from '../../src/store/recovery-key.ts'
import { restore } from '../../src/store/restore.ts'
import { everythingIn, freshFolder } from '../support/folder.ts'
import { aCase, clock, jiho, now, settings, summaries } from '../support/samples.ts'
import {
  aBackedPlace,
  aBackedStore,
  backedUp,
  broughtBackFrom,
  bytesIn,
  contentsOf,
  logOf,
  newestOf,
  open,
  refusalOf,
} from './backing-up.ts'
import { erased, factsIn, leftOf, othersLeft, told } from './contract-erasing.ts'
import { saved } from './contract-reading.ts'

const test = suite('a backup')

test('comes back on an empty machine as it was, and the house goes on from there', async () => {
  const place = await aBackedStore()
  const store = await open(place)
  const before = await contentsOf(store)
  await store.close()
  const made = await backedUp(place)
  assert.equal([made.serving, made.removed], [false, 0])
  const back = await broughtBackFrom(place)
  assert.equal([back.name, back.cases, back.leftOut, back.entries], [made.name, 3, 0, 5])
  assert.is(readFileSync(back.keyFile, 'utf8'), readFileSync(place.keyFile, 'utf8'))
  for (const path of [...everythingIn(back.dir).files, back.keyFile]) assert.is(statSync(path).mode & 0o777, 0o600)
  for (const path of everythingIn(back.dir).folders) assert.is(statSync(path).mode & 0o777, 0o700)
  const again = await open(back)
  assert.is(await contentsOf(again), before)
  assert.equal(await logOf(again), [...Array(3).fill('open a case'), 'make a backup', 'bring back a backup'])
  // whoever was signed in does so anew
  assert.is(await again.visit('v'), undefined)
  assert.equal(await again.change(async (view) => done(await view.nextCaseNumber(2026))), done('2026-0004'))
  await again.close()
})

test('taken while the house serves leaves it as it was, and nothing behind', async () => {
  const place = await aBackedStore()
  const store = await open(place)
  const before = await contentsOf(store)
  assert.is((await backedUp(place)).serving, true)
  assert.equal(await logOf(store), [...Array(3).fill('open a case'), 'make a backup'])
  await saved(store, (view) => view.saveCase(aCase({ number: '2026-0009' })))
  const left = readdirSync(place.dir).filter((name) => name.startsWith('.'))
  await store.close()
  assert.equal(left.length <= 1 && readdirSync(place.dir).filter((name) => name.startsWith('.')), [])
  const again = await open(await broughtBackFrom(place))
  assert.is(await contentsOf(again), before)
  await again.close()
})

test('says nothing of what is in it: names are a moment and a word, modes are the owner’s, no text stands in it', async () => {
  const place = await aBackedStore()
  await backedUp(place)
  await backedUp(place)
  const names = readdirSync(place.to).sort()
  assert.is(names.length, 3)
  for (const name of names) assert.match(name, /^(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z|keys)\.backup$/)
  assert.is(statSync(place.to).mode & 0o777, 0o700)
  for (const name of names) {
    const bytes = readFileSync(join(place.to, name))
    assert.is(statSync(join(place.to, name)).mode & 0o777, 0o600)
    const parts = bytes.toString('latin1').split(/[.\n]/)
    const readings = [bytes, ...parts.map((part) => Buffer.from(part, 'base64url'))]
    const key = Buffer.from(readFileSync(place.keyFile, 'utf8').trim(), 'base64url')
    for (const text of ['2026-000', 'cases/', '김민준', jiho.name, 'han@example.test', 'saegil', 'Saegil', key])
      assert.not.ok(
        readings.some((one) => one.includes(text)),
        `${text} in ${name}`,
      )
  }
})

test('of before a case was erased does not bring it back, once the next one was made', async () => {
  const place = await aBackedStore()
  const before = await open(place)
  await told(before)
  await before.close()
  const older = (await backedUp(place)).name
  const store = await open(place)
  const facts = await factsIn(store)
  await erased(store)
  await saved(store, (view) => {
    view.saveCase(aCase({ number: '2026-0004' }))
    view.saveDraft({ id: 'newer', owner: 'oh', kind: 'referral', fields: [], at: now })
  })
  await store.close()
  // until then it does: this is what the next backup is for
  assert.is((await broughtBackFrom(place, older)).leftOut, 0)
  await backedUp(place)
  const back = await broughtBackFrom(place, older)
  assert.equal([back.cases, back.leftOut], [2, 1])
  for (const path of everythingIn(back.dir).files) assert.not.match(path, '2026-0002')
  const again = await open(back)
  assert.is(await again.caseFile('2026-0002'), undefined)
  assert.equal(await again.sessionsOf('2026-0002'), [])
  assert.equal(await leftOf(again), othersLeft)
  assert.equal((await again.drafts()).map(({ id }) => id).sort(), ['c', 'd', 'newer'])
  assert.equal(
    (await again.entries('destructions')).map(({ caseNumber }) => caseNumber),
    ['2026-0002'],
  )
  assert.equal(await factsIn(again), facts)
  // neither the number of the erased one nor that of one referred since is given again
  assert.equal(await again.change(async (view) => done(await view.nextCaseNumber(2026))), done('2026-0005'))
  await again.close()
  const newest = await open(await broughtBackFrom(place))
  assert.is((await newest.rows({})).total, 3)
  assert.is((await factsIn(newest)).length, 4)
  await newest.close()
})

test('brought back where checkpoints are kept gives no false alarm, and what is cut off afterwards is found', async () => {
  const place = { ...(await aBackedStore()), checkpoints: freshFolder({ inMemory: true }).dir }
  const entry = (minute: number) => {
    return {
      at: `2026-11-16T00:${String(minute).padStart(2, '0')}:00.000Z`,
      deed: 'x',
      decision: 'allowed',
      status: 200,
    } as const
  }
  const store = await openEmbeddedStore({ ...place, summaries, clock })
  await backUp({ ...place, now })
  for (let minute = 0; minute < 5; minute++) await store.log({ ...entry(0), at: now })
  await store.close()
  const back = await broughtBackFrom(place)
  const told: string[] = []
  const again = await openEmbeddedStore({ ...place, ...back, summaries, clock, report: (one) => told.push(one) })
  for (let minute = 1; minute < 20; minute++) await again.log(entry(minute))
  await again.close()
  assert.equal(told, [])
  const master = await knownMasterKey(back.dir, back.keyFile)
  const found = await verifyLog(back.dir, master, place.checkpoints)
  assert.ok(found.ok && found.entries === 24, JSON.stringify(found))
  const path = join(back.dir, 'log/2026-11.jsonl')
  writeFileSync(path, readFileSync(path, 'utf8').split('\n').slice(0, 22).join('\n').concat('\n'))
  const cut = await verifyLog(back.dir, master, place.checkpoints)
  assert.ok(!cut.ok && cut.why === 'cut-off' && cut.seq === 23, JSON.stringify(cut))
})

test('opens with its own recovery key only, and a slip in it is told', async () => {
  const place = await aBackedStore()
  await backedUp(place)
  const { dir, keyFile, root } = freshFolder({ inMemory: true })
  const bring = (recoveryKey: string) => restore({ from: place.to, dir, keyFile, recoveryKey, summaries, clock })
  assert.is(await refusalOf(bring(newRecoveryKey().text)), 'wrong-recovery-key')
  for (const typed of ['', 'abc', place.recoveryKey.replace(/^./, (one) => (one === '7' ? '8' : '7'))])
    assert.instance(await bring(typed).catch((failure) => failure), RecoveryKeySlip)
  assert.equal(readdirSync(root), [])
  assert.is((await bring(` ${place.recoveryKey.toLowerCase()} `)).cases, 3)
})

test('is brought back only to an empty folder and to its own key or none; otherwise nothing is written', async () => {
  const place = await aBackedStore()
  await backedUp(place)
  const { dir, keyFile, root } = freshFolder({ inMemory: true })
  const bring = (changes = {}) =>
    restore({ from: place.to, dir, keyFile, recoveryKey: place.recoveryKey, summaries, clock, ...changes })
  mkdirSync(dir)
  writeFileSync(join(dir, 'holiday.jpg'), 'x')
  assert.is(await refusalOf(bring()), 'not-empty')
  rmSync(join(dir, 'holiday.jpg'))
  writeFileSync(keyFile, `${Buffer.alloc(32).toString('base64url')}\n`, { mode: 0o600 })
  assert.is(await refusalOf(bring()), 'not-empty')
  assert.is(await refusalOf(bring({ keyFile: join(dir, 'key') })), 'key-inside-data')
  assert.is(await refusalOf(bring({ from: root })), 'no-backup')
  assert.is(await refusalOf(bring({ from: join(root, 'nowhere') })), 'no-backup')
  assert.is(await refusalOf(bring({ name: '../keys.backup' })), 'no-backup')
  assert.equal(readdirSync(root).sort(), ['store', 'store.key'])
  assert.equal(readdirSync(dir), [])
  writeFileSync(keyFile, readFileSync(place.keyFile))
  assert.is((await bring()).cases, 3)
})

test('is not made of what could not be opened again, nor into a wrong place; nothing is written then', async () => {
  const place = await aBackedStore()
  const other = await aBackedStore()
  await backedUp(other)
  const bare = aBackedPlace()
  const store = await open(bare)
  await saved(store, (view) => view.saveSettings(settings))
  await store.close()
  const before = [bytesIn(place.dir), bytesIn(other.to)]
  assert.is(await refusalOf(backedUp(bare)), 'no-recovery-key')
  assert.not.ok(existsSync(bare.to))
  assert.is(await refusalOf(backedUp({ ...place, keyFile: other.keyFile })), 'wrong-key')
  assert.is(await refusalOf(backedUp({ ...place, keyFile: join(place.root, 'none') })), 'key-missing')
  assert.is(await refusalOf(backedUp({ ...place, dir: place.root })), 'key-inside-data')
  assert.is(await refusalOf(backedUp({ ...place, dir: join(place.root, 'none') })), 'not-a-store')
  assert.is(await refusalOf(backedUp({ ...place, to: join(place.dir, 'b') })), 'not-apart')
  assert.is(await refusalOf(backedUp({ ...place, to: place.root })), 'not-apart')
  assert.is(await refusalOf(backedUp({ ...place, to: other.to })), 'not-apart')
  assert.equal([bytesIn(place.dir), bytesIn(other.to)], before)
})

test('goes when it is more than a year older than the newest; what is not a backup stays', async () => {
  const place = await aBackedStore()
  for (const at of ['2025-11-01', '2025-12-01', '2026-11-16']) await backUp({ ...place, now: `${at}T00:00:00.000Z` })
  writeFileSync(join(place.to, 'readme.txt'), 'ours')
  const { removed } = await backUp({ ...place, now: '2026-11-17T00:00:00.000Z' })
  assert.is(removed, 0)
  assert.equal(
    readdirSync(place.to).filter((name) => name.startsWith('2025')),
    ['2025-12-01T00-00-00-000Z.backup'],
  )
  assert.ok(existsSync(join(place.to, 'readme.txt')))
  assert.match(await newestOf(place), /^2026-11-17/)
})

test('that was interrupted leaves the one before as it was, and the next sweeps what it left', async () => {
  const place = await aBackedStore()
  await backedUp(place)
  const before = bytesIn(place.to)
  // a record that cannot be read ends it halfway
  const path = join(place.dir, 'rooms.json')
  const bytes = readFileSync(path)
  rmSync(path)
  mkdirSync(path)
  assert.match(String(await backedUp(place).catch((failure: Error) => failure.message)), /EISDIR/)
  assert.equal(bytesIn(place.to), before)
  rmSync(path, { recursive: true })
  writeFileSync(path, bytes, { mode: 0o600 })
  writeFileSync(join(place.to, '.keys.backup.tmp'), 'left by a sudden end')
  await backedUp(place)
  assert.is(readdirSync(place.to).length, 3)
  assert.is((await broughtBackFrom(place)).cases, 3)
})

test.run()
