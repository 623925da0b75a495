import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { done, type Result, refused } from '../result.ts'
import { NotUnpacked, unpacked } from './zip.ts'

/** How large a table may be: rows beside the one of heads, columns, and bytes that a spreadsheet may unpack to. */
export const mostOfTable = { rows: 20_000, columns: 300, unpacked: 48 * 1024 * 1024 }

/** Cells as text, rows of any length; the first row has the heads. */
export type Table = string[][]

/**
 * Reads a table from the bytes of a file: XLSX (its first sheet), or text with commas, tabs or semicolons between the
 * cells, in UTF-8, UTF-16 with its mark, or CP949. Days come as `2020-03-01`, whatever the sheet shows. Trailing blank
 * rows are left out. Bytes may be anything: what is no table is refused, never thrown.
 */
export async function readTable(bytes: Uint8Array): Promise<Result<Table>> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // a locked workbook, and one of before 2007, is an OLE document
  if (file.subarray(0, 4).toString('hex') === 'd0cf11e0') return refused({ field: 'table', reason: 'table-locked' })
  const read = file.subarray(0, 2).toString('latin1') === 'PK' ? await sheetIn(file) : textTable(file)
  return read.ok ? sized(read.value) : read
}

async function sheetIn(file: Buffer): Promise<Result<Table>> {
  try {
    const plain = unpacked(file, (name) => /\.(xml|rels)$/.test(name), mostOfTable.unpacked)
    const rows = await readSheet(plain, { trim: false })
    return done(rows.map((row) => row.map(asText)))
  } catch (failure) {
    if (failure instanceof NotUnpacked && failure.why !== 'broken')
      return refused({ field: 'table', reason: failure.why === 'locked' ? 'table-locked' : 'table-too-large' })
    const row = /\brow (\d+)/.exec((failure as Error).message)?.[1]
    if (row) return refused({ field: 'table', reason: 'table-broken', with: { row } })
    return refused({ field: 'table', reason: 'not-a-table' })
  }
}

function asText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (!(cell instanceof Date)) return String(cell)
  return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
}

function textTable(file: Buffer): Result<Table> {
  const text = decoded(file)
  if (text === undefined || text.includes('\0')) return refused({ field: 'table', reason: 'not-a-table' })
  const [head = ''] = text.split('\n', 1)
  const delimiter = [',', '\t', ';'].sort((a, b) => head.split(b).length - head.split(a).length)[0]
  try {
    const to = mostOfTable.rows + 2
    return done(parse(text, { delimiter, to, relax_column_count: true, max_record_size: 2_000_000 }))
  } catch (failure) {
    const { lines } = failure as { lines?: number }
    return refused({ field: 'table', reason: 'table-broken', with: { row: lines ?? 1 } })
  }
}

/** UTF-8 where it is, else what Korean spreadsheets wrote before; undefined when it is neither. */
function decoded(file: Buffer): string | undefined {
  const wide = file.subarray(0, 2).toString('hex') === 'fffe'
  for (const label of wide ? ['utf-16le'] : ['utf-8', 'euc-kr'])
    try {
      return new TextDecoder(label, { fatal: true }).decode(file)
    } catch {
      // the next one, then
    }
  return undefined
}

function sized(rows: Table): Result<Table> {
  const last = rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ''))
  const table = rows.slice(0, last + 1)
  if (table.length < 2) return refused({ field: 'table', reason: 'table-empty' })
  const widest = table.reduce((most, row) => Math.max(most, row.length), 0)
  if (table.length - 1 > mostOfTable.rows || widest > mostOfTable.columns)
    return refused({ field: 'table', reason: 'table-too-large' })
  return done(table)
}
