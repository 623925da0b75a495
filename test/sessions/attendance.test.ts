import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isHeld, type Session } from '../../src/casefile/session.ts'
import type { Result } from '../../src/result.ts'
import { attend, type Mark, readMark } from '../../src/sessions/attend.ts'
import { doseOf, notesMissing } from '../../src/sessions/progress.ts'
import { statusOf } from '../../src/sessions/status.ts'
import { plusMinutes } from '../../src/time/days.ts'
import { facts } from '../support/diary.ts'
import { aSession, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const test = suite('attendance and what became of a session')

const begun = aSession().startAt
const after = signed('han', plusMinutes(begun, 60))
const mark = (code: Mark['code'], creditedMinutes?: number): Mark => ({
  ...{ caseNumber: '2026-0001', code, creditedMinutes },
})
const marked = (what: Mark, session = aSession(), by = after): Session => {
  const result = attend(session, what, { caseFile: aCaseUnderWay(), diary: facts() }, by)
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}
const attendanceOf = (session: Session) => session.attendees[0]?.attendance
const reasonOf = (result: Result<unknown>) => (result.ok ? undefined : result.refusals[0]?.reason)
const signedNote = { sessionId: aSession().id, signed: { summary: '첫 만남', ...after }, addenda: [] }

test('attended in full credits the whole session, missed credits nothing', () => {
  assert.is(attendanceOf(marked(mark('attended')))?.creditedMinutes, 50)
  assert.is(attendanceOf(marked(mark('no-show')))?.creditedMinutes, 0)
  assert.is(attendanceOf(marked(mark('excused', 0)))?.creditedMinutes, 0)
})

test('credited minutes are never more than the session had, and none for one who did not come', () => {
  const why = (what: Mark) => reasonOf(attend(aSession(), what, { caseFile: aCaseUnderWay(), diary: facts() }, after))
  assert.is(why(mark('attended', 51)), 'credited-too-long')
  assert.is(why(mark('no-show', 10)), 'credited-not-zero')
  assert.is(why(mark('late')), 'missing')
  assert.is(attendanceOf(marked(mark('late', 35)))?.creditedMinutes, 35)
})

test('attendance is not marked before the session begins', () => {
  const early = signed('han', plusMinutes(begun, -1))
  assert.is(
    reasonOf(attend(aSession(), mark('attended'), { caseFile: aCaseUnderWay(), diary: facts() }, early)),
    'not-begun',
  )
  assert.ok(
    attend(aSession(), mark('attended'), { caseFile: aCaseUnderWay(), diary: facts() }, signed('han', begun)).ok,
  )
})

test('attendance is put right until the note is signed, and what stood there is kept with who and when', () => {
  const first = marked(mark('no-show'))
  const second = marked(mark('late', 30), first, signed('seo', plusMinutes(begun, 90)))
  assert.equal(attendanceOf(second), {
    ...{ code: 'late', creditedMinutes: 30, ...signed('seo', plusMinutes(begun, 90)) },
    earlier: [{ code: 'no-show', creditedMinutes: 0, ...after }],
  })
  assert.is(attendanceOf(marked(mark('attended'), second))?.earlier?.length, 2)
  const locked = aCaseUnderWay({ notes: [signedNote] })
  assert.is(reasonOf(attend(second, mark('no-show'), { caseFile: locked, diary: facts() }, after)), 'attendance-locked')
})

test('the same mark once more, as when a button is pressed twice, is no change', () => {
  const first = marked(mark('late', 30))
  assert.equal(marked(mark('late', 30), first, signed('seo', plusMinutes(begun, 90))), first)
  assert.equal(attendanceOf(first)?.earlier, undefined)
})

test('an hour that was given to another session cannot be held as well', () => {
  const missed = marked(mark('no-show'))
  const instead = marked(mark('attended'), aSession({ id: '2026-11-16-02' }))
  const told = { caseFile: aCaseUnderWay(), diary: facts([missed, instead]) }
  assert.is(reasonOf(attend(missed, mark('attended'), told, after)), 'counsellor-taken')
  assert.ok(attend(missed, mark('excused'), told, after).ok)
})

test('a session that was called off has no attendance, and a closed case takes none', () => {
  const off = aSession({ cancelled: { code: 'excused', ...signed() } })
  const closings = [{ on: '2026-11-16', reason: 'completed', ...signed() }]
  assert.is(
    reasonOf(attend(off, mark('attended'), { caseFile: aCaseUnderWay(), diary: facts() }, after)),
    'session-cancelled',
  )
  assert.is(
    reasonOf(attend(aSession(), mark('attended'), { caseFile: aCaseUnderWay({ closings }), diary: facts() }, after)),
    'case-closed',
  )
})

test('in a group each youth is marked alone, and must be named', () => {
  const group = aSession({ attendees: ['2026-0001', '2026-0002'].map((caseNumber) => ({ caseNumber, ordinal: 1 })) })
  const once = marked(mark('attended'), group)
  assert.ok(isHeld(once, '2026-0001'))
  assert.not(isHeld(once, '2026-0002'))
  const fields = new URLSearchParams({ attendance: 'attended' })
  assert.is(reasonOf(readMark(fields, ['2026-0001', '2026-0002'])), 'missing')
  assert.ok(readMark(fields, ['2026-0001']).ok)
})

test('a session is booked until it begins, then waits for attendance, then for its note', () => {
  const at = (session: Session, now: string, noteSigned = false) => statusOf(session, '2026-0001', { now, noteSigned })
  assert.is(at(aSession(), plusMinutes(begun, -1)), 'booked')
  assert.is(at(aSession(), begun), 'awaiting-attendance')
  assert.is(at(marked(mark('left-early', 20)), after.at), 'awaiting-note')
  assert.is(at(marked(mark('attended')), after.at, true), 'held')
  assert.is(at(marked(mark('excused')), after.at), 'missed')
  assert.is(at(aSession({ cancelled: { code: 'excused', ...signed() } }), after.at), 'cancelled')
})

test('planned stands against held, and held sessions without a signed note are counted', () => {
  const held = marked(mark('attended'))
  const missed = marked(mark('no-show'), aSession({ id: '2026-11-16-02' }))
  const coming = aSession({ id: '2026-11-23-01', startAt: '2026-11-23T05:00:00.000Z' })
  const plan = { sessions: 10, minutes: 50, kind: 'individual', mode: 'in-person', startOn: '2026-11-16', ...signed() }
  const dose = doseOf(aCaseUnderWay({ plan }), [held, missed, coming], after.at)
  assert.equal(dose, {
    ...{ planned: 10, held: 1, missed: 1, cancelled: 0, booked: 1, awaitingAttendance: 0, creditedMinutes: 50 },
    guardian: { held: 0, booked: 0, educationMinutes: 0, counsellingMinutes: 0 },
  })
  assert.equal(
    notesMissing(aCaseUnderWay(), [held, missed]).map(({ id }) => id),
    ['2026-11-16-01'],
  )
  assert.equal(notesMissing(aCaseUnderWay({ notes: [signedNote] }), [held, missed]), [])
})

test.run()
