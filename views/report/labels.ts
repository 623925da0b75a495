import { labelOf } from '../../src/codebook/codebook.ts'
import { type Definition, definitions, type FigureId } from '../../src/report/figures.ts'
import type { Here } from '../here.ts'
import { fill } from '../words.ts'

const listOf = new Map(definitions.map(({ id, list }) => [id, list]))

/** The words of a code in a figure; the code itself when no list knows it. */
export function rowLabel(here: Here, figure: FigureId, code: string): string {
  const list = listOf.get(figure)
  return list === undefined ? code : (ownLabel(here, list, code) ?? code)
}

const wordIn = (words: Record<string, string>, code: string): string | undefined =>
  Object.hasOwn(words, code) ? words[code] : undefined

function ownLabel({ t, lang }: Here, list: Definition['list'], code: string): string | undefined {
  const words = t.report.lists
  const cut = code.lastIndexOf('-')
  switch (list) {
    case 'stage':
      return wordIn(t.shared.stages, code)
    case 'grade':
      return fill(t.report.grade, { level: labelOf('schoolLevel', code.slice(0, cut), lang), n: code.slice(cut + 1) })
    case 'waiting':
    case 'completion':
    case 'plan':
    case 'became':
      return wordIn(words[list], code)
    case 'consent': {
      const [kind = '', answer = ''] = code.split(':')
      return fill(words.answerOf, {
        kind: labelOf('consentKind', kind, lang),
        answer: wordIn(words.consentAnswer, answer) ?? answer,
      })
    }
    case 'heldKind':
      return code === 'unrecorded' ? words.unrecorded : labelOf('sessionKind', code, lang)
    case 'month':
      return fill(words.month, { year: code.slice(0, 4), month: lang === 'ko' ? Number(code.slice(5)) : code.slice(5) })
    case 'half':
      return fill(words.half[code.endsWith('1') ? 1 : 2], { year: code.slice(0, 4) })
    case 'year':
      return fill(words.year, { year: code })
    default:
      return labelOf(list, code, lang)
  }
}

const digits = new Intl.NumberFormat('ko-KR')

/** `1,323` */
export const number = (n: number): string => digits.format(n)
