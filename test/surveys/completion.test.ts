import fc from 'fast-check'
import { Model, Serializer, type SurveyModel } from 'survey-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Answers } from '../../src/surveys/answers.ts'
import { completed, withoutHidden } from '../../src/surveys/completion.ts'
import { questionsOf, type Survey } from '../../src/surveys/definition.ts'
import { shipped } from '../../src/surveys/shelf.ts'
import { anyAnswers, anySurvey } from '../support/any-survey.ts'

/*
 * What the server says of whole answers, held against SurveyJS, which the young person has before them. They differ in
 * two things. What is blank (no text but spaces, an empty list, no row at all) SurveyJS keeps and we do not. And where
 * an answer is to be one of those that were ticked, SurveyJS lets the word "other" stand though it is not ticked any
 * more, since it has a meaning of its own there; for us it is no answer, and the page asks for it once more.
 */

for (const name of ['scale', 'reversed', 'key', 'safety']) Serializer.addProperty('question', { name })

/** SurveyJS as it stands in the browser, but for its wish to focus the first problem. */
function modelOf({ definition }: Survey): SurveyModel {
  const model = new Model({ ...structuredClone(definition), autoFocusFirstError: false })
  assert.equal(model.jsonErrors ?? [], [])
  return model
}

/** The names of what SurveyJS finds missing, or else what it would send. */
function bySurveyJs(model: SurveyModel, answers: Answers): string[] | Answers {
  model.clear(true)
  model.data = structuredClone(answers)
  if (!model.validate(true, false))
    return model.getAllQuestions().flatMap(({ errors, name }) => (errors.length > 0 ? [name] : []))
  model.tryComplete()
  return Object.fromEntries(Object.entries(model.data as Answers).filter(([, answer]) => !isBlank(answer)))
}

const isBlank = (answer: unknown) =>
  (typeof answer === 'string' && answer.trim() === '') ||
  (typeof answer === 'object' && answer !== null && Object.keys(answer).length === 0)

function byUs(survey: Survey, answers: Answers): string[] | Answers {
  const result = completed(survey, answers)
  if (result.ok) return result.value
  assert.ok(result.refusals.every(({ reason }) => reason === 'missing'))
  return result.refusals.map(({ field }) => field ?? '')
}

/** Field by field, in one order. */
const sorted = (found: string[] | Answers) =>
  Array.isArray(found) ? [...found].sort() : Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1))

/** The one case in which we differ: it is looked at by itself. */
const isOtherAlone = (survey: Survey, answers: Answers) =>
  questionsOf(survey).some(
    ({ name, choicesFromQuestion: from }) =>
      from !== undefined && answers[name] === 'other' && ![answers[from]].flat().includes('other'),
  )

const ticked = (survey: Survey) => anyAnswers(survey).filter((answers) => !isOtherAlone(survey, answers))

/** of answers to each shipped survey */
const runs = Number(process.env.COMPLETION_RUNS ?? 8)

const oracle = suite('whole answers, beside SurveyJS')

for (const survey of shipped) {
  const { survey: name, version } = survey
  oracle(`${name}.v${version}: the same is missing, and the same is kept`, () => {
    const model = modelOf(survey)
    let whole = 0
    fc.assert(
      fc.property(ticked(survey), (answers) => {
        const [ours, theirs] = [byUs(survey, answers), bySurveyJs(model, answers)]
        assert.equal(sorted(ours), sorted(theirs))
        const rest = { ...filledUp(survey, answers) }
        const full = byUs(survey, rest)
        assert.equal(sorted(full), sorted(bySurveyJs(model, rest)))
        if (!Array.isArray(full)) whole++
      }),
      { numRuns: runs, seed: 5 },
    )
    assert.ok(whole > runs / 3, `only ${whole} were whole`)
  })
}

/** The same answers, with what is missing filled in. */
function filledUp(survey: Survey, answers: Answers): Answers {
  const full: Answers = { ...answers }
  for (const { name, type, choices, choicesFromQuestion, rows = [], columns = [] } of questionsOf(survey)) {
    const first = columns[0]?.value
    if (type === 'matrix')
      full[name] = { ...Object.fromEntries(rows.map(({ value }) => [value, first])), ...(full[name] as object) }
    else if (choicesFromQuestion) full[name] = [full[choicesFromQuestion]].flat()[0]
    else if (type === 'checkbox' && [full[name] ?? []].flat().length === 0) full[name] = [choices?.[0]?.value]
    else if (choices) full[name] ??= choices[0]?.value
  }
  return full
}

oracle('what is blank is no answer, and “other” none where it is not ticked: there we differ', () => {
  const intake = shipped.find(({ survey }) => survey === 'intake')!
  const model = modelOf(intake)
  const whole = filledUp(intake, {})
  const blank = { ...whole, hopes: '  ', 'motive-other': '' }
  model.data = structuredClone(blank)
  assert.ok(model.validate(true, false))
  assert.is((model.data as Answers).hopes, '  ')
  assert.equal(byUs(intake, blank), whole)
  const other = { ...whole, motives: ['fun'], motive: 'other' }
  assert.is((bySurveyJs(model, other) as Answers).motive, 'other')
  assert.equal(byUs(intake, other), ['motive'])
  assert.equal(bySurveyJs(model, { ...other, motive: 'money' }), ['motive'])
})

oracle('small surveys of every kind: the same is missing, and the same is kept', () => {
  const seen = { missing: 0, kept: 0, hidden: 0, unticked: 0 }
  fc.assert(
    fc.property(
      anySurvey.chain((survey) => fc.tuple(fc.constant(survey), fc.array(anyAnswers(survey), { minLength: 3 }))),
      ([survey, several]) => {
        const model = modelOf(survey)
        for (const answers of several) {
          const [ours, theirs] = [byUs(survey, answers), bySurveyJs(model, answers)]
          assert.equal(sorted(ours), sorted(theirs), JSON.stringify([survey.definition.pages[0]?.elements, answers]))
          seen[Array.isArray(ours) ? 'missing' : 'kept']++
          const left = Object.keys(withoutHidden(survey, answers)).length
          if (left < Object.values(answers).filter((one) => !isBlank(one)).length) seen.hidden++
          if (!Array.isArray(ours) && Object.keys(ours).length < left) seen.unticked++
        }
        model.dispose()
      },
    ),
    { numRuns: 150, seed: 5 },
  )
  assert.ok(
    Object.values(seen).every((count) => count > 10),
    JSON.stringify(seen),
  )
})

oracle.run()
