// Over 150 lines because what must hold after EIO and after ENOSPC stands side by side.
import { cpSync, rmSync } from 'node:fs'
import * as fsp from 'node:fs/promises'
import { join } from 'node:path'
import { done } from '../../src/result.ts'
import { codeOf, type Files } from '../../src/store/disk.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import type { Store } from '../../src/store/store.ts'
import { summaries } from '../../src/summaries.ts'
import { clock, settings } from '../support/samples.ts'
import type { Place } from './disk-beginning.ts'
import { heldIn, type Said, strayIn, wrongIn } from './disk-oracle.ts'
import { type Step, scripts } from './disk-scripts.ts'
import { Control, type Fault, someOf } from './shim.ts'

/*
 * A process whose disk fails: it plays one script again and again, each time on a new copy of the same folder, and has
 * another call fail each time; then the disk is well again, and the store is opened anew.
 */

export interface Orders {
  /** folder and key with which each run begins */
  begun: Place
  /** the folder whose calls are counted */
  counted: string
  /** where the shim is told what to do */
  control: { folder: string; name: string }
  script: string
  how: 'e' | 's'
  forGood: boolean
  /** about so many runs, spread over all calls */
  most: number
  /** a store that must be caught: it does not hear of a failed fsync; it leaves behind what it was to remove */
  broken?: 'deaf' | 'untidy'
}

export interface Outcome {
  calls: number
  runs: number
  /** in how many a call failed, and how many changes were refused in all */
  failed: number
  refused: number
  /** in how many the store wrote no more until the next start */
  stopped: number
  wrong: string[]
}

const broken: Record<'deaf' | 'untidy', Files> = {
  deaf: {
    ...fsp,
    open: async (path, flags, mode) => {
      const handle = await fsp.open(path, flags, mode)
      const sync = handle.sync.bind(handle)
      handle.sync = () => sync().catch(() => {})
      return handle
    },
  },
  untidy: { ...fsp, unlink: async (path) => (String(path).endsWith('.tmp') ? undefined : fsp.unlink(path)) },
}

const orders: Orders = JSON.parse(process.argv[2] ?? '')
const control = new Control(orders.control.folder, orders.control.name)
const script = scripts.find(({ name }) => name === orders.script)!
const well: Fault = { at: 0, how: 'e' }

async function played(store: Store, steps: Step[], said: Said): Promise<void> {
  const heard = (step: Step) =>
    step.act(store).then(
      () => said.acknowledged.add(step.name),
      (failure) => said.refused.set(step.name, codeOf(failure) ?? String(failure)),
    )
  await Promise.all(steps.map(heard))
}

/** What one more change is answered. */
const oneMore = (store: Store): Promise<string> =>
  store
    .change((view) => done(view.saveSettings(settings)))
    .then(
      () => 'done',
      (failure) => codeOf(failure) ?? String(failure),
    )

interface Run {
  calls: number
  isHit: boolean
  isStopped: boolean
  refused: number
  wrong: string[]
}

async function run(at: number): Promise<Run> {
  const place = { dir: join(orders.counted, `run-${at}`), keyFile: orders.begun.keyFile }
  control.set(well)
  cpSync(orders.begun.dir, place.dir, { recursive: true })
  const files = orders.broken ? { files: broken[orders.broken] } : {}
  const store = await openEmbeddedStore({ ...place, summaries, clock, ...files })
  const said: Said = { acknowledged: new Set(), refused: new Map() }
  control.set({ at, how: orders.how, forGood: orders.forGood })
  let heardOf = Number.POSITIVE_INFINITY
  for (const group of script.groups) {
    await played(store, group, said)
    if (said.refused.size > 0) heardOf = Math.min(heardOf, control.count())
  }
  const calls = control.calls()
  const wrong =
    orders.how === 'e' ? await afterEio(store, said, calls, heardOf) : await afterEnospc(store, place.dir, said, calls)
  const { held } = await heldIn(store, undefined, script)
  wrong.push(...[...said.acknowledged].filter((name) => !held.has(name)).map((name) => `${name} is not to be seen`))
  const isStopped = [...said.refused.values()].includes('stopped')
  await store.close()
  control.set(well)
  // who was told that there is no room, by a store that goes on, is told the truth
  wrong.push(...(await wrongIn(place, script, said, orders.how === 's' && !isStopped ? [] : undefined)))
  rmSync(place.dir, { recursive: true })
  const isHit = calls.some((call) => call.startsWith('!'))
  return { calls: calls.length, isHit, isStopped, refused: said.refused.size, wrong }
}

/**
 * Once somebody was refused, nothing is written any more, nor when the disk is well again: what it holds is known at
 * the next start. `heardOf`: how many calls there were by then.
 */
async function afterEio(store: Store, said: Said, calls: string[], heardOf: number): Promise<string[]> {
  const hit = calls.findIndex((call) => call.startsWith('!'))
  if (hit < 0) return []
  const wrong = said.refused.size > 0 ? [] : [`${calls[hit]} failed, and nobody was told`]
  const next = await oneMore(store)
  calls.push(...control.calls().slice(calls.length))
  control.set(well)
  const later = await oneMore(store)
  if (next !== 'stopped' || later !== 'stopped') wrong.push(`after ${calls[hit]} a change is ${next}, then ${later}`)
  wrong.push(...calls.slice(heardOf).map((call) => `${call} after ${calls[hit]}`))
  return wrong
}

/** What was refused is done once there is room; only when what the disk holds is not known, it is not. */
async function afterEnospc(store: Store, dir: string, said: Said, calls: string[]): Promise<string[]> {
  const hits = calls.filter((call) => call.startsWith('!'))
  const [hit] = hits
  if (!hit) return said.refused.size > 0 ? ['refused, and no call failed'] : []
  // a name for which there was no room once gets that which is kept for it
  const isMended = hits.length === 1 && hit.startsWith('!rename ')
  const wrong = said.refused.size > 0 || isMended ? [] : [`${hit} failed, and nobody was told`]
  control.set(well)
  const next = await oneMore(store)
  const mayStop = hits.some((call) => /^!(fsync \S+\.jsonl|rename )/.test(call))
  if (next === 'stopped' && mayStop) {
    for (const name of said.refused.keys()) said.refused.set(name, 'stopped')
    return wrong
  }
  if (next !== 'done') return [...wrong, `with room again, after ${hit}, a change is ${next}`]
  wrong.push(...strayIn(dir).map((path) => `${path} lies there after ${hit}`))
  const again = script.groups.flat().filter(({ name }) => said.refused.has(name))
  for (const step of again) await played(store, [step], said)
  return [
    ...wrong,
    ...again.filter(({ name }) => !said.acknowledged.has(name)).map(({ name }) => `${name} refused again`),
  ]
}

const { calls } = await run(0)
const outcome: Outcome = { calls, runs: 0, failed: 0, refused: 0, stopped: 0, wrong: [] }
for (const at of someOf(calls, orders.most)) {
  const { isHit, isStopped, refused, wrong } = await run(at)
  outcome.runs++
  outcome.failed += Number(isHit)
  outcome.stopped += Number(isStopped)
  outcome.refused += refused
  outcome.wrong.push(...wrong.map((one) => `call ${at}: ${one}`))
}
console.log(JSON.stringify(outcome))
