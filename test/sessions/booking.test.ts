import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { book } from '../../src/sessions/book.ts'
import { type Booking, readBooking } from '../../src/sessions/booking-form.ts'
import { momentAt } from '../../src/time/days.ts'
import { boras, facts, monday, mustBe, reasonsOf, refusalsOf } from '../support/diary.ts'
import { type aCase, aSession, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const test = suite('booking a session')

const theBooking = (changes: Partial<Booking> = {}): Booking => ({
  ...{
    kind: 'individual',
    mode: 'in-person',
    startAt: monday('14:00'),
    minutes: 50,
    roomId: 'room-1',
    past: false,
    with: [],
  },
  ...changes,
})

test('a session is booked with the case’s own counsellor and the youth’s next number', () => {
  const before = [aSession({ attendees: [{ caseNumber: '2026-0001', ordinal: 4 }] })]
  const session = mustBe(book([aCaseUnderWay()], theBooking({ startAt: monday('16:00') }), facts([], before), signed()))
  assert.is(session.counsellorId, 'han')
  assert.is(session.id, '2026-11-16-07')
  assert.equal(session.attendees, [{ caseNumber: '2026-0001', ordinal: 5 }])
  assert.equal(session.booked, signed())
})

test('the number of a session that was called off is not given again', () => {
  const off = aSession({ cancelled: { code: 'excused', ...signed() } })
  const session = mustBe(book([aCaseUnderWay()], theBooking(), facts([off], [off]), signed()))
  assert.is(session.attendees[0]?.ordinal, 2)
})

test('nothing is booked before consent, before acceptance or after closing', () => {
  const closings = [{ on: '2026-11-15', reason: 'completed', ...signed() }]
  const why = (file: ReturnType<typeof aCase>) => reasonsOf(book([file], theBooking(), facts(), signed()))[0]?.[0]
  assert.is(why(aCaseUnderWay({ consents: [] })), 'before-consent')
  assert.is(why(aCaseUnderWay({ triage: [] })), 'not-open-yet')
  assert.is(why(aCaseUnderWay({ closings })), 'case-closed')
})

test('a counsellor cannot be in two places: the refusal says who, when and which case', () => {
  const other = aSession({ roomId: 'room-2', attendees: [{ caseNumber: '2026-0009', ordinal: 1 }] })
  const result = book([aCaseUnderWay()], theBooking({ startAt: monday('14:30') }), facts([other]), signed())
  assert.equal(refusalsOf(result), [
    {
      reason: 'counsellor-taken',
      field: 'startTime',
      with: { when: '2026-11-16 14:00–14:50', who: '한지우', case: '2026-0009' },
    },
  ])
})

test('a room is not used twice: the refusal says by whom it is', () => {
  const result = book([aCaseUnderWay()], theBooking(), facts([boras({ roomId: 'room-1' })]), signed())
  assert.equal(refusalsOf(result), [
    {
      reason: 'room-taken',
      field: 'roomId',
      with: { when: '2026-11-16 14:00–14:50', room: '상담실 1', who: '이보라' },
    },
  ])
})

test('a youth is not booked twice at the same time', () => {
  const other = boras({ attendees: [{ caseNumber: '2026-0001', ordinal: 1 }] })
  assert.equal(reasonsOf(book([aCaseUnderWay()], theBooking(), facts([other]), signed())), [
    ['youth-taken', 'startTime'],
  ])
})

test('one session may begin when another ends', () => {
  const result = book([aCaseUnderWay()], theBooking({ startAt: monday('14:50') }), facts([aSession()]), signed())
  assert.ok(result.ok)
})

test('a session that was called off, or to which nobody came, is in nobody’s way', () => {
  const missed = { code: 'no-show', creditedMinutes: 0, ...signed() }
  const off = aSession({ cancelled: { code: 'cancelled-by-centre', ...signed() } })
  const alone = aSession({ attendees: [{ caseNumber: '2026-0001', ordinal: 1, attendance: missed }] })
  for (const other of [off, alone]) assert.ok(book([aCaseUnderWay()], theBooking(), facts([other]), signed()).ok)
})

test('a session in person needs a room, one by telephone does not', () => {
  const without = theBooking({ roomId: undefined })
  assert.equal(reasonsOf(book([aCaseUnderWay()], without, facts(), signed())), [['room-needed', 'roomId']])
  assert.ok(book([aCaseUnderWay()], { ...without, mode: 'phone' }, facts(), signed()).ok)
})

test('a session may begin when another ends, and end when another begins', () => {
  const others = [aSession({ startAt: monday('13:00'), minutes: 60 }), aSession({ startAt: monday('14:50') })]
  const at = (startAt: string) => reasonsOf(book([aCaseUnderWay()], theBooking({ startAt }), facts(others), signed()))
  assert.equal(at(monday('14:00')), [])
  assert.equal(at(monday('13:59')), [['counsellor-taken', 'startTime']])
  assert.equal(at(monday('14:01')), [['counsellor-taken', 'startTime']])
})

test('a session lies inside opening hours, from its beginning to its end', () => {
  const at = (startAt: string) => reasonsOf(book([aCaseUnderWay()], theBooking({ startAt }), facts(), signed()))[0]
  assert.equal(at(momentAt('2026-11-17', '08:50')), ['outside-opening-hours', 'startTime'])
  assert.equal(at(monday('19:30')), ['outside-opening-hours', 'startTime'])
  assert.equal(at(momentAt('2026-11-22', '14:00')), ['closed-that-day', 'sessionOn'])
  assert.is(at(monday('19:10')), undefined)
})

test('what is past is booked only when it is said to have taken place, whatever the hour', () => {
  const sunday = theBooking({ startAt: momentAt('2026-11-15', '21:00') })
  assert.equal(reasonsOf(book([aCaseUnderWay()], sunday, facts(), signed())), [['in-the-past', 'startTime']])
  assert.ok(book([aCaseUnderWay()], { ...sunday, past: true }, facts(), signed()).ok)
  const tomorrow = theBooking({ startAt: momentAt('2026-11-17', '21:00'), past: true })
  assert.equal(reasonsOf(book([aCaseUnderWay()], tomorrow, facts(), signed())), [['not-begun', 'startTime']])
})

test('the form offers the rooms and counsellors that it is given and no others', () => {
  const fields = new URLSearchParams({ sessionOn: '2026-11-16', startTime: '25:00', minutes: '5', kind: 'party' })
  for (const [name, value] of Object.entries({ mode: 'phone', roomId: 'attic', counsellorId: 'bora' }))
    fields.set(name, value)
  assert.equal(reasonsOf(readBooking(fields, { counsellors: ['han'], rooms: ['room-1'] })), [
    ['not-a-time', 'startTime'],
    ['too-small', 'minutes'],
    ['not-offered', 'kind'],
    ['not-offered', 'counsellorId'],
    ['not-offered', 'roomId'],
  ])
})

test.run()
