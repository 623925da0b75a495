import { Reading } from '../form.ts'
import { type Result, refused } from '../result.ts'
import { type Answers, readAnswers } from '../surveys/answers.ts'
import { withoutHidden } from '../surveys/completion.ts'
import { type Choice, choicesOf, declined, type Question, questionsOf, type Survey } from '../surveys/definition.ts'
import type { OnPaper } from './answer-survey.ts'

/** Fields that are no answer; a question's name has no capital letters, so that none is ever called the same. */
export const paperFields = ['filledOn', 'filledIn', 'paperVersion'] as const

/** How the field of a row of a matrix is called. */
export const rowField = (question: string, row: string): string => `${question}.${row}`

/**
 * Reads what was typed off a paper, question by question as the survey has them; any other field is nobody's answer.
 * What contradicts the survey is refused at its field, since the paper is at hand to be looked at again.
 */
export function readPaper(survey: Survey, fields: URLSearchParams): Result<OnPaper> {
  const form = new Reading(fields)
  const [on, lang] = [form.day('filledOn'), form.one('filledIn', ['ko', 'en'])]
  const given: Answers = {}
  for (const question of questionsOf(survey)) {
    const answer = answerIn(form, survey, question)
    if (answer !== undefined) given[question.name] = answer
  }
  const kept = withoutHidden(survey, given)
  for (const { name, choicesFromQuestion } of questionsOf(survey)) {
    if (given[name] !== undefined && kept[name] === undefined) form.refuse(name, 'not-asked-then')
    const ticked = choicesFromQuestion && [kept[choicesFromQuestion]].flat()
    if (ticked && kept[name] !== undefined && !ticked.includes(kept[name])) form.refuse(name, 'not-ticked')
  }
  if (form.refusals.length > 0) return refused(...form.refusals)
  const answers = readAnswers(survey, kept)
  return answers.ok ? form.result({ answers: answers.value, lang, on, version: survey.version }) : answers
}

const values = (choices: Choice[] = []): string[] => choices.map(({ value }) => String(value))

function answerIn(form: Reading, survey: Survey, question: Question): unknown {
  const { name, type, maxLength = 200, rateMin = 1, rateMax = 5 } = question
  switch (type) {
    case 'radiogroup':
      return form.oneOrNone(name, values(choicesOf(survey, question)))
    case 'checkbox':
      return ticksIn(form, question)
    case 'matrix':
      return rowsIn(form, question)
    case 'rating':
      return form.wholeOrNone(name, rateMin, rateMax)
    case 'boolean': {
      const said = form.oneOrNone(name, ['yes', 'no'])
      return said && said === 'yes'
    }
    case 'comment':
    case 'text':
      return textIn(form, name, maxLength)
  }
}

function ticksIn(form: Reading, { name, choices = [] }: Question): string[] | undefined {
  const ticked = form.several(name, values(choices), { optional: true })
  const alone = values(choices.filter(({ isExclusive, value }) => isExclusive || value === declined))
  if (ticked.length > 1 && ticked.some((value) => alone.includes(value))) form.refuse(name, 'stands-alone')
  return ticked.length > 0 ? ticked : undefined
}

function rowsIn(form: Reading, { name, rows, columns = [] }: Question): Record<string, unknown> | undefined {
  const answered = values(rows).flatMap((row): [string, unknown][] => {
    const column = form.oneOrNone(rowField(name, row), values(columns))
    return column === undefined ? [] : [[row, columns.find(({ value }) => String(value) === column)?.value]]
  })
  return answered.length > 0 ? Object.fromEntries(answered) : undefined
}

/** A definition counts letters as computers do, a form as readers do: neither may be exceeded. */
function textIn(form: Reading, name: string, most: number): string | undefined {
  const before = form.refusals.length
  const text = form.maybe(name, most)
  if (form.refusals.length === before && text && [...text].length > most) form.refuse(name, 'too-long', { most })
  return text
}
