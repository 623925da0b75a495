import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isWhole, planSeries } from '../../src/sessions/series.ts'
import { leastLeft, orderedHoursOf, type WayOut, waysOut } from '../../src/sessions/ways-out.ts'
import { dayOf, momentAt } from '../../src/time/days.ts'
import { aCase, aSession } from '../support/samples.ts'
import { aWish, seriesFacts } from '../support/series.ts'

const test = suite('ways out when not all sessions fit before the due date')

/** Ten sessions in three weeks: six fit, twice a week. */
const inThreeWeeks = { dueOn: '2026-12-07' }
const find = <W extends WayOut['way']>(ways: WayOut[], way: W) =>
  ways.find((one): one is Extract<WayOut, { way: W }> => one.way === way)

test('more days a week: as few as are enough', () => {
  const known = seriesFacts(inThreeWeeks)
  const way = find(waysOut(aWish(), known), 'more-days')
  assert.is(way?.weekdays.length, 4)
  const series = planSeries(way!.wish, known)
  assert.ok(isWhole(series, aWish()))
  assert.is(way?.endsOn, dayOf(series.dates.at(-1)!.startAt))
  for (const three of [
    [1, 2, 3],
    [1, 3, 5],
    [2, 4, 5],
    [3, 4, 5],
  ])
    assert.not(isWhole(planSeries(aWish({ weekdays: three }), known), aWish()))
})

test('the days that were wished stay among them', () => {
  const way = find(waysOut(aWish({ weekdays: [4] }), seriesFacts({ dueOn: '2026-12-28' })), 'more-days')
  assert.is(way?.weekdays.length, 2)
  assert.ok(way?.weekdays.includes(4))
})

test('more days are not offered when the youth cannot come on more', () => {
  const tuesdays = { hours: { 2: { from: '16:00', to: '20:00' } }, by: 'han', at: '2026-11-16T00:00:00.000Z' }
  const ways = waysOut(aWish(), seriesFacts({ ...inThreeWeeks, suits: [{ freeTimes: tuesdays }] }))
  assert.is(find(ways, 'more-days'), undefined)
})

test('longer sessions keep the ordered hours, and are not fewer than the programme promises', () => {
  const longer = (leastCount: number, orderedHours?: number) =>
    find(waysOut(aWish(), seriesFacts({ ...inThreeWeeks, leastCount, orderedHours })), 'longer')
  const way = longer(5, 8)
  assert.equal([way?.count, way?.minutes], [6, 90])
  assert.ok(way!.count * way!.minutes >= 500)
  assert.ok(isWhole(planSeries(way!.wish, seriesFacts(inThreeWeeks)), way!.wish))
  assert.is(longer(7, 8), undefined)
  assert.is(longer(5), undefined, 'an order in sessions is not met by longer ones')
})

test('of a long course as many as the ordered hours need, and no more', () => {
  const way = find(waysOut(aWish({ count: 60 }), seriesFacts({ dueOn: '2027-05-31', orderedHours: 50 })), 'longer')
  assert.ok(way)
  assert.ok(way.count * way.minutes >= 3000)
  assert.ok((way.count - 1) * way.minutes < 3000, `${way.count} of ${way.minutes} minutes`)
})

test('another counsellor is named who could hold them all, and nobody who could not', () => {
  const days = ['2026-11-17', '2026-11-24', '2026-12-01']
  const away = (counsellorId: string) =>
    days.map((on) =>
      aSession({
        id: `${on} ${counsellorId}`,
        counsellorId,
        startAt: momentAt(on, '09:00'),
        minutes: 480,
        roomId: 'room-3',
        attendees: [{ caseNumber: '2026-0009', ordinal: 1 }],
      }),
    )
  const late = days.map((on) =>
    aSession({
      id: `${on} late`,
      counsellorId: 'cho',
      startAt: momentAt(on, '17:00'),
      minutes: 180,
      roomId: 'room-3',
      attendees: [{ caseNumber: '2026-0009', ordinal: 1 }],
    }),
  )
  const known = seriesFacts({ dueOn: '2026-12-07', others: ['bora', 'cho'] }, [...away('han'), ...away('cho'), ...late])
  const wish = aWish({ count: 3, weekdays: [2] })
  const hans = { ...known, diary: { ...known.diary, hours: new Map([['han', { 2: { from: '09:00', to: '16:00' } }]]) } }
  const ways = waysOut(wish, hans)
  assert.equal(
    ways.flatMap((way) =>
      way.way === 'other-counsellor' ? [way.counsellorId, way.endsOn, way.wish.counsellorId] : [],
    ),
    ['bora', '2026-12-01', 'bora'],
  )
})

test('an extension may always be asked for, and it is said when the course would end', () => {
  assert.equal(find(waysOut(aWish(), seriesFacts(inThreeWeeks)), 'extension'), {
    way: 'extension',
    endsOn: '2027-01-26',
  })
  const never = aWish({ count: 60, weekdays: [2] })
  assert.equal(find(waysOut(never, seriesFacts(inThreeWeeks)), 'extension'), { way: 'extension' })
})

test('hours are those of the one who comes, and a promise is to the youth', () => {
  const { referral } = aCase()
  const caseFile = aCase({ referral: { ...referral, orderedHours: 10, orderedGuardianHours: 5 } })
  assert.is(orderedHoursOf(caseFile, 'individual'), 10)
  assert.is(orderedHoursOf(caseFile, 'guardian-education'), 5)
  assert.is(leastLeft('individual', 10, [aSession(), aSession()]), 8)
  assert.is(leastLeft('individual', 1, [aSession(), aSession()]), 1)
  assert.is(leastLeft('guardian', 10, []), 1)
})

test.run()
