import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { againstCentre, againstCounsellor, againstRoom, cautionsOn, type Times } from '../../src/sessions/times.ts'
import { momentAt } from '../../src/time/days.ts'
import { hill, room, settings, signed } from '../support/samples.ts'

const test = suite('when a session may be')

const times: Times = { openingHours: settings.openingHours, rooms: [room] }
const at = (on: string, time: string, minutes = 50) => ({ startAt: momentAt(on, time), minutes })
const monday = '2026-11-16'
const reasons = (refusals: { reason: string; field?: string }[]) => refusals.map(({ reason, field }) => [reason, field])

test('the centre is shut on public holidays, substitute ones too, and on days of its own', () => {
  const shut = [{ from: '2026-11-16', to: '2026-11-17', name: '개관기념일' }]
  assert.equal(againstCentre(at('2026-09-25', '14:00'), times), [
    { reason: 'holiday', field: 'sessionOn', with: { holiday: '2026-09-25' } },
  ])
  assert.equal(reasons(againstCentre(at('2026-08-17', '14:00'), times)), [['holiday', 'sessionOn']])
  assert.equal(againstCentre(at('2026-11-17', '14:00'), { ...times, shut }), [
    { reason: 'centre-shut', field: 'sessionOn', with: { name: '개관기념일' } },
  ])
  assert.equal(againstCentre(at('2026-11-18', '14:00'), { ...times, shut }), [])
})

test('a session that runs past midnight lies outside opening hours', () => {
  const always = { ...times, openingHours: { 1: { from: '00:00', to: '23:59' } } }
  assert.equal(reasons(againstCentre(at(monday, '23:40'), always)), [['outside-opening-hours', 'startTime']])
  assert.equal(againstCentre(at(monday, '23:00', 59), always), [])
})

test('a room has hours of its own, where they are settled', () => {
  const afternoons = { ...times, rooms: [{ ...room, hours: { 1: { from: '13:00', to: '18:00' } } }] }
  const inRoom = (on: string, time: string) => againstRoom({ ...at(on, time), roomId: 'room-1' }, afternoons)
  assert.equal(inRoom(monday, '14:00'), [])
  assert.equal(reasons(inRoom(monday, '12:30')), [['room-closed', 'roomId']])
  assert.equal(reasons(inRoom('2026-11-17', '14:00')), [['room-closed-that-day', 'roomId']])
  assert.equal(againstRoom({ ...at(monday, '09:00'), roomId: 'room-1' }, times), [])
})

test('a counsellor is met in their hours and not while they are away', () => {
  const hours = new Map([['han', { 1: { from: '10:00', to: '17:00' } }]])
  const absence = { id: 'a', counsellorId: 'han', from: '2026-11-23', to: '2026-11-25', cases: [], ...signed() }
  const known = { ...times, hours, absences: [absence] }
  const withHan = (on: string, time: string) => againstCounsellor({ ...at(on, time), counsellorId: 'han' }, known)
  assert.equal(withHan(monday, '10:00'), [])
  assert.equal(reasons(withHan(monday, '16:30')), [['outside-counsellor-hours', 'startTime']])
  assert.equal(reasons(withHan('2026-11-17', '11:00')), [['counsellor-off-that-day', 'sessionOn']])
  assert.equal(reasons(withHan('2026-11-23', '11:00')), [['counsellor-away', 'sessionOn']])
  assert.equal(againstCounsellor({ ...at('2026-11-23', '11:00'), counsellorId: 'bora' }, known), [])
  const over = { ...known, absences: [{ ...absence, ended: signed() }] }
  assert.equal(againstCounsellor({ ...at('2026-11-23', '11:00'), counsellorId: 'han' }, over), [])
})

test('examinations, lessons and times that do not suit the youth are said', () => {
  const lessons = { 1: { from: '08:50', to: '15:20' } }
  const exams = [{ from: '2026-12-07', to: '2026-12-11' }]
  const suits = { school: { ...hill, lessons, exams } }
  assert.equal(reasons(cautionsOn(at(monday, '15:00'), suits)), [['in-lessons', 'startTime']])
  assert.equal(cautionsOn(at(monday, '15:20'), suits), [])
  assert.equal(reasons(cautionsOn(at('2026-12-09', '16:00'), suits)), [['exam-week', 'sessionOn']])
  const freeTimes = { hours: { 1: { from: '16:00', to: '18:00' } }, ...signed() }
  assert.equal(reasons(cautionsOn(at(monday, '15:30'), { ...suits, freeTimes })), [['not-free-then', 'startTime']])
  assert.equal(reasons(cautionsOn(at('2026-11-17', '16:00'), { freeTimes })), [['not-free-then', 'startTime']])
  assert.equal(cautionsOn(at(monday, '16:00'), { ...suits, freeTimes }), [])
})

test.run()
