// Over 150 lines because what is typed, what is shown and what would be noticed must be read together.
import naughty from 'big-list-of-naughty-strings' with { type: 'json' }
import { Hono } from 'hono'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Site } from '../../src/web/site.ts'
import { crawl, patternOf } from '../support/crawl.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { saveStages } from '../support/stages.ts'
import { typeEverywhere } from '../support/typist.ts'
import { aHastyVisitor } from '../support/visitor.ts'
import { xss } from '../support/xss.ts'
import { aBrowser, aServer } from './chromium.ts'
import { BrowserWalker } from './walker.ts'

/*
 * Strings that have run somewhere, typed into every free-text field and shown in real Chromium: kept ones on every page
 * that shows them, refused ones in the form that comes back. Nothing runs, nothing foreign is asked for, the policy of
 * the site is never even put to the test.
 */

const strings = [...new Set([...xss, ...(naughty as string[])])]
/** As long as every field takes. */
const short = strings.filter((one) => [...one].length <= 58)
const roles = ['seo', 'han', 'oh', 'yoo']

/** Runs before anything of a page; a text, since a compiler may add to functions what no page has. */
const watch = `
  document.addEventListener('securitypolicyviolation', (event) =>
    window.__told('violation ' + event.violatedDirective + ' ' + event.blockedURI + ' on ' + location.pathname))
  Object.defineProperty(window, '__ran', { set() { window.__told('ran on ' + location.pathname) } })
`

/** What went wrong on the pages of a context. */
async function watched(browser: Browser, origin: string): Promise<{ context: BrowserContext; faults: string[] }> {
  const context = await browser.newContext()
  const faults: string[] = []
  await context.exposeBinding('__told', (_, what: string) => void faults.push(what))
  await context.addInitScript({ content: watch })
  context.on('dialog', (dialog) => {
    faults.push(`dialog ${dialog.message()}`)
    dialog.dismiss()
  })
  context.on('request', (asked) => {
    if (!asked.url().startsWith(origin)) faults.push(`asked for ${asked.url().slice(0, 80)}`)
    // what our pages ask by themselves: how a form would be taken, and whether there is something to tell
    const isOurs = /\/preview$|\/notices\/strip\?shown=[\w-]+$/.test(asked.url())
    if (['xhr', 'fetch'].includes(asked.resourceType()) && !isOurs) faults.push(`asked by itself for ${asked.url()}`)
  })
  return { context, faults }
}

let house: TestHouse
let server: Awaited<ReturnType<typeof aServer>>
let browser: Browser

const test = suite('a hostile text')
test.before(async () => {
  house = await aHouse(saveStages)
  server = await aServer(house)
  browser = await aBrowser()
})
test.after(async () => {
  await browser.close()
  server.stop()
  await house.close()
})

const signedIn = async (page: Page, who: string): Promise<Page> => {
  await new BrowserWalker(page, server.origin, house.store).signIn(who)
  return page
}

/** Two pages of each kind for whoever sees it first, one for each other: a third of a kind shows the same fields. */
function someOfEach(paths: string[], seen: Set<string>): string[] {
  const met = new Map<string, number>()
  const chosen = paths.filter((path) => {
    const pattern = patternOf(path)
    const times = (met.get(pattern) ?? 0) + 1
    met.set(pattern, times)
    return times <= (seen.has(pattern) ? 1 : 2)
  })
  for (const pattern of met.keys()) seen.add(pattern)
  return chosen
}

test('that was kept is shown as it was typed, on every page, and does nothing', async () => {
  let next = 0
  const kept = new Set<string>()
  const fields = new Set<string>()
  for (let round = 0; round < 2; round++)
    for (const who of roles) {
      const typed = await typeEverywhere(
        await aHastyVisitor(house).signIn(who),
        () => short[next++ % short.length] ?? '',
      )
      for (const { action, field, text, status } of typed)
        if (status === 200) {
          kept.add(text)
          fields.add(`${action} ${field}`)
        }
    }
  assert.ok(kept.size > 150 && fields.size > 40, `${kept.size} strings kept in ${fields.size} fields`)
  const { context, faults } = await watched(browser, server.origin)
  const seen = new Set<string>()
  let pages = 0
  for (const who of [...roles, 'bora', 'ma']) {
    const page = await signedIn(await context.newPage(), who)
    for (const path of someOfEach(await crawl(await aHastyVisitor(house).signIn(who), () => {}, 3), seen)) {
      await page.goto(server.origin + path, { waitUntil: 'load' })
      pages++
    }
    await page.close()
  }
  await context.close()
  console.log(`    ${kept.size} strings kept in ${fields.size} fields, shown on ${pages} pages`)
  assert.equal(faults, [])
})

/** All strings, in a few bundles: too long for any field, so that each comes back. */
function bundles(): string[] {
  const made: string[] = ['']
  for (const one of strings) {
    if ((made.at(-1) ?? '').length + one.length > 6_000) made.push('')
    made[made.length - 1] += `${one} `
  }
  return made
}

test('that comes back in a refused form does nothing either', async () => {
  const { context, faults } = await watched(browser, server.origin)
  const never = /sign-out|language/
  let forms = 0
  for (const who of roles) {
    const page = await signedIn(await context.newPage(), who)
    const met = new Set<string>()
    for (const path of await crawl(await aHastyVisitor(house).signIn(who), () => {}, 1)) {
      await page.goto(server.origin + path, { waitUntil: 'load' })
      const actions = await page.$$eval('form[method=post]', (all) =>
        all.map((form) => form.getAttribute('action') ?? ''),
      )
      for (const action of actions) {
        if (never.test(action) || met.has(patternOf(action))) continue
        met.add(patternOf(action))
        forms += await sentWithAll(page, server.origin + path, action)
      }
    }
    await page.close()
  }
  await context.close()
  console.log(`    ${strings.length} strings in ${bundles().length} bundles, ${forms} forms sent`)
  assert.ok(forms > 100, `${forms}`)
  assert.equal(faults, [])
})

/** Sends one form with all strings, bundle by bundle; answers how often: not at all when it has no text. */
async function sentWithAll(page: Page, url: string, action: string): Promise<number> {
  let times = 0
  for (const bundle of bundles()) {
    // the form that came back takes the next
    if (times === 0 || !(await sent(page, action, bundle))) {
      await page.goto(url, { waitUntil: 'load' })
      if (!(await sent(page, action, bundle))) return times
    }
    times++
  }
  return times
}

/** Fills every text of one form on the open page and sends it; false when it has none. */
async function sent(page: Page, action: string, text: string): Promise<boolean> {
  const loaded = page.waitForEvent('load')
  const filled = await page.evaluate(
    ([to, words]) => {
      const form = [...document.querySelectorAll('form')].find((one) => one.getAttribute('action') === to)
      const fields = [...(form?.querySelectorAll('textarea, input') ?? [])] as HTMLInputElement[]
      const texts = fields.filter(({ type, name }) => name !== 'token' && ['text', 'textarea', 'search'].includes(type))
      for (const one of texts) one.value = words ?? ''
      if (form && texts.length > 0) HTMLFormElement.prototype.submit.call(form)
      return texts.length > 0
    },
    [action, text] as const,
  )
  if (filled) await loaded
  else loaded.catch(() => {})
  return filled
}

test('would be noticed: shown raw it runs, and behind our policy it violates it', async () => {
  for (const [policy, sign] of [
    ['', 'ran'],
    ["default-src 'none'; script-src 'self'; img-src 'self'", 'violation'],
  ] as const) {
    const raw = new Hono<Site>().get('/', (c) => {
      if (policy) c.header('Content-Security-Policy', policy)
      return c.html(xss.slice(0, 12).join('\n'))
    })
    const control = await aServer({ site: raw })
    const { context, faults } = await watched(browser, control.origin)
    const page = await context.newPage()
    await page.goto(control.origin, { waitUntil: 'commit' })
    await page.waitForTimeout(500)
    await context.close()
    control.stop()
    assert.ok(
      faults.some((fault) => fault.startsWith(sign)),
      `${sign}: ${faults}`,
    )
  }
})

test.run()
