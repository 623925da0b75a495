import type { Browser, Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { hashOf, newToken } from '../../src/people/token.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { alarmsIn } from '../support/alarms.ts'
import { ask, ownPage } from '../support/asking.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { aSession, signed } from '../support/samples.ts'
import { aCaseUnderWay, consentsOfYouth } from '../support/under-way.ts'
import { aBrowser, aServer } from './chromium.ts'
import { faultsOn, keepShot } from './look.ts'
import { BrowserWalker } from './walker.ts'

/*
 * Minjun answers a safety question at home while Han writes a note and the lead looks at the list of cases. Neither
 * loads a page anew.
 */

const token = newToken()
const number = '2026-0001'
const patience = { timeout: 10_000 }

let house: TestHouse
let server: Awaited<ReturnType<typeof aServer>>
let browser: Browser

const test = suite('a youth who needs help')
test.before(async () => {
  house = await aHouse((view) => {
    const consents = [...consentsOfYouth(), { ...consentsOfYouth()[0], kind: 'survey' }] as ReturnType<
      typeof consentsOfYouth
    >
    const { version = 0 } = newestOf(shipped, 'intake') ?? {}
    const issued = { id: 'intake-1', survey: 'intake', wave: 'intake', version, linkHash: hashOf(token) } as const
    const surveys = [{ ...issued, expiresAt: '2026-12-01T00:00:00.000Z', ...signed() }]
    view.saveCase(aCaseUnderWay({ consents, surveys }))
    const attendance = { code: 'attended', creditedMinutes: 50, ...signed() }
    const attendees = [{ caseNumber: number, ordinal: 1, attendance }]
    view.saveSession(aSession({ id: '2026-11-22-01', startAt: '2026-11-22T00:00:00.000Z', attendees }))
  })
  server = await aServer(house)
  browser = await aBrowser()
})
test.after(async () => {
  await browser.close()
  server.stop()
  await house.close()
})

/** A page that somebody has open, and what its console complains of. */
async function opened(id: string, path: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await (await browser.newContext()).newPage()
  const complaints: string[] = []
  page.on('console', (one) => one.type() === 'error' && complaints.push(one.text()))
  page.on('pageerror', (one) => complaints.push(one.message))
  const walker = new BrowserWalker(page, server.origin, house.store)
  await walker.signIn(id)
  await page.goto(server.origin + path)
  await page.evaluate(() => {
    const seen = { alerts: 0 }
    Object.assign(globalThis, { seen })
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes)
          if (node instanceof Element) seen.alerts += node.querySelectorAll('[role=alert]').length
    }).observe(document.body, { childList: true, subtree: true })
  })
  return { page, complaints }
}
/** How often a call came up on the page since it was opened; undefined if it was loaded anew. */
const alertsOn = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { seen?: { alerts: number } }).seen?.alerts)

async function answers(given: Record<string, string>): Promise<void> {
  const headers = { ...ownPage, 'Content-Type': 'application/json' }
  const answer = await ask(house, undefined, 'POST', '/s/answers', {
    headers,
    body: JSON.stringify({ token, answers: given, page: 9 }),
  })
  assert.equal([answer.status, await answer.json()], [200, { saved: true, help: true }])
}

test('is seen within seconds on pages that stand open, and the clock stops on both when one is on it', async () => {
  const han = await opened('han', `/cases/${number}/notes/2026-11-22-01`)
  const lead = await opened('seo', '/cases')
  const note = han.page.getByLabel('진행 내용')
  await note.fill('쓰다 만 글')
  await han.page.keyboard.press('ArrowLeft')
  assert.is(await han.page.getByRole('alert').count(), 0)
  await answers({ 'self-harm': 'often' })
  const words = `${number} 사례의 청소년이 설문에서 도움이 필요하다고 답했습니다.`
  for (const { page } of [han, lead]) await page.getByRole('alert').filter({ hasText: words }).waitFor(patience)
  assert.is(await note.inputValue(), '쓰다 만 글')
  const caret = await note.evaluate((one: HTMLTextAreaElement) => [document.activeElement === one, one.selectionStart])
  assert.equal(caret, [true, 5])
  for (const width of [390, 1280]) {
    await lead.page.setViewportSize({ width, height: 900 })
    assert.equal(await faultsOn(lead.page), [], String(width))
    await keepShot(lead.page, `help-${width}`)
  }
  // the next time it asks there is nothing new: nothing is said again
  await han.page.waitForResponse((one) => one.url().includes('/notices/strip') && one.status() === 204)
  assert.equal([await alertsOn(han.page), await alertsOn(lead.page)], [1, 1])

  await han.page.getByRole('button', { name: `제가 맡겠습니다: ${number}` }).click()
  await han.page.getByText(`${number} 사례의 도움 요청을 맡았습니다.`).waitFor(patience)
  assert.is(await han.page.getByRole('alert').count(), 0)
  assert.is(await han.page.evaluate(() => document.activeElement?.getAttribute('role')), 'status')
  assert.is(await note.inputValue(), '쓰다 만 글')
  assert.is((await alarmsIn(house.store))[0]?.taken?.by, 'han')
  await lead.page.getByText('한지우 님이').waitFor(patience)
  assert.is(await lead.page.getByRole('alert').count(), 0)
  assert.is.not(await alertsOn(lead.page), undefined)
  assert.is.not(await alertsOn(han.page), undefined)
  await keepShot(han.page, 'help-taken')
  assert.equal([...han.complaints, ...lead.complaints], [])
})

test.run()
