// Over 150 lines because it is one short method for each kind of field.
import type { Reason } from './reasons.ts'
import { type Refusal, type Result, refused } from './result.ts'
import { type Day, isDay, isTime } from './time/days.ts'

interface Text {
  most?: number
  optional?: boolean
}

/** Between the halves anything that looks like a dash, also the letter ㅡ (U+3161, which normalises to U+1173). */
const residentNumber =
  /(?<!\d)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[\s\p{P}\p{S}\u1173\u3161]{0,3}[1-8]\d{6}(?!\d)/u

/**
 * Whether a text holds what looks like a Korean resident registration number, however its halves are joined or its
 * digits are written. No field may hold one (PIPA art. 24-2).
 */
export const holdsResidentNumber = (text: string): boolean => residentNumber.test(text.normalize('NFKC'))

/** One emoji with all its parts. */
// biome-ignore lint/complexity/useRegexLiterals: the language level of our types does not know the flag yet
const emoji = new RegExp('\\p{RGI_Emoji}', 'gv')

/** Whether a text has more letters than that, as a reader counts them: an emoji is one, whatever it is made of. */
function isLonger(text: string, most: number): boolean {
  const points = [...text].length
  // a flood of parts is not counted any further
  return points > most && (points > most * 8 || [...text.replace(emoji, '.')].length > most)
}

/**
 * Reads a form field by field and keeps every problem, so that the page can show them all at once.
 * Says whether the answers can be understood, not whether they are allowed. A field that has a problem reads as an
 * empty value of its type; `result` hands nothing on while there is a problem.
 */
export class Reading {
  readonly refusals: Refusal[] = []
  readonly #fields: URLSearchParams

  constructor(fields: URLSearchParams) {
    this.#fields = fields
  }

  refuse(field: string, reason: Reason, values?: Refusal['with']): void {
    this.refusals.push({ field, reason, ...(values && { with: values }) })
  }

  has(field: string): boolean {
    return this.#raw(field) !== ''
  }

  /** Text as typed: NFC, control characters out, trimmed. Empty and optional reads as ''. */
  text(field: string, { most = 200, optional = false }: Text = {}): string {
    const text = this.#raw(field)
    if (text === '' && !optional) this.refuse(field, 'missing')
    if (isLonger(text, most)) this.refuse(field, 'too-long', { most })
    if (holdsResidentNumber(text)) this.refuse(field, 'holds-resident-number')
    return text
  }

  /** The same, but absent when nothing was typed. */
  maybe(field: string, most = 200): string | undefined {
    return this.text(field, { most, optional: true }) || undefined
  }

  /** One of the values offered. */
  one<T extends string>(field: string, offered: readonly T[]): T {
    const value = this.oneOrNone(field, offered)
    if (value === undefined && !this.has(field)) this.refuse(field, 'missing')
    return value ?? (offered[0] as T)
  }

  oneOrNone<T extends string>(field: string, offered: readonly T[]): T | undefined {
    const value = this.#raw(field)
    if (value === '') return undefined
    if (offered.includes(value as T)) return value as T
    this.refuse(field, 'not-offered')
    return undefined
  }

  /** Any number of the values offered, each once, in the order offered. */
  several<T extends string>(field: string, offered: readonly T[], { optional = false } = {}): T[] {
    const given = this.#fields.getAll(field).filter((value) => value !== '')
    if (given.some((value) => !offered.includes(value as T))) this.refuse(field, 'not-offered')
    else if (given.length === 0 && !optional) this.refuse(field, 'missing')
    return offered.filter((value) => given.includes(value))
  }

  day(field: string): Day {
    const day = this.dayOrNone(field)
    if (day === undefined && !this.has(field)) this.refuse(field, 'missing')
    return day ?? '2000-01-01'
  }

  dayOrNone(field: string): Day | undefined {
    const text = this.#raw(field)
    if (text === '') return undefined
    if (isDay(text)) return text
    this.refuse(field, 'not-a-day')
    return undefined
  }

  /** A clock time, `14:05`. */
  time(field: string): string {
    const text = this.#raw(field)
    if (text === '') this.refuse(field, 'missing')
    else if (!isTime(text)) this.refuse(field, 'not-a-time')
    return text
  }

  whole(field: string, least: number, most: number): number {
    const number = this.wholeOrNone(field, least, most)
    if (number === undefined && !this.has(field)) this.refuse(field, 'missing')
    return number ?? least
  }

  wholeOrNone(field: string, least: number, most: number): number | undefined {
    const text = this.#raw(field)
    if (text === '') return undefined
    const number = /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    if (Number.isNaN(number)) this.refuse(field, 'not-a-number')
    else if (number < least) this.refuse(field, 'too-small', { least })
    else if (number > most) this.refuse(field, 'too-large', { most })
    else return number
    return undefined
  }

  phone(field: string): string | undefined {
    const text = this.maybe(field, 30)
    if (text !== undefined && !/^\+?[\d\s()-]{7,20}$/.test(text)) this.refuse(field, 'not-a-phone')
    return text
  }

  /** An address as it is typed to sign in: small letters. */
  email(field: string): string {
    const text = this.text(field).toLowerCase()
    if (text !== '' && !/^[^\s@<>()",;:]+@[^\s@<>()",;:]+\.[^\s@.<>()",;:]{2,}$/.test(text))
      this.refuse(field, 'not-an-email')
    return text
  }

  /** Case numbers with spaces or commas between them. One that is none is refused: it may keep two youths apart. */
  caseNumbers(field: string): string[] {
    const numbers = (this.maybe(field) ?? '').split(/[\s,]+/).filter(Boolean)
    if (numbers.some((one) => !/^\d{4}-\d{4,6}$/.test(one))) this.refuse(field, 'not-a-case-number')
    return [...new Set(numbers)]
  }

  /** What was read, or all that could not be. */
  result<T>(value: T): Result<T> {
    return this.refusals.length > 0 ? refused(...this.refusals) : { ok: true, value }
  }

  #raw(field: string): string {
    const text = (this.#fields.get(field) ?? '').normalize('NFC').replaceAll('\r\n', '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '').trim()
  }
}
