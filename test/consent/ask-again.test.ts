import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile, Consent } from '../../src/casefile/casefile.ts'
import { rowOf } from '../../src/casefile/row.ts'
import { tasksOf } from '../../src/casefile/tasks.ts'
import { asksOf, isToBeAskedAgain } from '../../src/consent/ask-again.ts'
import { isConsented } from '../../src/consent/gate.ts'
import { dayOf } from '../../src/time/days.ts'
import { aHouse } from '../support/house.ts'
import { aLink, aYoungCase, comesBy, said, saidByGuardian, saveCase } from '../support/own.ts'
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

const again = suite('asking again at 14')
const birthday = '2027-03-02'

again('from the birthday on, while what holds rests on a guardian; nothing is shut by it', () => {
  const file = withAnswers(yes(0))
  assert.is(isToBeAskedAgain(file, '2027-03-01'), false)
  assert.ok(isToBeAskedAgain(file, birthday))
  assert.ok(isConsented(file))
  assert.ok(isToBeAskedAgain(withAnswers(yes(0), no(1)), birthday), 'also where guardians disagree')
})

again('ends when the youth has answered alone, and never begins for who was 14', () => {
  const anew = own.map((one) => ({ ...one, on: birthday }))
  assert.is(isToBeAskedAgain(withAnswers(yes(0), ...anew), birthday), false)
  const older = aYoungCase({ consents: own, youth: { name: '정지호', birthDate: '2010-05-20', gender: 'male' } })
  assert.is(isToBeAskedAgain(older, birthday), false)
})

again('is a task, as are guardians who disagree and who answered by link and are not verified', () => {
  const tasks = (file: CaseFile, now: string) =>
    tasksOf(
      [
        {
          ...rowOf(file, [], 'sessions'),
          seenOn: dayOf(now),
          asks: asksOf(file),
          bookedAt: ['2099-01-01T00:00:00.000Z'],
        },
      ],
      now,
    ).map(({ what, path }) => `${what} ${path}`)
  const before = '2026-11-22T01:00:00.000Z'
  assert.equal(tasks(withAnswers(yes(0)), before), [])
  assert.equal(tasks(withAnswers(yes(0)), '2027-03-01T15:00:00.000Z'), ['againAt14 /consents'])
  assert.equal(tasks(withAnswers(yes(0), no(1)), before), ['disagreement /consents'])
  const byLink = saidByGuardian(kind, 0, { route: 'link' })
  assert.equal(tasks(withAnswers(byLink), before), ['verify /consents'])
})

again('is said on the page of consents, with the words that nothing is shut by it', async () => {
  const house = await aHouse()
  house.clock.set('2027-03-02T01:00:00.000Z')
  await saveCase(house, withAnswers(yes(0)))
  const han = await aVisitor(house).signIn('han')
  han.mustSee('만 14세가 되어 다시 물을 동의')
  await han.open('/cases/2026-0001/consents')
  han.mustSee(
    '본인에게 다시 묻기',
    '그때까지 지금의 동의는 그대로이고 상담도 계속합니다.',
    '필요한 동의를 모두 받았습니다.',
  )
  await house.close()
})

again('is said to the youth on their own page, which asks all of it anew', async () => {
  const house = await aHouse()
  house.clock.set('2027-03-02T01:00:00.000Z')
  const times = { answerBy: '2027-03-10T00:00:00.000Z', expiresAt: '2027-05-10T00:00:00.000Z' }
  const { token, link } = aLink({ whose: 'youth', ...times })
  await saveCase(house, { ...withAnswers(yes(0)), links: [link] })
  const minjun = await comesBy(aVisitor(house), token)
  minjun.mustSee('다시 물어볼게요', '하던 상담은 그대로 이어져요.', '2026년 11월 20일에 ‘동의해요’라고 답했어요.')
  await minjun.press('답 보내기')
  assert.is(minjun.status, 422)
  assert.is(minjun.document.querySelectorAll('.problems li').length, 7)
  await house.close()
})

again.run()
