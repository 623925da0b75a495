import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readAnswers } from '../../src/surveys/answers.ts'
import { completed, withoutHidden } from '../../src/surveys/completion.ts'
import { faultsOf } from '../../src/surveys/faults.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { wholeAnswers } from '../support/answers.ts'
import { agreeing, aSurvey, everyType, fineAnswers, offered, words } from '../support/small-survey.ts'

const reading = suite('reading answers')

reading('the survey of this test could be published', () => assert.equal(faultsOf(everyType.definition), []))
reading('answers that were offered are let in', () => assert.ok(readAnswers(everyType, fineAnswers).ok))
reading('half a survey is let in, and none of it', () => {
  assert.ok(readAnswers(everyType, { m: { m1: 1 } }).ok)
  assert.ok(readAnswers(everyType, {}).ok)
})
reading('a line break in a text is let in', () => assert.ok(readAnswers(everyType, { why: 'a\nb' }).ok))
reading('a text of exactly the length that is allowed is let in, emoji and all', () => {
  assert.ok(readAnswers(everyType, { line: '가'.repeat(10) }).ok)
  assert.ok(readAnswers(everyType, { line: '😀'.repeat(10) }).ok)
  assert.not(readAnswers(everyType, { line: '😀'.repeat(11) }).ok)
})
reading('“I don’t want to answer” is let in alone', () => {
  assert.ok(readAnswers(everyType, { some: ['declined'] }).ok)
  assert.not(readAnswers(everyType, { some: ['declined', 'a'] }).ok)
})

reading('a resident registration number in a text is refused at its question', () => {
  const result = readAnswers(everyType, { why: '010203-3000000' })
  assert.equal(result, { ok: false, refusals: [{ reason: 'holds-resident-number', field: 'why' }] })
})

reading.run()

const completing = suite('completing a survey')
const must = aSurvey([
  { type: 'radiogroup', name: 'one', title: words('?'), choices: offered('a', 'b', 'declined'), isRequired: true },
  { type: 'comment', name: 'why', title: words('?'), maxLength: 20, visibleIf: "{one} = 'a'" },
  agreeing('CTRL', ['c1', 'c2', 'c3']),
])
const rows = { c1: 1, c2: 'declined', c3: 5 }

completing('what was asked and not answered is missing, each by its name', () => {
  const missing = ['one', 'ctrl'].map((field) => ({ reason: 'missing', field }))
  assert.equal(completed(must, {}), { ok: false, refusals: missing })
})

completing('a row left out is missing, a row that was declined is not', () => {
  assert.equal(completed(must, { one: 'b', ctrl: { c1: 1, c3: 5 } }), {
    ok: false,
    refusals: [{ reason: 'missing', field: 'ctrl' }],
  })
  assert.equal(completed(must, { one: 'b', ctrl: rows }), { ok: true, value: { one: 'b', ctrl: rows } })
})

completing('an answer to a question that was hidden is taken out', () => {
  assert.equal(completed(must, { one: 'b', why: 'hidden', ctrl: rows }), { ok: true, value: { one: 'b', ctrl: rows } })
})

completing('whole answers are kept as they are, blank ones are not', () => {
  assert.equal(completed(everyType, fineAnswers), { ok: true, value: fineAnswers })
  const { line: _, ...rest } = fineAnswers
  assert.equal(completed(everyType, { ...rest, line: ' \n ' }), { ok: true, value: rest })
})

completing('what is chosen among ticked answers is no answer once it is not ticked', () => {
  const { most: _, ...rest } = { ...fineAnswers, some: ['a'] }
  assert.equal(completed(everyType, { ...rest, most: 'b' }), { ok: true, value: rest })
  // on paper it stays as it was written
  assert.is(withoutHidden(everyType, { ...rest, most: 'b' }).most, 'b')
})

for (const { survey: name } of shipped)
  completing(`${name}: a whole answer is let in, and one row left out is missing`, () => {
    const survey = newestOf(shipped, name)!
    const answers = wholeAnswers(survey)
    assert.ok(readAnswers(survey, answers).ok)
    assert.ok(completed(survey, answers).ok)
    const { emp1: _, ...rest } = answers.emp as Record<string, unknown>
    const result = completed(survey, { ...answers, emp: rest })
    assert.equal(result, { ok: false, refusals: [{ reason: 'missing', field: 'emp' }] })
  })

completing('every question of every survey can be declined', () => {
  for (const survey of shipped) assert.ok(completed(survey, wholeAnswers(survey, 'declined')).ok)
})

completing('the main motive must be one of those chosen', () => {
  const survey = newestOf(shipped, 'intake')!
  const answers = { ...wholeAnswers(survey), motives: ['fun'], motive: 'money' }
  assert.equal(completed(survey, answers), { ok: false, refusals: [{ reason: 'missing', field: 'motive' }] })
})

completing.run()
