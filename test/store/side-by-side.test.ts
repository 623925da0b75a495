import * as fsp from 'node:fs/promises'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import type { Files } from '../../src/store/disk.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import type { Store } from '../../src/store/store.ts'
import { summaries } from '../../src/summaries.ts'
import { freshFolder } from '../support/folder.ts'
import { aCase, clock } from '../support/samples.ts'
import { saved } from './contract-reading.ts'

/* What random sequences show of many (clients.test.ts), shown of a few that can be followed. */

const test = suite('changes side by side')

/** A disk that takes its time with what is written under one name, until it is let go. */
function slowFor(part: string): { files: Files; letGo: () => void; waiting: () => boolean } {
  let letGo = () => {}
  let isWaiting = false
  const gate = new Promise<void>((open) => {
    letGo = open
  })
  const files: Files = {
    ...fsp,
    open: async (path, flags, mode) => {
      const handle = await fsp.open(path, flags, mode)
      if (!String(path).includes(part) || flags !== 'wx') return handle
      const sync = handle.sync.bind(handle)
      handle.sync = async () => {
        isWaiting = true
        await gate
        return sync()
      }
      return handle
    },
  }
  return { files, letGo, waiting: () => isWaiting }
}

type Change = (store: Store) => Promise<unknown>
const ofTheFirst: Change = (store) => rename(store, '2026-0001', '김하나')

/** A store with two cases, and then a change that lies with the disk because it writes the first. */
async function withOneOnItsWay(
  act: (store: Store, end: () => Promise<void>) => Promise<void>,
  one: Change = ofTheFirst,
): Promise<void> {
  const place = freshFolder({ inMemory: true })
  const { files, letGo, waiting } = slowFor('2026-0001.json')
  const first = await openEmbeddedStore({ ...place, summaries, clock })
  await saved(first, (view) => {
    for (const number of ['2026-0001', '2026-0002']) view.saveCase(aCase({ number }))
  })
  await first.close()
  const store = await openEmbeddedStore({ ...place, summaries, clock, files })
  const change = one(store)
  while (!waiting()) await new Promise(setImmediate)
  await act(store, async () => {
    letGo()
    await change
  })
  await store.close()
}

const rename = (store: Store, number: string, name: string) =>
  store.change(async (view) => {
    const file = (await view.caseFile(number))!
    view.saveCase({ ...file, youth: { ...file.youth, name } })
    return done(file.youth.name)
  })

const nameOf = async (store: Pick<Store, 'rows'>, number: string) =>
  (await store.rows({ numbers: [number] })).rows[0]?.name

test('one of another case is on disk while the first still waits for it', () =>
  withOneOnItsWay(async (store, end) => {
    assert.equal(await rename(store, '2026-0002', '박두리'), done('김민준'))
    assert.is(await nameOf(store, '2026-0002'), '박두리')
    assert.is(await nameOf(store, '2026-0001'), '김민준', 'not in sight before the disk has it')
    await end()
    assert.is(await nameOf(store, '2026-0001'), '김하나')
  }))

test('one of the same case is decided again when the first is over', () =>
  withOneOnItsWay(async (store, end) => {
    const second = rename(store, '2026-0001', '김두리')
    await new Promise(setImmediate)
    await end()
    assert.equal(await second, done('김하나'))
    assert.is(await nameOf(store, '2026-0001'), '김두리')
  }))

test('one that asked for a list in which the first will stand is decided again', () =>
  withOneOnItsWay(async (store, end) => {
    let asked = 0
    const second = store.change(async (view) => {
      asked++
      const { total } = await view.rows({ name: '김하나' })
      view.saveDraft({ id: 'd', owner: 'han', kind: 'form', fields: [['total', String(total)]], at: clock.now() })
      return done(total)
    })
    await new Promise((resolve) => setTimeout(resolve, 20))
    assert.is(asked, 1)
    await end()
    assert.equal(await second, done(1))
    assert.is(asked, 2)
  }))

const namedAfterTheSecond: Change = (store) =>
  store.change(async (view) => {
    const file = (await view.caseFile('2026-0001'))!
    view.saveCase({ ...file, youth: { ...file.youth, name: `like ${await nameOf(view, '2026-0002')}` } })
    return done(undefined)
  })

test('one that changes what the first has read is in sight after it, never before', () =>
  withOneOnItsWay(async (store, end) => {
    let isOver = false
    const second = rename(store, '2026-0002', '박두리').then(() => {
      isOver = true
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    assert.not.ok(isOver)
    assert.is(await nameOf(store, '2026-0002'), '김민준', 'the first was decided without it')
    await end()
    await second
    assert.is(await nameOf(store, '2026-0001'), 'like 김민준')
    assert.is(await nameOf(store, '2026-0002'), '박두리')
  }, namedAfterTheSecond))

test('no two of them give the same number', () =>
  withOneOnItsWay(async (store, end) => {
    const referred = (text: string) =>
      store.change(async (view) => {
        const number = await view.nextCaseNumber(2026)
        view.saveCase(aCase({ number, youth: { ...aCase().youth, name: text } }))
        return done(number)
      })
    const both = await Promise.all([referred('하나'), referred('두리'), referred('세찌')])
    assert.equal(both, [done('2026-0003'), done('2026-0004'), done('2026-0005')])
    await end()
  }))

test.run()
