import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newToken } from '../../src/people/token.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { wholeAnswers } from '../support/answers.ts'
import { ask, ownPage } from '../support/asking.ts'
import { aHouse } from '../support/house.ts'
import { surveyOutIn, youthAt } from '../support/survey-out.ts'

/** Whatever is no answer, no link or no number is refused, kept nowhere, and never a fault of ours. */

const house = await aHouse()
const tell = youthAt(house)
const answers = wholeAnswers(newestOf(shipped, 'intake')!)
const { number, token } = await surveyOutIn(house, { code: '12344321' })
const before = await house.store.caseFile(number)
const doors = ['/s/opening', '/s/answers', '/s/submission', '/s/refusal', '/tablet/opening']
let from = 0

const test = suite('hostile requests of a survey')

const noBodies: [string, number][] = [
  ['{"token":', 400],
  ['', 400],
  ['[]', 400],
  ['null', 400],
  ['"text"', 400],
  ['7', 400],
  ['['.repeat(60_000), 400],
  [`{"token": ${'['.repeat(30)}${']'.repeat(30)}}`, 400],
]
for (const door of doors)
  test(`${door} takes no body that is no object`, async () => {
    for (const [body, status] of noBodies)
      assert.is((await tell(door, body, { from: `10.1.0.${++from}` })).status, status, body.slice(0, 40))
    assert.is((await tell(door, {}, { type: 'text/plain' })).status, 415)
    const elsewhere = { ...ownPage, 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'cross-site' }
    assert.is((await ask(house, undefined, 'POST', door, { headers: elsewhere, body: '{}' })).status, 403)
    const tokenless = { ...ownPage, 'Content-Type': 'application/json', 'X-Token': 'x' }
    assert.is((await ask(house, undefined, 'POST', door, { headers: tokenless, body: '{}' })).status, 403)
    assert.is((await tell(door, { token: 'x'.repeat(700_000) }, { from: `10.1.0.${++from}` })).status, 413)
    assert.ok((await ask(house, undefined, 'GET', door, { headers: ownPage })).status < 500)
  })

test('what looks like a token and is none opens nothing', async () => {
  const none = [newToken(), '', 'x', token.slice(1), `${token}x`, [token], { token }, 7, null, undefined, `${token}\n`]
  for (const door of doors.slice(0, 4))
    for (const one of none) {
      const said = await tell(door, { token: one, answers, page: 0 }, { from: `10.2.0.${++from}` })
      assert.equal([said.status, (await said.json()).refused], [404, 'link-unknown'], `${door} ${one}`)
    }
})

test('what looks like a number and is none opens nothing', async () => {
  const none = [
    '',
    '1234567',
    '123456789',
    '１２３４４３２１',
    '1234 432l',
    [12344321],
    12344321,
    {},
    null,
    '9'.repeat(90),
  ]
  for (const one of none) {
    const said = await tell('/tablet/opening', { code: one }, { from: `10.3.0.${++from}` })
    assert.equal([said.status, (await said.json()).refused], [422, 'code-unknown'], String(one))
  }
})

test('what is no answer is not kept', async () => {
  const bad: unknown[] = [
    ...[undefined, null, [], 'text', 7, true, [answers]],
    ...[{ emp: { emp1: 77 } }, { emp: 5 }, { emp: [] }, { emp: { other: 1 } }, { motives: 'fun' }, { motives: ['x'] }],
    ...[{ motives: ['fun', 'declined'] }, { other: 1 }, { hopes: { $gt: '' } }, { hopes: 'x'.repeat(9000) }],
    ...[{ hopes: '900101-1234567' }, { hopes: 'a\u0000b' }, { constructor: { prototype: {} } }],
  ]
  for (const path of ['answers', 'submission']) {
    for (const one of bad) {
      const said = await tell(`/s/${path}`, { token, answers: one, page: 0 })
      assert.is(said.status, 422, `${path} ${JSON.stringify(one)}`)
    }
    for (const key of ['__proto__', 'constructor', 'toString']) {
      const body = JSON.stringify({ token, page: 0, answers: {} }).replace('{}', `{"${key}": {"emp": 1}}`)
      assert.is((await tell(`/s/${path}`, body)).status, 422, key)
    }
  }
  assert.is(({} as Record<string, unknown>).emp, undefined)
})

test('what comes beside the answers is taken as far as it can be meant', async () => {
  const odd: [unknown, unknown, unknown][] = [
    [-1, 'x', 'en'],
    [1e9, -4, 'fr'],
    [1.5, { ctrl: '5', __proto__: 1 }, {}],
    ['3', Object.fromEntries(Array.from({ length: 900 }, (_, n) => [`p${n}`, 1])), null],
    [null, [1, 2], ['ko']],
  ]
  for (const [page, pages, lang] of odd) {
    const other = await surveyOutIn(house)
    const body = { token: other.token, answers: {}, page, pages, lang }
    assert.is((await tell('/s/answers', body)).status, 200)
    const { draft } = await (await tell('/s/opening', { token: other.token }, { from: `10.4.0.${++from}` })).json()
    assert.is(draft.page, 0)
    assert.ok(Object.keys(draft.pages).length <= 40)
    const sent = { ...body, answers, seconds: page }
    assert.is((await tell('/s/submission', sent)).status, 200)
    const response = (await house.store.caseFile(other.number))?.surveys[0]?.response
    assert.ok(response && ['ko', 'en'].includes(response.lang))
    assert.is(response.seconds, undefined)
  }
})

test('after all of it the survey is as it was', async () => {
  assert.equal(await house.store.caseFile(number), before)
  assert.equal(await house.store.drafts(number), [])
  assert.is((await tell('/s/submission', { token, answers })).status, 200)
})

test.after(() => house.close())
test.run()
