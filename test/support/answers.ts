import type { Answers } from '../../src/surveys/answers.ts'
import { declined, type Question, questionsOf, type Survey } from '../../src/surveys/definition.ts'

/** Answers to every question that must be answered: each row of a scale alike, the first of what is offered elsewhere. */
export function wholeAnswers(survey: Survey, row: number | 'declined' = 4): Answers {
  const asked = questionsOf(survey).filter((question) => question.isRequired)
  const shown = row === declined ? asked.filter(({ visibleIf }) => !visibleIf) : asked
  return Object.fromEntries(shown.map((question) => [question.name, answerTo(question, row, survey)]))
}

function answerTo(
  { type, choices, choicesFromQuestion, columns, rows }: Question,
  row: number | 'declined',
  survey: Survey,
) {
  if (type === 'matrix') {
    const answer = columns?.some(({ value }) => value === row) ? row : columns?.[0]?.value
    return Object.fromEntries((rows ?? []).map(({ value }) => [value, answer]))
  }
  const offered = choices ?? questionsOf(survey).find(({ name }) => name === choicesFromQuestion)?.choices ?? []
  const one = row === declined ? declined : offered[0]?.value
  return type === 'checkbox' ? [one] : one
}
