// Over 150 lines because every stage stands here once, with something in every part of it.
import type { CaseFile, Consent, Interview, IssuedSurvey } from '../../src/casefile/casefile.ts'
import type { Note } from '../../src/casefile/course.ts'
import { codesOf } from '../../src/codebook/codebook.ts'
import type { View } from '../../src/store/store.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { wholeAnswers } from './answers.ts'
import { aCertificate } from './certified.ts'
import { saveImported } from './imported.ts'
import { releaseByHand } from './released.ts'
import { aCase, aSession, jiho, signed, today } from './samples.ts'

/*
 * One case at each stage, for tests that go through every page. What is said in them is unlike anything else on a page,
 * so that it can be looked for where it must not stand.
 */

export const secrets = {
  summary: 'ZQSUMMARY told in confidence',
  process: 'ZQPROCESS the author alone reads this',
  interview: 'ZQINTERVIEW first meeting',
  forSchool: 'ZQSCHOOL came on time',
}

const accepted = (counsellorId: string): Pick<CaseFile, 'triage' | 'assignments'> => ({
  triage: [{ decision: 'accepted', ...signed('seo') }],
  assignments: [{ counsellorId, ...signed('seo') }],
})

const consents = ['collection', 'sensitive', 'counselling', 'survey', 'third-party'].map(
  (kind): Consent => ({
    ...{ kind, answer: 'given', giver: 'youth', route: 'in-person', textVersion: '1', on: today },
    ...signed(),
  }),
)

const [motive = ''] = codesOf('motive')
const interview: Interview = {
  ...{ on: today, summary: secrets.interview, acknowledges: 'partly', relation: 'unknown', goals: {} },
  ...{ motives: { self: { all: [motive], main: motive }, coded: { all: [motive], main: motive } } },
  ...{ types: codesOf('perpetrationType').slice(0, 1), channels: codesOf('channel').slice(0, 1) },
  ...signed(),
}

const note: Note = {
  sessionId: '2026-11-16-01',
  signed: { summary: secrets.summary, process: secrets.process, forSchool: secrets.forSchool, ...signed() },
  addenda: [{ text: 'An hour later', ...signed() }],
}

function answered(survey: 'intake' | 'exit'): IssuedSurvey {
  const definition = newestOf(shipped, survey)
  if (!definition) throw new Error(`no survey is called ${survey}`)
  return {
    ...{ id: `${survey}-1`, survey, version: definition.version, wave: survey, linkHash: `of-${survey}` },
    expiresAt: '2026-12-01T00:00:00.000Z',
    response: { at: '2026-11-16T02:00:00.000Z', lang: 'ko', answers: wholeAnswers(definition) },
    ...signed(),
  }
}

/** The first after the closing, late and still out on paper; the second is due. */
const followUp: IssuedSurvey = {
  ...{ id: 'follow-up-1-1', survey: 'follow-up', version: 1, wave: 'follow-up-1' },
  ...{ expiresAt: '2026-12-01T00:00:00.000Z', ...signed() },
}

const kind = codesOf('sessionKind')[0] ?? ''
const mode = codesOf('sessionMode')[0] ?? ''
const plan = { sessions: 10, minutes: 50, kind, mode, startOn: today, ...signed() }

/** A case of River in the midst of its sessions, with something in every part. */
export const aCaseInSessions = (changes: Partial<CaseFile>): CaseFile =>
  aCase({
    youth: jiho,
    ...accepted('han'),
    ...{ consents, interview, plan, notes: [note], surveys: [answered('intake')] },
    concerns: [{ code: codesOf('concern')[0] ?? '', severity: 'watch', from: 'referral', ...signed() }],
    certificates: [aCertificate(changes.number ?? '2026-0001')],
    ...changes,
  })

/** 1 referred by Hill · 2 in its sessions, Han’s, of River · 3 at consent, Bora’s, of Hill · 4 closed, Han’s, of Hill · 5 returned to River. */
export const casesAtEveryStage: CaseFile[] = [
  aCase({ number: '2026-0001' }),
  aCase({
    number: '2026-0002',
    youth: jiho,
    school: { schoolId: 'river', level: 'high', grade: 2 },
    ...accepted('han'),
    ...{ consents, interview, plan, notes: [note], surveys: [answered('intake')] },
    concerns: [{ code: codesOf('concern')[0] ?? '', severity: 'watch', from: 'referral', ...signed() }],
    reports: [{ id: '1', law: 'child-abuse', learnedAt: signed().at, learnedBy: 'han', ...signed() }],
  }),
  aCase({ number: '2026-0003', youth: { ...jiho, name: '나다움' }, ...accepted('bora') }),
  aCase({
    number: '2026-0004',
    youth: { ...jiho, name: '라온유' },
    school: { schoolId: 'hill', level: 'middle', grade: 3 },
    ...accepted('han'),
    ...{ consents, interview, plan, surveys: [answered('intake'), answered('exit'), followUp] },
    closings: [{ on: '2026-08-20', reason: 'completed', ...signed() }],
    certificates: [aCertificate('2026-0004', { name: '라온유' })],
  }),
  aCase({
    number: '2026-0005',
    youth: { ...jiho, name: '마루한' },
    school: { schoolId: 'river', level: 'high', grade: 1 },
    triage: [{ decision: 'returned', reason: 'The decision is missing', ...signed('seo') }],
  }),
]

/** The follow-up survey with another word on its button: a draft of the lead's. */
const reworded = () => ({
  ...newestOf(shipped, 'follow-up')?.definition,
  completeText: { default: '다 했어요', en: 'I am done' },
})

/** Saves them, with a session that was held and one that is booked for case 2, a reminder of it, Han away in December, and a survey being reworded. */
export function saveStages(view: View): void {
  for (const one of casesAtEveryStage) view.saveCase(one)
  const attendance = { code: 'attended', creditedMinutes: 50, ...signed() }
  const held = { caseNumber: '2026-0002', ordinal: 1, attendance }
  view.saveSession(aSession({ kind, mode, attendees: [held] }))
  view.saveSession(
    aSession({
      ...{ id: '2026-11-23-01', startAt: '2026-11-23T05:00:00.000Z', kind, mode },
      attendees: [{ caseNumber: '2026-0002', ordinal: 2 }],
    }),
  )
  const about = {
    caseNumber: '2026-0002',
    sessionId: '2026-11-23-01',
    startAt: '2026-11-23T05:00:00.000Z',
    minutes: 50,
  }
  view.saveEntry('messages', {
    ...{ id: 'reminder-1', what: 'reminder', whose: 'youth', way: 'text', to: '010-0000-0009', lang: 'ko' },
    ...{ ...about, at: '2026-11-22T00:30:00.000Z' },
  })
  view.saveEntry('editions', {
    ...{ id: 'follow-up.v2', survey: 'follow-up', version: 2 },
    definition: reworded(),
    ...signed('seo'),
  })
  saveImported(view)
  view.saveEntry('releases', releaseByHand())
  view.saveEntry('exports', {
    ...{ id: '2026-01', ...signed('seo'), purpose: '2026 report', use: 'programme', what: ['facts', 'scores'] },
    ...{ from: '2026-Q1', to: '2026-Q4', rows: 4 },
  })
  const away = { counsellorId: 'han', from: '2026-12-01', to: '2026-12-04', cases: [], ...signed() }
  view.saveEntry('absences', { id: 'absence-1', ...away })
}
