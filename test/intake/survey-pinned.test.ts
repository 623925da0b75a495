import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { type Definition, questionsOf } from '../../src/surveys/definition.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { wholeAnswers } from '../support/answers.ts'
import { aHouse } from '../support/house.ts'
import { signed } from '../support/samples.ts'
import { surveyIn, surveyOutIn, youthAt } from '../support/survey-out.ts'

const house = await aHouse()
const tell = youthAt(house)
const first = newestOf(shipped, 'intake')!
const answers = wholeAnswers(first)
/** The same without its first page: half of what was answered before is not asked in it. */
const shorter: Definition = { ...first.definition, pages: first.definition.pages.slice(1) }

const publish = () =>
  house.store.change((view) => {
    const edition = { id: 'intake.v2', survey: 'intake', version: 2, definition: shorter, ...signed('seo') }
    return done(view.saveEntry('editions', { ...edition, published: signed('seo') }))
  })

const test = suite('a version published meanwhile')

test('is not what half a survey goes on with, however that half came', async () => {
  const [opened, unopened] = [await surveyOutIn(house), await surveyOutIn(house)]
  const name = questionsOf(first)[0]?.name ?? ''
  const half = { [name]: answers[name] }
  await tell('/s/opening', { token: opened.token })
  for (const { token } of [opened, unopened])
    assert.is((await tell('/s/answers', { token, answers: half, page: 0 })).status, 200)
  await publish()
  for (const { token, number } of [opened, unopened]) {
    const said = await (await tell('/s/opening', { token })).json()
    assert.equal([said.version, said.draft.answers], [1, half])
    assert.is((await tell('/s/submission', { token, version: 1, answers })).status, 200)
    assert.is((await surveyIn(house, number)).survey?.version, 1)
  }
})

test('is asked of whoever opens it for the first time; answers to the other are refused as that', async () => {
  const { token } = await surveyOutIn(house)
  assert.is((await (await tell('/s/opening', { token })).json()).version, 2)
  for (const path of ['answers', 'submission']) {
    const old = await tell(`/s/${path}`, { token, version: 1, answers })
    assert.equal([old.status, (await old.json()).refused], [409, 'survey-changed'])
  }
})

test.after(() => house.close())
test.run()
