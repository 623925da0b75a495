import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { freshFolder } from '../support/folder.ts'
import { begin } from './disk-beginning.ts'
import { scripts } from './disk-scripts.ts'
import type { Orders, Outcome } from './error-child.ts'
import { bundled, Control, compiledShim, noShim } from './shim.ts'

/*
 * A real system call that fails, at every call that changes something, once or from then on: EIO, and no room. ERRORS=n
 * makes it about n runs of each of the four; 650 unless told.
 */

const test = suite('a system call that fails')
const why = noShim()
if (why) console.log(`SKIPPED system calls that fail: ${why}`)
const onShim = why ? test.skip : test
const most = Number(process.env.ERRORS ?? 650) / scripts.length

const { root, ...begun } = freshFolder({ inMemory: true })
const counted = join(root, 'counted')
let shim: string
let program: string

test.before(async () => {
  if (why) return
  mkdirSync(counted)
  await begin(begun)
  shim = compiledShim(root)
  program = bundled('test/faults/error-child.ts', root)
})

type Wanted = Pick<Orders, 'script' | 'how' | 'forGood'> & Partial<Orders>

async function played(wanted: Wanted): Promise<Outcome> {
  const name = `${wanted.how}-${wanted.forGood}-${scripts.findIndex((one) => one.name === wanted.script)}`
  const control = new Control(root, name)
  const orders: Orders = { begun, counted: join(counted, name), control: { folder: root, name }, most, ...wanted }
  mkdirSync(orders.counted, { recursive: true })
  const { stdout } = await promisify(execFile)(process.execPath, [program, JSON.stringify(orders)], {
    env: { PATH: process.env.PATH, ...control.env(shim, orders.counted) },
    maxBuffer: 64 * 1024 * 1024,
    timeout: 5 * 60_000,
  })
  control.remove()
  return JSON.parse(stdout)
}

const faults = [
  { what: 'EIO once', how: 'e', forGood: false },
  { what: 'EIO from then on', how: 'e', forGood: true },
  { what: 'ENOSPC once', how: 's', forGood: false },
  { what: 'ENOSPC until there is room again', how: 's', forGood: true },
] as const

for (const { what, how, forGood } of faults) {
  onShim(
    `${what}, at any call: nothing false is acknowledged, nothing torn, and the next start has what was`,
    async () => {
      const sum = { runs: 0, failed: 0, refused: 0, stopped: 0 }
      const wrong: string[] = []
      const started = performance.now()
      for (const script of scripts) {
        const outcome = await played({ script: script.name, how, forGood })
        for (const key of ['runs', 'failed', 'refused', 'stopped'] as const) sum[key] += outcome[key]
        wrong.push(...outcome.wrong.map((one) => `${script.name}, ${one}`))
      }
      const seconds = Math.round((performance.now() - started) / 1000)
      const { runs, failed, refused, stopped } = sum
      console.log(
        `  ${what}: ${runs} runs, in ${failed} a call failed, ${refused} changes refused, ${stopped} times stopped, ${seconds} s`,
      )
      assert.equal(wrong.slice(0, 20), [])
      assert.ok(failed > runs / 3, `${failed} of ${runs}`)
    },
  )
}

onShim('would be noticed: a store that does not hear of a failed fsync', async () => {
  const { wrong } = await played({ script: scripts[0]!.name, how: 'e', forGood: false, broken: 'deaf', most: 20 })
  assert.ok(
    wrong.some((one) => /fsync.*nobody was told/.test(one)),
    String(wrong[0]),
  )
})

onShim('would be noticed: a store that leaves half a file behind', async () => {
  const { wrong } = await played({ script: scripts[0]!.name, how: 's', forGood: false, broken: 'untidy', most: 20 })
  assert.ok(
    wrong.some((one) => /\.tmp lies there/.test(one)),
    String(wrong[0]),
  )
})

test.run()
