import { errand } from '../src/settings.ts'
import { backUp } from '../src/store/backup.ts'
import { wallClock } from '../src/time/clock.ts'
import { NotServed } from '../src/ways.ts'
import { runErrand } from './errand.ts'

/*
 * `npm run backup -- --data DIR --to DIR2`: a backup of DIR as it stands, whether Saegil is running on it or not. It can
 * be opened with the recovery key alone.
 */

await runErrand(async () => {
  const { data, keyFile, database, to } = errand('to')
  if (database)
    throw new NotServed(
      'A database is backed up with its own tools (pg_dump, or base backups with its journal), and the key apart from it: ' +
        'see docs/running.md.',
    )
  if (!to) throw new NotServed('Say where the backup goes: --to DIR')
  const { name, files, serving, removed } = await backUp({ dir: data, keyFile, to, now: wallClock.now() })
  console.log(`${name} holds ${files} files${serving ? ', taken while Saegil runs' : ''}.`)
  if (removed > 0) console.log(`${removed} older than a year removed.`)
})
