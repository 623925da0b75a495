import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { codeHashOf, handOverSurvey } from '../../src/intake/hand-over-survey.ts'
import { done } from '../../src/result.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { wholeAnswers } from '../support/answers.ts'
import { ask, ownPage, signedIn } from '../support/asking.ts'
import { aHouse } from '../support/house.ts'
import { mustBeSound } from '../support/page-check.ts'
import { signed } from '../support/samples.ts'
import { surveyIn, surveyOutIn, youthAt } from '../support/survey-out.ts'

const house = await aHouse()
const tell = youthAt(house)
const now = house.clock.now()
const answers = wholeAnswers(newestOf(shipped, 'intake')!)
let codes = 20_000_000
const newCode = () => String(++codes)
let minute = 0
/** The clock stands still; so that tries are not too many in one minute, each test has minutes of its own. */
const later = (minutes: number) => house.clock.set(new Date(Date.parse(now) + minutes * 60_000).toISOString())

const test = suite("the centre's tablet")
test.before.each(() => later(0))

test('shows one field, the name of the centre, and nothing of anybody', async () => {
  const answer = await ask(house, undefined, 'GET', '/tablet')
  const page = await answer.text()
  mustBeSound(page, 'the tablet')
  assert.match(page, '<title>설문 · Survey</title>')
  assert.match(page, '새길 상담센터')
  assert.match(page, 'id="code"')
  assert.is(page.match(/<input/g)?.length, 1)
  // cookies stay: without the page's own, the number could not be sent
  assert.is(answer.headers.get('Clear-Site-Data'), '"storage"')
  assert.is(answer.headers.get('Cache-Control'), 'no-store')
})

test('takes no number while somebody of the staff is signed in on it', async () => {
  await signedIn(house)
  const page = await (await ask(house, 'han', 'GET', '/tablet')).text()
  mustBeSound(page, 'the tablet of somebody signed in')
  assert.not.match(page, 'id="code"')
  assert.match(page, 'action="/sign-out"')
  const code = newCode()
  await surveyOutIn(house, { code })
  const headers = { ...ownPage, 'Content-Type': 'application/json' }
  const typed = await ask(house, 'han', 'POST', '/tablet/opening', { headers, body: JSON.stringify({ code }) })
  assert.equal([typed.status, await typed.json()], [409, { refused: 'signed-in' }])
  assert.is((await tell('/tablet/opening', { code })).status, 200)
})

test('opens one survey for a number, once, however it was typed', async () => {
  for (const typed of ['{a}{b}', '{a} {b}', ' {a}-{b} ']) {
    const code = newCode()
    const { number } = await surveyOutIn(house, { code })
    const body = { code: typed.replace('{a}', code.slice(0, 4)).replace('{b}', code.slice(4)) }
    const { token } = await (await tell('/tablet/opening', body)).json()
    assert.match(token, /^[\w-]{43}$/)
    assert.is((await tell('/s/opening', { token })).status, 200)
    const again = await tell('/tablet/opening', { code })
    assert.equal([again.status, await again.json()], [422, { refused: 'code-unknown', field: 'code' }])
    const { file } = await surveyIn(house, number)
    assert.not.match(JSON.stringify(file), token)
    assert.not.match(JSON.stringify(file), code)
  }
})

test('of twenty tablets that type the same number at once, one gets the survey', async () => {
  later(1)
  const code = newCode()
  await surveyOutIn(house, { code })
  const typed = Array.from({ length: 20 }, (_, n) => tell('/tablet/opening', { code }, { from: `10.0.2.${n}` }))
  const statuses = (await Promise.all(typed)).map(({ status }) => status)
  assert.equal(statuses.sort(), [200, ...Array(19).fill(422)])
})

test('has ten minutes for the number, and two hours with the survey', async () => {
  const [late, timely] = [newCode(), newCode()]
  await surveyOutIn(house, { code: late })
  await surveyOutIn(house, { code: timely })
  later(8)
  const { token } = await (await tell('/tablet/opening', { code: timely })).json()
  later(9)
  assert.is((await tell('/tablet/opening', { code: late })).status, 422)
  later(127)
  assert.is((await tell('/s/opening', { token })).status, 200)
  later(128)
  assert.equal(await (await tell('/s/opening', { token })).json(), { refused: 'link-expired' })
})

test('a new number goes on where the tablet before stopped, which opens nothing any more', async () => {
  later(2)
  const [code, next] = [newCode(), newCode()]
  const { number } = await surveyOutIn(house, { code })
  const { token } = await (await tell('/tablet/opening', { code })).json()
  await tell('/s/answers', { token, answers: { motives: ['fun'] }, page: 3 })
  await house.store.change(async (view) => {
    const file = await view.caseFile(number)
    const handed = file && handOverSurvey(file, 'intake-1', codeHashOf(next), signed('han', house.clock.now()))
    if (handed?.ok) view.saveCase(handed.value)
    return done(undefined)
  })
  assert.is((await tell('/s/opening', { token })).status, 404)
  const other = await (await tell('/tablet/opening', { code: next })).json()
  const said = await (await tell('/s/opening', { token: other.token })).json()
  assert.equal([said.draft.answers, said.draft.page], [{ motives: ['fun'] }, 3])
})

test('what is sent on it is the answer to the survey, and the link that was sent before is spent too', async () => {
  later(3)
  const code = newCode()
  const { number, token } = await surveyOutIn(house, { code })
  const taken = await (await tell('/tablet/opening', { code })).json()
  assert.is((await tell('/s/submission', { token: taken.token, answers })).status, 200)
  assert.equal((await surveyIn(house, number)).survey?.response?.answers, answers)
  assert.equal(await (await tell('/s/opening', { token })).json(), { refused: 'link-spent' })
})

test('opens nothing outside the hours, says when, and the number is not lost', async () => {
  const code = newCode()
  const { number } = await surveyOutIn(house, { code })
  house.clock.set('2026-11-21T21:59:00.000Z')
  const said = await tell('/tablet/opening', { code })
  const { refused, hours } = await said.json()
  assert.equal([said.status, refused, hours[7]], [403, 'survey-closed-now', { from: '07:00', to: '22:00' }])
  assert.is((await surveyIn(house, number)).survey?.tablet?.linkHash, undefined)
  later(4)
  assert.is((await tell('/tablet/opening', { code })).status, 200)
})

test('lets nobody try many numbers: twenty a minute from one place, sixty from all', async () => {
  const tried = async (from: string) => (await tell('/tablet/opening', { code: '00000000' }, { from })).status
  later(++minute + 200)
  for (let n = 0; n < 20; n++) assert.is(await tried('10.9.0.1'), 422)
  for (let n = 0; n < 50; n++) assert.is(await tried('10.9.0.1'), 429)
  for (let n = 0; n < 40; n++) assert.is(await tried(`10.9.1.${n}`), 422)
  assert.is(await tried('10.9.2.1'), 429)
  later(++minute + 200)
  assert.is(await tried('10.9.2.1'), 422)
})

test.after(() => house.close())
test.run()
