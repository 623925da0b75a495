import { cpSync } from 'node:fs'
import * as assert from 'uvu/assert'
import { each } from '../../src/store/each.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import type { Store } from '../../src/store/store.ts'
import { type Fault, FaultyFiles } from '../support/faulty-files.ts'
import { everythingIn, freshFolder } from '../support/folder.ts'
import { aCase, aSession, clock, now, summaries } from '../support/samples.ts'
import { saved } from './contract-reading.ts'

/*
 * A script of changes, each call of which is made to fail in some way on a disk that loses what was not synced.
 * Killing a process shows nothing of this, since the system keeps what was written.
 */

type Place = { dir: string; keyFile: string }

export const open = (place: Place, faulty?: FaultyFiles) =>
  openEmbeddedStore({ ...place, summaries, clock, ...(faulty && { files: faulty.files }) })

export const named = (name: string) => ({ ...aCase().youth, name })
/** A record that is new, and its key; several, one in a new folder; several with a removal. */
export const script: ((store: Store) => Promise<unknown>)[] = [
  (store) => saved(store, (view) => view.saveCase(aCase({ number: '2026-0002' }))),
  (store) =>
    saved(store, (view) => {
      view.saveCase(aCase({ youth: named('two') }))
      view.saveSession(aSession({ id: '2026-12-01-01' }))
    }),
  (store) =>
    saved(store, (view) => {
      view.saveSession(aSession({ minutes: 30 }))
      view.removeDraft('d')
    }),
]

/** All that the script changes, as one text. */
export async function allOf(store: Store): Promise<string> {
  const numbers = ['2026-0001', '2026-0002']
  const names = await Promise.all(numbers.map(async (number) => (await store.caseFile(number))?.youth.name))
  const sessions = await store.diary('2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z')
  const rows = (await store.rows({})).rows.map(({ number, name, bookedAt }) => [number, name, bookedAt.length])
  return JSON.stringify([names, sessions, rows, await store.draft('d')])
}

/** Where the script begins; what stands in the store after so many of its changes; how many calls it makes. */
async function playedOnce(): Promise<{ begun: Place; after: string[]; calls: number }> {
  const begun = freshFolder()
  const store = await open(begun)
  await saved(store, (view) => {
    view.saveCase(aCase())
    view.saveSession(aSession())
    view.saveDraft({ id: 'd', owner: 'oh', kind: 'referral', fields: [], at: now })
  })
  await store.close()
  const faulty = new FaultyFiles()
  const whole = await open(copyOf(begun), faulty)
  faulty.calls.length = 0
  const after = [await allOf(whole)]
  for (const change of script) {
    await change(whole)
    after.push(await allOf(whole))
  }
  await whole.close()
  return { begun, after, calls: faulty.calls.length }
}

export function copyOf({ dir, keyFile }: Place): Place {
  const place = freshFolder({ inMemory: true })
  cpSync(dir, place.dir, { recursive: true })
  cpSync(keyFile, place.keyFile)
  return place
}

export const { begun, after, calls } = await playedOnce()

/** A few at once: each has a folder of its own, and mostly waits. */
export const atEachCall = (act: (at: number) => Promise<void>): Promise<void> =>
  each(new Array(calls).keys(), 4, (at) => act(at + 1))

/** Runs the script until something fails, the `at`-th call being the one that does. */
export async function runUntil(place: Place, faulty: FaultyFiles, fault: Fault, at: number) {
  const store = await open(place, faulty)
  Object.assign(faulty, { fault, at: faulty.calls.length + at })
  let acknowledged = 0
  try {
    for (const change of script) {
      await change(store)
      acknowledged++
    }
  } catch {}
  return { store, acknowledged }
}

/** How many changes the folder holds when it is opened anew; fails when one is there in part. */
export async function heldIn(place: Place): Promise<number> {
  const store = await open(place)
  const held = after.indexOf(await allOf(store))
  await store.close()
  assert.is.not(held, -1, 'torn')
  const left = everythingIn(place.dir).files.filter((path) => /\.tmp$|pending/.test(path))
  assert.equal(left, [])
  return held
}
