import type { Browser, Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { aHouse, type TestHouse } from '../support/house.ts'
import { surveyIn, surveyOutIn } from '../support/survey-out.ts'
import { aBrowser, aServer } from './chromium.ts'
import { answerOnPhone } from './phone.ts'
import { Youth } from './youth.ts'

/* The whole intake survey in real Chromium: by the keyboard alone, and by touch on a phone. SHOTS=folder keeps pictures. */

let house: TestHouse
let server: Awaited<ReturnType<typeof aServer>>
let browser: Browser

const test = suite('the whole survey')
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

/** What has the focus, as a key press would meet it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement as HTMLInputElement
    const same = [...document.querySelectorAll<HTMLInputElement>(`input[name="${one.name}"]`)]
    const question = one.closest('[role=group]') ?? document.body
    const box = (one.closest('label') ?? one).getBoundingClientRect()
    return {
      type: one.type ?? '',
      id: one.id,
      name: one.ariaLabel ?? one.closest('label')?.innerText ?? (one.value || one.innerText),
      isAnswered:
        same.some(({ checked }) => checked) || question.querySelector('input[type=checkbox]:checked') !== null,
      isInSight: box.bottom > 0 && box.top < innerHeight,
    }
  })

test('is answered by the keyboard alone, each choice named by its line and itself', async () => {
  const { number, token } = await surveyOutIn(house)
  const youth = await Youth.at(browser, server.origin, { width: 1280 })
  const { page } = youth
  const { keyboard } = page
  await page.goto(`${server.origin}/s#${token}`)
  await youth.see(youth.words.startTitle)
  await youth.look('start')
  const named = new Set<string>()
  let pages = 0
  for (let presses = 0; presses < 900; presses++) {
    await keyboard.press('Tab')
    const { type, id, name, isAnswered, isInSight } = await focused(page)
    assert.ok(isInSight, `${name} has the focus out of sight`)
    if (id === 'start') {
      await keyboard.press('Enter')
      await youth.atTitle()
      await youth.look(`page-${++pages}`)
    } else if (type === 'radio' && !isAnswered) {
      // the second choice, and a name that no other has
      await keyboard.press('Space')
      await keyboard.press('ArrowDown')
      const chosen = await focused(page)
      if (/^질문: .+, 답: .+/.test(chosen.name)) assert.ok(!named.has(chosen.name), chosen.name)
      named.add(chosen.name)
    } else if (type === 'checkbox' && !isAnswered) await keyboard.press('Space')
    else if (name === '다음') {
      const before = await page.locator('#progress').innerText()
      await keyboard.press('Enter')
      await page.waitForFunction((was) => document.getElementById('progress')?.innerText !== was, before)
      await youth.atTitle()
      await youth.look(`page-${++pages}`)
    } else if (name === '보내기') {
      await keyboard.press('Enter')
      break
    }
  }
  await youth.see(youth.words.thanks)
  assert.ok(pages > 10, `${pages} pages`)
  assert.ok([...named].filter((name) => /^질문: .+, 답: .+/.test(name)).length > 30)
  const { response } = (await surveyIn(house, number)).survey ?? {}
  assert.is(response?.lang, 'ko')
  assert.is(Object.keys(response?.pages ?? {}).length, pages)
  assert.equal(youth.complaints, [])
  await youth.context.close()
})

test('is answered by touch on a phone, in English', async () => {
  const { number, token } = await surveyOutIn(house)
  await answerOnPhone(browser, `${server.origin}/s#${token}`, 3, 'en')
  assert.is((await surveyIn(house, number)).survey?.response?.lang, 'en')
})

test.run()
