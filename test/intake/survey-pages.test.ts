/* Both doors of a survey, the counsellor's and the youth's, over one store.
 * Over 150 lines because each needs the other.
 */
import { createHash } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { siteOf } from '../../src/app.ts'
import type { CaseFile, Consent } from '../../src/casefile/casefile.ts'
import { newToken } from '../../src/people/token.ts'
import { done } from '../../src/result.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { newestOf } from '../../src/surveys/definition.ts'
import { readAssets } from '../../src/web/assets.ts'
import { wholeAnswers } from '../support/answers.ts'
import { tokenOf } from '../support/asking.ts'
import { freshFolder } from '../support/folder.ts'
import { factorsOf } from '../support/house.ts'
import { mustBeSound } from '../support/page-check.ts'
import { aCase, cast, clock, han, jiho, now, settings, signed, summaries, today } from '../support/samples.ts'

const { dir, keyFile } = freshFolder()
const store = await openEmbeddedStore({ dir, keyFile, summaries, clock })
const site = siteOf({ store, clock, assets: readAssets() })
const own = { Origin: 'http://localhost', 'Sec-Fetch-Site': 'same-origin' }

const consent = (kind: string): Consent => ({
  ...{ kind, answer: 'given', giver: 'youth', route: 'in-person', textVersion: '1', on: today },
  ...signed(),
})
const theCase = (number: string): CaseFile =>
  aCase({
    number,
    youth: jiho,
    triage: [{ decision: 'accepted', ...signed('seo') }],
    assignments: [{ counsellorId: 'han', ...signed('seo') }],
    consents: ['collection', 'sensitive', 'counselling', 'survey'].map(consent),
  })

await store.change((view) => {
  view.saveSettings(settings)
  for (const person of cast) {
    view.savePerson({ ...person, factors: factorsOf(person.id) })
    const hash = createHash('sha256').update(person.id).digest('base64url')
    view.saveVisit({ hash, personId: person.id, startedAt: now, seenAt: now, factorAt: now })
  }
  return done(undefined)
})

const asNobody = { Cookie: '__Host-guest=nobody', 'X-Token': tokenOf('nobody') }

let count = 0
async function freshCase(): Promise<string> {
  const number = `2026-${String(++count).padStart(4, '0')}`
  await store.change((view) => done(view.saveCase(theCase(number))))
  return number
}

const as = (who: string) => ({ ...own, Cookie: `__Host-visit=${who}; __Host-lang=en`, 'X-Token': tokenOf(who) })
const read = (path: string, who: string) => site.request(path, { headers: as(who) })
const post = (path: string, who: string, fields: Record<string, string> = {}) =>
  site.request(path, { method: 'POST', headers: as(who), body: new URLSearchParams(fields) })
const tell = (path: string, body: unknown, headers = {}) =>
  site.request(`/s/${path}`, {
    method: 'POST',
    headers: { ...own, ...asNobody, 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

/** Issues a survey as Han and reads the token off the page. */
async function issued(number: string): Promise<string> {
  const page = await (await post(`/cases/${number}/surveys`, han.id, { survey: 'intake' })).text()
  mustBeSound(page, 'the page of the link')
  return /\/s#([\w-]{43})/.exec(page)![1]!
}
const surveyOf = async (number: string) => (await store.caseFile(number))!.surveys[0]!
const intake = newestOf('intake')!
const answers = wholeAnswers(intake)

const staff = suite('survey pages of the counsellor')

staff('the link is shown once, and only its hash is kept', async () => {
  const number = await freshCase()
  const token = await issued(number)
  const list = await (await read(`/cases/${number}/surveys`, 'han')).text()
  assert.not.match(list, token)
  assert.not.match(JSON.stringify(await store.caseFile(number)), token)
  assert.match(list, 'Not opened yet')
})

staff('a second link for the same survey is refused with 422', async () => {
  const number = await freshCase()
  await issued(number)
  const again = await post(`/cases/${number}/surveys`, 'han', { survey: 'intake' })
  assert.is(again.status, 422)
  assert.match(await again.text(), 'This survey has already been issued')
})

staff('a survey that is not offered is refused with 422', async () => {
  const number = await freshCase()
  for (const survey of ['', 'nothing', '__proto__'])
    assert.is((await post(`/cases/${number}/surveys`, 'han', { survey })).status, 422)
})

staff('Bora, who does not have the case, finds nothing; nor does the school', async () => {
  const number = await freshCase()
  for (const who of ['bora', 'ma']) {
    assert.is((await read(`/cases/${number}/surveys`, who)).status, 404)
    assert.is((await post(`/cases/${number}/surveys`, who, { survey: 'intake' })).status, 404)
  }
})

staff('a revoked link opens no more, and nothing half answered stays', async () => {
  const number = await freshCase()
  const token = await issued(number)
  await tell('answers', { token, answers: { motives: ['fun'] }, page: 1 })
  assert.is((await store.drafts(number)).length, 1)
  assert.is((await post(`/cases/${number}/surveys/intake-1/revocation`, 'han')).status, 303)
  assert.equal(await store.drafts(number), [])
  assert.is((await tell('opening', { token })).status, 404)
  assert.is((await post(`/cases/${number}/surveys/intake-9/revocation`, 'han')).status, 404)
})

staff('answers are shown as they were worded, escaped, and scored', async () => {
  const number = await freshCase()
  const token = await issued(number)
  const typed = { ...answers, motives: ['other'], motive: 'other', 'motive-other': '<img src=x onerror=alert(1)>' }
  assert.is((await tell('submission', { token, answers: typed })).status, 200)
  const page = await (await read(`/cases/${number}/surveys`, 'han')).text()
  mustBeSound(page, 'the surveys of a case')
  assert.match(page, '&lt;img src=x')
  assert.not.match(page, '<img src=x')
  assert.match(page, 'Another reason')
  assert.match(page, '3.2')
  assert.match(page, '5/5 items')
})

staff.run()

const youth = suite("the youth's survey")

youth('the page says nothing of the programme in title or address, and opening it spends nothing', async () => {
  const page = await (await site.request('/s')).text()
  mustBeSound(page, 'the survey')
  assert.match(page, '<title>설문 · Survey</title>')
  assert.not.match(page, '새길')
  assert.not.match(page, 'style=')
})

youth('opening gives the questions without how they are scored, as often as one likes', async () => {
  const number = await freshCase()
  const token = await issued(number)
  for (const _ of [1, 2, 3]) {
    const said = await (await tell('opening', { token })).json()
    assert.is(said.definition.pages.length, intake.definition.pages.length)
    assert.not.match(JSON.stringify(said), 'reversed')
  }
  assert.is((await surveyOf(number)).opened, now)
})

youth('half a survey is kept and comes back', async () => {
  const token = await issued(await freshCase())
  const half = { motives: ['fun'], psev: { psev1: 3 } }
  assert.is((await tell('answers', { token, answers: half, page: 3 })).status, 200)
  const said = await (await tell('opening', { token })).json()
  assert.equal(said.draft, { answers: half, page: 3 })
})

youth('whole answers spend the link; the draft goes with it', async () => {
  const number = await freshCase()
  const token = await issued(number)
  await tell('answers', { token, answers: { motives: ['fun'] }, page: 1 })
  assert.is((await tell('submission', { token, answers, lang: 'en', seconds: 420 })).status, 200)
  const { response } = await surveyOf(number)
  assert.equal(response, { at: now, lang: 'en', answers, seconds: 420 })
  assert.equal(await store.drafts(number), [])
  assert.is((await tell('opening', { token })).status, 409)
})

youth('the same answers again get the same thanks, others 409', async () => {
  const number = await freshCase()
  const token = await issued(number)
  await tell('submission', { token, answers })
  assert.is((await tell('submission', { token, answers })).status, 200)
  const other = await tell('submission', { token, answers: { ...answers, understood: 'explain' } })
  assert.is(other.status, 409)
  assert.equal(await other.json(), { refused: 'link-spent' })
  assert.equal((await surveyOf(number)).response!.answers, answers)
  assert.is((await tell('answers', { token, answers })).status, 409)
})

youth('of two hundred different answers at once one wins', async () => {
  const number = await freshCase()
  const token = await issued(number)
  const texts = Array.from({ length: 200 }, (_, n) => ({ ...answers, hopes: `number ${n}` }))
  const statuses = await Promise.all(
    texts.map(async (one) => (await tell('submission', { token, answers: one })).status),
  )
  assert.equal(statuses.sort(), [200, ...Array(199).fill(409)])
})

youth('what is missing is said at its question', async () => {
  const token = await issued(await freshCase())
  const { emp: _, ...rest } = answers
  const said = await tell('submission', { token, answers: rest })
  assert.is(said.status, 422)
  assert.equal(await said.json(), { refused: 'missing', field: 'emp' })
})

youth('whatever is no answer or no link is refused, kept nowhere, and never a fault of ours', async () => {
  const number = await freshCase()
  const token = await issued(number)
  const bad: [unknown, number][] = [
    [{ token, answers: { emp: { emp1: 77 } } }, 422],
    [JSON.stringify({ token, answers: {} }).replace('{}', '{"__proto__": {"emp": 1}}'), 422],
    [{ token, answers: [] }, 422],
    [{ token }, 422],
    [{ token: newToken(), answers }, 404],
    [{ token: [token], answers }, 404],
    [{ answers }, 404],
    ['{"token":', 400],
    ['[]', 400],
    ['null', 400],
    [`${'['.repeat(60_000)}`, 400],
  ]
  for (const [body, status] of bad) {
    for (const path of ['answers', 'submission']) assert.is((await tell(path, body)).status, status)
  }
  assert.is((await tell('answers', {}, { 'Content-Type': 'text/plain' })).status, 415)
  assert.is((await tell('submission', { token, answers }, { 'Sec-Fetch-Site': 'cross-site' })).status, 403)
  assert.is((await site.request('/s', { method: 'POST', headers: own })).status < 500, true)
  assert.is((await surveyOf(number)).response, undefined)
  assert.equal(await store.drafts(number), [])
})

youth.after(() => store.close())
youth.run()
