import type { Hono } from 'hono'
import { siteOf } from '../../src/app.ts'
import { hashOfRecoveryCode } from '../../src/people/factors.ts'
import { hashOf } from '../../src/people/password.ts'
import type { Factors, Settings } from '../../src/people/person.ts'
import { done } from '../../src/result.ts'
import type { Store, View } from '../../src/store/store.ts'
import type { Clock } from '../../src/time/clock.ts'
import type { Moment } from '../../src/time/days.ts'
import { readAssets } from '../../src/web/assets.ts'
import type { House, Site } from '../../src/web/site.ts'
import { cast, hill, river, room, settings } from './samples.ts'
import { aStand, type Kind } from './store-of-tests.ts'

/** A clock that stands still until a test sets it. */
export interface StandingClock extends Clock {
  set(at: Moment): void
}

export function standingClock(at: Moment): StandingClock {
  let now = at
  return {
    now: () => now,
    set(to) {
      now = to
    },
  }
}

export interface TestHouse extends House {
  clock: StandingClock
  site: Hono<Site>
  /** where everything is kept, unless that is a database */
  dir: string
  keyFile: string
  admin?: string
  close(): Promise<void>
}

/** Everyone's password in a test house. */
export const password = 'correct horse 1'
/** The hash of a real account costs 128 MiB and a third of a second; these people are invented. */
const hash = hashOf(password, 2 ** 10)

/** Nobody's phone is at hand here: everyone of the cast has a pile of recovery codes, each good once. */
export const recoveryCode = (id: string, n: number): string => `TEST-${id}-${String(n).padStart(4, '0')}`
const pile = (id: string) => Array.from({ length: 60 }, (_, n) => ({ hash: hashOfRecoveryCode(recoveryCode(id, n)) }))
/** An authenticator app's secret, the same for all of the cast. */
export const totpSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
export const factorsOf = (id: string): Factors => ({
  passkeys: [],
  totp: { secret: totpSecret, at: '2026-11-01T00:00:00.000Z' },
  recoveryCodes: pile(id),
})

const open = { from: '07:00', to: '22:00' }
const openAlways: Settings = {
  ...settings,
  openingHours: { 1: open, 2: open, 3: open, 4: open, 5: open, 6: open, 7: open },
}

/**
 * The whole house on a store of its own, with the standing cast in it and no case yet; open every day. It is Sunday,
 * 22 November 2026, 10:00 in Seoul, and stays so. `also` saves what a test needs besides.
 */
export async function aHouse(
  also?: (view: View) => void,
  place?: { dir: string; keyFile: string },
  kind?: Kind,
  isTwice?: boolean,
): Promise<TestHouse> {
  const clock = standingClock('2026-11-22T01:00:00.000Z')
  const { store, ...stand } = await aStand(clock, {
    ...(place && { place }),
    ...(kind && { kind }),
    ...(isTwice && { isTwice }),
  })
  await moveIn(store, also)
  const house: House = { store, clock, assets: readAssets() }
  return { ...house, clock, site: siteOf(house), ...stand }
}

/** The standing cast, and what a test needs besides. */
export async function moveIn(store: Store, also?: (view: View) => void): Promise<void> {
  const kept = await hash
  await store.change((view) => {
    view.saveSettings(openAlways)
    for (const school of [hill, river]) view.saveSchool(school)
    for (const one of [room, { ...room, id: 'room-2', name: '상담실 2' }]) view.saveRoom(one)
    for (const person of cast) view.savePerson({ ...person, password: kept, factors: factorsOf(person.id) })
    also?.(view)
    return done(undefined)
  })
}

/** The next recovery code of one of the cast that is not used up yet; undefined for whoever has none. */
export async function nextCode(store: Store, id: string): Promise<string | undefined> {
  const codes = (await store.person(id))?.factors?.recoveryCodes ?? []
  const at = codes.findIndex(({ usedAt }) => !usedAt)
  return at < 0 ? undefined : recoveryCode(id, at)
}

/** All that a store holds of what the programme decided: two of these are equal when nothing was changed. */
export async function heldIn(store: Store): Promise<string> {
  const { rows } = await store.rows({})
  const files = await Promise.all(rows.map(({ number }) => store.caseFile(number)))
  const sessions = await store.diary('2000-01-01T00:00:00.000Z', '2100-01-01T00:00:00.000Z')
  const drafts = await store.drafts()
  const rest = [await store.people(), await store.schools(), await store.rooms(), await store.settings()]
  const entries = await Promise.all(decided.map((register) => store.entries(register)))
  return JSON.stringify([files, sessions, drafts, rest, entries])
}

/** All registers but the count of failed attempts, which any request may add to. */
const decided = [
  ...(['notices', 'destructions', 'incidents', 'inquiries', 'reviews', 'absences'] as const),
  ...(['messages', 'editions', 'alarms', 'imports', 'releases'] as const),
]
