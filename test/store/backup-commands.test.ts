import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { now } from '../support/samples.ts'
import { aBackedPlace, commanded, open } from './backing-up.ts'

const test = suite('the commands for backups and the log')

test('each command ends with its sentence and code 75 when it is refused, and log:verify with 1 at a bad entry', async () => {
  const place = aBackedPlace()
  const store = await open(place)
  for (let nth = 0; nth < 3; nth++) await store.log({ at: now, deed: 'x', decision: 'allowed', status: 200 })
  const data = ['--data', place.dir]
  const [bare, whole, unknown, nowhere] = await Promise.all([
    commanded('backup', place, [...data, '--to', place.to]),
    commanded('log-verify', place, data),
    commanded('backup', place, ['--form', 'x']),
    commanded('restore', place, ['--data', join(place.root, 'new')]),
  ])
  assert.match(bare, /^75 This centre has no recovery key yet.*\.\n$/)
  assert.match(whole, /^0 [34] entries, all whole\. No checkpoints were looked at\.\n$/)
  assert.match(unknown, /^75 Unknown option '--form'.* Known: --data, --to\.\n$/)
  assert.match(nowhere, /^75 Say where the backups are: --from DIR\n$/)
  await store.close()
  const path = join(place.dir, 'log', readdirSync(join(place.dir, 'log'))[0]!)
  writeFileSync(path, 'x\n', { flag: 'a' })
  assert.match(await commanded('log-verify', place, data), /^1 Entry 5, 2026-11\.jsonl line 5, is no entry\.\n$/)
})

test.run()
