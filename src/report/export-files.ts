import { Gzip, strToU8 } from 'fflate'
import type { Day } from '../time/days.ts'
import { byteOrderMark, csvOf } from './csv.ts'
import { codebookSheet } from './data-set-codebook.ts'
import type { Label, Value, Variable } from './data-set-shape.ts'
import type { Format } from './export.ts'
import { beginningOf, ending, jsonRows } from './export-json.ts'
import { rScriptOf } from './r-script.ts'
import { spssOf } from './spss.ts'
import { LongWorkbook } from './xlsx.ts'

/** A file in pieces, in order. What is plain text is kept packed (gzip): ten thousand rows are 17 MB, packed 2. */
export interface ExportFile {
  pieces: readonly Uint8Array[]
  isPacked: boolean
  /** in bytes, as it is fetched */
  length: number
}

/** A file that is written while its rows come, a few at a time. */
interface Writing {
  add(rows: readonly (readonly Value[])[]): void
  end(): ExportFile
}

/** `data-2026-11-22.csv`: says nothing of what it holds. */
export const fileName = (format: Format, on: Day): string => `data-${on}.${format === 'r' ? 'R' : format}`

export const fileTypes: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  sps: 'text/plain; charset=utf-8',
  r: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** Takes text and packs it at once. */
function textFile(begin: string, rowsAs: (rows: readonly (readonly Value[])[]) => string, end = ''): Writing {
  const pieces: Uint8Array[] = []
  const gzip = new Gzip({ level: 1 }, (piece) => pieces.push(piece))
  let length = 0
  const put = (text: string, isLast = false) => {
    const bytes = strToU8(text)
    length += bytes.byteLength
    gzip.push(bytes, isLast)
  }
  put(begin)
  return {
    add: (rows) => put(rowsAs(rows)),
    end() {
      put(end, true)
      return { pieces, isPacked: true, length }
    },
  }
}

const whole = (text: string): Writing => textFile(text, () => '')

/** Begins the file of a format. `lang`: in which language the labels of SPSS and R are. */
export async function beginFile(
  format: Format,
  variables: readonly Variable[],
  on: Day,
  lang: keyof Label,
): Promise<Writing> {
  const names = variables.map(({ name }) => name)
  if (format === 'sps') return whole(byteOrderMark + spssOf(variables, fileName('csv', on), lang))
  if (format === 'r') return whole(rScriptOf(variables, fileName('csv', on), lang))
  if (format === 'xlsx')
    return bookFile(await LongWorkbook.begin({ name: 'data', head: names }, [codebookSheet(variables)]))
  if (format === 'csv') return textFile(byteOrderMark + csvOf([names]), csvOf)
  let isFirst = true
  const rowsAs = (rows: readonly (readonly Value[])[]) => {
    const text = jsonRows(rows, isFirst)
    isFirst &&= rows.length === 0
    return text
  }
  return textFile(beginningOf(variables), rowsAs, ending)
}

/** A workbook is packed by its nature. */
const bookFile = (book: LongWorkbook): Writing => ({
  add: (rows) => book.add(rows),
  end() {
    const pieces = book.end()
    return { pieces, isPacked: false, length: pieces.reduce((sum, piece) => sum + piece.byteLength, 0) }
  },
})
