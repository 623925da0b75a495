// Over 150 lines because it follows one survey by each way out of the house, and when each may leave it.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { journalHolds } from '../../src/casefile/journal.ts'
import { missPin, openLink, openSurvey, refuseSurvey } from '../../src/intake/answer-survey.ts'
import { followUpsOf } from '../../src/intake/follow-ups.ts'
import { codeHashOf, codeIn, handOverSurvey, newCode, takeOver } from '../../src/intake/hand-over-survey.ts'
import { issueSurvey, readHandingOut, revokeSurvey, surveyStateOf } from '../../src/intake/issue-survey.ts'
import { standingsOf, waysOf } from '../../src/intake/wave-standing.ts'
import { hashOf } from '../../src/people/token.ts'
import type { Result } from '../../src/result.ts'
import { newPin, pinHashOf } from '../../src/surveys/links.ts'
import type { Wave } from '../../src/surveys/waves.ts'
import { now, signed } from '../support/samples.ts'
import { aCaseInSessions } from '../support/stages.ts'

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusals.map(({ reason }) => reason).join())
  return result.value
}
const why = (result: Result<unknown>) => (result.ok ? 'done' : result.refusals[0])
const reasonOf = (result: Result<unknown>) => (result.ok ? 'done' : result.refusals[0]?.reason)
const at = (on: string, time = '00:00') => `${on}T${time}:00.000Z`

const open = (changes: Partial<CaseFile> = {}) => aCaseInSessions({ surveys: [], ...changes })
const closedOn = (on: string, reason = 'completed') => open({ closings: [{ on, reason, ...signed('han', at(on)) }] })
const issue = (file: CaseFile, wave: Wave, moment = now, more = {}) =>
  issueSurvey(file, { wave, ...more }, 1, signed('han', moment))
const withdrawn = ({ consents, ...file }: CaseFile): CaseFile => ({
  ...file,
  consents: consents.map((one) =>
    one.kind === 'survey' ? { ...one, withdrawn: { ...signed(), on: '2026-11-16' } } : one,
  ),
})

const waves = suite('when each survey can be handed out')

waves('a follow-up from fourteen days before its date to forty-five after it, and not while the case is open', () => {
  const closed = closedOn('2026-09-30')
  assert.equal(why(issue(open(), 'follow-up-1')), { field: 'wave', reason: 'not-closed' })
  const early = { field: 'wave', reason: 'too-early', with: { on: '2026-12-16' } }
  assert.equal(why(issue(closed, 'follow-up-3', at('2026-12-15'))), early)
  const out = value(issue(closed, 'follow-up-3', at('2026-12-16')))
  assert.equal([out.surveys[0]?.id, out.surveys[0]?.survey], ['follow-up-3-1', 'follow-up'])
  assert.ok(issue(closed, 'follow-up-3', at('2027-02-13')).ok)
  assert.equal(why(issue(closed, 'follow-up-3', at('2027-02-14'))), { field: 'wave', reason: 'follow-up-over' })
  // what was sent on the last day can be answered as long as any link
  const late = value(issue(closed, 'follow-up-3', at('2027-02-13'), { linkHash: 'h'.repeat(43) }))
  const knock = (day: string) => ({ linkHash: 'h'.repeat(43), now: at(day), isOpen: true })
  assert.ok(openLink(late, knock('2027-02-26')).ok)
  assert.is(reasonOf(openLink(late, knock('2027-02-28'))), 'link-expired')
})

waves('months after the last day of a month end with the month', () => {
  const [, , one, three, six] = standingsOf(closedOn('2026-08-31'), now)
  assert.equal([one?.dueOn, three?.dueOn, six?.dueOn], ['2026-09-30', '2026-11-30', '2027-02-28'])
})

waves('no other than a follow-up once the case is closed, no follow-up once it is open again', () => {
  const closed = closedOn('2026-09-30')
  for (const wave of ['intake', 'exit'] as const) assert.is(reasonOf(issue(closed, wave)), 'case-closed')
  const closings = closed.closings.map((one) => ({ ...one, reopened: { ...signed('seo'), why: '다시 시작' } }))
  assert.is(reasonOf(issue({ ...closed, closings }, 'follow-up-1', at('2026-11-01'))), 'not-closed')
})

waves('no follow-up to whoever took the consent to surveys back', () => {
  assert.is(
    reasonOf(issue(withdrawn(closedOn('2026-09-30')), 'follow-up-1', at('2026-11-01'))),
    'survey-consent-needed',
  )
})

waves('each on its own: one that is out or answered keeps no other back', () => {
  const first = value(issue(closedOn('2026-08-10'), 'follow-up-1', at('2026-10-20'), { linkHash: 'a' }))
  const both = value(issue(first, 'follow-up-3', at('2026-11-01'), { linkHash: 'b' }))
  assert.equal(
    both.surveys.map(({ id }) => id),
    ['follow-up-1-1', 'follow-up-3-1'],
  )
  assert.is(reasonOf(issue(both, 'follow-up-3', at('2026-11-02'))), 'survey-issued')
  assert.ok(journalHolds(both))
})

waves('again to whoever did not want to, and when a link was locked', () => {
  const sent = value(issue(open(), 'intake', now, { linkHash: 'a', pin: { hash: 'x', wrong: 0 } }))
  const knock = { linkHash: 'a', pinHash: 'x', now, isOpen: true }
  assert.ok(issue(value(refuseSurvey(sent, knock)), 'intake').ok)
  let locked = sent
  for (let n = 0; n < 5; n++) locked = missPin(locked, 'a', now)
  assert.is(surveyStateOf(locked.surveys[0]!, now), 'locked')
  assert.ok(issue(locked, 'intake').ok)
})

waves('a form names one of the five and one of three ways; a number goes with a link alone', () => {
  const read = (fields: Record<string, string>) => readHandingOut(new URLSearchParams(fields))
  assert.equal(value(read({ wave: 'exit', way: 'link', pin: 'yes' })), { wave: 'exit', way: 'link', withPin: true })
  assert.is(value(read({ wave: 'exit', way: 'tablet', pin: 'yes' })).withPin, false)
  for (const bad of [{}, { wave: 'exit' }, { wave: '__proto__', way: 'link' }, { wave: 'exit', way: 'mail' }])
    assert.is(read(bad as Record<string, string>).ok, false)
  assert.is(read({ wave: 'exit', way: 'link', pin: 'no' }).ok, false)
})

waves.run()

const pins = suite('a number told by voice')
pins('has six digits, and its hash says nothing without the link', () => {
  for (let n = 0; n < 50; n++) assert.match(newPin(), /^\d{6}$/)
  assert.is.not(pinHashOf('one', '123456'), pinHashOf('two', '123456'))
  assert.is(pinHashOf('one', '123456'), hashOf('one 123456'))
})
pins.run()

const tablet = suite('the number for the tablet')
const code = '12345678'
const handed = (file: CaseFile, moment = now, hash = codeHashOf(code)) =>
  handOverSurvey(file, 'intake-1', hash, signed('han', moment))
const plainOut = value(issue(open(), 'intake'))
const onTablet = (hash: string, moment: string) => ({ linkHash: hash, now: moment, isOpen: true })

tablet('has eight digits, and is read with or without the gap that makes it easy to read', () => {
  for (let n = 0; n < 50; n++) assert.match(newCode(), /^\d{8}$/)
  for (const typed of ['12345678', '1234 5678', ' 1234-5678 ']) assert.is(codeIn(typed), code)
  for (const typed of ['1234567', '123456789', '1234567a', '', undefined, 12345678, ['12345678'], '1'.repeat(99)])
    assert.is(codeIn(typed), undefined)
})

tablet('holds for ten minutes and once; the tablet then has two hours', () => {
  const out = value(handed(plainOut))
  assert.is(out.surveys[0]?.tablet?.until, at('2026-11-16', '00:10'))
  assert.is(reasonOf(takeOver(out, codeHashOf(code), 'link', at('2026-11-16', '00:10'))), 'code-unknown')
  assert.is(reasonOf(takeOver(out, codeHashOf('87654321'), 'link', now)), 'code-unknown')
  const taken = value(takeOver(out, codeHashOf(code), 'link', at('2026-11-16', '00:09')))
  assert.is(reasonOf(takeOver(taken, codeHashOf(code), 'other', at('2026-11-16', '00:09'))), 'code-unknown')
  assert.ok(openLink(taken, onTablet('link', at('2026-11-16', '02:08'))).ok)
  assert.is(reasonOf(openLink(taken, onTablet('link', at('2026-11-16', '02:09')))), 'link-expired')
  assert.ok(journalHolds(taken))
})

tablet('a new one ends the one before, and the tablet that had it; a link that was sent stays good', () => {
  const sent = value(issue(open(), 'intake', now, { linkHash: 'sent' }))
  const taken = value(takeOver(value(handed(sent)), codeHashOf(code), 'first', now))
  const anew = value(handed(taken, now, codeHashOf('00000001')))
  assert.is(reasonOf(openLink(anew, onTablet('first', now))), 'link-unknown')
  assert.is(reasonOf(takeOver(anew, codeHashOf(code), 'second', now)), 'code-unknown')
  assert.ok(takeOver(anew, codeHashOf('00000001'), 'second', now).ok)
  assert.ok(openLink(anew, onTablet('sent', now)).ok)
})

tablet('asks for no number told by voice, since the counsellor hands it over in person', () => {
  const sent = value(issue(open(), 'intake', now, { linkHash: 'sent', pin: { hash: 'x', wrong: 0 } }))
  const taken = value(takeOver(value(handed(sent)), codeHashOf(code), 'own', now))
  assert.ok(openSurvey(taken, onTablet('own', now), 1).ok)
  assert.is(reasonOf(openLink(taken, onTablet('sent', now))), 'pin-needed')
})

tablet('is made for nothing that cannot be answered, and opens nothing that was stopped since', () => {
  assert.is(reasonOf(handOverSurvey(plainOut, 'intake-9', 'x', signed())), 'changed-meanwhile')
  const revoked = value(revokeSurvey(value(handed(plainOut)), 'intake-1', signed()))
  assert.is(reasonOf(handed(revoked)), 'changed-meanwhile')
  assert.is(reasonOf(takeOver(revoked, codeHashOf(code), 'link', now)), 'code-unknown')
  assert.is(reasonOf(handed(withdrawn(plainOut))), 'survey-consent-needed')
  const taken = value(takeOver(value(handed(plainOut)), codeHashOf(code), 'link', now))
  const closings = [{ on: '2026-11-16', reason: 'completed', ...signed() }]
  for (const stopped of [withdrawn(taken), { ...taken, closings }, value(revokeSurvey(taken, 'intake-1', signed()))])
    assert.is(reasonOf(openLink(stopped, onTablet('link', now))), 'link-unknown')
})

tablet('is a way of its own beside a link; without either a survey is out on paper', () => {
  const ways = (file: CaseFile) => waysOf(file.surveys[0]!)
  assert.equal(ways(plainOut), ['paper'])
  assert.equal(ways(value(handed(plainOut))), ['tablet'])
  assert.equal(ways(value(handed(value(issue(open(), 'intake', now, { linkHash: 'a' }))))), ['link', 'tablet'])
})

tablet.run()

const asking = suite('who is asked again after the closing')
const due = (file: CaseFile) => followUpsOf(file)?.map(({ wave, dueOn, until }) => [wave, dueOn, until])
const all = [
  ['follow-up-1', '2026-10-20', undefined],
  ['follow-up-3', '2026-12-20', undefined],
  ['follow-up-6', '2027-03-20', undefined],
]

asking('whoever saw the course through and still agrees to surveys, each time once', () => {
  const closed = closedOn('2026-09-20')
  assert.equal(due(closed), all)
  assert.equal(due(closedOn('2026-09-20', 'completed-early')), all)
  const sent = value(issue(closed, 'follow-up-1', at('2026-10-20'), { linkHash: 'a' }))
  assert.equal(due(sent)?.[0], ['follow-up-1', '2026-10-20', at('2026-11-03')])
  assert.equal(due(value(revokeSurvey(sent, 'follow-up-1-1', signed()))), all)
  const refusing = refuseSurvey(sent, { linkHash: 'a', now: at('2026-10-21'), isOpen: true })
  assert.equal(due(value(refusing)), all.slice(1))
})

asking('nobody else: an open case, one that ended otherwise, a consent that was taken back', () => {
  for (const file of [open(), closedOn('2026-09-20', 'moved'), withdrawn(closedOn('2026-09-20'))])
    assert.is(due(file), undefined)
})

asking.run()
