import { type ListName, lists } from '../codebook/codebook.ts'
import { type Question, questionsOf, type Survey } from '../surveys/definition.ts'
import { editionIdOf } from '../surveys/edition.ts'
import { scales } from '../surveys/scales.ts'
import type { Shelf } from '../surveys/shelf.ts'
import { answerNumbersOf, itemsIn } from './data-set-items.ts'
import { type Label, missingCodes, type Value } from './data-set-shape.ts'

/*
 * The codebook: made of the code lists, the scales and the published versions of the surveys, so that nothing in it
 * is written a second time.
 */

export const codebookTables = ['missing', 'codes', 'scales', 'items', 'answers'] as const
export type CodebookTable = (typeof codebookTables)[number]

/** One line: a code of a list, a scale, an item of a version, an answer that it offers, or why a value is missing. */
export interface CodebookLine extends Label {
  table: CodebookTable
  /** the list, the version, or the version and its question */
  of: string
  code: string
  /** its value in a data set */
  number?: number
  from?: string
  until?: string
  source?: string
  scale?: string
  /** items worded the other way round, `ctrl2 ctrl5`; of an item, that it is one of them */
  reversed?: string
  /** the right answer, where knowledge is asked */
  right?: string
  /** whether a data set has it: not what is written in free words, nor a question about safety */
  exported?: 'yes' | 'no'
}

export const codebookOf = (shelf: Shelf): CodebookLine[] => [
  ...missingCodes.map(({ code, value, ko, en }) => ({
    ...{ table: 'missing' as const, of: 'data-set', code, number: value, ko, en },
  })),
  ...(Object.keys(lists) as ListName[]).flatMap((list) =>
    lists[list].codes.map((one): CodebookLine => ({ table: 'codes', of: list, ...one })),
  ),
  ...Object.entries(scales).map(
    ([code, { ko, en, from, to, reversed, source }]): CodebookLine => ({
      ...{ table: 'scales', of: `${from}–${to}`, code, ko, en, source },
      ...(reversed.length > 0 && { reversed: reversed.join(' ') }),
    }),
  ),
  ...inOrder(shelf).flatMap((survey) => questionsOf(survey).flatMap((question) => itemLines(survey, question))),
  ...inOrder(shelf).flatMap((survey) => questionsOf(survey).flatMap((question) => answerLines(survey, question))),
]

/** Survey by survey as they are asked, the newest version last. */
export const inOrder = (shelf: Shelf): Survey[] => {
  const names = [...new Set(shelf.map(({ survey }) => survey))]
  const at = (survey: string) => ['intake', 'exit'].indexOf(survey) + 3 * Number(!['intake', 'exit'].includes(survey))
  return names.sort((a, b) => at(a) - at(b)).flatMap((name) => versionsOf(shelf, name))
}
const versionsOf = (shelf: Shelf, name: string) =>
  shelf.filter(({ survey }) => survey === name).sort((a, b) => a.version - b.version)

function itemLines(survey: Survey, question: Question): CodebookLine[] {
  const { name, title, rows, scale, reversed = [], key } = question
  const exported = itemsIn(survey).some((item) => item.question.name === name) ? ('yes' as const) : ('no' as const)
  const line = { table: 'items' as const, of: editionIdOf(survey), ...(scale && { scale }), exported }
  if (!rows) return [{ ...line, code: name, ko: title.default, en: title.en }]
  return rows.map(({ value, text }) => ({
    ...line,
    ...{ code: String(value), ko: text.default, en: text.en },
    ...(reversed.includes(String(value)) && { reversed: 'yes' }),
    ...(key?.[String(value)] && { right: key[String(value)] }),
  }))
}

const answerLines = (survey: Survey, question: Question): CodebookLine[] =>
  answerNumbersOf(survey, question).map(({ choice: { value, text }, number }) => ({
    ...{ table: 'answers', of: `${editionIdOf(survey)}/${question.name}`, code: String(value) },
    ...{ ko: text.default, en: text.en, ...(number !== undefined && { number }) },
  }))

export const codebookHead = [
  ...(['table', 'of', 'code', 'number', 'ko', 'en', 'from', 'until', 'source', 'scale'] as const),
  ...(['reversed', 'right', 'exported'] as const),
]

/** The lines as cells, under the head. */
export const cellsOf = (lines: readonly CodebookLine[]): Value[][] =>
  lines.map((line) => codebookHead.map((name) => line[name] ?? ''))
