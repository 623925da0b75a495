import { stringify } from 'csv-stringify/sync'
import type { Value } from './data-set-shape.ts'

/** What a spreadsheet would take for the beginning of a formula, full-width letters and what it reads over included. */
const formula = /^[\p{C}\p{Z}]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u

/** A text that no spreadsheet calculates: with an apostrophe before it where it would. A number stays a number. */
export const harmless = (value: Value): Value =>
  typeof value === 'string' && formula.test(value) ? `'${value}` : value

/** So that Excel takes the file for UTF-8. */
export const byteOrderMark = '\ufeff'

/** Lines of a CSV, each ended by CR and LF; texts in quotes. */
export const csvOf = (rows: readonly (readonly Value[])[]): string =>
  stringify(
    rows.map((row) => row.map(harmless)),
    { record_delimiter: 'windows', quoted_string: true },
  )
