import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { rowOf } from '../../src/casefile/row.ts'
import { type GroupText, isGroup, lacksGroupNote, type Session } from '../../src/casefile/session.ts'
import { addToGroup, signGroup, writeGroup } from '../../src/sessions/group-note.ts'
import { inTurn, missingIn } from '../../src/sessions/note-list.ts'
import { notesMissing } from '../../src/sessions/progress.ts'
import { plusMinutes } from '../../src/time/days.ts'
import { mustBe, reasonsOf } from '../support/diary.ts'
import { aSession, jiho, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const test = suite('the note on a group')

const minjuns = aCaseUnderWay()
const jihos = aCaseUnderWay({
  ...{ number: '2026-0002', youth: jiho, assignments: [{ counsellorId: 'bora', ...signed('seo') }] },
})
const files = [minjuns, jihos]
const begun = aSession().startAt
const at = (minutes: number, by = 'han') => signed(by, plusMinutes(begun, minutes))
const came = { code: 'attended', creditedMinutes: 50, ...at(51) }
const stayed = { code: 'no-show', creditedMinutes: 0, ...at(51) }
const group = (changes: Partial<Session> = {}): Session =>
  aSession({
    kind: 'group',
    attendees: [
      { caseNumber: '2026-0001', ordinal: 1, attendance: came },
      { caseNumber: '2026-0002', ordinal: 4, attendance: stayed },
    ],
    ...changes,
  })
const text: GroupText = { summary: '함께 법을 배움', goals: '법 알기' }

test('is kept while it is written, by any who may, and signed once', () => {
  const kept = mustBe(writeGroup(group(), files, text, at(52), ''))
  assert.equal(kept.groupNote?.draft, { ...text, ...at(52) })
  const byOther = mustBe(writeGroup(kept, files, { summary: '이어서' }, at(53, 'bora'), at(52).at))
  assert.is(byOther.groupNote?.draft?.by, 'bora')
  assert.equal(reasonsOf(writeGroup(byOther, files, text, at(54), at(52).at)), [['note-kept-elsewhere', undefined]])
  const done = mustBe(signGroup(byOther, files, text, at(60), at(53).at))
  assert.equal(done.groupNote, { signed: { ...text, ...at(60) }, addenda: [] })
  for (const rule of [writeGroup, signGroup])
    assert.equal(reasonsOf(rule(done, files, { summary: '다른 말' }, at(61))), [['note-signed', undefined]])
})

test('is no note on a session of one, before it begins, once it is called off or when all its cases are closed', () => {
  const reason = (session: Session, all = files, minutes = 52) =>
    reasonsOf(writeGroup(session, all, text, at(minutes)))[0]?.[0]
  assert.is(reason(aSession()), 'no-group-note')
  assert.is(reason(group(), files, -1), 'not-begun')
  assert.is(reason(group({ cancelled: { code: 'excused', ...signed() } })), 'session-cancelled')
  const closings = [{ on: '2026-11-16', reason: 'completed', ...signed() }]
  assert.is(reason(group(), [{ ...minjuns, closings }, jihos]), undefined)
  assert.is(
    reason(
      group(),
      files.map((file) => ({ ...file, closings })),
    ),
    'case-closed',
  )
})

test('is signed when somebody came and something is written', () => {
  const nobody = group({ attendees: group().attendees.map((one) => ({ ...one, attendance: stayed })) })
  assert.equal(reasonsOf(signGroup(nobody, files, text, at(60))), [['session-not-held', undefined]])
  assert.equal(reasonsOf(signGroup(group(), files, { summary: '' }, at(60))), [['note-empty', 'account']])
})

test('names none of its youths: neither signed nor added to with a name in it, while a draft may still hold one', () => {
  const named = { summary: '함께 법을 배움', homework: '김민준은 더 써 오기' }
  const refusals = signGroup(group(), files, named, at(60))
  assert.equal(refusals, {
    ok: false,
    refusals: [{ reason: 'names-a-youth', field: 'homework', with: { case: '2026-0001' } }],
  })
  const kept = mustBe(writeGroup(group(), files, named, at(52)))
  assert.is(kept.groupNote?.draft?.homework, named.homework)
  const done = mustBe(signGroup(group(), files, text, at(60)))
  assert.equal(reasonsOf(addToGroup(done, files, '정지호는 다음에', at(70))), [['names-a-youth', 'addendum']])
})

test('is added to with name and date once it is signed, and stays as it was', () => {
  assert.equal(reasonsOf(addToGroup(group(), files, '더', at(60))), [['note-not-signed', 'addendum']])
  const done = mustBe(signGroup(group(), files, text, at(60)))
  const added = mustBe(addToGroup(mustBe(addToGroup(done, files, '하나', at(70))), files, '둘', at(80, 'bora')))
  assert.equal(added.groupNote, {
    signed: { ...text, ...at(60) },
    addenda: [
      { text: '하나', ...at(70) },
      { text: '둘', ...at(80, 'bora') },
    ],
  })
})

test('is missed once in the case of each youth who came, besides the youth’s own', () => {
  const session = group()
  assert.ok(isGroup(session))
  assert.not(isGroup(aSession()))
  assert.equal(
    files.map(({ number }) => lacksGroupNote(session, number)),
    [true, false],
  )
  assert.equal(
    notesMissing(minjuns, [session]).map(({ id }) => id),
    [session.id, session.id],
  )
  assert.equal(
    files.map((file) => rowOf(file, [session], 'sessions').notesMissing),
    [2, 0],
  )
  const done = mustBe(signGroup(session, files, text, at(60)))
  assert.equal(
    files.map((file) => rowOf(file, [done], 'sessions').notesMissing),
    [1, 0],
  )
})

test('stands once among the notes that wait, for all of its cases', () => {
  const session = group({ attendees: group().attendees.map((one) => ({ ...one, attendance: came })) })
  const older = aSession({
    id: '2026-11-09-01',
    startAt: '2026-11-09T05:00:00.000Z',
    attendees: session.attendees.slice(0, 1),
  })
  const waiting = inTurn([...missingIn(minjuns, [session, older]), ...missingIn(jihos, [session])])
  assert.equal(
    waiting.map(({ what, sessionId, cases, on }) => [what, sessionId, cases.map(({ number }) => number), on]),
    [
      ['note', older.id, ['2026-0001'], '2026-11-09'],
      ['note', session.id, ['2026-0001'], '2026-11-16'],
      ['note', session.id, ['2026-0002'], '2026-11-16'],
      ['group-note', session.id, ['2026-0001', '2026-0002'], '2026-11-16'],
    ],
  )
})

test.run()
