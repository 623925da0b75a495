import { Hono } from 'hono'
import type { Browser } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Site } from '../../src/web/site.ts'
import { crawl } from '../support/crawl.ts'
import { aDemoHouse, demoSignIn } from '../support/demo-house.ts'
import type { TestHouse } from '../support/house.ts'
import { aVisitor } from '../support/visitor.ts'
import { aBrowser, aServer } from './chromium.ts'
import { Look, widths } from './look.ts'

/*
 * Every page of the demonstration that links lead to, one of each pattern, as each role, in both languages, in real
 * Chromium, wide in one language and narrow in the other, by turns (WHOLE=1: both in both): axe, console, content security policy, other hosts, and nothing wider than a phone. The
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

/** One of two widths, the other one in the other language. */
const widthsFor = (at: number, lang: 'ko' | 'en'): readonly number[] =>
  process.env.WHOLE ? widths : [widths[(at + Number(lang === 'en')) % 2] ?? 1280]

async function aLook(lang: 'ko' | 'en'): Promise<Look> {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: lang === 'ko' ? 'ko-KR' : 'en-GB' })
  const look = await Look.at(context, server.origin)
  if (lang === 'en') await look.switchLanguage()
  return look
}

for (const lang of ['ko', 'en'] as const) {
  test(`is in order for nobody in particular, in ${lang}`, async () => {
    const look = await aLook(lang)
    for (const path of ['/sign-in', '/s', '/tablet']) await look.over(path, `nobody-${lang}`)
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
      for (const [at, path] of paths.entries()) await look.over(path, `${id}-${lang}`, widthsFor(at, lang))
      assert.ok(paths.length > 1 || id === 'yoo', `${paths.length} pages`)
      assert.equal(look.complaints, [])
    })
}

test('that is out of order would be found', async () => {
  const body = '<h1>x</h1><p id="pale">pale</p><input><img src="https://example.test/a.png"><div id="wide">x</div>'
  const page = `<!doctype html><html lang="ko"><head><title>x</title><link rel="stylesheet" href="/a.css"></head><body><main>${body}<script>let a</script></main></body></html>`
  const site = new Hono<Site>()
    .get('/', (c) => c.html(page, 200, { 'Content-Security-Policy': "default-src 'self'; img-src *" }))
    .get('/a.css', (c) => c.body('#pale{color:#ddd}#wide{width:600px}', 200, { 'Content-Type': 'text/css' }))
  const broken = await aServer({ site })
  const look = await Look.at(await browser.newContext(), broken.origin)
  await look.over('/', 'broken')
  broken.stop()
  const found = look.complaints.join('\n')
  for (const fault of ['color-contrast', 'axe: label', 'asked https://example.test', 'security policy', 'px too wide'])
    assert.match(found, fault)
})

test.run()
