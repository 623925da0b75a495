import type { Browser, Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { aHouse, type TestHouse } from '../support/house.ts'
import { aCase, aSession } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aBrowser, aServer } from './chromium.ts'
import { BrowserWalker } from './walker.ts'

/*
 * What scripts add to pages that work without them: a list that narrows while one types, warnings before a form is
 * sent, attendance and notes kept in place.
 */

let house: TestHouse
let server: Awaited<ReturnType<typeof aServer>>
let browser: Browser
let page: Page
let walker: BrowserWalker

const test = suite('what scripts add')
test.before(async () => {
  house = await aHouse((view) => {
    view.saveCase(aCaseUnderWay())
    view.saveCase(
      aCaseUnderWay({ number: '2026-0002', youth: { name: '정지호', birthDate: '2010-05-20', gender: 'male' } }),
    )
    view.saveCase(aCase({ number: '2026-0003' }))
    view.saveSession(aSession({ startAt: '2026-11-22T00:00:00.000Z', id: '2026-11-22-01' }))
  })
  server = await aServer(house)
  browser = await aBrowser()
  page = await browser.newPage()
  walker = new BrowserWalker(page, server.origin, house.store)
})
test.after(async () => {
  await browser.close()
  server.stop()
  await house.close()
})

test('the case list narrows while a name is typed, and the name stands in no address', async () => {
  await walker.signIn('han')
  await walker.open('/cases')
  assert.is(await page.locator('tbody tr').count(), 2)
  await page.getByLabel('이름이나 사례번호로 찾기').pressSequentially('지호')
  await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1)
  assert.is(
    await page
      .locator('tbody tr')
      .innerText()
      .then((text) => text.includes('정지호')),
    true,
  )
  assert.is(page.url(), `${server.origin}/cases`)
  await page.getByLabel('이름이나 사례번호로 찾기').press('Enter')
  await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1)
  assert.is(page.url(), `${server.origin}/cases`)
})

test('a twin is named while a referral is typed, by number only to a counsellor', async () => {
  await walker.open('/referrals/new')
  await walker.fill('성명', '정지호')
  await walker.fill('생년월일', '2010-05-20')
  await page.getByLabel('연락처', { exact: false }).first().focus()
  await page.getByText('같은 사람일 수 있는 사례').waitFor()
  const said = await page.locator('.warning').innerText()
  assert.match(said, /2026-0002/)
  assert.not.match(said, /정지호/)
})

test('a clash is shown before the booking is sent', async () => {
  await walker.open('/cases/2026-0002/sessions/new')
  await walker.choose('상담 방식', '전화')
  await walker.fill('날짜', '2026-11-22')
  await walker.fill('시작 시각', '09:10')
  await walker.tick('지난 회기', '이미 진행한 회기를 뒤늦게 기록합니다.')
  await walker.mustSee('한지우 상담원의 다른 일정(2026-0001)이 있습니다')
  assert.is((await house.store.sessionsOf('2026-0002')).length, 0)
})

test('attendance is marked in place, and a note is kept while it is typed', async () => {
  await walker.open('/sessions/2026-11-22-01')
  await walker.choose('출석', '참석')
  await walker.press('출석 기록')
  await walker.mustSee('상담일지 미완료')
  assert.is(page.url(), `${server.origin}/sessions/2026-11-22-01`)
  await walker.open('/cases/2026-0001/notes/2026-11-22-01')
  await page.getByLabel('진행 내용').pressSequentially('쓰다 만 글')
  await walker.mustSee('저장했습니다.')
  // another device, the same counsellor
  const other = new BrowserWalker(await (await browser.newContext()).newPage(), server.origin, house.store)
  await other.signIn('han')
  await other.open('/cases/2026-0001/notes/2026-11-22-01')
  assert.is(await other.valueOf('진행 내용'), '쓰다 만 글')
})

test.run()
