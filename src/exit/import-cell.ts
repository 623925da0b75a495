import { holdsResidentNumber } from '../form.ts'
import { type Day, isDay } from '../time/days.ts'
import { foldedWord, type Offered } from './import-codes.ts'
import { type Found, type ImportFault, shortened } from './import-fault.ts'

/** In place of a cell that holds a resident registration number: it is not kept for a moment (PIPA art. 24-2). */
const masked = '******-*******'

/** A table as it may be kept until somebody says yes to it. */
export const withoutResidentNumbers = (table: string[][]): string[][] =>
  table.map((row) => row.map((cell) => (cell.length >= 13 && holdsResidentNumber(cell) ? masked : cell)))

/** The longest text that a cell may hold, and the longest reference. */
const mostLetters = 200
const mostReference = 60

const separator = /[;；]/

/** The cells of one row, read by what their columns stand for; says what is wrong with each, once. */
export class RowReading {
  readonly faults: Found[] = []
  readonly row: number
  readonly #cells: Map<string, { head: string; text: string }>

  /** `cells` by target; a column that is left out is not among them */
  constructor(row: number, cells: Map<string, { head: string; text: string }>) {
    this.row = row
    this.#cells = cells
    for (const [target, { text }] of cells) this.#look(target, text)
  }

  refuse(target: string, what: ImportFault, values?: Found['with']): undefined {
    const [head, text] = [this.headOf(target), this.#cells.get(target)?.text ?? '']
    const hidden = what === 'holds-resident-number' || text.trim() === ''
    const cell = hidden ? {} : { cell: shortened(text.trim()) }
    this.faults.push({ what, row: this.row, column: head, ...cell, ...(values && { with: values }) })
  }

  headOf(target: string): string {
    return this.#cells.get(target)?.head ?? target
  }

  /** What stands there, or '' where it was refused already. */
  text(target: string): string {
    return this.#isSound(target) ? (this.#cells.get(target)?.text.normalize('NFC').trim() ?? '') : ''
  }

  /** Whether anything stands there, sound or not. */
  has(target: string): boolean {
    return (this.#cells.get(target)?.text.trim() ?? '') !== ''
  }

  /** A column that is not there at all is said once, of the heads. */
  needed(target: string): void {
    if (this.#cells.has(target) && !this.has(target)) this.refuse(target, 'missing')
  }

  reference(): string {
    const text = this.text('case')
    if ([...text].length > mostReference) this.refuse('case', 'too-long', { most: mostReference })
    return text
  }

  day(target: string): Day | undefined {
    const text = this.text(target)
    if (text === '') return undefined
    const [, y = '', m = '', d = ''] = /^(\d{4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})\.?$/.exec(text) ?? []
    const day = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
    return isDay(day) ? day : this.refuse(target, 'not-a-day')
  }

  whole(target: string, most: number): number | undefined {
    const text = this.text(target).replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    if (text === '') return undefined
    if (!/^[-+]?\d+(\.\d+)?$/.test(text)) return this.refuse(target, 'not-a-number')
    const number = Number(text)
    if (number < 0) return this.refuse(target, 'negative')
    if (!Number.isInteger(number)) return this.refuse(target, 'not-whole')
    return number > most ? this.refuse(target, 'too-large', { most }) : number
  }

  one(target: string, offered: Offered): string | undefined {
    const texts = this.#parts(target)
    if (texts.length > 1) return this.refuse(target, 'several-where-one')
    return texts[0] === undefined ? undefined : this.#code(target, texts[0], offered)
  }

  several(target: string, offered: Offered): string[] {
    const texts = this.#parts(target)
    const codes = texts.map((text) => this.#code(target, text, offered)).filter((code) => code !== undefined)
    const twice = codes.find((code, at) => codes.indexOf(code) < at)
    if (twice !== undefined) this.refuse(target, 'code-twice')
    return [...new Set(codes)]
  }

  #code(target: string, text: string, offered: Offered): string | undefined {
    const code = offered.get(foldedWord(text))
    return code ?? this.refuse(target, waveless(target) ? 'code-unknown' : 'answer-unknown', { what: shortened(text) })
  }

  #parts(target: string): string[] {
    return this.text(target)
      .split(separator)
      .map((part) => part.trim())
      .filter(Boolean)
  }

  #isSound(target: string): boolean {
    const head = this.headOf(target)
    return !this.faults.some(({ column, what }) => column === head && unsound.includes(what))
  }

  #look(target: string, text: string): void {
    const what = faultOfText(text)
    if (what) this.refuse(target, what, what === 'too-long' ? { most: mostLetters } : undefined)
  }
}

const waveless = (target: string): boolean => !target.includes(':')
const unsound: ImportFault[] = ['control-character', 'formula', 'too-long', 'holds-resident-number']

/** What may stand in no cell, in whichever column. */
export function faultOfText(text: string): ImportFault | undefined {
  if (text === '') return undefined
  if (text === masked || (text.length >= 13 && holdsResidentNumber(text))) return 'holds-resident-number'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(text.trim())) return 'control-character'
  if (/^\s*(=|@|[-+](?![\d.]))/.test(text)) return 'formula'
  return [...text].length > mostLetters ? 'too-long' : undefined
}
