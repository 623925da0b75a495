import type { Browser, Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { momentAt } from '../../src/time/days.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { aSession, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aBrowser, aServer } from './chromium.ts'
import { BrowserWalker } from './walker.ts'

/* What a script adds to a note: nothing of it is lost, however its page is left. */

let house: TestHouse
let server: Awaited<ReturnType<typeof aServer>>
let browser: Browser
let page: Page
let walker: BrowserWalker
const path = '/cases/2026-0001/notes/2026-11-22-01'
const attendance = { code: 'attended', creditedMinutes: 50, ...signed() }

const test = suite('a note in a browser')
test.before(async () => {
  house = await aHouse((view) => {
    view.saveCase(aCaseUnderWay())
    const attendees = [{ caseNumber: '2026-0001', ordinal: 1, attendance }]
    view.saveSession(aSession({ id: '2026-11-22-01', startAt: momentAt('2026-11-22', '08:00'), attendees }))
  })
  server = await aServer(house)
  browser = await aBrowser()
  page = await (await browser.newContext({ viewport: { width: 390, height: 800 } })).newPage()
  walker = new BrowserWalker(page, server.origin, house.store, 390)
  await walker.signIn('han')
})
test.after(async () => {
  await browser.close()
  server.stop()
  await house.close()
})
const draft = async () => (await house.store.caseFile('2026-0001'))?.notes[0]?.draft
const line = () => page.locator('.kept-line').innerText()

test('what was typed a moment ago is saved by signing out, and by following a link', async () => {
  await walker.open(path)
  await page.getByLabel('진행 내용').pressSequentially('나가기 직전의 글')
  await Promise.all([page.waitForURL(/sign-in/), page.getByRole('button', { name: '로그아웃' }).click()])
  assert.is((await draft())?.summary, '나가기 직전의 글')
  await walker.signIn('han')
  await walker.open(path)
  assert.is(await page.getByLabel('진행 내용').inputValue(), '나가기 직전의 글')
  await page.getByLabel('다음 계획').fill('링크로 나감')
  await Promise.all([page.waitForURL(/\/sessions\//), page.getByRole('link', { name: '회기 보기' }).click()])
  assert.is((await draft())?.next, '링크로 나감')
})

test('a button pressed while the text is still being saved is heard after it, and takes the newest text along', async () => {
  await walker.open(path)
  let held = 0
  await page.route('**/notes/**', async (route) => {
    if (route.request().headers()['hx-request'] && held++ === 0) await new Promise((done) => setTimeout(done, 1500))
    await route.continue()
  })
  await page.getByLabel('과제와 수행').fill('일기')
  await page.waitForRequest((request) => request.headers()['hx-request'] !== undefined)
  await page.getByLabel('회기 목표').fill('약속')
  const button = page.getByRole('button', { name: '저장하고 나중에 마치기' })
  await Promise.all([page.waitForURL(/note-saved/), button.click()])
  await page.unroute('**/notes/**')
  assert.equal([(await draft())?.homework, (await draft())?.goals, held], ['일기', '약속', 1])
})

test('where it cannot be saved the line says so, and the text is saved once it can', async () => {
  await walker.open(path)
  await page.context().setOffline(true)
  await page.getByLabel('과제와 수행').fill('끊긴 뒤의 글')
  await page.getByText('저장하지 못했습니다. 연결을 확인해 주십시오.').waitFor()
  await page.context().setOffline(false)
  await page.getByLabel('과제와 수행').pressSequentially('!')
  await page.getByText('10:00에 저장했습니다.').waitFor()
  assert.is((await draft())?.homework, '끊긴 뒤의 글!')
  await page.getByLabel('진행 내용').fill('가'.repeat(90_000))
  await page.getByText('저장하지 못했습니다.').waitFor()
  assert.not((await line()).includes('보낸 내용이 너무 깁니다'), 'no page is put into the line')
  assert.is((await draft())?.summary, '나가기 직전의 글')
})

test('two windows are not typed over each other by themselves', async () => {
  await walker.open(path)
  const other = await page.context().newPage()
  await other.goto(server.origin + path)
  house.clock.set('2026-11-22T01:05:00.000Z')
  await other.getByLabel('청소년의 반응과 변화').fill('다른 창의 글')
  await other.getByText('10:05에 저장했습니다.').waitFor()
  await other.close()
  await page.getByLabel('청소년의 반응과 변화').fill('옛 창의 글')
  await page.getByText('두 글이 함께 나옵니다.').waitFor()
  await walker.press('저장하고 나중에 마치기')
  await walker.mustSee('다른 창이나 기기에서 저장한 글')
  await page.getByLabel('청소년의 반응과 변화').fill('두 글을 합친 글')
  await page.waitForTimeout(2500)
  assert.is((await draft())?.response, '다른 창의 글', 'compared first, then saved by the button')
  await walker.press('저장하고 나중에 마치기')
  assert.is((await draft())?.response, '두 글을 합친 글')
})

test.run()
