import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import * as days from '../../src/time/days.ts'

const korean = suite('days in Korea')

korean('begin nine hours before those of Greenwich', () => {
  assert.is(days.dayOf('2026-11-22T14:59:59.999Z'), '2026-11-22')
  assert.is(days.dayOf('2026-11-22T15:00:00.000Z'), '2026-11-23')
  assert.is(days.timeOf('2026-11-22T15:05:00.000Z'), '00:05')
  assert.is(days.momentAt('2026-11-22', '00:00'), '2026-11-21T15:00:00.000Z')
})

korean('age is in full years: the day before the 14th birthday one is 13', () => {
  assert.is(days.ageOn('2012-11-23', '2026-11-22'), 13)
  assert.is(days.ageOn('2012-11-22', '2026-11-22'), 14)
})

korean('only real days between 1900 and 2199 are days', () => {
  for (const good of ['2026-11-22', '2024-02-29', '1900-01-01']) assert.ok(days.isDay(good), good)
  for (const bad of ['2026-02-29', '2026-13-01', '2026-1-1', '20261122', '', '9999-01-01', '2026-11-22T00:00Z'])
    assert.is(days.isDay(bad), false, bad)
})

korean('weeks begin on Monday', () => {
  assert.is(days.mondayOf('2026-11-22'), '2026-11-16')
  assert.is(days.mondayOf('2026-11-16'), '2026-11-16')
  assert.is(days.weekdayOf('2026-11-22'), 7)
})

korean('sums cross months and years', () => {
  assert.is(days.plusDays('2026-12-31', 1), '2027-01-01')
  assert.is(days.plusMonths('2026-11-30', 3), '2027-02-28')
  assert.is(days.daysBetween('2026-11-22', '2027-11-22'), 365)
  assert.is(days.plusMinutes('2026-11-22T23:59:00.000Z', 2), '2026-11-23T00:01:00.000Z')
})

korean.run()
