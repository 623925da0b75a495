import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { upgraded } from '../../src/casefile/upgrade.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import type { Store } from '../../src/store/store.ts'
import { saved } from '../store/contract-reading.ts'
import { freshFolder } from '../support/folder.ts'
import { aCase, clock, summaries } from '../support/samples.ts'

const test = suite('an older case file')

type Shape = Record<string, unknown>
const shape = (record: unknown) => record as Shape
/** As it was before links, holds and the rest were kept in it. */
const first = () => {
  const { links, disagreements, openings, holds, ...rest } = aCase()
  return shape({ ...rest, version: 1 })
}
/** What a second and a third shape might change. */
const steps = {
  1: (record: Shape) => ({ ...record, version: 2, second: true }),
  2: (record: Shape) => ({ ...record, version: 3, third: record.second }),
}

test('of the newest shape is left as it is', () => {
  assert.equal(upgraded(shape(aCase())), aCase())
})

test('goes through each shape in turn', () => {
  const newest = shape(upgraded(first(), steps, 3))
  assert.equal([newest.version, newest.second, newest.third], [3, true, true])
  assert.is(shape(upgraded({ ...aCase(), version: 2 }, steps, 3)).second, undefined)
})

test('is itself not changed', () => {
  const record = Object.freeze(first())
  upgraded(record, steps, 3)
  assert.is(record.version, 1)
})

test('of a shape that nobody knows, newer or without one, is refused by its number', () => {
  for (const version of [0, 3, 99, '1', undefined, null]) {
    assert.throws(() => upgraded({ ...aCase(), version }), /2026-0001: unknown shape/, String(version))
  }
})

test('is brought to the newest shape when the store reads it, in the list too, and saved as such', async () => {
  const place = freshFolder()
  const open = (newest: number): Promise<Store> =>
    openEmbeddedStore({
      ...place,
      clock,
      summaries: {
        ...summaries,
        row: (caseFile, sessions) => ({
          ...summaries.row(caseFile, sessions),
          planned: shape(caseFile).version as number,
        }),
        upgraded: (record) => upgraded(record, steps, newest),
      },
    })
  const old = await open(1)
  await saved(old, (view) => view.saveCase(aCase()))
  await old.close()

  const store = await open(3)
  assert.is((await store.rows({})).rows[0]?.planned, 3)
  assert.is(shape(await store.caseFile('2026-0001')).version, 3)
  await store.change(async (view) => {
    const caseFile = (await view.caseFile('2026-0001'))!
    view.saveCase(caseFile)
    return { ok: true, value: undefined }
  })
  await store.close()
  // an older server must not write over what a newer one kept
  const refusal = await open(1).catch((failure: Error) => failure.message)
  assert.match(String(refusal), /2026-0001: unknown shape 3/)
})

test.run()
