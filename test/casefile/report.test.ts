import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { raise, settle } from '../../src/casefile/concern.ts'
import { journalHolds } from '../../src/casefile/journal.ts'
import { owedReportsOf } from '../../src/casefile/questions.ts'
import { findNotOwed, noteDuty, recordReport, withDuties } from '../../src/casefile/report.ts'
import { readLearned, readTelling } from '../../src/casefile/report-form.ts'
import { rowOf } from '../../src/casefile/row.ts'
import { close, reopen } from '../../src/exit/close.ts'
import { sign } from '../../src/sessions/note.ts'
import { mustBe, reasonsOf } from '../support/diary.ts'
import { aSession, now, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const test = suite('a duty to report')

const learned = { law: 'sexual-crime', learnedAt: '2026-11-16T00:00:00.000Z', learnedBy: 'han' } as const
const later = (minutes: number, by = 'han') => signed(by, new Date(Date.parse(now) + minutes * 60_000).toISOString())
const owed = mustBe(noteDuty(aCaseUnderWay(), learned, later(5)))
const telling = { whom: '경찰 112', toldAt: later(10).at, reference: '2026-112' }
const attendance = { code: 'attended', creditedMinutes: 50, ...signed() }
const held = (id: string, startAt = '2026-11-16T05:00:00.000Z') =>
  aSession({ id, startAt, attendees: [{ caseNumber: '2026-0001', ordinal: 1, attendance }] })
const flagged = (code: string, severity: 'info' | 'watch' | 'urgent' = 'watch') => ({
  summary: '들은 이야기',
  concerns: [{ code, severity }],
})
const lawsOf = ({ reports = [] }: CaseFile) => reports.map(({ law }) => law)

test('opens when a note with such a concern is signed: learned when the session began, by whoever signs', () => {
  const session = held('2026-11-16-01')
  for (const [code, law] of [
    ['report-duty', 'sexual-crime'],
    ['abuse', 'child-abuse'],
  ] as const) {
    const file = mustBe(sign(aCaseUnderWay(), session, flagged(code, 'info'), later(400)))
    assert.equal(file.reports, [{ id: '1', law, learnedAt: session.startAt, learnedBy: 'han', ...later(400) }])
    assert.equal(
      file.journal.map(({ deed }) => deed),
      ['note-signed', 'duty-noted'],
    )
    assert.ok(journalHolds(file))
  }
  assert.is(mustBe(sign(aCaseUnderWay(), session, flagged('self-harm'), later(400))).reports, undefined)
})

test('is one for each open law: neither a second note nor a second flag opens another', () => {
  const first = mustBe(sign(aCaseUnderWay(), held('2026-11-16-01'), flagged('abuse'), later(400)))
  const again = mustBe(sign(first, held('2026-11-16-02'), flagged('abuse', 'urgent'), later(500)))
  assert.equal(lawsOf(again), ['child-abuse'])
  const other = mustBe(sign(again, held('2026-11-16-03'), flagged('report-duty'), later(600)))
  assert.equal(lawsOf(other), ['child-abuse', 'sexual-crime'])
  assert.equal(reasonsOf(noteDuty(other, learned, later(700))), [['report-open', 'law']])
})

test('that was raised in the session and reported before the note is signed does not open again, a later one does', () => {
  const session = held('2026-11-16-01')
  const raised = mustBe(
    raise(aCaseUnderWay(), [{ code: 'abuse', severity: 'urgent' }], 'note', later(310), session.startAt),
  )
  const told = mustBe(recordReport(raised, '1', { ...telling, toldAt: later(320).at }, later(321)))
  const signedNote = mustBe(sign(told, session, flagged('abuse', 'urgent'), later(400)))
  assert.is(signedNote.reports?.length, 1)
  const week = held('2026-11-23-01', '2026-11-23T05:00:00.000Z')
  const next = mustBe(sign(signedNote, week, flagged('abuse', 'urgent'), signed('han', '2026-11-23T06:00:00.000Z')))
  assert.equal(owedReportsOf(next).length, 1, 'though the concern itself is still open')
})

test('is put down by hand too, but not for a time to come or before there was a referral', () => {
  assert.equal(owed.reports?.[0], { id: '1', ...learned, ...later(5) })
  assert.equal(reasonsOf(noteDuty(aCaseUnderWay(), { ...learned, learnedAt: later(6).at }, later(5))), [
    ['still-to-come', 'learnedOn'],
  ])
  assert.equal(reasonsOf(noteDuty(aCaseUnderWay(), { ...learned, learnedAt: '2026-11-10T00:00:00.000Z' }, later(5))), [
    ['too-early', 'learnedOn'],
  ])
})

test('is done with once the report is recorded: not before it was learned, nor in the future, and once', () => {
  const at = (toldAt: string) => reasonsOf(recordReport(owed, '1', { ...telling, toldAt }, later(20)))
  assert.equal(at('2026-11-15T23:59:00.000Z'), [['told-too-early', 'toldOn']])
  assert.equal(at(later(21).at), [['still-to-come', 'toldOn']])
  assert.equal(at(learned.learnedAt), [])
  const told = mustBe(recordReport(owed, '1', telling, later(20)))
  assert.equal(told.reports?.[0]?.told, { ...telling, ...later(20) })
  assert.equal(owedReportsOf(told), [])
  assert.equal(reasonsOf(recordReport(told, '1', telling, later(30))), [['report-settled', undefined]])
  assert.equal(reasonsOf(findNotOwed(told, '1', '아님', later(30, 'seo'))), [['report-settled', undefined]])
  assert.equal(reasonsOf(recordReport(owed, '2', telling, later(20))), [['report-settled', undefined]])
})

test('learned within a minute may be told within it: a form knows no seconds', () => {
  const soon = { ...learned, learnedAt: '2026-11-16T00:00:42.123Z' }
  const file = mustBe(noteDuty(aCaseUnderWay(), soon, later(5)))
  assert.ok(recordReport(file, '1', { ...telling, toldAt: '2026-11-16T00:00:00.000Z' }, later(6)).ok)
})

test('keeps the case open until it is told or found not to be owed; a closed case may be opened again over it', () => {
  const what = { on: '2026-11-16', reason: 'completed', summary: '마침' }
  const facts = { open: [], today: '2026-11-16' }
  assert.equal(reasonsOf(close(owed, what, facts, later(30))), [['report-owed', undefined]])
  assert.ok(close(mustBe(recordReport(owed, '1', telling, later(20))), what, facts, later(30)).ok)
  const found = mustBe(findNotOwed(owed, '1', '이미 학교가 신고함', later(20, 'seo')))
  assert.equal(found.reports?.[0]?.notOwed, { why: '이미 학교가 신고함', ...later(20, 'seo') })
  const closed = mustBe(close(found, what, facts, later(30)))
  const flag = { code: 'abuse', severity: 'urgent' } as const
  const after = mustBe(raise(closed, [flag], 'staff', later(40)))
  assert.is(owedReportsOf(after).length, 1)
  assert.ok(reopen(after, '새로 알게 된 일', later(50, 'seo')).ok)
})

test('outlasts the concern that it came from, and is counted in the row', () => {
  const raised = mustBe(raise(aCaseUnderWay(), [{ code: 'abuse', severity: 'watch' }], 'staff', signed()))
  const settled = mustBe(settle(raised, 0, '확인함', later(5)))
  assert.is(owedReportsOf(settled).length, 1)
  assert.is(rowOf(settled, [], 'sessions').reportsOwed, 1)
  assert.is(rowOf(mustBe(recordReport(settled, '1', telling, later(20))), [], 'sessions').reportsOwed, undefined)
})

test('is opened by the codes of the two laws and by no other', () => {
  const file = aCaseUnderWay()
  assert.is(withDuties(file, [{ code: 'self-harm' }, { code: '__proto__' }], now, signed()), file)
  const both = withDuties(file, [{ code: 'abuse' }, { code: 'report-duty' }, { code: 'abuse' }], now, signed())
  assert.equal(lawsOf(both), ['sexual-crime', 'child-abuse'])
  assert.equal(
    both.reports?.map(({ id }) => id),
    ['1', '2'],
  )
})

test('is read from its form whole, or with every problem at its field', () => {
  const fields = { law: 'child-abuse', learnedOn: '2026-11-16', learnedTime: '09:30', learnedBy: 'bora' }
  const read = readLearned(new URLSearchParams(fields), ['han', 'bora'])
  assert.equal(mustBe(read), { law: 'child-abuse', learnedAt: '2026-11-16T00:30:00.000Z', learnedBy: 'bora' })
  assert.equal(reasonsOf(readLearned(new URLSearchParams({ ...fields, learnedTime: '9시' }), ['han'])), [
    ['not-a-time', 'learnedTime'],
    ['not-offered', 'learnedBy'],
  ])
  assert.equal(reasonsOf(readTelling(new URLSearchParams({ toldOn: '2026-02-30' }))), [
    ['missing', 'toldWhom'],
    ['not-a-day', 'toldOn'],
    ['missing', 'toldTime'],
  ])
})

test.run()
