import { signIns } from '../../scripts/demo/cast.ts'
import { fillDemo } from '../../scripts/demo/fill.ts'
import { siteOf } from '../../src/app.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { summaries } from '../../src/summaries.ts'
import { readAssets } from '../../src/web/assets.ts'
import { freshFolder } from './folder.ts'
import { standingClock, type TestHouse } from './house.ts'

/** The demonstration centre as `npm run demo` serves it, on Tuesday, 24 November 2026, 10:00 in Seoul. */
export async function aDemoHouse(): Promise<TestHouse> {
  const { dir, keyFile } = freshFolder()
  const clock = standingClock('2026-11-24T01:00:00.000Z')
  const store = await openEmbeddedStore({ dir, keyFile, summaries, clock })
  await fillDemo(store, clock.now())
  const house = { store, clock, assets: readAssets() }
  return { ...house, site: siteOf(house), dir, keyFile, close: () => store.close() }
}

/** Address and password of someone of the demonstration. */
export function demoSignIn(id: string): { email: string; password: string } {
  const found = signIns.find((one) => one.id === id)
  if (!found) throw new Error(`nobody in the demonstration is called ${id}`)
  return found
}
