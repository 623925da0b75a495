import { Temporal } from 'temporal-polyfill'
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

korean('are counted as Temporal counts them, before 1989 too, when there was summer time', () => {
  const places = ['1987-05-10', '1987-10-11', '1988-10-09', '1989-01-01', '1996-02-29', '2026-12-31', '2100-02-28']
  const hours = ['00:00', '02:30', '08:59', '09:00', '23:59']
  for (const place of places)
    for (let by = -40; by <= 400; by += 11) {
      const on = Temporal.PlainDate.from(place).add({ days: by })
      const day = on.toString()
      assert.is(days.plusDays(place, by), day)
      assert.is(days.daysBetween(place, day), by)
      assert.is(days.weekdayOf(day), on.dayOfWeek, day)
      for (const time of hours) {
        const then = on.toZonedDateTime({ timeZone: 'Asia/Seoul', plainTime: time })
        const moment = new Date(then.epochMilliseconds).toISOString()
        assert.is(days.momentAt(day, time), moment, `${day} ${time}`)
        assert.is(days.dayOf(moment), then.toPlainDate().toString(), moment)
        assert.is(days.timeOf(moment), then.toPlainTime().toString({ smallestUnit: 'minute' }), moment)
      }
    }
})

korean('ages are those that Temporal counts, of whoever was born on 29 February too', () => {
  for (const born of ['1989-12-31', '2008-02-28', '2008-02-29', '2011-03-01', '2012-11-22', '2012-12-31'])
    for (let by = -3; by <= 7000; by += 1) {
      const on = Temporal.PlainDate.from(born).add({ days: by })
      const { years } = Temporal.PlainDate.from(born).until(on, { largestUnit: 'years' })
      assert.is(days.ageOn(born, on.toString()), years, `${born} ${on}`)
    }
  assert.throws(() => days.ageOn('2012-02-30', '2026-11-22'))
})

korean('that are none, and times that are none, are refused', () => {
  for (const day of ['2026-02-29', '2026-04-31', '2026-13-01', '2026-11-00', '2026-1-1', ''])
    for (const count of [() => days.plusDays(day, 1), () => days.weekdayOf(day), () => days.momentAt(day, '10:00')])
      assert.throws(count, /./, day)
  for (const at of [
    '2026-11-22',
    '2026-02-29T10:00:00.000Z',
    '2026-11-22T24:00:01.000Z',
    '2026-11-22T10:00:00.000',
    '',
  ])
    assert.throws(() => days.dayOf(at), /./, at)
  assert.throws(() => days.momentAt('2026-11-22', '24:00'))
  assert.throws(() => days.plusDays('2026-11-22', 0.5))
})

korean.run()
