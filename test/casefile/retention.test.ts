// Over 150 lines because every edge of a clock, a hold and two signatures is tried by its own day.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { nameless, queueOf, reachOf } from '../../src/casefile/due.ts'
import { approve, eraseByRule, propose, takeBack } from '../../src/casefile/erase.ts'
import { hold, liftHold } from '../../src/casefile/hold.ts'
import { journalHolds } from '../../src/casefile/journal.ts'
import { retentionOf } from '../../src/casefile/retention.ts'
import { rowOf } from '../../src/casefile/row.ts'
import { reopen } from '../../src/exit/close.ts'
import { usualRetention } from '../../src/people/person.ts'
import type { Result } from '../../src/result.ts'
import { aCase, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const periods = usualRetention
const at = (moment: string, by = 'seo') => ({ by, at: moment })
const closedOn = (on: string, more: Partial<CaseFile> = {}) =>
  aCaseUnderWay({ closings: [{ on, reason: 'completed', ...signed() }], ...more })
const declinedAt = (moment: string) => aCase({ triage: [{ decision: 'declined', reason: 'full', ...at(moment) }] })
const reasonOf = (result: Result<unknown>) => (result.ok ? undefined : result.refusals[0]?.reason)
const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}

const clock = suite('the clock of a case')

clock('does not run while the case is open', () => {
  assert.equal(retentionOf(aCaseUnderWay(), periods, '2040-01-01'), { state: 'open' })
  for (const decision of ['waiting', 'returned'] as const)
    assert.is(retentionOf(aCase({ triage: [{ decision, ...signed() }] }), periods, '2040-01-01').state, 'open')
})

clock('runs from the closing, three years unless the centre settled otherwise', () => {
  const { state, rule, since, dueOn } = retentionOf(closedOn('2023-11-22'), periods, '2026-11-21')
  assert.equal([state, rule, since, dueOn], ['running', 'case-closed', '2023-11-22', '2026-11-22'])
  assert.is(retentionOf(closedOn('2023-11-22'), periods, '2026-11-22').state, 'due')
  assert.is(retentionOf(closedOn('2023-11-22'), { ...periods, caseYears: 5 }, '2026-11-22').dueOn, '2028-11-22')
})

clock('of a case closed on 29 February ends on 28 February, and on the 29th where there is one', () => {
  assert.is(retentionOf(closedOn('2024-02-29'), periods, '2026-11-22').dueOn, '2027-02-28')
  assert.is(retentionOf(closedOn('2024-02-29'), { ...periods, caseYears: 4 }, '2026-11-22').dueOn, '2028-02-29')
})

clock('of a referral that was declined runs 90 days from the day in Seoul', () => {
  const late = retentionOf(declinedAt('2026-08-24T14:59:59.999Z'), periods, '2026-11-22')
  assert.equal([late.since, late.dueOn, late.state], ['2026-08-24', '2026-11-22', 'due'])
  const midnight = retentionOf(declinedAt('2026-08-24T15:00:00.000Z'), periods, '2026-11-22')
  assert.equal([midnight.since, midnight.dueOn, midnight.state], ['2026-08-25', '2026-11-23', 'running'])
})

clock('stops when the case is reopened and begins anew when it is closed again', () => {
  const reopened = must(reopen(closedOn('2020-01-10'), 'more to do', at('2026-11-20T00:00:00.000Z')))
  assert.is(retentionOf(reopened, periods, '2026-11-22').state, 'open')
  const again = {
    ...reopened,
    closings: [...reopened.closings, { on: '2026-11-21', reason: 'completed', ...signed() }],
  }
  assert.is(retentionOf(again, periods, '2026-11-22').dueOn, '2029-11-21')
})

clock('never says that a case is due while somebody holds it back', () => {
  const held = must(hold(closedOn('2020-01-10'), 'a lawsuit', signed('seo')))
  assert.equal([retentionOf(held, periods, '2026-11-22').state, held.holds[0]?.why], ['held', 'a lawsuit'])
  assert.is(reasonOf(hold(held, 'again', signed('seo'))), 'already-held')
  const lifted = must(liftHold(held, signed('seo')))
  assert.is(retentionOf(lifted, periods, '2026-11-22').state, 'due')
  assert.is(reasonOf(liftHold(lifted, signed('seo'))), 'not-held')
  assert.ok(journalHolds(lifted))
})

clock.run()

const terms = { periods, today: '2026-11-22' }
const now = '2026-11-22T01:00:00.000Z'
const proposed = () => must(propose(closedOn('2023-11-22'), terms, at(now, 'seo')))

const two = suite('an erasure')

two('is proposed by one and approved by another', () => {
  assert.is(reasonOf(approve(closedOn('2023-11-22'), terms, at(now, 'yoo'))), 'not-proposed')
  assert.is(reasonOf(approve(proposed(), terms, at(now, 'seo'))), 'same-person')
  assert.equal(must(approve(proposed(), terms, at(now, 'yoo'))), {
    ...{ id: '2026-0001', caseNumber: '2026-0001', rule: 'case-closed', dueOn: '2026-11-22', how: 'key-destroyed' },
    ...{ proposed: at(now, 'seo'), approved: at(now, 'yoo') },
  })
})

two('is not proposed before its day, nor of an open case, nor twice', () => {
  const early = propose(closedOn('2023-11-23'), terms, signed('seo'))
  assert.equal(early.ok ? [] : early.refusals, [{ reason: 'not-due', with: { on: '2026-11-23' } }])
  assert.is(reasonOf(propose(aCaseUnderWay(), terms, signed('seo'))), 'not-closed')
  assert.is(reasonOf(propose(proposed(), terms, signed('bora'))), 'proposed-already')
})

two('is not approved when the case was touched in between', () => {
  const reopened = must(reopen(proposed(), 'more to do', at(now)))
  assert.is(reasonOf(approve(reopened, terms, at(now, 'yoo'))), 'not-closed')
  const closedAgain = { ...reopened, closings: [{ on: '2023-11-01', reason: 'completed', ...signed() }] }
  assert.is(reasonOf(approve(closedAgain, terms, at(now, 'yoo'))), 'not-proposed')
  const held = must(hold(proposed(), 'a lawsuit', at(now)))
  assert.is(reasonOf(approve(held, terms, at(now, 'yoo'))), 'held-back')
  assert.is(reasonOf(approve(must(liftHold(held, at(now))), terms, at(now, 'yoo'))), 'not-proposed')
  assert.is(reasonOf(approve(must(takeBack(proposed(), at(now))), terms, at(now, 'yoo'))), 'not-proposed')
  // a period that the centre made longer meanwhile
  assert.is(
    reasonOf(approve(proposed(), { ...terms, periods: { ...periods, caseYears: 5 } }, at(now, 'yoo'))),
    'not-due',
  )
})

two('that was overtaken can be proposed anew', () => {
  const lifted = must(liftHold(must(hold(proposed(), 'a lawsuit', at(now))), at(now)))
  assert.ok(approve(must(propose(lifted, terms, at(now, 'seo'))), terms, at(now, 'yoo')).ok)
})

two('happens by the rule for declined referrals only, and not for one that is held', () => {
  const declined = declinedAt('2026-08-24T01:00:00.000Z')
  assert.equal(must(eraseByRule(declined, { periods }, now)).approved, { by: 'rule', at: now })
  assert.is(reasonOf(eraseByRule(must(hold(declined, 'a complaint', signed('seo'))), { periods }, now)), 'held-back')
  assert.is(reasonOf(eraseByRule(closedOn('2020-01-10'), { periods }, now)), 'not-proposed')
  assert.is(reasonOf(eraseByRule(declined, { periods }, '2026-11-21T14:59:59.000Z')), 'not-due')
})

two.run()

const queue = suite('the queue of erasures')

queue('looks 90 days ahead, the longest due first, and sets apart what is held', () => {
  const files = [
    closedOn('2023-11-22', { number: '2023-0002' }),
    closedOn('2023-01-05', { number: '2023-0001' }),
    closedOn('2024-02-20', { number: '2023-0003' }),
    closedOn('2024-02-21', { number: '2023-0004' }),
    must(hold(closedOn('2020-01-05', { number: '2020-0001' }), 'a lawsuit', signed('seo'))),
    aCaseUnderWay({ number: '2026-0001' }),
  ]
  const rows = files.map((file) => rowOf(file, [], 'closed'))
  const { due, soon, held } = queueOf(rows, periods, '2026-11-22')
  const numbers = (cases: { number: string }[]) => cases.map(({ number }) => number)
  assert.equal([due, soon, held].map(numbers), [['2023-0001', '2023-0002'], ['2023-0003'], ['2020-0001']])
  assert.not.match(JSON.stringify(nameless({ due, soon, held })), '김민준')
  assert.match(JSON.stringify(due), '김민준')
})

queue('is asked of the store without leaving out anyone', () => {
  for (const since of ['2024-02-29', '2024-02-28', '2023-12-31', '2024-08-31'])
    for (const caseYears of [1, 2, 3, 4, 5]) {
      const { dueOn = '' } = retentionOf(closedOn(since), { ...periods, caseYears }, '2026-11-22')
      assert.ok(since <= reachOf({ ...periods, caseYears }, dueOn)['case-closed'], `${since} ${caseYears}`)
    }
  const { dueOn = '' } = retentionOf(declinedAt('2024-02-28T15:00:00.000Z'), periods, '2026-11-22')
  assert.is(reachOf(periods, dueOn)['referral-declined'], '2024-02-29')
})

queue.run()
