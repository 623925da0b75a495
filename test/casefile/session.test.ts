import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { dueOnOf, sessionBelongingOf } from '../../src/casefile/questions.ts'
import { creditedMinutesOf, heldOf, missedOf } from '../../src/casefile/session.ts'
import { may } from '../../src/people/may.ts'
import { aCase, aSession, bora, han, now, seo, signed } from '../support/samples.ts'

const number = aCase().number
const session = (kind: string, code?: string, creditedMinutes = 0) =>
  aSession({
    kind,
    attendees: [
      { caseNumber: number, ordinal: 1, ...(code && { attendance: { code, creditedMinutes, ...signed() } }) },
    ],
  })

const sessions = suite('sessions of a case')

sessions('with the guardian or the referrer alone are not the youth’s own', () => {
  const all = ['individual', 'education', 'guardian', 'guardian-education', 'liaison'].map((kind) =>
    session(kind, 'attended', 50),
  )
  assert.equal(
    heldOf(all, number).map(({ kind }) => kind),
    ['individual', 'education'],
  )
  assert.is(creditedMinutesOf(all, number), 100)
})

sessions('are missed when somebody marked so, not while nobody did', () => {
  const all = [session('individual'), session('individual', 'no-show'), session('individual', 'excused')]
  assert.is(missedOf(all, number).length, 2)
})

sessions('belong to the case’s counsellor and to whoever stands in, not to one who gave the case away', () => {
  const given = (...to: string[]) =>
    aCase({ assignments: to.map((counsellorId) => ({ counsellorId, ...signed('seo') })) })
  const hans = aSession({ counsellorId: 'han' })
  const sees = (person: typeof han, ...to: string[]) =>
    may(person, 'see a session', sessionBelongingOf(hans, [given(...to)], now))
  assert.equal([sees(han, 'han'), sees(bora, 'han'), sees(seo, 'han')], [true, false, true])
  assert.equal([sees(han, 'bora'), sees(bora, 'bora')], [true, true])
  assert.equal([sees(han, 'han', 'bora'), sees(bora, 'han', 'bora')], [false, true])
  assert.is(sees(han, 'han', 'bora', 'han'), true)
})

sessions('are due as planned, else as the referral says', () => {
  const file = aCase()
  assert.is(dueOnOf({ ...file, referral: { ...file.referral, dueOn: '2027-01-31' } }), '2027-01-31')
  const plan = { sessions: 10, minutes: 50, kind: 'individual', mode: 'phone', startOn: '2026-11-16', ...signed() }
  assert.is(dueOnOf({ ...file, plan: { ...plan, dueOn: '2027-01-10' } }), '2027-01-10')
})

sessions.run()
