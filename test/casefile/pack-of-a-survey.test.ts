import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { raise } from '../../src/casefile/concern.ts'
import { recordReport } from '../../src/casefile/report.ts'
import { done } from '../../src/result.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { wordsOf } from '../../views/words.ts'
import { wholeAnswers } from '../support/answers.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { signed } from '../support/samples.ts'
import { surveyOutIn, youthAt } from '../support/survey-out.ts'

/* What a guardian is handed out says nothing of what a youth answered, of what that set off, or that they would not. */

const guardians: CaseFile['guardians'] = [{ name: '김보호', relation: 'mother', phone: '010-0000-1002' }]
const whole = wholeAnswers(newestOf(shipped, 'intake')!)

async function packFor(house: TestHouse, number: string, packPurpose: string, packForm = 'data'): Promise<string> {
  const body = new URLSearchParams({ packPurpose, packForm, guardianAsking: '0' }).toString()
  return (await ask(house, 'han', 'POST', `/cases/${number}/pack`, { headers: { ...ownPage, ...asForm }, body })).text()
}
async function aSurvey() {
  const house = await aHouse()
  await signedIn(house)
  const { number, token } = await surveyOutIn(house)
  const change = (rule: (file: CaseFile) => CaseFile) =>
    house.store.change(async (view) => done(view.saveCase(rule((await view.caseFile(number))!))))
  await change((file) => ({ ...file, guardians }))
  return { house, number, token, change, tell: youthAt(house) }
}

const test = suite('a survey in what a guardian is handed out')

test('does not tell that the youth would rather not answer', async () => {
  const { house, number, token, tell } = await aSurvey()
  assert.is((await tell('/s/refusal', { token })).status, 200)
  const words = wordsOf('ko').cases.deeds['survey-refused']
  assert.match(await packFor(house, number, 'subject-request'), words)
  for (const form of ['data', 'page']) {
    const pack = await packFor(house, number, 'guardian-request', form)
    assert.not.ok(pack.includes(words), form)
    assert.not.match(pack, /survey-refused|\/refused/)
  }
  await house.close()
})

test('has no half answer and no whole one, nor what they raised', async () => {
  const { house, number, token, tell } = await aSurvey()
  const asked = { ...whole, 'safe-place': 'not-safe', 'self-harm': 'often', threatened: 'yes', talk: 'yes' }
  const telling = /not-safe|unsafe-at-home|self-harm|being-threatened|wants-to-talk|안전하지 않|자해|concern-/
  assert.is((await tell('/s/answers', { token, answers: asked, page: 3 })).status, 200)
  for (const form of ['data', 'page'])
    assert.equal(
      (await packFor(house, number, 'guardian-request', form))
        .split('\n')
        .filter((l) => telling.test(l))
        .map((l) => l.slice(0, 300)),
      [],
      form,
    )
  assert.is((await tell('/s/submission', { token, answers: asked })).status, 200)
  for (const form of ['data', 'page'])
    assert.equal(
      (await packFor(house, number, 'guardian-request', form))
        .split('\n')
        .filter((l) => telling.test(l))
        .map((l) => l.slice(0, 300)),
      [],
      form,
    )
  assert.match(await packFor(house, number, 'subject-request'), telling)
  await house.close()
})

test('does not tell of a duty to report that an answer opened, nor that somebody dealt with it', async () => {
  const { house, number, change } = await aSurvey()
  await change((file) => {
    const flags = [{ code: 'abuse', severity: 'urgent' as const, surveyId: 'intake-1' }]
    const raised = raise(file, flags, 'survey', signed('youth', house.clock.now()))
    const told = { whom: '서울경찰청', toldAt: house.clock.now(), reference: '1' } as never
    const recorded = raised.ok && recordReport(raised.value, '1', told, signed('han', house.clock.now()))
    if (recorded === false || !recorded.ok) throw new Error(JSON.stringify(recorded))
    return recorded.value
  })
  await ask(house, 'han', 'GET', `/cases/${number}/reports`)
  const telling = /신고|duty|report/
  assert.match(await packFor(house, number, 'subject-request'), telling)
  for (const form of ['data', 'page']) {
    const pack = await packFor(house, number, 'guardian-request', form)
    assert.is(/.{0,60}(신고|duty|a report|reports).{0,60}/.exec(pack)?.[0], undefined, form)
  }
  await house.close()
})

test.run()
