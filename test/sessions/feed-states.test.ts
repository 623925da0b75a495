import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Session } from '../../src/casefile/session.ts'
import { feedOf, feedText } from '../../src/sessions/feed.ts'
import { plusMinutes } from '../../src/time/days.ts'
import { wordsOf } from '../../views/words.ts'
import { eventsIn } from '../support/feed.ts'
import { aSession, now } from '../support/samples.ts'

const rooms = new Map([
  ['room-1', '상담실 1'],
  ['room-2', '별관 2층 끝, 가온누리; 나래(다솜) \\ 미리내 온새미로 한울 마루 아라 도담 라온 시나브로 윤슬'],
])
const nobody = new Set<string>()

const moment = fc.integer({ min: 0, max: 60 * 24 * 400 }).map((minutes) => plusMinutes(now, minutes))
const by = fc.record({ by: fc.constantFrom('han', 'bora', 'seo'), at: moment })
const who = fc.constantFrom('han', 'bora')
const anySession = fc.record({
  startAt: moment,
  minutes: fc.integer({ min: 10, max: 480 }),
  counsellorId: who,
  roomId: fc.constantFrom('room-1', 'room-2', undefined),
  attendees: fc
    .uniqueArray(fc.constantFrom('2026-0001', '2026-0002', '2026-0003'), { minLength: 1 })
    .map((numbers) => numbers.map((caseNumber) => ({ caseNumber, ordinal: 1 }))),
  moved: fc.array(
    fc.tuple(by, moment).map(([one, from]) => ({ ...one, from, askedBy: 'youth', why: '' })),
    { maxLength: 3 },
  ),
  handedOver: fc.option(
    fc.array(
      fc.tuple(by, who).map(([one, from]) => ({ ...one, from })),
      { maxLength: 2 },
    ),
    { nil: undefined },
  ),
  cancelled: fc.option(
    by.map((one) => ({ ...one, code: 'excused' })),
    { nil: undefined },
  ),
})

const test = suite('a calendar feed of any diary')
test('has whatever becomes of sessions: each of one’s own once, at its time, cancelled or not, and nobody else’s', () => {
  fc.assert(
    fc.property(
      fc.array(anySession, { maxLength: 8 }),
      fc.constantFrom(nobody, new Set(['2026-0003'])),
      (any, hidden) => {
        const sessions = any.map((one, at): Session => aSession({ ...one, id: `s-${at}` }))
        const events = eventsIn(feedText(feedOf('han', sessions, hidden), rooms, wordsOf('ko').calendar.feed, now))
        assert.is(new Set(events.map(({ uid }) => uid)).size, events.length)
        for (const session of sessions) {
          const event = events.find(({ uid }) => uid === `${session.id}@calendar`)
          const isKept = session.attendees.some(({ caseNumber }) => hidden.has(caseNumber))
          const wasHans = session.handedOver?.some(({ from }) => from === 'han')
          assert.is(event !== undefined, !isKept && (session.counsellorId === 'han' || wasHans === true))
          if (event && session.counsellorId === 'han') {
            assert.equal([event.startAt, event.endAt], [session.startAt, plusMinutes(session.startAt, session.minutes)])
            assert.is(event.status, session.cancelled ? 'CANCELLED' : 'CONFIRMED')
            assert.is(event.location ?? undefined, rooms.get(session.roomId ?? ''))
          } else if (event) assert.is(event.status, 'CANCELLED')
        }
      },
    ),
    { numRuns: 200 },
  )
})

test.run()
