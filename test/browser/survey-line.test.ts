// Over 150 lines because it is one survey through everything that can break in the middle of it.
import type { Browser } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { wholeAnswers } from '../support/answers.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { surveyIn, surveyOutIn, youthAt } from '../support/survey-out.ts'
import { aBrowser, aServer } from './chromium.ts'
import { BrowserWalker } from './walker.ts'
import { Youth } from './youth.ts'

/*
 * What happens in the middle of a survey in real Chromium: another device, another language, a line that breaks, a call
 * for help.
 */

let house: TestHouse
let server: Awaited<ReturnType<typeof aServer>>
let browser: Browser

const test = suite('a survey in the middle')
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

const keptOf = async (number: string) => {
  const [draft] = await house.store.drafts(number)
  return draft ? JSON.parse(new Map(draft.fields).get('answers') ?? '{}') : undefined
}
/** The server keeps what is answered a moment later; waits for it. */
async function untilKept(number: string, is: (answers: Record<string, unknown>) => boolean): Promise<void> {
  for (let times = 0; times < 100; times++) {
    const answers = await keptOf(number)
    if (answers && is(answers)) return
    await new Promise((done) => setTimeout(done, 100))
  }
  assert.unreachable(`kept is ${JSON.stringify(await keptOf(number))}`)
}
const open = async (youth: Youth, token: string) => {
  await youth.page.goto(`${server.origin}/s#${token}`)
  await youth.see(youth.words.startTitle)
}

const intake = newestOf(shipped, 'intake')!
/** A survey that is answered up to this page, counted from the end; what is on it, and after it, is open. */
async function answeredUpTo(fromTheEnd: number) {
  const { number, token } = await surveyOutIn(house)
  const { pages } = intake.definition
  const left = pages.slice(-fromTheEnd).flatMap(({ elements }) => elements.map(({ name }) => name))
  const answers = Object.fromEntries(Object.entries(wholeAnswers(intake)).filter(([name]) => !left.includes(name)))
  await youthAt(house)('/s/answers', { token, answers, page: pages.length - fromTheEnd })
  return { number, token }
}

test('goes on in another browser and in the other language where it stopped', async () => {
  const { number, token } = await surveyOutIn(house)
  const one = await Youth.at(browser, server.origin)
  await open(one, token)
  assert.is(await one.page.evaluate(() => location.href), `${server.origin}/s`)
  await one.start()
  await one.answer(2)
  await one.next()
  await one.answer(5)
  await untilKept(number, ({ peer }) => Object.keys(peer ?? {}).length > 3)
  await one.context.close()

  const other = await Youth.at(browser, server.origin, { lang: 'en', width: 1280 })
  await open(other, token)
  await other.start(other.words.goOn)
  await other.see('Page 2 of 16')
  assert.is(await other.page.locator('input:checked').count(), 4)
  // and back: nothing that was chosen is lost, whichever language is read
  other.lang = 'ko'
  await other.button('한국어').click()
  await other.see('16쪽 중 2쪽')
  assert.is(await other.page.locator('#survey [lang=ko]').count(), 1)
  assert.is(await other.page.locator('input:checked').count(), 4)
  await other.next()
  await untilKept(number, ({ emp }) => emp === undefined)
  const { ctrl } = await keptOf(number)
  assert.equal(ctrl, { ctrl1: 2, ctrl2: 2, ctrl3: 2, ctrl4: 2, ctrl5: 2 })
  assert.equal(other.complaints, [])
  await other.context.close()
})

test('loses nothing when the line breaks while it is answered', async () => {
  const { number, token } = await surveyOutIn(house)
  const youth = await Youth.at(browser, server.origin)
  await open(youth, token)
  await youth.start()
  await youth.context.setOffline(true)
  await youth.answer(3)
  await youth.see(youth.words.unsaved)
  await youth.look('unsaved')
  await youth.next()
  await youth.answer(4)
  assert.is(await keptOf(number), undefined)
  await youth.context.setOffline(false)
  await untilKept(number, ({ ctrl, peer }) => ctrl !== undefined && peer !== undefined)
  await youth.see(youth.words.saved)
  assert.equal(youth.complaints, [])
  await youth.context.close()
})

test('is sent by itself when the line broke as it was sent', async () => {
  const { number, token } = await answeredUpTo(1)
  const youth = await Youth.at(browser, server.origin)
  await open(youth, token)
  await youth.start(youth.words.goOn)
  await youth.context.setOffline(true)
  await youth.sendButton.click()
  await youth.see(youth.words.unsent)
  await youth.look('unsent')
  // whoever closes it now is asked by the browser whether they mean it
  const asked = youth.page.waitForEvent('dialog')
  const closing = youth.page.close({ runBeforeUnload: true })
  await (await asked).dismiss()
  await closing
  assert.is((await surveyIn(house, number)).survey?.response, undefined)
  await youth.context.setOffline(false)
  await youth.see(youth.words.thanks)
  assert.ok((await surveyIn(house, number)).survey?.response)
  assert.is((await youth.left()).kept, 0)
  assert.equal(youth.complaints, [])
  await youth.context.close()
})

test('opens again when its questions are not the ones that count any more', async () => {
  const { token } = await answeredUpTo(1)
  const youth = await Youth.at(browser, server.origin)
  await open(youth, token)
  await youth.page.route('**/s/submission', (route) =>
    route.fulfill({ status: 409, contentType: 'application/json', body: '{"refused":"survey-changed"}' }),
  )
  await youth.start(youth.words.goOn)
  await youth.sendButton.click()
  await youth.see(youth.words.startTitle)
  await youth.page.unroute('**/s/submission')
  await youth.start(youth.words.goOn)
  await youth.sendButton.click()
  await youth.see(youth.words.thanks)
  await youth.context.close()
})

test('opens by itself when the line is back', async () => {
  const { token } = await surveyOutIn(house)
  const youth = await Youth.at(browser, server.origin)
  await youth.page.route('**/s/opening', (route) => route.abort())
  await youth.page.goto(`${server.origin}/s#${token}`)
  await youth.see(youth.words.waiting)
  await youth.page.unroute('**/s/opening')
  await youth.page.evaluate(() => dispatchEvent(new Event('online')))
  await youth.see(youth.words.startTitle)
  await youth.context.close()
})

test('goes on when somebody signed in beside it, which makes its own token old', async () => {
  const { number, token } = await surveyOutIn(house)
  const youth = await Youth.at(browser, server.origin)
  await open(youth, token)
  await youth.start()
  await youth.context.clearCookies()
  await youth.answer(2)
  await untilKept(number, ({ ctrl }) => ctrl !== undefined)
  await youth.context.close()
})

test('a call for help is answered with kind words and lines on the next page, and the counsellor is told', async () => {
  for (const lang of ['ko', 'en'] as const) {
    const { number, token } = await answeredUpTo(2)
    const counsellor = await browser.newPage()
    const han = new BrowserWalker(counsellor, server.origin, house.store)
    await han.signIn('han')
    const youth = await Youth.at(browser, server.origin, { lang })
    await open(youth, token)
    await youth.start(youth.words.goOn)
    // it is not said beside the question: on the next page, and nobody who answered is stopped
    await youth.page.locator('[data-name=self-harm] label:has(input)').nth(1).click()
    await untilKept(number, (answers) => 'self-harm' in answers)
    await youth.answer(1)
    assert.is(await youth.page.locator('#told').isVisible(), false)
    await youth.next()
    await youth.see(youth.words.told)
    const told = youth.page.locator('[role=status]:has(#told)')
    assert.is(await told.getByRole('link').count(), 3)
    assert.is(await told.getByRole('link').first().getAttribute('href'), 'tel:1388')
    await youth.look('told')
    await counsellor.reload()
    await han.mustSee(number)
    const notices = await house.store.entries('notices')
    assert.ok(notices.some((one) => one.to === 'han' && one.what === 'help-needed' && one.caseNumber === number))
    await youth.sendButton.click()
    await youth.see(youth.words.told, youth.words.thanks, youth.words.after)
    await youth.look('told-thanks')
    assert.equal(youth.complaints, [])
    await youth.context.close()
    await counsellor.close()
  }
})

test.run()
