// Over 150 lines because it is one person at one telephone, and the staff beside them.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { aHouse, type TestHouse } from '../support/house.ts'
import { aLink, aYoungCase, said, saidByGuardian, saveCase } from '../support/own.ts'
import { aSession, settings } from '../support/samples.ts'
import { tellingWordsIn } from '../support/telling-words.ts'
import { aBrowser, aServer } from './chromium.ts'
import { faultsOn, keepShot } from './look.ts'
import { BrowserWalker } from './walker.ts'

/*
 * Guardians and youths at their own telephones, by touch, in real Chromium: every page of theirs wide and narrow, in
 * both languages, with axe; nothing foreign asked for; and the ways out. SHOTS=folder keeps a picture of each.
 */

let house: TestHouse
let server: Awaited<ReturnType<typeof aServer>>
let browser: Browser

const test = suite('own pages in a browser')
test.before(async () => {
  house = await aHouse((view) => {
    view.saveSettings({ ...settings, contact: { phone: '02-000-0000', email: 'hello@example.test' } })
    view.saveSession(aSession({ id: '2026-11-23-01', startAt: '2026-11-23T05:00:00.000Z' }))
  })
  server = await aServer(house)
  browser = await aBrowser()
})
test.after(async () => {
  await browser.close()
  server.stop()
  await house.close()
})

const complaints: string[] = []

async function aPhone(lang: 'ko' | 'en'): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await context.addCookies([
    { name: '__Host-lang', value: lang, url: server.origin.replace('http:', 'https:'), secure: true },
  ])
  const page = await context.newPage()
  complaints.length = 0
  page.on('console', (message) => {
    // what opens nothing is answered with 404, and Chromium says so
    if (message.type() === 'error' && !/status of (404|409|422)/.test(message.text())) complaints.push(message.text())
  })
  page.on('request', (asked) => {
    if (!asked.url().startsWith(server.origin) && asked.url() !== 'about:blank') complaints.push(`asked ${asked.url()}`)
  })
  return { context, page }
}

/** Looks at the page as it stands, narrow and wide. */
async function look(page: Page, name: string, ofStaff = false): Promise<void> {
  const words = `${await page.title()} ${await page.locator('body').innerText()}`
  if (!ofStaff) assert.equal(tellingWordsIn(words), [], name)
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    assert.ok(wide <= 0, `${name} at ${width} is ${wide} px too wide`)
    assert.equal(await faultsOn(page), [], `${name} at ${width}`)
    await keepShot(page, `my-${name}-${width}`)
  }
  assert.equal(complaints, [], name)
}

async function opened(page: Page, token: string, name: string): Promise<void> {
  await page.goto(`${server.origin}/consent/${token}`)
  await look(page, `${name}-opening`)
  await page.locator('.door button').tap()
  await page.waitForURL('**/my')
}

const send = { ko: '답 보내기', en: 'Send my answers' }
const thanks = { guardian: { ko: '고맙습니다', en: 'Thank you' }, youth: { ko: '고마워요', en: 'Thank you' } }

for (const lang of ['ko', 'en'] as const)
  for (const whose of ['guardian', 'youth'] as const)
    test(`a ${whose} answers by touch and looks around, in ${lang}`, async () => {
      const { token, link } = aLink({ whose })
      await saveCase(house, aYoungCase({ links: [link] }))
      const { context, page } = await aPhone(lang)
      const name = `${whose}-${lang}`
      await opened(page, token, name)
      await look(page, `${name}-sheet`)
      // large enough for a thumb
      for (const choice of await page.locator('.choice').all())
        assert.ok(((await choice.boundingBox())?.height ?? 0) >= 48)
      await page.getByRole('button', { name: send[lang], exact: true }).tap()
      await page.locator('.problems').waitFor()
      assert.ok(await page.locator('.problems').evaluate((one) => one === document.activeElement))
      await look(page, `${name}-refused`)
      for (const choice of await page.locator('.choice:has(input[value=given])').all()) await choice.tap()
      if (whose === 'guardian') await page.locator('#signedName').fill('박서윤')
      await page.getByRole('button', { name: send[lang], exact: true }).tap()
      await page.getByText(thanks[whose][lang]).first().waitFor()
      await look(page, `${name}-page`)
      await page.goto(`${server.origin}/my/answers/1/withdrawal`)
      await look(page, `${name}-withdrawal`)
      await page.goto(`${server.origin}/my/looked`)
      await look(page, `${name}-looked`)
      await page.goto(`${server.origin}/my/page`)
      await page.locator('.finish button').tap()
      await page.waitForURL('**/my/closed')
      await look(page, `${name}-closed`)
      await page.goto(`${server.origin}/my`)
      await look(page, `${name}-gone`)
      await context.close()
    })

for (const lang of ['ko', 'en'] as const)
  test(`a youth who has turned 14 is asked again and sees what was answered before, in ${lang}`, async () => {
    const { token, link } = aLink({ whose: 'youth' })
    const youth = { name: '김민준', birthDate: '2012-11-21', gender: 'male' }
    const before = ['collection', 'sensitive', 'counselling'].map((kind) => said(kind))
    const since = said('survey', { on: '2026-11-22' })
    await saveCase(house, aYoungCase({ youth, links: [link], consents: [...before, since] }))
    const { context, page } = await aPhone(lang)
    await opened(page, token, `again-${lang}`)
    await page.getByText(lang === 'ko' ? '다시 물어볼게요' : 'We want to ask you again').waitFor()
    await look(page, `again-${lang}-sheet`)
    await context.close()
  })

test('what law wants to stand out is larger than what is around it', async () => {
  const { token, link } = aLink()
  await saveCase(house, aYoungCase({ links: [link] }))
  const { context, page } = await aPhone('ko')
  await opened(page, token, 'large')
  const sizeOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))
  assert.ok((await sizeOf('.important dd')) >= 1.2 * (await sizeOf('.ask div:not(.important) > dd')))
  assert.ok((await sizeOf('.ask div:not(.important) > dd')) >= 16)
  await context.close()
})

for (const lang of ['ko', 'en'] as const)
  test(`staff see links, who disagrees and whom to ask again, in ${lang}`, async () => {
    const { link } = aLink({ answered: '2026-11-20T01:00:00.000Z', signedName: '박서영' })
    const by = { by: 'guardian', at: '2026-11-20T01:00:00.000Z' }
    const consents = [
      ...['collection', 'sensitive', 'counselling'].map((kind) => said(kind)),
      saidByGuardian('guardian-under-14', 0, { route: 'link', ...by }),
      saidByGuardian('guardian-under-14', 1, { answer: 'refused' }),
    ]
    const youth = { name: '김민준', birthDate: '2012-11-21', gender: 'male' }
    await saveCase(house, aYoungCase({ youth, links: [link], consents }))
    const context = await browser.newContext({ viewport: { width: 1280, height: 844 } })
    const page = await context.newPage()
    complaints.length = 0
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    const seo = new BrowserWalker(page, server.origin, house.store)
    await seo.signIn('seo')
    if (lang === 'en') await page.getByRole('button', { name: 'English' }).click()
    for (const path of ['', '/cases/2026-0001', '/cases/2026-0001/consents']) {
      await seo.open(path || '/')
      for (const one of await page.locator('details').all())
        await one.evaluate((details) => details.setAttribute('open', ''))
      await look(page, `staff-${lang}${path.replaceAll('/', '-')}`, true)
    }
    await page.locator('input[name=whose][value=guardian-0]').check()
    await page.locator('form[action$="/links"] button').click()
    await page.locator('svg.qr').waitFor()
    await look(page, `staff-${lang}-link`, true)
    await context.close()
  })

test('leaving takes one tap or three times Esc, and the way back is closed', async () => {
  const answered = '2026-11-20T01:00:00.000Z'
  for (const way of ['tap', 'keys'] as const) {
    const { token, link } = aLink({ answered })
    await saveCase(house, aYoungCase({ links: [link], consents: [said('collection'), saidByGuardian('research', 0)] }))
    const { context, page } = await aPhone('ko')
    await opened(page, token, 'leaving')
    if (way === 'tap') await page.locator('#leave').tap()
    else for (let times = 0; times < 3; times++) await page.keyboard.press('Escape')
    await page.waitForURL('about:blank')
    const back = await context.newPage()
    const status = async () => (await back.goto(`${server.origin}/my`))?.status()
    // what tells the house to end it goes its own way, after the page is gone
    for (let times = 0; times < 150 && (await status()) !== 404; times++) await back.waitForTimeout(100)
    assert.is(await status(), 404, way)
    assert.equal(complaints, [])
    await context.close()
  }
})

test('a guardian whose language changes reads the same page in the other', async () => {
  const { token, link } = aLink()
  await saveCase(house, aYoungCase({ links: [link] }))
  const { context, page } = await aPhone('ko')
  await opened(page, token, 'language')
  await page.getByRole('button', { name: 'English' }).tap()
  await page.getByText('About counselling for').waitFor()
  assert.is(new URL(page.url()).pathname, '/my')
  await context.close()
})

test.run()
