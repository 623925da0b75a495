import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { factsOf, keptFactsOf } from '../../src/casefile/facts.ts'
import type { Session } from '../../src/casefile/session.ts'
import { newestOf, shipped, surveyOf } from '../../src/surveys/shelf.ts'
import { wholeAnswers } from '../support/answers.ts'
import { aSession, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const of = (caseFile: CaseFile, sessions: Session[] = []) => factsOf(caseFile, sessions, 'sessions', shipped)
const marked = (on: string, code: string, changes: Partial<Session> = {}): Session =>
  aSession({
    ...{ id: `${on}-01`, startAt: `${on}T05:00:00.000Z` },
    attendees: [{ caseNumber: '2026-0001', ordinal: 1, attendance: { code, creditedMinutes: 40, ...signed() } }],
    ...changes,
  })
const version = newestOf(shipped, 'intake')?.version ?? 0
const handedOut = (wave: string, changes: Partial<CaseFile['surveys'][number]> = {}): CaseFile['surveys'][number] => ({
  ...{ id: wave, survey: wave, version, wave, expiresAt: '2026-12-01T00:00:00.000Z', ...signed() },
  ...changes,
})
const answered = (wave: 'intake' | 'exit', lang: 'ko' | 'en', row: number) =>
  handedOut(wave, {
    response: { at: signed().at, lang, answers: wholeAnswers(surveyOf(shipped, wave, version)!, row) },
  })

const test = suite('the facts of a case')

test('count what took place for the youth, and how long they waited for the first of it', () => {
  const first = aCaseUnderWay({ referral: { ...aCaseUnderWay().referral, on: '2026-10-30' } })
  const sessions = [
    marked('2026-11-03', 'attended', { kind: 'guardian' }),
    marked('2026-11-05', 'no-show'),
    marked('2026-11-09', 'late'),
    marked('2026-11-16', 'attended', { kind: 'group' }),
    aSession({ id: '2026-11-18-01', cancelled: { code: 'excused', ...signed() } }),
  ]
  const facts = of(first, sessions)
  assert.is(facts.waitingDays, 10)
  assert.equal(facts.held, { guardian: 1, individual: 1, group: 1 })
  assert.is(facts.heldOwn, 2)
  assert.is(facts.minutes, 80)
  assert.equal(facts.attendance, { 'no-show': 1, late: 1, attended: 1, excused: 1 })
  assert.is(of(first, [marked('2026-11-05', 'no-show')]).waitingDays, undefined)
})

test('know what became of each survey, and compare scores only where the same was asked', () => {
  const facts = of(
    aCaseUnderWay({
      surveys: [
        answered('intake', 'ko', 2),
        answered('exit', 'ko', 4),
        handedOut('follow-up-1', { survey: 'follow-up', refused: signed().at }),
        handedOut('follow-up-3', { survey: 'follow-up' }),
      ],
    }),
  )
  assert.equal(
    facts.surveys.map(({ wave, became }) => [wave, became]),
    [
      ['intake', 'answered'],
      ['exit', 'answered'],
      ['follow-up-1', 'refused'],
      ['follow-up-3', 'no-answer'],
    ],
  )
  const [before, after] = facts.surveys
  // all answers alike: three items as given, two turned round
  assert.is(before?.scores?.CTRL, (3 * 2 + 2 * 4) / 5)
  assert.is(after?.scores?.CTRL, (3 * 4 + 2 * 2) / 5)
  assert.is(before?.asked?.CTRL, after?.asked?.CTRL)
  const [, english] = of(aCaseUnderWay({ surveys: [answered('intake', 'ko', 2), answered('exit', 'en', 4)] })).surveys
  assert.is.not(english?.asked?.CTRL, before?.asked?.CTRL)
  assert.is(new Set(Object.values(before?.asked ?? {})).size, Object.keys(before?.scores ?? {}).length)
})

test('hold the last that each said to each consent, and no flag that a survey raised', () => {
  const given = (kind: string, changes: Partial<CaseFile['consents'][number]> = {}): CaseFile['consents'][number] => ({
    ...{ kind, giver: 'youth', route: 'paper', textVersion: '1', answer: 'given', on: '2026-11-02', ...signed() },
    ...changes,
  })
  const facts = of(
    aCaseUnderWay({
      consents: [
        given('research'),
        given('research', { answer: 'refused' }),
        given('survey', { withdrawn: { on: '2026-11-03', ...signed() } }),
        given('third-party', { invalidated: { why: 'by mistake', ...signed() } }),
        given('research', { giver: 'guardian' }),
      ],
      concerns: [
        { code: 'self-harm', severity: 'urgent', from: 'survey', surveyId: 'intake', ...signed('youth') },
        { code: 'runaway', severity: 'watch', from: 'staff', ...signed() },
        { code: 'runaway', severity: 'info', from: 'note', ...signed() },
      ],
    }),
  )
  assert.equal(facts.consents, [
    { kind: 'research', giver: 'guardian', answer: 'given' },
    { kind: 'research', giver: 'youth', answer: 'refused' },
    { kind: 'survey', giver: 'youth', answer: 'withdrawn' },
  ])
  assert.equal(facts.concerns, ['runaway'])
})

test('take no guardian’s yes for that of another who said no, or took theirs back', () => {
  const said = (
    guardian: number,
    changes: Partial<CaseFile['consents'][number]> = {},
  ): CaseFile['consents'][number] => ({
    ...{ kind: 'research', giver: 'guardian', guardian, route: 'paper', textVersion: '1', answer: 'given' },
    ...{ on: '2026-11-02', ...signed() },
    ...changes,
  })
  const answerOf = (...consents: CaseFile['consents']) =>
    of(aCaseUnderWay({ consents })).consents.map((one) => one.answer)
  const withdrawn = { on: '2026-11-03', ...signed() }
  assert.equal(answerOf(said(0, { withdrawn }), said(1)), ['withdrawn'])
  assert.equal(answerOf(said(0, { answer: 'refused' }), said(1)), ['refused'])
  assert.equal(answerOf(said(0, { answer: 'refused' }), said(1), said(0)), ['given'], 'who said no says yes now')
  assert.equal(answerOf(said(0), said(1)), ['given'])
})

test('count sessions that came over as a number from an earlier table, under no kind', () => {
  const imported = { batch: 'one', reference: 'A-1', sessionsHeld: 14, minutesHeld: 700, ...signed('seo') }
  const facts = of(aCaseUnderWay({ imported }), [marked('2026-11-09', 'attended')])
  assert.equal(facts.held, { individual: 1, unrecorded: 14 })
  assert.is(facts.heldOwn, 15)
  assert.is(facts.minutes, 740)
})

test('that are kept of an erased case know months, not days', () => {
  const closings = [{ on: '2026-11-20', reason: 'completed', ...signed() }]
  const kept = keptFactsOf(of(aCaseUnderWay({ closings })))
  assert.equal([kept.referredOn.slice(7), kept.closedOn], ['-01', '2026-11-01'])
})

test.run()
