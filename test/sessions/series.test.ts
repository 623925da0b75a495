// Over 150 lines because it is the one list of what the planner takes into account.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { planSeries } from '../../src/sessions/series.ts'
import { momentAt } from '../../src/time/days.ts'
import { boras } from '../support/diary.ts'
import { aSession, hill, signed } from '../support/samples.ts'
import { aWish, datesOf, daysIn, seriesFacts, twoRooms } from '../support/series.ts'

const test = suite('planning a course of sessions')

const passed = ({ passedOver }: ReturnType<typeof planSeries>) => passedOver.map(({ on, why }) => `${on} ${why.reason}`)
const withDiary = (changes: Partial<ReturnType<typeof seriesFacts>['diary']>) => {
  const known = seriesFacts()
  return { ...known, diary: { ...known.diary, ...changes } }
}

test('without a due date it is once a week, always at the same time in the same room', () => {
  const series = planSeries(aWish({ count: 5 }), seriesFacts())
  assert.equal(datesOf(series), [
    '2026-11-17 2 16:30 room-1',
    '2026-11-24 2 16:30 room-1',
    '2026-12-01 2 16:30 room-1',
    '2026-12-15 2 16:30 room-1',
    '2026-12-22 2 16:30 room-1',
  ])
  assert.equal(passed(series), ['2026-12-08 exam-week'])
})

test('ten sessions due in six weeks with a week of examinations are planned twice a week, on days that lie apart', () => {
  const series = planSeries(aWish(), seriesFacts({ dueOn: '2026-12-28' }))
  assert.is(series.dates.length, 10)
  assert.is(series.weekdays.length, 2)
  const [one = 0, other = 0] = series.weekdays
  assert.ok(other - one >= 3 && one + 7 - other >= 3, `${series.weekdays}`)
  assert.ok(daysIn(series).every((on) => on <= '2026-12-28' && !(on >= '2026-12-07' && on <= '2026-12-11')))
  assert.is(passed(series).filter((line) => line.endsWith('exam-week')).length, 2)
})

test('in three weeks only those are offered that fit', () => {
  const series = planSeries(aWish(), seriesFacts({ dueOn: '2026-12-07' }))
  assert.is(series.dates.length, 6)
  assert.ok(daysIn(series).every((on) => on <= '2026-12-07'))
})

test('Chuseok, a substitute holiday and days on which the centre is shut are passed over, and it is said why', () => {
  const now = momentAt('2026-09-01', '09:00')
  const shut = [{ from: '2026-10-12', to: '2026-10-12', name: '개관기념일' }]
  const known = withDiary({ now, shut })
  const thursdays = planSeries(aWish({ count: 4, weekdays: [4, 5], fromOn: '2026-09-24' }), known)
  assert.equal(passed(thursdays), ['2026-09-24 holiday', '2026-09-25 holiday', '2026-10-09 holiday'])
  assert.equal(daysIn(thursdays), ['2026-10-01', '2026-10-02', '2026-10-08', '2026-10-15'])
  const mondays = planSeries(aWish({ count: 2, weekdays: [1], fromOn: '2026-09-28' }), known)
  assert.equal(daysIn(mondays), ['2026-09-28', '2026-10-19'])
  assert.equal(mondays.passedOver, [
    { on: '2026-10-05', why: { reason: 'holiday', field: 'sessionOn', with: { holiday: '2026-10-05' } } },
    { on: '2026-10-12', why: { reason: 'centre-shut', field: 'sessionOn', with: { name: '개관기념일' } } },
  ])
})

test('where the room is taken it is another room, where both are, the nearest other time', () => {
  const at = (on: string, time: string, roomId: string) =>
    boras({
      id: `${on} ${roomId}`,
      startAt: momentAt(on, time),
      roomId,
      attendees: [{ caseNumber: '2026-0002', ordinal: 1 }],
    })
  const others = [
    at('2026-11-17', '16:00', 'room-1'),
    at('2026-11-24', '16:00', 'room-1'),
    at('2026-11-24', '16:40', 'room-2'),
  ]
  const series = planSeries(aWish({ count: 3, weekdays: [2] }), seriesFacts({}, others))
  assert.equal(datesOf(series), ['2026-11-17 2 16:30 room-2', '2026-11-24 2 17:00 room-1', '2026-12-01 2 16:30 room-1'])
})

test('a youth comes only when it suits, a counsellor only when at work', () => {
  const freeTimes = { hours: { 2: { from: '17:00', to: '19:00' }, 4: { from: '16:00', to: '18:00' } }, ...signed() }
  const suits = [{ freeTimes, school: hill }]
  const series = planSeries(aWish({ count: 4, weekdays: [2, 4] }), seriesFacts({ suits }))
  assert.equal(
    datesOf(series).map((line) => line.slice(11, 18)),
    ['2 17:00', '4 16:30', '2 17:00', '4 16:30'],
  )
  const hours = new Map([['han', { 4: { from: '10:00', to: '17:00' } }]])
  const absences = [{ id: 'a', counsellorId: 'han', from: '2026-11-19', to: '2026-11-20', cases: [], ...signed() }]
  const known = withDiary({ hours, absences })
  const few = planSeries(aWish({ count: 1, weekdays: [2, 4] }), { ...known, suits })
  assert.equal(datesOf(few), ['2026-11-26 4 16:00 room-1'])
  assert.equal(passed(few), [
    '2026-11-17 counsellor-off-that-day',
    '2026-11-19 counsellor-away',
    '2026-11-24 counsellor-off-that-day',
  ])
})

test('a room that is closed on a day of the week is not used on it', () => {
  const [first, second] = twoRooms
  const rooms = [{ ...first!, hours: { 4: { from: '09:00', to: '20:00' } } }, second!]
  const series = planSeries(aWish({ count: 2, weekdays: [2, 4] }), withDiary({ rooms }))
  assert.equal(datesOf(series), ['2026-11-17 2 16:30 room-2', '2026-11-19 4 16:30 room-1'])
  const one = planSeries(aWish({ count: 1, weekdays: [2, 4] }), withDiary({ rooms: rooms.slice(0, 1) }))
  assert.equal(passed(one), ['2026-11-17 room-closed-that-day'])
})

test('a youth is not booked twice on a day; a guardian may come on a day of the youth’s, and to any hour', () => {
  const own = aSession({ startAt: momentAt('2026-11-17', '10:00') })
  const series = planSeries(aWish({ count: 1, weekdays: [2] }), seriesFacts({}, [own]))
  assert.equal(passed(series), ['2026-11-17 session-that-day'])
  const guardian = aWish({ count: 1, weekdays: [2], kind: 'guardian', guardian: 0, startTime: '11:00' })
  assert.equal(datesOf(planSeries(guardian, seriesFacts({}, [own]))), ['2026-11-17 2 11:00 room-1'])
})

test('youths who must not meet are not brought to the centre within an hour of each other', () => {
  const other = boras({ startAt: momentAt('2026-11-17', '16:30') })
  const apart = new Map([['2026-0002', { cases: ['2026-0001'], schools: [] }]])
  const known = seriesFacts({}, [other])
  const [date] = datesOf(planSeries(aWish({ count: 1, weekdays: [2] }), { ...known, diary: { ...known.diary, apart } }))
  assert.is(date, '2026-11-17 2 18:30 room-1')
})

test('a day on which nothing is left is passed over, and so is what is past already', () => {
  const full = Array.from({ length: 11 }, (_, n) =>
    aSession({
      id: `${n}`,
      startAt: momentAt('2026-11-17', `${9 + n}:00`.padStart(5, '0')),
      minutes: 60,
      attendees: [{ caseNumber: '2026-0009', ordinal: n + 1 }],
    }),
  )
  assert.equal(passed(planSeries(aWish({ count: 1, weekdays: [2] }), seriesFacts({}, full))), ['2026-11-17 all-taken'])
  const evening = withDiary({ now: momentAt('2026-11-17', '19:30') })
  assert.equal(passed(planSeries(aWish({ count: 1, weekdays: [2] }), evening)), ['2026-11-17 in-the-past'])
  assert.equal(daysIn(planSeries(aWish({ count: 1, weekdays: [2], fromOn: '2020-01-01' }), evening)), ['2026-11-24'])
})

test('a time is kept once it was found, where none is wished', () => {
  const series = planSeries(aWish({ count: 3, weekdays: [2], startTime: undefined, roomId: undefined }), seriesFacts())
  assert.equal(
    datesOf(series).map((line) => line.slice(13)),
    Array(3).fill('15:30 room-1'),
  )
})

test('a session by telephone needs no room', () => {
  const series = planSeries(aWish({ count: 1, mode: 'phone', roomId: undefined, weekdays: [2] }), seriesFacts())
  assert.equal(series.dates, [{ startAt: momentAt('2026-11-17', '16:30') }])
})

test('a centre that is never open, or has no room, offers nothing and comes to an end', () => {
  assert.is(planSeries(aWish(), withDiary({ openingHours: {} })).dates.length, 0)
  const roomless = planSeries(aWish({ count: 1, weekdays: [2], roomId: undefined }), withDiary({ rooms: [] }))
  assert.is(roomless.dates.length, 0)
  assert.is(roomless.passedOver[0]?.why.reason, 'room-needed')
})

test.run()
