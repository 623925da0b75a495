import type { Browser } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { aHouse, password, type TestHouse } from '../support/house.ts'
import { invited, newcomer, totpAt, withNewcomer } from '../support/newcomer.ts'
import { aBrowser, aServer } from './chromium.ts'
import { faultsOn, Look } from './look.ts'

/* Every page of signing in and of the own account, wide and narrow, in both languages, in real Chromium. */

let house: TestHouse
let server: Awaited<ReturnType<typeof aServer>>
let origin: string
let browser: Browser

const test = suite('the pages of an account')
test.before.each(async () => {
  house = await aHouse(await withNewcomer())
  server = await aServer(house)
  origin = server.origin.replace('127.0.0.1', 'localhost')
  browser = await aBrowser()
})
test.after.each(async () => {
  await browser.close()
  server.stop()
  await house.close()
})

/** The newcomer with passkeys, signed in at a second device as well. */
async function withPasskeys(): Promise<void> {
  await house.store.change(async (view) => {
    const person = await view.person(newcomer.id)
    const at = house.clock.now()
    const passkeys = ['사무실 컴퓨터', '내 전화기'].map((name) => ({
      ...{ id: Buffer.from(name).toString('base64url'), publicKey: 'AAAA', counter: 0, transports: ['internal'] },
      ...{ name, at, usedAt: at },
    }))
    if (person?.factors) view.savePerson({ ...person, factors: { ...person.factors, passkeys } })
    const visit = { startedAt: at, seenAt: at, factorAt: at, from: '192.0.2.7', device: 'Chrome, Windows' }
    view.saveVisit({ hash: 'elsewhere', personId: newcomer.id, ...visit })
    return done(undefined)
  })
}

for (const lang of ['ko', 'en'] as const)
  test(`every page of it is in order, in ${lang}`, async () => {
    const context = await browser.newContext({ locale: lang === 'ko' ? 'ko-KR' : 'en-GB', reducedMotion: 'reduce' })
    const look = await Look.at(context, origin)
    if (lang === 'en') await look.switchLanguage()
    const page = await context.newPage()
    const send = (path: string, fields: Record<string, string>) =>
      page.goto(origin + path).then(async () => {
        for (const [id, value] of Object.entries(fields)) await page.fill(`#${id}`, value)
        await page.click('button.primary:visible')
        await page.waitForLoadState('load')
      })
    await house.store.change((view) =>
      done(
        view.savePerson(
          invited('a-link', '2026-11-22T01:15:00.000Z', { ...newcomer, id: 'late', email: 'late@example.test' }),
        ),
      ),
    )
    for (const path of ['/sign-in', '/invitation/a-link', '/invitation/no-link'])
      await look.over(path, `account-${lang}`)
    await send('/sign-in', { email: 'han@example.test', password })
    await look.over('/sign-in', `account-${lang}-code`)
    await send('/sign-in?anew=1', { email: newcomer.email, password })
    await look.over('/sign-in/factor', `account-${lang}`)
    const secret = (await page.locator('code.secret').innerText()).replace(/\s/g, '')
    await page.fill('#code', totpAt(secret, house.clock.now()))
    await page.click('form[action="/sign-in/factor/app"] button')
    await page.waitForLoadState('load')
    await look.over('/sign-in/recovery-codes', `account-${lang}`)
    await page.check('input[name=codesKept]')
    await page.click('button.primary')
    await page.waitForLoadState('load')
    await withPasskeys()
    for (const path of ['', '/password', '/factors', '/factors/app', '/factors/codes'])
      await look.over(`/account${path}`, `account-${lang}`)
    for (let n = 0; n < 4; n++) await send('/account/password', { oldPassword: 'wrong', newPassword: 'weak' })
    assert.equal(await faultsOn(page), [])
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/account-${lang}-refused.png` })
    house.clock.set('2026-11-22T01:06:00.000Z')
    await look.over('/confirm', `account-${lang}`)
    assert.equal(
      look.complaints.filter((one) => !/410 \(Gone\)/.test(one)),
      [],
    )
    await context.close()
  })

test.run()
