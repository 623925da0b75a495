import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import writeExcelFile from 'write-excel-file/node'
import { readTable } from '../../src/web/table-read.ts'
import { tableIn } from '../../src/web/tables.ts'
import { aZip, withEntry } from '../support/zips.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = async (from: Uint8Array) => {
  const table = await readTable(from)
  return table.ok ? table.value : table.refusals[0]?.reason
}
/** A workbook as a spreadsheet would save it. */
const aBook = async (rows: (string | number | boolean | Date | null)[][]): Promise<Buffer> =>
  writeExcelFile(
    rows.map((row) =>
      row.map((value) => (value === null ? null : value instanceof Date ? { value, format: 'yyyy-mm-dd' } : { value })),
    ),
  ).toBuffer()

const test = suite('a table')

test('is read from text, whatever stands between its cells and however it is written', async () => {
  const wanted = [
    ['case', '성별'],
    ['가', '남'],
  ]
  const korean = Buffer.from([0x63, 0x61, 0x73, 0x65, 0x2c, 0xbc, 0xba, 0xba, 0xb0, 0x0a, 0xb0, 0xa1, 0x2c, 0xb3, 0xb2])
  assert.equal(await read(bytes('case,성별\n가,남\n')), wanted)
  assert.equal(await read(bytes('\ufeffcase\t성별\r\n가\t남')), wanted)
  assert.equal(await read(bytes('case;성별\n가;남\n\n;\n')), wanted, 'blank rows at the end are none')
  assert.equal(await read(korean), wanted, 'CP949')
  assert.equal(
    await read(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('case\t성별\n가\t남', 'utf16le')])),
    wanted,
  )
  assert.equal(await read(bytes('case,types\n1,"a;b\n""c"""')), [
    ['case', 'types'],
    ['1', 'a;b\n"c"'],
  ])
})

test('is read from the first sheet of a workbook, days as days and numbers as they are', async () => {
  const day = new Date('2020-03-01T00:00:00.000Z')
  const book = await aBook([
    ['case', 'referred_on', 'n', 'yes', 'blank', 'last'],
    ['A-1', day, 3, true, null, '끝'],
  ])
  const wanted = [
    ['case', 'referred_on', 'n', 'yes', 'blank', 'last'],
    ['A-1', '2020-03-01', '3', 'true', '', '끝'],
  ]
  assert.equal(await read(book), wanted)
  const apart = await tableIn(book)
  assert.equal(apart.ok && apart.value, wanted, 'in a thread of its own too')
})

test('that is none is refused', async () => {
  const noise = createHash('shake256', { outputLength: 5000 }).update('noise').digest()
  assert.is(await read(noise), 'not-a-table')
  assert.is(await read(Buffer.concat([Buffer.from('PK\x03\x04'), noise])), 'not-a-table')
  assert.is(await read(aZip([{ name: 'readme.txt', data: Buffer.from('hello') }])), 'not-a-table')
  assert.is(await read(Buffer.from('d0cf11e0a1b11ae1', 'hex')), 'table-locked')
  assert.is(await read(bytes('case,"x\n1,2')), 'table-broken')
  for (const text of ['', '\n\n', 'case,gender', 'case\n\n']) assert.is(await read(bytes(text)), 'table-empty', text)
  assert.is(await read(bytes(`case${',x'.repeat(300)}\n1`)), 'table-too-large')
  assert.is(await read(bytes(`case\n${'1\n'.repeat(20_001)}`)), 'table-too-large')
})

test('of a workbook that unpacks to far more than it says is refused before it fills the memory', async () => {
  const book = await aBook([['case'], ['1']])
  const bomb = deflateRawSync(Buffer.alloc(300 * 1024 * 1024, 32), { level: 9 })
  const before = process.memoryUsage().rss
  assert.is(await read(withEntry(book, 'xl/styles.xml', bomb)), 'table-too-large')
  assert.ok(process.memoryUsage().rss - before < 200 * 1024 * 1024)
})

test('with a cell at the far end of a sheet ends its own thread and nothing else', async () => {
  const row = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
  const sheet = Buffer.from(
    `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>${row}</sheetData></worksheet>`,
  )
  const far = withEntry(await aBook([['case'], ['1']]), 'xl/worksheets/sheet1.xml', deflateRawSync(sheet))
  const apart = await tableIn(far)
  assert.equal(!apart.ok && apart.refusals[0]?.reason, 'table-too-large')
})

test.run()
