import type { Browser, Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { ko as words } from '../../views/words.ko.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { signed } from '../support/samples.ts'
import { everyKind } from '../support/survey-parts.ts'
import { aBrowser, aServer } from './chromium.ts'
import { faultsOn, keepShot } from './look.ts'
import { BrowserWalker } from './walker.ts'

/* The lead at a real browser: a version from a file, and its preview, from which nothing goes anywhere. */

let house: TestHouse
let server: Awaited<ReturnType<typeof aServer>>
let browser: Browser

const test = suite('a version of a survey in a browser')
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

async function asLead(): Promise<Page> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
  await new BrowserWalker(page, server.origin, house.store).signIn('seo')
  return page
}

test('comes from a file into the box, where it can be read before it is sent', async () => {
  const page = await asLead()
  await page.goto(`${server.origin}/surveys/new?survey=exit`)
  const fileOf = (text: string) => ({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  const file = page.getByLabel(words.fields.definitionFile)
  await file.setInputFiles(fileOf('x'.repeat(256 * 1024 + 1)))
  await page.getByText('256KiB보다 큰 파일은 쓸 수 없습니다.').waitFor()
  const box = page.getByLabel(words.fields.definition)
  assert.match(await box.inputValue(), '"locale": "ko"')
  await file.setInputFiles(fileOf(JSON.stringify(everyKind)))
  await page.waitForFunction(() => document.querySelector('textarea')?.value.startsWith('{"locale"'))
  assert.ok(await page.getByText('256KiB보다 큰 파일은 쓸 수 없습니다.').isHidden())
  await page.getByRole('button', { name: words.versions.save, exact: true }).click()
  await page.waitForURL('**/surveys/exit.v2?done=edition-drafted')
})

for (const width of [1280, 390])
  test(`is previewed as the youth would see it, to its end, ${width} wide: nothing is sent or kept`, async () => {
    const edition = { id: 'intake.v2', survey: 'intake', version: 2, definition: everyKind, ...signed('seo') }
    await house.store.change((view) => done(view.saveEntry('editions', edition)))
    const page = await asLead()
    await page.setViewportSize({ width, height: 844 })
    await page.goto(`${server.origin}/surveys/intake.v2/preview`)
    await page.getByText(words.versions.previewMark).waitFor()
    const asked: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    const next = page.getByRole('button', { name: /^(다음|Next)$/ })
    const choose = async (name: string) => {
      for (const one of await page.getByRole('radio', { name }).all()) await one.check({ force: true })
    }
    await page.getByRole('checkbox', { name: '가 no', exact: true }).check({ force: true })
    await choose('가 3')
    await page.getByRole('button', { name: 'English', exact: true }).click()
    assert.ok(await page.getByRole('checkbox', { name: 'the no', exact: true }).isChecked())
    assert.equal(await faultsOn(page), [])
    await keepShot(page, `preview-${width}`)
    await next.click()
    await choose('the wrong')
    await next.click()
    await choose('the no')
    await next.click()
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0)
    await page.getByRole('button', { name: /^(보내기|Complete|Send|완료)$/ }).click()
    await page.getByText(words.versions.previewEnd).waitFor()
    assert.equal([asked, complaints], [[], []])
    assert.is(await page.evaluate(() => sessionStorage.length + localStorage.length), 0)
    assert.equal((await house.store.rows({})).rows, [])
  })

test.run()
