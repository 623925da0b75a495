import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Content } from '../../src/store/contents.ts'
import { canonical } from '../../src/store/contents.ts'
import { readMasterKey } from '../../src/store/key-file.ts'
import { logKeyOf } from '../../src/store/log-chain.ts'
import { verifyLines, verifyLog } from '../../src/store/log-verify.ts'
import { bringKeyBack } from '../../src/store/postgres/recovery.ts'
import { saved } from '../store/contract-reading.ts'
import { fill, recovery, shownBy } from '../store/everything.ts'
import { aDatabasePlace, aFolder, contentsIn, hashOf, moved, withStore } from '../store/moving.ts'
import { freshFolder } from '../support/folder.ts'
import { databases } from '../support/postgres.ts'
import { han, now } from '../support/samples.ts'

const test = suite('moving a store')
const onDatabase = databases === undefined ? test.skip : test

test('a value has one form, whatever the order of its names', () => {
  assert.is(canonical({ b: [1, undefined, { d: 'x', c: null }], a: undefined }), '{"b":[1,null,{"c":null,"d":"x"}]}')
  assert.is(canonical({ c: 1, a: { z: true, b: '"' } }), canonical({ a: { b: '"', z: true }, c: 1 }))
})

onDatabase('there and back everything is as it was, and every store shows the same', async () => {
  const first = aFolder()
  const shown = await withStore(first, async (store) => {
    await fill(store)
    return shownBy(store)
  })
  const database = await aDatabasePlace(first.keyFile)
  const there = await moved(first, database)
  assert.is(there.to.hash, there.from.hash)
  assert.is(there.from.hash, await hashOf(first))
  const { cases, diary, facts, log, people } = there.to.counts
  assert.equal({ cases, diary, facts, log, people }, { cases: 32, diary: 4, facts: 1, log: 4, people: 6 })
  assert.is(await withStore(database, shownBy), shown)
  const back = aFolder(first.keyFile)
  const again = await moved(database, back)
  assert.is(again.to.hash, there.from.hash)
  assert.is(await withStore(back, shownBy), shown)
  assert.equal(await contentsIn(back), await contentsIn(first))
})

onDatabase('the log is the same chain, and goes on as one', async () => {
  const first = aFolder()
  await withStore(first, fill)
  const database = await aDatabasePlace(first.keyFile)
  await moved(first, database)
  const more = { at: now, deed: 'x', decision: 'allowed', status: 200 } as const
  await withStore(database, (store) => store.log(more))
  const master = (await readMasterKey(first.keyFile))!
  const lines = (await contentsIn(database)).filter(({ path }) => path.startsWith('log/'))
  const asLine = ({ value }: Content, nth: number) => ({
    ...{ file: 'log', line: nth + 1, whole: true },
    bytes: Buffer.from(String(value)),
  })
  const found = await verifyLines(lines.map(asLine), logKeyOf(master), [])
  assert.is(found.ok && found.entries, 5)
  const back = aFolder(first.keyFile)
  await moved(database, back)
  await withStore(back, (store) => store.log(more))
  const verdict = await verifyLog(back.word, master)
  assert.is(verdict.ok && verdict.entries, 6)
})

onDatabase('a number that only the database knows to be given is not given again in the folder', async () => {
  const database = await aDatabasePlace()
  await withStore(database, async (store) => {
    await fill(store)
    await store.change(async (view) => {
      view.saveCase({ ...(await view.caseFile('2026-0001'))!, number: '2026-0077' })
      return { ok: true, value: undefined }
    })
    await saved(store, (view) => view.removeCase('2026-0077'))
  })
  const folder = aFolder(database.keyFile)
  await moved(database, folder)
  const next = await withStore(folder, (store) =>
    store.change(async (view) => ({ ok: true, value: await view.nextCaseNumber(2026) })),
  )
  assert.equal(next, { ok: true, value: '2026-0078' })
  assert.is(await hashOf(folder), await hashOf(database))
})

onDatabase('what comes after the move comes behind what was moved, and the key comes back from paper', async () => {
  const first = aFolder()
  await withStore(first, fill)
  const database = await aDatabasePlace(first.keyFile)
  await moved(first, database)
  await withStore(database, async (store) => {
    const before = (await store.entries('notices')).map(({ id }) => id)
    await saved(store, (view) =>
      view.saveEntry('notices', { id: 'a', to: 'seo', what: 'restricted', at: now, by: 'han' }),
    )
    assert.equal(
      (await store.entries('notices')).map(({ id }) => id),
      [...before, 'a'],
    )
    await saved(store, (view) => view.savePerson({ ...han, id: 'aa', email: 'aa@example.test' }))
    assert.is((await store.people()).at(-1)?.id, 'aa')
  })
  const { keyFile } = freshFolder()
  await bringKeyBack(database.database!.connect, keyFile, recovery.text)
  assert.is(readFileSync(keyFile, 'utf8'), readFileSync(first.keyFile, 'utf8'))
})

test.run()
