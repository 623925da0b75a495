/* The life of one handed-out survey.
 * Over 150 lines because each part begins where the last ended.
 */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile, Consent } from '../../src/casefile/casefile.ts'
import { journalHolds } from '../../src/casefile/journal.ts'
import { answerSurvey, type Given, openLink, openSurvey } from '../../src/intake/answer-survey.ts'
import { issueSurvey, revokeSurvey, surveyStateOf } from '../../src/intake/issue-survey.ts'
import type { Result } from '../../src/result.ts'
import type { Wave } from '../../src/surveys/waves.ts'
import { aCase, jiho, now, signed, today } from '../support/samples.ts'

const consent = (kind: string, answer: Consent['answer'] = 'given'): Consent => ({
  ...{ kind, answer, giver: 'youth', route: 'in-person', textVersion: '1', on: today },
  ...signed(),
})
const gate = ['collection', 'sensitive', 'counselling'].map((kind) => consent(kind))
const consents = [...gate, consent('survey')]
const plan = { sessions: 10, minutes: 50, kind: 'individual', mode: 'in-person', startOn: today, ...signed() }
/** Jiho is 16: no guardian stands between him and his own consent. */
const open = (changes: Partial<CaseFile> = {}) => aCase({ youth: jiho, consents, ...changes })
const hash = 'h'.repeat(43)
const issue = (caseFile: CaseFile, wave: Wave = 'intake', at = now, linkHash = hash) =>
  issueSurvey(caseFile, { wave, linkHash }, 1, signed('han', at))
/** Asked for by a link, in the hours for it. */
const knock = (linkHash = hash, at = now) => ({ linkHash, now: at, isOpen: true })
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusals.map(({ reason }) => reason).join())
  return result.value
}
const reasonOf = (result: Result<unknown>) => (result.ok ? 'done' : result.refusals[0]!.reason)
const given = (answers: Record<string, unknown> = { one: 1 }): Given => ({ lang: 'ko', answers })
const later = '2026-12-01T00:00:00.000Z'

const issuing = suite('issuing a survey')

issuing('makes a link that holds for 14 days, and keeps only its hash', () => {
  const { surveys, journal } = value(issue(open()))
  assert.equal(surveys, [
    {
      ...{ id: 'intake-1', survey: 'intake', version: 1, wave: 'intake', linkHash: hash },
      ...{ expiresAt: '2026-11-30T00:00:00.000Z', ...signed() },
    },
  ])
  assert.is(journal.at(-1)!.deed, 'survey-issued')
})

issuing('not before the gate of consent is open', () => {
  assert.is(reasonOf(issue(open({ consents: [] }))), 'before-consent')
})

issuing('not before the youth has agreed to surveys, nor when they refused or took it back', () => {
  assert.is(reasonOf(issue(open({ consents: gate }))), 'survey-consent-needed')
  const refusing = [...gate, consent('survey', 'refused')]
  assert.is(reasonOf(issue(open({ consents: refusing }))), 'survey-consent-needed')
  const withdrawn = [...gate, { ...consent('survey'), withdrawn: { ...signed(), on: today } }]
  assert.is(reasonOf(issue(open({ consents: withdrawn }))), 'survey-consent-needed')
  assert.ok(issue(open()).ok)
})

issuing('not while the same survey is out, but again once it is revoked or has run out', () => {
  const once = value(issue(open()))
  assert.is(reasonOf(issue(once)), 'survey-issued')
  assert.ok(issue(once, 'intake', later).ok)
  const revoked = value(revokeSurvey(once, 'intake-1', signed()))
  assert.is(value(issue(revoked)).surveys.at(-1)!.id, 'intake-2')
})

issuing('not after it was answered', () => {
  const answered = value(answerSurvey(value(issue(open())), knock(hash, now), given()))
  assert.is(reasonOf(issue(answered)), 'survey-answered')
})

issuing('the exit survey not before there is a plan', () => {
  assert.is(reasonOf(issue(open(), 'exit')), 'not-open-yet')
  assert.ok(issue(open({ plan }), 'exit').ok)
})

issuing('not when the case is closed', () => {
  const closed = open({ closings: [{ on: today, reason: 'completed', ...signed() }] })
  assert.is(reasonOf(issue(closed)), 'case-closed')
})

issuing.run()

const answering = suite('answering a survey')
const out = value(issue(open()))

answering('opening spends nothing, and only the first time is noted', () => {
  const opened = value(openSurvey(out, knock(hash, now), 1))
  assert.is(opened.surveys[0]!.opened, now)
  assert.is(openSurvey(opened, knock(hash, '2026-11-17T00:00:00.000Z'), 1).ok, true)
  assert.is(value(openSurvey(opened, knock(hash, '2026-11-17T00:00:00.000Z'), 1)), opened)
  assert.ok(openLink(opened, knock()).ok)
})

answering('keeps the answers and spends the link', () => {
  const answered = value(answerSurvey(out, knock(hash, now), given()))
  assert.equal(answered.surveys[0]!.response, { lang: 'ko', answers: { one: 1 }, at: now })
  assert.is(surveyStateOf(answered.surveys[0]!, now), 'answered')
  assert.is(reasonOf(openLink(answered, knock())), 'link-spent')
  assert.ok(journalHolds(answered))
})

answering('the same answers a second time change nothing, others are refused', () => {
  const answered = value(answerSurvey(out, knock(hash, now), given()))
  assert.is(value(answerSurvey(answered, knock(hash, later), given())), answered)
  assert.is(reasonOf(answerSurvey(answered, knock(hash, now), given({ one: 2 }))), 'link-spent')
})

answering('not by a link that is unknown, revoked or has run out', () => {
  assert.is(reasonOf(answerSurvey(out, knock('other'), given())), 'link-unknown')
  const revoked = value(revokeSurvey(out, 'intake-1', signed()))
  assert.is(reasonOf(answerSurvey(revoked, knock(hash, now), given())), 'link-unknown')
  assert.is(reasonOf(answerSurvey(out, knock(hash, later), given())), 'link-expired')
})

answering('not once consent was withdrawn or the case was closed', () => {
  const withdrawn = { ...out, consents: consents.map((one) => ({ ...one, withdrawn: { ...signed(), on: today } })) }
  assert.is(reasonOf(answerSurvey(withdrawn, knock(hash, now), given())), 'link-unknown')
  const closed = { ...out, closings: [{ on: today, reason: 'completed', ...signed() }] }
  assert.is(reasonOf(answerSurvey(closed, knock(hash, now), given())), 'link-unknown')
})

answering('what was answered cannot be revoked', () => {
  const answered = value(answerSurvey(out, knock(hash, now), given()))
  assert.is(reasonOf(revokeSurvey(answered, 'intake-1', signed())), 'link-spent')
})

answering.run()
