import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import writeExcelFile, { type Cell, type SheetData } from 'write-excel-file/node'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { summaries } from '../../src/summaries.ts'
import { wallClock } from '../../src/time/clock.ts'
import { aDemoHouse, demoSignIn } from '../support/demo-house.ts'
import { freshFolder } from '../support/folder.ts'
import { aHouse, heldIn, type TestHouse } from '../support/house.ts'
import { bring } from '../support/import-desk.ts'
import { csvOf, inKorean, pastTable } from '../support/import-rows.ts'
import { ended } from '../support/process.ts'
import { aVisitor, type Visitor } from '../support/visitor.ts'

/** The period of the results paper of 2021. */
const address = '/report/figures.json?from=2019-09-01&to=2020-12-31'

interface Figure {
  id: string
  base: number
  rows: { code: string; count: number; percent: number }[]
}
const figuresOf = async (visitor: Visitor): Promise<Figure[]> => JSON.parse((await visitor.open(address)).text).figures

/** What a table without consents, dates of sessions and follow-ups can tell as well as the diary does. */
const compared = [
  ...['school-level', 'grade', 'age-band', 'gender', 'referral-source', 'referral-basis', 'motive', 'motive-all'],
  ...['perpetration-type', 'channel', 'relation', 'stage', 'closure-reason'],
]
const same = (figures: Figure[]) =>
  figures
    .filter(({ id }) => compared.includes(id))
    .map(({ id, base, rows }) => [id, base, rows.map(({ code, count, percent }) => `${code} ${count} ${percent}`)])

let demo: Figure[]
const test = suite('the results of 2021')
test.before(async () => {
  const house = await aDemoHouse()
  const { email, password } = demoSignIn('seo')
  demo = await figuresOf(await aVisitor(house).signIn(email, password))
  await house.close()
})

/** Brings a file to an empty house, says yes, and reads the figures. */
async function imported(bytes: string | Uint8Array<ArrayBuffer>, name: string): Promise<Figure[]> {
  const house = await aHouse()
  assert.is((await bring(house, bytes, name)).to, '/report/import/check')
  const seo = await aVisitor(house).signIn('seo')
  await (await seo.open('/report/import/check')).press('91건 모두 가져오기')
  assert.is(seo.path.split('?')[0], '/report/import/2026-01')
  const figures = await figuresOf(seo)
  await house.close()
  return figures
}

function mustBeThePaper(figures: Figure[]): void {
  const figureOf = (id: string) => figures.find((one) => one.id === id)
  const percents = (id: string, codes: string[]) =>
    codes.map((code) => figureOf(id)?.rows.find((row) => row.code === code)?.percent)
  assert.equal(same(figures), same(demo))
  assert.equal([figureOf('school-level')?.base, figureOf('motive')?.base], [91, 91])
  assert.equal(percents('school-level', ['middle']), [63])
  const motives = ['not-serious', 'fun', 'curiosity', 'impulse', 'imitation', 'thought-agreed']
  assert.equal(percents('motive', motives), [21, 19, 19, 16, 10, 4])
  const types = ['posting-sharing', 'illegal-filming', 'possession', 'synthetic-distribution']
  assert.equal(percents('perpetration-type', types), [43, 19, 11, 6])
  assert.equal(percents('channel', ['sns', 'site', 'messenger']), [41, 19, 16])
  assert.is(figureOf('sessions-held')?.base, 1323)
}

test('come out of a CSV of 91 rows as of the demonstration', async () =>
  mustBeThePaper(await imported(csvOf(pastTable()), 'past.csv')))

test('come out of a workbook with days as days, in Korean', async () => {
  const isDay = /^\d{4}-\d{2}-\d{2}$/
  const cells: SheetData = pastTable(inKorean).map((row) =>
    row.map(
      (text): Cell =>
        isDay.test(text)
          ? { value: new Date(`${text}T00:00:00Z`), format: 'yyyy-mm-dd' }
          : text === ''
            ? null
            : { value: text },
    ),
  )
  const book = await writeExcelFile(cells).toBuffer()
  mustBeThePaper(await imported(new Uint8Array(book), '지난 사례.xlsx'))
})

/** An empty house that nobody serves, and a table beside it. */
async function aPlace(): Promise<{ dir: string; keyFile: string; file: string }> {
  const folder = freshFolder()
  await (await aHouse(undefined, folder)).close()
  const file = join(folder.root, 'past.csv')
  writeFileSync(file, csvOf(pastTable(inKorean, { surveys: false }), ';'))
  return { ...folder, file }
}

test('come out of npm run import too, which changes nothing on a dry run and says whose hand it must be', async () => {
  const { dir, keyFile, file } = await aPlace()
  const run = (...args: string[]) => ended('scripts/import.ts', [file, '--data', dir, ...args], { KEY_FILE: keyFile })
  const opened = () => openEmbeddedStore({ dir, keyFile, summaries, clock: wallClock })
  const held = async () => {
    const store = await opened()
    const all = await heldIn(store)
    await store.close()
    return all
  }
  const before = await held()
  const refused = await run('--by', 'han@example.test')
  assert.equal([refused.code, /may not import cases/.test(refused.said)], [75, true], refused.said)
  const dry = await run('--by', 'seo@example.test', '--dry-run')
  assert.equal([dry.code, /91 cases, 1323 sessions, 91 closed/.test(dry.said)], [0, true], dry.said)
  assert.ok((await held()) === before, 'a dry run changed something')

  const open = await opened()
  const locked = await run('--by', 'seo@example.test')
  await open.close()
  assert.is(locked.code, 75, locked.said)

  const done = await run('--by', 'seo@example.test')
  assert.equal([done.code, /Import \d{4}-01: 91 cases/.test(done.said)], [0, true], done.said)
  const again = await run('--by', 'seo@example.test')
  assert.is(again.code, 75)
  assert.match(again.said, /91 to put right\. Nothing was taken over\./)
  assert.match(again.said, /^row 2 · 관리번호|^row 2 · case/m)

  const house: TestHouse = await servedAgain({ dir, keyFile })
  mustBeThePaper(await figuresOf(await aVisitor(house).signIn('seo')))
  await house.close()
})

/** The same house, now served. */
const servedAgain = (place: { dir: string; keyFile: string }) => aHouse(undefined, place)

test.run()
