import { createInterface } from 'node:readline'
import { sendDue } from '../../src/reminding.ts'
import { run, serveSite } from '../../src/server.ts'
import { launch } from '../../src/settings.ts'
import { sendersOf } from '../../src/web/post.ts'
import { standingClock } from './house.ts'

/*
 * A server as it is started for real, but for its clock: that stands at the moment which is its first argument. Told
 * `remind`, it sends what is due as it does each minute, and says so.
 */

const [now = '', ...args] = process.argv.slice(2)
const clock = standingClock(now)
await run(
  async () => {
    const asked = launch({}, { argv: [...process.argv.slice(0, 2), ...args], env: process.env })
    const served = await serveSite(asked, { clock })
    createInterface(process.stdin).on('line', async (line) => {
      if (line === 'remind') await sendDue(served.store, await sendersOf(asked), clock)
      console.log(`done ${line}`)
    })
    return served
  },
  ({ url }) => [`ready ${url}`],
)
