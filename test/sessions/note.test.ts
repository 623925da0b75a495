import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { NoteText } from '../../src/casefile/course.ts'
import { excerptOf } from '../../src/casefile/excerpt.ts'
import { journalHolds } from '../../src/casefile/journal.ts'
import type { Session } from '../../src/casefile/session.ts'
import type { Result } from '../../src/result.ts'
import { addTo, noteOf, noteSeenBy, sign, write } from '../../src/sessions/note.ts'
import { fieldsOfNote, readNote } from '../../src/sessions/note-form.ts'
import { plusMinutes } from '../../src/time/days.ts'
import { aSession, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const test = suite('the note')

const begun = aSession().startAt
const at = (minutes: number, by = 'han') => signed(by, plusMinutes(begun, minutes))
const attendance = { code: 'attended', creditedMinutes: 50, ...at(51) }
const held: Session = aSession({ attendees: [{ caseNumber: '2026-0001', ordinal: 1, attendance }] })
const text: NoteText = { summary: '첫 만남', forSchool: '참석함', process: '내 마음' }
const must = (result: Result<CaseFile>): CaseFile => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}
const reasonOf = (result: Result<unknown>) => (result.ok ? undefined : result.refusals[0]?.reason)
const deedsIn = ({ journal }: CaseFile) => journal.map(({ deed }) => deed)

test('a draft is kept over and over, and the journal says once that it was begun', () => {
  const first = must(write(aCaseUnderWay(), held, { summary: '' }, at(52)))
  const second = must(write(first, held, { summary: '첫' }, at(53)))
  assert.is(noteOf(second, held.id)?.draft?.summary, '첫')
  assert.equal(deedsIn(second), ['note-drafted'])
  assert.is(second.notes.length, 1)
})

test('a note is begun when the session begins, not before, and not for one that was called off', () => {
  const off = aSession({ cancelled: { code: 'excused', ...signed() } })
  assert.is(reasonOf(write(aCaseUnderWay(), aSession(), text, at(-1))), 'not-begun')
  assert.ok(write(aCaseUnderWay(), aSession(), text, at(0)).ok)
  assert.is(reasonOf(write(aCaseUnderWay(), off, text, at(5))), 'session-cancelled')
})

test('a signed note stands as it is: no draft, no second signature', () => {
  const file = must(sign(must(write(aCaseUnderWay(), held, text, at(52))), held, text, at(60)))
  assert.is(noteOf(file, held.id)?.draft, undefined)
  assert.equal(noteOf(file, held.id)?.signed, { ...text, ...at(60) })
  assert.is(reasonOf(write(file, held, text, at(61))), 'note-signed')
  assert.is(reasonOf(sign(file, held, { summary: '다른 말' }, at(61))), 'note-signed')
})

test('only a note on a session that took place is signed, and not an empty one', () => {
  assert.is(reasonOf(sign(aCaseUnderWay(), aSession(), text, at(52))), 'session-not-held')
  assert.is(reasonOf(sign(aCaseUnderWay(), held, { summary: '' }, at(52))), 'note-empty')
})

test('additions carry name and date, and leave what was signed untouched', () => {
  assert.is(reasonOf(addTo(aCaseUnderWay(), held.id, '더', at(60))), 'note-not-signed')
  const file = must(sign(aCaseUnderWay(), held, text, at(60)))
  const added = must(addTo(must(addTo(file, held.id, '하나', at(70))), held.id, '둘', at(80, 'bora')))
  assert.equal(noteOf(added, held.id)?.addenda, [
    { text: '하나', ...at(70) },
    { text: '둘', ...at(80, 'bora') },
  ])
  assert.equal(noteOf(added, held.id)?.signed, noteOf(file, held.id)?.signed)
  assert.equal(deedsIn(added), ['note-signed', 'note-added-to', 'note-added-to'])
  assert.ok(journalHolds(added))
})

test('the private process note is its author’s and nobody else’s', () => {
  const draft = noteOf(must(write(aCaseUnderWay(), held, text, at(52))), held.id)!
  const done = noteOf(must(sign(aCaseUnderWay(), held, text, at(60))), held.id)!
  assert.is(noteSeenBy(draft, 'han').draft?.process, '내 마음')
  assert.is(noteSeenBy(done, 'han').signed?.process, '내 마음')
  for (const note of [draft, done]) assert.not(JSON.stringify(noteSeenBy(note, 'seo')).includes('내 마음'))
})

test('the journal never repeats what stood in a draft', () => {
  const file = must(sign(must(write(aCaseUnderWay(), held, text, at(52))), held, { summary: '짧게' }, at(60)))
  assert.not(JSON.stringify(file.journal).includes('내 마음'))
})

test('another counsellor takes a draft over only when its author has nothing to do with it any more', () => {
  const file = must(write(aCaseUnderWay(), held, text, at(52)))
  const gone = { ...held, counsellorId: 'bora' }
  const assignments = [...file.assignments, { counsellorId: 'bora', ...signed('seo') }]
  assert.is(reasonOf(write({ ...file, assignments }, held, { summary: '새로' }, at(60, 'bora'))), 'note-by-another')
  const taken = must(write({ ...file, assignments }, gone, { summary: '새로' }, at(60, 'bora')))
  assert.equal(noteOf(taken, held.id)?.draft, { summary: '새로', ...at(60, 'bora') })
  assert.equal(deedsIn(taken), ['note-drafted', 'note-drafted'])
})

test('what was flagged joins the concerns on signing, once, and not while it is a draft', () => {
  const flagged: NoteText = { ...text, concerns: [{ code: 'self-harm', severity: 'urgent' }] }
  const draft = must(write(aCaseUnderWay(), held, flagged, at(52)))
  assert.is(draft.concerns.length, 0)
  const file = must(sign(draft, held, flagged, at(60)))
  assert.equal(file.concerns, [{ code: 'self-harm', severity: 'urgent', from: 'note', ...at(60) }])
  const again = { ...held, id: '2026-11-16-02' }
  assert.is(must(sign(file, again, flagged, at(70))).concerns.length, 1)
})

test('the school reads its own field of a signed note and nothing else of it', () => {
  const seenBy = (file: CaseFile) => excerptOf(file, [held], true, at(90).at)
  assert.equal(seenBy(must(write(aCaseUnderWay(), held, text, at(52)))).progress?.messages, [])
  const seen = seenBy(must(sign(aCaseUnderWay(), held, text, at(60))))
  assert.equal(seen.progress?.messages, [{ on: '2026-11-16', text: '참석함' }])
  assert.not(JSON.stringify(seen).includes('첫 만남'))
})

test('a note of 20,000 letters is read and comes back into its form unchanged', () => {
  const long = '가'.repeat(20_000)
  const read = readNote(new URLSearchParams({ account: long, module: 'law', severity: 'urgent', concerns: 'abuse' }))
  assert.ok(read.ok)
  assert.is(read.value.summary.length, 20_000)
  assert.equal(read.value.concerns, [{ code: 'abuse', severity: 'urgent' }])
  assert.equal(readNote(fieldsOfNote(read.value)), read)
  assert.is(reasonOf(readNote(new URLSearchParams({ account: `${long}가` }))), 'too-long')
})

test('a closed case takes no note, only additions to one', () => {
  const closings = [{ on: '2026-11-16', reason: 'completed', ...signed() }]
  const file = must(sign(aCaseUnderWay(), held, text, at(60)))
  assert.is(reasonOf(write({ ...aCaseUnderWay(), closings }, held, text, at(60))), 'case-closed')
  assert.ok(addTo({ ...file, closings }, held.id, '더', at(70)).ok)
})

test.run()
