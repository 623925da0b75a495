// Over 150 lines because each way of tampering with one log is shown beside the others.
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { readMasterKey } from '../../src/store/key-file.ts'
import { type Verdict, verifyLog } from '../../src/store/log-verify.ts'
import { freshFolder } from '../support/folder.ts'
import { clock, summaries } from '../support/samples.ts'
import { all } from './contract-reading.ts'

const test = suite('the log')

type Place = { dir: string; keyFile: string }
const open = (place: Place) => openEmbeddedStore({ ...place, summaries, clock })
const verdict = async ({ dir, keyFile }: Place): Promise<Verdict> => verifyLog(dir, (await readMasterKey(keyFile))!)
const entry = (at: string, caseNumber = '2026-0001') => {
  return {
    at,
    by: 'han',
    role: 'counsellor',
    from: '127.0.0.1',
    deed: 'open a case',
    caseNumber,
    decision: 'allowed',
    status: 200,
  } as const
}
const september = '2026-09-30T15:00:00.000Z'
const october = '2026-10-01T00:00:00.000Z'
const november = '2026-11-16T00:00:00.000Z'

/** Six entries in three months, closed again. */
async function written(): Promise<Place> {
  const place = freshFolder()
  const store = await open(place)
  for (const at of [september, october, november]) await Promise.all([store.log(entry(at)), store.log(entry(at))])
  await store.close()
  return place
}

const linesOf = (path: string) => readFileSync(path, 'utf8').split('\n').slice(0, -1)
const write = (path: string, lines: string[]) => writeFileSync(path, lines.map((line) => `${line}\n`).join(''))

test('is one file per UTC month, one line per entry, in one chain', async () => {
  const place = await written()
  assert.equal(readdirSync(join(place.dir, 'log')), ['2026-09.jsonl', '2026-10.jsonl', '2026-11.jsonl'])
  const lines = linesOf(join(place.dir, 'log/2026-10.jsonl')).map((line) => JSON.parse(line))
  assert.equal(
    lines.map(({ seq, at }) => [seq, at]),
    [
      [3, october],
      [4, october],
    ],
  )
  assert.is(lines[1].previous, lines[0].hash)
  const whole = await verdict(place)
  assert.ok(whole.ok && whole.entries === 6)
})

test('goes on where it ended when the store opens again', async () => {
  const place = await written()
  const store = await open(place)
  await store.log(entry(november))
  await store.close()
  const whole = await verdict(place)
  assert.ok(whole.ok && whole.entries === 7)
})

test('stays one chain when the clock is set back a month', async () => {
  const place = await written()
  const store = await open(place)
  await store.log(entry(september, '2026-0009'))
  const found = await all(store.logged(september, october))
  assert.equal(
    found.map(({ seq }) => seq),
    [1, 2, 7],
  )
  await store.close()
  const whole = await verdict(place)
  assert.ok(whole.ok && whole.entries === 7)
})

test('shows every byte that was changed, and says where', async () => {
  const place = await written()
  const path = join(place.dir, 'log/2026-10.jsonl')
  const bytes = readFileSync(path)
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at]! ^= 1
    writeFileSync(path, changed)
    const found = await verdict(place)
    assert.not.ok(found.ok, `byte ${at} of ${bytes.length}`)
    const line = bytes.subarray(0, at).toString('utf8').split('\n').length
    if (!found.ok && bytes[at] !== 10) assert.equal([found.file, found.line], ['2026-10.jsonl', line], `byte ${at}`)
  }
  writeFileSync(path, bytes)
  assert.ok((await verdict(place)).ok)
})

test('shows an entry taken out, put in twice, swapped, and a month taken out', async () => {
  const place = await written()
  const path = join(place.dir, 'log/2026-10.jsonl')
  const [first, second] = linesOf(path) as [string, string]
  const cases: [string[], number, number][] = [
    [[second], 1, 3],
    [[first, first, second], 2, 4],
    [[second, first], 1, 3],
    [[first, '', second], 2, 4],
  ]
  for (const [lines, line, seq] of cases) {
    write(path, lines)
    const found = await verdict(place)
    assert.not.ok(found.ok)
    if (!found.ok) assert.equal([found.file, found.line, found.seq], ['2026-10.jsonl', line, seq])
  }
  // the last of a month or a whole month: the next one does not follow any more
  for (const lines of [[first], []]) {
    write(path, lines)
    const found = await verdict(place)
    assert.ok(!found.ok && found.file === '2026-11.jsonl' && found.line === 1 && found.why === 'out-of-order')
  }
})

test('cannot be written anew without the key', async () => {
  const place = await written()
  const found = await verifyLog(place.dir, new Uint8Array(32))
  assert.ok(!found.ok && found.seq === 1 && found.why === 'changed')
})

test('loses a torn last line at the start, and nothing else', async () => {
  const place = await written()
  const path = join(place.dir, 'log/2026-11.jsonl')
  const whole = readFileSync(path, 'utf8')
  for (const torn of ['{"seq":7,"at":"2026', '\0\0\0\0', '\0\0\0\n{"seq":8', '{"seq":7']) {
    writeFileSync(path, whole + torn)
    const before = await verdict(place)
    assert.not.ok(before.ok)
    await (await open(place)).close()
    assert.is(readFileSync(path, 'utf8'), whole)
  }
  appendFileSync(path, '{"seq"')
  const store = await open(place)
  await store.log(entry(november))
  await store.close()
  const after = await verdict(place)
  assert.ok(after.ok && after.entries === 7)
})

test('of which a month was begun and nothing written goes on from the month before', async () => {
  const place = await written()
  writeFileSync(join(place.dir, 'log/2026-12.jsonl'), '{"se', { mode: 0o600 })
  const store = await open(place)
  await store.log(entry('2026-12-01T00:00:00.000Z'))
  await store.close()
  const after = await verdict(place)
  assert.ok(after.ok && after.entries === 7)
  assert.ok(existsSync(join(place.dir, 'log/2026-12.jsonl')))
})

test.run()
