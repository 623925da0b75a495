import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { siteOf } from '../../src/app.ts'
import { StoreRefusal } from '../../src/store/refusal.ts'
import type { Store } from '../../src/store/store.ts'
import { asForm, ask, ownPage, signedIn, tokenOf } from '../support/asking.ts'
import { aHouse, password, type TestHouse } from '../support/house.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

/** What of the store is not there just now: all of it, or the log alone. */
let gone: RegExp | undefined
let asked = 0
let house: TestHouse

const unreachable = <T extends Store>(store: T, code: 'unavailable' | 'stopped' | 'closed' = 'unavailable'): T =>
  new Proxy(store, {
    get(target, name) {
      const value = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      if (!gone?.test(String(name)) || name === 'secret' || name === 'behind') return value.bind(target)
      return async () => {
        asked++
        throw new StoreRefusal(code, 'The database cannot be reached now (ECONNREFUSED).')
      }
    },
  })
const everything = /./

const test = suite('a page while the store is not there')
test.before(async () => {
  const made = await aHouse((view) => view.saveCase(aCaseUnderWay({ number: '2026-0001' })))
  house = { ...made, store: unreachable(made.store) }
  house.site = siteOf(house)
  await signedIn(house)
})
test.before.each(() => {
  gone = everything
  asked = 0
})
test.after(() => house.close())

const english = { Cookie: '__Host-visit=han; __Host-lang=en' }
const form = (fields: Record<string, string>, headers: Record<string, string> = {}) => ({
  headers: { ...ownPage, ...asForm, 'X-Token': tokenOf('han'), ...headers },
  body: new URLSearchParams({ token: tokenOf('han'), ...fields }).toString(),
})
const withLength = (one: ReturnType<typeof form>) => ({
  ...one,
  headers: { ...one.headers, 'Content-Length': String(one.body.length) },
})

async function isUnavailable(answer: Response): Promise<string> {
  const text = await answer.text()
  assert.equal([answer.status, answer.headers.get('Retry-After')], [503, '15'])
  assert.equal([answer.headers.get('Cache-Control'), answer.headers.get('Location')], ['no-store', null])
  assert.not.match(answer.headers.get('Set-Cookie') ?? '', '__Host-visit')
  assert.match(answer.headers.get('Content-Security-Policy') ?? '', "default-src 'none'")
  assert.not.match(text, /ECONNREFUSED|database|StoreRefusal|\bat \S+:\d+/)
  return text
}

test('says so in the reader’s language, to whoever asks for whatever', async () => {
  for (const who of [undefined, 'han', 'oh'])
    for (const path of ['/', '/cases/2026-0001', '/sign-in', '/nowhere', '/s/abc', '/report'])
      assert.match(await isUnavailable(await ask(house, who, 'GET', path)), '<h1>지금은 이용할 수 없습니다</h1>')
  const page = await isUnavailable(await ask(house, 'han', 'GET', '/cases?stage=intake', { headers: english }))
  assert.match(page, '<html lang="en">')
  assert.match(page, '<h1>Not available at the moment</h1>')
  assert.match(page, 'href="/cases?stage=intake"')
})

test('asks the store nothing more', async () => {
  await isUnavailable(await ask(house, 'han', 'GET', '/cases'))
  assert.is(asked, 1)
})

test('gives back what was typed, but no password, and does not say that nothing was saved', async () => {
  const sent = withLength(form({ text: '<b>오늘은 왔다</b>', password, since: '1' }))
  const page = await isUnavailable(await ask(house, 'han', 'POST', '/cases/2026-0001/notes', sent))
  assert.match(page, '확인하지 못했습니다')
  assert.match(page, '<form method="post" action="/cases/2026-0001/notes"')
  assert.match(page, '<input type="hidden" name="text" value="&lt;b&gt;오늘은 왔다&lt;/b&gt;">')
  assert.match(page, `name="token" value="${tokenOf('han')}"`)
  assert.not.match(page, password)
})

test('gives nothing back that another site sent, or that is too much', async () => {
  const bare = (page: string) => assert.not.match(page, '<form')
  const foreign = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }
  bare(await isUnavailable(await ask(house, 'han', 'POST', '/cases', withLength(form({ text: 'x' }, foreign)))))
  const much = withLength(form({ text: 'x'.repeat(700_000) }))
  bare(await isUnavailable(await ask(house, 'han', 'POST', '/cases', much)))
})

test('answers an open page’s own asking without a page: what stands on screen stays', async () => {
  const headers = { ...ownPage, 'HX-Request': 'true' }
  const answer = await ask(house, 'han', 'GET', '/notices/strip?shown=x', { headers })
  assert.equal([await isUnavailable(answer), answer.headers.get('HX-Redirect')], ['', null])
})

test('lets nobody in, and nothing out, when only the log cannot be written', async () => {
  gone = undefined
  assert.match(
    (await ask(house, 'seo', 'GET', '/codebook/file')).headers.get('Content-Disposition') ?? '',
    'attachment',
  )
  gone = /^log$/
  const page = await isUnavailable(await ask(house, 'han', 'GET', '/cases/2026-0001'))
  assert.not.match(page, '2026-0001</h1>')
  const file = await ask(house, 'seo', 'GET', '/codebook/file')
  await isUnavailable(file)
  assert.equal(
    [file.headers.get('Content-Disposition'), file.headers.get('Content-Type')],
    [null, 'text/html; charset=UTF-8'],
  )
  const sent = await ask(house, 'han', 'POST', '/cases/2026-0001/consents', withLength(form({ kind: 'collection' })))
  await isUnavailable(sent)
})

test('is the same for a store that stopped and one that is closed; any other failure is no such page', async () => {
  for (const code of ['stopped', 'closed'] as const) {
    gone = undefined
    const other = { ...house, store: unreachable(house.store, code) }
    other.site = siteOf(other)
    gone = everything
    await isUnavailable(await ask(other, 'han', 'GET', '/cases'))
  }
  const broken = { ...house, store: { ...house.store, settings: async () => Promise.reject(new Error('a fault')) } }
  const { error } = console
  console.error = () => {}
  try {
    const site = siteOf(broken as unknown as TestHouse)
    assert.is((await ask({ site }, undefined, 'GET', '/cases')).status, 500)
  } finally {
    console.error = error
  }
})

test.run()
