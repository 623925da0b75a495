// Over 150 lines because what the second place must bear is shown in one place.
import { createPublicKey, verify } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { checkpointIn, signingKeyOf } from '../../src/store/checkpoint.ts'
import { Disk } from '../../src/store/disk.ts'
import { each } from '../../src/store/each.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { readMasterKey } from '../../src/store/key-file.ts'
import { verifyLog } from '../../src/store/log-verify.ts'
import { StoreRefusal } from '../../src/store/refusal.ts'
import { freshFolder } from '../support/folder.ts'
import { clock, summaries } from '../support/samples.ts'

const test = suite('checkpoints of the log')

type Place = ReturnType<typeof aPlace>
const aPlace = () => ({ ...freshFolder({ inMemory: true }), checkpoints: freshFolder({ inMemory: true }).dir })
const open = (place: Place, report = (sentence: string) => assert.unreachable(sentence)) =>
  openEmbeddedStore({ ...place, summaries, clock, report })
const minutes = (count: number) => new Date(Date.parse('2026-10-31T12:00:00.000Z') + count * 60_000).toISOString()
const entry = (at: string) => ({ at, by: 'han', deed: 'open a case', decision: 'allowed', status: 200 }) as const
const verdict = async ({ dir, keyFile, checkpoints }: Place) =>
  verifyLog(dir, (await readMasterKey(keyFile))!, checkpoints)
const textOf = ({ checkpoints }: Place, name: string) => readFileSync(join(checkpoints, name), 'utf8')
const seqsIn = (place: Place) =>
  textOf(place, 'checkpoints.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).seq)

/** Entries of a minute each, one after another; `inStep` no faster than the second place takes them. */
async function written(place: Place, count: number, from = 0, inStep = false): Promise<void> {
  const store = await open(place)
  for (let nth = 0; nth < count; nth++) {
    await store.log(entry(minutes(from + nth)))
    if (inStep) await until(async () => JSON.parse(textOf(place, 'head.json')).at === minutes(from + nth))
  }
  await store.close()
}

test('are added at the first entry, with every hour of entries and at the close; the newest is always there', async () => {
  const place = aPlace()
  await written(place, 150, 0, true)
  assert.equal(seqsIn(place), [1, 61, 121, 150])
  assert.is(JSON.parse(textOf(place, 'head.json')).seq, 150)
  await written(place, 10, 150, true)
  assert.equal(seqsIn(place), [1, 61, 121, 150, 160])
  const whole = await verdict(place)
  assert.ok(whole.ok && whole.checkpoint?.seq === 160)
  for (const name of readdirSync(place.checkpoints))
    assert.is(statSync(join(place.checkpoints, name)).mode & 0o777, 0o600)
})

test('are added with every hundredth entry when they come faster than that', async () => {
  const place = aPlace()
  const store = await open(place)
  for (let nth = 50; nth <= 350; nth += 50) {
    await Promise.all(Array.from({ length: 50 }, () => store.log(entry(minutes(0)))))
    await until(async () => JSON.parse(textOf(place, 'head.json')).seq === nth)
  }
  await store.close()
  assert.equal(seqsIn(place), [50, 150, 250, 350])
})

test('can be checked by anybody with the public key that lies beside them, and hold nothing but numbers', async () => {
  const place = aPlace()
  await written(place, 3)
  const publicKey = createPublicKey(textOf(place, 'checkpoints.pem'))
  const { signature, ...rest } = JSON.parse(textOf(place, 'head.json'))
  assert.equal(Object.keys(rest), ['seq', 'hash', 'at'])
  const signed = Buffer.from(`saegil log checkpoint ${JSON.stringify(rest)}`)
  assert.ok(verify(null, signed, publicKey, Buffer.from(signature, 'base64url')))
})

test('that were changed in one bit, or signed by another house, are found', async () => {
  const place = aPlace()
  await written(place, 70)
  const other = aPlace()
  await written(other, 70)
  const { publicKey } = signingKeyOf((await readMasterKey(place.keyFile))!)
  const line = Buffer.from(textOf(place, 'head.json').trimEnd())
  assert.is(checkpointIn(String(line), publicKey)?.seq, 70)
  for (let bit = 0; bit < line.length * 8; bit++) {
    line[bit >> 3]! ^= 1 << (bit & 7)
    assert.is(checkpointIn(String(line), publicKey), undefined, `bit ${bit}`)
    line[bit >> 3]! ^= 1 << (bit & 7)
  }
  for (const name of ['checkpoints.jsonl', 'head.json']) {
    const path = join(place.checkpoints, name)
    const bytes = readFileSync(path)
    // the last line break of the newest carries nothing
    for (let bit = 0; bit < (bytes.length - 1) * 8; bit += 53) {
      const changed = Buffer.from(bytes)
      changed[bit >> 3]! ^= 1 << (bit & 7)
      writeFileSync(path, changed)
      const said = await verdict(place)
      assert.ok(!said.ok && said.file === name && said.why === 'forged-checkpoint', `${name} bit ${bit}`)
    }
    writeFileSync(path, readFileSync(join(other.checkpoints, name)))
    const said = await verdict(place)
    assert.ok(!said.ok && said.why === 'forged-checkpoint')
    writeFileSync(path, bytes)
  }
  assert.ok((await verdict(place)).ok)
})

test('also the newest alone shows an older log in the place of the newer, though the house went on with it', async () => {
  const place = aPlace()
  const store = await open(place)
  const log = (count: number) => Promise.all(Array.from({ length: count }, () => store.log(entry(minutes(0)))))
  await log(10)
  const older = aPlace()
  cpSync(place.dir, older.dir, { recursive: true })
  await log(20)
  await until(async () => JSON.parse(textOf(place, 'head.json')).seq === 30)
  assert.equal(seqsIn(place), [10])
  // the house ends suddenly, and somebody puts the older folder in place
  cpSync(place.checkpoints, older.checkpoints, { recursive: true })
  await store.close()
  const told: string[] = []
  const swapped = { ...older, keyFile: place.keyFile }
  const again = await open(swapped, (sentence) => told.push(sentence))
  assert.is((await again.checkpointTrouble())?.what, 'log-behind')
  for (let nth = 0; nth < 40; nth++) await again.log(entry(minutes(1)))
  await again.close()
  assert.is(told.length, 1)
  const said = await verdict(swapped)
  assert.ok(!said.ok && said.why === 'other-than-signed' && said.seq === 30, JSON.stringify(said))
})

test('that are gone are missed', async () => {
  const place = aPlace()
  await written(place, 5)
  rmSync(join(place.checkpoints, 'head.json'))
  const headless = await verdict(place)
  assert.ok(!headless.ok && headless.why === 'no-checkpoint' && headless.file === 'head.json')
  rmSync(place.checkpoints, { recursive: true })
  const gone = await verdict(place)
  assert.ok(!gone.ok && gone.why === 'no-checkpoint')
  await written(place, 1)
  assert.ok((await verdict(place)).ok)
})

test('whose place fails do not stop the house: it says so once, answers for it, and goes on when it is back', async () => {
  const place = aPlace()
  const told: string[] = []
  writeFileSync(place.checkpoints, 'not a folder')
  const store = await open(place, (sentence) => told.push(sentence))
  assert.is(await store.checkpointTrouble(), undefined)
  for (let nth = 0; nth < 5; nth++) await store.log(entry(minutes(nth)))
  await store.log(entry(minutes(5)))
  assert.equal((await store.checkpointTrouble())?.what, 'not-written')
  assert.is(told.length, 1)
  assert.match(told[0]!, /cannot be written to .* goes on without/)
  rmSync(place.checkpoints)
  await store.log(entry(minutes(6)))
  await until(async () => (await store.checkpointTrouble()) === undefined)
  const aside = `${place.checkpoints}-aside`
  renameSync(place.checkpoints, aside)
  writeFileSync(place.checkpoints, 'not a folder')
  await store.log(entry(minutes(7)))
  await until(async () => (await store.checkpointTrouble())?.what === 'not-written')
  assert.is(told.length, 2)
  rmSync(place.checkpoints)
  renameSync(aside, place.checkpoints)
  await store.close()
  assert.is(told.length, 2)
  const whole = await verdict(place)
  assert.ok(whole.ok && whole.entries === 8 && whole.checkpoint?.seq === 8)
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < 200; look++) {
    if (await holds().catch(() => false)) return
    await new Promise((done) => setTimeout(done, 2 + look))
  }
  assert.unreachable('never came to be')
}

test('half a line of which was written when the power went are whole again with the next', async () => {
  const place = aPlace()
  await written(place, 3)
  const path = join(place.checkpoints, 'checkpoints.jsonl')
  const before = readFileSync(path, 'utf8')
  writeFileSync(path, `${before}{"seq":9`)
  assert.ok((await verdict(place)).ok)
  await written(place, 2, 90)
  assert.ok(textOf(place, 'checkpoints.jsonl').startsWith(before))
  assert.equal(seqsIn(place), [1, 3, 4, 5])
  assert.ok((await verdict(place)).ok)
})

test('may not be kept in the data folder', async () => {
  const place = aPlace()
  const inside = { ...place, checkpoints: join(place.dir, 'checkpoints') }
  const refusal = await open(inside).catch((failure: unknown) => failure)
  assert.ok(refusal instanceof StoreRefusal && refusal.code === 'checkpoints-inside-data')
  assert.not.ok(existsSync(place.dir))
})

test('give no false alarm while the house writes, nor at whatever entry it is ended', async () => {
  const place = aPlace()
  const store = await open(place)
  const copy = aPlace()
  let looks = 0
  for (let nth = 0; nth < 120; nth += 3) {
    const writing = Promise.all([0, 1, 2].map((more) => store.log(entry(minutes((nth + more) * 11)))))
    const said = await verdict(place)
    assert.ok(said.ok, `${nth}: ${JSON.stringify(said)}`)
    looks++
    await writing
    // what a sudden end would leave, in the order in which it is written
    for (const folder of ['dir', 'checkpoints'] as const) rmSync(copy[folder], { recursive: true, force: true })
    cpSync(place.checkpoints, copy.checkpoints, { recursive: true })
    cpSync(place.dir, copy.dir, { recursive: true })
    const left = await verdict({ ...copy, keyFile: place.keyFile })
    assert.ok(left.ok, `${nth}: ${JSON.stringify(left)}`)
  }
  await store.close()
  assert.is(looks, 40)
})

test('give no false alarm over 150 logs of all lengths, opened again and over the ends of months', async () => {
  await each([...new Array(50).keys()], 4, async (at) => {
    const clean = aPlace()
    for (let opened = 0; opened < 3; opened++) {
      await written(clean, (at * 13 + opened * 5) % 23, at * 37 + opened * 1_440 * (at % 3))
      const said = await verdict(clean)
      assert.ok(said.ok, `${at}, ${opened}: ${JSON.stringify(said)}`)
    }
    assert.ok((await new Disk(clean.dir).names('log')).length <= 3)
  })
})

test.run()
