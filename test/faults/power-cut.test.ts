// Over 150 lines because two stores that must be caught are cut in the same way as ours.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { freshFolder } from '../support/folder.ts'
import type { Orders } from './cut-child.ts'
import { begin } from './disk-beginning.ts'
import { saidIn, wrongIn } from './disk-oracle.ts'
import { scripts } from './disk-scripts.ts'
import { bundled, Control, compiledShim, noShim, someOf } from './shim.ts'
import { noDisks, SmallDisk } from './small-disk.ts'

/*
 * A power cut on a real ext4, at every call that changes something: the file system is shut down without writing its
 * journal, mounted again, and the next process must find every acknowledged change whole. CUTS=n makes it about n cuts,
 * spread over all calls; all of them unless told.
 */

const test = suite('a power cut on a real disk')
const why = noShim() ?? noDisks()
if (why) console.log(`SKIPPED power cuts on a real disk: ${why}`)
const onDisk = why ? test.skip : test
const most = Number(process.env.CUTS ?? Number.POSITIVE_INFINITY) / scripts.length
/** Enough to tell a share by. */
const mostOfControl = Math.min(60, Math.max(20, most))

let disk: SmallDisk
const folder = freshFolder().root
let shim: string
let program: string
let children = 0

test.before(async () => {
  if (why) return
  shim = compiledShim(folder)
  program = bundled('test/faults/cut-child.ts', folder)
  disk = new SmallDisk()
  disk.format(32)
  disk.mount()
  await begin(place())
  disk.unmount()
  disk.keep()
})
test.after(() => {
  if (!why) disk.remove()
})

const place = () => ({ dir: join(disk.dir, 'store'), keyFile: join(folder, 'store.key') })

interface Warm {
  child: ChildProcess
  control: Control
  said: () => string
}

/** A process that has started and waits; what it is told on its own disk is counted. */
function warm(): Warm {
  const control = new Control(folder, `child-${++children}`)
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, ...control.env(shim, disk.dir) },
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  return { child, control, said: () => said }
}

let next: Warm | undefined

/** Plays a script and cuts the power at one call, or never; then the disk is there again. How many calls there were. */
async function cutAt(at: number, orders: Pick<Orders, 'script' | 'store'>): Promise<{ calls: number; acks: string }> {
  const { child, control, said } = next ?? warm()
  next = warm()
  const acks = join(folder, 'acks')
  writeFileSync(acks, '')
  disk.restore()
  disk.mount()
  control.set({ at, how: 'c' })
  const ended = once(child, 'close')
  child.stdin?.write(`${JSON.stringify({ ...place(), acks, ...orders })}\n`)
  const [code] = await ended
  const calls = control.count()
  assert.is(code, at > 0 && calls >= at ? 97 : 0, `call ${at}: ${said()}`)
  control.remove()
  disk.unmount()
  disk.mount()
  return { calls, acks: readFileSync(acks, 'utf8') }
}

/** Cuts at every call of a script, or at some of them where fewer are wanted. */
async function everyCut(
  orders: Pick<Orders, 'script' | 'store'>,
  atMost: number,
  look: (acks: string, at: number) => Promise<void>,
): Promise<number> {
  const { calls, acks } = await cutAt(0, orders)
  await look(acks, calls + 1)
  disk.unmount()
  const chosen = someOf(calls, atMost)
  for (const at of chosen) {
    const cut = await cutAt(at, orders)
    try {
      await look(cut.acks, at)
    } finally {
      disk.unmount()
    }
  }
  return chosen.length
}

for (const script of scripts) {
  onDisk(`at any call loses nothing acknowledged and tears nothing: ${script.name}`, async () => {
    const wrong: string[] = []
    const started = performance.now()
    const cuts = await everyCut({ script: script.name, store: 'ours' }, most, async (acks, at) => {
      const found = await wrongIn(place(), script, saidIn(acks))
      wrong.push(...found.map((one) => `call ${at}: ${one}`))
    })
    console.log(`  ${cuts} cuts, ${Math.round((performance.now() - started) / 1000)} s: ${script.name}`)
    assert.equal(wrong, [])
  })
}

/** Of how many cuts, by a store that is not ours or not whole, something was lost that had been acknowledged. */
async function losses(store: Orders['store'], script: string, isLost: (acks: string) => Promise<boolean>) {
  let lost = 0
  const cuts = await everyCut({ script, store }, mostOfControl, async (acks, at) => {
    if (at > 0 && (await isLost(acks))) lost++
  })
  console.log(`  ${store} lost what was acknowledged at ${lost} of ${cuts} cuts`)
  return lost / cuts
}

onDisk('would be noticed: lowdb as it comes loses most', async () => {
  const share = await losses('stock lowdb', '', async (acks) => {
    const least = Math.max(0, ...[...saidIn(acks).acknowledged].map(Number))
    const path = `${place().dir}.json`
    const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
    return !(text && JSON.parse(text).n >= least) && least > 0
  })
  assert.ok(share >= 0.5, `only ${Math.round(share * 100)} %`)
})

onDisk('would be noticed: our own store without the folder’s fsync loses much', async () => {
  const script = scripts[0]!
  const share = await losses('no folder sync', script.name, async (acks) => {
    const wrong = await wrongIn(place(), script, saidIn(acks))
    return wrong.some((one) => one.endsWith('is lost'))
  })
  assert.ok(share >= 0.3, `only ${Math.round(share * 100)} %`)
})

onDisk('leaves no process waiting', async () => {
  next?.child.stdin?.end()
  if (next) await once(next.child, 'close')
})

test.run()
