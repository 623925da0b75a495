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

let recoveryKey: string | undefined

await run(
  () => {
    const fresh = join(tmpdir(), `saegil-demo-${randomBytes(6).toString('hex')}`)
    return serveSite(launch({ data: join(fresh, 'store'), demo: true }), {
      prepare: async (store) => {
        recoveryKey = await prepareDemo(store, wallClock.now())
      },
    })
  },
  ({ url }) => [
    `ready ${url}`,
    ...signIns.map(({ role, email, password }) => `sign in as ${role}: ${email} / ${password}`),
    ...(recoveryKey ? [`recovery key of this demonstration: ${recoveryKey}`] : []),
  ],
)
