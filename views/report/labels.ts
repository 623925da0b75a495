import { labelOf } from '../../src/codebook/codebook.ts'
import { definitions, type FigureId } from '../../src/report/figures.ts'
import type { Here } from '../here.ts'
import { fill } from '../words.ts'

const listOf = new Map(definitions.map(({ id, list }) => [id, list]))

/** The words of a code in a figure; the code itself when no list knows it. */
export function rowLabel({ t, lang }: Here, figure: FigureId, code: string): string {
  const list = listOf.get(figure)
  if (list === 'stage') return t.shared.stages[code as keyof Here['t']['shared']['stages']] ?? code
  if (list === 'grade') {
    const at = code.lastIndexOf('-')
    return fill(t.report.grade, { level: labelOf('schoolLevel', code.slice(0, at), lang), n: code.slice(at + 1) })
  }
  return list ? labelOf(list, code, lang) : code
}

const digits = new Intl.NumberFormat('ko-KR')

/** `1,323` */
export const number = (n: number): string => digits.format(n)
