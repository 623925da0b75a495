import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Session } from '../../src/casefile/session.ts'
import { comingWith, handOver } from '../../src/sessions/hand-over.ts'
import { reassign } from '../../src/sessions/reassign.ts'
import { boras, facts, monday, mustBe, refusalsOf } from '../support/diary.ts'
import { aSession, now, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const by = signed('seo')
const minjun = aCaseUnderWay()
const jihos = aCaseUnderWay({ number: '2026-0002' })
const busyThen = boras({ id: 'boras' })
const given = (session: Session, others: Session[] = [], more: object = {}) =>
  handOver(session, 'bora', { attending: [minjun, jihos], diary: { ...facts([session, ...others]), ...more } }, by)
const reasons = (...args: Parameters<typeof given>) => refusalsOf(given(...args)).map(({ reason }) => reason)

const hands = suite('handing a session over')

hands('gives it to the colleague at the same time and place, and remembers whose it was', () => {
  const session = aSession()
  const { handedOver, counsellorId, ...rest } = mustBe(given(session))
  assert.is(counsellorId, 'bora')
  assert.equal(handedOver, [{ from: 'han', ...by }])
  const { counsellorId: _, ...before } = session
  assert.equal(rest, before)
})

hands('is refused when the colleague has somebody else then, is away, or does not work', () => {
  assert.equal(reasons(aSession(), [busyThen]), ['hand-over-taken'])
  assert.equal(reasons(aSession(), [{ ...busyThen, startAt: monday('15:00') }]), [])
  const week = new Map([['bora', { 1: { from: '09:00', to: '14:30' } }]])
  assert.equal(reasons(aSession(), [], { hours: week }), ['hand-over-off'])
  const away = { id: 'a', counsellorId: 'bora', from: '2026-11-16', to: '2026-11-17', cases: [], ...by }
  assert.equal(reasons(aSession(), [], { absences: [away] }), ['hand-over-away'])
  assert.equal(reasons(aSession(), [], { absences: [{ ...away, counsellorId: 'han' }] }), [], 'that is why')
})

hands('says of which session, who and when, and no case', () => {
  const [one] = refusalsOf(given(aSession(), [busyThen]))
  assert.equal(one?.with, { session: '2026-11-16 14:00–14:50', who: '이보라', when: '2026-11-16 14:00–14:50' })
})

hands('is no reason to ask anew whether the centre is open', () => {
  assert.equal(reasons(aSession(), [], { shut: [{ from: '2026-11-16', to: '2026-11-16', name: '청소' }] }), [])
})

hands('is refused when the colleague may not know of a youth who comes', () => {
  const restricted = { to: ['han', 'seo'], why: '동료의 자녀', ...by }
  const attending = [aCaseUnderWay({ restricted })]
  assert.equal(
    refusalsOf(handOver(aSession(), 'bora', { attending, diary: facts() }, by)).map(({ reason }) => reason),
    ['not-named'],
  )
})

hands('is about sessions to come that are not called off', () => {
  const attendance = { code: 'attended', creditedMinutes: 50, ...signed() }
  const all = [
    aSession(),
    aSession({ id: 'past', startAt: '2026-11-15T05:00:00.000Z' }),
    aSession({ id: 'off', cancelled: { code: 'excused', ...signed() } }),
    aSession({ id: 'marked', attendees: [{ caseNumber: '2026-0001', ordinal: 1, attendance }] }),
    busyThen,
  ]
  assert.equal(
    comingWith(all, 'han', now).map(({ id }) => id),
    ['2026-11-16-01'],
  )
})

const cases = suite('giving cases away')
const giving = (files = [minjun], sessions = [aSession()], how: { leave?: boolean; others?: Session[] } = {}) =>
  reassign(
    files,
    { to: 'bora', why: '휴직', leave: how.leave ?? false },
    { sessions, attending: [minjun, jihos], diary: facts([...sessions, ...(how.others ?? [])]) },
    by,
  )

cases('takes the sessions along that the former counsellor holds', () => {
  const held = boras({ id: 'else', counsellorId: 'dana', attendees: [{ caseNumber: '2026-0001', ordinal: 2 }] })
  const { caseFiles, sessions } = mustBe(giving([minjun], [aSession(), held]))
  assert.equal(caseFiles[0]?.assignments.at(-1), { counsellorId: 'bora', why: '휴직', ...by })
  assert.equal(
    sessions.map(({ id, counsellorId }) => [id, counsellorId]),
    [['2026-11-16-01', 'bora']],
  )
})

cases('is all or nothing, and says at each case what is in the way', () => {
  const own = aSession({ id: 'two', startAt: monday('16:00'), attendees: [{ caseNumber: '2026-0002', ordinal: 1 }] })
  const busy = boras({ id: 'busy', startAt: monday('16:30'), attendees: [{ caseNumber: '2026-0009', ordinal: 1 }] })
  const closed = aCaseUnderWay({ number: '2026-0003', closings: [{ on: '2026-11-16', reason: 'moved', ...by }] })
  const refusals = refusalsOf(giving([minjun, jihos, closed], [aSession(), own], { others: [busy] }))
  assert.equal(
    refusals.map(({ field, reason }) => [field, reason]),
    [
      ['2026-0003', 'case-closed'],
      ['2026-0002', 'hand-over-taken'],
    ],
  )
})

cases('leaves what the new counsellor cannot take with the former one, if that is wanted', () => {
  const later = aSession({ id: 'later', startAt: monday('17:00') })
  const { caseFiles, sessions } = mustBe(giving([minjun], [aSession(), later], { leave: true, others: [busyThen] }))
  assert.is(caseFiles.length, 1)
  assert.equal(
    sessions.map(({ id }) => id),
    ['later'],
  )
})

cases('leaves a group with its counsellor as long as one of its youths stays, and takes it along with the last', () => {
  const group = aSession({
    kind: 'group',
    attendees: [
      { caseNumber: '2026-0001', ordinal: 1 },
      { caseNumber: '2026-0002', ordinal: 1 },
    ],
  })
  assert.equal(mustBe(giving([minjun], [group])).sessions, [])
  assert.is(mustBe(giving([minjun, jihos], [group])).sessions.length, 1)
})

hands.run()
cases.run()
