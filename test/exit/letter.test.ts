import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { excerptOf } from '../../src/casefile/excerpt.ts'
import { mayTellReferrer } from '../../src/consent/share.ts'
import { letterOf } from '../../src/exit/letter.ts'
import { aCase, aSession, now, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const han = signed('han')
const attended = { code: 'attended', creditedMinutes: 50, ...han }
const missed = { code: 'no-show', creditedMinutes: 0, ...han }
const session = (id: string, startAt: string, attendance?: typeof attended) =>
  aSession({ id, startAt, attendees: [{ caseNumber: '2026-0001', ordinal: 1, ...(attendance && { attendance }) }] })
const sessions = [
  session('s2', '2026-11-09T05:00:00.000Z', attended),
  session('s1', '2026-11-02T05:00:00.000Z', attended),
  session('s3', '2026-11-12T05:00:00.000Z', missed),
  session('s4', '2026-11-30T05:00:00.000Z'),
]
const plan = { sessions: 12, minutes: 50, kind: 'individual', mode: 'in-person', startOn: '2026-11-02', ...han }
const underWay = aCaseUnderWay()
const file: CaseFile = {
  ...underWay,
  plan,
  referral: { ...underWay.referral, basis: 'measure-5', orderedHours: 8 },
  notes: [
    { sessionId: 's1', signed: { summary: '비밀 요약', forSchool: '비밀이 아닌 학교 안내', ...han }, addenda: [] },
  ],
}
const of = (one: CaseFile, school: string | undefined = '언덕중학교') =>
  letterOf(excerptOf(one, sessions, mayTellReferrer(one), now), school)

const letter = suite('a progress letter')

letter('holds dates and hours, earliest first, and nothing that was said', () => {
  const made = of(file)
  assert.ok(made.ok)
  const { heldOn, missedOn, creditedMinutes, next, planned, orderedHours } = made.value
  assert.equal([heldOn, missedOn], [['2026-11-02', '2026-11-09'], ['2026-11-12']])
  assert.equal([creditedMinutes, next, planned, orderedHours], [100, '2026-11-30T05:00:00.000Z', 12, 8])
  assert.not.match(JSON.stringify(made.value), /비밀|안내|measure-5/)
})

letter('is made only where the school may be told', () => {
  const voluntary = { ...file, referral: { ...file.referral, basis: 'voluntary' } }
  assert.equal(of(voluntary), { ok: false, refusals: [{ reason: 'referrer-not-told' }] })
  const [consent] = file.consents
  const yes = consent && { ...consent, kind: 'third-party' }
  assert.ok(of({ ...voluntary, consents: [...file.consents, ...(yes ? [yes] : [])] }).ok)
})

letter('is made of no case that was not taken, and to nobody but a school', () => {
  assert.equal(of(aCase({ referral: file.referral })), { ok: false, refusals: [{ reason: 'not-open-yet' }] })
  const excerpt = excerptOf(file, sessions, true, now)
  assert.equal(letterOf(excerpt, undefined), { ok: false, refusals: [{ reason: 'no-school-referred' }] })
})

letter('names no further date once the case is closed', () => {
  const made = of({ ...file, closings: [{ on: '2026-11-14', reason: 'completed', ...han }] })
  assert.ok(made.ok)
  assert.equal([made.value.next, made.value.closedOn], [undefined, '2026-11-14'])
})

letter.run()
