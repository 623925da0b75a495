import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { aLink, comesBy } from '../support/own.ts'
import { aSession, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aVisitor } from '../support/visitor.ts'

/** It is Sunday, 22 November 2026, 10:00 in Seoul; tomorrow at four Minjun has a session with Han. */
const number = '2026-0001'
const page = `/cases/${number}/reminders`
const guardians = [
  { relation: 'mother', name: '박서윤', phone: '010-0000-0001' },
  { relation: 'father', name: '김도현' },
]
const minjun = (more: Partial<CaseFile> = {}) => aCaseUnderWay({ guardians, ...more })

async function inHouse(act: (house: TestHouse) => Promise<void>, more?: Partial<CaseFile>) {
  const house = await aHouse((view) => {
    view.saveCase(minjun(more))
    view.saveSession(aSession({ id: '2026-11-16-01', startAt: '2026-11-23T07:00:00.000Z' }))
  })
  try {
    await act(house)
  } finally {
    await house.close()
  }
}
const choosing = suite('how somebody is reminded')

choosing('is noted by the counsellor, with what is wrong at its field', () =>
  inHouse(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await han.open(page)
    han.mustSee('정하지 않음', '알림이 없습니다.')
    await han.choose('받는 사람', '어머니 박서윤').choose('알림 방법', '전자우편').fill('받는 곳', '010').press('저장')
    assert.is(han.status, 422)
    assert.match(han.title, '오류')
    await han.fill('받는 곳', 'Mother@example.test').choose('알림 언어', 'English').press('저장')
    han.mustSee('알림 받는 방법을 저장했습니다.', 'mother@example.test', 'English', '한지우')
    await han.follow('알림 바꾸기: 어머니 박서윤')
    assert.is(han.valueOf('받는 곳'), 'mother@example.test')
    await han.choose('알림 방법', '문자').fill('받는 곳', '').press('저장')
    han.mustSee('010-0000-0001')
    assert.is((await house.store.caseFile(number))?.reminders?.length, 2)
  }),
)

choosing('is chosen by the mother on her own page, and the youth sees that she is told', async () => {
  const [hers, his] = [aLink(), aLink({ whose: 'youth', id: 'youth-1' })]
  const links = [hers.link, his.link].map((one) => ({ ...one, answered: '2026-11-20T00:00:00.000Z' }))
  await inHouse(
    async (house) => {
      const mother = await comesBy(aVisitor(house), hers.token)
      await mother.open('/my/page')
      mother.mustSee('지금은 알림을 받지 않으십니다.')
      await mother.follow('알림 정하기')
      assert.is(mother.title, '알림 정하기')
      await mother.choose('어떻게 알려 드릴까요?', '문자').press('저장하기')
      mother.mustSee('알림을 정하신 대로 저장했습니다.', '문자: 010-0000-0001')
      const kept = (await house.store.caseFile(number))?.reminders
      assert.equal(
        kept?.map(({ whose, guardian, by, way, to }) => [whose, guardian, by, way, to]),
        [['guardian', 0, 'guardian', 'text', undefined]],
      )
      const youth = await comesBy(aVisitor(house), his.token)
      await youth.open('/my/page')
      youth.mustSee('어머니에게도 알려요.', '지금은 알림을 받지 않아요.')
      assert.not(youth.sees('010-0000-0001'))
      await youth.follow('알림 정하기')
      await youth.choose('어떻게 알려 줄까요?', '전자우편').fill('어디로 보낼까요?', 'x').press('저장하기')
      assert.is(youth.status, 422)
      await youth.fill('어디로 보낼까요?', 'minjun@example.test').press('저장하기')
      youth.mustSee('전자우편: minjun@example.test', '알림을 받는 곳과 보낸 알림')
      await mother.open('/my/page')
      assert.not(mother.sees('minjun@example.test'))
      const han = await aVisitor(house).signIn('han')
      await han.open(page)
      han.mustSee('minjun@example.test', '청소년 · 2026-11-22')
    },
    { links },
  )
})

choosing('is chosen by counsellor and school contact for themselves', () =>
  inHouse(async (house) => {
    for (const id of ['han', 'oh']) {
      const visitor = await aVisitor(house).signIn(id)
      await visitor.open('/account')
      await visitor.follow('일정 알림 받기')
      await visitor.choose('알림 방법', '문자').press('저장')
      assert.is(visitor.status, 422)
      await visitor.choose('알림 방법', '전자우편').press('저장')
      visitor.mustSee('알림 받는 방법을 저장했습니다.', `${id}@example.test`)
      assert.equal((await house.store.person(id))?.reminders, { way: 'mail', lang: 'ko', at: house.clock.now() })
    }
    const yoo = await aVisitor(house).signIn('yoo')
    await yoo.open('/account/reminders')
    yoo.mustSee('이 역할에는 알릴 일정이 없습니다.')
  }),
)

choosing('is changed by somebody of the house only when the second factor was given a moment ago', () =>
  inHouse(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await han.open('/account/reminders')
    house.clock.set('2026-11-22T01:07:00.000Z')
    await han.choose('알림 방법', '문자').fill('받는 곳', '010-9999-9999').press('저장')
    assert.match(han.path, /^\/confirm\?to=/)
    assert.is((await house.store.person('han'))?.reminders, undefined)
  }),
)

choosing('is refused when the case is closed, and the page says that nothing is sent', () =>
  inHouse(
    async (house) => {
      const han = await aVisitor(house).signIn('han')
      await han.open(page)
      han.mustSee('지금은 아무에게도 보내지 않습니다.')
      await han.choose('받는 사람', '어머니 박서윤').choose('알림 방법', '받지 않음').press('저장')
      assert.is(han.status, 422)
    },
    { closings: [{ on: '2026-11-20', reason: 'completed', ...signed() }] },
  ),
)

choosing.run()
