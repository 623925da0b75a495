import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
export const widths = [1280, 390] as const
/** Where to keep a picture of each page; none are taken if it is not named. */
const shots = process.env.SHOTS

/** Looks at pages as a reader's browser does, and keeps every complaint. */
export class Look {
  readonly complaints: string[] = []
  readonly #page: Page
  readonly #origin: string
  #where = ''

  private constructor(page: Page, origin: string) {
    this.#page = page
    this.#origin = origin
  }

  static async at(context: BrowserContext, origin: string): Promise<Look> {
    const page = await context.newPage()
    const look = new Look(page, origin)
    await page.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`content security policy: ${violatedDirective} ${blockedURI}`),
      ),
    )
    page.on('console', (message) => message.type() === 'error' && look.#complain(`console: ${message.text()}`))
    page.on('pageerror', (error) => look.#complain(`script: ${error.message}`))
    page.on('request', (asked) => {
      if (!asked.url().startsWith(origin) && !asked.url().startsWith('data:')) look.#complain(`asked ${asked.url()}`)
    })
    return look
  }

  #complain(what: string): void {
    this.complaints.push(`${this.#where}: ${what}`)
  }

  async switchLanguage(): Promise<void> {
    await this.#page.goto(`${this.#origin}/sign-in`)
    await Promise.all([this.#page.waitForEvent('load'), this.#page.click('button[name=lang]')])
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.#page.goto(`${this.#origin}/sign-in`)
    await this.#page.fill('#email', email)
    await this.#page.fill('#password', password)
    await Promise.all([this.#page.waitForURL((url) => url.pathname !== '/sign-in'), this.#page.click('button.primary')])
  }

  /** Opens a page and looks at it, wide and narrow. `name` stands before each complaint and is the picture's name. */
  async over(path: string, name: string, at: readonly number[] = widths): Promise<void> {
    this.#where = `${name} ${path}`
    await this.#page.setViewportSize({ width: at[0] ?? 1280, height: 900 })
    await this.#page.goto(this.#origin + path, { waitUntil: 'load' })
    await this.#page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    await this.#page.evaluate(axeSource)
    for (const width of at) {
      this.#where = `${name} ${width} ${path}`
      await this.#page.setViewportSize({ width, height: 900 })
      await this.#page.evaluate(settled)
      const wide = await this.#page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (wide > 0) this.#complain(`${wide} px too wide`)
      for (const fault of await this.#page.evaluate(axeFaults, tags)) this.#complain(`axe: ${fault}`)
      await keepShot(this.#page, `${name}-${path}-${width}`)
    }
  }
}

/** Keeps a picture of the whole page, if pictures are wanted. */
export async function keepShot(page: Page, name: string): Promise<void> {
  if (!shots) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name.replace(/[^\w-]+/g, '_')}.png`), fullPage: true })
}

/** Runs in the page: what draws itself anew at another width has done so. */
const settled = () => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 100))

interface Axe {
  run(page: Document, how: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
}

/** What axe finds on a page as it stands now, at its present width. */
export async function faultsOn(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  return page.evaluate(axeFaults, tags)
}

/** Runs in the page. */
async function axeFaults(values: string[]): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: Axe }
  const how = { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }
  const { violations } = await axe.run(document, how)
  return violations.map(({ id, nodes }) => `${id} ×${nodes.length} ${nodes[0]?.html.slice(0, 160)}`)
}
