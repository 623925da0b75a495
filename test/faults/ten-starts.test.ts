import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { everythingIn, freshFolder } from '../support/folder.ts'
import { aCase, clock } from '../support/samples.ts'
import { summaries } from './bare-summaries.ts'
import { bundled } from './shim.ts'

/* Ten processes are started at once on one folder: ROUNDS times (100 unless told). */

const test = suite('ten starts at once')
const rounds = Number(process.env.ROUNDS ?? 100)
const own = freshFolder().root
const program = bundled('test/faults/start-child.ts', own)

/** The same program without its lock. */
function lockless(): string {
  const text = readFileSync(program, 'utf8')
  const open = text.replace(/async function lock\(\w+\) \{/, '$& return { meet() {}, release: async () => {} };')
  assert.is.not(open, text)
  const path = `${own}/lockless.mjs`
  writeFileSync(path, open)
  return path
}

interface Start {
  child: ChildProcessWithoutNullStreams
  said: () => string
  failed: () => string
}

function start(path: string, { dir, keyFile }: { dir: string; keyFile: string }): Start {
  const child = spawn(process.execPath, [path, dir, keyFile])
  let said = ''
  let failed = ''
  child.stdout.on('data', (part) => {
    said += part
  })
  child.stderr.on('data', (part) => {
    failed += part
  })
  return { child, said: () => said, failed: () => failed }
}

async function until(is: () => boolean): Promise<void> {
  for (const from = performance.now(); !is(); ) {
    if (performance.now() - from > 60_000) throw new Error('a start did not answer within a minute')
    await new Promise((go) => setTimeout(go, 5))
  }
}

/** Starts so many at once; answers those that serve once each has said how it went, and how long the slowest took to refuse. */
async function atOnce(path: string, place: { dir: string; keyFile: string }, count: number) {
  const starts = Array.from({ length: count }, () => start(path, place))
  await until(() => starts.every(({ said }) => said().includes('waits')))
  for (const { child } of starts) child.stdin.write('go\n')
  const isOver = ({ child, said }: Start) => said().includes('open') || child.exitCode !== null
  await until(() => starts.every(isOver))
  const serving = starts.filter(({ said }) => said().includes('open'))
  const others = starts.filter((one) => !serving.includes(one))
  const codes = others.map(({ child }) => child.exitCode)
  await until(() => others.every(({ said, failed }) => said().includes('refused') || failed() !== ''))
  const slowest = Math.max(0, ...others.map(({ said }) => Number(/refused (\d+)/.exec(said())?.[1] ?? Number.NaN)))
  return { serving, codes, slowest, failed: others.map(({ failed }) => failed()).join('') }
}

async function end(starts: Start[]): Promise<void> {
  const over = starts.map(({ child }) => once(child, 'close'))
  for (const { child } of starts) child.kill('SIGKILL')
  await Promise.all(over)
}

const contentsOf = (dir: string) => everythingIn(dir).files.map((path) => [path, readFileSync(path).toString('base64')])

async function aPlace() {
  const place = freshFolder()
  const store = await openEmbeddedStore({ ...place, summaries, clock })
  await store.change((view) => {
    view.saveCase(aCase())
    return { ok: true, value: undefined }
  })
  await store.close()
  return place
}

test(`one of ten serves, nine end with 75 within two seconds and change nothing, ${rounds} times`, async () => {
  const place = await aPlace()
  const before = contentsOf(place.dir)
  let slowest = 0
  for (let round = 1; round <= rounds; round++) {
    // the one of the round before was killed: this one starts at once
    const found = await atOnce(program, place, 10)
    await end(found.serving)
    assert.is(found.serving.length, 1, `round ${round}: ${found.failed}`)
    assert.equal(found.codes, Array(9).fill(75), `round ${round}: ${found.failed}`)
    assert.ok(found.slowest <= 2000, `round ${round}: refused after ${found.slowest} ms`)
    assert.equal(contentsOf(place.dir), before, `round ${round}`)
    slowest = Math.max(slowest, found.slowest)
  }
  console.log(`  ${rounds} rounds of ten starts: one served in each; the slowest refusal took ${slowest} ms`)
})

test('without the lock several would serve, and that is noticed', async () => {
  const { serving } = await atOnce(lockless(), await aPlace(), 3)
  await end(serving)
  assert.ok(serving.length > 1, `${serving.length} served`)
})

test.run()
