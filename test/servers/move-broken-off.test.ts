import { appendFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { refusalOf } from '../store/backing-up.ts'
import { fill, shownBy } from '../store/everything.ts'
import { aDatabasePlace, aFolder, brokenOff, hashOf, moved, taking, withStore } from '../store/moving.ts'
import { asked, databases } from '../support/postgres.ts'

const test = suite('a move that is broken off')
const onDatabase = databases === undefined ? test.skip : test

onDatabase('after any of its writings goes on to the same end, in both directions', async () => {
  const first = aFolder()
  const shown = await withStore(first, async (store) => {
    await fill(store)
    return shownBy(store)
  })
  const database = await aDatabasePlace(first.keyFile)
  const hash = await hashOf(first)
  let times = 0
  for (; (await brokenOff(first, database, times)) !== 'done'; times += 2)
    assert.is(await refusalOf(database.open()), 'half-moved')
  assert.ok(times >= 10, `${times}`)
  assert.is(await hashOf(database), hash)
  assert.is(await withStore(database, shownBy), shown)
  const back = aFolder(first.keyFile)
  for (times = 0; (await brokenOff(database, back, times)) !== 'done'; times += 2) {
    assert.is(await refusalOf(back.open()), 'half-moved')
    // as if the power had gone in the middle of a line
    const [month] = readdirSync(join(back.word, 'log'))
    if (month) appendFileSync(join(back.word, 'log', month), '{"seq":3,"at"')
  }
  assert.ok(times >= 10, `${times}`)
  assert.is(await hashOf(back), hash)
  assert.is(await withStore(back, shownBy), shown)
})

onDatabase('because the database was gone goes on when it is back', async () => {
  const first = aFolder()
  await withStore(first, fill)
  const database = await aDatabasePlace(first.keyFile)
  let times = 0
  const cut = moved(first, database, (side) =>
    taking(side, (contents) => {
      if (++times === 7)
        void asked(
          database.database!.admin,
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'saegil move' and datname = current_database()",
        )
      return contents
    }),
  )
  assert.is(await refusalOf(cut), 'unavailable')
  assert.is(await refusalOf(database.open()), 'half-moved')
  const done = await moved(first, database)
  assert.is(done.takenUp, true)
  assert.is(done.to.hash, await hashOf(first))
})

test('between two folders goes on as well', async () => {
  const first = aFolder()
  await withStore(first, fill)
  const other = aFolder(first.keyFile)
  for (const after of [3, 1, 9]) assert.is(await brokenOff(first, other, after), 'broken off')
  assert.is((await moved(first, other)).takenUp, true)
  assert.is(await hashOf(other), await hashOf(first))
})

test.run()
