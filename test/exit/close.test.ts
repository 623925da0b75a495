import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Session } from '../../src/casefile/session.ts'
import { close, openThings, readClosing, reopen } from '../../src/exit/close.ts'
import { stageOf } from '../../src/programme.ts'
import { aCase, aSession, signed } from '../support/samples.ts'

const today = '2026-11-22'
const han = signed('han')
const accepted: CaseFile = aCase({ triage: [{ decision: 'accepted', ...signed('seo') }] })
const planned: CaseFile = {
  ...accepted,
  plan: { sessions: 2, minutes: 50, kind: 'individual', mode: 'in-person', startOn: today, ...han },
}
const session = (code?: string, creditedMinutes = 0): Session => {
  const attendance = code ? { code, creditedMinutes, ...han } : undefined
  return aSession({ attendees: [{ caseNumber: planned.number, ordinal: 1, ...(attendance && { attendance }) }] })
}
const exitAnswered = {
  ...{ id: 'a', survey: 'exit', version: 1, wave: 'exit', linkHash: 'h', expiresAt: today, ...han },
  response: { at: today, lang: 'ko' as const, answers: {} },
}

const closing = suite('closing a case')

closing('lists what is still open, with the counts', () => {
  const file: CaseFile = {
    ...planned,
    referral: { ...planned.referral, orderedHours: 2, orderedGuardianHours: 4 },
    concerns: [{ code: 'mental-health', severity: 'watch', from: 'referral', ...han }],
  }
  const taught = { ...session('attended', 60), kind: 'guardian-education' }
  assert.equal(openThings(file, [session('attended', 50), session('no-show'), session(), taught], 1), [
    { what: 'sessions-left', planned: 2, held: 1 },
    { what: 'hours-left', ordered: 2, creditedMinutes: 50 },
    { what: 'guardian-hours-left', ordered: 4, creditedMinutes: 60 },
    { what: 'sessions-booked', count: 1 },
    { what: 'notes-missing', count: 1 },
    { what: 'exit-survey-missing' },
    { what: 'concerns-open', count: 1 },
  ])
})

closing('nothing is open once sessions, notes and the exit survey are done', () => {
  const file = { ...planned, surveys: [exitAnswered] }
  assert.equal(openThings(file, [session('attended', 50), session('late', 40)], 0), [])
})

closing('over open things it is closed only with words on them', () => {
  const open = openThings(planned, [], 0)
  const what = { on: today, reason: 'dropped-out' }
  const refused = close(planned, what, { open, today }, han)
  assert.equal(refused, { ok: false, refusals: [{ field: 'closingSummary', reason: 'still-open' }] })
  const closed = close(planned, { ...what, summary: '연락이 끊김' }, { open, today }, han)
  assert.ok(closed.ok)
  assert.is(stageOf(closed.value, []), 'closed')
})

closing('a case is closed once, and not for a day to come', () => {
  const what = { on: today, reason: 'completed' }
  const closed = close(planned, what, { open: [], today }, han)
  assert.ok(closed.ok)
  assert.is(close(closed.value, what, { open: [], today }, han).ok, false)
  assert.is(close(planned, { ...what, on: '2026-11-23' }, { open: [], today }, han).ok, false)
  assert.is(close(aCase(), what, { open: [], today }, han).ok, false)
})

closing('reopening keeps the closing, with who and why', () => {
  const closed = close(planned, { on: today, reason: 'completed' }, { open: [], today }, han)
  assert.ok(closed.ok)
  const seo = signed('seo')
  const opened = reopen(closed.value, '한 번 더 만나기로 함', seo)
  assert.ok(opened.ok)
  assert.equal(opened.value.closings[0]?.reopened, { why: '한 번 더 만나기로 함', ...seo })
  assert.is.not(stageOf(opened.value, []), 'closed')
  assert.is(reopen(opened.value, '다시', seo).ok, false)
})

closing('a reason outside the list is refused', () => {
  assert.is(readClosing(new URLSearchParams({ closedOn: today, reason: 'tired' })).ok, false)
})

closing.run()
