// Over 150 lines because each way of tampering with one log of 200 entries is shown beside the others.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { readMasterKey } from '../../src/store/key-file.ts'
import { beginning, type Chain, follow, lineOf, logKeyOf } from '../../src/store/log-chain.ts'
import { type Bad, type Line, verifyLines, verifyLog } from '../../src/store/log-verify.ts'
import { freshFolder } from '../support/folder.ts'
import { clock, summaries } from '../support/samples.ts'

const test = suite('a log that was tampered with')

const place = { ...freshFolder({ inMemory: true }), checkpoints: freshFolder({ inMemory: true }).dir }
/** As it was after 150 entries: what somebody may have kept of it. */
const older = freshFolder({ inMemory: true }).dir
const open = () => openEmbeddedStore({ ...place, summaries, clock })
const deeds = ['open a case', 'list cases', 'sign in', 'download figures', 'book a session']
const entry = (nth: number) => ({
  at: new Date(Date.parse('2026-09-28T00:00:00.000Z') + nth * 30 * 60_000).toISOString(),
  by: ['han', 'bora', 'seo'][nth % 3]!,
  ...(nth % 4 === 0 && { role: 'counsellor', from: `192.0.2.${nth}` }),
  deed: deeds[nth % deeds.length]!,
  ...(nth % 2 === 0 && { caseNumber: `2026-${String(nth).padStart(4, '0')}` }),
  decision: nth % 7 === 0 ? ('refused' as const) : ('allowed' as const),
  status: 200,
})

/** 200 entries in two months, as the house writes them: some together, some alone, and opened again in between. */
let store = await open()
for (let nth = 0; nth < 200; ) {
  const together = Math.min(1 + (nth % 5), 200 - nth, nth < 150 ? 150 - nth : 200)
  await Promise.all(Array.from({ length: together }, (_, at) => store.log(entry(nth + at))))
  nth += together
  if (nth === 150 || nth % 40 < together) {
    await store.close()
    if (nth === 150) cpSync(join(place.dir, 'log'), older, { recursive: true })
    store = await open()
  }
}
await store.close()

const master = (await readMasterKey(place.keyFile))!
const key = logKeyOf(master)
const folder = join(place.dir, 'log')
const files = readdirSync(folder)
const contents = new Map(files.map((file) => [file, readFileSync(join(folder, file))]))
const verdict = (checkpoints: string | undefined = place.checkpoints) => verifyLog(place.dir, master, checkpoints)

function putBack(): void {
  rmSync(folder, { recursive: true })
  cpSync(older, folder, { recursive: true })
  for (const [file, bytes] of contents) writeFileSync(join(folder, file), bytes)
}

/** The lines of the whole log, as a reader comes by them. */
const linesIn = (file: string): Line[] => {
  const texts = contents.get(file)!.toString('latin1').split('\n').slice(0, -1)
  return texts.map((text, at) => ({ file, line: at + 1, bytes: Buffer.from(text, 'latin1'), whole: true }))
}
const lines = files.flatMap(linesIn)
const signed = readFileSync(join(place.checkpoints, 'checkpoints.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line))
/** What the verifier says of these lines instead. */
const saidOf = async (changed: Line[]): Promise<Bad> => {
  const said = await verifyLines(changed, key, signed)
  assert.not.ok(said.ok, 'not noticed')
  return said as Bad
}

test('is whole before', async () => {
  assert.equal(files, ['2026-09.jsonl', '2026-10.jsonl'])
  assert.equal([lines.length, (await verifyLines(lines, key, signed)).ok], [200, true])
  const whole = await verdict()
  assert.ok(whole.ok && whole.entries === 200 && whole.checkpoint?.seq === 200)
})

test('shows each bit that was flipped', () => {
  let chain: Chain = beginning
  let flips = 0
  for (const [at, { bytes }] of lines.entries()) {
    // a flip in a line, or in the line break behind it, must show before the line after next
    const next = lines[at + 1]?.bytes ?? Buffer.alloc(0)
    const window = Buffer.concat([bytes, Buffer.from('\n'), next, Buffer.from(next.length > 0 ? '\n' : '')])
    for (let bit = 0; bit < (bytes.length + 1) * 8; bit++) {
      window[bit >> 3]! ^= 1 << (bit & 7)
      if (passes(chain, window)) assert.unreachable(`bit ${bit} of entry ${at + 1}`)
      window[bit >> 3]! ^= 1 << (bit & 7)
      flips++
    }
    assert.ok(passes(chain, window))
    chain = follow(chain, bytes, key) as Chain
  }
  assert.is(chain.seq, 200)
  assert.ok(flips > 350_000, `${flips} flips`)
})

test('shows a bit that was flipped in a letter that stands for what is no text', () => {
  const { line } = lineOf({ ...entry(0), deed: 'a \ufffd b' }, 1, beginning.hash, key)
  const bytes = Buffer.from(line)
  assert.is.not(typeof follow(beginning, bytes, key), 'string')
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    bytes[bit >> 3]! ^= 1 << (bit & 7)
    assert.type(follow(beginning, bytes, key), 'string', `bit ${bit}`)
    bytes[bit >> 3]! ^= 1 << (bit & 7)
  }
  // bytes that are no text, and that a kind reader would take for that letter
  const at = bytes.indexOf('\ufffd')
  const other = Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff]), bytes.subarray(at + 3)])
  assert.is(follow(beginning, other, key), 'not-an-entry')
})

/** Whether these bytes go on with the chain, line by line, to their end. */
function passes(chain: Chain, bytes: Buffer): boolean {
  let from = 0
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
    const found = follow(chain, bytes.subarray(from, end), key)
    if (typeof found === 'string') return false
    chain = found
    from = end + 1
  }
  return from === bytes.length
}

test('shows a bit that was flipped also when it is read from the disk', async () => {
  for (let nth = 0; nth < 60; nth++) {
    const file = files[nth % 2]!
    const bytes = Buffer.from(contents.get(file)!)
    const bit = (nth * 7_919) % (bytes.length * 8)
    bytes[bit >> 3]! ^= 1 << (bit & 7)
    writeFileSync(join(folder, file), bytes)
    // the last line break is looked at again and again, in case somebody is writing
    if (bit < (bytes.length - 1) * 8) assert.not.ok((await verdict(undefined)).ok, `${file} bit ${bit}`)
    writeFileSync(join(folder, file), contents.get(file)!)
  }
})

test('shows each entry that was removed, doubled, or swapped with any of four others', async () => {
  for (let at = 0; at < lines.length; at++) {
    const removed = await saidOf(lines.toSpliced(at, 1))
    assert.equal([removed.seq, removed.why], [at + 1, at === 199 ? 'cut-off' : 'out-of-order'])
    const doubled = await saidOf(lines.toSpliced(at, 0, lines[at]!))
    assert.equal([doubled.seq, doubled.why], [at + 2, 'out-of-order'])
    for (let by = 1; by <= 4; by++) {
      const other = (at + by * by * 7) % lines.length
      const swapped = await saidOf(lines.with(at, lines[other]!).with(other, lines[at]!))
      assert.equal([swapped.seq, swapped.why], [Math.min(at, other) + 1, 'out-of-order'])
    }
  }
})

test('shows an entry of another time or of another house that was put in, at each place', async () => {
  const foreign = { ...place, ...freshFolder({ inMemory: true }) }
  const other = await openEmbeddedStore({ ...foreign, checkpoints: `${foreign.root}/c`, summaries, clock })
  for (let nth = 0; nth < 3; nth++) await other.log(entry(nth))
  await other.close()
  const bytes = Buffer.from(readFileSync(join(foreign.dir, 'log/2026-09.jsonl'), 'utf8').split('\n')[0]!)
  for (let at = 0; at <= lines.length; at++) {
    const said = await saidOf(lines.toSpliced(at, 0, { file: 'x', line: 1, bytes, whole: true }))
    assert.is(said.seq, at + 1)
    await saidOf(lines.toSpliced(at, 1, { file: 'x', line: 1, bytes, whole: true }))
  }
})

test('shows an entry that was written after another past, though it was made to name the one that stands before it', () => {
  const [first, other] = [0, 1].map((nth) => lineOf(entry(nth), 1, beginning.hash, key))
  const second = lineOf(entry(2), 2, first!.hash, key).line
  const after = (line: string) => follow(beginning, Buffer.from(line), key) as Chain
  assert.is.not(typeof follow(after(first!.line), Buffer.from(second), key), 'string')
  const renamed = Buffer.from(second.replace(first!.hash, other!.hash))
  assert.is(follow(after(other!.line), renamed, key), 'changed')
})

test('shows what was cut off at the end, whatever the length that is left', async () => {
  for (let length = 0; length < 200; length++) {
    const said = await saidOf(lines.slice(0, length))
    assert.equal([said.seq, said.why], [length + 1, 'cut-off'])
  }
  // without the second place nobody could know
  assert.ok((await verifyLines(lines.slice(0, 120), key, [])).ok)
  for (const length of [1, 60, 130, 199]) {
    rmSync(folder, { recursive: true })
    cpSync(older, folder, { recursive: true })
    for (const file of files) {
      const left = lines.slice(0, length).filter((line) => line.file === file)
      writeFileSync(join(folder, file), left.map(({ bytes }) => `${bytes}\n`).join(''))
    }
    const said = await verdict()
    assert.ok(!said.ok && said.seq === length + 1 && said.why === 'cut-off', `${length} left`)
  }
  putBack()
})

test('shows an older log in the place of the newer, also one that was gone on with', async () => {
  for (const file of files) rmSync(join(folder, file))
  cpSync(older, folder, { recursive: true })
  const cut = await verdict()
  assert.ok(!cut.ok && cut.why === 'cut-off' && cut.seq === 151)
  // the house itself goes on from there, and says on which entry it should have gone on
  const told: string[] = []
  const gone = { ...place, checkpoints: freshFolder({ inMemory: true }).dir }
  cpSync(place.checkpoints, gone.checkpoints, { recursive: true })
  const again = await openEmbeddedStore({ ...gone, summaries, clock, report: (sentence) => told.push(sentence) })
  assert.equal(await again.checkpointTrouble(), { what: 'log-behind', since: entry(199).at })
  assert.match(told.join(), /log does not hold all .* log:verify/)
  for (let nth = 0; nth < 60; nth++) await again.log(entry(nth))
  await again.close()
  assert.is(told.length, 1)
  const other = await verifyLog(place.dir, master, gone.checkpoints)
  assert.ok(!other.ok && other.why === 'other-than-signed' && other.seq > 150, JSON.stringify(other))
  putBack()
  assert.ok((await verdict()).ok)
})

test.run()
