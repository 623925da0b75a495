import type { Browser, BrowserContext, Page } from 'playwright-core'
import * as assert from 'uvu/assert'
import { wordsOf } from '../../views/words.ts'
import { faultsOn, keepShot } from './look.ts'

/** Somebody at the youth's page, on a device of their own; everything that the browser complains of is kept. */
export class Youth {
  readonly page: Page
  readonly context: BrowserContext
  readonly complaints: string[] = []
  lang: 'ko' | 'en'

  private constructor(page: Page, lang: 'ko' | 'en', origin: string) {
    this.page = page
    this.context = page.context()
    this.lang = lang
    page.on('console', (message) => {
      // a door that stays shut is answered with 4xx, a line that is cut with nothing, and Chromium says so
      const isExpected = /status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(message.text())
      if (message.type() === 'error' && !isExpected) this.complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('request', (asked) => asked.url().startsWith(origin) || this.complaints.push(`asked ${asked.url()}`))
  }

  static async at(
    browser: Browser,
    origin: string,
    { lang = 'ko', width = 390 }: { lang?: 'ko' | 'en'; width?: number } = {},
  ): Promise<Youth> {
    const isPhone = width < 800
    const viewport = { width, height: 844 }
    const context = await browser.newContext({ viewport, hasTouch: isPhone, isMobile: isPhone })
    const cookie = { name: '__Host-lang', value: lang, url: origin.replace('http:', 'https:'), secure: true }
    await context.addCookies([cookie])
    await context.addInitScript({
      content: `document.addEventListener('securitypolicyviolation', (event) =>
        console.error('content security policy: ' + event.violatedDirective + ' ' + event.blockedURI))`,
    })
    return new Youth(await context.newPage(), lang, origin)
  }

  get words() {
    return wordsOf(this.lang).youth
  }

  button(name: string) {
    return this.page.getByRole('button', { name, exact: true })
  }

  async see(...words: string[]): Promise<void> {
    for (const one of words) await this.page.getByText(one).filter({ visible: true }).first().waitFor({ timeout: 8000 })
  }

  /** Looks at the page as it stands: nothing wider than it, nothing that axe finds. */
  async look(name: string, width = this.page.viewportSize()?.width ?? 0): Promise<void> {
    if (width !== this.page.viewportSize()?.width) await this.page.setViewportSize({ width, height: 844 })
    const wide = await this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    assert.ok(wide <= 0, `${name} at ${width} is ${wide} px too wide`)
    assert.equal(await faultsOn(this.page), [], `${name} at ${width}`)
    await keepShot(this.page, `survey-${name}-${this.lang}-${width}`)
  }

  /** The same, wide and narrow. */
  async lookAround(name: string): Promise<void> {
    for (const width of [1280, 390]) await this.look(name, width)
  }

  /** Begins the survey, and waits until the focus is at its first title. */
  async start(name = this.words.start): Promise<void> {
    await this.button(name).click()
    await this.atTitle()
  }

  /** The title of the page of questions; each page begins with the focus on it. */
  async atTitle(): Promise<string> {
    const title = this.page.locator('.sd-page__title:focus')
    await title.waitFor()
    return title.innerText()
  }

  /** Goes on to the next page of questions. */
  async next(): Promise<string> {
    const before = await this.page.locator('#progress').innerText()
    await this.button(this.lang === 'ko' ? '다음' : 'Next').click()
    await this.page.waitForFunction((was) => document.getElementById('progress')?.innerText !== was, before)
    return this.atTitle()
  }

  /** Answers each line of a scale with the choice in this place, counted from 1; all else, and what opens by it, with the first. */
  async answer(place: number): Promise<void> {
    for (const question of await this.page.locator('[role=group]:has(input[type=checkbox])').all())
      await question.locator('label:has(input)').first().click()
    for (let left = await this.open(); left.length > 0; left = await this.open())
      for (const name of left) {
        const choices = this.page.locator(`label:has(input[type=radio][name="${name}"])`)
        const isLine = (await this.page.locator(`.sd-matrix input[name="${name}"]`).count()) > 0
        await choices.nth(isLine ? Math.min(place, await choices.count()) - 1 : 0).click()
      }
  }

  /** Names of the lines on this page that have no answer yet. */
  private open(): Promise<string[]> {
    return this.page.locator('#survey').evaluate((survey) => {
      const radios = [...survey.querySelectorAll<HTMLInputElement>('input[type=radio]')]
      const done = new Set(radios.filter(({ checked }) => checked).map(({ name }) => name))
      return [...new Set(radios.map(({ name }) => name))].filter((name) => !done.has(name))
    })
  }

  get isLastPage(): Promise<boolean> {
    return this.sendButton.isVisible()
  }

  get sendButton() {
    return this.button(this.lang === 'ko' ? '보내기' : 'Send')
  }

  /** Answers all that is left, up to the last page; nothing is sent. */
  async answerToTheEnd(place: number, each?: (page: number) => Promise<void>): Promise<void> {
    for (let pages = 1; pages < 40; pages++) {
      await each?.(pages)
      await this.answer(place)
      if (await this.isLastPage) return
      await this.next()
    }
    assert.unreachable('the survey has no end')
  }

  /** What this device still holds: storage, and the names of its cookies. */
  async left(): Promise<{ kept: number; cookies: string[] }> {
    const kept = await this.page.evaluate(() => sessionStorage.length + localStorage.length)
    return { kept, cookies: (await this.context.cookies()).map(({ name }) => name).sort() }
  }
}
