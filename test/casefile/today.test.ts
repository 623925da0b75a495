import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Row } from '../../src/casefile/row.ts'
import { awaitingCountersign, byWaiting, nextOf, sessionsByCounsellor } from '../../src/casefile/today.ts'
import { boras, monday } from '../support/diary.ts'
import { aSession, signed } from '../support/samples.ts'

const ten = aSession({ id: 'ten', startAt: monday('10:00') })
const two = aSession({ id: 'two', startAt: monday('14:00') })
const cancelled = { code: 'excused', ...signed() }

const today = suite('today')

today('the session under way comes before the next, until it is over or marked', () => {
  const next = (at: string, sessions = [ten, two]) => nextOf(sessions, monday(at))?.id
  assert.equal([next('09:00'), next('10:49'), next('10:50'), next('14:50')], ['ten', 'ten', 'two', undefined])
  const attendance = { code: 'attended', creditedMinutes: 50, ...signed() }
  const marked = { ...ten, attendees: [{ caseNumber: '2026-0001', ordinal: 1, attendance }] }
  assert.is(next('10:10', [marked, two]), 'two')
  assert.is(next('09:00', [{ ...ten, cancelled }, two]), 'two')
})

today('how much each counsellor has leaves out what was called off', () => {
  assert.equal(
    [...sessionsByCounsellor([ten, two, boras(), boras({ cancelled })])],
    [
      ['han', 2],
      ['bora', 1],
    ],
  )
})

const row = (number: string, changes: Partial<Row>) => ({ number, referredOn: '2026-11-01', ...changes }) as Row

today('notes wait for the lead from the moment on that the centre wanted it', () => {
  const rows = [row('1', { uncountersigned: [monday('09:00'), monday('12:00')] }), row('2', {})]
  assert.equal(
    [undefined, monday('08:00'), monday('12:00'), monday('13:00')].map((from) => awaitingCountersign(rows, from)),
    [0, 2, 1, 0],
  )
})

today('whoever has waited longest stands first', () => {
  const rows = [row('3', { referredOn: '2026-11-03' }), row('2', {}), row('1', {})]
  assert.equal(
    byWaiting(rows).map(({ number }) => number),
    ['1', '2', '3'],
  )
})

today.run()
