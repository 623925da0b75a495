import type { Browser } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { aHouse, type TestHouse } from '../support/house.ts'
import { surveyIn, surveyOutIn } from '../support/survey-out.ts'
import { tellingWordsIn } from '../support/telling-words.ts'
import { aBrowser, aServer } from './chromium.ts'
import { Youth } from './youth.ts'

/* What a youth sees before, beside and instead of the questions, in both languages, wide and narrow; and the way out. */

let house: TestHouse
let server: Awaited<ReturnType<typeof aServer>>
let browser: Browser
const now = '2026-11-22T01:00:00.000Z'
const night = '2026-11-22T14:00:00.000Z'

const test = suite("screens of the youth's page")
test.before(async () => {
  house = await aHouse()
  server = await aServer(house)
  browser = await aBrowser()
})
test.before.each(() => house.clock.set(now))
test.after(async () => {
  await browser.close()
  server.stop()
  await house.close()
})

/** A page by itself: the same address again would not load it. */
async function open(youth: Youth, token: string): Promise<void> {
  await youth.page.goto('about:blank')
  await youth.page.goto(`${server.origin}/s#${token}`)
}

for (const lang of ['ko', 'en'] as const)
  test(`are in order, and say what is the matter, in ${lang}`, async () => {
    const youth = await Youth.at(browser, server.origin, { lang })
    const { words, page } = youth
    await page.goto(`${server.origin}/s`)
    await youth.see(words.none)
    assert.equal(tellingWordsIn(`${await page.title()} ${await page.locator('body').innerText()}`), [])
    await youth.lookAround('none')

    const guarded = await surveyOutIn(house, { pin: '246813' })
    await open(youth, guarded.token)
    await youth.see(words.pin)
    assert.equal(tellingWordsIn(await page.locator('body').innerText()), [])
    await youth.lookAround('pin')
    for (let tries = 0; tries < 5; tries++) {
      await page.getByLabel(words.pin).fill('000000')
      await youth.button(words.open).click()
      await youth.see(words.pinWrong)
    }
    assert.ok(await page.getByLabel(words.pin).evaluate((field) => field === document.activeElement))
    await youth.lookAround('pin-wrong')
    await page.getByLabel(words.pin).fill('246813')
    await youth.button(words.open).click()
    await youth.see(words.locked)
    assert.is((await youth.left()).kept, 0)

    const { number, token } = await surveyOutIn(house, { pin: '246813' })
    await open(youth, token)
    await page.getByLabel(words.pin).fill('246813')
    await page.keyboard.press('Enter')
    await youth.see(words.startTitle, words.who, words.same, words.safety, words.picture)
    await page.locator('.help summary').click()
    assert.equal(await page.locator('.help a').evaluateAll((all) => all.map((one) => one.getAttribute('href'))), [
      'tel:1388',
      'tel:109',
      'tel:112',
    ])
    await youth.lookAround('help')
    await page.keyboard.press('Escape')
    assert.is(await page.locator('.help .sheet').isVisible(), false)
    await youth.button(words.ratherNot).click()
    await youth.lookAround('rather-not')
    assert.is((await surveyIn(house, number)).survey?.refused, undefined)
    await youth.button(words.refuse).click()
    await youth.see(words.refused)
    await youth.lookAround('refused')
    await open(youth, token)
    await youth.see(words.spent)

    house.clock.set(night)
    await open(youth, (await surveyOutIn(house)).token)
    await youth.see(words.closed, '07:00–22:00')
    await youth.lookAround('closed')
    house.clock.set('2026-12-20T01:00:00.000Z')
    await open(youth, (await surveyOutIn(house)).token)
    await youth.see(words.expired)
    assert.equal(youth.complaints, [])
    await youth.context.close()
  })

test('quick exit leaves at once, by a tap or by Esc three times, and back shows nothing', async () => {
  for (const way of ['tap', 'keys'] as const) {
    const { token } = await surveyOutIn(house)
    const youth = await Youth.at(browser, server.origin)
    await open(youth, token)
    await youth.see(youth.words.startTitle)
    await youth.start()
    if (way === 'tap') await youth.button(youth.words.leave).tap()
    else for (let times = 0; times < 3; times++) await youth.page.keyboard.press('Escape')
    await youth.page.waitForURL('about:blank')
    for (const go of ['goBack', 'goForward'] as const) {
      await youth.page[go]().catch(() => undefined)
      assert.is(youth.page.url(), 'about:blank')
      assert.is(await youth.page.locator('body').innerText(), '')
    }
    await youth.page.goto(`${server.origin}/s`)
    await youth.see(youth.words.none)
    assert.is((await youth.left()).kept, 0)
    await youth.context.close()
  }
})

test.run()
