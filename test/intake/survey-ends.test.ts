import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { missPin, refuseSurvey } from '../../src/intake/answer-survey.ts'
import { followUpsOf, surveysWaitingOf } from '../../src/intake/follow-ups.ts'
import { issueSurvey, revokeSurvey, surveyStateOf } from '../../src/intake/issue-survey.ts'
import { stageOf } from '../../src/programme.ts'
import type { Result } from '../../src/result.ts'
import type { Wave } from '../../src/surveys/waves.ts'
import { now, signed } from '../support/samples.ts'
import { aCaseInSessions } from '../support/stages.ts'

/** What came to nothing is over: nothing waits for it, and nothing that comes after it is held up by it. */
const test = suite('a survey that came to nothing')

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusals.map(({ reason }) => reason).join())
  return result.value
}
const reasonOf = (result: Result<unknown>) => (result.ok ? 'done' : result.refusals[0]?.reason)
const afterwards = '2026-12-01T00:00:00.000Z'

const open = (changes: Partial<CaseFile> = {}) => aCaseInSessions({ surveys: [], ...changes })
const issue = (file: CaseFile, wave: Wave, at = now, more = {}) =>
  value(issueSurvey(file, { wave, linkHash: 'a', ...more }, 1, signed('han', at)))
const knock = (linkHash = 'a', at = now) => ({ linkHash, now: at, isOpen: true })
const answered = (file: CaseFile, id: string): CaseFile => ({
  ...file,
  surveys: file.surveys.map((one) =>
    one.id === id ? { ...one, response: { at: now, lang: 'ko', answers: {} } } : one,
  ),
})
const closedOn = (on: string): Partial<CaseFile> => ({ closings: [{ on, reason: 'completed', ...signed('han') }] })

test('waits no more once another was handed out in its place', () => {
  const once = issue(open(), 'intake')
  assert.is(surveysWaitingOf(once), 1)
  const again = issue(once, 'intake', afterwards, { linkHash: 'b' })
  assert.is(surveysWaitingOf(again), 1)
  assert.is(surveysWaitingOf(answered(again, 'intake-2')), undefined)
})

test('waits for nobody who takes the consent back, and not from after a closing when the case is open again', () => {
  const out = issue(open(), 'intake')
  const consents = out.consents.map((one) =>
    one.kind === 'survey' ? { ...one, withdrawn: { ...signed(), on: '2026-11-16' } } : one,
  )
  assert.is(surveysWaitingOf({ ...out, consents }), undefined)
  const closed = issue(open(closedOn('2026-10-16')), 'follow-up-1')
  const closings = closed.closings.map((one) => ({ ...one, reopened: { ...signed('seo'), why: '다시 시작' } }))
  assert.is(surveysWaitingOf({ ...closed, closings }), undefined)
})

test('because the youth did not want it is not revoked on top: nobody asks for it again by mistake', () => {
  const refusing = value(refuseSurvey(issue(open(closedOn('2026-10-16')), 'follow-up-1'), knock()))
  assert.is(reasonOf(revokeSurvey(refusing, 'follow-up-1-1', signed('han'))), 'changed-meanwhile')
  assert.equal(
    followUpsOf(refusing)?.map(({ wave }) => wave),
    ['follow-up-3', 'follow-up-6'],
  )
})

test('and was refused twice, since the line broke, is refused once', () => {
  const refusing = value(refuseSurvey(issue(open(), 'intake'), knock()))
  assert.is(value(refuseSurvey(refusing, knock('a', afterwards))), refusing)
})

test('because its number was guessed at lets the follow-up be due again', () => {
  const pin = { hash: 'x', wrong: 0 }
  let file = issue(open(closedOn('2026-10-16')), 'follow-up-1', now, { pin })
  assert.ok(followUpsOf(file)?.[0]?.until)
  for (let n = 0; n < 5; n++) file = missPin(file, 'a', now)
  assert.is(surveyStateOf(file.surveys[0]!, now), 'locked')
  assert.equal(followUpsOf(file)?.[0], { wave: 'follow-up-1', dueOn: '2026-11-16' })
})

test('and was an exit survey too early leaves the sessions where they are once the next one is revoked', () => {
  const early = issue(open(), 'exit')
  assert.is(stageOf(early, []), 'exit')
  const again = issue(early, 'exit', afterwards, { linkHash: 'b' })
  assert.is(stageOf(again, []), 'exit')
  assert.is(stageOf(value(revokeSurvey(again, 'exit-2', signed('han', afterwards))), []), 'sessions')
  assert.is(stageOf(value(refuseSurvey(early, knock())), []), 'exit')
})

test.run()
