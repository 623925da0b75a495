import { Hono } from 'hono'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import type { Site } from '../../src/web/site.ts'
import { asForm, ask, filledIn, ownPage } from '../support/asking.ts'
import { heldIn } from '../support/house.ts'
import { aSiege, type Siege, struck } from '../support/siege.ts'

/*
 * Requests that no page of ours makes. None may be answered with a 5xx; those that are not a form of ours, come from
 * elsewhere or from nobody may change nothing.
 * Over 150 lines because every kind of request is written out, so that a missing one is seen.
 */

let siege: Siege
const test = suite('a hostile request')
test.before(async () => {
  siege = await aSiege()
})
test.after(() => siege.house.close())

const principals = [undefined, 'seo', 'ma']
const real = { number: '2026-0002', reference: '2026-0002', id: '2026-11-16-01' }
const pathsOf = (method: string) => siege.doors.filter((door) => door.method === method).map(({ path }) => path)
/** Every other post than signing in, whose passwords take a third of a second each on purpose. */
const posts = () => pathsOf('POST').filter((path) => path !== '/sign-in' && path !== '/sign-out')

test('with a method that the path does not have changes nothing', async () => {
  const paths = [...new Set([...siege.doors.map(({ path }) => path), '/nothing/here', '/assets/a/b'])]
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND']
  const blows = paths.flatMap((path) =>
    methods
      .filter((method) => method !== 'POST' || !pathsOf('POST').includes(path))
      .flatMap((method) => principals.map((who) => ({ who, method, path: filledIn(path, real) }))),
  )
  await siege.strikeInVain(blows)
})

test('from nobody changes nothing', async () => {
  const body = new URLSearchParams(siege.fieldNames.map((name) => [name, '1'])).toString()
  const headers = { ...ownPage, ...asForm }
  await siege.strikeInVain(posts().map((path) => ({ method: 'POST', path: filledIn(path, real), headers, body })))
})

test('from another site is refused with 403 and changes nothing', async () => {
  const elsewhere: Record<string, string>[] = [
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site', Origin: 'https://saegil.test' },
    { 'Sec-Fetch-Site': 'none' },
    { 'Sec-Fetch-Site': 'SAME-ORIGIN' },
    { Origin: 'https://saegil.test.evil.example' },
    { Origin: 'null' },
    { Origin: 'not an address', 'Sec-Fetch-Site': 'same-origin' },
    {},
  ]
  const types = ['application/x-www-form-urlencoded', 'text/plain', 'APPLICATION/JSON']
  const heads = elsewhere.flatMap((from) => types.map((type) => ({ ...from, 'Content-Type': type })))
  const blows = pathsOf('POST').flatMap((path) =>
    heads.map((headers) => ({ who: 'seo', method: 'POST', path: filledIn(path, real), headers, body: 'a=1' })),
  )
  assert.equal([...new Set(await siege.strikeInVain(blows))], [403])
})

test('that is no form of ours changes nothing', async () => {
  const types = [
    'application/json',
    'text/plain',
    'multipart/form-data; boundary=',
    'multipart/form-data',
    'x',
    '/',
    '',
  ]
  const bodies = ['{"a":', '{}', 'null', '[[[[', '--\r\n', '\0\0', 'a=1', '{"__proto__":{"role":"lead"}}', '\ud800']
  const blows = posts().flatMap((path) =>
    types.flatMap((type, at) =>
      [at, at + 4].map((one) => ({
        ...{ who: 'seo', method: 'POST', path: filledIn(path, real), body: bodies[one % bodies.length] },
        headers: { ...ownPage, 'Content-Type': type },
      })),
    ),
  )
  await siege.strikeInVain(blows)
})

test('of a hundred thousand fields is refused with 400, and none of them comes back on a page', async () => {
  const headers = { ...ownPage, ...asForm }
  const body = 'a=1&'.repeat(100_000)
  for (const who of [undefined, 'seo'])
    for (const token of [undefined, { 'X-Token': 'of an old page' }]) {
      const answer = await ask(siege.house, who, 'POST', '/language', { headers: { ...headers, ...token }, body })
      assert.is(answer.status, 400)
      assert.ok((await answer.text()).length < 20_000)
    }
})

test('over the limit is refused with 413, however its length is told', async () => {
  const text = `name=${'가'.repeat(400_000)}`
  const inPieces = () =>
    new ReadableStream({
      start(to) {
        to.enqueue(new TextEncoder().encode(text))
        to.close()
      },
    })
  const told = { 'Content-Length': String(Buffer.byteLength(text)) }
  const blows = posts().flatMap((path) => {
    const to = { who: 'seo', method: 'POST', path: filledIn(path, real) }
    return [
      { ...to, headers: { ...ownPage, ...asForm, ...told }, body: text },
      { ...to, headers: { ...ownPage, ...asForm }, body: inPieces() },
    ]
  })
  assert.equal([...new Set(await siege.strikeInVain(blows))], [413])
})

test('with a path or a question that cannot be read is answered', async () => {
  const parts = ['%', '%00', '%ED%A0%80', '%E0%A4%A', '..%2F..%2Fetc%2Fpasswd', '%2e%2e', '__proto__', 'constructor']
  const odd = [...parts, '2026-9999', '-1', '0', '9'.repeat(400), '%F0%9F%92%A9', 'a%0d%0aSet-Cookie:x=1', "'--"]
  const names = [...siege.fieldNames, 'from', 'to', 'week', 'day', 'done', 'page', 'q']
  const blows = pathsOf('GET').flatMap((path) =>
    odd.flatMap((part) => {
      const asked = `${names.map((name) => `${name}=${part}`).join('&')}&=${part}&${part}&&`
      const named = filledIn(path, { number: part, id: part, reference: part })
      return [
        { who: 'seo', method: 'GET', path: `${filledIn(path, real)}?${asked}` },
        ...(path.includes(':') ? ['seo', 'ma'].map((who) => ({ who, method: 'GET', path: named })) : []),
      ]
    }),
  )
  await siege.strikeInVain(blows)
})

test('with hostile headers is answered', async () => {
  const heads: Record<string, string>[] = [
    { Cookie: '__Host-visit=%E0%A4%A; =; ;;; __proto__=1; __Host-lang=xx' },
    { Cookie: `__Host-visit=${'a'.repeat(60_000)}` },
    { Cookie: 'a=1; '.repeat(3_000) },
    { 'Accept-Language': 'x'.repeat(10_000), 'Accept-Encoding': 'br;q=x, *' },
    { 'HX-Request': 'true', 'HX-Target': '<script>', 'HX-Current-URL': 'javascript:1' },
    { 'X-Forwarded-For': '::1', 'X-Forwarded-Host': 'evil.example', Forwarded: 'for=x' },
    { Range: 'bytes=0-0,-1', 'If-None-Match': '*', 'Transfer-Encoding': 'x', Expect: '100-continue' },
    { Authorization: 'Basic !!!!', 'X-HTTP-Method-Override': 'DELETE' },
  ]
  const blows = pathsOf('GET').flatMap((path) =>
    heads.map((headers) => ({ who: 'seo', method: 'GET', path: filledIn(path, real), headers })),
  )
  await siege.strikeInVain(blows)
})

test('was one of many', () => assert.ok(siege.count() > 3_000, `${siege.count()}`))

const fails = (act: () => Promise<unknown>) =>
  act().then(
    () => false,
    () => true,
  )

test('that breaks or changes something would be found', async () => {
  const site = new Hono<Site>()
    .get('/500', (c) => c.text('', 500))
    .get('/stack', (c) => c.text('at async Site.answer (/srv/src/app.ts:12:3)'))
    .get('/fine', (c) => c.text('fine'))
  const found = (path: string) => fails(() => struck({ site }, { method: 'GET', path }))
  assert.equal([await found('/500'), await found('/stack'), await found('/fine')], [true, true, false])
  const { store, clock } = siege.house
  const before = await heldIn(store)
  const draft = { id: 'x', owner: 'seo', kind: 'referral' as const, fields: [], at: clock.now() }
  await store.change((view) => done(view.saveDraft(draft)))
  assert.is.not(await heldIn(store), before)
})

test.run()
