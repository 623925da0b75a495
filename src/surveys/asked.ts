import type { Answers } from './answers.ts'
import { isShown, withoutHidden } from './completion.ts'
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

/** A page as it stood before somebody, with each of its questions; `stem` is what was said above the rows of one. */
export interface PageAsked {
  title: string
  description?: string
  questions: (Asked & { type: Question['type']; stem?: string; isSafety: boolean; wasShown: boolean })[]
}

/** The whole survey page by page. What a condition hid is there too, and marked. */
export function pagesAskedOf(survey: Survey, answers: Answers, lang: 'ko' | 'en'): PageAsked[] {
  const say = (wording: Wording) => wording[lang === 'ko' ? 'default' : 'en']
  const kept = withoutHidden(survey, answers)
  const asked = new Map(askedOf(survey, answers, lang).map((one) => [one.name, one]))
  return survey.definition.pages.map(({ title, description, elements }) => ({
    ...{ title: say(title), ...(description && { description: say(description) }) },
    questions: elements.map((question) => ({
      ...(asked.get(question.name) ?? { name: question.name, title: say(question.title), lines: [] }),
      ...(question.rows && { stem: say(question.title) }),
      type: question.type,
      isSafety: question.safety !== undefined,
      wasShown: isShown(question, kept),
    })),
  }))
}
