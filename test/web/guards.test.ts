import { Hono } from 'hono'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { headers, isFromOwnPage } from '../../src/web/guards.ts'
import type { House, Site } from '../../src/web/site.ts'

const test = suite('what stands before every page')

const site = new Hono<Site>()
site.use(headers, async (c, next) => {
  c.set('house', { origin: 'https://saegil.example' } as House)
  await next()
})
site.all('*', (c) => c.text(isFromOwnPage(c) ? 'own' : 'foreign'))
const asked = (given: Record<string, string>) => site.request('/', { method: 'POST', headers: given })

const own = 'https://saegil.example'
const saying: [site: string | undefined, origin: string | undefined, whose: string][] = [
  ['same-origin', own, 'own'],
  ['same-origin', undefined, 'own'],
  [undefined, own, 'own'],
  [undefined, undefined, 'foreign'],
  ['same-origin', 'https://evil.example', 'foreign'],
  ['same-origin', 'null', 'foreign'],
  ['cross-site', own, 'foreign'],
  ['same-site', own, 'foreign'],
  ['none', undefined, 'foreign'],
  ['cross-site', 'https://evil.example', 'foreign'],
  [undefined, `${own}.evil.example`, 'foreign'],
  [undefined, 'http://saegil.example', 'foreign'],
]
for (const [from, origin, whose] of saying)
  test(`a form of which the browser says ${from} and ${origin} is ${whose}`, async () => {
    const answer = await asked({ ...(from && { 'Sec-Fetch-Site': from }), ...(origin && { Origin: origin }) })
    assert.is(await answer.text(), whose)
  })

test('a page runs, loads and sends to nothing but its own, and stands in no frame', async () => {
  const policy = (await asked({})).headers.get('Content-Security-Policy') ?? ''
  const rules = policy.split(';').map((rule) => rule.trim().split(' '))
  assert.ok(rules.length >= 10, policy)
  for (const [name, ...sources] of rules) {
    const isOwn = /^(script|style|img|font|connect)-src$|^form-action$/.test(name ?? '')
    assert.equal(sources, [isOwn ? "'self'" : "'none'"], name)
  }
})

test('a page comes over TLS alone, is what it says that it is, and tells no other site where somebody was', async () => {
  const said = (await asked({})).headers
  assert.match(said.get('Strict-Transport-Security') ?? '', /^max-age=(\d{8,}); includeSubDomains$/)
  assert.is(said.get('X-Content-Type-Options'), 'nosniff')
  assert.is(said.get('Referrer-Policy'), 'same-origin')
  assert.is(said.get('Cross-Origin-Opener-Policy'), 'same-origin')
  assert.is(said.get('Cross-Origin-Resource-Policy'), 'same-origin')
})

test.run()
