import type { Locator, Page } from 'playwright-core'
import * as assert from 'uvu/assert'
import type { Store } from '../../src/store/store.ts'
import type { Walker } from '../journeys/whole-way.ts'
import { nextCode, password } from '../support/house.ts'
import { faultsOn } from './look.ts'

/**
 * Someone at a real browser, who finds things by their names as a screen reader would say them. What has no name
 * cannot be found.
 */
export class BrowserWalker implements Walker {
  readonly page: Page
  readonly #origin: string
  readonly #store: Store
  /** titles of pages that axe has looked at: each page once, and once more as a refused form */
  readonly #looked = new Set<string>()

  /** how wide the window is while they walk; pages are looked at narrow and wide */
  readonly #width: number

  constructor(page: Page, origin: string, store: Store, width = 1280) {
    this.page = page
    this.#width = width
    this.#origin = origin
    this.#store = store
  }

  async signIn(id: string): Promise<void> {
    await this.page.context().clearCookies({ name: '__Host-visit' })
    await this.open('/sign-in')
    await this.fill('전자우편 주소', `${id}@example.test`)
    await this.fill('비밀번호', password)
    await this.press('로그인')
    if (!this.page.url().includes('/sign-in')) return
    await this.fill('확인 코드', (await nextCode(this.#store, id)) ?? '')
    await this.press('로그인')
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.#origin + path)
    await this.#look()
  }

  async fill(label: string, value: string | number): Promise<void> {
    await this.#field(label).fill(String(value))
  }

  async choose(question: string, answer: string): Promise<void> {
    const select = this.page.locator('select').and(this.#field(question))
    if ((await select.count()) > 0) await select.selectOption({ label: answer })
    else await this.tick(question, answer)
  }

  async tick(question: string, ...answers: string[]): Promise<void> {
    const group = this.page.getByRole('group', { name: begins(question) })
    for (const answer of answers) await group.getByLabel(answer, { exact: true }).first().check()
  }

  /** Presses a button and waits until the page that follows is there. */
  async press(button: string): Promise<void> {
    const pressed = this.page.getByRole('button', { name: button, exact: true })
    const inPlace = await pressed.evaluate((one) => one.closest('form')?.hasAttribute('hx-post'))
    // the page that comes, not the one that is there: the answer may be here before it is shown
    const answer = inPlace
      ? this.page.waitForResponse((one) => one.request().method() === 'POST')
      : this.page.waitForEvent('load')
    await pressed.click()
    await answer
    await this.#look()
  }

  async follow(link: string): Promise<void> {
    const loaded = this.page.waitForEvent('load')
    await this.page.getByRole('link', { name: link, exact: true }).first().click()
    await loaded
  }

  async mustSee(...words: string[]): Promise<void> {
    for (const one of words) {
      const seen = await this.page
        .waitForFunction((text) => document.body.textContent?.replace(/\s+/g, ' ').includes(text), one, {
          timeout: 5000,
        })
        .catch(() => undefined)
      assert.ok(seen, `no “${one}” on ${this.page.url()}: ${await this.wordsHere()}`)
    }
  }

  valueOf(label: string): Promise<string> {
    return this.#field(label).inputValue()
  }

  wordsHere(): Promise<string> {
    return this.page.locator('body').innerText()
  }

  async #look(): Promise<void> {
    const title = await this.page.title()
    if (this.#looked.has(title)) return
    this.#looked.add(title)
    for (const width of [390, 1280]) {
      await this.page.setViewportSize({ width, height: 900 })
      assert.equal(await faultsOn(this.page), [], `${title} at ${width}`)
    }
    await this.page.setViewportSize({ width: this.#width, height: 900 })
  }

  /** A label may end in the mark that the field is optional. */
  #field(label: string): Locator {
    return this.page.getByLabel(begins(label)).and(this.page.locator('input, select, textarea')).first()
  }
}

const begins = (words: string): RegExp => {
  const safe = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^\\s*${safe}\\s*(\\((선택|optional)\\))?\\s*$`)
}
