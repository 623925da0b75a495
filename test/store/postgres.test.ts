// Over 150 lines because every promise of this store that the contract does not make is looked at here.
import { existsSync, readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { makeMasterKey } from '../../src/store/key-file.ts'
import { connectTo } from '../../src/store/postgres/connect.ts'
import { bringKeyBack } from '../../src/store/postgres/recovery.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'
import { newRecoveryKey } from '../../src/store/recovery-key.ts'
import { freshFolder } from '../support/folder.ts'
import { aDatabase, anEmptyDatabase, asked, databases } from '../support/postgres.ts'
import { aCase, aSession, clock, han, settings, summaries } from '../support/samples.ts'
import { storeContract } from './contract.ts'
import { saved } from './contract-reading.ts'

if (databases !== undefined)
  storeContract('the PostgreSQL store', () => {
    const { keyFile } = freshFolder()
    let made: ReturnType<typeof aDatabase> | undefined
    return {
      open: async () => {
        made ??= aDatabase()
        return openPostgresStore({ connect: (await made).connect, keyFile, summaries, clock })
      },
    }
  })

const test = suite('the PostgreSQL store')

/** Where there is no database it is said so, and nothing is passed over in silence as if it were done. */
const onDatabase = (name: string, act: () => Promise<void>) => (databases === undefined ? test.skip : test)(name, act)

const codeOf = (opening: Promise<unknown>) =>
  opening.then(() => 'opened').catch((failure: { code?: string }) => failure.code)

test('speaks in the clear with this machine alone, and beyond it with whoever proves to be that host', () => {
  const url = 'postgres://saegil:x@db.example/saegil'
  assert.equal(connectTo({ url, sealed: false }), { connectionString: url })
  assert.equal(connectTo({ url, sealed: true }).ssl, { rejectUnauthorized: true, minVersion: 'TLSv1.2' })
})

onDatabase('is not opened with another key, nor before its tables are made', async () => {
  const { connect } = await aDatabase()
  const [one, other] = [freshFolder(), freshFolder()]
  const open = ({ keyFile } = one, to = connect) => openPostgresStore({ connect: to, keyFile, summaries, clock })
  await (await open()).close()
  await (
    await openPostgresStore({ connect: (await aDatabase()).connect, keyFile: other.keyFile, summaries, clock })
  ).close()
  assert.is(await codeOf(open(other)), 'wrong-key')
  assert.is(await codeOf(open(freshFolder())), 'key-missing')
  assert.is(await codeOf(open(one, (await anEmptyDatabase()).connect)), 'not-migrated')
  assert.is(await codeOf(open(one, { host: '/nowhere' })), 'unavailable')
})

onDatabase('is not opened while the database may lose what it has acknowledged', async () => {
  const { connect, admin } = await aDatabase()
  const open = () => openPostgresStore({ connect, ...place, summaries, clock })
  const place = freshFolder()
  await (await open()).close()
  const name = new URL(admin).pathname.slice(1)
  await asked(admin, `alter database ${name} set synchronous_commit = off`)
  assert.is(await codeOf(open()), 'not-durable')
})

onDatabase('gives its key back to whoever has the recovery key on paper, and to nobody else', async () => {
  const { connect } = await aDatabase()
  const place = freshFolder()
  const store = await openPostgresStore({ connect, ...place, summaries, clock })
  const back = (recoveryKey: string, keyFile: string) => codeOf(bringKeyBack(connect, keyFile, recoveryKey))
  const { text, publicKey } = newRecoveryKey()
  assert.is(await back(text, freshFolder().keyFile), 'no-recovery-key')
  await saved(store, (view) => view.saveSettings({ ...settings, recovery: { publicKey, at: clock.now() } }))
  await store.close()
  const { keyFile } = freshFolder()
  assert.is(await back(newRecoveryKey().text, keyFile), 'wrong-recovery-key')
  assert.not.ok(existsSync(keyFile))
  assert.is(await back(text, keyFile), 'opened')
  assert.is(readFileSync(keyFile, 'utf8'), readFileSync(place.keyFile, 'utf8'))
  assert.is(await back(text, keyFile), 'opened')
  const taken = freshFolder().keyFile
  await makeMasterKey(taken)
  assert.is(await back(text, taken), 'not-empty')
})

onDatabase(
  'forgets what it remembered when the database was gone: it may have come back as it stood before',
  async () => {
    const { connect, admin } = await aDatabase()
    const place = freshFolder()
    const [one, other] = [await open(), await open()]
    function open() {
      return openPostgresStore({ connect, ...place, summaries, clock })
    }
    await saved(one, (view) => view.savePerson(han))
    assert.is((await one.person('han'))?.name, han.name)
    const [before] = await asked(admin, "select changed from saegil.records where kind = 'people'")
    await saved(other, (view) => view.savePerson({ ...han, name: '한다른' }))
    // as if transactions were counted anew, and another had the number that was remembered
    await asked(admin, `update saegil.records set changed = ${before?.changed} where kind = 'people'`)
    assert.is((await one.person('han'))?.name, han.name, 'remembered')
    const cut = await one.factsCut()
    await asked(
      admin,
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'saegil' and datname = current_database()",
    )
    await new Promise((resolve) => setTimeout(resolve, 50))
    assert.is((await one.person('han'))?.name, '한다른')
    assert.is.not(await one.factsCut(), cut)
    await one.close()
    await other.close()
  },
)

onDatabase('lets nobody be in two places at once, whatever a change says', async () => {
  const { connect, admin } = await aDatabase()
  const store = await openPostgresStore({ connect, ...freshFolder(), summaries, clock })
  await saved(store, (view) => view.saveSession(aSession()))
  const elsewhere = { counsellorId: 'bora', roomId: 'room-2', attendees: [{ caseNumber: '2026-0002', ordinal: 1 }] }
  const also = (changes: object) =>
    saved(store, (view) => view.saveSession(aSession({ id: '2026-11-16-02', ...changes })))
      .then(() => 'saved')
      .catch((failure: { constraint?: string }) => failure.constraint)
  const half = '2026-11-16T05:30:00.000Z'
  assert.is(await also({ ...elsewhere, startAt: half, counsellorId: 'han' }), 'nobody_twice')
  assert.is(await also({ ...elsewhere, startAt: half, roomId: 'room-1' }), 'nobody_twice')
  assert.is(await also({ ...elsewhere, startAt: half, attendees: aSession().attendees }), 'nobody_twice')
  assert.is(await also({ ...elsewhere, startAt: half }), 'saved')
  // in one change two may take each other's place
  await saved(store, (view) => {
    view.saveSession(aSession({ startAt: '2026-11-16T08:00:00.000Z' }))
    view.saveSession(aSession({ id: '2026-11-16-03' }))
  })
  assert.is(await also({ ...elsewhere, startAt: half, counsellorId: 'han' }), 'nobody_twice')
  assert.equal(await asked(admin, 'select count(*)::int as n from saegil.sessions'), [{ n: 3 }])
  await store.close()
})

onDatabase(
  'is served by an account that can neither change the log nor the tables, nor see past a school’s wall',
  async () => {
    const { connect } = await aDatabase()
    const store = await openPostgresStore({ connect, ...freshFolder(), summaries, clock })
    await store.log({ at: clock.now(), deed: 'x', decision: 'allowed', status: 200 })
    await store.change((view) => done(view.saveCase(aCase())))
    await store.close()
    const url = String(connect.connectionString)
    for (const text of [
      "update saegil.log set line = ''",
      'delete from saegil.log',
      'truncate saegil.log',
      'drop table saegil.log',
      'alter table saegil.cases disable row level security',
      'create table saegil.more (n int)',
    ])
      assert.match(
        String(await asked(url, text).catch((failure) => failure.message)),
        /permission denied|must be owner/,
        text,
      )
    const seen = async (school: string, what: string) =>
      asked(url, `set role saegil_school; set saegil.school = '${school}'; select ${what} from saegil.cases`)
    assert.equal(await seen('hill', 'number'), [{ number: '2026-0001' }])
    assert.equal(await seen('river', 'number'), [])
    assert.equal(await seen('', 'number'), [])
    assert.match(String(await seen('hill', 'facts').catch((failure) => failure.message)), /permission denied/)
  },
)

test.run()
