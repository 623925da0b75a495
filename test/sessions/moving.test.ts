import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Session } from '../../src/casefile/session.ts'
import { laterOf, moveLater, objectionsToShifts, type Shift, shiftedBy } from '../../src/sessions/later.ts'
import { dayOf, momentAt, plusDays, timeOf } from '../../src/time/days.ts'
import { boras, facts, mustBe, reasonsOf } from '../support/diary.ts'
import { aSession, now, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const asking = { askedBy: 'youth', why: '학원 시간이 바뀜' }
const session = (ordinal: number, on: string, time = '14:00', changes: Partial<Session> = {}): Session =>
  aSession({
    id: `2026-11-23-${String(ordinal).padStart(2, '0')}`,
    startAt: momentAt(on, time),
    attendees: [{ caseNumber: '2026-0001', ordinal }],
    ...changes,
  })
/** One a week from Monday, 23 November 2026. */
const weekly = (count: number): Session[] =>
  Array.from({ length: count }, (_, at) => session(at + 1, plusDays('2026-11-23', 7 * at)))
const to = (on: string, time: string, roomId?: string) => ({ startAt: momentAt(on, time), ...(roomId && { roomId }) })
const days = (shifts: Shift[]) => shifts.map(({ startAt }) => `${dayOf(startAt)} ${timeOf(startAt)}`)
const moveThem = (later: Session[], shifts: Shift[], sessions = later, files = [aCaseUnderWay()]) =>
  moveLater(later, shifts, asking, { diary: facts(sessions), caseFiles: files }, signed())

const test = suite('moving a session and all later ones')

test('all later ones are those of the same track that are still booked, earliest first', () => {
  const all = [
    session(5, '2026-12-21'),
    session(1, '2026-11-23'),
    session(2, '2026-11-30', '14:00', { cancelled: { code: 'excused', ...signed() } }),
    session(3, '2026-12-07'),
    session(1, '2026-12-08', '14:00', { id: '2026-12-08-01', kind: 'guardian' }),
    session(4, '2026-12-14'),
  ]
  assert.equal(
    laterOf(all[3] as Session, all, now).map(({ attendees }) => attendees[0]?.ordinal),
    [3, 4, 5],
  )
})

test('one that has begun is not taken along with an earlier one', () => {
  const all = [session(1, '2026-11-02'), session(2, '2026-11-09'), session(3, '2026-11-23')]
  assert.equal(
    laterOf(all[0] as Session, all, now).map(({ attendees }) => attendees[0]?.ordinal),
    [1, 3],
  )
})

test('each moves by as many days as the first, to the new clock time', () => {
  const later = weekly(3)
  const shifts = shiftedBy(later, to('2026-11-25', '16:30'), facts(later))
  assert.equal(days(shifts), ['2026-11-25 16:30', '2026-12-02 16:30', '2026-12-09 16:30'])
  assert.equal(objectionsToShifts(shifts, facts(later)), [[], [], []])
})

test('one whose day is a holiday goes on by a week, and takes those behind it along', () => {
  const later = weekly(6).slice(3)
  const shifts = shiftedBy(later, to('2026-12-18', '14:00'), facts(later))
  assert.equal(days(shifts), ['2026-12-18 14:00', '2027-01-08 14:00', '2027-01-15 14:00'])
  assert.equal(
    shifts.map(({ pushed }) => pushed?.[0]?.reason),
    [undefined, 'holiday', 'order-changed'],
  )
})

test('one whose time is taken goes on by a week; an hour that is shut every week is left for somebody to change', () => {
  const later = weekly(2)
  const taken = boras({ id: '2026-12-01-09', startAt: momentAt('2026-12-01', '14:00'), roomId: 'room-1' })
  assert.equal(days(shiftedBy(later, to('2026-11-24', '14:00'), facts([...later, taken]))), [
    '2026-11-24 14:00',
    '2026-12-08 14:00',
  ])
  const late = shiftedBy(later, to('2026-11-24', '19:30'), facts(later))
  assert.equal(days(late), ['2026-11-24 19:30', '2026-12-01 19:30'])
  assert.equal(
    objectionsToShifts(late, facts(later)).map((all) => all[0]?.reason),
    ['outside-opening-hours', 'outside-opening-hours'],
  )
})

test('they are moved in one step, and each remembers when and where it was, who asked and why', () => {
  const later = weekly(3)
  const moved = mustBe(moveThem(later, shiftedBy(later, to('2026-11-24', '15:00', 'room-2'), facts(later))))
  assert.equal(
    moved.map(({ id, roomId }) => [id, roomId]),
    later.map(({ id }) => [id, 'room-2']),
  )
  assert.equal(moved[2]?.moved, [{ from: later[2]?.startAt, fromRoomId: 'room-1', ...asking, ...signed() }])
})

test('when one of them cannot be moved, none is, and the trouble stands in its row', () => {
  const later = weekly(3)
  const shifts = shiftedBy(later, to('2026-11-24', '15:00'), facts(later))
  const sunday = shifts.map((one, at) => (at === 1 ? { ...one, startAt: momentAt('2026-12-06', '15:00') } : one))
  assert.equal(reasonsOf(moveThem(later, sunday)), [['closed-that-day', 'sessionOn-1']])
})

test('they keep their order, and they are the ones that the page showed', () => {
  const later = weekly(3)
  const shifts = shiftedBy(later, to('2026-11-24', '15:00'), facts(later))
  const [first, second, third] = shifts as [Shift, Shift, Shift]
  const swapped = [{ ...first, startAt: second.startAt }, { ...second, startAt: first.startAt }, third]
  assert.equal(reasonsOf(moveThem(later, swapped)), [['order-changed', 'startTime-1']])
  assert.equal(reasonsOf(moveThem(later, [first, second])), [['changed-meanwhile', undefined]])
  const stay = later.map((one) => ({ session: one, startAt: one.startAt }))
  assert.equal(reasonsOf(moveThem(later, stay)), [['same-time', 'startTime-0']])
})

test('one that stays where it is keeps its place in the diary, and nothing is noted of it', () => {
  const later = weekly(3)
  const [first, second, third] = later.map((one) => ({ session: one, startAt: one.startAt })) as [Shift, Shift, Shift]
  const onto = { ...second, startAt: momentAt('2026-12-07', '13:30') }
  assert.equal(reasonsOf(moveThem(later, [first, onto, third]))[0], ['counsellor-taken', 'startTime-1'])
  const beside = { ...second, startAt: momentAt('2026-12-01', '14:00') }
  assert.equal(
    mustBe(moveThem(later, [first, beside, third])).map(({ id }) => id),
    [second.session.id],
  )
})

test('a group moves for everyone in it, and only if everyone may be met', () => {
  const attendees = ['2026-0001', '2026-0002'].map((caseNumber) => ({ caseNumber, ordinal: 1 }))
  const group = session(1, '2026-11-23', '14:00', { kind: 'group', attendees })
  const shifts = shiftedBy([group], to('2026-11-24', '14:00'), facts([group]))
  const other = aCaseUnderWay({ number: '2026-0002' })
  assert.equal(mustBe(moveThem([group], shifts, [group], [aCaseUnderWay(), other]))[0]?.attendees, attendees)
  const closed = { ...other, closings: [{ on: '2026-11-15', reason: 'completed', ...signed() }] }
  assert.equal(reasonsOf(moveThem([group], shifts, [group], [aCaseUnderWay(), closed])), [['case-closed', undefined]])
})

test.run()
