// Over 150 lines because it is one tablet from hand to hand, by every way.
import type { Browser } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { codeHashOf, handOverSurvey } from '../../src/intake/hand-over-survey.ts'
import { done } from '../../src/result.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { wholeAnswers } from '../support/answers.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { signed } from '../support/samples.ts'
import { surveyIn, surveyOutIn, youthAt } from '../support/survey-out.ts'
import { aBrowser, aServer } from './chromium.ts'
import { BrowserWalker } from './walker.ts'
import { Youth } from './youth.ts'

/* The centre's tablet in real Chromium: handed over, answered, and back, with nothing left on it. */

let house: TestHouse
let server: Awaited<ReturnType<typeof aServer>>
let browser: Browser
let codes = 30_000_000

const test = suite('the tablet')
test.before(async () => {
  house = await aHouse()
  server = await aServer(house)
  browser = await aBrowser()
})
test.after(async () => {
  await browser.close()
  server.stop()
  await house.close()
})

const intake = newestOf(shipped, 'intake')!

/** A survey that is answered but for its last page, and a number to go on with it on the tablet. */
async function aNumber() {
  const code = String(++codes)
  const { number, token } = await surveyOutIn(house, { code })
  const { hopes: _, ...answers } = wholeAnswers(intake)
  await youthAt(house)('/s/answers', { token, answers, page: intake.definition.pages.length - 1 })
  return { number, code }
}

async function aTablet(lang: 'ko' | 'en' = 'ko'): Promise<Youth> {
  const youth = await Youth.at(browser, server.origin, { lang, width: 1024 })
  await youth.page.clock.install()
  await youth.page.goto(`${server.origin}/tablet`)
  return youth
}

/** Types the number, as it is read aloud, and begins. */
async function begin(youth: Youth, code: string): Promise<void> {
  await youth.page.getByLabel(youth.words.code).pressSequentially(code)
  assert.is(await youth.page.getByLabel(youth.words.code).inputValue(), `${code.slice(0, 4)} ${code.slice(4)}`)
  await youth.page.keyboard.press('Enter')
  await youth.see(youth.words.startTitle)
  await youth.start(youth.words.goOn)
}

/** The tablet is as before: a number field, no storage, no cookie but the page's own, nothing of any answer. */
async function mustBeFresh(youth: Youth): Promise<void> {
  await youth.page.getByLabel(youth.words.code).waitFor()
  assert.is(await youth.page.getByLabel(youth.words.code).inputValue(), '')
  assert.is(new URL(youth.page.url()).pathname, '/tablet')
  assert.equal(await youth.left(), { kept: 0, cookies: ['__Host-guest', '__Host-lang'] })
  assert.is(await youth.page.locator('#survey *').count(), 0)
}

for (const lang of ['ko', 'en'] as const)
  test(`is handed over and comes back empty, in ${lang}`, async () => {
    const { number, code } = await aNumber()
    const youth = await aTablet(lang)
    const { page } = youth
    await youth.lookAround('tablet')
    await page.setViewportSize({ width: 1024, height: 768 })
    const before = await page.evaluate(() => history.length)
    await begin(youth, code)
    assert.is((await youth.left()).kept, 0)
    await youth.sendButton.click()
    await youth.see(youth.words.thanks, youth.words.giveBack)
    await youth.lookAround('tablet-thanks')
    assert.ok((await surveyIn(house, number)).survey?.response)
    await youth.button(youth.words.finish).click()
    await mustBeFresh(youth)
    assert.is(await page.evaluate(() => history.length), before)
    await page.goBack()
    assert.is(page.url(), 'about:blank')
    await page.goForward()
    await mustBeFresh(youth)
    assert.equal(youth.complaints, [])
    await youth.context.close()
  })

const pressTwice = (keyboard: Youth['page']['keyboard'], key: string) =>
  keyboard.press(key).then(() => keyboard.press(key))

test('that is left, reloaded or gone back from in the middle asks for a number, and what was answered is kept', async () => {
  const ways: [string, (youth: Youth) => Promise<unknown>][] = [
    ['left', (youth) => youth.button(youth.words.leave).click()],
    ['Esc', ({ page: { keyboard } }) => keyboard.press('Escape').then(() => pressTwice(keyboard, 'Escape'))],
    ['reloaded', ({ page }) => page.reload()],
    ['back and forth', ({ page }) => page.goBack().then(() => page.goForward())],
  ]
  for (const [way, go] of ways) {
    const { number, code } = await aNumber()
    const youth = await aTablet()
    await begin(youth, code)
    // told on the way out, however quickly
    await youth.page.locator('textarea').pressSequentially(way)
    await youth.page.locator('textarea').blur()
    await go(youth)
    await mustBeFresh(youth)
    const kept = async () => new Map((await house.store.drafts(number))[0]?.fields).get('answers') ?? ''
    for (let times = 0; times < 50 && !(await kept()).includes(way); times++)
      await new Promise((on) => setTimeout(on, 100))
    assert.match(await kept(), way)
    await youth.page.getByLabel(youth.words.code).fill(code)
    await youth.button(youth.words.open).click()
    await youth.see(youth.words.codeUnknown)
    await youth.context.close()
  }
})

test('asks whether somebody is there, and turns to its number by itself after three minutes', async () => {
  const { code } = await aNumber()
  const youth = await aTablet()
  const { clock } = youth.page
  await begin(youth, code)
  await clock.runFor('02:29')
  assert.is(await youth.page.locator('dialog').isVisible(), false)
  await clock.runFor('00:02')
  await youth.see(youth.words.idleTitle)
  await youth.look('idle')
  await clock.runFor('00:10')
  await youth.button(youth.words.stay).click()
  assert.is(await youth.page.locator('dialog').isVisible(), false)
  await clock.runFor('02:31')
  await youth.see(youth.words.idleTitle)
  await clock.runFor('00:31')
  await mustBeFresh(youth)
  await youth.context.close()
})

test('goes on for whoever would rather not, and by itself when nobody takes it back', async () => {
  const { number, code } = await aNumber()
  const youth = await aTablet()
  await youth.page.getByLabel(youth.words.code).pressSequentially(code)
  await youth.page.keyboard.press('Enter')
  await youth.button(youth.words.ratherNot).click()
  await youth.button(youth.words.back).click()
  await youth.button(youth.words.ratherNot).click()
  await youth.button(youth.words.refuse).click()
  await youth.see(youth.words.refused)
  assert.ok((await surveyIn(house, number)).survey?.refused)
  await youth.page.clock.runFor('01:01')
  await mustBeFresh(youth)
  await youth.context.close()
})

test('is given to nobody while somebody of the staff is signed in on it, even if they did so beside it', async () => {
  const { code } = await aNumber()
  const youth = await aTablet()
  const beside = await youth.context.newPage()
  await new BrowserWalker(beside, server.origin, house.store).signIn('han')
  await youth.page.getByLabel(youth.words.code).fill(code)
  await youth.page.keyboard.press('Enter')
  await youth.see(youth.words.signedIn)
  await youth.look('tablet-signed-in')
  await youth.button(youth.words.signOut).click()
  await youth.page.waitForURL('**/sign-in*')
  await youth.page.goto(`${server.origin}/tablet`)
  await begin(youth, code)
  await youth.context.close()
})

test('clears what staff pages kept on it, and goes on by a new number', async () => {
  const { number, code } = await aNumber()
  const youth = await aTablet()
  await youth.page.evaluate(() => localStorage.setItem('left', 'here'))
  await begin(youth, code)
  await youth.button(youth.words.leave).click()
  await mustBeFresh(youth)
  const next = String(++codes)
  await house.store.change(async (view) => {
    const file = await view.caseFile(number)
    const handed = file && handOverSurvey(file, 'intake-1', codeHashOf(next), signed('han', house.clock.now()))
    if (handed?.ok) view.saveCase(handed.value)
    return done(undefined)
  })
  await begin(youth, next)
  await youth.context.close()
})

test.run()
