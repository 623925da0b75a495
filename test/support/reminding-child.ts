import { sendDue } from '../../src/reminding.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import type { MailWay } from '../../src/ways.ts'
import { mailSender } from '../../src/web/post-mail.ts'
import { standingClock } from './house.ts'
import { summaries } from './samples.ts'

/* A process that sends what is due and is killed while it does; see reminding.test.ts. Its orders stand on its command line. */

const { dir, keyFile, way, now }: { dir: string; keyFile: string; way: MailWay; now: string } = JSON.parse(
  process.argv[2] ?? '{}',
)
const clock = standingClock(now)
const store = await openEmbeddedStore({ dir, keyFile, summaries, clock })
await sendDue(store, { mail: mailSender(way) }, clock)
await store.close()
