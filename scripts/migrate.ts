import { migration } from '../src/settings.ts'
import { connectTo } from '../src/store/postgres/connect.ts'
import { migrate, migrations } from '../src/store/postgres/migrate.ts'
import { runErrand } from './errand.ts'

/*
 * `MIGRATE=postgres://owner:password@db.example:5432/saegil npm run migrate`: brings the tables of a database up to date,
 * as their owner. Servers go on meanwhile; see docs/running.md.
 */

await runErrand(async () => {
  const made = await migrate(connectTo(migration()))
  for (const name of made) console.log(`Made ${name}.`)
  if (made.length === 0) console.log(`Nothing was to be made: ${migrations().at(-1)?.name} is there.`)
})
