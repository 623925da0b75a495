import type { Browser } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { attendeeOf } from '../../src/casefile/session.ts'
import { dayOf, plusDays, timeOf, weekdayOf } from '../../src/time/days.ts'
import { holidayOn } from '../../src/time/holidays.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { aSession, jiho } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aBrowser, aServer } from './chromium.ts'
import { keepShot } from './look.ts'
import { BrowserWalker } from './walker.ts'

/*
 * A counsellor's week at a real browser, wide and at the width of a phone: ten sessions planned in one step, one moved,
 * all later ones moved, a group marked, a note begun, left by signing out, found again and signed.
 */

let browser: Browser
const test = suite('a course of sessions')
test.before(async () => {
  browser = await aBrowser()
})
test.after(() => browser.close())

const one = '2026-0001'
const group = '2026-11-20-01'

const plan = {
  ...{ sessions: 10, minutes: 50, kind: 'individual', mode: 'in-person', startOn: '2026-11-23', dueOn: '2027-02-26' },
  ...{ by: 'han', at: '2026-11-20T01:00:00.000Z' },
}

/** Minjun and Jiho, both Han's; they sat in a group on Friday, and nobody has marked it yet. */
const aCourse = (): Promise<TestHouse> =>
  aHouse((view) => {
    view.saveCase(aCaseUnderWay({ plan }))
    view.saveCase(aCaseUnderWay({ number: '2026-0002', youth: jiho, plan }))
    const attendees = [one, '2026-0002'].map((caseNumber) => ({ caseNumber, ordinal: 1 }))
    view.saveSession(aSession({ id: group, kind: 'group', startAt: '2026-11-20T06:00:00.000Z', attendees }))
  })

for (const width of [1280, 390])
  test(`is planned, moved, marked and written up at ${width}`, async () => {
    const house = await aCourse()
    const server = await aServer(house)
    const context = await browser.newContext({ viewport: { width, height: 900 } })
    const page = await context.newPage()
    const walker = new BrowserWalker(page, server.origin, house.store, width)
    const shot = async (name: string) => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      assert.ok(wide <= 0, `${name} is ${wide} px too wide`)
      await keepShot(page, `course-${name}-${width}`)
    }
    const booked = async () =>
      (await house.store.sessionsOf(one)).filter(({ kind, cancelled }) => kind === 'individual' && !cancelled)

    // ten in one step, none on a holiday
    await walker.signIn('han')
    await walker.open(`/cases/${one}/sessions/plan`)
    await walker.fill('예약할 회기 수', 10)
    await walker.tick('요일', '화')
    await walker.fill('시작 시각', '16:00')
    await walker.press('날짜 찾기')
    await shot('planned')
    await walker.press('모두 예약')
    const ten = await booked()
    assert.is(ten.length, 10)
    assert.ok(ten.every(({ startAt }) => weekdayOf(dayOf(startAt)) === 2 && timeOf(startAt) === '16:00'))
    assert.ok(ten.every(({ startAt }) => !holidayOn(dayOf(startAt)) && dayOf(startAt) <= plan.dueOn))
    assert.equal(
      ten.map((session) => attendeeOf(session, one)?.ordinal),
      [2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    )

    // one moves, and keeps its number
    const [first, second] = ten
    if (!first || !second) throw new Error('nothing was booked')
    const toThursday = plusDays(dayOf(first.startAt), 2)
    await walker.open(`/sessions/${first.id}`)
    await page.locator('summary', { hasText: '일시 변경' }).click()
    await walker.fill('날짜', toThursday)
    await walker.fill('시작 시각', '17:00')
    await walker.choose('옮길 회기', '이 회기만')
    await walker.choose('변경을 요청한 사람', '청소년')
    await walker.fill('사유', '학교 행사')
    await walker.press('변경')
    const moved = await house.store.session(first.id)
    assert.equal([dayOf(moved?.startAt ?? ''), timeOf(moved?.startAt ?? '')], [toThursday, '17:00'])
    assert.is((await booked()).length, 10)

    // all later ones move, in their order
    await walker.open(`/sessions/${second.id}/later`)
    await walker.fill('날짜', plusDays(dayOf(second.startAt), 1))
    await walker.fill('시작 시각', '15:00')
    await walker.press('옮길 일시 보기')
    await walker.choose('변경을 요청한 사람', '보호자')
    await walker.fill('사유', '학원 시간이 바뀜')
    await shot('later')
    await walker.press('9개 회기 모두 옮기기')
    const later = (await booked()).filter(({ id }) => id !== first.id)
    assert.equal(
      later.map(({ id }) => id),
      ten.slice(1).map(({ id }) => id),
    )
    assert.ok(later.every(({ startAt }) => timeOf(startAt) === '15:00' && weekdayOf(dayOf(startAt)) === 3))

    // Friday's group, everybody in one form
    await walker.open(`/sessions/${group}`)
    await walker.choose(`${one} 김민준 1회기`, '참석')
    await walker.choose('2026-0002 정지호 1회기', '무단 결석')
    await shot('group')
    await walker.press('출석 기록')
    await walker.mustSee('상담일지 미완료')
    const codes = (await house.store.session(group))?.attendees.map(({ attendance }) => attendance?.code)
    assert.equal(codes, ['attended', 'no-show'])

    // a note that is left in the middle by signing out is there afterwards, and is signed then
    const note = `/cases/${one}/notes/${group}`
    await walker.open(note)
    await page.getByLabel('진행 내용').first().pressSequentially('차분히 이야기함')
    await walker.mustSee('저장했습니다')
    await shot('note')
    await page.getByRole('button', { name: '로그아웃', exact: true }).first().click()
    await page.waitForURL(/sign-in/)
    await walker.signIn('han')
    await walker.open(note)
    assert.is(await page.getByLabel('진행 내용').first().inputValue(), '차분히 이야기함')
    await walker.press('서명하고 마치기')
    const file = await house.store.caseFile(one)
    assert.is(file?.notes[0]?.signed?.summary, '차분히 이야기함')
    await shot('signed')

    await context.close()
    server.stop()
    await house.close()
  })

test.run()
