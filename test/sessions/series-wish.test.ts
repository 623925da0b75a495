import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fieldsOfWish, readWish, remainingOf, usualWish } from '../../src/sessions/series-wish.ts'
import { mustBe, reasonsOf } from '../support/diary.ts'
import { aSession, now, signed } from '../support/samples.ts'
import { aWish } from '../support/series.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const test = suite('what is wanted of a course')

const offered = { counsellors: ['han'], rooms: ['room-1', 'room-2'], others: ['2026-0002', '2026-0003'], guardians: 2 }

test('a wish is read as it was written, and written as it was read', () => {
  const wish = aWish({
    weekdays: [2, 4],
    with: ['2026-0002', '2026-0003'],
    kind: 'group',
    guardian: 1,
    counsellorId: 'han',
  })
  assert.equal(mustBe(readWish(fieldsOfWish(wish), offered)), wish)
  const loose = mustBe(readWish(fieldsOfWish(aWish({ startTime: undefined, roomId: undefined })), offered))
  assert.equal([loose.startTime, loose.roomId, loose.weekdays], [undefined, undefined, []])
})

test('what cannot be wished is refused at its field', () => {
  const fields = new URLSearchParams(
    'count=61&minutes=5&kind=party&mode=phone&fromOn=tomorrow&weekdays=8&startTime=25:00',
  )
  for (const [name, value] of [
    ['roomId', 'attic'],
    ['counsellorId', 'bora'],
    ['with', '2026-0009'],
    ['guardian', '2'],
  ])
    fields.set(name!, value!)
  assert.equal(reasonsOf(readWish(fields, offered)), [
    ['not-offered', 'kind'],
    ['too-large', 'guardian'],
    ['too-large', 'count'],
    ['too-small', 'minutes'],
    ['not-a-day', 'fromOn'],
    ['not-offered', 'weekdays'],
    ['not-a-time', 'startTime'],
    ['not-offered', 'roomId'],
    ['not-offered', 'counsellorId'],
    ['not-offered', 'with'],
  ])
})

test('a guardian who is the only one need not be chosen', () => {
  const guardian = fieldsOfWish(aWish({ kind: 'guardian' }))
  assert.is(mustBe(readWish(guardian, { ...offered, guardians: 1 })).guardian, 0)
  assert.is(mustBe(readWish(guardian, offered)).guardian, undefined)
  assert.is(mustBe(readWish(fieldsOfWish(aWish()), { ...offered, guardians: 1 })).guardian, undefined)
})

test('the rest of the plan is wished, from tomorrow on, as the last session was', () => {
  const plan = { sessions: 10, minutes: 60, kind: 'group', mode: 'in-person', startOn: '2026-11-02', ...signed() }
  const caseFile = aCaseUnderWay({ plan })
  const mark = (code: string) => ({
    attendance: { code, creditedMinutes: 0, ...signed() },
    caseNumber: '2026-0001',
    ordinal: 1,
  })
  const sessions = [
    aSession({ id: 'a', attendees: [mark('attended')] }),
    aSession({ id: 'b', attendees: [mark('no-show')] }),
    aSession({ id: 'c', cancelled: { code: 'excused', ...signed() } }),
    aSession({ id: 'd', kind: 'guardian' }),
    aSession({ id: 'e', startAt: '2026-11-23T07:30:00.000Z', roomId: 'room-2' }),
  ]
  assert.is(remainingOf(caseFile, sessions), 8)
  const wish = usualWish(caseFile, sessions, { usual: 12, minutes: 50 }, now)
  assert.equal([wish.count, wish.minutes, wish.kind, wish.fromOn], [8, 60, 'group', '2026-11-17'])
  assert.equal([wish.startTime, wish.roomId, wish.counsellorId], ['16:30', 'room-2', 'han'])
  const planless = usualWish(aCaseUnderWay(), [], { usual: 12, minutes: 50 }, now)
  assert.equal([planless.count, planless.minutes, planless.startTime], [12, 50, '16:00'])
  const free = { hours: {}, ...signed() }
  assert.is(usualWish(aCaseUnderWay({ freeTimes: free }), [], undefined, now).startTime, undefined)
})

test.run()
