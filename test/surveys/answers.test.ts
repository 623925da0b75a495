import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readAnswers } from '../../src/surveys/answers.ts'
import { completed } from '../../src/surveys/completion.ts'
import { faultsOf, newestOf, type Survey } from '../../src/surveys/definition.ts'
import { wholeAnswers } from '../support/answers.ts'

const words = (text: string) => ({ default: text, en: text })
const choices = ['a', 'b', 'declined'].map((value) => ({ value, text: words(value) }))
const columns = [1, 2, 3, 4, 5, 'declined'].map((value) => ({ value, text: words(String(value)) }))
const rows = ['m1', 'm2'].map((value) => ({ value, text: words(value) }))
const title = words('?')

/** One question of each type that there is. */
const every: Survey = {
  survey: 'every',
  version: 1,
  definition: {
    locale: 'ko',
    clearInvisibleValues: 'onComplete',
    pages: [
      {
        name: 'page',
        title,
        elements: [
          { type: 'radiogroup', name: 'one', title, choices, isRequired: true },
          { type: 'checkbox', name: 'some', title, choices },
          { type: 'matrix', name: 'm', title, columns, rows },
          { type: 'rating', name: 'rate', title, rateMin: 1, rateMax: 5 },
          { type: 'boolean', name: 'bool', title },
          { type: 'comment', name: 'why', title, maxLength: 20, visibleIf: "{one} = 'a'" },
        ],
      },
      { name: 'last', title, elements: [{ type: 'text', name: 'line', title, maxLength: 10 }] },
    ],
  } as Survey['definition'],
}
const fine = {
  one: 'a',
  some: ['a', 'b'],
  m: { m1: 5, m2: 'declined' },
  rate: 3,
  bool: true,
  why: '왜냐하면',
  line: '한 줄',
}

const reading = suite('reading answers')

reading('the survey of this test could be published', () => assert.equal(faultsOf(every.definition), []))
reading('answers that were offered are let in', () => assert.ok(readAnswers(every, fine).ok))
reading('half a survey is let in', () => assert.ok(readAnswers(every, { m: { m1: 1 } }).ok))
reading('a line break in a text is let in', () => assert.ok(readAnswers(every, { why: 'a\nb' }).ok))

const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`)
const hostile: Record<string, unknown> = {
  'a rating of 77': { rate: 77 },
  'half a point': { rate: 2.5 },
  'a rating as text': { rate: '3' },
  'a column that is not there': { m: { m1: 7 } },
  'a row that is not there': { m: { m9: 1 } },
  'a list in place of rows': { m: [1, 2] },
  'a question that is not there': { one: 'a', other: 1 },
  'a choice that was not offered': { one: 'c' },
  'a list in place of a choice': { one: ['a'] },
  'a ticked choice that was not offered': { some: ['a', 'c'] },
  'the same choice twice': { some: ['a', 'a'] },
  'declined beside a choice': { some: ['a', 'declined'] },
  'maybe for yes or no': { bool: 'maybe' },
  'a text of 5,000 letters': { why: 'x'.repeat(5000) },
  'an object in place of a text': { why: { toString: 'x' } },
  'a NUL in a text': { why: 'a\u0000b' },
  'markup in place of a code': { one: '<script>1</script>' },
  '__proto__ as a question': JSON.parse('{"__proto__": {"one": "a"}}'),
  '__proto__ as a row': JSON.parse('{"m": {"__proto__": 1}}'),
  'constructor as a question': { constructor: 'a' },
  'something very deep': { one: deep },
  'something very wide': Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`q${n}`, n])),
  'nothing at all': null,
  'a list': [],
  'a text': 'one',
}
for (const [what, answers] of Object.entries(hostile))
  reading(`${what}: refused`, () => {
    const result = readAnswers(every, answers)
    assert.equal(result, { ok: false, refusals: [{ reason: 'answers-not-accepted' }] })
    assert.is(({} as { one?: string }).one, undefined)
  })

reading('a resident registration number in a text is refused at its question', () => {
  const result = readAnswers(every, { why: '010203-3000000' })
  assert.equal(result, { ok: false, refusals: [{ reason: 'holds-resident-number', field: 'why' }] })
})

reading.run()

const completing = suite('completing a survey')

completing('what was asked and not answered is missing', async () => {
  assert.equal(await completed(every, {}), { ok: false, refusals: [{ reason: 'missing', field: 'one' }] })
})

completing('an answer to a question that was hidden is taken out', async () => {
  const result = await completed(every, { one: 'b', why: 'hidden' })
  assert.equal(result, { ok: true, value: { one: 'b' } })
})

completing('whole answers are kept as they are', async () => {
  assert.equal(await completed(every, fine), { ok: true, value: fine })
})

for (const name of ['intake', 'exit'])
  completing(`${name}: a whole answer is let in, and one row left out is missing`, async () => {
    const survey = newestOf(name)!
    const answers = wholeAnswers(survey)
    assert.ok(readAnswers(survey, answers).ok)
    assert.ok((await completed(survey, answers)).ok)
    const { emp1: _, ...rest } = answers.emp as Record<string, unknown>
    const result = await completed(survey, { ...answers, emp: rest })
    assert.equal(result, { ok: false, refusals: [{ reason: 'missing', field: 'emp' }] })
  })

completing('every question of the intake survey can be declined', async () => {
  const survey = newestOf('intake')!
  assert.ok((await completed(survey, wholeAnswers(survey, 'declined'))).ok)
})

completing('the main motive must be one of those chosen', async () => {
  const survey = newestOf('intake')!
  const answers = { ...wholeAnswers(survey), motives: ['fun'], motive: 'money' }
  assert.not((await completed(survey, answers)).ok)
})

completing.run()
