import type { Browser } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { aHouse, type TestHouse } from '../support/house.ts'
import { surveyIn, surveyOutIn } from '../support/survey-out.ts'
import { tellingWordsIn } from '../support/telling-words.ts'
import { aBrowser, aServer } from './chromium.ts'
import { Youth } from './youth.ts'

/* What a youth sees before, beside and instead of the questions, in both languages, wide and narrow; and its voice. */

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

/** What a browser has to speak with; what it was made to say is in `said`, and how often it was hushed in `hushed`. */
const aMouth = (voices: { lang: string; localService: boolean }[]) => `
  { window.said = []
    window.hushed = 0
    const mouth = { getVoices: () => ${JSON.stringify(voices)}, addEventListener() {},
      speak: (one) => said.push({ text: one.text, lang: one.lang, isLocal: one.voice.localService }),
      cancel: () => { hushed += 1 } }
    Object.defineProperty(window, 'speechSynthesis', { value: mouth })
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } } }`
type Said = { text: string; lang: string; isLocal: boolean }[]
const saidBy = ({ page }: Youth) =>
  page.evaluate(() => (window as unknown as { said: Said }).said.splice(0)) as Promise<Said>

test('a page is read aloud in the language that is shown, by a voice of this device, until one turns the page', async () => {
  const { token } = await surveyOutIn(house)
  const youth = await Youth.at(browser, server.origin)
  const remote = ['ko-KR', 'en-US'].map((lang) => ({ lang, localService: false }))
  const local = ['ko-KR', 'en-US'].map((lang) => ({ lang, localService: true }))
  await youth.context.addInitScript({ content: aMouth([...remote, ...local]) })
  await open(youth, token)
  await youth.see(youth.words.startTitle)
  await youth.button(youth.words.listen).click()
  assert.match((await saidBy(youth)).map(({ text }) => text).join(' '), youth.words.who)
  await youth.start()
  await youth.button(youth.words.listen).click()
  const said = await saidBy(youth)
  const texts = said.map(({ text }) => text)
  assert.is(texts[0], await youth.page.locator('.sd-page__title').innerText())
  for (const row of await youth.page.locator('.sd-table__cell--row-text').allInnerTexts())
    assert.ok(texts.includes(row))
  assert.ok(texts.includes('답하고 싶지 않아요'))
  assert.ok(said.every(({ lang, isLocal }) => lang === 'ko-KR' && isLocal))
  await youth.look('read-aloud')
  const hushed = () => youth.page.evaluate(() => (window as unknown as { hushed: number }).hushed)
  const before = await hushed()
  await youth.answer(1)
  await youth.next()
  assert.ok((await hushed()) > before)
  youth.lang = 'en'
  await youth.button('English').click()
  await youth.button(youth.words.listen).click()
  assert.ok((await saidBy(youth)).every(({ lang, isLocal }) => lang === 'en-US' && isLocal))
  await youth.button(youth.words.hush).click()
  await youth.button(youth.words.listen).waitFor()
  assert.equal(youth.complaints, [])
  await youth.context.close()
})

test('nothing is read aloud where the only voices are somebody else’s', async () => {
  const { token } = await surveyOutIn(house)
  const youth = await Youth.at(browser, server.origin)
  await youth.context.addInitScript({ content: aMouth([{ lang: 'ko-KR', localService: false }]) })
  await open(youth, token)
  await youth.see(youth.words.startTitle)
  assert.is(await youth.page.locator('#listen').isVisible(), false)
  await youth.context.close()
})

test.run()
