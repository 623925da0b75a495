import type { Browser } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { crawl } from '../support/crawl.ts'
import { aDemoHouse, demoSignIn } from '../support/demo-house.ts'
import type { TestHouse } from '../support/house.ts'
import { aVisitor } from '../support/visitor.ts'
import { aBrowser, aServer } from './chromium.ts'
import { Look } from './look.ts'

/*
 * Every page of the demonstration that links lead to, one of each pattern, as each role, in both languages, wide and
 * narrow, in real Chromium: axe, console, content security policy, other hosts, and nothing wider than a phone. The
 * HTML itself is checked on the way there. SHOTS=folder keeps a picture of each.
 */

let house: TestHouse
let server: Awaited<ReturnType<typeof aServer>>
let browser: Browser

const test = suite('every page in a browser')
test.before(async () => {
  house = await aDemoHouse()
  server = await aServer(house)
  browser = await aBrowser()
})
test.after(async () => {
  await browser.close()
  server.stop()
  await house.close()
})

async function aLook(lang: 'ko' | 'en'): Promise<Look> {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: lang === 'ko' ? 'ko-KR' : 'en-GB' })
  const look = await Look.at(context, server.origin)
  if (lang === 'en') await look.switchLanguage()
  return look
}

for (const lang of ['ko', 'en'] as const) {
  test(`is in order for nobody in particular, in ${lang}`, async () => {
    const look = await aLook(lang)
    for (const path of ['/sign-in', '/s']) await look.over(path, `nobody-${lang}`)
    assert.equal(look.complaints, [])
  })

  for (const id of ['seo', 'han', 'oh', 'yoo'])
    test(`is in order for ${id}, in ${lang}`, async () => {
      const { email, password } = demoSignIn(id)
      const visitor = lang === 'en' ? aVisitor(house).inEnglish() : aVisitor(house)
      await visitor.signIn(email, password)
      const paths = await crawl(visitor, ({ status, path }) => assert.is(status, 200, path), 1)
      const look = await aLook(lang)
      await look.signIn(email, password)
      for (const path of paths) await look.over(path, `${id}-${lang}`)
      assert.ok(paths.length > 1 || id === 'yoo', `${paths.length} pages`)
      assert.equal(look.complaints, [])
    })
}

test.run()
