import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { hasTooManyParts, largestUpload } from '../../src/web/upload.ts'
import { asForm, ask, ownPage, signedIn, tokenOf } from '../support/asking.ts'
import { aHouse, heldIn, type TestHouse } from '../support/house.ts'
import { upload } from '../support/import-desk.ts'
import { aRow, csvOf, tableOf } from '../support/import-rows.ts'

let house: TestHouse
const test = suite('an upload')
test.before(async () => {
  house = await aHouse()
  await signedIn(house)
})
test.after(() => house.close())

const path = '/report/import'
const csv = csvOf(tableOf([aRow()]))
/** Without the token in a header: it stands in the form, or nowhere. */
const noToken = { ...ownPage, 'X-Token': undefined as unknown as string }
async function sent(body: BodyInit, { who = 'seo', to = path, headers = noToken as Record<string, string> } = {}) {
  const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined))
  const cookie = { Cookie: `__Host-visit=${who}` }
  const answer = await house.site.request(`https://saegil.test${to}`, {
    ...{ method: 'POST', headers: { ...cookie, ...given }, body },
  })
  assert.ok(answer.status < 500, `${answer.status}`)
  return answer
}

test('is taken with the token of its page in it', async () => {
  const answer = await sent(upload(csv, 'table.csv', tokenOf('seo')))
  assert.equal([answer.status, answer.headers.get('Location')], [303, `${path}/check`])
  await house.store.change((view) => ({ ok: true, value: view.removeDraft('import-seo') }))
})

test('without it, with another’s, from elsewhere or from nobody known changes nothing', async () => {
  const before = await heldIn(house.store)
  const own = upload(csv, 'table.csv', tokenOf('seo'))
  const elsewhere: Record<string, string>[] = [
    { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    {},
  ]
  const statuses = [
    (await sent(upload(csv))).status,
    (await sent(upload(csv, 'table.csv', tokenOf('han')))).status,
    ...(await Promise.all(elsewhere.map(async (headers) => (await sent(own, { headers })).status))),
  ]
  assert.equal(statuses, [403, 403, 403, 403, 403])
  // whoever may not import sends no files at all, and nobody sends one anywhere else
  for (const who of ['han', 'yoo', 'oh', 'nobody'])
    assert.is((await sent(upload(csv, 'table.csv', tokenOf(who)), { who })).status, 415, who)
  for (const to of ['/report/import/check', '/report/import/cases', '/report/import/', '/cases/search', '/language'])
    assert.is((await sent(own, { to })).status, 415, to)
  assert.ok((await heldIn(house.store)) === before, 'something was changed')
})

test('of the wrong shape is refused, and never breaks anything', async () => {
  const before = await heldIn(house.store)
  const token = { ...ownPage, 'X-Token': tokenOf('seo') }
  const part = (disposition: string, body: string) => `--b\r\nContent-Disposition: ${disposition}\r\n\r\n${body}\r\n`
  const bodies = [
    '',
    '--b',
    '--b--',
    '--b\r\n\r\n--b--',
    part('form-data', 'x'),
    part('form-data; name="table"', 'x'),
    part('form-data; name="table"; filename=""', ''),
    part('form-data; name="table"; filename="a.csv', 'x'),
    `${part('form-data; name="table"; filename="\\"\0\r\n.csv"', 'a,b\n1,2')}--b--`,
    `${part(`form-data; name="table"; filename="${'x'.repeat(100_000)}"`, 'x')}--b--`,
    part('form-data; name="__proto__"', '{"role":"lead"}').repeat(5),
    part('form-data; name="a"', 'x').repeat(10_000),
    '\ud800\udfff'.repeat(1000),
  ]
  const types = [
    '; boundary=b',
    '',
    '; boundary=',
    '; boundary="b"',
    `; boundary=${'b'.repeat(5000)}`,
    '; charset=x; boundary=b',
  ]
  for (const type of types)
    for (const body of bodies) {
      const headers = { ...token, 'Content-Type': `multipart/form-data${type}` }
      const { status } = await sent(body, { headers })
      assert.ok([400, 403, 413, 415, 422].includes(status), `${status} for ${type} ${body.slice(0, 60)}`)
    }
  assert.ok((await heldIn(house.store)) === before, 'something was changed')
})

test('of too many parts is not read, whatever else in its type looks like their boundary', async () => {
  const between = 'b'.repeat(30)
  const part = `--${between}\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n`
  const body = `${part.repeat(1000)}--${between}--\r\n`
  const escaped = `boundary="${between.slice(1)}\\b"`
  const types = [
    `boundary=${between}`,
    `xboundary=c; boundary=${between}`,
    `x="; boundary=c"; boundary=${between}`,
    ...[`boundary=c; boundary=${between}`, escaped],
  ]
  for (const type of types) {
    const c = {
      req: {
        header: () => `multipart/form-data; ${type}`,
        arrayBuffer: async () => new TextEncoder().encode(body).buffer,
      },
    }
    assert.ok(await hasTooManyParts(c as never), type)
  }
})

test('over its limit is refused with 413, also when it does not say how long it is; forms keep their own', async () => {
  const large = new Uint8Array(largestUpload + 1)
  assert.is((await sent(upload(large, 'a.csv', tokenOf('seo')))).status, 413)
  const stream = new ReadableStream({
    start(to) {
      to.enqueue(large)
      to.close()
    },
  })
  const headers = { ...ownPage, 'Content-Type': 'multipart/form-data; boundary=b' }
  assert.is((await ask(house, 'seo', 'POST', path, { headers, body: stream })).status, 413)
  const form = `a=${'x'.repeat(700 * 1024)}`
  assert.is((await ask(house, 'seo', 'POST', path, { headers: { ...ownPage, ...asForm }, body: form })).status, 413)
})

test('that is no table brings the page back with what is wrong', async () => {
  for (const [bytes, words] of [
    ['', '파일을 골라 주십시오'],
    ['\0\0\0', '표로 읽을 수 없는 파일'],
    ['case', '한 줄 이상의 내용'],
  ] as const) {
    const answer = await sent(upload(bytes, 'a.csv', tokenOf('seo')))
    assert.is(answer.status, 422)
    assert.match(await answer.text(), words)
  }
})

test.run()
