import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Session } from '../../src/casefile/session.ts'
import type { Moving } from '../../src/sessions/booking-form.ts'
import { cancel } from '../../src/sessions/cancel.ts'
import { move } from '../../src/sessions/move.ts'
import { boras, facts, monday, mustBe, reasonsOf } from '../support/diary.ts'
import { aSession, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const test = suite('moving and cancelling a session')

const later: Moving = { startAt: monday('16:00'), askedBy: 'youth', why: '시험' }

test('a session that moves keeps its id and number, and remembers when it was, who asked and why', () => {
  const session = mustBe(move(aSession(), later, facts([aSession()]), [aCaseUnderWay()], signed('seo')))
  assert.is(session.id, '2026-11-16-01')
  assert.equal(session.attendees, aSession().attendees)
  assert.equal(session.moved, [
    { from: aSession().startAt, fromRoomId: aSession().roomId, askedBy: 'youth', why: '시험', ...signed('seo') },
  ])
})

test('a session is not in its own way when it moves by half an hour, but another one is', () => {
  const slightly = { ...later, startAt: monday('14:30') }
  assert.ok(move(aSession(), slightly, facts([aSession()]), [aCaseUnderWay()], signed()).ok)
  const other = boras({ id: '2026-11-16-02', startAt: monday('15:00'), counsellorId: 'han' })
  const result = move(aSession(), slightly, facts([aSession(), other]), [aCaseUnderWay()], signed())
  assert.equal(reasonsOf(result), [['counsellor-taken', 'startTime']])
})

test('moving to the same time is refused, to another room is not', () => {
  const same = { ...later, startAt: aSession().startAt }
  assert.equal(reasonsOf(move(aSession(), same, facts(), [aCaseUnderWay()], signed())), [['same-time', 'startTime']])
  assert.ok(move(aSession(), { ...same, roomId: 'room-2' }, facts(), [aCaseUnderWay()], signed()).ok)
})

test('a session that was held, missed or called off is neither moved nor cancelled', () => {
  const with_ = (code: string) =>
    aSession({
      attendees: [{ caseNumber: '2026-0001', ordinal: 1, attendance: { code, creditedMinutes: 0, ...signed() } }],
    })
  const settled: [Session, string][] = [
    [with_('attended'), 'session-held'],
    [with_('no-show'), 'attendance-given'],
    [aSession({ cancelled: { code: 'excused', ...signed() } }), 'session-cancelled'],
  ]
  for (const [session, reason] of settled) {
    assert.is(reasonsOf(move(session, later, facts(), [aCaseUnderWay()], signed()))[0]?.[0], reason)
    assert.is(reasonsOf(cancel(session, { code: 'excused' }, signed()))[0]?.[0], reason)
  }
})

test('a session that is cancelled stays in the diary with who called it off', () => {
  const session = mustBe(cancel(aSession(), { code: 'excused', why: '감기' }, signed()))
  assert.equal(session.cancelled, { code: 'excused', why: '감기', ...signed() })
})

test.run()
