import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { excerptOf } from '../../src/casefile/excerpt.ts'
import { factsOf } from '../../src/casefile/facts.ts'
import { done } from '../../src/result.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { alarmsIn, helpNeeded } from '../support/alarms.ts'
import { ask, signedIn } from '../support/asking.ts'
import { aHouse } from '../support/house.ts'
import { aSession, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

/* What a youth answered to a safety question helps this youth, and is counted nowhere. */

const version = newestOf(shipped, 'intake')?.version ?? 0
const answers = { 'safe-place': 'no', 'self-harm': 'yes', threatened: 'yes', talk: 'yes' }
const response = { at: signed().at, lang: 'ko', answers } as const
const handedOut = {
  id: 'intake-1',
  survey: 'intake',
  version,
  wave: 'intake',
  expiresAt: '2026-12-01T00:00:00.000Z',
} as const
const asked: Partial<CaseFile> = { surveys: [{ ...handedOut, ...signed(), response }] }
const urgent = { severity: 'urgent', from: 'survey', surveyId: 'intake-1', ...signed('youth') } as const
const concerns = ['unsafe-at-home', 'self-harm', 'being-threatened', 'wants-to-talk'].map((code) => ({
  ...urgent,
  code,
}))
const calm = { 'safe-place': 'yes', 'self-harm': 'no', threatened: 'no', talk: 'no' }
const answered: Partial<CaseFile> = {
  surveys: [{ ...handedOut, ...signed(), response: { ...response, answers: calm } }],
}
const [safe, calling] = [aCaseUnderWay(answered), aCaseUnderWay({ ...asked, concerns })]

const test = suite('a safety answer')

test('leaves the coded facts as they are, which are all that the figures see', () => {
  assert.equal(factsOf(calling, [aSession()], 'sessions', shipped), factsOf(safe, [aSession()], 'sessions', shipped))
})

test('leaves what the school sees as it is', () => {
  const now = '2026-11-22T01:00:00.000Z'
  assert.equal(excerptOf(calling, [aSession()], true, now), excerptOf(safe, [aSession()], true, now))
})

test('changes no figure, and neither does the alarm, however it ends', async () => {
  const house = await aHouse((view) => view.saveCase(safe))
  await signedIn(house)
  const figures = async () => (await ask(house, 'seo', 'GET', '/report/figures.json')).text()
  const before = await figures()
  assert.match(before, '"figures"')
  await house.store.change((view) => done(view.saveCase(aCaseUnderWay(asked))))
  await helpNeeded(house)
  assert.is(await figures(), before)
  const [alarm] = await alarmsIn(house.store)
  await house.store.change((view) => done(alarm && view.saveEntry('alarms', { ...alarm, taken: signed('han') })))
  assert.is(await figures(), before)
  await house.close()
})

test.run()
