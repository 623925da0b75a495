import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isTaken } from '../../src/sessions/clash.ts'
import { moveLater, shiftedBy } from '../../src/sessions/later.ts'
import { overlaps } from '../../src/sessions/slot.ts'
import { dayOf, momentAt, plusDays, timeOf } from '../../src/time/days.ts'
import { holidayOn } from '../../src/time/holidays.ts'
import { boras, facts } from '../support/diary.ts'
import { aSession, now, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const asking = { askedBy: 'youth', why: '학원 시간이 바뀜' }
const session = (ordinal: number, on: string, time: string) =>
  aSession({
    id: `2026-11-23-${String(ordinal).padStart(2, '0')}`,
    startAt: momentAt(on, time),
    attendees: [{ caseNumber: '2026-0001', ordinal }],
  })
const to = (on: string, time: string, roomId?: string) => ({ startAt: momentAt(on, time), ...(roomId && { roomId }) })

const always = suite('whatever is moved')

const day = fc.integer({ min: 0, max: 120 }).map((n) => plusDays('2026-11-23', n))
const time = fc.constantFrom('09:00', '10:30', '13:00', '14:00', '16:10', '18:00', '19:30')
const wanted = fc.record({
  gaps: fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 12 }),
  time,
  toOn: day,
  toTime: time,
  room: fc.constantFrom(undefined, 'room-1', 'room-2'),
  others: fc.array(
    fc.record({ on: day, time, who: fc.constantFrom('han', 'bora'), room: fc.constantFrom('room-1', 'room-2') }),
    {
      maxLength: 60,
    },
  ),
})

/** A course with gaps of some days, sessions of others around it, and where the first is to go. */
function laid({ gaps, time: at, toOn, toTime, room, others }: typeof wanted extends fc.Arbitrary<infer T> ? T : never) {
  let on = '2026-11-23'
  const later = gaps.map((gap, place) => {
    on = plusDays(on, gap)
    return session(place + 1, on, at)
  })
  const busy = others.map((one, place) =>
    boras({
      ...{ id: `2026-11-23-${60 + place}`, startAt: momentAt(one.on, one.time) },
      ...{ counsellorId: one.who, roomId: one.room },
    }),
  )
  const diary = facts([...later, ...busy])
  return { later, busy, diary, shifts: shiftedBy(later, to(toOn, toTime, room), diary) }
}

always('keeps count, order, ids and numbers', () => {
  let moves = 0
  fc.assert(
    fc.property(wanted, (what) => {
      const { later, diary, shifts } = laid(what)
      assert.equal(
        shifts.map(({ session: { id } }) => id),
        later.map(({ id }) => id),
      )
      const result = moveLater(later, shifts, asking, { diary, caseFiles: [aCaseUnderWay()] }, signed())
      if (!result.ok) return
      moves++
      const after = later.map((one) => result.value.find(({ id }) => id === one.id) ?? one)
      assert.is(new Set(after.map(({ id }) => id)).size, later.length)
      assert.equal(
        after.map(({ attendees }) => attendees),
        later.map(({ attendees }) => attendees),
      )
      for (const [at, one] of after.entries()) if (at > 0) assert.ok((after[at - 1]?.startAt ?? '') < one.startAt)
    }),
    { numRuns: 150 },
  )
  assert.ok(moves > 10, `${moves} were moved`)
})

always('clashes with nothing, and lies on no holiday, closed day or closed hour', () => {
  fc.assert(
    fc.property(wanted, (what) => {
      const { later, busy, diary, shifts } = laid(what)
      const result = moveLater(later, shifts, asking, { diary, caseFiles: [aCaseUnderWay()] }, signed())
      if (!result.ok) return
      const after = later.map((one) => result.value.find(({ id }) => id === one.id) ?? one)
      for (const one of result.value) {
        const others = [...busy.filter(isTaken), ...after].filter(({ id }) => id !== one.id)
        const near = others.filter((other) => overlaps(one, other))
        assert.equal(
          near.filter((other) => other.counsellorId === one.counsellorId || other.roomId === one.roomId),
          [],
        )
        assert.is(holidayOn(dayOf(one.startAt)), undefined)
        assert.ok(one.startAt > now && diary.openingHours[new Date(`${dayOf(one.startAt)}T00:00Z`).getUTCDay()])
        assert.ok(timeOf(one.startAt) >= '09:00' && timeOf(one.startAt) <= '19:10')
      }
    }),
    { numRuns: 150 },
  )
})

always.run()
