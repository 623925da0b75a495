import type { Choice, Question, Survey } from '../../src/surveys/definition.ts'

/*
 * Surveys of a few questions, that say just what a test is about.
 */

export const words = (text: string) => ({ default: `가 ${text}`, en: `the ${text}` })

/** Choices with these values; what is declined stands alone. */
export const offered = (...values: (string | number)[]): Choice[] =>
  values.map((value) => ({
    ...{ value, text: words(String(value)) },
    ...(value === 'declined' && { isExclusive: true }),
  }))

/** Items of a scale, each with its own words. */
export const items = (...names: string[]): Choice[] => names.map((value) => ({ value, text: words(`item ${value}`) }))

/** A page of a scale: how much somebody agrees, from 1 to 5. `reversed` are worded the other way. */
export const agreeing = (scale: string, names: string[], reversed: string[] = []): Question => ({
  ...{ type: 'matrix', name: scale.toLowerCase(), title: words('How much?'), scale, reversed },
  ...{ rows: items(...names), columns: offered(1, 2, 3, 4, 5, 'declined'), isRequired: true, eachRowRequired: true },
})

/** A page of what somebody knows; `key` has the right answer to each item. */
export const knowing = (scale: string, key: Record<string, string>): Question => ({
  ...{ type: 'matrix', name: scale.toLowerCase(), title: words('Is it so?'), scale, key },
  ...{ rows: items(...Object.keys(key)), columns: offered('right', 'wrong', 'dont-know', 'declined') },
  ...{ isRequired: true, eachRowRequired: true },
})

/** One question a page. */
export const aSurvey = (questions: Question[], survey = 'intake', version = 1): Survey => ({
  survey,
  version,
  definition: {
    locale: 'ko',
    clearInvisibleValues: 'onComplete',
    pages: questions.map((question) => ({ name: question.name, title: words(question.name), elements: [question] })),
  } as Survey['definition'],
})

const columns = offered(1, 2, 3, 4, 5, 'declined').map(({ value, text }) => ({ value, text }))

/** SurveyJS wants it said; to us it goes without saying. */
const selected = { choicesFromQuestionMode: 'selected' }

/** One question of each type that there is, two of some. */
export const everyType: Survey = {
  survey: 'intake',
  version: 2,
  definition: {
    locale: 'ko',
    clearInvisibleValues: 'onComplete',
    pages: [
      {
        name: 'page',
        title: words('page'),
        elements: [
          { type: 'radiogroup', name: 'one', title: words('?'), choices: offered('a', 'b'), isRequired: false },
          { type: 'checkbox', name: 'some', title: words('?'), choices: offered('a', 'b', 'declined') },
          { ...selected, type: 'radiogroup', name: 'most', title: words('?'), choicesFromQuestion: 'some' },
          { type: 'matrix', name: 'm', title: words('?'), columns, rows: items('m1', 'm2') },
          { type: 'rating', name: 'rate', title: words('?'), rateMin: 1, rateMax: 5 },
          { type: 'boolean', name: 'bool', title: words('?') },
        ],
      },
      {
        name: 'last',
        title: words('last'),
        elements: [
          { type: 'comment', name: 'why', title: words('?'), maxLength: 20, visibleIf: "{one} = 'a'" },
          { type: 'text', name: 'line', title: words('?'), maxLength: 10 },
        ],
      },
    ],
  } as Survey['definition'],
}
/** Answers to all of it that are let in. */
export const fineAnswers = {
  ...{ one: 'a', some: ['a', 'b'], most: 'b', m: { m1: 5, m2: 'declined' } },
  ...{ rate: 3, bool: true, why: '왜냐하면', line: '한 줄' },
}
