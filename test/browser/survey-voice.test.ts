import type { Browser } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { aHouse, type TestHouse } from '../support/house.ts'
import { surveyOutIn } from '../support/survey-out.ts'
import { aBrowser, aServer } from './chromium.ts'
import { Youth } from './youth.ts'

/* Reading aloud, with a mouth that writes down what it is made to say: there is none in a browser without a head. */

let house: TestHouse
let server: Awaited<ReturnType<typeof aServer>>
let browser: Browser

const test = suite("the voice of the youth's page")
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

async function open(youth: Youth): Promise<void> {
  const { token } = await surveyOutIn(house)
  await youth.page.goto(`${server.origin}/s#${token}`)
  await youth.see(youth.words.startTitle)
}

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
  const youth = await Youth.at(browser, server.origin)
  const remote = ['ko-KR', 'en-US'].map((lang) => ({ lang, localService: false }))
  const local = ['ko-KR', 'en-US'].map((lang) => ({ lang, localService: true }))
  await youth.context.addInitScript({ content: aMouth([...remote, ...local]) })
  await open(youth)
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
  const youth = await Youth.at(browser, server.origin)
  await youth.context.addInitScript({ content: aMouth([{ lang: 'ko-KR', localService: false }]) })
  await open(youth)
  assert.is(await youth.page.locator('#listen').isVisible(), false)
  await youth.context.close()
})

test.run()
