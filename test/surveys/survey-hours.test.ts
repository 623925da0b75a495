import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isSurveyTime, mayFinish } from '../../src/surveys/survey-hours.ts'
import { momentAt } from '../../src/time/days.ts'
import { holidayOn } from '../../src/time/holidays.ts'

const weekdays = { from: '10:00', to: '18:00' }
const openingHours = { 1: weekdays, 2: weekdays, 3: weekdays, 4: weekdays, 5: weekdays }
const settings = { openingHours }
const late = { openingHours, surveyHours: { 7: { from: '00:00', to: '23:59' } } }

const test = suite('the hours of surveys')

/** Whether one can be begun, and whether what was begun can be sent: at a clock time in Seoul. */
const at = (on: string, time: string, hours: Parameters<typeof isSurveyTime>[0] = settings) => {
  const now = momentAt(on, time)
  return [isSurveyTime(hours, now), mayFinish(hours, now)]
}

test('begin on the minute, end on the minute, and leave an hour to finish', () => {
  // Monday
  const day = ['09:59', '10:00', '17:59', '18:00', '18:59', '19:00'].map((time) => at('2026-11-23', time))
  assert.equal(day, [
    ...[
      [false, false],
      [true, true],
      [true, true],
    ],
    ...[
      [false, true],
      [false, true],
      [false, false],
    ],
  ])
})

test('are those of Seoul, whatever day it is in Greenwich', () => {
  // half past nine in the evening of Sunday in Greenwich, half past six in the morning of Monday in Seoul
  assert.is(isSurveyTime(settings, '2026-11-22T21:30:00.000Z'), false)
  assert.is(isSurveyTime(settings, '2026-11-23T01:00:00.000Z'), true)
  const early = { openingHours: { 1: { from: '06:00', to: '07:00' } } }
  assert.is(isSurveyTime(early, '2026-11-22T21:30:00.000Z'), true)
})

test('are none on a Sunday, a holiday, a holiday in its place, nor on a day on which the centre is shut', () => {
  assert.equal(at('2026-11-22', '12:00'), [false, false])
  for (const on of ['2026-09-24', '2026-08-17', '2026-12-25']) {
    assert.ok(holidayOn(on), on)
    assert.equal(at(on, '12:00'), [false, false])
  }
  const shut = { openingHours, shut: [{ from: '2026-11-24', to: '2026-11-25', name: '이사' }] }
  const week = ['23', '24', '25', '26'].map((day) => at(`2026-11-${day}`, '12:00', shut)[0])
  assert.equal(week, [true, false, false, true])
})

test('to the end of the day leave an hour of the next, and are over in its last minute', () => {
  assert.equal(at('2026-11-22', '00:00', late), [true, true])
  assert.equal(at('2026-11-22', '23:58', late), [true, true])
  assert.equal(at('2026-11-22', '23:59', late), [false, true])
  assert.equal(at('2026-11-23', '00:58', late), [false, true])
  assert.equal(at('2026-11-23', '00:59', late), [false, false])
})

test('that the centre settled hold instead of its opening hours, on every day', () => {
  assert.equal(at('2026-11-23', '12:00', late), [false, false])
  assert.equal(
    [isSurveyTime(undefined, momentAt('2026-11-23', '12:00')), at('2026-11-22', '12:00', late)[0]],
    [false, true],
  )
})

test.run()
