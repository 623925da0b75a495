import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Session } from '../../src/casefile/session.ts'
import type { Failure, SessionMessage } from '../../src/people/message.ts'
import { dropByRule } from '../../src/sessions/outbox.ts'
import type { Moment } from '../../src/time/days.ts'
import { at, four, mother, movedTo, news, sessionAtFour } from '../support/reminders.ts'

const said = (one: Session, now: Moment, earlier: SessionMessage[], whom = mother) =>
  news(one, now, earlier, whom).map(({ what, startAt }) => [what, startAt])
const failed = (message: SessionMessage, when: Moment): SessionMessage => ({
  ...{ ...message, takenAt: when },
  failed: { at: when, why: 'not-reached' satisfies Failure, times: 5 },
})

const test = suite('somebody who was not told')
const wednesday = at('11-25', '16:00')
const moved = movedTo(sessionAtFour(), wednesday, at('11-20', '10:00'))

test('hears of the new time on the day before, when word of the move could not be sent', () => {
  const lost = news(moved, at('11-20', '10:01')).map((one) => failed(one, at('11-21', '11:00')))
  assert.is(lost.length, 1)
  assert.equal(said(moved, at('11-21', '12:00'), lost), [], 'not once more')
  assert.equal(said(moved, at('11-24', '10:00'), lost), [['reminder', wednesday]])
  const back = movedTo(moved, four, at('11-21', '12:00'))
  assert.equal(said(back, at('11-22', '10:00'), lost), [['reminder', four]])
})

test('is told after all when a message was dropped and what it said holds again', () => {
  const dropped = news(moved, at('11-20', '10:01')).map((one) => dropByRule(one, at('11-20', '10:06')))
  const [again, ...more] = news(moved, at('11-21', '10:00'), dropped)
  assert.equal([again?.what, again?.startAt, more.length], ['moved', wednesday, 0])
  assert.is.not(again?.id, dropped[0]?.id)
  assert.equal(said(moved, at('11-21', '10:01'), [...dropped, again as SessionMessage]), [])
})

test('is reminded after all when they wanted no reminders for a while', () => {
  const dropped = news(sessionAtFour(), at('11-22', '10:00')).map((one) => dropByRule(one, at('11-22', '10:30')))
  const since = { ...mother, since: at('11-22', '10:45') }
  assert.equal(said(sessionAtFour(), at('11-22', '11:00'), dropped, since), [['reminder', four]])
})

test('does not hear of a move of long ago, once what was said of it is kept no longer', () => {
  const inMarch = movedTo(
    sessionAtFour({ startAt: at('12-20', '16:00') }),
    '2027-03-25T07:00:00.000Z',
    at('12-10', '10:00'),
  )
  assert.is(said(inMarch, at('12-10', '10:01'), []).length, 1)
  assert.equal(said(inMarch, '2027-03-15T01:00:00.000Z', []), [])
  assert.equal(said(inMarch, '2027-03-24T01:00:00.000Z', []), [['reminder', '2027-03-25T07:00:00.000Z']])
})

test.run()
