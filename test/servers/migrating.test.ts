import { Client } from 'pg'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { migrate, migrations } from '../../src/store/postgres/migrate.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'
import { saved } from '../store/contract-reading.ts'
import { freshFolder } from '../support/folder.ts'
import { aDatabase, anEmptyDatabase, asked, databases } from '../support/postgres.ts'
import { ended } from '../support/process.ts'
import { clock, han, summaries } from '../support/samples.ts'

const test = suite('making and changing the tables')
/** Where there is no database it is said so, and nothing is passed over in silence as if it were done. */
const onDatabase = (name: string, act: () => Promise<void>) => (databases === undefined ? test.skip : test)(name, act)

const program = (env: Record<string, string>, args: string[] = []) => ended('scripts/migrate.ts', args, env)
const names = migrations().map(({ name }) => name)
const next = { n: 9001, name: '9001-next.sql', sql: 'alter table cases add column later text' }

onDatabase(
  '`npm run migrate` makes them from nothing, says what it made, and the second time that nothing was to do',
  async () => {
    const { owner, connect } = await anEmptyDatabase()
    const env = { MIGRATE: owner.connectionString ?? '', STORE: connect.connectionString ?? '' }
    const first = await program(env)
    assert.equal([first.code, first.said], [0, names.map((name) => `Made ${name}.\n`).join('')])
    const second = await program(env)
    assert.equal([second.code, second.said], [0, `Nothing was to be made: ${names.at(-1)} is there.\n`])
    const store = await openPostgresStore({ connect, ...freshFolder(), summaries, clock })
    await saved(store, (view) => view.savePerson(han))
    await store.close()
  },
)

onDatabase('two at once make each of them once', async () => {
  const { owner, admin } = await anEmptyDatabase()
  const made = await Promise.all([migrate(owner), migrate(owner), migrate(owner)])
  assert.equal(made.flat().sort(), names)
  assert.is((await asked(admin, 'select n from saegil.migrations')).length, names.length)
})

onDatabase('one that was made once must not have another text now; nothing is changed then', async () => {
  const { owner, admin } = await aDatabase()
  const [first, ...others] = migrations()
  const changed = [{ ...first!, sql: `${first!.sql}\n-- and more` }, ...others, next]
  const refusal = await migrate(owner, changed).catch((failure: Error) => failure.message)
  assert.is(refusal, `${first!.name} is not as it was when it was made. It must not be changed.`)
  assert.is((await asked(admin, 'select n from saegil.migrations')).length, names.length)
})

onDatabase('one that fails leaves nothing of itself', async () => {
  const { owner, admin } = await aDatabase()
  const broken = { ...next, sql: `${next.sql}; alter table nowhere add column x text` }
  const said = await migrate(owner, [...migrations(), broken]).catch((failure: Error) => failure.message)
  assert.match(String(said), 'nowhere')
  const columns = "select from information_schema.columns where table_name = 'cases' and column_name = 'later'"
  assert.is((await asked(admin, columns)).length, 0)
})

onDatabase('a server of the version before goes on with newer tables, and may start on them', async () => {
  const { owner, connect } = await aDatabase()
  const place = freshFolder()
  const open = () => openPostgresStore({ connect, ...place, summaries, clock })
  const before = await open()
  assert.equal(await migrate(owner, [...migrations(), next]), [next.name])
  assert.equal(await migrate(owner), [])
  await saved(before, (view) => view.savePerson(han))
  const after = await open()
  assert.is((await after.person('han'))?.name, han.name)
  await Promise.all([before.close(), after.close()])
})

onDatabase('one that waits for a table lets those pass who use it', async () => {
  const { owner, connect, admin } = await aDatabase()
  const store = await openPostgresStore({ connect, ...freshFolder(), summaries, clock })
  const holder = new Client({ connectionString: admin })
  await holder.connect()
  await holder.query('begin; lock table saegil.cases in access share mode')
  let made: string[] | undefined
  const making = migrate(owner, [...migrations(), next]).then((done) => {
    made = done
  })
  const took: number[] = []
  for (let until = Date.now() + 3_000; Date.now() < until; ) {
    const began = Date.now()
    await store.rows({})
    took.push(Date.now() - began)
  }
  assert.is(made, undefined, 'it waits as long as the table is in use')
  assert.ok(Math.max(...took) < 2_000 && took.length > 100, `${took.length} readings, up to ${Math.max(...took)} ms`)
  await holder.query('commit')
  await holder.end()
  await making
  assert.equal(made, [next.name])
  await store.close()
})

onDatabase('is refused in a sentence: no such account, an account that may not, no address, no database', async () => {
  const { connect, owner } = await anEmptyDatabase()
  const as = (change: (url: URL) => void) => {
    const url = new URL(owner.connectionString ?? '')
    change(url)
    return { MIGRATE: url.href }
  }
  const cases: [env: Record<string, string>, says: RegExp, args?: string[]][] = [
    [{}, /^Say whose tables are to be made: MIGRATE=postgres:/],
    [{ MIGRATE: 'db.example/s3cret' }, /^MIGRATE cannot be read/],
    [{ MIGRATE: connect.connectionString ?? '' }, /may not make or change tables/],
    [as((url) => url.searchParams.set('user', 'nobody_at_all')), /does not let this account in/],
    [as((url) => (url.pathname = '/nowhere')), /does not let this account in/],
    [as((url) => url.searchParams.set('host', '/nowhere')), /cannot be reached now/],
    [as(() => {}), /Unexpected argument|Unknown option/, ['--url', 'x']],
  ]
  for (const [env, says, args] of cases) {
    const { said, code } = await program(env, args)
    assert.match(said, says)
    assert.equal([code, said.trim().split('\n').length], [75, 1], said)
    assert.not.match(said, /s3cret|only-in-tests/)
  }
})

test.run()
