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

/**
 * Answers as they may be shown to whoever holds a bare link: it may be somebody whom the youth fears, so nothing of what
 * was answered to a safety question goes back to a page.
 */
export function withoutSafety(survey: Survey, answers: Answers): Answers {
  const hidden = safetyNames(survey)
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !hidden.includes(name)))
}

/** Answers that came from such a page, with those to safety questions that it was not shown. */
export function withSafety(survey: Survey, answers: Answers, before: Answers = {}): Answers {
  const hidden = safetyNames(survey).filter((name) => Object.hasOwn(before, name))
  return { ...Object.fromEntries(hidden.map((name) => [name, before[name]])), ...answers }
}

/** Names of the questions that are in no score, figure or export. */
export const safetyNames = (survey: Survey): string[] =>
  questionsOf(survey).flatMap(({ name, safety }) => (safety ? [name] : []))
