import { done, type Result, refused } from '../result.ts'
import type { Answers } from './answers.ts'
import { type Question, questionsOf, type Survey } from './definition.ts'

/*
 * What depends on what, worked out anew here: what the browser says of it is not asked. A question depends on one fixed
 * answer to one question before it, or offers what was ticked there; the tests hold this against SurveyJS.
 */

/**
 * Whole answers, ready to be kept: what a young person could see is answered or declined, and what they could not see
 * is taken out. What was chosen among ticked answers and is not ticked any more is no answer, as on the page itself.
 * Only for answers that readAnswers let in.
 */
export function completed(survey: Survey, answers: Answers): Result<Answers> {
  const kept = answersIn(survey, answers, isTicked)
  const open = questionsOf(survey).filter(
    (question) => isShown(question, kept) && isMissing(question, kept[question.name]),
  )
  return open.length > 0
    ? refused(...open.map(({ name }) => ({ reason: 'missing', field: name }) as const))
    : done(kept)
}

/** Answers to what was asked, given the others; blank ones are no answers. What is missing stays missing. */
export const withoutHidden = (survey: Survey, answers: Answers): Answers => answersIn(survey, answers, () => true)

type Counts = (question: Question, answer: unknown, kept: Answers) => boolean

function answersIn(survey: Survey, answers: Answers, counts: Counts): Answers {
  const kept: Answers = {}
  for (const question of questionsOf(survey)) {
    const answer = answers[question.name]
    if (!isBlank(answer) && isShown(question, kept) && counts(question, answer, kept)) kept[question.name] = answer
  }
  return kept
}

const isBlank = (answer: unknown): boolean =>
  answer === undefined ||
  (typeof answer === 'string' && answer.trim() === '') ||
  (typeof answer === 'object' && answer !== null && Object.keys(answer).length === 0)

const condition = /^\{([a-z0-9-]+)\} (=|<>|contains|notcontains) '([a-z0-9-]+)'$/

/** Whether a question was put to whoever gave these answers; they are without what was hidden. */
export function isShown({ visibleIf }: Question, kept: Answers): boolean {
  const [, name = '', is = '', value = ''] = (visibleIf && condition.exec(visibleIf)) || []
  if (!name) return true
  const found = [kept[name]].flat().includes(value)
  return is === '=' || is === 'contains' ? found : !found
}

function isMissing({ isRequired, eachRowRequired, rows = [] }: Question, answer: unknown): boolean {
  if (!isRequired) return false
  if (answer === undefined) return true
  return eachRowRequired === true && rows.some(({ value }) => (answer as Record<string, unknown>)[value] === undefined)
}

const isTicked: Counts = ({ choicesFromQuestion }, answer, kept) =>
  choicesFromQuestion === undefined || [kept[choicesFromQuestion]].flat().includes(answer)
