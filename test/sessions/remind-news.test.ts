// Over 150 lines because what is told of a session that moves back and forth is followed step by step.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Session } from '../../src/casefile/session.ts'
import type { SessionMessage } from '../../src/people/message.ts'
import { drop, dropByRule } from '../../src/sessions/outbox.ts'
import { remindAt } from '../../src/sessions/remind-news.ts'
import { type Moment, momentAt, plusDays, plusMinutes } from '../../src/time/days.ts'
import { mustBe } from '../support/diary.ts'
import { at, cancelledAt, four, mother, movedTo, news, sessionAtFour } from '../support/reminders.ts'
import { signed } from '../support/samples.ts'

const said = (one: Session, now: Moment, earlier: SessionMessage[] = [], whom = mother) =>
  news(one, now, earlier, whom).map(({ what, startAt }) => [what, startAt])

const reminding = suite('a reminder')

reminding('is made on the day before, at ten', () => {
  assert.is(remindAt(four), at('11-22', '10:00'))
  assert.equal(said(sessionAtFour(), at('11-22', '09:59')), [])
  assert.equal(said(sessionAtFour(), at('11-22', '10:00')), [['reminder', four]])
})

reminding('is made at once when it was booked after that, but not in the last three hours', () => {
  assert.equal(said(sessionAtFour(), at('11-23', '13:00')), [['reminder', four]])
  assert.equal(said(sessionAtFour(), at('11-23', '13:01')), [])
  assert.equal(said(sessionAtFour(), at('11-23', '16:00')), [])
})

reminding('rings nobody up at night', () => {
  assert.equal(said(sessionAtFour(), at('11-22', '21:00')), [])
  assert.equal(said(sessionAtFour(), at('11-23', '07:59')), [])
  assert.equal(said(sessionAtFour(), at('11-23', '08:00')), [['reminder', four]])
})

reminding('is the same message whenever it is made, and is not made again', () => {
  const [first] = news(sessionAtFour(), at('11-22', '10:00'))
  const [second] = news(sessionAtFour(), at('11-22', '11:00'))
  assert.ok(first && second)
  assert.is(first.id, second.id)
  assert.match(first.id, /^[\w-]{24}$/)
  assert.equal(said(sessionAtFour(), at('11-22', '11:00'), [first]), [])
  const other = news(sessionAtFour(), at('11-22', '10:00'), [], { ...mother, to: 'father@example.test' })[0]
  assert.is.not(first.id, other?.id)
})

reminding('says how only when nobody comes here', () => {
  const placeOf = (mode: string) => news(sessionAtFour({ mode }), at('11-22', '10:00'))[0]?.place
  assert.equal(['in-person', 'visit', 'phone', 'online'].map(placeOf), [undefined, undefined, 'phone', 'online'])
})

reminding('is made for nobody who chose it after everything was over', () => {
  assert.equal(
    said(cancelledAt(sessionAtFour(), at('11-20', '10:00')), at('11-22', '10:00'), [], {
      ...mother,
      since: at('11-21', '09:00'),
    }),
    [],
  )
})

reminding.run()

const moving = suite('a session that moves')
const five = at('11-24', '17:00')
const far = at('12-20', '16:00')

moving('is told at once, with the time that they had in mind', () => {
  const [one] = news(movedTo(sessionAtFour(), five, at('11-20', '11:00')), at('11-20', '11:01'))
  assert.equal([one?.what, one?.from, one?.startAt], ['moved', four, five])
})

moving('is told after its reminder, and reminded of again only on the day before the new time', () => {
  const reminder = news(sessionAtFour(), at('11-22', '10:00'))
  const moved = movedTo(sessionAtFour(), at('11-25', '16:00'), at('11-22', '12:00'))
  const word = news(moved, at('11-22', '12:01'), reminder)
  assert.equal(
    word.map(({ what, from }) => [what, from]),
    [['moved', four]],
  )
  const told = [...reminder, ...word]
  assert.equal(said(moved, at('11-23', '12:00'), told), [])
  assert.equal(said(moved, at('11-24', '10:00'), told), [['reminder', at('11-25', '16:00')]])
})

moving('is not reminded of on top when it was told that it moved to tomorrow', () => {
  const moved = movedTo(sessionAtFour({ startAt: far }), four, at('11-22', '12:00'))
  const word = news(moved, at('11-22', '12:01'))
  assert.equal(
    word.map(({ what }) => what),
    ['moved'],
  )
  assert.equal(said(moved, at('11-22', '13:00'), word), [])
})

moving('back to where it was, before anybody was told, is no news; afterwards it is', () => {
  const away = movedTo(sessionAtFour(), five, at('11-20', '11:00'))
  const back = movedTo(away, four, at('11-20', '11:00'))
  assert.equal(said(back, at('11-20', '11:01')), [])
  const first = news(away, at('11-20', '11:01'))
  const second = news(back, at('11-20', '11:02'), first)
  assert.equal(
    second.map(({ what, startAt }) => [what, startAt]),
    [['moved', four]],
  )
  const again = movedTo(back, five, at('11-20', '11:03'))
  const third = news(again, at('11-20', '11:04'), [...first, ...second])
  assert.equal(
    third.map(({ startAt }) => startAt),
    [five],
  )
  assert.is.not(third[0]?.id, first[0]?.id)
})

moving('twice before they could be told is told once, from what they knew', () => {
  const there = movedTo(movedTo(sessionAtFour(), five, at('11-19', '22:00')), far, at('11-19', '22:30'))
  assert.equal(said(there, at('11-19', '22:31')), [])
  const [one] = news(there, at('11-20', '08:00'))
  assert.equal([one?.from, one?.startAt], [four, far])
})

moving('in a message that no longer held was never heard of', () => {
  const away = movedTo(sessionAtFour(), five, at('11-20', '11:00'))
  const stale = news(away, at('11-20', '11:01')).map((one) => dropByRule(one, at('11-20', '11:05')))
  const [one] = news(movedTo(away, far, at('11-20', '11:05')), at('11-20', '11:06'), stale)
  assert.is(one?.from, four)
  const given = mustBe(drop(news(away, at('11-20', '11:01'))[0] as SessionMessage, signed('seo', at('11-20', '11:05'))))
  assert.equal(said(away, at('11-20', '11:06'), [given]), [])
})

moving('to another room only is no news', () => {
  const moved = movedTo(sessionAtFour(), four, at('11-20', '11:00'))
  assert.equal(said(moved, at('11-20', '11:01')), [])
  const reminder = news(moved, at('11-22', '10:00'))
  assert.equal(said(movedTo(moved, four, at('11-22', '11:00')), at('11-22', '11:01'), reminder), [])
})

moving('with nine others is told as each comes near', () => {
  const weeks = Array.from({ length: 10 }, (_, week) => {
    const was = momentAt(plusDays('2026-11-24', week * 7), '16:00')
    return movedTo(
      sessionAtFour({ id: `2026-11-10-${week + 10}`, startAt: was }),
      plusMinutes(was, 1440),
      at('11-22', '11:00'),
    )
  })
  const made = weeks.flatMap((one) => news(one, at('11-22', '11:01')))
  assert.is(made.length, 2)
  assert.is(weeks.flatMap((one) => news(one, at('11-30', '11:00'), made)).length, 1)
})

moving('before they chose to hear of it is no news to them', () => {
  const moved = movedTo(sessionAtFour(), five, at('11-20', '11:00'))
  const late = { ...mother, since: at('11-21', '09:00') }
  assert.equal(said(moved, at('11-21', '09:01'), [], late), [])
  assert.equal(said(moved, at('11-23', '10:00'), [], late), [['reminder', five]])
})

moving('or is called off in the past is no news', () => {
  assert.equal(said(movedTo(sessionAtFour(), five, at('11-20', '11:00')), at('11-24', '17:00')), [])
  assert.equal(said(cancelledAt(sessionAtFour(), at('11-23', '15:00')), at('11-23', '16:00')), [])
})

moving('and is then called off: they hear of the time that they had in mind, once', () => {
  const off = cancelledAt(movedTo(sessionAtFour(), five, at('11-20', '11:00')), at('11-20', '11:00'))
  const word = news(off, at('11-20', '11:01'))
  assert.equal(
    word.map(({ what, startAt }) => [what, startAt]),
    [['cancelled', four]],
  )
  assert.equal(said(off, at('11-20', '11:02'), word), [])
})

moving.run()
