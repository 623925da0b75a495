// Over 150 lines because each way to be kept from a survey is tried, one after the other.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { raise } from '../../src/casefile/concern.ts'
import { codesOf } from '../../src/codebook/codebook.ts'
import { give } from '../../src/consent/give.ts'
import { verify } from '../../src/consent/guardian.ts'
import { withdraw } from '../../src/consent/withdraw.ts'
import { housekeep } from '../../src/housekeeping.ts'
import { maySurvey } from '../../src/intake/issue-survey.ts'
import { done, type Result } from '../../src/result.ts'
import { faultsOf } from '../../src/surveys/faults.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { wholeAnswers } from '../support/answers.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { aLink, asksByLink } from '../support/own.ts'
import { signed } from '../support/samples.ts'
import { aCaseInSessions } from '../support/stages.ts'
import { surveyIn, surveyOutIn, youthAt } from '../support/survey-out.ts'

/*
 * Who may not, or may no longer: a youth who took the consent back, a guardian who said no for a child, whoever else
 * holds the link. It is Sunday, 22 November 2026, 10:00 in Seoul.
 */

const today = '2026-11-22'
const intake = newestOf(shipped, 'intake')!
const answers = wholeAnswers(intake)
const calling = { 'safe-place': 'not-safe', 'self-harm': 'often', threatened: 'yes', talk: 'yes' }
const value = (result: Result<CaseFile>): CaseFile => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}
const changeIn = ({ store }: TestHouse, number: string, rule: (file: CaseFile) => CaseFile) =>
  store.change(async (view) => done(view.saveCase(rule((await view.caseFile(number))!))))
const takenBack = (file: CaseFile): CaseFile =>
  value(withdraw(file, file.consents.findIndex(({ kind }) => kind === 'survey') + 1, { on: today }, today, signed()))
const post = (house: TestHouse, who: string, path: string, fields: Record<string, string>) =>
  ask(house, who, 'POST', path, { headers: { ...ownPage, ...asForm }, body: new URLSearchParams(fields).toString() })

async function inHouse(act: (house: TestHouse, tell: ReturnType<typeof youthAt>) => Promise<void>) {
  const house = await aHouse()
  await signedIn(house)
  try {
    await act(house, youthAt(house))
  } finally {
    await house.close()
  }
}

const test = suite('whoever may not have to do with a survey')

test('since the consent was taken back after the opening, sends nothing, at no door', () =>
  inHouse(async (house, tell) => {
    const { number, token } = await surveyOutIn(house)
    assert.is((await tell('/s/opening', { token })).status, 200)
    await changeIn(house, number, takenBack)
    const before = await house.store.caseFile(number)
    for (const [path, body] of Object.entries({
      opening: {},
      answers: { answers: calling },
      submission: { answers: { ...answers, ...calling } },
      refusal: {},
    })) {
      const said = await tell(`/s/${path}`, { token, ...body })
      assert.equal([said.status, await said.json()], [404, { refused: 'link-unknown' }], path)
    }
    assert.equal(await house.store.caseFile(number), before)
    assert.equal(await house.store.drafts(number), [])
    assert.equal(await house.store.entries('alarms'), [])
  }))

test('by taking it back leaves no half answers, whether staff note it or they do so themselves', () =>
  inHouse(async (house, tell) => {
    const { number, token } = await surveyOutIn(house)
    assert.is((await tell('/s/answers', { token, answers: { motives: ['fun'] }, page: 1 })).status, 200)
    assert.is((await house.store.drafts(number)).length, 1)
    const at = (await house.store.caseFile(number))!.consents.findIndex(({ kind }) => kind === 'survey') + 1
    assert.is((await post(house, 'han', `/cases/${number}/consents/${at}/withdrawal`, {})).status, 303)
    assert.equal(await house.store.drafts(number), [])
    const own = await surveyOutIn(house)
    const personal = aLink({ id: 'youth-1', whose: 'youth' })
    await changeIn(house, own.number, (file) => ({ ...file, links: [personal.link] }))
    assert.is((await tell('/s/answers', { token: own.token, answers: { motives: ['fun'] }, page: 1 })).status, 200)
    const said = await asksByLink(house, personal.token)(`/my/answers/${at}/withdrawal`, { why: '' })
    assert.is(said.status, 303)
    assert.not(maySurvey((await house.store.caseFile(own.number))!))
    assert.equal(await house.store.drafts(own.number), [])
  }))

test('loses what was half answered once the survey can be answered no more', () =>
  inHouse(async (house, tell) => {
    const [out, over, back] = [await surveyOutIn(house), await surveyOutIn(house), await surveyOutIn(house)]
    for (const { token } of [out, over, back])
      assert.is((await tell('/s/answers', { token, answers: { motives: ['fun'] }, page: 1 })).status, 200)
    await changeIn(house, over.number, (file) => ({
      ...file,
      surveys: file.surveys.map((one) => ({ ...one, expiresAt: house.clock.now() })),
    }))
    await changeIn(house, back.number, takenBack)
    await housekeep(house.store, house.clock.now())
    assert.is((await house.store.drafts(out.number)).length, 1)
    assert.equal(await house.store.drafts(over.number), [])
    assert.equal(await house.store.drafts(back.number), [])
  }))

test('is no child under 14 whose guardian said no to surveys, or took back what opens the gate', () => {
  const kinds = (...all: string[]) => Object.fromEntries(all.map((kind) => [kind, 'given' as const]))
  const mother = { giver: 'guardian', guardian: 0, route: 'paper', on: today } as const
  const child = surveyless({ youth: { name: '김민준', birthDate: '2013-03-02', gender: 'male' } })
  let file = value(
    give(
      child,
      { giver: 'youth', route: 'paper', on: today, answers: kinds('collection', 'sensitive', 'counselling', 'survey') },
      today,
      signed(),
    ),
  )
  file = value(give(file, { ...mother, answers: kinds('guardian-under-14') }, today, signed()))
  file = value(verify(file, file.consents.length, { method: 'call' }, signed()))
  assert.ok(maySurvey(file))
  const saidNo = value(give(file, { ...mother, answers: { survey: 'refused' } }, today, signed()))
  assert.not(maySurvey(saidNo))
  assert.ok(maySurvey(value(give(saidNo, { ...mother, answers: { survey: 'given' } }, today, signed()))))
  const back = value(
    withdraw(
      file,
      file.consents.findIndex(({ kind }) => kind === 'guardian-under-14') + 1,
      { on: today },
      today,
      signed(),
    ),
  )
  assert.not(maySurvey(back))
})

test('and holds the bare link reads no answer to a safety question, nor that help was asked for', () =>
  inHouse(async (house, tell) => {
    const { token, number } = await surveyOutIn(house)
    const { talk: _, ...rest } = answers
    assert.is((await tell('/s/answers', { token, answers: { ...rest, ...calling }, page: 15 })).status, 200)
    const said = await (await tell('/s/opening', { token })).json()
    assert.is(said.help, false)
    for (const name of Object.keys(calling)) assert.not.ok(name in said.draft.answers, name)
    assert.ok(said.draft.answers['safe-place'] === undefined && Object.keys(said.draft.answers).length > 5)
    // the youth goes on behind that page, and what they had answered there counts
    assert.is((await tell('/s/answers', { token, answers: { ...said.draft.answers }, page: 16 })).status, 200)
    for (const times of [1, 2]) {
      const sent = await tell('/s/submission', { token, answers: said.draft.answers })
      assert.equal([sent.status, (await sent.json()).sent], [200, true], `sent ${times}`)
    }
    assert.equal((await surveyIn(house, number)).survey?.response?.answers, { ...answers, ...calling })
  }))

test('but was told a number, or sits at the centre’s tablet, goes on with all of it', () =>
  inHouse(async (house, tell) => {
    const [pin, code] = ['135792', '44445555']
    const { token } = await surveyOutIn(house, { pin, code })
    assert.is((await tell('/s/answers', { token, pin, answers: calling, page: 15 })).status, 200)
    const said = await (await tell('/s/opening', { token, pin })).json()
    assert.equal([said.help, said.draft.answers], [true, calling])
    const taken = await (await tell('/tablet/opening', { code })).json()
    assert.equal((await (await tell('/s/opening', { token: taken.token })).json()).draft.answers, calling)
  }))

test('guesses at no door at once more than five times', () =>
  inHouse(async (house, tell) => {
    const { token, number } = await surveyOutIn(house, { pin: '135792' })
    const doors = { opening: {}, answers: { answers: {} }, submission: { answers }, refusal: {} }
    const tried = Array.from({ length: 25 }, (_, n) =>
      Object.entries(doors).map(([path, body], at) =>
        tell(`/s/${path}`, { token, pin: String(n * 4 + at).padStart(6, '0'), ...body }, { from: `10.8.0.${n}` }),
      ),
    ).flat()
    const said = await Promise.all((await Promise.all(tried)).map((one) => one.json()))
    assert.is(said.filter(({ refused }) => refused === 'pin-wrong').length, 5)
    assert.is(said.filter(({ refused }) => refused === 'link-locked').length, 95)
    assert.is((await surveyIn(house, number)).survey?.pin?.wrong, 5)
    assert.is((await tell('/s/opening', { token, pin: '135792' })).status, 403)
  }))

test('opens no duty to report by a version of their own: that is found by whoever talked with the youth', () => {
  const file = surveyless({})
  for (const code of codesOf('concern')) {
    const definition = structuredClone(intake.definition)
    for (const { safety } of definition.pages.flatMap(({ elements }) => elements)) if (safety) safety.code = code
    const flags = [{ code, severity: 'urgent' as const, surveyId: 'intake-1' }]
    const raised = value(raise(file, flags, 'survey', signed('youth')))
    const found = faultsOf(definition).map(({ what }) => what)
    assert.is(found.includes('safety-duty'), raised.reports !== undefined, code)
  }
})

test.run()

function surveyless(changes: Partial<CaseFile>): CaseFile {
  return { ...aCaseInSessions({ number: '2026-0009', surveys: [], concerns: [] }), consents: [], ...changes }
}
