import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate'
import type { Cell } from 'write-excel-file/node'
import { getCellAddress, sanitizeTextContent } from 'write-excel-file/utility'
import { harmless } from './csv.ts'
import type { Value } from './data-set-shape.ts'

export interface Sheet {
  name: string
  head: readonly string[]
  rows: readonly (readonly Value[])[]
  /** in letters; the rest are as wide as Excel makes them */
  widths?: readonly number[]
}

/** Texts are cells of text, whatever they begin with; numbers are numbers. */
const cellOf = (value: Value): Cell =>
  typeof value === 'number' ? { value, type: Number } : { value: String(harmless(value)), type: String, format: '@' }

const bold = (text: string): Cell => ({ value: String(harmless(text)), type: String, fontWeight: 'bold' })

/** A small workbook, whole. The head of each sheet stays in sight. */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const made = sheets.map(({ name, head, rows, widths = [] }) => ({
    ...{
      sheet: name,
      stickyRowsCount: 1,
      columns: widths.map((width) => ({ width })),
    },
    data: [head.map(bold), ...rows.map((row) => row.map(cellOf))],
  }))
  return writeXlsxFile(made).toBuffer()
}

const placeOf = (nth: number): string => `xl/worksheets/sheet${nth}.xml`
/** Packing harder takes longer and gains nothing: the addresses of the cells do not repeat. */
const level = 1

/**
 * A workbook whose first sheet is long. write-excel-file would hold each cell as an object and the whole sheet as one
 * text: over 1.1 GB at 10,000 rows of 588 (bench/export.ts). So it makes the workbook with the heads alone; the rows are
 * written into the sheets as they come, and packed at once.
 */
export class LongWorkbook {
  readonly #pieces: Uint8Array[] = []
  readonly #zip: Zip
  readonly #sheet: ZipDeflate
  readonly #end: string
  #row = 1

  private constructor(template: Record<string, Uint8Array>, others: readonly Sheet[]) {
    this.#zip = new Zip((failure, piece) => {
      if (failure) throw failure
      this.#pieces.push(piece)
    })
    const halves = (nth: number) => {
      const sheet = strFromU8(template[placeOf(nth)] ?? new Uint8Array())
      const at = sheet.indexOf('</sheetData>')
      if (at < 0) throw new Error('a sheet without rows')
      return [sheet.slice(0, at), sheet.slice(at)] as const
    }
    const written = new Map(
      others.map(({ rows }, at) => {
        const [begin, end] = halves(at + 2)
        return [placeOf(at + 2), strToU8(begin + rows.map((row, nth) => rowOf(row, nth + 2)).join('') + end)]
      }),
    )
    for (const [name, content] of Object.entries(template))
      if (name !== placeOf(1)) this.#put(name).push(written.get(name) ?? content, true)
    const [begin, end] = halves(1)
    this.#end = end
    this.#sheet = this.#put(placeOf(1))
    this.#sheet.push(strToU8(begin))
  }

  /** `others` follow the long sheet, whose rows come later. */
  static async begin(long: Omit<Sheet, 'rows'>, others: readonly Sheet[]): Promise<LongWorkbook> {
    const heads = [long, ...others].map((sheet) => ({ ...sheet, rows: [] }))
    return new LongWorkbook(unzipSync(await workbookOf(heads)), others)
  }

  add(rows: readonly (readonly Value[])[]): void {
    this.#sheet.push(strToU8(rows.map((row) => rowOf(row, ++this.#row)).join('')))
  }

  /** The file in pieces, in order. */
  end(): Uint8Array[] {
    this.#sheet.push(strToU8(this.#end), true)
    this.#zip.end()
    return this.#pieces
  }

  #put(name: string): ZipDeflate {
    const file = new ZipDeflate(name, { level })
    this.#zip.add(file)
    return file
  }
}

/** `A` to `VP`, each made once. */
const columns: string[] = []
function lettersOf(column: number): string {
  columns[column] ??= getCellAddress(0, column).slice(0, -1)
  return columns[column]
}

/** `at` is counted from 1, with the head. */
function rowOf(row: readonly Value[], at: number): string {
  const cells = row.map((value, column) => {
    if (value === '') return ''
    const address = `${lettersOf(column)}${at}`
    if (typeof value === 'number') return `<c r="${address}"><v>${value}</v></c>`
    const text = sanitizeTextContent(String(harmless(value)))
    return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
  })
  return `<row r="${at}">${cells.join('')}</row>`
}
