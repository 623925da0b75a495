import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isDaytime, type SessionMessage } from '../../src/people/message.ts'
import { momentAt, plusMinutes } from '../../src/time/days.ts'
import { at, cancelledAt, four, movedTo, news, sessionAtFour } from '../support/reminders.ts'

const always = suite('whatever becomes of a session')

/** What staff may do to it, and how many minutes later. */
const step = fc.record({
  after: fc.integer({ min: 1, max: 2_000 }),
  does: fc.oneof(
    { weight: 6, arbitrary: fc.constant('look') },
    { weight: 3, arbitrary: fc.constant('move') },
    { weight: 1, arbitrary: fc.constant('cancel') },
  ),
  by: fc.integer({ min: -3_000, max: 10_000 }),
})

always('nobody hears the same twice, nothing at night, and in the end everybody knows', () =>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let now = at('11-15', '09:00')
      let one = sessionAtFour()
      const told: SessionMessage[] = []
      const look = () => {
        const fresh = news(one, now, told).filter(({ id }) => !told.some((old) => old.id === id))
        assert.ok(fresh.length <= 1)
        assert.ok(fresh.length === 0 || isDaytime(now))
        for (const message of fresh) {
          assert.ok(message.startAt > now)
          const last = told.at(-1)
          assert.not(last && last.what === message.what && last.startAt === message.startAt, 'heard just that')
        }
        told.push(...fresh)
        assert.equal(news(one, now, told), [], 'there is nothing more to say')
      }
      for (const { after, does, by } of steps) {
        now = plusMinutes(now, after)
        if (one.startAt > now && !one.cancelled) {
          const to = plusMinutes(one.startAt, by)
          if (does === 'move' && to > now) one = movedTo(one, to, now)
          if (does === 'cancel') one = cancelledAt(one, now)
        }
        look()
      }
      const noon = plusMinutes(momentAt(now.slice(0, 10), '12:00'), 1440)
      if (one.startAt <= noon) return
      now = noon
      look()
      const known = told.at(-1)?.startAt ?? four
      const near = [known, one.startAt].some((time) => time <= plusMinutes(now, 14 * 1440))
      if (one.cancelled) assert.ok(known <= now || told.at(-1)?.what === 'cancelled' || !near)
      else assert.ok(known === one.startAt || !near, `${known} is not ${one.startAt}`)
    }),
    { numRuns: 300 },
  ),
)

always.run()
