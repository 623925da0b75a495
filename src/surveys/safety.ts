import type { Answers } from './answers.ts'
import { questionsOf, type Survey } from './definition.ts'

/** Codes of the concerns that somebody's answers raise, each once; none of what was declined or not asked. */
export const raisedBy = (survey: Survey, answers: Answers): string[] => [
  ...new Set(
    questionsOf(survey).flatMap(({ name, safety }) =>
      safety?.answers.includes(String(answers[name])) ? [safety.code] : [],
    ),
  ),
]

/** Names of the questions that are in no score, figure or export. */
export const safetyNames = (survey: Survey): string[] =>
  questionsOf(survey).flatMap(({ name, safety }) => (safety ? [name] : []))
