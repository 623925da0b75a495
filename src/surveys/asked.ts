import type { Answers } from './answers.ts'
import { choicesOf, type Question, type Survey, type Wording } from './definition.ts'

/** A question as it was worded, and what was answered, as it was worded. Rows go under the title of their page. */
export interface Asked {
  name: string
  title: string
  /** a matrix has a line for each row, any other question one line without a text of its own */
  lines: { item: string; text?: string; answers: string[] }[]
}

/** The whole survey in words: no answer at all is an empty list. */
export function askedOf(survey: Survey, answers: Answers, lang: 'ko' | 'en'): Asked[] {
  const say = (wording?: Wording) => wording?.[lang === 'ko' ? 'default' : 'en']
  const worded = (offered: Question['choices'], answer: unknown): string[] =>
    [answer]
      .flat()
      .filter((one) => one !== undefined && one !== '')
      .map((one) => say(offered?.find(({ value }) => value === one)?.text) ?? String(one))
  const asked = survey.definition.pages.flatMap((page) =>
    page.elements.map((question) => ({ ...question, title: question.rows ? page.title : question.title })),
  )
  return asked.map((question) => {
    const { name, title, rows, columns } = question
    const answer = answers[name]
    const inRows = (answer ?? {}) as Record<string, unknown>
    const lines = rows
      ? rows.map(({ value, text }) => ({
          item: String(value),
          text: say(text),
          answers: worded(columns, inRows[value]),
        }))
      : [{ item: name, answers: worded(choicesOf(survey, question), answer) }]
    return { name, title: say(title) ?? name, lines }
  })
}
