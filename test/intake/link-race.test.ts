import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { issueSurvey } from '../../src/intake/issue-survey.ts'
import { hashOf, newToken } from '../../src/people/token.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { wholeAnswers } from '../support/answers.ts'
import { ask, ownPage } from '../support/asking.ts'
import { aHouse } from '../support/house.ts'
import { signed } from '../support/samples.ts'
import { aCaseInSessions } from '../support/stages.ts'

/*
 * However many send at the same moment, a link is good for one response; however often it is opened, for one still.
 * LINKS and AT_ONCE make more of it: 200 and 100 take some minutes.
 */

const links = Number(process.env.LINKS ?? 10)
const atOnce = Number(process.env.AT_ONCE ?? 20)
const issuedAt = '2026-11-22T00:00:00.000Z'
const test = suite('links raced for')

const tokens = Array.from({ length: links }, newToken)
const numberOf = (at: number) => `2026-${String(at + 1).padStart(4, '0')}`
function issued(token: string, at: number): CaseFile {
  const file = aCaseInSessions({ number: numberOf(at), surveys: [] })
  const made = issueSurvey(file, { wave: 'intake', linkHash: hashOf(token) }, 1, signed('han', issuedAt))
  if (!made.ok) throw new Error('not issued')
  return made.value
}
const house = await aHouse((view) => {
  for (const file of tokens.map(issued)) view.saveCase(file)
})
const headers = { ...ownPage, 'Content-Type': 'application/json' }
const tell = (path: string, body: object, from?: string) =>
  ask(house, undefined, 'POST', `/s/${path}`, { headers, body: JSON.stringify(body), ...(from && { from }) })
const intake = newestOf(shipped, 'intake')
if (!intake) throw new Error('there is no intake survey')
const answersOf = (n: number) => ({ ...wholeAnswers(intake), hopes: `hope ${n}` })

test('a thousand looks at the page, and openings besides, spend none', async () => {
  for (let at = 0; at < 1000; at += 50) {
    const looks = await Promise.all(Array.from({ length: 50 }, () => ask(house, undefined, 'GET', '/s')))
    assert.ok(looks.every(({ status }) => status === 200))
  }
  // each from a place of its own, since one alone may not open as many in a minute
  for (const [at, token] of tokens.entries())
    for (const _ of [1, 2]) assert.is((await tell('opening', { token }, `10.0.${at >> 8}.${at % 256}`)).status, 200)
  const { rows } = await house.store.rows({})
  const files = await Promise.all(rows.map(({ number }) => house.store.caseFile(number)))
  assert.ok(files.every((file) => file?.surveys[0]?.opened && !file.surveys[0].response))
})

test(`${links} links, each sent ${atOnce} times at once: exactly ${links} responses, each one whole`, async () => {
  let taken = 0
  for (const [at, token] of tokens.entries()) {
    const sent = await Promise.all(
      Array.from({ length: atOnce }, (_, n) => tell('submission', { token, answers: answersOf(n % 7) })),
    )
    const kept = (await house.store.caseFile(numberOf(at)))?.surveys.filter(({ response }) => response) ?? []
    assert.is(kept.length, 1)
    const won = Number(String(kept[0]?.response?.answers.hopes).slice(5))
    // the same answers once more are no second response, so whoever sent them is told that they arrived
    for (const [n, { status }] of sent.entries()) assert.is(status, n % 7 === won ? 200 : 409)
    const file = await house.store.caseFile(numberOf(at))
    taken += file?.journal.filter(({ deed }) => deed === 'survey-answered').length ?? 0
  }
  assert.is(taken, links)
})

test.after(() => house.close())
test.run()
