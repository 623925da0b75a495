import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { planSeries } from '../../src/sessions/series.ts'
import { daysOver } from '../../src/sessions/series-course.ts'
import {
  againstWish,
  bookAll,
  cautionsOf,
  fieldsOfRows,
  placesIn,
  readRows,
  withoutRow,
} from '../../src/sessions/series-rows.ts'
import { momentAt } from '../../src/time/days.ts'
import { boras, mustBe, reasonsOf, refusalsOf } from '../support/diary.ts'
import { aSession, signed } from '../support/samples.ts'
import { aWish, row, seriesFacts } from '../support/series.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const test = suite('the dates of a course')

const minjun = [aCaseUnderWay()]
test('rows without a day are left out, and what cannot be read stands at its row', () => {
  const fields = new URLSearchParams(fieldsOfRows([row(1, '2026-11-17', '16:30')], 3))
  assert.equal(placesIn(fields), [1, 2, 3])
  assert.equal(readRows(fields, ['room-1']), { rows: [row(1, '2026-11-17', '16:30')], refusals: [] })
  fields.set('sessionOn-2', '2026-02-30')
  fields.set('sessionOn-3', '2026-11-19')
  fields.set('roomId-3', 'attic')
  const { rows, refusals } = readRows(fields, ['room-1'])
  assert.equal(
    rows.map(({ place }) => place),
    [1],
  )
  assert.equal(
    refusals.map(({ reason, field }) => [reason, field]),
    [
      ['not-a-day', 'sessionOn-2'],
      ['missing', 'startTime-3'],
      ['not-offered', 'roomId-3'],
    ],
  )
})

test('a row that is taken out makes those behind it move up', () => {
  const dates = [row(1, '2026-11-17', '16:30'), row(2, '2026-11-24', '16:30'), row(3, '2026-12-01', '17:00')]
  const fields = new URLSearchParams([['count', '3'], ...fieldsOfRows(dates, 3)])
  const left = withoutRow(fields, 2)
  assert.equal(placesIn(left), [1, 2])
  assert.is(left.get('sessionOn-2'), '2026-12-01')
  assert.is(left.get('startTime-2'), '17:00')
  assert.is(left.get('count'), '3')
  assert.equal(placesIn(withoutRow(fields, 9)), [1, 2, 3])
})

test('all that the planner offers is booked, numbered in the order of the days', () => {
  const known = seriesFacts({ ofCases: [aSession({ attendees: [{ caseNumber: '2026-0001', ordinal: 4 }] })] })
  const rows = planSeries(aWish({ count: 3 }), known).dates.map((date, at) => ({ ...date, place: at + 1 }))
  const booked = mustBe(bookAll(minjun, aWish(), rows.reverse(), known, signed()))
  assert.equal(
    booked.map(({ startAt, attendees }) => [startAt.slice(0, 10), attendees[0]?.ordinal]),
    [
      ['2026-11-17', 5],
      ['2026-11-24', 6],
      ['2026-12-01', 7],
    ],
  )
  assert.equal(cautionsOf(aWish(), rows, known).get(1), [])
})

test('one date in the way is enough that none is booked, and it is said at its row', () => {
  const taken = seriesFacts({}, [boras({ startAt: momentAt('2026-11-24', '16:30'), roomId: 'room-1' })])
  const rows = [row(1, '2026-11-17', '16:30'), row(2, '2026-11-24', '16:30'), row(3, '2026-12-25', '16:30')]
  const result = bookAll(minjun, aWish(), rows, taken, signed())
  assert.equal(reasonsOf(result), [
    ['room-taken', 'roomId-2'],
    ['holiday', 'sessionOn-3'],
  ])
})

test('rows are looked at against each other', () => {
  const rows = [row(1, '2026-11-17', '16:30'), row(2, '2026-11-17', '17:00'), row(3, '2026-11-17', '18:00')]
  assert.equal(refusalsOf(bookAll(minjun, aWish(), rows, seriesFacts(), signed())), [
    { reason: 'overlaps-row', field: 'startTime-2', with: { when: '2026-11-17 16:30–17:20' } },
  ])
  const [first] = cautionsOf(aWish(), rows, seriesFacts()).get(3) ?? []
  assert.is(first?.reason, 'session-that-day')
})

test('what speaks against all of them is said once', () => {
  const rows = [row(1, '2026-11-17', '16:30'), row(2, '2026-11-24', '16:30')]
  const closed = aCaseUnderWay({ closings: [{ on: '2026-11-15', reason: 'completed', ...signed() }] })
  assert.equal(reasonsOf(bookAll([closed], aWish(), rows, seriesFacts(), signed())), [['case-closed', undefined]])
  assert.equal(reasonsOf(bookAll(minjun, aWish(), [], seriesFacts(), signed())), [['no-dates', 'sessionOn-1']])
})

test('a date after the due date, in examinations or at school is said, not refused', () => {
  const rows = [row(1, '2026-12-08', '16:30'), row(2, '2026-11-17', '14:00')]
  const known = seriesFacts({ dueOn: '2026-12-01' })
  assert.ok(bookAll(minjun, aWish(), rows, known, signed()).ok)
  const cautions = cautionsOf(aWish(), rows, known)
  assert.equal(
    cautions.get(1)?.map(({ reason }) => reason),
    ['after-due', 'exam-week'],
  )
  assert.equal(cautions.get(1)?.[0]?.with, { due: '2026-12-01' })
  assert.equal(
    cautions.get(2)?.map(({ reason }) => reason),
    ['in-lessons'],
  )
  assert.equal(cautionsOf(aWish({ kind: 'guardian' }), rows.slice(1), known).get(2), [])
})

test('who attends and who holds it is looked at before any day is sought', () => {
  const against = (changes: Parameters<typeof aWish>[0], files = minjun) =>
    againstWish(files, aWish(changes), seriesFacts(), signed()).map(({ reason, field }) => [reason, field])
  assert.equal(against({}), [])
  assert.equal(against({ fromOn: '2026-12-25', roomId: undefined }), [])
  assert.equal(against({ kind: 'guardian' }), [['guardian-not-named', 'guardian']])
  assert.equal(against({ guardian: 0 }), [['not-with-guardian', 'guardian']])
  const jiho = aCaseUnderWay({ number: '2026-0002' })
  assert.equal(against({ with: ['2026-0002'] }, [...minjun, jiho]), [['not-a-group', 'with']])
  const kept = [aCaseUnderWay({ restricted: { to: ['seo'], why: 'x', ...signed() } })]
  assert.equal(against({}, kept), [['not-named', 'counsellorId']])
})

test('the diary is looked up where the planner looks and where rows lie, and never in the past', () => {
  const rows = [row(1, '1950-01-01', '16:30'), row(2, '2027-11-24', '16:30')]
  const reach = { from: '2026-11-20', to: '2027-01-10' }
  assert.equal(daysOver(rows, reach, '2026-11-16'), { from: '2026-11-20', to: '2027-11-24' })
  assert.equal(daysOver([], reach, '2026-11-16'), reach)
})

test.run()
