import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fieldsOfInterview, interview, readInterview } from '../../src/intake/interview.ts'
import { dueOf, plan, readPlan } from '../../src/intake/plan.ts'
import { stageOf } from '../../src/programme.ts'
import { aCase, signed } from '../support/samples.ts'

const today = '2026-11-22'
const han = signed('han')
const consent = (kind: string) => ({
  ...({ kind, giver: 'youth', route: 'paper', textVersion: '2026-11', answer: 'given', on: today } as const),
  ...han,
})
const consented = aCase({
  youth: { name: '정지호', birthDate: '2010-05-20', gender: 'male' },
  triage: [{ decision: 'accepted', ...signed('seo') }],
  consents: ['collection', 'sensitive', 'counselling'].map(consent),
})
const sheet = (changes: Record<string, string> = {}) => {
  const fields = new URLSearchParams({
    ...{ metOn: today, summary: '처음 만남', acknowledges: 'partly', types: 'illegal-filming', relation: 'same-class' },
    ...{ motivesCoded: 'fun', mainMotiveCoded: 'fun', ...changes },
  })
  fields.append('motivesCoded', 'curiosity')
  return fields
}
const interviewed = (changes: Record<string, string> = {}, file = consented) => {
  const what = readInterview(sheet(changes))
  return what.ok ? interview(file, what.value, today, han) : what
}
const reasons = (result: ReturnType<typeof interviewed>) =>
  result.ok ? [] : result.refusals.map(({ field, reason }) => [field, reason])

const intake = suite('the first interview')

intake('keeps what the youth says and what the counsellor codes apart, one main each', () => {
  const result = interviewed({ motivesSelf: 'impulse', mainMotiveSelf: 'impulse' })
  assert.ok(result.ok)
  assert.equal(result.value.interview?.motives, {
    self: { all: ['impulse'], main: 'impulse' },
    coded: { all: ['fun', 'curiosity'], main: 'fun' },
  })
})

intake('a main motive that is not among those chosen is refused at its field', () => {
  assert.equal(reasons(interviewed({ mainMotiveCoded: 'money' })), [['mainMotiveCoded', 'main-not-chosen']])
  assert.equal(reasons(interviewed({ motivesSelf: 'fun' })), [['mainMotiveSelf', 'main-not-chosen']])
})

intake('is not recorded before the consents, nor for a day to come, nor once closed', () => {
  assert.equal(reasons(interviewed({}, { ...consented, consents: [] })), [[undefined, 'before-consent']])
  assert.equal(reasons(interviewed({ metOn: '2026-11-23' })), [['metOn', 'in-the-future']])
  const closed = { ...consented, closings: [{ on: today, reason: 'moved', ...han }] }
  assert.equal(reasons(interviewed({}, closed)), [[undefined, 'case-closed']])
})

intake('can be corrected, and what stood there before is in the journal', () => {
  const first = interviewed()
  assert.ok(first.ok)
  const since = first.value.interview?.at ?? ''
  const second = interviewed({ summary: '고쳐 적음', since }, first.value)
  assert.ok(second.ok)
  const change = second.value.journal.at(-1)?.changed.find(({ path }) => path === 'interview/summary')
  assert.equal([change?.before, change?.after], ['처음 만남', '고쳐 적음'])
})

intake('is not overwritten unseen: a sheet opened before somebody else saved theirs is refused', () => {
  const first = interviewed()
  assert.ok(first.ok)
  assert.equal(reasons(interviewed({ summary: '먼저 열어 둔 것' }, first.value)), [[undefined, 'changed-meanwhile']])
})

intake('is not dated before the consents', () => {
  assert.equal(reasons(interviewed({ metOn: '2026-11-21' })), [['metOn', 'too-early']])
})

intake('comes back into its form as it was', () => {
  const first = interviewed({ home: '할머니와 삽니다' })
  assert.ok(first.ok)
  const again = readInterview(fieldsOfInterview(first.value, today))
  assert.ok(again.ok)
  const { by, at, ...was } = first.value.interview ?? { by: '', at: '' }
  assert.equal(JSON.parse(JSON.stringify(again.value)), JSON.parse(JSON.stringify({ ...was, since: at })))
})

intake.run()

const planning = suite('the plan')

const planned = (changes: Record<string, string> = {}, least = 10) => {
  const what = readPlan(
    new URLSearchParams({
      ...{ sessions: '10', minutes: '50', kind: 'individual', mode: 'in-person', startOn: today, ...changes },
    }),
  )
  return what.ok ? plan(consented, what.value, least, han) : what
}

planning('settles number, length and due date', () => {
  const result = planned({ dueOn: '2027-02-20' })
  assert.ok(result.ok)
  const { by, at, ...what } = result.value.plan ?? { by: '', at: '' }
  assert.equal(what, {
    ...{ sessions: 10, minutes: 50, kind: 'individual', mode: 'in-person', startOn: today, dueOn: '2027-02-20' },
  })
})

planning('has at least as many sessions as the programme promises, and ends after it begins', () => {
  assert.equal(reasons(planned({ sessions: '9' })), [['sessions', 'plan-below-minimum']])
  assert.equal(reasons(planned({ dueOn: '2026-11-21' })), [['dueOn', 'due-before-start']])
  assert.equal(reasons(planned({ minutes: '0', sessions: 'ten' })), [
    ['sessions', 'not-a-number'],
    ['minutes', 'too-small'],
  ])
})

planning('takes its due date from the decision, or from the law where it names one', () => {
  const { referral } = aCase()
  assert.is(dueOf({ ...referral, dueOn: '2027-01-31' }), '2027-01-31')
  assert.is(dueOf({ ...referral, basis: 'court-added-counselling', decidedOn: '2026-11-30' }), '2027-02-28')
  assert.is(dueOf(referral), undefined)
})

planning('with the interview it opens the sessions', () => {
  const first = interviewed()
  assert.ok(first.ok)
  assert.is(stageOf(first.value, []), 'intake')
  const both = planned()
  assert.ok(both.ok)
  assert.is(stageOf({ ...first.value, plan: both.value.plan }, []), 'sessions')
})

planning.run()
