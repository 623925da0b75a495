import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { askedIn, calendarViews, daysIn, stepFrom } from '../../src/sessions/calendar.ts'
import { calendarDay, hoursFor } from '../../src/sessions/calendar-day.ts'
import { columnsOf, diaryFor } from '../../src/sessions/calendar-diary.ts'
import { plusDays, weekdayOf } from '../../src/time/days.ts'
import { boras } from '../support/diary.ts'
import { aSession, bora, han, room, settings, signed } from '../support/samples.ts'

const span = suite('what a calendar shows')

span('of any day of a leap year holds that day, in whole weeks, and before and after are its neighbours', () => {
  for (let on = '2027-12-20'; on <= '2029-01-10'; on = plusDays(on, 1))
    for (const view of calendarViews) {
      const days = daysIn({ view, on })
      assert.ok(days.includes(on), `${view} ${on}`)
      assert.is(days.length % 7, view === 'day' ? 1 : 0)
      if (view !== 'day')
        assert.equal(
          [days[0], days.at(-1)].map((day) => weekdayOf(day ?? '')),
          [1, 7],
        )
      if (view === 'month') assert.ok(daysIn({ view: 'week', on: `${on.slice(0, 7)}-01` }).includes(days[0] ?? ''))
      const after = { view, on: stepFrom({ view, on }, 1) }
      assert.equal(daysIn({ view, on: stepFrom(after, -1) }), days, `${view} ${on}, after and back`)
      if (view !== 'month') assert.is(daysIn(after)[0], plusDays(days.at(-1) ?? '', 1))
      else assert.is(after.on, plusDays(days.findLast((day) => day.startsWith(on.slice(0, 7))) ?? '', 1))
    }
})

span('is read from an address; what nobody has is this week of everybody', () => {
  const read = (address: Record<string, string>) => askedIn(address, '2026-11-22', [han, bora], [room])
  const whole = { view: 'month', on: '2026-12-01', of: 'han', room: 'room-1' }
  assert.equal(read(whole), whole)
  assert.equal(read({ week: '2026-11-16' }), { view: 'week', on: '2026-11-16' })
  for (const odd of [{}, { view: 'year', on: '2026-02-30', of: 'seo', room: 'room-9' }, { view: '__proto__', on: '' }])
    assert.equal(read(odd as Record<string, string>), { view: 'week', on: '2026-11-22' })
})

span.run()

const diary = suite('the diary in a calendar')
const mine = aSession()
const theirs = boras({ id: 'b', roomId: 'room-1' })
const byPhone = boras({ id: 'c', roomId: undefined, mode: 'phone' })
const calledOff = boras({ id: 'd', roomId: 'room-1', cancelled: { code: 'excused', ...signed('bora') } })
const all = [mine, theirs, byPhone, calledOff]
const taken = { startAt: theirs.startAt, minutes: 50, counsellorId: 'bora', roomId: 'room-1', taken: true }
const counsellor = { id: 'han', every: false, hidden: new Set<string>() }
const lead = { id: 'seo', every: true, hidden: new Set<string>() }
const on = '2026-11-16'

diary('is a counsellor’s own; of others they learn that a room is taken, and no more', () => {
  assert.equal(diaryFor(all, { view: 'week', on }, counsellor), [mine])
  assert.equal(diaryFor(all, { view: 'month', on, of: 'bora' }, counsellor), [mine])
  for (const asked of [
    { view: 'week', on, room: 'room-1' },
    { view: 'week', on, room: 'all' },
    { view: 'day', on },
  ] as const)
    assert.equal(diaryFor(all, asked, counsellor), [mine, taken], JSON.stringify(asked))
  assert.equal(diaryFor(all, { view: 'week', on, room: 'room-2' }, counsellor), [])
})

diary('is everybody’s for whoever sees every calendar, or one counsellor’s, or a room’s', () => {
  assert.equal(diaryFor(all, { view: 'week', on }, lead), all)
  assert.equal(diaryFor(all, { view: 'day', on, of: 'bora' }, lead), [theirs, byPhone, calledOff])
  assert.equal(diaryFor(all, { view: 'week', on, room: 'room-1' }, lead), [mine, theirs, calledOff])
  assert.equal(diaryFor(all, { view: 'week', on, of: 'bora', room: 'all' }, lead), [theirs, calledOff])
})

diary('says of a case that is kept from its reader no more than that the time is taken', () => {
  const hidden = new Set(['2026-0001', '2026-0002'])
  assert.equal(diaryFor([theirs, calledOff], { view: 'week', on }, { ...lead, hidden }), [taken])
  assert.equal(
    diaryFor([mine], { view: 'week', on }, { ...counsellor, hidden }).map((one) => 'taken' in one),
    [true],
  )
})

diary('of a day has a column for everybody, or for the rooms; a counsellor’s own stands before the rooms', () => {
  const there = {
    counsellors: [han, bora],
    rooms: [room, { id: 'room-2' }],
    sessions: [boras({ counsellorId: 'gone' })],
  }
  const rooms = [{ roomId: 'room-1' }, { roomId: 'room-2' }]
  assert.equal(
    columnsOf({}, lead, there),
    ['han', 'bora', 'gone'].map((counsellorId) => ({ counsellorId })),
  )
  assert.equal(columnsOf({ of: 'bora' }, lead, there), [{ counsellorId: 'bora' }])
  assert.equal(columnsOf({ room: 'all' }, lead, there), rooms)
  assert.equal(columnsOf({}, counsellor, there), [{ counsellorId: 'han' }, ...rooms])
  assert.equal(columnsOf({ room: 'room-2' }, counsellor, there), [{ roomId: 'room-2' }])
})

diary.run()

const day = suite('a day of a calendar')
const absence = { id: 'a', counsellorId: 'han', from: '2026-11-17', to: '2026-11-18', ...signed('seo'), cases: [] }
const times = {
  openingHours: settings.openingHours,
  shut: [{ from: '2026-11-19', to: '2026-11-20', name: '직원 연수' }],
  absences: [absence, { ...absence, id: 'b', counsellorId: 'bora', ended: signed('seo') }],
}

day('is open, closed, shut by the centre or a holiday by its name, and knows who is away', () => {
  const open = { from: '09:00', to: '20:00' }
  assert.equal(calendarDay('2026-11-16', times), { on: '2026-11-16', away: [], hours: open })
  assert.equal(calendarDay('2026-11-17', times), { on: '2026-11-17', away: ['han'], hours: open })
  assert.equal(calendarDay('2026-11-17', times, 'bora').away, [])
  assert.equal(calendarDay('2026-11-20', times), { on: '2026-11-20', away: [], shut: '직원 연수' })
  assert.equal(calendarDay('2026-11-22', times), { on: '2026-11-22', away: [] })
  assert.equal(calendarDay('2026-09-25', times).holiday, { ko: '추석', en: 'Chuseok' })
  assert.is(calendarDay('2026-09-25', times).hours, undefined)
})

day('has the hours in which both the centre is open and its own column is', () => {
  const hours = { from: '09:00', to: '20:00' }
  const within = (from: string, to: string) => hoursFor({ on: '2026-11-16', hours }, { 1: { from, to } })
  assert.equal(within('13:00', '18:00'), { from: '13:00', to: '18:00' })
  assert.equal(within('07:00', '22:00'), hours)
  assert.is(within('20:00', '22:00'), undefined)
  assert.is(hoursFor({ on: '2026-11-17', hours }, { 1: hours }), undefined)
  assert.is(hoursFor({ on: '2026-11-16' }, { 1: hours }), undefined)
  assert.is(hoursFor({ on: '2026-11-16', hours }), hours)
})

day.run()
