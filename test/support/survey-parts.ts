import type { Definition, Question, Survey } from '../../src/surveys/definition.ts'

/* The smallest parts of a definition as it stands in a file, for tests that put one thing wrong in it. */

/** Korean in Korean letters, English in others. */
export const words = (text: string) => ({ default: `가 ${text}`, en: `the ${text}` })
export const choicesOf = (...values: (string | number)[]) =>
  values.map((value) => ({ value, text: words(String(value)) }))

export const yesNo = choicesOf('yes', 'no', 'declined')
const ticks = yesNo.map((one) => ({ ...one, ...(one.value === 'declined' && { isExclusive: true }) }))

export const radio = { type: 'radiogroup', name: 'one', title: words('?'), choices: yesNo }
export const boxes = { type: 'checkbox', name: 'some', title: words('?'), choices: ticks }
export const text = { type: 'comment', name: 'why', title: words('?'), maxLength: 100 }
export const matrix = {
  ...{ type: 'matrix', name: 'm', title: words('?'), scale: 'CTRL', reversed: ['ctrl2'] },
  ...{ columns: choicesOf(1, 2, 3, 4, 5, 'declined'), rows: choicesOf('ctrl1', 'ctrl2') },
}
export const knowledge = {
  ...{ type: 'matrix', name: 'law', title: words('?'), scale: 'LAW', key: { law1: 'right', law2: 'wrong' } },
  ...{ columns: choicesOf('right', 'wrong', 'dont-know', 'declined'), rows: choicesOf('law1', 'law2') },
}
export const safety = { ...radio, name: 'talk', safety: { code: 'self-harm', answers: ['yes'] } }

/** Each list is a page: `page-1`, `page-2`. */
export const definitionOf = (...pages: object[][]) => ({
  locale: 'ko',
  clearInvisibleValues: 'onComplete',
  pages: pages.map((elements, at) => ({ name: `page-${at + 1}`, title: words('page'), elements })),
})

export const surveyOf = (...pages: object[][]): Survey => ({
  ...{ survey: 'intake', version: 1 },
  definition: definitionOf(...(pages as Question[][])) as Definition,
})

/** A copy that shares nothing, as a definition is when it comes from a file. */
const asRead = <T>(definition: T): T => JSON.parse(JSON.stringify(definition))

const from = { choicesFromQuestion: 'some', choicesFromQuestionMode: 'selected' }

/** One question of each type, with a scale, a key, a condition and a question of safety. */
export const everyKind = asRead(
  definitionOf(
    [radio, { ...boxes, isRequired: true }, { ...matrix, isRequired: true, eachRowRequired: true }],
    [
      { ...knowledge, isRequired: true },
      { type: 'radiogroup', name: 'main', title: words('?'), ...from },
      { ...text, visibleIf: "{some} contains 'yes'" },
      { type: 'rating', name: 'rate', title: words('?'), rateMin: 1, rateMax: 5 },
    ],
    [{ ...safety, isRequired: true }],
    [
      { type: 'boolean', name: 'fine', title: words('?') },
      { type: 'text', name: 'line', title: words('?'), maxLength: 20 },
    ],
  ),
)
