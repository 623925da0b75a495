import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js'
import { holdsResidentNumber } from '../form.ts'
import { done, type Result, refused } from '../result.ts'
import { checkerOf } from './checker.ts'
import { type Choice, choicesOf, declined, type Question, questionsOf, type Survey } from './definition.ts'

/** Answers by question name, as SurveyJS writes them: a code, a number, a list, rows of a matrix, or text. */
export type Answers = Record<string, unknown>

let ajv: Ajv2020 | undefined
const checks = new WeakMap<Survey, ValidateFunction<Answers>>()

const aloneIn = ({ choices = [] }: Question) => [declined, ...values(choices.filter(({ isExclusive }) => isExclusive))]
const values = (choices: Choice[] = []) => choices.map(({ value }) => value)
/** Text as people type it: no control characters but tab and line break. */
const text = (maxLength: number) => ({
  type: 'string',
  maxLength,
  pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$',
})

/** Refuses whatever was not offered. Says nothing on what is missing: half a survey is fine here. */
function answersSchema(survey: Survey): object {
  const properties = Object.fromEntries(
    questionsOf(survey).map((question) => [question.name, shapeOf(survey, question)]),
  )
  return { type: 'object', additionalProperties: false, properties }
}

function shapeOf(survey: Survey, question: Question): object {
  switch (question.type) {
    case 'radiogroup':
      return { enum: values(choicesOf(survey, question)) }
    case 'checkbox':
      return {
        type: 'array',
        uniqueItems: true,
        items: { enum: values(question.choices) },
        // "I don't want to answer", "nothing of that kind": each stands alone
        anyOf: [{ maxItems: 1 }, { not: { contains: { enum: aloneIn(question) } } }],
      }
    case 'matrix':
      return {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(values(question.rows).map((row) => [row, { enum: values(question.columns) }])),
      }
    case 'rating':
      return { type: 'integer', minimum: question.rateMin, maximum: question.rateMax }
    case 'boolean':
      return { type: 'boolean' }
    case 'comment':
    case 'text':
      return text(question.maxLength ?? 200)
  }
}

/** Answers from a browser, half or whole, if each is one that was offered. The only way in for them. */
export function readAnswers(survey: Survey, given: unknown): Result<Answers> {
  ajv ??= checkerOf({ ownProperties: true })
  const check = checks.get(survey) ?? ajv.compile<Answers>(answersSchema(survey))
  checks.set(survey, check)
  if (!check(given)) return refused({ reason: 'answers-not-accepted' })
  const numbered = Object.entries(given).find(([, answer]) => typeof answer === 'string' && holdsResidentNumber(answer))
  return numbered ? refused({ reason: 'holds-resident-number', field: numbered[0] }) : done(given)
}

/**
 * Half a survey as far as it can be kept: without texts that hold a resident registration number, and with the first
 * such question named. The rest of it, if there is any, is not lost over one line.
 */
export function readHalf(survey: Survey, given: unknown): Result<{ answers: Answers; heldBack?: string }> {
  let [read, rest] = [readAnswers(survey, given), given as Answers]
  let heldBack: string | undefined
  while (!read.ok) {
    const { reason, field = '' } = read.refusals[0] ?? {}
    if (reason !== 'holds-resident-number') return read
    heldBack ??= field
    const { [field]: _, ...others } = rest
    rest = others
    read = readAnswers(survey, rest)
  }
  if (heldBack !== undefined && Object.keys(read.value).length === 0)
    return refused({ reason: 'holds-resident-number', field: heldBack })
  return done({ answers: read.value, ...(heldBack && { heldBack }) })
}
