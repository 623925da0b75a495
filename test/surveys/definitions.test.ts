import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { codesOf } from '../../src/codebook/codebook.ts'
import { scaleAsAsked } from '../../src/surveys/alike.ts'
import { declined, questionsOf, shownOf, surveyNames } from '../../src/surveys/definition.ts'
import { faultsOf } from '../../src/surveys/faults.ts'
import { modelFaults } from '../../src/surveys/model-faults.ts'
import { safetyNames } from '../../src/surveys/safety.ts'
import { scales } from '../../src/surveys/scales.ts'
import { newestOf, shipped, surveyOf } from '../../src/surveys/shelf.ts'

const published = suite('what we ask')
const [intake, exit, followUp] = surveyNames.map((name) => newestOf(shipped, name)!) as [Shipped, Shipped, Shipped]
type Shipped = (typeof shipped)[number]
const outcomes = Object.keys(scales).filter((code) => code !== 'SAT')

for (const scale of outcomes)
  published(`${scale} is asked word for word the same at intake, at exit and afterwards`, () => {
    const said = scaleAsAsked(intake, scale)
    assert.ok(said)
    for (const survey of [exit, followUp]) assert.is(scaleAsAsked(survey, scale), said)
  })

published('each scale has the items and turns round those that scales.json says', () => {
  for (const survey of shipped)
    for (const { scale, rows = [], reversed } of questionsOf(survey).filter((question) => question.scale)) {
      assert.equal(
        rows.map(({ value }) => value),
        scales[scale!]!.items,
      )
      assert.equal(reversed, scales[scale!]!.reversed)
    }
})

published('each attitude scale asks in both directions', () => {
  for (const { items, reversed } of Object.values(scales).filter((scale) => scale.kind === 'agreement'))
    assert.ok(reversed.length > 0 && reversed.length < items.length)
})

published('reliability and spread are not made up', () => {
  assert.ok(Object.values(scales).every(({ reliability, sd, source }) => reliability === null && sd === null && source))
})

published('the motives are those of the code list, and it can be declined to name one', () => {
  const motives = questionsOf(intake).find(({ name }) => name === 'motives')!
  const codes = motives.choices!.map(({ value }) => String(value))
  assert.equal(codes.sort(), codesOf('motive').sort())
  assert.ok(codes.includes(declined))
})

published('each asks about safety, and never at its end', () => {
  for (const survey of shipped) {
    assert.ok(safetyNames(survey).length >= 4)
    assert.not(survey.definition.pages.at(-1)!.elements.some(({ safety }) => safety))
  }
})

published('neither we nor SurveyJS find anything wrong with any of them', async () => {
  for (const survey of shipped) assert.equal([...faultsOf(survey.definition), ...(await modelFaults(survey))], [])
})

published('what SurveyJS does not know is found', async () => {
  const definition = structuredClone(intake.definition)
  Object.assign(definition.pages[0]!.elements[0]!, { nonsense: true })
  const [fault] = await modelFaults({ ...intake, definition })
  assert.match(String(fault?.of?.said), 'nonsense')
})

published('how answers are scored and what is told at once does not go to the browser', () => {
  assert.not.match(JSON.stringify(shownOf(intake)), /"(scale|reversed|key|safety)":/)
  assert.match(JSON.stringify(intake.definition), /"reversed":/)
})

published('an unknown survey or version is not there', () => {
  assert.is(newestOf(shipped, 'nothing'), undefined)
  assert.is(surveyOf(shipped, 'intake', 99), undefined)
})

/** In `surveys/frozen.json` since its publication; a version that is not there yet gets its line when it is published. */
published('no version has changed since it was published', () => {
  const frozen: Record<string, string> = JSON.parse(readFileSync('surveys/frozen.json', 'utf8'))
  const found = readdirSync('surveys')
    .filter((file) => /\.v\d+\.json$/.test(file))
    .map(
      (file) =>
        [
          file,
          createHash('sha256')
            .update(readFileSync(`surveys/${file}`))
            .digest('hex'),
        ] as const,
    )
  assert.equal(Object.fromEntries(found.sort()), frozen, 'ask otherwise in a new version; this one was answered')
})

published.run()
