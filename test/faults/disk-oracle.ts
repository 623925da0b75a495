import { readFileSync } from 'node:fs'
import { verifyLog } from '../../src/store/log-verify.ts'
import type { Store } from '../../src/store/store.ts'
import { everythingIn } from '../support/folder.ts'
import { now } from '../support/samples.ts'
import { open, type Place } from './disk-beginning.ts'
import type { Script, Step } from './disk-scripts.ts'

/** What a process said before its end: which steps were acknowledged, and which refused with what. */
export interface Said {
  acknowledged: Set<string>
  refused: Map<string, string>
}

/** Lines `+ step` and `- step: code`; a line without its end was never heard. */
export function saidIn(text: string): Said {
  const said: Said = { acknowledged: new Set(), refused: new Map() }
  for (const line of text.split('\n').slice(0, -1)) {
    if (line.startsWith('+ ')) said.acknowledged.add(line.slice(2))
    const [, step, code] = /^- (.*): (.*?)$/.exec(line) ?? []
    if (step && code) said.refused.set(step, code)
  }
  return said
}

/** Which steps of a script a store holds; which it holds in part. `dir`: its folder is looked into as well. */
export async function heldIn(
  store: Store,
  dir: string | undefined,
  script: Script,
): Promise<{ held: Set<string>; torn: string[] }> {
  const held = new Set<string>()
  const torn: string[] = []
  for (const step of script.groups.flat()) {
    const pieces = await step.pieces(store, dir)
    if (pieces.every(Boolean)) held.add(step.name)
    else if (pieces.some(Boolean)) torn.push(`${step.name} is torn: ${pieces.map(Number).join('')}`)
  }
  return { held, torn }
}

/** What only lies there while a change is being written. */
export const strayIn = (dir: string): string[] => everythingIn(dir).files.filter((path) => /\.tmp$|pending/.test(path))

/** Steps that may be there although nobody heard of them: those of the first group that was not acknowledged whole. */
function onTheirWay({ groups }: Script, { acknowledged }: Said): Step[] {
  return groups.find((group) => group.some(({ name }) => !acknowledged.has(name))) ?? []
}

/**
 * Starts the store on what is left, as the next process would, and lists everything that is wrong: lost, torn, there
 * though never asked for, left lying about; a log that does not verify; figures that do not fit; a store that does not
 * go on. `may`: the steps that may be there without an acknowledgement, unless it is those that were on their way.
 */
export async function wrongIn(place: Place, script: Script, said: Said, may?: Iterable<string>): Promise<string[]> {
  const store = await open(place).catch((failure: Error) => failure)
  if (store instanceof Error) return [`it does not start: ${store.message}`]
  try {
    const { held, torn } = await heldIn(store, place.dir, script)
    const allowed = new Set(may ?? onTheirWay(script, said).map(({ name }) => name))
    const lost = [...said.acknowledged].filter((name) => !held.has(name))
    const unasked = [...held].filter((name) => !said.acknowledged.has(name) && !allowed.has(name))
    const stray = strayIn(place.dir)
    const erased = [...held].filter((name) => name.startsWith('erasure')).length
    let facts = 0
    for await (const _ of store.facts()) facts++
    const { rows } = await store.rows({})
    const unread = []
    for (const { number } of rows) if (!(await store.caseFile(number))) unread.push(number)
    await store.log({ at: now, deed: 'after', decision: 'allowed', status: 200 })
    const key = Buffer.from(readFileSync(place.keyFile, 'utf8').trim(), 'base64url')
    const log = await verifyLog(place.dir, key)
    return [
      ...torn,
      ...lost.map((name) => `${name} is lost`),
      ...unasked.map((name) => `${name} is there, and should not`),
      ...stray.map((path) => `${path} was left`),
      ...unread.map((number) => `${number} has a row and no file`),
      ...(facts === rows.length + erased ? [] : [`${facts} facts of ${rows.length} cases and ${erased} erased ones`]),
      ...(log.ok ? [] : [`the log: ${log.why} at ${log.seq}`]),
    ]
  } catch (failure) {
    return [`it does not go on: ${(failure as Error).message}`]
  } finally {
    await store.close()
  }
}
