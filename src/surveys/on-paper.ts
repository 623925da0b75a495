import { choicesOf, declined, type Question, type Survey, type Wording } from './definition.ts'

interface Offered {
  value: string
  text: string
}

/** A question as it stands on paper, in the words of one language: nothing is hidden there, so it says for whom it is. */
export interface PaperQuestion {
  /** questions are counted through the whole survey, so that one can name another */
  no: number
  name: string
  type: Question['type']
  title: string
  /** of a matrix; its columns are what is offered */
  rows: Offered[]
  offered: Offered[]
  /** only for whoever ticked that answer there, or for everyone but them */
  only?: { no: number; answer: string; is: boolean }
  /** one of those that were ticked there */
  from?: number
  most?: number
}

export interface PaperPage {
  name: string
  title: string
  description?: string
  questions: PaperQuestion[]
}

/** The whole survey, page by page. Typing in what was filled in by hand follows the same order and numbers. */
export function onPaper(survey: Survey, lang: 'ko' | 'en'): PaperPage[] {
  const say = (wording: Wording) => wording[lang === 'ko' ? 'default' : 'en']
  const offeredIn = (choices: Question['choices'] = []): Offered[] =>
    choices.map(({ value, text }) => ({ value: String(value), text: say(text) }))
  const offeredBy = (question: Question): Offered[] => {
    const offered = offeredIn(question.columns ?? choicesOf(survey, question))
    // whoever ticked that in the question before is not asked this one
    return question.choicesFromQuestion ? offered.filter(({ value }) => value !== declined) : offered
  }
  const numbers = new Map<string, PaperQuestion>()
  const questionOf = (question: Question): PaperQuestion => {
    const { name, type, title, rows, visibleIf, choicesFromQuestion, rateMin = 1, rateMax = 5 } = question
    const levels = Array.from({ length: rateMax - rateMin + 1 }, (_, at) => String(rateMin + at))
    const shown: PaperQuestion = {
      ...{ no: numbers.size + 1, name, type, title: say(title), rows: offeredIn(rows) },
      offered: type === 'rating' ? levels.map((value) => ({ value, text: value })) : offeredBy(question),
      ...(visibleIf && { only: onlyIn(visibleIf, numbers) }),
      ...(choicesFromQuestion && { from: numbers.get(choicesFromQuestion)?.no }),
      ...(question.maxLength && { most: question.maxLength }),
    }
    numbers.set(name, shown)
    return shown
  }
  return survey.definition.pages.map(({ name, title, description, elements }) => ({
    ...{ name, title: say(title), questions: elements.map(questionOf) },
    ...(description && { description: say(description) }),
  }))
}

/** What a condition says, by the number of the question that it asks about. */
function onlyIn(visibleIf: string, before: Map<string, PaperQuestion>): PaperQuestion['only'] {
  const [, name = '', is = '', value = ''] = /^\{([a-z0-9-]+)\} (\S+) '([a-z0-9-]+)'$/.exec(visibleIf) ?? []
  const asked = before.get(name)
  const answer = asked?.offered.find((one) => one.value === value)?.text
  return asked && { no: asked.no, answer: answer ?? value, is: is === '=' || is === 'contains' }
}
