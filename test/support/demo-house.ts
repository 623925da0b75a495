import { signIns } from '../../scripts/demo/cast.ts'
import { fillDemo } from '../../scripts/demo/fill.ts'
import { siteOf } from '../../src/app.ts'
import { readAssets } from '../../src/web/assets.ts'
import { standingClock, type TestHouse } from './house.ts'
import { aStand } from './store-of-tests.ts'

/** The demonstration centre as `npm run demo` serves it, on Tuesday, 24 November 2026, 10:00 in Seoul. */
export async function aDemoHouse(place?: { dir: string; keyFile: string }): Promise<TestHouse> {
  const clock = standingClock('2026-11-24T01:00:00.000Z')
  const { store, ...stand } = await aStand(clock, { ...(place && { place }) })
  await fillDemo(store, clock.now())
  const house = { store, clock, assets: readAssets() }
  return { ...house, site: siteOf(house), ...stand }
}

/** Address and password of someone of the demonstration. */
export function demoSignIn(id: string): { email: string; password: string } {
  const found = signIns.find((one) => one.id === id)
  if (!found) throw new Error(`nobody in the demonstration is called ${id}`)
  return found
}
