import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Session } from '../../src/casefile/session.ts'
import { type KeptApart, keptApartOf } from '../../src/sessions/apart.ts'
import { book } from '../../src/sessions/book.ts'
import type { Booking } from '../../src/sessions/booking-form.ts'
import { keepApart, letMeet, readEnding, readKeeping } from '../../src/sessions/keep-apart.ts'
import { move } from '../../src/sessions/move.ts'
import { boras, facts, monday, mustBe, reasonsOf, refusalsOf } from '../support/diary.ts'
import { aSession, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const [minjun, jiho] = [aCaseUnderWay(), aCaseUnderWay({ number: '2026-0002' })]
const booking: Booking = {
  ...{ kind: 'individual', mode: 'in-person', startAt: monday('14:00'), minutes: 50, roomId: 'room-1' },
  ...{ past: false, with: [] },
}
const nobody: KeptApart = { schoolId: 'hill', cases: [], schools: [] }
/** What two youths say of each other; neither says anything unless it is given. */
const saying = (first: Partial<KeptApart> = {}, second: Partial<KeptApart> = {}) =>
  new Map([
    ['2026-0001', { ...nobody, ...first }],
    ['2026-0002', { ...nobody, schoolId: 'river', ...second }],
  ])
const at = (time: string, changes: Partial<Session> = {}) =>
  boras({ id: '2026-11-16-02', startAt: monday(time), ...changes })
const why = (other: Session[], apart: Map<string, KeptApart>, changes: Partial<Booking> = {}, more = {}) =>
  reasonsOf(book([minjun], { ...booking, ...changes }, { ...facts(other), apart, ...more }, signed()))

const test = suite('youths who must not meet')

test('are not booked at the same time or within an hour, and it is enough that one side says so', () => {
  for (const apart of [saying({ cases: ['2026-0002'] }), saying({}, { cases: ['2026-0001'] })]) {
    assert.equal(why([at('14:00')], apart), [['must-not-meet', 'startTime']])
    assert.equal(why([at('15:45')], apart), [['must-not-meet', 'startTime']])
    assert.equal(why([at('12:15')], apart), [['must-not-meet', 'startTime']])
    assert.equal(why([at('15:50')], apart), [])
    assert.equal(why([at('12:10')], apart), [])
  }
  assert.equal(why([at('14:00')], saying()), [])
})

test('may be named by a whole school', () => {
  assert.equal(why([at('15:00')], saying({ schools: ['river'] })), [['must-not-meet', 'startTime']])
  assert.equal(why([at('15:00')], saying({}, { schools: ['hill'] })), [['must-not-meet', 'startTime']])
  assert.equal(why([at('15:00')], saying({ schools: ['cloud'] })), [])
})

test('do not meet when one of them telephones', () => {
  const apart = saying({ cases: ['2026-0002'] })
  assert.equal(why([at('15:00', { mode: 'phone' })], apart), [])
  assert.equal(why([at('15:00')], apart, { mode: 'phone', roomId: undefined }), [])
})

test('do not sit in one group, whatever its mode', () => {
  for (const mode of ['in-person', 'online']) {
    const group = { ...booking, kind: 'group', mode, with: ['2026-0002'] }
    const told = { ...facts(), apart: saying({}, { cases: ['2026-0001'] }) }
    assert.equal(refusalsOf(book([minjun, jiho], group, told, signed())), [
      { reason: 'must-not-meet', field: 'with', with: { case: '2026-0001', other: '2026-0002' } },
    ])
  }
})

test('are not named when the other case is kept from whoever asks', () => {
  const apart = saying({ cases: ['2026-0002'] })
  assert.equal(
    refusalsOf(book([minjun], booking, { ...facts([at('15:00')]), apart, hidden: new Set(['2026-0002']) }, signed())),
    [{ reason: 'must-not-meet-someone', field: 'startTime' }],
  )
})

test('are booked when the lead says why, which stays with the session; a reason that was not needed does not', () => {
  const apart = saying({ cases: ['2026-0002'] })
  const despite = { ...booking, despite: '둘 다 원함' }
  const near = mustBe(book([minjun], despite, { ...facts([at('15:00')]), apart }, signed('seo')))
  assert.equal(near.despite, { why: '둘 다 원함', ...signed('seo') })
  assert.is(mustBe(book([minjun], despite, { ...facts(), apart }, signed('seo'))).despite, undefined)
  assert.equal(why([at('14:00', { roomId: 'room-1' })], apart, { despite: '둘 다 원함' }), [['room-taken', 'roomId']])
})

test('are moved near each other only with a reason for that place, but a group let be moves as it is', () => {
  const apart = saying({ cases: ['2026-0002'] })
  const told = { ...facts([aSession(), at('17:00')]), apart }
  const to = { startAt: monday('16:00'), askedBy: 'youth', why: '시험' }
  const let_ = aSession({ despite: { why: '그때는 괜찮았음', ...signed('seo') } })
  for (const session of [aSession(), let_])
    assert.equal(reasonsOf(move(session, to, told, [minjun], signed())), [['must-not-meet', 'startTime']])
  const moved = mustBe(move(let_, { ...to, despite: '이번에도 괜찮음' }, told, [minjun], signed('seo')))
  assert.is(moved.despite?.why, '이번에도 괜찮음')
  const attendees = ['2026-0001', '2026-0002'].map((caseNumber) => ({ caseNumber, ordinal: 1 }))
  const group = { kind: 'group', attendees }
  const alone = { ...facts(), apart }
  assert.equal(reasonsOf(move(aSession(group), to, alone, [minjun, jiho], signed())), [['must-not-meet', 'startTime']])
  assert.ok(move({ ...let_, ...group }, to, alone, [minjun, jiho], signed()).ok)
})

test.run()

const list = suite('whom a youth must not meet')
const everyone = () => true

list('is what the referral says and what was noted since, until the lead ends it with a reason', () => {
  const file = { ...minjun, referral: { ...minjun.referral, mustNotMeet: ['2026-0009'] } }
  const kept = mustBe(
    keepApart(file, { caseNumber: '2026-0002', schoolId: 'river', why: 'together' }, everyone, signed()),
  )
  assert.equal(keptApartOf(kept), { schoolId: 'hill', cases: ['2026-0009', '2026-0002'], schools: ['river'] })
  assert.is(kept.journal.at(-1)?.deed, 'kept-apart')
  const ended = mustBe(letMeet(kept, { from: { caseNumber: '2026-0002' }, why: '화해함' }, signed('seo')))
  assert.equal(keptApartOf(ended).cases, ['2026-0009'])
  assert.equal(ended.apart?.[0]?.ended, { why: '화해함', ...signed('seo') })
  const free = mustBe(letMeet(ended, { from: { caseNumber: '2026-0009' }, why: '잘못 적음' }, signed('seo')))
  assert.equal(keptApartOf(free), { schoolId: 'hill', cases: [], schools: ['river'] })
  assert.equal(free.referral.mustNotMeet, ['2026-0009'])
  const anew = mustBe(keepApart(free, { caseNumber: '2026-0009', why: 'harmed' }, everyone, signed()))
  assert.equal(keptApartOf(anew).cases, ['2026-0009'])
})

list('takes in no case twice, not itself, and none that the asker may not know of', () => {
  const kept = mustBe(keepApart(minjun, { caseNumber: '2026-0002', why: 'together' }, everyone, signed()))
  const again = (caseNumber: string, known = everyone) =>
    reasonsOf(keepApart(kept, { caseNumber, why: 'other' }, known, signed()))
  assert.equal(again('2026-0002'), [['apart-already', 'apartCase']])
  assert.equal(again('2026-0001'), [['apart-self', 'apartCase']])
  assert.equal(
    again('2026-0003', () => false),
    [['case-unknown', 'apartCase']],
  )
  const gone = { from: { caseNumber: '2026-0003' }, why: '없음' }
  assert.equal(reasonsOf(letMeet(kept, gone, signed('seo'))), [['apart-not-there', 'why']])
})

list('is read from a case number or a school', () => {
  const read = (fields: Record<string, string>) => readKeeping(new URLSearchParams(fields), ['hill', 'river'])
  assert.equal(mustBe(read({ apartCase: ' 2026-0002 ', apartWhy: 'together' })), {
    ...{ caseNumber: '2026-0002', schoolId: undefined, why: 'together' },
  })
  assert.equal(reasonsOf(read({ apartWhy: 'together' })), [['apart-missing', 'apartCase']])
  assert.equal(reasonsOf(read({ apartCase: '김민준', apartWhy: 'other' })), [['not-a-case-number', 'apartCase']])
  assert.equal(reasonsOf(read({ apartCase: '2026-0002 2026-0003', apartWhy: 'other' })), [
    ['not-a-case-number', 'apartCase'],
  ])
  const ending = new URLSearchParams({ apartFrom: 'case:2026-0002', why: '화해함' })
  assert.equal(mustBe(readEnding(ending, { cases: ['2026-0002'], schools: [] })).from, { caseNumber: '2026-0002' })
  assert.equal(reasonsOf(readEnding(ending, { cases: [], schools: [] })), [['not-offered', 'apartFrom']])
})

list.run()
