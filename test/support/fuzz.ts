import * as assert from 'uvu/assert'
import { type Door, signedIn } from './asking.ts'
import { chanceOf } from './chance.ts'
import { heldIn } from './house.ts'
import { formsFor, inVainFor } from './malformed.ts'
import { type Blow, type Siege, struck } from './siege.ts'

/*
 * Every route gets so many malformed requests: none is answered with a 5xx or with what stands behind the pages, none
 * hangs, none changes anything, none leaves something on what every object has.
 */

/** At once: the log is written together for all of them, as it is for real visitors. */
const atOnce = 32

/** Answered in time; where others were in the way, asked once more alone. */
async function answered(siege: Pick<Siege, 'house'>, blow: Blow, longest: number): Promise<number> {
  const from = performance.now()
  const once = await inTime(struck(siege.house, blow), 10 * longest)
  if (once !== 'hangs' && performance.now() - from < longest) return once
  const again = await inTime(struck(siege.house, blow), longest)
  if (again === 'hangs') assert.unreachable(`${blow.method} ${blow.path} as ${blow.who} hangs`)
  return again as number
}

async function inTime<T>(asked: Promise<T>, most: number): Promise<T | 'hangs'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'hangs'>((done) => {
    timer = setTimeout(() => done('hangs'), most)
  })
  return Promise.race([asked, late]).finally(() => clearTimeout(timer))
}

async function answeredAll(siege: Pick<Siege, 'house'>, blows: Blow[], longest = 2_000): Promise<number[]> {
  const statuses: number[] = []
  for (let at = 0; at < blows.length; at += atOnce)
    statuses.push(...(await Promise.all(blows.slice(at, at + atOnce).map((blow) => answered(siege, blow, longest)))))
  return statuses
}

/** What every object, list and function has. */
const everyones = (): string =>
  JSON.stringify([Object, Array, Function, String, Map].map((one) => Object.getOwnPropertyNames(one.prototype)))

/** Those that change nothing whatever stands in them. */
const isRefused = (kind: string, status: number): boolean =>
  /elsewhere|token/.test(kind) ? status === 403 : kind !== 'without the right' || status >= 400

interface Fuzz {
  seed: number
  perRoute: number
  /** of those to a route that takes a form: so many are forms of ours in all but what stands in the fields */
  forms: number
  /** milliseconds that an answer may take; 2 s */
  longest?: number
}

/** Signing in and out is left out where a form is ours: a password takes a third of a second on purpose. */
const takesForms = ({ method, path }: Door) => method === 'POST' && path !== '/sign-in' && path !== '/sign-out'

/** How many requests were made. Throws at the first that is answered as none may be. */
export async function fuzzed(siege: Pick<Siege, 'house' | 'doors' | 'fieldNames'>, fuzz: Fuzz): Promise<number> {
  const { house, doors } = siege
  const before = { held: await heldIn(house.store), own: everyones() }
  let count = 0
  for (const [nth, door] of doors.entries()) {
    // each route has a seed of its own, so that one can be asked again by itself
    const chance = chanceOf(fuzz.seed * 1_000 + nth)
    const blows = inVainFor(chance, door, siege, fuzz.perRoute - (takesForms(door) ? fuzz.forms : 0))
    const statuses = await answeredAll(siege, blows, fuzz.longest)
    for (const [at, { kind, who, method, path }] of blows.entries())
      if (!isRefused(kind, statuses[at]!)) assert.unreachable(`${method} ${path} as ${who}, ${kind}: ${statuses[at]}`)
    assert.is(await heldIn(house.store), before.held, `${door.method} ${door.path} changed something`)
    count += blows.length
  }
  await signedIn(house)
  const roles = await rolesIn(house)
  for (const [nth, door] of doors.entries()) {
    if (!takesForms(door)) continue
    const blows = formsFor(chanceOf(fuzz.seed * 1_000 + nth + 500), door, siege, fuzz.forms)
    await answeredAll(siege, blows, fuzz.longest)
    count += blows.length
  }
  assert.equal(await rolesIn(house), roles, 'nobody got a right')
  assert.is(everyones(), before.own, 'every object has something new')
  return count
}

const rolesIn = async ({ store }: Siege['house']): Promise<string[]> =>
  (await store.people()).map(({ id, role }) => `${id} ${role}`).sort()
