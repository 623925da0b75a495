import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { codesOf } from '../../src/codebook/codebook.ts'
import { completed } from '../../src/surveys/completion.ts'
import {
  faultsOf,
  newestOf,
  questionsOf,
  type Survey,
  shownOf,
  surveyOf,
  surveys,
} from '../../src/surveys/definition.ts'
import { scales } from '../../src/surveys/scales.ts'

const published = suite('what we ask')
const intake = newestOf('intake')!
const exit = newestOf('exit')!

const asked = (survey: Survey, scale: string) => {
  const { title, rows, columns, reversed } = questionsOf(survey).find((question) => question.scale === scale)!
  return { title, rows, columns, reversed }
}
const shared = ['PSEV', 'MYTH', 'EMP', 'BYST', 'CTRL', 'RESP', 'LAW']

for (const scale of shared)
  published(`${scale} is asked word for word the same at intake and at exit`, () => {
    assert.equal(asked(intake, scale), asked(exit, scale))
  })

published('each scale turns round the items that scales.json says', () => {
  for (const survey of surveys)
    for (const { scale, reversed } of questionsOf(survey).filter((question) => question.scale))
      assert.equal(reversed, scales[scale!]!.reversed)
})

published('each attitude scale asks in both directions', () => {
  for (const { kind, items, reversed } of Object.values(scales).filter((scale) => scale.kind === 'agreement')) {
    assert.is(kind, 'agreement')
    assert.ok(reversed.length > 0 && reversed.length < items.length)
  }
})

published('reliability and spread are not made up', () => {
  assert.ok(Object.values(scales).every(({ reliability, sd, source }) => reliability === null && sd === null && source))
})

published('the motives are those of the code list', () => {
  const motives = questionsOf(intake).find(({ name }) => name === 'motives')!
  assert.equal(
    motives.choices!.map(({ value }) => value),
    codesOf('motive'),
  )
})

published('survey-core finds nothing wrong with any of them', async () => {
  for (const survey of surveys) assert.not((await completed(survey, {})).ok)
})

published('how answers are scored does not go to the browser', () => {
  assert.not.match(JSON.stringify(shownOf(intake)), /"(scale|reversed|safety)"/)
  assert.match(JSON.stringify(intake.definition), /"reversed"/)
})

published('an unknown survey or version is not there', () => {
  assert.is(newestOf('nothing'), undefined)
  assert.is(surveyOf('intake', 99), undefined)
})

published.run()

const refusing = suite('what cannot be published')
const words = (text: string) => ({ default: text, en: text })
const yesNo = ['yes', 'no', 'declined'].map((value) => ({ value, text: words(value) }))
const question = { type: 'radiogroup', name: 'one', title: words('?'), choices: yesNo }
const formOf = (...elements: object[]) => ({
  locale: 'ko',
  clearInvisibleValues: 'onComplete',
  pages: [{ name: 'page', title: words('page'), elements }],
})
const second = { ...question, name: 'two' }
const agreeing = { type: 'matrix', name: 'm', title: words('m'), columns: yesNo, rows: yesNo.slice(0, 2) }

refusing('a plain question may be', () => {
  assert.equal(faultsOf(formOf(question, { ...second, visibleIf: "{one} = 'yes'" })), [])
})

const faulty: Record<string, unknown> = {
  'no survey at all': null,
  'an empty list of pages': { ...formOf(question), pages: [] },
  'html questions': formOf({ type: 'html', name: 'one', title: words('x'), html: '<b>x</b>' }),
  'file questions': formOf({ type: 'file', name: 'one', title: words('x') }),
  'expression questions': formOf({ type: 'expression', name: 'one', title: words('x'), expression: '1' }),
  'a page shown at the end': { ...formOf(question), completedHtml: '<p>x</p>' },
  'a way out to another site': { ...formOf(question), navigateToUrl: 'https://example.test' },
  'values worked out by SurveyJS': { ...formOf(question), calculatedValues: [{ name: 'v', expression: '{one}' }] },
  triggers: { ...formOf(question), triggers: [{ type: 'complete', expression: '{one} = 1' }] },
  'patterns of its own': formOf({ ...question, validators: [{ type: 'regex', regex: '(a+)+$' }] }),
  'answers piped into text': formOf({ ...question, title: words('hello {one}') }),
  'tags in text': formOf({ ...question, title: words('<img src=x>') }),
  'a title in one language': formOf({ ...question, title: { default: '?' } }),
  'a choice in one language': formOf({ ...question, choices: [{ value: 'a', text: { default: 'a' } }, ...yesNo] }),
  'two questions of one name': formOf(question, question),
  'a row named as a question': formOf(question, { ...agreeing, rows: [{ value: 'one', text: words('a') }, yesNo[1]] }),
  'the same row twice': formOf({ ...agreeing, rows: [yesNo[0], yesNo[0]] }),
  'a function call in a condition': formOf(question, { ...second, visibleIf: 'iif({one}, 1, 2)' }),
  'a condition on a question that comes later': formOf({ ...question, visibleIf: "{two} = 'yes'" }, second),
  'choices from a question that is no checkbox': formOf(question, { ...second, choicesFromQuestion: 'one' }),
  'a row turned round that is not there': formOf({ ...agreeing, reversed: ['three'] }),
  'a scale that is not known': formOf({ ...agreeing, scale: 'NONE' }),
  'a must that cannot be declined': formOf({ ...question, isRequired: true, choices: yesNo.slice(0, 2) }),
  'a text that must be written': formOf({
    type: 'comment',
    name: 'c',
    title: words('c'),
    maxLength: 9,
    isRequired: true,
  }),
  'a text without an end': formOf({ type: 'comment', name: 'c', title: words('c') }),
  'seven rows on a page': formOf({
    ...agreeing,
    rows: [1, 2, 3, 4, 5, 6, 7].map((n) => ({ value: `r${n}`, text: words('a') })),
  }),
  'a name that reaches into objects': formOf({ ...question, name: '__proto__' }),
}
for (const [what, definition] of Object.entries(faulty))
  refusing(`${what}: refused`, () => assert.ok(faultsOf(definition).length > 0))

refusing.run()
