import { Model } from 'survey-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Answers, readAnswers } from '../../src/surveys/answers.ts'
import { questionsOf } from '../../src/surveys/definition.ts'
import { badAnswersTo, badSheets } from '../support/bad-answers.ts'
import { everyType, fineAnswers } from '../support/small-survey.ts'

const refused = { ok: false, refusals: [{ reason: 'answers-not-accepted' }] }
/** Short enough to be read where a test fails. */
const shown = (given: unknown) => {
  try {
    return JSON.stringify(given)?.slice(0, 80)
  } catch {
    return String(typeof given)
  }
}

const bad = suite('bad answers')

for (const { name, type } of questionsOf(everyType))
  bad(`to ${name} (${type}): at least 200, none let in, each refused with the reason`, () => {
    const answers = badAnswersTo(name)
    assert.ok(answers.length >= 200, `only ${answers.length}`)
    for (const answer of answers) {
      assert.equal(readAnswers(everyType, { [name]: answer }), refused, shown(answer))
      // good ones beside it do not carry it in
      assert.not(readAnswers(everyType, { ...fineAnswers, [name]: answer }).ok, shown(answer))
    }
  })

bad('as whole sheets: names that are not there, and what is no sheet', () => {
  assert.ok(badSheets.length >= 200)
  for (const sheet of badSheets) assert.equal(readAnswers(everyType, sheet), refused, shown(sheet))
})

bad('leave nothing behind in the language itself', () => {
  const clean = {} as Record<string, unknown>
  for (const name of ['one', 'a', 'prototype', 'm1']) assert.is(clean[name], undefined)
  assert.is(([] as unknown[]).length, 0)
})

bad('of the largest size that comes in are refused at once', () => {
  const many = Array.from({ length: 40_000 }, (_, n) => `c${n}`)
  const began = performance.now()
  for (const answer of [many, many.map((one) => [one]), Object.fromEntries(many.map((one) => [one, 1])), many.join()])
    for (const { name } of questionsOf(everyType)) assert.not(readAnswers(everyType, { [name]: answer }).ok)
  assert.ok(performance.now() - began < 1000)
})

bad('would be let in by a check that permits more: SurveyJS lets some pass of every type', () => {
  const model = new Model({ ...structuredClone(everyType.definition), autoFocusFirstError: false })
  const letIn = questionsOf(everyType).filter(({ name }) =>
    badAnswersTo(name)
      .slice(0, 60)
      .some((answer) => {
        model.clear(true)
        model.data = { [name]: answer } as Answers
        return model.validate(true, false)
      }),
  )
  assert.equal(
    letIn.map(({ type }) => type),
    questionsOf(everyType).map(({ type }) => type),
  )
})

bad.run()
