import type { Browser, BrowserContext, Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { aHouse, nextCode, password, type TestHouse } from '../support/house.ts'
import { newcomer, withNewcomer } from '../support/newcomer.ts'
import { aSession } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aBrowser, aServer } from './chromium.ts'

/*
 * Signing in as somebody does it at a real browser: with a passkey (Chromium's own virtual one, which asks for a finger
 * and gets it), without one, and when the visit ended while they typed. At localhost, since passkeys need a name.
 * Over 150 lines because the small things that somebody does at a browser are written out.
 */

let house: TestHouse
let server: Awaited<ReturnType<typeof aServer>>
let origin: string
let browser: Browser

const test = suite('signing in at a browser')
test.before(async () => {
  browser = await aBrowser()
})
test.after(() => browser.close())
test.before.each(async () => {
  const newcomers = await withNewcomer()
  house = await aHouse((view) => {
    newcomers(view)
    view.saveCase(aCaseUnderWay())
    view.saveSession(aSession({ startAt: '2026-11-22T00:00:00.000Z', id: '2026-11-22-01' }))
  })
  server = await aServer(house)
  origin = server.origin.replace('127.0.0.1', 'localhost')
})
test.after.each(async () => {
  server.stop()
  await house.close()
})

/** A browser with a phone's own authenticator, whose owner holds a finger to it whenever asked. */
async function withFinger(context: BrowserContext): Promise<{ page: Page; remove(): Promise<void> }> {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  return {
    page,
    remove: async () => {
      await devtools.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
    },
  }
}

const press = async (page: Page, button: string) => {
  // the page that comes, not the one that is there: the answer may be here before it is shown
  const loaded = page.waitForEvent('load')
  await page.getByRole('button', { name: button, exact: true }).click()
  await loaded
}
const pathOf = (page: Page) => new URL(page.url()).pathname

async function givePassword(page: Page, email: string): Promise<void> {
  await page.goto(`${origin}/sign-in`)
  await page.getByLabel('전자우편 주소').fill(email)
  await page.getByLabel('비밀번호', { exact: true }).fill(password)
  await press(page, '로그인')
}

test('with a passkey: set up, signed in with nothing else, and asked again before what is important', async () => {
  const context = await browser.newContext({ locale: 'ko-KR' })
  const { page } = await withFinger(context)
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await givePassword(page, newcomer.email)
  assert.is(pathOf(page), '/sign-in/factor')
  assert.is(await page.getByText('패스키를 쓸 수 없습니다').isVisible(), false)
  await page.getByLabel('패스키 이름').fill('사무실 컴퓨터')
  await press(page, '패스키 등록')
  assert.is(pathOf(page), '/sign-in/recovery-codes')
  await page.getByLabel('코드를 안전한 곳에 보관했습니다.').check()
  await press(page, '마치기')
  assert.is(pathOf(page), '/')
  const [kept] = (await house.store.person(newcomer.id))?.factors?.passkeys ?? []
  assert.equal([kept?.name, kept?.transports], ['사무실 컴퓨터', ['internal']])

  await press(page, '로그아웃')
  await press(page, '패스키로 로그인')
  assert.is(pathOf(page), '/')
  assert.match(await page.locator('.me').innerText(), /나리/)

  house.clock.set('2026-11-22T01:06:00.000Z')
  await page.goto(`${origin}/account/factors`)
  assert.is(pathOf(page), '/confirm')
  const before = (await context.cookies()).find(({ name }) => name === '__Host-visit')?.value
  await press(page, '패스키로 확인')
  assert.is(pathOf(page), '/account/factors')
  assert.is.not((await context.cookies()).find(({ name }) => name === '__Host-visit')?.value, before)
  // the browser knows that this passkey is there already, and makes no second one
  await page.locator('#passkeyName').fill('또 하나')
  await page.getByRole('button', { name: '패스키 등록', exact: true }).click()
  await page.getByText('패스키를 확인하지 못했거나 취소했습니다.').waitFor()
  assert.is((await house.store.person(newcomer.id))?.factors?.passkeys.length, 1)
  assert.equal(errors, [])
  await context.close()
})

test('without the passkey at hand says so and leaves the other way open', async () => {
  const context = await browser.newContext({ locale: 'ko-KR' })
  const { page, remove } = await withFinger(context)
  await page.goto(`${origin}/sign-in`)
  await page.getByRole('button', { name: '패스키로 로그인' }).waitFor()
  await page.getByRole('button', { name: '패스키로 로그인' }).click()
  await page.getByText('패스키를 확인하지 못했거나 취소했습니다.').waitFor()
  await remove()
  await page.getByLabel('전자우편 주소').fill('han@example.test')
  await page.getByLabel('비밀번호', { exact: true }).fill(password)
  await press(page, '로그인')
  await page.getByLabel('확인 코드').fill((await nextCode(house.store, 'han')) ?? '')
  await press(page, '로그인')
  assert.is(pathOf(page), '/')
  await context.close()
})

test('with scripts off or at an address of numbers shows no button for passkeys', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false })
  const page = await plain.newPage()
  await page.goto(`${origin}/sign-in`)
  assert.is(await page.getByRole('button', { name: '패스키로 로그인' }).isVisible(), false)
  const numbers = await (await browser.newContext()).newPage()
  await numbers.goto(`${server.origin}/sign-in`)
  assert.is(await numbers.getByRole('button', { name: '패스키로 로그인' }).count(), 0)
  await plain.close()
})

test('a password is shown while it is chosen, if somebody wants to see it', async () => {
  const page = await (await browser.newContext({ locale: 'ko-KR' })).newPage()
  await givePassword(page, 'han@example.test')
  await page.getByLabel('확인 코드').fill((await nextCode(house.store, 'han')) ?? '')
  await press(page, '로그인')
  await page.goto(`${origin}/account/password`)
  const field = page.getByLabel('새 비밀번호')
  await field.fill('모래 위에 쓴 편지')
  assert.is(await field.getAttribute('type'), 'password')
  await page.getByRole('button', { name: '비밀번호 보기' }).click()
  assert.is(await field.getAttribute('type'), 'text')
  await page.getByRole('button', { name: '비밀번호 숨기기' }).click()
  assert.is(await field.getAttribute('type'), 'password')
})

test('a note that is typed while the visit ends is there after signing in again', async () => {
  const page = await (await browser.newContext({ locale: 'ko-KR' })).newPage()
  await givePassword(page, 'han@example.test')
  await page.getByLabel('확인 코드').fill((await nextCode(house.store, 'han')) ?? '')
  await press(page, '로그인')
  await page.goto(`${origin}/cases/2026-0001/notes/2026-11-22-01`)
  house.clock.set('2026-11-22T01:25:00.000Z')
  await page.getByLabel('진행 내용').pressSequentially('쓰다 만 글')
  await page.waitForURL((url) => url.pathname === '/sign-in')
  await page.getByLabel('전자우편 주소').fill('han@example.test')
  await page.getByLabel('비밀번호', { exact: true }).fill(password)
  await press(page, '로그인')
  await page.getByLabel('확인 코드').fill((await nextCode(house.store, 'han')) ?? '')
  await press(page, '로그인')
  assert.match(pathOf(page), /^\/kept\//)
  await page.getByText('쓰다 만 글').waitFor()
  await press(page, '보내기')
  assert.is((await house.store.caseFile('2026-0001'))?.notes[0]?.draft?.summary, '쓰다 만 글')
})

test.run()
