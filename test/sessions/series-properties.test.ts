// Over 150 lines because it works out anew, beside the rules, all that may be wrong with a date.
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Session } from '../../src/casefile/session.ts'
import { isWhole, planSeries } from '../../src/sessions/series.ts'
import type { CourseFacts } from '../../src/sessions/series-course.ts'
import { bookAll, cautionsOf } from '../../src/sessions/series-rows.ts'
import { waysOut } from '../../src/sessions/ways-out.ts'
import { dayOf, momentAt, plusDays, timeOf, weekdayOf } from '../../src/time/days.ts'
import { holidayOn } from '../../src/time/holidays.ts'
import type { WeekHours } from '../../src/time/hours.ts'
import { facts } from '../support/diary.ts'
import { aSession, hill, settings, signed } from '../support/samples.ts'
import { aWish, twoRooms } from '../support/series.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

/*
 * Whatever the diary and the wish are, what the planner offers holds nothing that it must not. The days lie over
 * Christmas and New Year; what is allowed is worked out here anew, in minutes, and not asked of the rules.
 */

const test = suite('whatever is planned')

const firstDay = '2026-12-14'
const now = momentAt(firstDay, '13:00')
const day = fc.integer({ min: 0, max: 27 }).map((n) => plusDays(firstDay, n))
const hour = fc.integer({ min: 8, max: 20 }).map((n) => `${String(n).padStart(2, '0')}:00`)
const halfHour = fc
  .tuple(fc.integer({ min: 8, max: 19 }), fc.constantFrom('00', '30', '10'))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${m}`)
const hours = fc
  .tuple(hour, hour)
  .filter(([from, to]) => from < to)
  .map(([from, to]) => ({ from, to }))
const week: fc.Arbitrary<WeekHours> = fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6'), hours, {
  minKeys: 3,
})
const seldom = <T>(one: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: one })
const days = fc.tuple(day, fc.integer({ min: 0, max: 4 })).map(([from, n]) => ({ from, to: plusDays(from, n) }))

const session: fc.Arbitrary<Session> = fc
  .record({
    ...{ on: day, time: halfHour, minutes: fc.constantFrom(50, 90, 120), counsellorId: fc.constantFrom('han', 'bora') },
    ...{ roomId: fc.constantFrom('room-1', 'room-2'), number: fc.constantFrom('2026-0001', '2026-0002', '2026-0003') },
    off: fc.boolean(),
  })
  .map(({ on, time, minutes, counsellorId, roomId, number, off }) =>
    aSession({
      ...{ id: `${on} ${time} ${number}`, startAt: momentAt(on, time), minutes, counsellorId, roomId },
      ...{
        attendees: [{ caseNumber: number, ordinal: 1 }],
        ...(off && { cancelled: { code: 'excused', ...signed() } }),
      },
    }),
  )

const known: fc.Arbitrary<CourseFacts> = fc
  .record({
    sessions: fc.array(session, { maxLength: 40 }),
    ...{
      opening: seldom(week),
      room: seldom(week),
      counsellor: seldom(week),
      free: seldom(week),
    },
    ...{ lessons: seldom(week), exams: fc.array(days, { maxLength: 2 }), shut: fc.array(days, { maxLength: 2 }) },
    ...{
      away: seldom(days),
      apart: fc.boolean(),
      dueOn: fc.integer({ min: 5, max: 27 }).map((n) => plusDays(firstDay, n)),
    },
  })
  .map(({ sessions, opening, room, counsellor, free, lessons, exams, shut, away, apart, dueOn }) => ({
    diary: {
      ...{ ...facts(sessions.sort((a, b) => a.startAt.localeCompare(b.startAt))), now },
      openingHours: opening ?? settings.openingHours,
      rooms: twoRooms.map((one, at) => (at === 0 && room ? { ...one, hours: room } : one)),
      hours: new Map(counsellor ? [['han', counsellor]] : []),
      shut: shut.map((one) => ({ ...one, name: '휴무' })),
      absences: away ? [{ ...away, id: 'a', counsellorId: 'han', cases: [], ...signed() }] : [],
      apart: new Map(apart ? [['2026-0001', { cases: ['2026-0003'], schools: [] }]] : []),
    },
    suits: [
      {
        freeTimes: free ? { hours: free, ...signed() } : undefined,
        school: { ...hill, exams, ...(lessons && { lessons }) },
      },
    ],
    ...{ counsellorId: 'han', caseNumbers: ['2026-0001'], ofCases: [], dueOn },
    ...{ leastCount: 1, others: ['bora'], orderedHours: 4 },
  }))

const wish = fc
  .record({
    count: fc.integer({ min: 1, max: 6 }),
    minutes: fc.constantFrom(50, 80, 120),
    fromOn: fc.oneof(day, fc.constant('2020-01-01')),
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
    startTime: fc.option(halfHour, { nil: undefined }),
    roomId: fc.constantFrom('room-1', 'room-2', undefined),
  })
  .map(aWish)

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const span = (one: Session) => [Date.parse(one.startAt), Date.parse(one.startAt) + one.minutes * 60_000] as const

/** Everything that is wrong with a date, worked out here. */
function wrongWith(
  startAt: string,
  roomId: string | undefined,
  minutes: number,
  { diary, suits, dueOn = '' }: CourseFacts,
) {
  const [on, from] = [dayOf(startAt), minutesOf(timeOf(startAt))]
  const to = from + minutes
  const outside = (hours?: WeekHours) => {
    const open = hours?.[weekdayOf(on)]
    return hours !== undefined && (!open || from < minutesOf(open.from) || to > minutesOf(open.to))
  }
  const [begin, end] = [Date.parse(startAt), Date.parse(startAt) + minutes * 60_000]
  const near = (one: Session, margin = 0) => begin < span(one)[1] + margin && span(one)[0] < end + margin
  const others = diary.sessions.filter(({ cancelled }) => !cancelled)
  const about = (one: Session, number: string) => one.attendees[0]?.caseNumber === number
  const [{ freeTimes, school } = {}] = suits
  const lessons = school?.lessons?.[weekdayOf(on)]
  const within = (list: { from: string; to: string }[] = []) => list.some((one) => one.from <= on && on <= one.to)
  return Object.entries({
    holiday: holidayOn(on) !== undefined,
    closed: outside(diary.openingHours),
    room: outside(diary.rooms.find(({ id }) => id === roomId)?.hours),
    counsellor: outside(diary.hours?.get('han')),
    notFree: outside(freeTimes?.hours),
    shut: within(diary.shut),
    away: within(diary.absences),
    exams: within(school?.exams),
    lessons: lessons !== undefined && from < minutesOf(lessons.to) && to > minutesOf(lessons.from),
    taken: others.some(
      (one) => near(one) && (one.counsellorId === 'han' || one.roomId === roomId || about(one, '2026-0001')),
    ),
    twice: others.some((one) => about(one, '2026-0001') && dayOf(one.startAt) === on),
    apart: (diary.apart?.size ?? 0) > 0 && others.some((one) => about(one, '2026-0003') && near(one, 3_600_000)),
    past: startAt < now,
    late: on > dueOn,
    roomless: roomId === undefined,
  }).flatMap(([name, is]) => (is ? [`${name} on ${on}`] : []))
}

let offered = 0
let short = 0

test('no date has a clash, a holiday, a closed hour or a caution, or lies after the due date', () => {
  fc.assert(
    fc.property(wish, known, (wanted, facts) => {
      const series = planSeries(wanted, facts)
      const days = series.dates.map(({ startAt }) => dayOf(startAt))
      assert.equal(
        series.dates.flatMap(({ startAt, roomId }) => wrongWith(startAt, roomId, wanted.minutes, facts)),
        [],
      )
      assert.equal(days, [...new Set(days)].sort())
      assert.ok(days.length <= wanted.count)
      assert.ok(
        days.every(
          (on) => on >= wanted.fromOn && (wanted.weekdays.length === 0 || wanted.weekdays.includes(weekdayOf(on))),
        ),
      )
      assert.equal(
        series.passedOver.filter(({ on }) => days.includes(on)),
        [],
      )
      offered += days.length
    }),
    { numRuns: 300, seed: 2026 },
  )
  assert.ok(offered > 300, `${offered} dates`)
})

test('what is offered is booked whole, and without a word', () => {
  fc.assert(
    fc.property(wish, known, (wanted, facts) => {
      const rows = planSeries(wanted, facts).dates.map((date, at) => ({ ...date, place: at + 1 }))
      if (rows.length === 0) return
      const booked = bookAll([aCaseUnderWay()], wanted, rows, facts, signed('han', now))
      assert.equal(booked.ok && booked.value.length, rows.length)
      assert.equal([...cautionsOf(wanted, rows, facts).values()].flat(), [])
    }),
    { numRuns: 100, seed: 2027 },
  )
})

test('a way out leads out', () => {
  fc.assert(
    fc.property(wish, known, (wanted, facts) => {
      if (isWhole(planSeries(wanted, facts), wanted)) return
      for (const way of waysOut(wanted, facts)) {
        if (way.way === 'extension') continue
        const counsellorId = way.wish.counsellorId ?? facts.counsellorId
        const series = planSeries(way.wish, { ...facts, counsellorId })
        assert.ok(isWhole(series, way.wish), way.way)
        assert.is(way.endsOn, dayOf(series.dates.at(-1)?.startAt ?? ''))
        assert.ok(way.wish.count * way.wish.minutes >= wanted.count * wanted.minutes)
        short++
      }
    }),
    { numRuns: 40, seed: 2028 },
  )
  assert.ok(short > 5, `${short} ways out`)
})

test.run()
