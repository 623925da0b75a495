// Over 150 lines because each way of damaging one backup is shown beside the others.
import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { backUp } from '../../src/store/backup.ts'
import { keysName, nameOf } from '../../src/store/backup-folder.ts'
import { ParcelRefusal, pack, unpack } from '../../src/store/parcel.ts'
import type { Piece } from '../../src/store/pieces.ts'
import { newRecoveryKey, privateKeyOf } from '../../src/store/recovery-key.ts'
import { restore } from '../../src/store/restore.ts'
import { freshFolder } from '../support/folder.ts'
import { clock, now, summaries } from '../support/samples.ts'
import { aBackedStore, backedUp, broughtBackFrom, newestOf, refusalOf } from './backing-up.ts'

const test = suite('a backup that was damaged')

/** FLIPS=n flips n bits (200 unless told), FLIPS_SEED repeats a run. */
const flips = Number(process.env.FLIPS ?? 200)
const seed = Number(process.env.FLIPS_SEED ?? Date.now() % 1_000_000)

const place = await aBackedStore()
const { name: older } = await backedUp(place)
await backedUp(place)
const newest = await newestOf(place)
const contents = new Map([newest, keysName].map((name) => [name, readFileSync(join(place.to, name))]))
/** What is brought back from lies here, and would go there. */
const from = freshFolder({ inMemory: true }).dir
mkdirSync(from)
const putBack = () => {
  for (const [name, bytes] of contents) writeFileSync(join(from, name), bytes)
}
putBack()
const target = freshFolder({ inMemory: true })
const bring = () => restore({ ...target, from, recoveryKey: place.recoveryKey, summaries, clock })

/** Refused, and not a byte written. */
async function refused(what: string, codes = ['backup-damaged']): Promise<void> {
  const code = await refusalOf(bring()).catch((failure: Error) => `${failure.message}`)
  assert.ok(codes.includes(code), `${what}: ${code}`)
  assert.equal(readdirSync(target.root), [], what)
}

test(`in one bit is refused: ${flips} bits (seed ${seed})`, async () => {
  let state = seed
  const random = (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
  for (let flip = 0; flip < flips; flip++) {
    const name = flip % 2 === 0 ? newest : keysName
    const bytes = Buffer.from(contents.get(name)!)
    // every tenth in the first line, or in the last, where the seals differ
    const lines = bytes.toString('latin1').trimEnd()
    const lengths = [lines.indexOf('\n'), bytes.length - lines.lastIndexOf('\n') - 1]
    const bits = flip % 10 < 2 ? lengths[flip % 10]! * 8 : bytes.length * 8
    const bit = (flip % 10 === 1 ? (bytes.length - lengths[1]!) * 8 : 0) + random(bits)
    bytes[bit >> 3]! ^= 1 << (bit & 7)
    writeFileSync(join(from, name), bytes)
    await refused(`${name}, bit ${bit}`, ['backup-damaged', 'wrong-recovery-key'])
    writeFileSync(join(from, name), contents.get(name)!)
  }
})

test('in the last bits of each seal, which carry nothing, is refused as well', async () => {
  for (const [name, whole] of contents) {
    const text = whole.toString('latin1')
    for (let at = 0; at < text.length; at++) {
      // the letters before a dot or a line break
      if (!/[.\n]/.test(text[at + 1] ?? '') || text[at] === '.') continue
      const bytes = Buffer.from(whole)
      const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
      bytes[at] = letters.charCodeAt(letters.indexOf(text[at]!) ^ 1)
      writeFileSync(join(from, name), bytes)
      await refused(`${name}, letter ${at}`, ['backup-damaged', 'wrong-recovery-key'])
    }
    writeFileSync(join(from, name), whole)
  }
})

test('cut short at any of 50 places is refused, and so is one with something behind its end', async () => {
  for (const [name, whole] of contents) {
    for (let nth = 0; nth < 25; nth++) {
      writeFileSync(join(from, name), whole.subarray(0, Math.floor((whole.length * nth) / 25)))
      await refused(`${name}, ${nth} of 25`)
    }
    const lines = whole.toString('latin1').split('\n')
    for (const length of lines.keys()) {
      writeFileSync(
        join(from, name),
        lines
          .slice(0, length)
          .map((line) => `${line}\n`)
          .join('')
          .slice(0, -1),
      )
      await refused(`${name} without the end of line ${length}`)
      if (length === lines.length - 1) break
      writeFileSync(
        join(from, name),
        lines
          .slice(0, length)
          .map((line) => `${line}\n`)
          .join(''),
      )
      await refused(`${name}, ${length} lines`)
    }
    for (const more of ['\n', 'x', '{}\n', lines[0]!, `${lines.at(-2)}\n`]) {
      writeFileSync(join(from, name), Buffer.concat([whole, Buffer.from(more)]))
      await refused(`${name} with more`)
    }
    writeFileSync(join(from, name), whole)
  }
})

test('with lines swapped, doubled, left out or of another backup is refused', async () => {
  const others = readFileSync(join(place.to, older), 'latin1').split('\n')
  const lines = contents.get(newest)!.toString('latin1').split('\n').slice(0, -1)
  const changed: string[][] = []
  for (let at = 0; at < lines.length; at++) {
    changed.push(lines.toSpliced(at, 1), lines.toSpliced(at, 0, lines[at]!), lines.with(at, others[at]!))
    if (at > 0) changed.push(lines.with(at, lines[at - 1]!).with(at - 1, lines[at]!))
  }
  for (const [at, some] of changed.entries()) {
    writeFileSync(join(from, newest), some.map((line) => `${line}\n`).join(''))
    await refused(`change ${at}`)
  }
  assert.ok(changed.length >= 11, `${changed.length} changes`)
  putBack()
})

test('of many lines is refused when any two are swapped, one is doubled or one is left out', async () => {
  const { text, publicKey } = newRecoveryKey()
  const recovery = { privateKey: privateKeyOf(text), publicKey }
  const path = join(from, 'many')
  const files = Array.from(
    { length: 4 },
    (_, at): Piece => [`cases/${at}.json`, Buffer.from(randomBytes(140_000).toString('base64url'))],
  )
  await pack(path, { version: 1, kind: 'records', at: now, store: 'x' }, publicKey, files)
  const taken: Piece[] = []
  assert.is((await unpack(path, recovery, (piece) => void taken.push(piece))).at, now)
  for (const [name, bytes] of files)
    assert.ok(Buffer.concat(taken.filter(([one]) => one === name).map(([, part]) => part)).equals(bytes))
  const lines = readFileSync(path, 'latin1').split('\n').slice(0, -1)
  assert.ok(lines.length > 5, `${lines.length} lines`)
  const swaps = lines.flatMap((one, at) => lines.slice(0, at).map((other, to) => lines.with(at, other).with(to, one)))
  const others = lines.flatMap((one, at) => [lines.toSpliced(at, 1), lines.toSpliced(at, 0, one)])
  for (const some of [...swaps, ...others]) {
    writeFileSync(path, some.map((line) => `${line}\n`).join(''))
    const failure = await unpack(path, recovery, () => {}).catch((one) => one)
    assert.instance(failure, ParcelRefusal)
  }
  rmSync(path)
})

test('as another house’s keys, or keys as records, is refused; as it was made it comes back', async () => {
  const other = await aBackedStore()
  await backedUp(other)
  copyFileSync(join(other.to, keysName), join(from, keysName))
  await refused('keys of another house', ['wrong-recovery-key'])
  putBack()
  writeFileSync(join(from, newest), contents.get(keysName)!)
  await refused('keys as records')
  putBack()
  assert.is((await bring()).cases, 3)
})

test('before it was made, in one of its records, is refused when that does not open, and nothing is left', async () => {
  const broken = await aBackedStore()
  const path = join(broken.dir, 'cases/2026-0001.json')
  const bytes = readFileSync(path)
  bytes[bytes.length - 30]! ^= 1
  writeFileSync(path, bytes)
  await backedUp(broken)
  const { dir, keyFile, root } = freshFolder({ inMemory: true })
  const bring = restore({ from: broken.to, dir, keyFile, recoveryKey: broken.recoveryKey, summaries, clock })
  assert.is(await refusalOf(bring), 'record-unreadable')
  assert.equal(readdirSync(root), [])
})

test('by an end between its two files has the newer keys, with which the records of the one before come back', async () => {
  const broken = await aBackedStore()
  const { name } = await backedUp(broken)
  const path = join(broken.to, keysName)
  const before = readFileSync(path)
  const next = '2026-11-17T03:00:00.000Z'
  // the records cannot come to their name
  const inTheWay = join(broken.to, nameOf(next))
  mkdirSync(inTheWay)
  assert.match(String(await backUp({ ...broken, now: next }).catch((failure: Error) => failure.message)), /EISDIR/)
  assert.not.ok(readFileSync(path).equals(before))
  rmSync(inTheWay, { recursive: true })
  assert.is((await broughtBackFrom(broken)).name, name)
})

test.run()
