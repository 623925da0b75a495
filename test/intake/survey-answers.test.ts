// Over 150 lines because it is the youth's survey from the first look to what is kept of it.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { issueSurvey } from '../../src/intake/issue-survey.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { wholeAnswers } from '../support/answers.ts'
import { ask } from '../support/asking.ts'
import { aHouse } from '../support/house.ts'
import { mustBeSound } from '../support/page-check.ts'
import { settings, signed } from '../support/samples.ts'
import { surveyIn, surveyOutIn, youthAt } from '../support/survey-out.ts'

const house = await aHouse((view) =>
  view.saveSettings({
    ...settings,
    openingHours: { 7: { from: '09:00', to: '20:00' } },
    surveyHours: { 7: { from: '10:00', to: '12:00' } },
    helpLines: [{ phone: '02-000-1388', ko: '우리 동네 상담전화', en: 'A line nearby' }],
  }),
)
const tell = youthAt(house)
const now = house.clock.now()
const intake = newestOf(shipped, 'intake')!
const answers = wholeAnswers(intake)
const version = intake.version
const half = { motives: ['fun'] }
const sent = (at: string) => house.clock.set(at)

const test = suite("the youth's survey")
test.before.each(() => house.clock.set(now))

test('the page says nothing in title or address, and has the help lines of the centre in both languages', async () => {
  const answer = await ask(house, undefined, 'GET', '/s')
  const page = await answer.text()
  mustBeSound(page, 'the survey')
  assert.match(page, '<title>설문 · Survey</title>')
  for (const telling of ['새길', 'style=', '//example', 'http:']) assert.not.match(page, telling)
  for (const line of ['href="tel:02-000-1388"', '우리 동네 상담전화', 'A line nearby']) assert.match(page, line)
  assert.is(answer.headers.get('Clear-Site-Data'), null)
})

test('opening gives the questions without how they are scored, as often as one likes, and spends nothing', async () => {
  const { number, token } = await surveyOutIn(house)
  for (const _ of [1, 2, 3]) {
    const said = await (await tell('/s/opening', { token })).json()
    assert.is(said.version, version)
    assert.is(said.definition.pages.length, intake.definition.pages.length)
    for (const ours of ['reversed', '"scale"', '"key"', '"safety":']) assert.not.match(JSON.stringify(said), ours)
  }
  const { survey } = await surveyIn(house, number)
  assert.equal([survey?.opened, survey?.response], [now, undefined])
})

test('half a survey is kept and comes back, with the times that it took', async () => {
  const { token } = await surveyOutIn(house)
  const given = { token, version, answers: half, page: 3, pages: { ctrl: 12, peer: 7, 'no page': 3, emp: -1 } }
  assert.equal(await (await tell('/s/answers', given)).json(), { saved: true, help: false })
  const said = await (await tell('/s/opening', { token })).json()
  assert.equal(said.draft, { answers: half, page: 3, pages: { ctrl: 12, peer: 7 } })
  assert.is(said.help, false)
})

test('a text with a resident registration number is not kept, and holds nothing else back', async () => {
  const { number, token } = await surveyOutIn(house)
  const given = { motives: ['other'], 'motive-other': '010203-3000000', talk: 'yes' }
  const said = await tell('/s/answers', { token, version, answers: given, page: 9 })
  assert.equal([said.status, await said.json()], [422, { refused: 'holds-resident-number', field: 'motive-other' }])
  const [draft] = await house.store.drafts(number)
  assert.equal(draft?.fields[0], ['answers', JSON.stringify({ motives: ['other'], talk: 'yes' })])
  // whoever wants to talk is heard all the same
  assert.is((await house.store.entries('alarms', { caseNumber: number })).length, 1)
})

test('whole answers spend the link; the draft goes with it', async () => {
  const { number, token } = await surveyOutIn(house)
  await tell('/s/answers', { token, answers: half, page: 1 })
  const given = { token, version, answers, lang: 'en', seconds: 420, pages: { ctrl: 400, peer: 20 } }
  assert.equal(await (await tell('/s/submission', given)).json(), { sent: true, help: false })
  const { survey } = await surveyIn(house, number)
  assert.equal(survey?.response, { at: now, lang: 'en', answers, seconds: 420, pages: { ctrl: 400, peer: 20 } })
  assert.equal(await house.store.drafts(number), [])
  assert.is((await tell('/s/opening', { token })).status, 409)
})

test('the same answers again get the same thanks; others, and a refusal, come too late', async () => {
  const { number, token } = await surveyOutIn(house)
  await tell('/s/submission', { token, answers })
  assert.is((await tell('/s/submission', { token, answers })).status, 200)
  for (const [path, body] of [
    ['submission', { answers: { ...answers, hopes: 'other' } }],
    ['answers', { answers }],
    ['refusal', {}],
  ] as const) {
    const late = await tell(`/s/${path}`, { token, ...body })
    assert.is(late.status, 409, path)
    assert.equal(await late.json(), { refused: 'link-spent' })
  }
  const { survey } = await surveyIn(house, number)
  assert.equal([survey?.response?.answers, survey?.refused], [answers, undefined])
})

test('what is missing is said at its question', async () => {
  const { token } = await surveyOutIn(house)
  const { emp: _, ...rest } = answers
  const said = await tell('/s/submission', { token, answers: rest })
  assert.is(said.status, 422)
  assert.equal(await said.json(), { refused: 'missing', field: 'emp' })
})

test('whoever would rather not changes nothing but that, and can be asked again', async () => {
  const { number, token } = await surveyOutIn(house)
  await tell('/s/answers', { token, answers: half, page: 1 })
  const before = (await surveyIn(house, number)).file
  assert.equal(await (await tell('/s/refusal', { token })).json(), { refused: true })
  const { file, survey } = await surveyIn(house, number)
  assert.equal([survey?.refused, survey?.response], [now, undefined])
  assert.equal(await house.store.drafts(number), [])
  for (const key of ['consents', 'concerns', 'closings', 'plan'] as const) assert.equal(file[key], before[key], key)
  assert.equal(file.journal.at(-1)?.deed, 'survey-refused')
  assert.equal(await (await tell('/s/opening', { token })).json(), { refused: 'link-spent' })
  assert.is(issueSurvey(file, { wave: 'intake', linkHash: 'anew' }, 1, signed('han', now)).ok, true)
})

test('a safety answer is told at once, from the draft already, and only once', async () => {
  const { number, token } = await surveyOutIn(house)
  const told = async () =>
    (await house.store.entries('notices')).filter(
      ({ caseNumber, what }) => caseNumber === number && what === 'help-needed',
    )
  const asked = { ...half, 'self-harm': 'often', talk: 'yes' }
  assert.equal(await (await tell('/s/answers', { token, answers: asked, page: 15 })).json(), {
    saved: true,
    help: true,
  })
  assert.equal((await told()).map(({ to }) => to).sort(), ['han', 'seo'])
  const { file } = await surveyIn(house, number)
  assert.ok(file.concerns.length > 0)
  assert.ok(
    file.concerns.every((one) => one.severity === 'urgent' && one.from === 'survey' && one.surveyId === 'intake-1'),
  )
  assert.is((await house.store.entries('alarms')).filter(({ caseNumber }) => caseNumber === number).length, 1)
  // a bare link may be in the hands of whom the youth fears
  assert.is((await (await tell('/s/opening', { token })).json()).help, false)
  const whole = { ...answers, 'self-harm': 'often', talk: 'yes' }
  assert.equal(await (await tell('/s/submission', { token, answers: whole })).json(), { sent: true, help: true })
  assert.is((await told()).length, 2)
  assert.is((await surveyIn(house, number)).file.concerns.length, file.concerns.length)
})

test('a safety question that is declined tells nobody', async () => {
  const { number, token } = await surveyOutIn(house)
  const all = { 'safe-place': 'declined', 'self-harm': 'declined', threatened: 'declined', talk: 'declined' }
  assert.is((await (await tell('/s/answers', { token, answers: all, page: 15 })).json()).help, false)
  assert.equal((await surveyIn(house, number)).file.concerns, [])
})

test('a page that shows another version is told so, and nothing of it is kept', async () => {
  const { number, token } = await surveyOutIn(house)
  await tell('/s/opening', { token })
  for (const [path, given] of [
    ['answers', half],
    ['submission', answers],
  ] as const)
    for (const other of [version + 1, 0, '1', null, {}]) {
      const said = await tell(`/s/${path}`, { token, version: other, answers: given, page: 1 })
      assert.equal([said.status, await said.json()], [409, { refused: 'survey-changed' }], `${path} ${other}`)
    }
  assert.is((await surveyIn(house, number)).survey?.response, undefined)
  assert.equal(await house.store.drafts(number), [])
})

test('outside the hours nothing opens, and it says when; what was begun in time may be finished', async () => {
  const { number, token } = await surveyOutIn(house)
  const closed = [403, { refused: 'survey-closed-now', hours: { 7: { from: '10:00', to: '12:00' } } }]
  // before ten, after twelve, and on Monday
  for (const at of ['2026-11-22T00:59:59.000Z', '2026-11-22T03:00:00.000Z', '2026-11-23T01:30:00.000Z']) {
    sent(at)
    for (const path of ['opening', 'refusal']) {
      const said = await tell(`/s/${path}`, { token })
      assert.equal([said.status, await said.json()], closed, `${path} ${at}`)
    }
  }
  assert.is((await surveyIn(house, number)).survey?.opened, undefined)
  sent('2026-11-22T02:59:00.000Z')
  assert.is((await tell('/s/opening', { token })).status, 200)
  sent('2026-11-22T03:50:00.000Z')
  assert.is((await tell('/s/answers', { token, answers: half, page: 1 })).status, 200)
  sent('2026-11-22T04:01:00.000Z')
  for (const [path, given] of [
    ['answers', half],
    ['submission', answers],
  ] as const) {
    const said = await tell(`/s/${path}`, { token, answers: given, page: 1 })
    assert.equal([said.status, await said.json()], closed, path)
  }
  sent('2026-11-22T03:59:00.000Z')
  assert.is((await tell('/s/submission', { token, answers })).status, 200)
})

test.after(() => house.close())
test.run()
