import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Definition, Survey } from '../../src/surveys/definition.ts'
import { differencesOf } from '../../src/surveys/differences.ts'
import { shipped } from '../../src/surveys/shelf.ts'
import { everyKind, radio, text, words } from '../support/survey-parts.ts'

const before: Survey = { survey: 'intake', version: 1, definition: everyKind as Definition }

/** A second version, with one thing done to it. */
function after(change: (definition: typeof everyKind) => void): Survey {
  const definition = structuredClone(everyKind)
  change(definition)
  return { survey: 'intake', version: 2, definition: definition as Definition }
}
// biome-ignore lint/suspicious/noExplicitAny: tests put anything anywhere
type Anything = any
const asked = (definition: typeof everyKind, name: string): Anything =>
  definition.pages.flatMap(({ elements }) => elements as { name: string }[]).find((one) => one.name === name)
const found = (change: (definition: typeof everyKind) => void) => differencesOf(before, after(change))

const test = suite('two versions of a survey')

test('that are the same differ in nothing', () => {
  for (const survey of [before, ...shipped]) assert.equal(differencesOf(survey, structuredClone(survey)), [])
})

test('differ in the words of one language, and it is said in which', () => {
  const changed = found((one) => {
    asked(one, 'm').rows[1].text.en = 'otherwise'
  })
  assert.equal(changed, [
    {
      of: 'row',
      name: 'ctrl2',
      question: 'm',
      what: 'worded',
      words: [{ lang: 'en', was: 'the ctrl2', is: 'otherwise' }],
    },
  ])
})

test('differ in what stands under a page’s title, and on the button', () => {
  const changed = found((one) => {
    Object.assign(one.pages[0]!, { description: words('read this') })
    Object.assign(one, { completeText: words('send') })
  })
  assert.equal(
    changed.map(({ of, name, what }) => [of, name, what]),
    [
      ['page', 'page-1', 'worded'],
      ['survey', 'completeText', 'added'],
    ],
  )
})

test('differ by a question that came or went, told as one', () => {
  const changed = found((one) => {
    one.pages[0]!.elements.unshift({ ...radio, name: 'new' })
    one.pages[2]!.elements.splice(0, 1, text as Anything)
    one.pages[1]!.elements.splice(2, 1)
  })
  const shown = changed.map(({ of, name, what }) => [of, name, what])
  assert.equal(shown, [
    ['question', 'new', 'added'],
    ['question', 'why', 'moved'],
    ['question', 'why', 'condition'],
    ['question', 'talk', 'removed'],
  ])
})

test('differ by an answer, an item or a column that came or went', () => {
  const changed = found((one) => {
    asked(one, 'one').choices.push({ value: 'maybe', text: words('maybe') })
    asked(one, 'm').rows.pop()
    asked(one, 'law').columns.splice(2, 1)
  })
  assert.equal(
    changed.map(({ of, name, question, what }) => [of, `${question}/${name}`, what]),
    [
      ['choice', 'one/maybe', 'added'],
      ['row', 'm/ctrl2', 'removed'],
      ['column', 'law/dont-know', 'removed'],
    ],
  )
})

test('differ by what moved: as little of it as can be', () => {
  const one = found(({ pages }) => pages.push(pages.shift()!))
  assert.equal(one, [{ of: 'page', name: 'page-1', what: 'moved' }])
  const two = found((definition) => asked(definition, 'one').choices.reverse())
  assert.equal(
    two.map(({ of, what }) => [of, what]),
    [
      ['choice', 'moved'],
      ['choice', 'moved'],
    ],
  )
  const three = found(({ pages }) => pages[3]!.elements.push(pages[0]!.elements.shift() as Anything))
  assert.equal(three, [{ of: 'question', name: 'one', what: 'moved' }])
})

const settled: [what: string, change: (definition: typeof everyKind) => void, was: string, is: string][] = [
  ['kind', (one) => Object.assign(asked(one, 'fine'), { type: 'text', maxLength: 9 }), 'boolean', 'text'],
  ['must', (one) => Object.assign(asked(one, 'one'), { isRequired: true }), 'may', 'must'],
  ['condition', (one) => Object.assign(asked(one, 'why'), { visibleIf: undefined }), "{some} contains 'yes'", ''],
  ['range', (one) => Object.assign(asked(one, 'rate'), { rateMax: 7 }), '1–5', '1–7'],
  ['scale', (one) => Object.assign(asked(one, 'm'), { scale: 'EMP' }), 'CTRL', 'EMP'],
  ['reversed', (one) => Object.assign(asked(one, 'm'), { reversed: [] }), 'ctrl2', ''],
  [
    'key',
    (one) => Object.assign(asked(one, 'law').key, { law2: 'right' }),
    'law1: right, law2: wrong',
    'law1: right, law2: right',
  ],
  ['safety', (one) => Object.assign(asked(one, 'talk').safety, { answers: ['no'] }), 'self-harm: yes', 'self-harm: no'],
  ['source', (one) => Object.assign(asked(one, 'main'), { choicesFromQuestion: 'one' }), 'some', 'one'],
]
for (const [what, change, was, is] of settled)
  test(`differ in what is settled: ${what}`, () => {
    const difference = found(change).find((one) => one.what === what)
    assert.equal(difference?.settled, { was, is })
  })

test.run()
