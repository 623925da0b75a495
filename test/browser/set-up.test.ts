import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { freshFolder } from '../support/folder.ts'
import { serving } from '../support/process.ts'
import { aBrowser } from './chromium.ts'
import { faultsOn, keepShot } from './look.ts'

/* A whole set-up: the real process on an empty folder, its link opened in a real browser, through to the first lead. */

let browser: Browser
const test = suite('setting up a centre in a real browser')
test.before(async () => {
  browser = await aBrowser()
})
test.after(() => browser.close())

const press = async (page: Page, button: string) => {
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: button, exact: true }).click()])
}
const label = (page: Page, words: string | RegExp) =>
  page.getByLabel(words).and(page.locator('input, textarea, select'))

/** Looks at a page wide and narrow. */
async function look(page: Page, name: string): Promise<void> {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    assert.equal(await faultsOn(page), [], `${name} at ${width}`)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    assert.ok(over <= 0, `${name} is ${over} px too wide at ${width}`)
    await keepShot(page, `set-up-${name}-${width}`)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

/** What an authenticator app shows that was told the secret on the page. */
async function codeOf(page: Page, steps = 0): Promise<string> {
  const secret = ((await page.locator('code.secret').textContent()) ?? '').replace(/\s/g, '')
  const timestamp = Date.now() + steps * 30_000
  return new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp })
}

/** The second factor of a first sign-in, with an authenticator app; then the recovery codes. */
async function setUpFactor(page: Page, name: string): Promise<void> {
  await look(page, `${name}-factor`)
  await label(page, '확인 코드').fill(await codeOf(page))
  await press(page, '인증 앱 등록')
  await look(page, `${name}-codes`)
  await page.getByLabel('코드를 안전한 곳에 보관했습니다.').check()
  await press(page, '마치기')
}

/** Both pages in English; nothing of it is saved. */
async function lookInEnglish(said: () => string): Promise<void> {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  const link = /^set up (\S+)$/m.exec(said())?.[1] ?? ''
  await page.goto(link)
  await Promise.all([page.waitForEvent('load'), page.click('button[name=lang]')])
  await label(page, 'Set-up code').fill(link.split('#')[1] ?? '')
  await press(page, 'Go on')
  await look(page, 'en-first-refused')
  await label(page, 'Name of the centre').fill('Saegil')
  await label(page, /^E-mail for questions/).fill('help@example.test')
  await label(page, 'Administrator’s name').fill('Yoo')
  await label(page, 'E-mail address').fill('yoo@example.test')
  await label(page, 'New password').fill('nine wild geese over the bridge')
  await press(page, 'Go on')
  await look(page, 'en-key')
}

test('from the printed link to the first lead’s own first page', async () => {
  const { root } = freshFolder()
  const data = join(root, 'data/store')
  const { url, said, stop } = await serving('src/server.ts', ['--port', '0', '--data', data], {
    XDG_CONFIG_HOME: join(root, 'config'),
  })
  const page = await (await browser.newContext({ locale: 'ko-KR' })).newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  try {
    await lookInEnglish(said)
    await page.goto(/^set up (\S+)$/m.exec(said())?.[1] ?? '')
    assert.match(await label(page, '설정 코드').inputValue(), /^(\w{5}-){3}\w{5}$/, 'the code is filled in')
    assert.is(new URL(page.url()).hash, '', 'and gone from the address')
    await look(page, 'first')
    await label(page, '센터 이름').fill('새길 상담센터')
    await label(page, /^문의 전화/).fill('02-123-4567')
    await label(page, '관리자 이름').fill('유하늘')
    await label(page, '전자우편 주소').fill('yoo@example.test')
    await label(page, '새 비밀번호').fill('nine wild geese over the bridge')
    await press(page, '다음')
    await look(page, 'key')
    const key = ((await page.locator('.recovery-key').textContent()) ?? '').replace(/\s/g, '')
    const slip = key.replace(/.$/, (last) => (last === '7' ? '8' : '7'))
    await label(page, '복구 키').fill(slip)
    const [answer] = await Promise.all([page.waitForEvent('response'), press(page, '설정 마치기')])
    assert.is(answer.status(), 422)
    assert.match((await page.locator('.problems').textContent()) ?? '', '한 글자가 다릅니다')
    assert.is(await page.locator('.recovery-key').count(), 0)
    await look(page, 'key-wrong')
    await label(page, '복구 키').fill(key)
    await press(page, '설정 마치기')
    await setUpFactor(page, 'yoo')
    assert.is(new URL(page.url()).pathname, '/')

    await page.goto(`${url}/settings/people/new`)
    await label(page, '이름').fill('서연우')
    await label(page, '전자우편 주소').fill('seo@example.test')
    await page.getByLabel('사업 책임자: 모든 사례와 통계를 봅니다').check()
    await press(page, '링크 만들기')
    await look(page, 'invited')
    const link = await label(page, '링크').inputValue()

    const lead = await (await browser.newContext({ locale: 'ko-KR' })).newPage()
    await lead.goto(link)
    await look(lead, 'invitation')
    await label(lead, '새 비밀번호').fill('a lantern and four cold rivers')
    await press(lead, '비밀번호 정하기')
    await setUpFactor(lead, 'seo')
    assert.is(new URL(lead.url()).pathname, '/')
    assert.match((await lead.locator('body').textContent()) ?? '', '서연우')
    assert.is((await lead.goto(`${url}/settings/people`))?.status(), 403)
    assert.is((await lead.goto(`${url}/set-up`))?.status(), 404)
    assert.equal(
      complaints.filter((one) => !/422/.test(one)),
      [],
    )
  } finally {
    await stop()
  }
})

test.run()
