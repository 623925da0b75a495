import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { questionsOf } from '../../src/surveys/definition.ts'
import { badAnswersTo, badSheets } from '../support/bad-answers.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { signed } from '../support/samples.ts'
import { everyType, fineAnswers } from '../support/small-survey.ts'
import { surveyOutIn, youthAt } from '../support/survey-out.ts'

/** Bad answers through the whole site, to a version that the centre published, with a question of each type. */

let house: TestHouse
let tell: ReturnType<typeof youthAt>
let out: { number: string; token: string }
const sent = suite('bad answers that are sent')
sent.before(async () => {
  const { survey, version, definition } = everyType
  house = await aHouse((view) =>
    view.saveEntry('editions', {
      ...{ id: `${survey}.v${version}`, survey, version, definition },
      ...{ ...signed('seo'), published: signed('seo') },
    }),
  )
  tell = youthAt(house)
  out = await surveyOutIn(house)
  const opened = await (await tell('/s/opening', { token: out.token })).json()
  assert.is(opened.version, version)
})
sent.after(() => house.close())

/** What JSON can carry, a dozen spread over the whole list. */
function carried(all: unknown[]): unknown[] {
  const able = all.filter((one) => {
    const text = asText(one)
    return text !== undefined && text !== 'null' && text.length < 100_000 && asText(JSON.parse(text)) === text
  })
  return able.filter((_, at) => at % Math.ceil(able.length / 12) === 0)
}

function asText(given: unknown): string | undefined {
  try {
    return JSON.stringify(given)
  } catch {
    // too deep to be written this way: written by hand below
    return undefined
  }
}

for (const { name, type } of questionsOf(everyType))
  sent(`to ${name} (${type}) are refused and kept nowhere`, async () => {
    const answers = carried(badAnswersTo(name))
    assert.ok(answers.length >= 8)
    for (const answer of answers)
      for (const path of ['/s/answers', '/s/submission']) {
        const body = { token: out.token, version: 2, answers: { ...fineAnswers, [name]: answer }, page: 0 }
        const said = await tell(path, body)
        // so deep or so long that it is not looked at, or looked at and refused
        if (said.status === 422) assert.is((await said.json()).refused, 'answers-not-accepted')
        else assert.ok([400, 413].includes(said.status), `${said.status} ${JSON.stringify(answer).slice(0, 80)}`)
      }
    await nothingKept()
  })

sent('as whole sheets are refused and kept nowhere', async () => {
  for (const answers of carried(badSheets))
    for (const path of ['/s/answers', '/s/submission'])
      assert.is((await tell(path, { token: out.token, version: 2, answers, page: 0 })).status, 422)
  await nothingKept()
})

sent('as no browser of ours would write them are refused and kept nowhere', async () => {
  const raw: [answers: string, status: number][] = [
    ...['{"rate": 1e999}', '{"rate": -0.0}', '{"one": "a", "one": "c"}', '{"__proto__": {"one": "a"}}'].map(
      (one): [string, number] => [one, 422],
    ),
    ...['{"rate": NaN}', '{"rate": 03}', '{"one": \'a\'}', `{"one": ${'['.repeat(5000)}${']'.repeat(5000)}}`].map(
      (one): [string, number] => [one, 400],
    ),
    [`{"why": "${'x'.repeat(300_000)}"}`, 413],
  ]
  for (const [answers, status] of raw)
    for (const path of ['/s/answers', '/s/submission']) {
      const said = await tell(path, `{"token": "${out.token}", "version": 2, "page": 0, "answers": ${answers}}`)
      assert.is(said.status, status, answers.slice(0, 60))
    }
  await nothingKept()
})

sent('and good ones are kept', async () => {
  const body = { token: out.token, version: 2, answers: fineAnswers, page: 0 }
  assert.is((await tell('/s/answers', body)).status, 200)
  assert.is((await tell('/s/submission', body)).status, 200)
  const [survey] = (await house.store.caseFile(out.number))?.surveys ?? []
  assert.equal(survey?.response?.answers, fineAnswers)
})

async function nothingKept(): Promise<void> {
  assert.equal(await house.store.drafts(out.number), [])
  const [survey] = (await house.store.caseFile(out.number))?.surveys ?? []
  assert.is(survey?.response, undefined)
}

sent.run()
