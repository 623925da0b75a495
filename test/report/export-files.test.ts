// Over 150 lines because every format is read back here by something that did not write it.
import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { DataRow } from '../../src/casefile/data.ts'
import { csvOf, harmless } from '../../src/report/csv.ts'
import { lineOf, variablesOf } from '../../src/report/data-set.ts'
import { dataParts, missingCodes, type Value } from '../../src/report/data-set-shape.ts'
import { type Format, formats } from '../../src/report/export.ts'
import { beginFile, fileName } from '../../src/report/export-files.ts'
import { LongWorkbook, workbookOf } from '../../src/report/xlsx.ts'
import { shipped } from '../../src/surveys/shelf.ts'
import { tellingNames } from '../house/neutral.ts'
import { freshFolder } from '../support/folder.ts'
import { summaries } from '../support/samples.ts'
import { casesAtEveryStage } from '../support/stages.ts'

const variables = variablesOf(dataParts, shipped)
const rows: DataRow[] = casesAtEveryStage.map((file) => summaries.data(file, [], []))
const lines = rows.map((row, at) => lineOf(row, variables, `y${at}`))

async function fileOf(format: Format, of: readonly (readonly Value[])[] = lines): Promise<Buffer> {
  const file = await beginFile(format, variables, '2026-11-22', 'ko')
  for (const line of of) file.add([line])
  const { pieces, isPacked, length } = file.end()
  const bytes = isPacked ? gunzipSync(Buffer.concat(pieces)) : Buffer.concat(pieces)
  assert.is(bytes.byteLength, length)
  return bytes
}

/** What a spreadsheet, or whoever fills one, has tried. */
const hostile = [
  ...[
    '=HYPERLINK("http://x")',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\u0000=1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
  ],
  ...[' =1', '\u200b=1', '\u0001=cmd|calc', '"=1', "'=1", 'a,b;c', 'a\r\nb', '<c><f>1</f></c>', ']]>', '한글', '🎈'],
]
/** What a spreadsheet would calculate. */
const calculated = /^[\p{C}\p{Z}]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u

const harm = suite('a text in an export')
harm('never begins like a formula, and is the same otherwise', () => {
  for (const text of hostile) {
    const made = String(harmless(text))
    assert.not.match(made, calculated, JSON.stringify(text))
    assert.ok(made === text || made === `'${text}`, JSON.stringify(text))
  }
  assert.equal([harmless(-99), harmless(0.1 + 0.2), harmless('a=b')], [-99, 0.1 + 0.2, 'a=b'])
})
harm('is read back from a CSV as it was written', () => {
  const cells = hostile.map((text) => [text, -99])
  assert.equal(
    parse(csvOf(cells)),
    cells.map(([text, n]) => [String(harmless(text as string)), String(n)]),
  )
})
harm('is text in a workbook, in a short one and in a long one', async () => {
  const sheet = { name: 'data', head: ['a', 'b'] }
  const cells = hostile.map((text): Value[] => [text, 7])
  const long = await LongWorkbook.begin(sheet, [{ name: 'codebook', head: ['=a'], rows: [['=b']] }])
  long.add(cells)
  for (const file of [Buffer.concat(long.end()), Buffer.from(await workbookOf([{ ...sheet, rows: cells }]))]) {
    const parts = unzipSync(file)
    for (const [name, part] of Object.entries(parts)) assert.not.match(strFromU8(part), /<f[ >]/, name)
    const read = await readSheet(file, 1, { trim: false })
    assert.is(read.length, cells.length + 1)
    for (const [at, [text, n]] of read.slice(1).entries()) {
      assert.is(n, 7)
      assert.not.match(String(text), calculated, JSON.stringify(hostile[at]))
      // what no XML can hold is left out of it
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
      const kept = String(harmless(hostile[at] ?? '')).replace(/[\u0000-\u0008\u000e-\u001f]/g, '')
      assert.is(String(text).replace(/\r\n?/g, '\n'), kept.replace(/\r\n?/g, '\n'))
    }
  }
})

const back = suite('an export that is read back')
back('by csv-parse is what was written', async () => {
  const file = await fileOf('csv')
  assert.is(file.subarray(0, 3).toString('hex'), 'efbbbf')
  assert.is(file.toString().replaceAll('\r\n', '').includes('\n'), false, 'every line ends in CR LF')
  const [head, ...read] = parse(file, { bom: true }) as string[][]
  assert.equal(
    head,
    variables.map(({ name }) => name),
  )
  assert.equal(
    read,
    lines.map((line) => line.map(String)),
  )
})
back('by read-excel-file is what was written, with a codebook beside it', async () => {
  const file = await fileOf('xlsx')
  const [head, ...read] = await readSheet(file, 'data')
  assert.equal(
    head,
    variables.map(({ name }) => name),
  )
  assert.equal(
    read,
    lines.map((line) => line.map((value) => (value === '' ? null : value))),
  )
  const codebook = await readSheet(file, 'codebook')
  assert.equal(
    codebook.slice(1).map(([name]) => name),
    [...variables, ...missingCodes.map(({ code: name }) => ({ name }))].map(({ name }) => name),
  )
})
back('as JSON is what was written', async () => {
  const read = JSON.parse((await fileOf('json')).toString())
  assert.equal(read.rows, lines)
  assert.equal(
    read.variables.map(({ name }: { name: string }) => name),
    variables.map(({ name }) => name),
  )
  assert.equal(read.missing, JSON.parse(JSON.stringify(missingCodes)))
})
back('is sound without a single row', async () => {
  assert.equal(JSON.parse((await fileOf('json', [])).toString()).rows, [])
  assert.is((parse(await fileOf('csv', []), { bom: true }) as string[][]).length, 1)
  assert.is((await readSheet(await fileOf('xlsx', []), 'data')).length, 1)
})
back('of a thousand rows is whole', async () => {
  const many = Array.from({ length: 1000 }, (_, at) => [`y${at}`, '2026-Q1', at, -99, at / 7])
  const long = await LongWorkbook.begin({ name: 'data', head: ['a', 'b', 'c', 'd', 'e'] }, [])
  for (const row of many) long.add([row])
  const [, ...read] = await readSheet(Buffer.concat(long.end()), 'data')
  assert.equal(read, many)
})
back('has a name that says nothing', () => {
  const names = formats.map((format) => fileName(format, '2026-11-22'))
  assert.equal(
    names,
    ['csv', 'xlsx', 'sps', 'R', 'json'].map((end) => `data-2026-11-22.${end}`),
  )
  assert.equal(tellingNames(names), [])
})

const spss = suite('SPSS syntax')
spss('names every variable of the CSV in its order, and gives each a label and its missing values', async () => {
  const text = (await fileOf('sps')).toString()
  assert.ok(text.startsWith('\ufeff* Encoding: UTF-8.'))
  assert.match(text, "/FILE='data-2026-11-22.csv'")
  const part = (from: string, to: string) => text.slice(text.indexOf(from), text.indexOf(to, text.indexOf(from)))
  const named = [...part('/VARIABLES=', '\r\n  .').matchAll(/^ {4}(\w+) [AF]/gm)].map(([, name]) => name)
  assert.equal(
    named,
    variables.map(({ name }) => name),
  )
  assert.is(part('VARIABLE LABELS', '\r\n  .').match(/^ {2}\w+ '/gm)?.length, variables.length)
  const numbers = variables.filter(({ kind }) => kind !== 'text')
  assert.is(part('VALUE LABELS', '\r\n  .').match(/^ {2}\/?\w+\r?$/gm)?.length, numbers.length)
  const unsure = variables.filter((one) => one.unsureCounts).length
  const declared = [...text.matchAll(/MISSING VALUES([^(]+)\(([^)]+)\)/g)].map(([, names = '', range]) => [
    names.trim().split(/\s+/).length,
    range,
  ])
  assert.equal(declared, [
    [numbers.length - unsure, '-99 THRU -95'],
    [unsure, '-97 THRU -95, -99'],
  ])
  for (const line of text.split('\r\n')) {
    assert.is((line.match(/'/g) ?? []).length % 2, 0, line)
    assert.ok(Buffer.byteLength(line) < 400, line)
  }
})

const r = suite('the R script')
const hasR = spawnSync('Rscript', ['--version']).status === 0
if (!hasR)
  console.error('SKIPPED: the R script was not run, since there is no Rscript here (apt-get install r-base-core)')
const inR = hasR ? r : r.skip
inR('reads the CSV with base R: rows, words of codes, sums, and what is missing', async () => {
  const { root } = freshFolder()
  for (const format of ['csv', 'r'] as const)
    writeFileSync(join(root, fileName(format, '2026-11-22')), await fileOf(format))
  const ask = [
    'source("data-2026-11-22.R", encoding = "UTF-8")',
    'cat(nrow(data), ncol(data), nrow(codebook), "\\n")',
    'cat(table(data$school_level), "\\n")',
    'cat(levels(data$gender), sep = "|"); cat("\\n")',
    'cat(sum(is.na(data$in_ctrl1)), sum(!is.na(data$in_ctrl1)), mean(data$in_s_ctrl, na.rm = TRUE), "\\n")',
    'cat(raw$in_ctrl1, "\\n")',
  ]
  const env = { ...process.env, LC_ALL: 'C.UTF-8' }
  const said = execFileSync('Rscript', ['-e', ask.join('\n')], { cwd: root, env, encoding: 'utf8' })
    .trim()
    .split('\n')
  const column = (name: string) => lines.map((line) => line[variables.findIndex((one) => one.name === name)] as number)
  const counts = variables
    .find(({ name }) => name === 'school_level')
    ?.codes?.map(({ value }) => column('school_level').filter((one) => one === value).length)
  const scores = column('in_s_ctrl').filter((one) => one > 0)
  const gaps = column('in_ctrl1').filter((one) => one < 0).length
  assert.equal(
    said.map((line) => line.trim()),
    [
      `${lines.length} ${variables.length} ${variables.length}`,
      counts?.join(' '),
      variables
        .find(({ name }) => name === 'gender')
        ?.codes?.map(({ ko }) => ko)
        .join('|'),
      `${gaps} ${lines.length - gaps} ${scores.reduce((sum, one) => sum + one, 0) / scores.length}`,
      column('in_ctrl1').join(' '),
    ],
  )
})

harm.run()
back.run()
spss.run()
r.run()
