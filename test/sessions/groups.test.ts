import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'

import type { Session } from '../../src/casefile/session.ts'
import { join, leave } from '../../src/sessions/attendees.ts'
import { book } from '../../src/sessions/book.ts'
import type { Booking } from '../../src/sessions/booking-form.ts'
import { attendAll, readMarks } from '../../src/sessions/group-attendance.ts'

import { plusMinutes } from '../../src/time/days.ts'
import { facts, monday, mustBe, reasonsOf, refusalsOf } from '../support/diary.ts'
import { aSession, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const [minjun, jiho, sora] = ['2026-0001', '2026-0002', '2026-0003'].map((number) => aCaseUnderWay({ number })) as [
  CaseFile,
  CaseFile,
  CaseFile,
]
const theGroup: Booking = {
  ...{
    kind: 'group',
    mode: 'in-person',
    startAt: monday('14:00'),
    minutes: 120,
    roomId: 'room-1',
    past: false,
    with: [],
  },
}
const group = (...numbers: string[]): Session =>
  aSession({ kind: 'group', minutes: 120, attendees: numbers.map((caseNumber) => ({ caseNumber, ordinal: 1 })) })
const begun = signed('han', plusMinutes(monday('14:00'), 120))

const test = suite('a group')

test('is booked for several, each with their own next number', () => {
  const before = [aSession({ id: '2026-11-09-01', attendees: [{ caseNumber: '2026-0002', ordinal: 4 }] })]
  const session = mustBe(book([minjun, jiho], theGroup, facts([], before), signed()))
  assert.equal(session.attendees, [
    { caseNumber: '2026-0001', ordinal: 1 },
    { caseNumber: '2026-0002', ordinal: 5 },
  ])
})

test('is not booked as a kind for one, nor with somebody whose consents are missing', () => {
  const alone = book([minjun, jiho], { ...theGroup, kind: 'individual' }, facts(), signed())
  assert.equal(reasonsOf(alone), [['not-a-group', 'with']])
  const without = aCaseUnderWay({ number: '2026-0002', consents: [] })
  assert.equal(reasonsOf(book([minjun, without], theGroup, facts(), signed())), [['before-consent', 'with']])
})

test('is not booked with a restricted case whose counsellor is not named in it', () => {
  const kept = { ...jiho, restricted: { to: ['bora', 'seo'], why: '직원의 자녀', ...signed('seo') } }
  assert.equal(reasonsOf(book([minjun, kept], theGroup, facts(), signed())), [['not-named', 'counsellorId']])
})

test('is taken when one of its youths is somewhere else', () => {
  const elsewhere = aSession({
    ...{ counsellorId: 'bora', roomId: 'room-2', attendees: [{ caseNumber: '2026-0002', ordinal: 1 }] },
  })
  assert.equal(refusalsOf(book([minjun, jiho], theGroup, facts([elsewhere]), signed()))[0]?.with?.case, '2026-0002')
})

test('takes in one more before it begins, who could have been booked; their own file remembers who and when', () => {
  const joined = mustBe(join(group('2026-0001'), jiho, { diary: facts(), ofCase: [] }, undefined, signed('bora')))
  assert.equal(joined.session.attendees[1], { caseNumber: '2026-0002', ordinal: 1 })
  assert.equal(joined.caseFile.groups, [{ sessionId: aSession().id, what: 'joined', ...signed('bora') }])
  assert.is(joined.caseFile.journal.at(-1)?.deed, 'joined-group')
  const why = (session: Session, by = signed(), diary = facts(), file = jiho) =>
    reasonsOf(join(session, file, { diary, ofCase: [] }, undefined, by))
  assert.equal(why(group('2026-0001', '2026-0002')), [['in-group-already', 'joins']])
  assert.equal(why(aSession()), [['not-a-group', 'joins']])
  assert.equal(why(group('2026-0001'), begun), [['session-begun', 'joins']])
  assert.equal(why(group('2026-0001'), signed(), facts(), aCaseUnderWay({ number: '2026-0002', consents: [] })), [
    ['before-consent', 'joins'],
  ])
  const busy = aSession({ ...{ id: '2026-11-16-02', counsellorId: 'bora', roomId: 'room-2' } })
  assert.equal(why(group('2026-0002'), signed(), facts([busy]), minjun), [['youth-taken', 'joins']])
})

test('nobody joins whom another of the group must not meet, unless the lead says why', () => {
  const apart = new Map([['2026-0001', { cases: ['2026-0002'], schools: [] }]])
  const told = { diary: { ...facts(), apart }, ofCase: [] }
  assert.equal(reasonsOf(join(group('2026-0001'), jiho, told, undefined, signed())), [['must-not-meet', 'joins']])
  const let_ = mustBe(join(group('2026-0001'), jiho, told, '둘이 화해함', signed('seo')))
  assert.equal(let_.session.despite, { why: '둘이 화해함', ...signed('seo') })
})

test('lets one go before it begins, but not the last one', () => {
  const left = mustBe(leave(group('2026-0001', '2026-0002'), jiho, signed('seo')))
  assert.equal(
    left.session.attendees.map(({ caseNumber }) => caseNumber),
    ['2026-0001'],
  )
  assert.equal(left.caseFile.groups, [{ sessionId: aSession().id, what: 'left', ...signed('seo') }])
  assert.equal(reasonsOf(leave(left.session, minjun, signed())), [['last-attendee', undefined]])
  assert.equal(reasonsOf(leave(group('2026-0001', '2026-0002'), jiho, begun)), [['session-begun', undefined]])
})

test('is marked as a whole or not at all, with what is wrong at that youth', () => {
  const files = { caseFiles: [minjun, jiho, sora], diary: facts() }
  const session = group('2026-0001', '2026-0002', '2026-0003')
  const fields = new URLSearchParams({
    ...{ 'attendance-2026-0001': 'attended', 'attendance-2026-0002': 'late', 'attendance-2026-0003': 'no-show' },
    'creditedMinutes-2026-0003': '30',
  })
  const numbers = ['2026-0001', '2026-0002', '2026-0003']
  const marks = mustBe(readMarks(fields, numbers))
  assert.equal(reasonsOf(attendAll(session, marks, files, begun)), [
    ['missing', 'creditedMinutes-2026-0002'],
    ['credited-not-zero', 'creditedMinutes-2026-0003'],
  ])
  fields.set('creditedMinutes-2026-0002', '90')
  fields.set('creditedMinutes-2026-0003', '')
  const marked = mustBe(attendAll(session, mustBe(readMarks(fields, numbers)), files, begun))
  assert.equal(
    marked.attendees.map(({ attendance }) => [attendance?.code, attendance?.creditedMinutes]),
    [
      ['attended', 120],
      ['late', 90],
      ['no-show', 0],
    ],
  )
  fields.delete('attendance-2026-0002')
  assert.equal(reasonsOf(readMarks(fields, numbers)), [['missing', 'attendance-2026-0002']])
})

test('a mark that stays as it was leaves no trace; one that changes keeps what stood there', () => {
  const files = { caseFiles: [minjun, jiho], diary: facts() }
  const marks = (code: 'attended' | 'no-show') => [
    { caseNumber: '2026-0001', code: 'attended' as const },
    { caseNumber: '2026-0002', code },
  ]
  const first = mustBe(attendAll(group('2026-0001', '2026-0002'), marks('attended'), files, begun))
  const later = signed('seo', plusMinutes(begun.at, 10))
  const second = mustBe(attendAll(first, marks('no-show'), files, later))
  assert.equal(second.attendees[0], first.attendees[0])
  assert.is(second.attendees[1]?.attendance?.earlier?.[0]?.code, 'attended')
})

test.run()
