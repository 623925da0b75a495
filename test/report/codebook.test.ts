import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { lists } from '../../src/codebook/codebook.ts'
import { type CodebookLine, codebookHead, codebookOf, codebookTables } from '../../src/report/codebook.ts'
import { everyVariable } from '../../src/report/data-set.ts'
import { missingCodes } from '../../src/report/data-set-shape.ts'
import { questionsOf } from '../../src/surveys/definition.ts'
import { scales } from '../../src/surveys/scales.ts'
import { shipped } from '../../src/surveys/shelf.ts'
import { ko } from '../../views/words.ko.ts'
import { ask, signedIn } from '../support/asking.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { saveStages } from '../support/stages.ts'
import { aVisitor } from '../support/visitor.ts'

let house: TestHouse
const lines = codebookOf(shipped)
const of = (table: string) => lines.filter((line) => line.table === table)

const test = suite('the codebook')
test.before(async () => {
  house = await aHouse(saveStages)
  await signedIn(house)
})
test.after(() => house.close())

test('has every code, scale, item and missing value once, with words in both languages', () => {
  assert.is(
    of('codes').length,
    Object.values(lists).reduce((sum, { codes }) => sum + codes.length, 0),
  )
  assert.is(of('scales').length, Object.keys(scales).length)
  assert.is(of('missing').length, missingCodes.length)
  const items = shipped.flatMap((one) => questionsOf(one).flatMap(({ rows }): unknown[] => rows ?? ['']))
  assert.is(of('items').length, items.length)
  assert.is(new Set(lines.map(({ table, of: whose, code }) => `${table} ${whose} ${code}`)).size, lines.length)
  for (const { ko: korean, en, code } of lines) assert.ok(korean && en, code)
})
test('says how an item is scored, and what is never exported', () => {
  const item = (code: string) => lines.find((line) => line.of === 'intake.v1' && line.code === code)
  assert.equal([item('ctrl2')?.reversed, item('ctrl1')?.reversed, item('ctrl1')?.scale], ['yes', undefined, 'CTRL'])
  assert.equal([item('law1')?.right, item('law2')?.right], ['right', 'wrong'])
  assert.equal(
    ['ctrl1', 'acts', 'self-harm', 'talk', 'hopes'].map((code) => item(code)?.exported),
    ['yes', 'yes', 'no', 'no', 'no'],
  )
})
test('gives the answers the numbers that the data set has', () => {
  for (const { name, asked, codes = [], kind } of everyVariable(shipped).filter(
    ({ parts }) => parts.length === 1 && parts[0] === 'items',
  )) {
    if (kind === 'flag') continue
    const offered = lines.filter(
      (line) => line.of === `${asked?.versions[0]}/${asked?.question}` && line.table === 'answers',
    )
    for (const { value, ko: word } of codes) assert.is(offered.find((one) => one.ko === word)?.number, value, name)
  }
})
test('is a page for counsellors and the lead, reached from what is asked and from the exports', async () => {
  const han = await aVisitor(house).signIn('han')
  await han.open('/surveys')
  await han.follow(ko.codebook.title)
  assert.is(han.status, 200)
  han.mustSee(ko.codebook.scales, ...lines.filter(({ table }) => table === 'codes').map((line) => line.ko))
  assert.match(await (await ask(house, 'seo', 'GET', '/report/exports')).text(), 'href="/codebook"')
  for (const who of ['yoo', 'oh']) assert.is((await ask(house, who, 'GET', '/codebook')).status, 403)
})
test('is the same as a file in each format', async () => {
  const file = async (format: string) => {
    const answer = await ask(house, 'han', 'GET', `/codebook/file?format=${format}`)
    assert.is(answer.headers.get('Content-Disposition'), `attachment; filename="codebook-2026-11-22.${format}"`)
    return Buffer.from(await answer.arrayBuffer())
  }
  const cell = (line: CodebookLine, name: string) => String((line as unknown as Record<string, unknown>)[name] ?? '')
  const cells = lines.map((line) => codebookHead.map((name) => cell(line, name)))
  assert.equal(parse(await file('csv'), { bom: true }), [[...codebookHead], ...cells])
  const kept = JSON.parse((await file('json')).toString())
  assert.equal(
    kept.map((line: CodebookLine) => codebookHead.map((name) => cell(line, name))),
    cells,
  )
  const xlsx = await file('xlsx')
  const read = await Promise.all(codebookTables.map(async (name) => (await readSheet(xlsx, name)).slice(1)))
  assert.equal(
    read.flat().map((row) => row.map((value) => String(value ?? ''))),
    cells,
  )
  assert.is((await ask(house, 'han', 'GET', '/codebook/file?format=exe')).status, 404)
})

test.run()
