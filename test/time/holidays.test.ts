import * as published from '@hyunbinseo/holidays-kr/all'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { dayOf, momentAt, plusDays, timeOf } from '../../src/time/days.ts'
import { holidayOn, holidayYears, isHolidayKnown } from '../../src/time/holidays.ts'

const test = suite('holidays')

const everyDay = (from: string, to: string): string[] => {
  const days: string[] = []
  for (let on = from; on <= to; on = plusDays(on, 1)) days.push(on)
  return days
}

test('of every day from 2019 to 2027 are those of the official calendar', () => {
  const official = published as Record<string, Record<string, readonly string[]>>
  for (const on of everyDay('2019-01-01', '2027-12-31')) {
    const names = official[`y${on.slice(0, 4)}`]?.[on]
    assert.is(holidayOn(on)?.ko, names?.join(', '), on)
    assert.is(holidayOn(on) === undefined, names === undefined, on)
  }
})

test('every day from 2019 to 2027 begins and ends at midnight in Seoul', () => {
  for (const on of everyDay('2019-01-01', '2027-12-31')) {
    const begins = momentAt(on, '00:00')
    assert.is(begins, new Date(Date.parse(`${on}T00:00:00+09:00`)).toISOString())
    assert.is(dayOf(begins), on)
    assert.is(dayOf(new Date(Date.parse(begins) - 1).toISOString()), plusDays(on, -1))
    assert.is(timeOf(momentAt(on, '23:59')), '23:59')
  }
})

test('fall where anybody can look them up: Chuseok 2026, and a Children’s Day that was made up for', () => {
  assert.equal(
    everyDay('2026-09-23', '2026-09-27').map((on) => holidayOn(on)?.ko),
    [undefined, '추석 전날', '추석', '추석 다음 날', undefined],
  )
  assert.equal(holidayOn('2024-05-06'), { ko: '대체공휴일(어린이날)', en: 'Substitute holiday (Children’s Day)' })
})

test('have a name in English, each', () => {
  for (const on of everyDay('2019-01-01', '2027-12-31')) assert.not.match(holidayOn(on)?.en ?? '', /\p{Script=Hangul}/u)
})

test('of a year whose calendar is not known are said not to be known', () => {
  assert.equal(holidayYears, { from: 2019, to: 2027 })
  assert.ok(isHolidayKnown('2027-12-31'))
  assert.not.ok(isHolidayKnown('2028-01-01'))
})

test.run()
