import type { Browser } from 'playwright-core'
import * as assert from 'uvu/assert'
import { faultsOn } from './look.ts'

/** Answers a survey on a youth's phone, 390 wide, by touch: in each line the choice in this place, counted from 1. */
export async function answerOnPhone(browser: Browser, link: string, place: number): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('request', (asked) => asked.url().startsWith(new URL(link).origin) || complaints.push(`asked ${asked.url()}`))
  await page.goto(link)
  const on = page.getByRole('button', { name: '다음', exact: true })
  const send = page.getByRole('button', { name: '보내기', exact: true })
  for (let pages = 0; pages < 20; pages++) {
    await on.or(send).first().waitFor()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    assert.ok(wide <= 0, `page ${pages} is ${wide} px too wide`)
    assert.equal(await faultsOn(page), [], `page ${pages}`)
    for (const name of await radioNames()) {
      const choices = page.locator(`input[type=radio][name="${name}"]`)
      await choices
        .nth(Math.min(place, await choices.count()) - 1)
        .locator('xpath=ancestor::label')
        .tap()
    }
    for (const question of await page.locator('[role=group]:has(input[type=checkbox])').all())
      await question.locator('label:has(input[type=checkbox])').first().tap()
    // a question may open only now
    for (const name of await radioNames())
      if ((await page.locator(`input[type=radio][name="${name}"]:checked`).count()) === 0)
        await page.locator(`label:has(input[type=radio][name="${name}"])`).first().tap()
    if (!(await send.isVisible())) {
      const before = await page.locator('#survey').innerText()
      await on.tap()
      await page.waitForFunction((was) => document.getElementById('survey')?.innerText !== was, before)
      continue
    }
    await send.tap()
    await page.getByText('답을 잘 받았어요.').waitFor()
    assert.equal(complaints, [])
    assert.is(await page.evaluate(() => sessionStorage.length + localStorage.length), 0)
    await context.close()
    return
  }
  assert.unreachable('the survey has no end')

  async function radioNames(): Promise<string[]> {
    const names = await page
      .locator('input[type=radio]')
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).name))
    return [...new Set(names)]
  }
}
