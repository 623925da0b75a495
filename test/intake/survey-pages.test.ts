import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { wholeAnswers } from '../support/answers.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { aHouse } from '../support/house.ts'
import { mustBeSound } from '../support/page-check.ts'
import { aCaseInSessions } from '../support/stages.ts'
import { surveyIn, youthAt } from '../support/survey-out.ts'

/* A survey from the counsellor's page to the youth's and back. */

const house = await aHouse((view) => {
  for (const at of [1, 2, 3, 4]) view.saveCase(aCaseInSessions({ number: `2026-000${at}`, surveys: [] }))
})
await signedIn(house)
const tell = youthAt(house)
const answers = wholeAnswers(newestOf(shipped, 'intake')!)
const headers = { ...ownPage, ...asForm }
const read = async (path: string, who = 'han') => (await ask(house, who, 'GET', path)).text()
const handOut = (number: string, way: string, more = '', who = 'han') =>
  ask(house, who, 'POST', `/cases/${number}/surveys`, { headers, body: `wave=intake&way=${way}${more}` })

const test = suite('a survey from the counsellor to the youth and back')

test('by link: it is shown once, only its hash is kept, and the answers come back as they were worded', async () => {
  const number = '2026-0001'
  const page = await (await handOut(number, 'link')).text()
  mustBeSound(page, 'the page of the link')
  const token = /\/s#([\w-]{43})/.exec(page)?.[1] ?? ''
  assert.not.match(await read(`/cases/${number}/surveys`), token)
  assert.not.match(JSON.stringify((await surveyIn(house, number)).file), token)
  const typed = { ...answers, motives: ['other'], motive: 'other', 'motive-other': '<img src=x onerror=alert(1)>' }
  assert.is((await tell('/s/submission', { token, answers: typed })).status, 200)
  const answered = await read(`/cases/${number}/surveys/intake-1`)
  mustBeSound(answered, 'the answers')
  assert.match(answered, '&lt;img src=x')
  assert.not.match(answered, '<img src=x')
})

test('with a number told by voice: it is on the page of the link, and opens it', async () => {
  const number = '2026-0002'
  const page = await (await handOut(number, 'link', '&pin=yes')).text()
  const token = /\/s#([\w-]{43})/.exec(page)?.[1] ?? ''
  const pin = /\b\d{3} ?\d{3}\b/.exec(page.replace(/<[^>]*>/g, '\n'))?.[0].replace(' ', '')
  assert.is((await tell('/s/opening', { token })).status, 403)
  assert.is((await tell('/s/opening', { token, pin })).status, 200)
})

test('on the tablet: the number of the page opens it there', async () => {
  const number = '2026-0003'
  const page = await (await handOut(number, 'tablet')).text()
  mustBeSound(page, 'the page of the number')
  const code = /\b\d{4} ?\d{4}\b/.exec(page.replace(/<[^>]*>/g, '\n'))?.[0]
  const { token } = await (await tell('/tablet/opening', { code })).json()
  assert.is((await tell('/s/submission', { token, answers })).status, 200)
  assert.equal((await surveyIn(house, number)).survey?.response?.answers, answers)
})

test('a revoked link opens no more, and nothing half answered stays', async () => {
  const number = '2026-0004'
  const page = await (await handOut(number, 'link')).text()
  const token = /\/s#([\w-]{43})/.exec(page)?.[1] ?? ''
  await tell('/s/answers', { token, answers: { motives: ['fun'] }, page: 1 })
  assert.is((await house.store.drafts(number)).length, 1)
  const revoked = await ask(house, 'han', 'POST', `/cases/${number}/surveys/intake-1/revocation`, { headers, body: '' })
  assert.is(revoked.status, 303)
  assert.equal(await house.store.drafts(number), [])
  for (const path of ['opening', 'answers', 'submission', 'refusal'])
    assert.is((await tell(`/s/${path}`, { token, answers })).status, 404, path)
})

test('Bora, who does not have the case, finds nothing; nor does the school', async () => {
  for (const who of ['bora', 'ma']) {
    assert.is((await ask(house, who, 'GET', '/cases/2026-0001/surveys')).status, 404)
    assert.is((await handOut('2026-0001', 'link', '', who)).status, 404)
  }
})

test.after(() => house.close())
test.run()
