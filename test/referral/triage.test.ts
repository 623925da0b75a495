import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { counsellorOf } from '../../src/casefile/questions.ts'
import { stageOf } from '../../src/programme.ts'
import { assign, decide } from '../../src/referral/triage.ts'
import { twinsOf } from '../../src/referral/twins.ts'
import { summaries } from '../../src/summaries.ts'
import { aCase, signed } from '../support/samples.ts'

const seo = signed('seo')
const triage = suite('deciding on a referral')

triage('accepting gives the case to a counsellor and opens consent', () => {
  const accepted = decide(aCase(), { decision: 'accepted', counsellorId: 'han' }, seo)
  assert.ok(accepted.ok)
  assert.is(counsellorOf(accepted.value), 'han')
  assert.is(stageOf(accepted.value, []), 'consent')
})

triage('accepting without a counsellor is refused at that field', () => {
  const result = decide(aCase(), { decision: 'accepted' }, seo)
  assert.equal(result, { ok: false, refusals: [{ reason: 'counsellor-needed', field: 'counsellorId' }] })
})

for (const decision of ['waiting', 'returned', 'declined'] as const) {
  triage(`${decision} needs a reason, which is kept`, () => {
    assert.is(decide(aCase(), { decision }, seo).ok, false)
    const decided = decide(aCase(), { decision, why: '자리가 없습니다' }, seo)
    assert.ok(decided.ok)
    assert.is(stageOf(decided.value, []), decision)
    assert.equal(decided.value.triage, [{ decision, reason: '자리가 없습니다', ...seo }])
  })
}

triage('who waited can be accepted; who was declined or accepted is not decided again', () => {
  const waiting = decide(aCase(), { decision: 'waiting', why: '자리' }, seo)
  assert.ok(waiting.ok)
  assert.ok(decide(waiting.value, { decision: 'accepted', counsellorId: 'han' }, seo).ok)
  const declined = decide(aCase(), { decision: 'declined', why: '나이' }, seo)
  assert.ok(declined.ok)
  assert.is(decide(declined.value, { decision: 'accepted', counsellorId: 'han' }, seo).ok, false)
})

triage('only an accepted case changes its counsellor', () => {
  assert.is(assign(aCase(), 'bora', seo).ok, false)
  const accepted = decide(aCase(), { decision: 'accepted', counsellorId: 'han' }, seo)
  assert.ok(accepted.ok)
  const moved = assign(accepted.value, 'bora', seo)
  assert.ok(moved.ok)
  assert.is(counsellorOf(moved.value), 'bora')
  assert.is(moved.value.assignments.length, 2)
})

triage('a twin by name and birth date is named before a mere namesake, never the case itself', () => {
  const rows = [aCase(), aCase({ number: '2026-0002' })].map((file) => summaries.row(file, []))
  const namesake = { ...summaries.row(aCase(), []), number: '2026-0003', birthDate: '2012-01-01' }
  const twins = twinsOf([namesake, ...rows], '2013-03-02', '2026-0001')
  assert.equal(
    twins.map(({ number, likeness }) => [number, likeness]),
    [
      ['2026-0002', 'name-and-birth-date'],
      ['2026-0003', 'name'],
    ],
  )
})

triage.run()
