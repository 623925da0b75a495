import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isToSend, type LookMessage, messageStateOf, type SessionMessage } from '../../src/people/message.ts'
import { deliver, drop, inOutbox } from '../../src/sessions/outbox.ts'
import { stillHolds } from '../../src/sessions/remind-news.ts'
import { type Moment, plusMinutes } from '../../src/time/days.ts'
import { mustBe } from '../support/diary.ts'
import { at, cancelledAt, four, mother, movedTo, news, sessionAtFour } from '../support/reminders.ts'
import { signed } from '../support/samples.ts'

const five = at('11-24', '17:00')
const holding = suite('a message that waits')

holding('holds while the session is as it says, and they still want it', () => {
  const now = at('11-22', '10:00')
  const [one] = news(sessionAtFour(), now) as [SessionMessage]
  assert.ok(stillHolds(one, sessionAtFour(), [mother], now))
  assert.not(stillHolds(one, sessionAtFour(), [{ ...mother, to: 'new@example.test' }], now))
  assert.not(stillHolds(one, sessionAtFour(), [], now))
  assert.not(stillHolds(one, undefined, [mother], now))
  assert.not(stillHolds(one, movedTo(sessionAtFour(), five, now), [mother], now))
  assert.not(stillHolds(one, cancelledAt(sessionAtFour(), now), [mother], now))
  assert.not(stillHolds(one, sessionAtFour(), [mother], four))
  const [off] = news(cancelledAt(sessionAtFour(), now), now) as [SessionMessage]
  assert.ok(stillHolds(off, cancelledAt(sessionAtFour(), now), [mother], now))
  assert.not(stillHolds(off, sessionAtFour(), [mother], now))
})

const made = at('11-22', '10:00')
const [waiting] = news(sessionAtFour(), made) as [SessionMessage]
const failed = (times: number, when: Moment): SessionMessage => ({
  ...{ ...waiting, takenAt: when },
  failed: { at: when, why: 'refused', times },
})

holding('is tried again after 5, 20, 80 and 320 minutes, five times in all and never after a day', () => {
  const afterwards = [5, 20, 80].map((pause, n) => {
    const one = failed(n + 1, made)
    return [isToSend(one, plusMinutes(made, pause - 1)), isToSend(one, plusMinutes(made, pause))]
  })
  assert.equal(afterwards, [
    [false, true],
    [false, true],
    [false, true],
  ])
  assert.ok(isToSend(failed(4, made), at('11-22', '15:20')))
  assert.is(messageStateOf(failed(5, made), at('11-22', '15:20')), 'failed')
  assert.is(messageStateOf(failed(1, made), at('11-23', '10:00')), 'failed')
})

holding('is never taken up at night, after the session began, or twice', () => {
  assert.not(isToSend(waiting, at('11-22', '21:00')))
  assert.not(isToSend(waiting, four))
  const taken = { ...waiting, takenAt: made }
  assert.equal(
    [0, 1, 2, 600].map((minutes) => messageStateOf(taken, plusMinutes(made, minutes))),
    ['sending', 'sending', 'unsure', 'unsure'],
  )
  for (const minutes of [0, 5, 600]) assert.not(isToSend(taken, plusMinutes(made, minutes)))
})

holding('can be settled by hand once', () => {
  const seo = signed('seo', made)
  const sent = mustBe(deliver(waiting, seo))
  assert.equal(sent.sent, { at: made, byHand: 'seo' })
  for (const rule of [deliver, drop]) assert.not(rule(sent, seo).ok)
  const unsure = { ...waiting, takenAt: plusMinutes(made, -10) }
  assert.ok(drop(unsure, seo).ok && deliver(unsure, seo).ok)
  assert.not(deliver({ ...waiting, takenAt: made }, seo).ok, 'it is being sent')
})

holding('stands in the outbox until it matters no more; what was sent, for 30 days', () => {
  const ids = (filter: Parameters<typeof inOutbox>[1], now: Moment) => inOutbox([waiting], filter, now).length
  assert.equal([ids('open', made), ids('sent', made), ids('all', made)], [1, 0, 1])
  assert.equal([ids('open', four), ids('all', four), ids('all', plusMinutes(made, 30 * 1440 + 1))], [0, 1, 0])
})

holding('that asks somebody to look goes out at night too, is tried again soon, and matters for a day', () => {
  const night = at('11-22', '23:00')
  const look: LookMessage = {
    ...{ id: 'look', what: 'look-now', whose: 'staff', way: 'mail', to: 'han@example.test', lang: 'ko' },
    ...{ alarmId: 'alarm-1', caseNumber: '2026-0001', at: night },
  }
  assert.ok(isToSend(look, night))
  for (const [times, pause] of [1, 2, 5, 15].entries()) {
    const again = { ...look, takenAt: night, failed: { at: night, why: 'refused' as const, times: times + 1 } }
    assert.equal(
      [isToSend(again, plusMinutes(night, pause - 1)), isToSend(again, plusMinutes(night, pause))],
      [false, true],
    )
  }
  const [lastMinute, dayAfter] = [plusMinutes(night, 1439), plusMinutes(night, 1440)]
  assert.equal([isToSend(look, lastMinute), isToSend(look, dayAfter)], [true, false])
  const listed = [lastMinute, dayAfter].map((now) => inOutbox([look], 'open', now).length)
  assert.equal(listed, [1, 0])
})

holding.run()
