import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Session } from '../../src/casefile/session.ts'
import { book, toCatchUp } from '../../src/sessions/book.ts'
import type { Booking } from '../../src/sessions/booking-form.ts'
import { facts, monday, mustBe, reasonsOf } from '../support/diary.ts'
import { aSession, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const minjun = aCaseUnderWay()
const held = (id: string, kind: string, code: string, creditedMinutes = 0): Session =>
  aSession({
    ...{ id, kind },
    attendees: [{ caseNumber: '2026-0001', ordinal: 1, attendance: { code, creditedMinutes, ...signed() } }],
  })
const theBooking: Booking = {
  ...{ kind: 'individual', mode: 'in-person', startAt: monday('14:00'), minutes: 50, roomId: 'room-1' },
  ...{ past: false, with: [] },
}

const catchUp = suite('a session that makes up for a missed one')
const missed = aSession({
  ...{ id: '2026-11-09-01', startAt: '2026-11-09T05:00:00.000Z' },
  attendees: [
    { caseNumber: '2026-0001', ordinal: 3, attendance: { code: 'no-show', creditedMinutes: 0, ...signed() } },
  ],
})
const instead: Booking = { ...theBooking, catchesUp: missed.id }

catchUp('is booked once for a missed session, and again when it was called off or missed itself', () => {
  const booked = mustBe(book([minjun], instead, facts([], [missed]), signed()))
  assert.is(booked.catchesUp, missed.id)
  const later = { ...instead, startAt: monday('16:00') }
  const why = (other: Session) => reasonsOf(book([minjun], later, facts([], [missed, other]), signed()))
  assert.equal(why(booked), [['not-to-catch-up', 'catchesUp']])
  assert.equal(why({ ...booked, cancelled: { code: 'excused', ...signed() } }), [])
  assert.equal(why({ ...booked, attendees: missed.attendees }), [])
})

catchUp('is owed once, however often it was missed in its turn', () => {
  const again = { ...missed, id: '2026-11-10-01', catchesUp: missed.id }
  const owed = (sessions: Session[]) => toCatchUp(sessions, '2026-0001').map(({ id }) => id)
  assert.equal(owed([missed, again]), [missed.id])
  const third = { ...again, id: '2026-11-11-01', attendees: [{ caseNumber: '2026-0001', ordinal: 5 }] }
  assert.equal(owed([missed, again, third]), [])
})

catchUp('is each youth’s own in a group: what makes up for one is owed to the other who missed it', () => {
  const both = [missed.attendees, [{ ...missed.attendees[0]!, caseNumber: '2026-0002' }]].flat()
  const group = { ...missed, kind: 'group', attendees: both }
  const owed = (number: string, sessions: Session[]) => toCatchUp(sessions, number).map(({ id }) => id)
  const instead = { ...group, id: '2026-11-10-01', catchesUp: missed.id, attendees: [both[1]!] }
  assert.equal(owed('2026-0001', [group, { ...instead, attendees: [{ caseNumber: '2026-0002', ordinal: 4 }] }]), [
    group.id,
  ])
  const other = { ...group, id: '2026-11-12-01', catchesUp: '2026-11-02-01' }
  assert.equal(owed('2026-0002', [other]), [other.id])
})

catchUp('is not booked for one that was held, is still to come, or was the guardian’s', () => {
  const why = (one: Session) => reasonsOf(book([minjun], instead, facts([], [one]), signed()))[0]?.[0]
  assert.is(why(held(missed.id, 'individual', 'attended', 50)), 'not-to-catch-up')
  assert.is(why({ ...missed, attendees: [{ caseNumber: '2026-0001', ordinal: 3 }] }), 'not-to-catch-up')
  assert.is(why({ ...missed, kind: 'guardian' }), 'not-to-catch-up')
  assert.is(why(missed), undefined)
})

catchUp.run()
