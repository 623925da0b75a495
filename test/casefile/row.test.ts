import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { IssuedSurvey } from '../../src/casefile/casefile.ts'
import { belongingOfRow, comingOf, decisionOf, rowOf } from '../../src/casefile/row.ts'
import type { Session } from '../../src/casefile/session.ts'
import { countsOf } from '../../src/intake/edition-counts.ts'
import { may } from '../../src/people/may.ts'
import { momentAt } from '../../src/time/days.ts'
import { aSession, bora, han, now, seo, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const test = suite('when a youth was seen')

/** One on each of these days; without a code, nobody has marked it yet. */
const marked = (on: string, code?: string, kind = 'individual'): Session =>
  aSession({
    ...{ id: `${on}-01`, kind, startAt: momentAt(on, '14:00') },
    attendees: [
      { caseNumber: '2026-0001', ordinal: 1, ...(code && { attendance: { code, creditedMinutes: 0, ...signed() } }) },
    ],
  })
const seen = (...sessions: Session[]) => {
  const { seenOn, noShows } = rowOf(aCaseUnderWay(), sessions, 'sessions')
  return [seenOn, noShows]
}

test('is the last day on which they came, late or not to the end', () => {
  assert.equal(seen(marked('2026-11-02', 'attended'), marked('2026-11-09', 'late')), ['2026-11-09', undefined])
  assert.equal(seen(marked('2026-11-02', 'left-early'), marked('2026-11-16')), ['2026-11-02', undefined])
  assert.equal(seen(), [undefined, undefined])
})

test('is the day of the interview while there was no session, and not a day on which the guardian came', () => {
  const file = aCaseUnderWay()
  const interview = { on: '2026-10-20' } as NonNullable<typeof file.interview>
  assert.is(
    rowOf({ ...file, interview }, [marked('2026-11-02', 'attended', 'guardian')], 'sessions').seenOn,
    '2026-10-20',
  )
})

test('goes with how often in a row they then did not come without a word', () => {
  const came = marked('2026-10-05', 'attended')
  const gone = ['2026-10-12', '2026-10-19', '2026-10-26'].map((on) => marked(on, 'no-show'))
  assert.equal(seen(came, ...gone), ['2026-10-05', 3])
  assert.equal(seen(...gone), [undefined, 3])
  assert.equal(seen(came, ...gone, marked('2026-11-02', 'attended')), ['2026-11-02', undefined])
})

test('a word beforehand ends the row; an hour called off, the guardian’s or not marked yet does not', () => {
  const [one, two, three] = ['2026-10-12', '2026-10-19', '2026-10-26'].map((on) => marked(on, 'no-show')) as [
    Session,
    Session,
    Session,
  ]
  assert.equal(seen(one, marked('2026-10-13', 'excused'), two, three)[1], 2)
  const off = { ...marked('2026-10-20'), cancelled: { code: 'cancelled-by-centre', ...signed() } }
  assert.equal(seen(one, two, off, marked('2026-10-22', 'attended', 'guardian'), three, marked('2026-11-16'))[1], 3)
})

test('days count in the order of the sessions, not in that of their booking', () => {
  const [first, second] = [marked('2026-10-12', 'attended'), marked('2026-10-19', 'no-show')]
  assert.equal(seen(second, first), ['2026-10-12', 1])
})

test.run()

const whose = suite('what a row says of its case')

whose('is the letter that ordered it, only where day and number are known', () => {
  const file = aCaseUnderWay()
  const of = (referral: Partial<typeof file.referral>) =>
    decisionOf({ ...file, referral: { ...file.referral, ...referral } })
  assert.is(of({ decidedOn: '2026-10-01', decisionNumber: '2026 - 17' }), '2026-10-01 2026-17')
  assert.is(of({ decisionNumber: '2026-17' }), undefined)
  assert.is(of({ decidedOn: '2026-10-01' }), undefined)
})

whose('is whose it is: the counsellor’s, whoever stands in that day, and nobody’s who is kept out', () => {
  const row = rowOf(aCaseUnderWay(), [], 'sessions')
  const sees = (changes: Partial<typeof row>) =>
    [han, bora, seo].map((person) => may(person, 'see a case', belongingOfRow({ ...row, ...changes }, now)))
  assert.equal(sees({}), [true, false, true])
  assert.equal(sees({ covers: [{ counsellorId: 'bora', from: '2026-11-16', to: '2026-11-16' }] }), [true, true, true])
  assert.equal(sees({ covers: [{ counsellorId: 'bora', from: '2026-11-17', to: '2026-11-20' }] }), [true, false, true])
  assert.equal(sees({ restrictedTo: ['han'] }), [true, false, false])
})

whose('counts a session with the guardian among what is booked, but not among those to which the youth comes', () => {
  const guardians = aSession({ kind: 'guardian', startAt: '2026-11-20T05:00:00.000Z', id: '2026-11-20-01' })
  const row = rowOf(aCaseUnderWay(), [aSession(), guardians], 'sessions')
  assert.equal(row.bookedAt, [aSession().startAt, guardians.startAt])
  assert.equal(comingOf(row), [aSession().startAt])
  assert.equal(comingOf(rowOf(aCaseUnderWay(), [aSession()], 'sessions')), [aSession().startAt])
})

whose('is which versions of surveys were handed out, and which came back; counted over all cases', () => {
  const issued = (version: number, isAnswered: boolean): IssuedSurvey => ({
    ...{ id: `intake-${version}`, survey: 'intake', version, wave: 'intake', expiresAt: now, ...signed() },
    ...(isAnswered && { response: { at: now, lang: 'ko', answers: {} } }),
  })
  const file = aCaseUnderWay({ surveys: [issued(1, false), issued(2, true)] })
  const rows = [rowOf(file, [], 'sessions'), rowOf(file, [], 'sessions'), rowOf(aCaseUnderWay(), [], 'sessions')]
  assert.is(rows[2]?.surveysOf, undefined)
  assert.equal(Object.fromEntries(countsOf(rows)), {
    'intake.v1': { handed: 2, answered: 0 },
    'intake.v2': { handed: 2, answered: 2 },
  })
})

whose.run()
