import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, serveSite } from '../src/server.ts'
import { launch } from '../src/settings.ts'
import { wallClock } from '../src/time/clock.ts'
import { signIns } from './demo/cast.ts'
import { prepareDemo } from './demo/fill.ts'

/*
 * `npm run demo -- --port 4321 --data DIR`: the demonstration centre, made anew in a fresh temporary folder, or kept in
 * DIR and served again as it was left.
 */

await run(async () => {
  const fresh = join(tmpdir(), `saegil-demo-${randomBytes(6).toString('hex')}`)
  const asked = launch({ data: join(fresh, 'store'), demo: true })
  let recoveryKey: string | undefined
  const served = await serveSite(asked, {
    prepare: async (store) => {
      recoveryKey = await prepareDemo(store, wallClock.now())
    },
  })
  console.log(`ready ${served.url}`)
  for (const { role, email, password } of signIns) console.log(`sign in as ${role}: ${email} / ${password}`)
  if (recoveryKey) console.log(`recovery key of this demonstration: ${recoveryKey}`)
  return served
})
