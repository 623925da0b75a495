import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { alarmStateOf, answering, isAnswered, isToEscalate, openAlarms, takeUp } from '../../src/casefile/alarm.ts'
import { belongingOf } from '../../src/casefile/questions.ts'
import { anAlarm } from '../support/alarms.ts'
import { mustBe } from '../support/diary.ts'
import { bora, cast, seo, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const ten = '2026-11-22T01:00:00.000Z'
const justBefore = '2026-11-22T01:29:59.999Z'
const halfPast = '2026-11-22T01:30:00.000Z'
const han = signed('han', '2026-11-22T01:12:00.000Z')
const taken = mustBe(takeUp(anAlarm(), han))

const test = suite('an alarm')

test('runs until somebody takes it up, and is late from the minute by which somebody had to', () => {
  assert.equal(
    [ten, justBefore, halfPast].map((now) => alarmStateOf(anAlarm(), now)),
    ['running', 'running', 'late'],
  )
  assert.is(alarmStateOf(taken, '2027-01-01T00:00:00.000Z'), 'taken')
})

test('is taken up once, by one person', () => {
  assert.equal(taken.taken, han)
  const again = takeUp(taken, signed('seo', halfPast))
  assert.equal(again, { ok: false, refusals: [{ reason: 'changed-meanwhile' }] })
})

test('is told again when it is late, once, and never when somebody is on it', () => {
  assert.equal(
    [justBefore, halfPast].map((now) => isToEscalate(anAlarm(), now)),
    [false, true],
  )
  assert.not(isToEscalate(anAlarm({ escalatedAt: halfPast }), '2026-11-22T09:00:00.000Z'))
  assert.not(isToEscalate(taken, '2026-11-22T09:00:00.000Z'))
})

test('stands before those that have longer', () => {
  const later = anAlarm({ id: 'later', lookBy: '2026-11-22T02:00:00.000Z' })
  assert.equal(
    openAlarms([later, taken, anAlarm({ id: 'first' })]).map(({ id }) => id),
    ['first', 'later'],
  )
})

test('is for leads, the case’s counsellor and who stands in that day; of a restricted case for those named in it', () => {
  const lead = { ...seo, id: 'lead-2' }
  const ids = (more: Parameters<typeof aCaseUnderWay>[0], people = [...cast, lead]) =>
    answering(people, belongingOf(aCaseUnderWay(more), ten)).map(({ id }) => id)
  assert.equal(ids({}), ['han', 'seo', 'lead-2'])
  const covers = [{ counsellorId: 'bora', from: '2026-11-22', to: '2026-11-22', ...signed('seo') }]
  assert.equal(ids({ covers }), ['han', 'bora', 'seo', 'lead-2'])
  assert.equal(ids({ covers }, [{ ...bora, ended: signed('yoo') }]), [], 'not for an account that ended')
  const openings = [{ why: '급한 전화', until: halfPast, ...signed('bora') }]
  assert.equal(ids({ openings }), ['han', 'seo', 'lead-2'], 'nor for who broke the glass')
  const restricted = { to: ['han', 'lead-2'], why: '동료의 자녀', ...signed('lead-2') }
  assert.equal(ids({ covers, restricted }), ['han', 'lead-2'])
})

test('is answered by whoever says what became of the last concern of that survey', () => {
  const concern = {
    code: 'self-harm',
    severity: 'urgent',
    from: 'survey',
    surveyId: 'intake-1',
    ...signed('youth'),
  } as const
  const settled = { how: '안전을 확인함', ...han }
  const other = { ...concern, surveyId: 'exit-1' }
  const answered = (...concerns: (typeof concern | typeof other)[]) =>
    isAnswered(aCaseUnderWay({ concerns }), anAlarm())
  assert.ok(answered({ ...concern, settled } as typeof concern, other))
  assert.not(answered({ ...concern, settled } as typeof concern, concern))
  assert.not(answered(other), 'none of its own')
})

test.run()
