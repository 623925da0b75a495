import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile, Consent } from '../../src/casefile/casefile.ts'
import { settleDisagreement } from '../../src/consent/disagreement.ts'
import { disagreementsOf, isConsented, missingConsents } from '../../src/consent/gate.ts'
import { mayTellReferrer } from '../../src/consent/share.ts'
import { aHouse } from '../support/house.ts'
import { aYoungCase, said, saidByGuardian, saveCase } from '../support/own.ts'
import { signed } from '../support/samples.ts'
import { aVisitor } from '../support/visitor.ts'

const kind = 'guardian-under-14'
const own = ['collection', 'sensitive', 'counselling'].map((one) => said(one))
const verification = { method: 'call', ...signed('han', '2026-11-20T01:00:00.000Z') }
const yes = (guardian: number, changes: Partial<Consent> = {}) =>
  saidByGuardian(kind, guardian, { verification, ...changes })
const no = (guardian: number, at = '2026-11-21T01:00:00.000Z') =>
  saidByGuardian(kind, guardian, { answer: 'refused', at, on: at.slice(0, 10) })
const withAnswers = (...consents: Consent[]): CaseFile => aYoungCase({ consents: [...own, ...consents] })
const missing = (file: CaseFile) => missingConsents(file).map((one) => `${one.kind}: ${one.why}`)
const settled = (file: CaseFile, at = '2026-11-22T01:00:00.000Z', on = kind) => {
  const result = settleDisagreement(file, { kind: on, why: '두 분과 이야기함' }, signed('seo', at))
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

const disagreement = suite('guardians who disagree')

disagreement('shut the gate until one of them changes the answer', () => {
  const file = withAnswers(yes(0), no(1))
  assert.equal(missing(file), [`${kind}: guardians-disagree`])
  assert.ok(isConsented({ ...file, consents: [...file.consents, yes(1)] }))
  assert.equal(missing({ ...file, consents: [...file.consents, no(0)] }), [`${kind}: not-given`])
})

disagreement('or until the lead settles it; an answer after that opens the question again', () => {
  const file = settled(withAnswers(yes(0), no(1)))
  assert.ok(isConsented(file))
  assert.is(file.journal.at(-1)?.deed, 'disagreement-settled')
  const again = { ...file, consents: [...file.consents, no(1, '2026-11-23T01:00:00.000Z')] }
  assert.equal(missing(again), [`${kind}: guardians-disagree`])
  assert.ok(isConsented(settled(again, '2026-11-24T01:00:00.000Z')))
})

disagreement('a yes that is taken back is a no, also after a settlement', () => {
  const both = withAnswers(
    yes(0),
    yes(1, { withdrawn: { on: '2026-11-21', ...signed('han', '2026-11-21T02:00:00.000Z') } }),
  )
  assert.equal(missing(both), [`${kind}: guardians-disagree`])
  const late = { on: '2026-11-25', ...signed('guardian', '2026-11-25T02:00:00.000Z') }
  const file = settled(withAnswers(yes(0), yes(1), no(1)))
  assert.ok(isConsented(file))
  const taken = file.consents.map((one) => (one.guardian === 0 ? { ...one, withdrawn: late } : one))
  assert.equal(missing({ ...file, consents: taken }), [`${kind}: not-given`])
})

disagreement('on what is not needed of them is shown and shuts nothing', () => {
  const file = withAnswers(yes(0), saidByGuardian('research', 0), saidByGuardian('research', 1, { answer: 'refused' }))
  assert.ok(isConsented(file))
  assert.equal(disagreementsOf(file), ['research'])
  const grown = aYoungCase({ ...file, youth: { ...file.youth, birthDate: '2010-03-02' } })
  assert.ok(isConsented({ ...grown, consents: [...own, yes(0), no(1)] }))
  assert.equal(disagreementsOf({ ...grown, consents: [...own, yes(0), no(1)] }), [kind])
})

disagreement('nothing is settled where nobody disagrees, or after closing', () => {
  const refused = (file: CaseFile) => settleDisagreement(file, { kind, why: 'x' }, signed('seo')).ok === false
  assert.ok(refused(withAnswers(yes(0), yes(1))))
  assert.ok(refused({ ...withAnswers(yes(0), no(1)), closings: [{ on: '2026-11-22', reason: 'moved', ...signed() }] }))
})

disagreement('a guardian’s no to sensitive data shuts the gate of an under-14', () => {
  const refusal = saidByGuardian('sensitive', 0, { answer: 'refused' })
  assert.equal(missing(withAnswers(yes(0), refusal)), ['sensitive: not-given'])
  const other = saidByGuardian('sensitive', 1)
  assert.equal(missing(withAnswers(yes(0), refusal, other)), ['sensitive: guardians-disagree'])
})

disagreement('a school is told of an under-14 only where a guardian agrees too', () => {
  const told = withAnswers(yes(0), said('third-party'))
  assert.is(mayTellReferrer(told), false)
  const hers = { ...told, consents: [...told.consents, saidByGuardian('third-party', 0)] }
  assert.ok(mayTellReferrer(hers))
  const his = saidByGuardian('third-party', 1, { answer: 'refused' })
  assert.is(mayTellReferrer({ ...hers, consents: [...hers.consents, his] }), false)
})

disagreement('stands on the page of the counsellor and of the lead, who alone settles it with a reason', async () => {
  const house = await aHouse()
  await saveCase(house, withAnswers(yes(0), no(1)))
  const page = '/cases/2026-0001/consents'
  for (const who of ['han', 'seo']) {
    const visitor = await aVisitor(house).signIn(who)
    visitor.mustSee('보호자들의 답이 서로 다름')
    await visitor.open('/cases/2026-0001')
    visitor.mustSee('보호자들의 답이 서로 다릅니다')
    await visitor.open(page)
    visitor.mustSee('정리될 때까지 다음 단계로 갈 수 없습니다.')
    const buttons = [...visitor.document.querySelectorAll('button')].map((button) => button.textContent)
    assert.is(
      buttons.some((words) => words.startsWith('동의한 답에 따르기')),
      who === 'seo',
    )
  }
  const seo = await aVisitor(house).signIn('seo')
  await seo.open(page)
  await seo.press('동의한 답에 따르기: 법정대리인 동의(만 14세 미만)')
  assert.is(seo.status, 422)
  seo.fill('두 보호자와 나눈 이야기', '두 분과 이야기했고 어머니가 친권자입니다.')
  await seo.press('동의한 답에 따르기: 법정대리인 동의(만 14세 미만)')
  seo.mustSee('책임자의 결정을 기록했습니다.', '필요한 동의를 모두 받았습니다.', '정리한 의견 차이')
  await house.close()
})

disagreement.run()
