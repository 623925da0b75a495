import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Verdict } from '../../src/store/log-verify.ts'
import { verifyDatabaseLog } from '../../src/store/postgres/log-verify.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'
import { freshFolder } from '../support/folder.ts'
import { aDatabase, asked, databases } from '../support/postgres.ts'
import { ended } from '../support/process.ts'
import { clock, now, summaries } from '../support/samples.ts'

const test = suite('the log of a database')
const onDatabase = (name: string, act: () => Promise<void>) => (databases === undefined ? test.skip : test)(name, act)
const entry = { at: now, by: 'han', deed: 'open a case', decision: 'allowed', status: 200 } as const

/** A database on which two machines wrote so many lines in turn, each with checkpoints of its own. */
async function aLog(lines: number) {
  const { connect, admin } = await aDatabase()
  const { keyFile } = freshFolder()
  const folders = [freshFolder().dir, freshFolder().dir] as const
  const open = (checkpoints: string) => openPostgresStore({ connect, keyFile, summaries, clock, checkpoints })
  const stores = [await open(folders[0]), await open(folders[1])] as const
  await Promise.all(Array.from({ length: lines }, (_, at) => stores[at % 2 ? 0 : 1].log(entry)))
  for (const store of stores) {
    await store.log(entry)
    await store.close()
  }
  const verdict = (checkpoints?: string) => verifyDatabaseLog(connect, keyFile, checkpoints)
  return { connect, admin, keyFile, folders, verdict }
}
const brief = (found: Verdict) => (found.ok ? found.entries : `${found.seq} ${found.why}`)

onDatabase('is whole, over several pages, by the checkpoints of each machine', async () => {
  const { verdict, folders } = await aLog(2_500)
  assert.is(brief(await verdict()), 2_502)
  for (const folder of folders) assert.is(brief(await verdict(folder)), 2_502)
})

onDatabase('shows the first line that was changed, removed, put in, or cut off at the end', async () => {
  const { admin, verdict, folders } = await aLog(8)
  const after = async (sql: string, checkpoints?: string) => {
    await asked(admin, `create table saegil.kept as table saegil.log; ${sql}`)
    const found = brief(await verdict(checkpoints))
    await asked(admin, 'truncate saegil.log; insert into saegil.log table saegil.kept; drop table saegil.kept')
    return found
  }
  const log = 'saegil.log'
  assert.is(await after(`update ${log} set line = replace(line, '"han"', '"seo"') where seq = 4`), '4 changed')
  assert.is(await after(`delete from ${log} where seq = 4`), '4 out-of-order')
  assert.is(await after(`update ${log} set seq = 99 where seq = 4`), '4 out-of-order')
  assert.is(await after(`update ${log} set line = 'x' where seq = 4`), '4 not-an-entry')
  assert.is(await after(`delete from ${log} where seq > 8`), 8)
  assert.is(await after(`delete from ${log} where seq > 8`, folders[1]), '9 cut-off')
  assert.is(brief(await verdict(folders[1])), 10)
})

onDatabase('is looked through by `npm run log:verify`; `npm run backup` says what to use instead', async () => {
  const { connect, admin, keyFile, folders } = await aLog(3)
  const env = { STORE: connect.connectionString ?? '', KEY_FILE: keyFile, CHECKPOINTS: folders[1] }
  const whole = await ended('scripts/log-verify.ts', [], env)
  assert.is(whole.said, `5 entries, all whole. The last checkpoint is of entry 5, ${now}.\n`)
  assert.is(whole.code, 0)
  await asked(admin, "update saegil.log set line = replace(line, '200', '404') where seq = 2")
  const changed = await ended('scripts/log-verify.ts', [], env)
  assert.equal([changed.said, changed.code], ['Entry 2, table log line 2, is not as it was written.\n', 1])
  const other = await ended('scripts/log-verify.ts', [], { ...env, KEY_FILE: freshFolder().keyFile })
  assert.match(other.said, /its key \S+ is not there/)
  assert.is(other.code, 75)
  const backup = await ended('scripts/backup.ts', ['--to', freshFolder().dir], env)
  assert.match(backup.said, /^A database is backed up with its own tools .* see docs\/running\.md\.\n$/)
  assert.is(backup.code, 75)
  assert.ok(readFileSync('docs/running.md', 'utf8').includes('pg_dump'))
})

onDatabase('is not looked for where nothing was ever kept', async () => {
  const { connect } = await aDatabase()
  const failure = await verifyDatabaseLog(connect, freshFolder().keyFile).catch((one: { code?: string }) => one.code)
  assert.is(failure, 'not-a-store')
})

test.run()
