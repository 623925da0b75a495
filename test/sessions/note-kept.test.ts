import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { NoteText } from '../../src/casefile/course.ts'
import type { Session } from '../../src/casefile/session.ts'
import { againstWriting, keepAndRaise, keepToSign, noteOf, noteSeenBy, sign, write } from '../../src/sessions/note.ts'
import { fieldsOfNote, inForm, readGroupNote, readNote, readSince } from '../../src/sessions/note-form.ts'
import { plusMinutes } from '../../src/time/days.ts'
import { mustBe, reasonsOf } from '../support/diary.ts'
import { aSession, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const test = suite('what is kept of a note')

const begun = aSession().startAt
const at = (minutes: number, by = 'han') => signed(by, plusMinutes(begun, minutes))
const attendance = { code: 'attended', creditedMinutes: 50, ...at(51) }
const held: Session = aSession({ attendees: [{ caseNumber: '2026-0001', ordinal: 1, attendance }] })
const text: NoteText = { summary: '첫 만남', process: '내 마음' }
const kept = mustBe(write(aCaseUnderWay(), held, text, at(52), ''))
const draftIn = (file: CaseFile) => noteOf(file, held.id)?.draft

test('is not typed over from a window that never saw it', () => {
  for (const rule of [write, sign, keepToSign]) {
    const stale = rule(kept, held, { summary: '옛 창에서 쓴 글' }, at(60), '')
    assert.equal(reasonsOf(stale), [['note-kept-elsewhere', undefined]])
  }
  assert.is(mustBe(write(kept, held, { summary: '둘' }, at(60), at(52).at)).notes[0]?.draft?.summary, '둘')
  assert.ok(write(kept, held, { summary: '둘' }, at(60)).ok, 'where no page was shown there is nothing to compare')
  assert.is(readSince(new URLSearchParams()), undefined)
  assert.is(readSince(new URLSearchParams({ since: '' })), '')
})

test('is taken over without its private part, by whoever has the case when its author has left it', () => {
  const assignments = [...kept.assignments, { counsellorId: 'bora', ...signed('seo') }]
  const session = { ...held, counsellorId: 'bora' }
  const given = { ...kept, assignments }
  assert.is(againstWriting(given, session, at(60, 'bora')), undefined)
  const note = noteOf(given, held.id)
  const seen = note && noteSeenBy(note, 'bora').draft
  assert.equal(seen && fieldsOfNote(seen).get('account'), '첫 만남')
  assert.equal(seen && fieldsOfNote(seen).get('process'), null)
  const covers = [{ counsellorId: 'han', from: '2026-11-16', to: '2026-11-17', ...signed('seo') }]
  assert.is(againstWriting({ ...given, covers }, session, at(60, 'bora'))?.reason, 'note-by-another')
})

test('has its goals before everything else, and comes back into its form as it was', () => {
  const fields = { goals: '두 사람의 약속', module: 'law', account: '법', severity: 'watch' }
  const read = mustBe(readNote(new URLSearchParams(fields)))
  assert.is(read.goals, '두 사람의 약속')
  assert.equal(readNote(fieldsOfNote(read)), { ok: true, value: read })
  assert.equal(mustBe(readGroupNote(fieldsOfNote(read))), {
    ...{ goals: '두 사람의 약속', module: 'law', summary: '법', homework: undefined, next: undefined },
  })
})

test('has up to 20,000 letters, and an emoji is one of them whatever it is made of', () => {
  const read = (account: string) => reasonsOf(readNote(new URLSearchParams({ account })))
  for (const letter of ['가', '각'.normalize('NFD'), '👍', '👍🏽', '👨‍👩‍👧', '🇰🇷', '\n가'.slice(1)]) {
    assert.equal(read(letter.repeat(20_000)), [], letter)
    assert.equal(read(letter.repeat(20_001)), [['too-long', 'account']], letter)
  }
  assert.equal(read(`가${'\u0301'.repeat(20_000)}`), [['too-long', 'account']], 'accents upon accents are no letter')
})

test('is raised at once as urgent where it cannot wait, and is not raised again by the signature', () => {
  const flagged: NoteText = { ...text, concerns: [{ code: 'self-harm', severity: 'watch' }] }
  const raised = mustBe(keepAndRaise(aCaseUnderWay(), held, flagged, at(53), ''))
  const concern = { code: 'self-harm', severity: 'urgent', from: 'note', ...at(53) }
  assert.equal(raised.concerns, [concern])
  assert.equal(draftIn(raised)?.concerns, [{ code: 'self-harm', severity: 'urgent' }])
  assert.is(noteOf(raised, held.id)?.signed, undefined)
  const done = mustBe(sign(raised, held, { ...text, concerns: draftIn(raised)?.concerns }, at(60)))
  assert.equal(done.concerns, [concern])
  assert.equal(reasonsOf(keepAndRaise(raised, held, flagged, at(54))), [['concern-open', 'concerns']])
  assert.equal(reasonsOf(keepAndRaise(aCaseUnderWay(), held, text, at(53))), [['missing', 'concerns']])
  assert.equal(reasonsOf(keepAndRaise(done, held, flagged, at(61))), [['note-signed', undefined]])
})

test('stays in the form when another form of the page is sent', () => {
  const form = inForm(fieldsOfNote(text), new URLSearchParams({ addendum: '더' }))
  assert.equal([form.get('account'), form.get('addendum')], ['첫 만남', '더'])
  assert.is(inForm(fieldsOfNote(text), new URLSearchParams({ account: '' })).get('account'), '')
})

test.run()
