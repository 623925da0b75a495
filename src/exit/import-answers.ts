import { type Answers, readAnswers } from '../surveys/answers.ts'
import { withoutHidden } from '../surveys/completion.ts'
import { type Choice, choicesOf, declined, type Question, questionsOf, type Survey } from '../surveys/definition.ts'
import type { RowReading } from './import-cell.ts'
import { type Offered, offeredBy } from './import-codes.ts'
import { type ImportedWave, type Item, itemsOf } from './import-columns.ts'

const both = [
  { code: 'true', words: ['yes', '예', '네', '1', 'o'] },
  { code: 'false', words: ['no', '아니요', '아니오', '0', 'x'] },
]

/** What an item can be answered with, by value and by its words in both languages. Made once for each survey. */
const known = new WeakMap<Survey, Map<string, { offered: Offered; question: Question; item: Item }>>()

function askedIn(survey: Survey) {
  const found = known.get(survey)
  if (found) return found
  const questions = new Map(questionsOf(survey).map((question) => [question.name, question]))
  const made = new Map(
    itemsOf(survey).flatMap((item) => {
      const question = questions.get(item.question)
      return question ? [[item.name, { item, question, offered: offeredIn(survey, question) }] as const] : []
    }),
  )
  known.set(survey, made)
  return made
}

function offeredIn(survey: Survey, question: Question): Offered {
  const { type, columns = [], rateMin = 1, rateMax = 5 } = question
  if (type === 'boolean') return offeredBy(both)
  if (type === 'rating')
    return offeredBy(Array.from({ length: rateMax - rateMin + 1 }, (_, at) => ({ code: `${rateMin + at}`, words: [] })))
  const choices = type === 'matrix' ? columns : choicesOf(survey, question)
  return offeredBy(choices.map(({ value, text }) => ({ code: String(value), words: [text.default, text.en] })))
}

/**
 * The answers of one youth to one survey, as SurveyJS would have written them; undefined when nothing was answered. By
 * the same schema as answers from a browser; half a survey is fine, and what contradicts the survey is refused.
 */
export function answersIn(reading: RowReading, survey: Survey, wave: ImportedWave): Answers | undefined {
  const given: Answers = {}
  const before = reading.faults.length
  const targetOf = (name: string) => `${wave}:${name}`
  for (const [name, { item, question, offered }] of askedIn(survey)) {
    const answer = answerIn(reading, targetOf(name), question, offered)
    if (answer === undefined) continue
    if (item.isRow) {
      given[item.question] ??= {}
      ;(given[item.question] as Answers)[name] = answer
    } else given[name] = answer
  }
  const faulty = new Set(reading.faults.slice(before).map(({ column }) => column))
  const kept = withoutHidden(survey, given)
  for (const question of questionsOf(survey)) {
    const { name, choicesFromQuestion } = question
    if (given[name] === undefined || namedIn(question).some((one) => faulty.has(reading.headOf(targetOf(one)))))
      continue
    if (kept[name] === undefined) reading.refuse(targetOf(name), 'answer-not-asked')
    else if (choicesFromQuestion && ![kept[choicesFromQuestion]].flat().includes(kept[name]))
      reading.refuse(targetOf(name), 'answer-not-ticked')
  }
  if (reading.faults.length > before || Object.keys(kept).length === 0) return undefined
  const answers = readAnswers(survey, kept)
  if (answers.ok) return answers.value
  // whatever the schema has against it has been said above; should it know of more, nothing comes in by this door
  const [first = ''] = Object.keys(kept)
  return reading.refuse(targetOf(first), 'answer-unknown', { what: first })
}

/** Other questions on whose answers it hangs: what cannot be read there says nothing of this one. */
const namedIn = ({ visibleIf = '', choicesFromQuestion }: Question): string[] =>
  [/^\{([a-z0-9-]+)\}/.exec(visibleIf)?.[1], choicesFromQuestion].filter((one) => one !== undefined)

function answerIn(reading: RowReading, target: string, question: Question, offered: Offered): unknown {
  const { type, choices = [], columns = [] } = question
  if (type === 'checkbox') {
    const ticked = reading.several(target, offered)
    const alone = choices
      .filter(({ isExclusive, value }) => isExclusive || value === declined)
      .map(({ value }) => value)
    if (ticked.length > 1 && ticked.some((value) => alone.includes(value))) reading.refuse(target, 'answer-alone')
    return ticked.length > 0 ? ticked : undefined
  }
  const code = reading.one(target, offered)
  if (code === undefined) return undefined
  if (type === 'boolean') return code === 'true'
  if (type === 'rating') return Number(code)
  return type === 'matrix' ? columnCalled(columns, code) : code
}

const columnCalled = (choices: Choice[], code: string) => choices.find(({ value }) => String(value) === code)?.value
