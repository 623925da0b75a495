import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NotServed, run, serveSite } from '../src/server.ts'
import { launch } from '../src/settings.ts'
import type { Store } from '../src/store/store.ts'
import { wallClock } from '../src/time/clock.ts'
import { signIns } from './demo/cast.ts'
import { fillDemo } from './demo/fill.ts'

/*
 * `npm run demo -- --port 4321 --data DIR`: the demonstration centre, made anew in a fresh temporary folder, or kept in
 * DIR and served again as it was left.
 */

/** Fills a new store; leaves a demonstration as it is; keeps its hands off a real one. */
async function prepare(store: Store): Promise<void> {
  const settings = await store.settings()
  if (settings?.demo) return
  if (settings) throw new NotServed('This folder holds a real centre: the demonstration needs a folder of its own.')
  process.stderr.write('making the demonstration centre …\n')
  await fillDemo(store, wallClock.now())
}

await run(async () => {
  const fresh = mkdtempSync(join(tmpdir(), 'saegil-demo-'))
  const asked = launch(join(fresh, 'store'))
  if (!asked.data.startsWith(fresh)) rmdirSync(fresh)
  const served = await serveSite(asked, { prepare })
  console.log(`ready ${served.url}`)
  for (const { role, email, password } of signIns) console.log(`sign in as ${role}: ${email} / ${password}`)
  return served
})
