import fc from 'fast-check'
import { type Answers, readAnswers } from '../../src/surveys/answers.ts'
import { choicesOf, type Question, questionsOf, type Survey } from '../../src/surveys/definition.ts'
import { faultsOf } from '../../src/surveys/faults.ts'

/*
 * Surveys and answers by chance, for tests of what holds for all of them.
 */

/** Any answer that is let in, often none; to questions that may be hidden as well. */
export function anyAnswers(survey: Survey): fc.Arbitrary<Answers> {
  const given = questionsOf(survey).map((question) =>
    fc.option(anyAnswer(survey, question), { nil: undefined, freq: 6 }),
  )
  return fc.tuple(...given).map((answers) => {
    const pairs = questionsOf(survey).map(({ name }, at) => [name, answers[at]] as const)
    return Object.fromEntries(pairs.filter(([, answer]) => answer !== undefined))
  })
}

function anyAnswer(survey: Survey, question: Question): fc.Arbitrary<unknown> {
  const offered = (choices: Question['choices'] = []) => choices.map(({ value }) => value)
  const { type, rateMin = 1, rateMax = 5, maxLength = 200, rows = [], columns } = question
  switch (type) {
    case 'radiogroup':
      return fc.constantFrom(...offered(choicesOf(survey, question)))
    case 'checkbox':
      return fc.subarray(offered(question.choices)).filter((some) => readAnswers(survey, { [question.name]: some }).ok)
    case 'rating':
      return fc.integer({ min: rateMin, max: rateMax })
    case 'boolean':
      return fc.boolean()
    case 'matrix':
      return fc
        .tuple(...rows.map(() => fc.option(fc.constantFrom(...offered(columns)), { nil: undefined, freq: 12 })))
        .map((said) =>
          Object.fromEntries(rows.map(({ value }, at) => [value, said[at]]).filter(([, one]) => one !== undefined)),
        )
    case 'comment':
    case 'text':
      return fc.constantFrom('', ' ', 'a', '왜냐하면', '<b>', 'declined').map((text) => text.slice(0, maxLength))
  }
}

const words = (text: string) => ({ default: `가 ${text}`, en: `the ${text}` })
const choicesIn = (...values: (string | number)[]) =>
  values.map((value) => ({ value, text: words(String(value)), ...(value === 'declined' && { isExclusive: true }) }))
const three = choicesIn('a', 'b', 'declined')
const plain = three.map(({ value, text }) => ({ value, text }))

/** Small surveys that could be published: each question may depend on one before it, and take its choices from one. */
export const anySurvey: fc.Arbitrary<Survey> = fc
  .array(
    fc.record({
      type: fc.constantFrom(
        'radiogroup',
        'checkbox',
        'matrix',
        'rating',
        'boolean',
        'comment',
        'text',
        'from',
        'from',
        'checkbox',
      ),
      must: fc.boolean(),
      rows: fc.boolean(),
      on: fc.option(fc.nat(5), { nil: undefined }),
      is: fc.boolean(),
      answer: fc.constantFrom('a', 'b', 'declined'),
      from: fc.nat(5),
    }),
    { minLength: 2, maxLength: 6 },
  )
  .map((drawn) => {
    const elements: Question[] = []
    for (const [at, one] of drawn.entries()) {
      const asked = elements[one.on ?? at]
      const ways = asked?.type === 'checkbox' ? ['contains', 'notcontains'] : ['=', '<>']
      const visibleIf =
        asked && !asked.visibleIf && ['radiogroup', 'checkbox'].includes(asked.type)
          ? { visibleIf: `{${asked.name}} ${ways[Number(one.is)]} '${one.answer}'` }
          : {}
      elements.push({ name: `q${at}`, title: words('?'), ...shapeOf(one, elements), ...visibleIf } as Question)
    }
    const pages = [{ name: 'page', title: words('page'), elements }]
    return { survey: 'any', version: 1, definition: { locale: 'ko', clearInvisibleValues: 'onComplete', pages } }
  })
  .filter(({ definition }) => faultsOf(definition).length === 0)

interface Drawn {
  type: string
  must: boolean
  rows: boolean
  from: number
}

function shapeOf({ type, must, rows, from }: Drawn, before: Question[]): object {
  const must_ = must && { isRequired: true }
  switch (type) {
    case 'radiogroup':
      return { type, choices: plain, ...must_ }
    case 'checkbox':
      return { type, choices: three, ...must_ }
    case 'matrix':
      return {
        ...{ type, columns: choicesIn(1, 2, 'declined').map(({ value, text }) => ({ value, text })), ...must_ },
        ...{ rows: choicesIn(...['x', 'y'].map((row) => `${row}${before.length}`)) },
        ...(must && rows && { eachRowRequired: true }),
      }
    case 'rating':
      return { type, rateMin: 0, rateMax: 4 }
    case 'from': {
      const name = before[from]?.type === 'checkbox' ? before[from].name : undefined
      if (!name) return { type: 'boolean' }
      return { type: 'radiogroup', choicesFromQuestion: name, choicesFromQuestionMode: 'selected', ...must_ }
    }
    case 'boolean':
      return { type }
    default:
      return { type, maxLength: 20 }
  }
}
