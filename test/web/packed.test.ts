import { brotliDecompressSync } from 'node:zlib'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ask, ownPage } from '../support/asking.ts'
import { aHouse } from '../support/house.ts'

const test = suite('what is packed on its way')
const house = await aHouse()
const pageFor = (encoding?: string) =>
  ask(house, undefined, 'GET', '/s', { headers: { ...ownPage, ...(encoding && { 'Accept-Encoding': encoding }) } })

test('the youth’s page comes packed to whoever can unpack it, and is the same page', async () => {
  const [plain, small] = [await pageFor(), await pageFor('gzip, br')]
  assert.is(plain.headers.get('Content-Encoding'), null)
  assert.is(small.headers.get('Content-Encoding'), 'br')
  const bytes = Buffer.from(await small.arrayBuffer())
  const whole = await plain.text()
  assert.is(brotliDecompressSync(bytes).toString(), whole)
  assert.ok(bytes.length < whole.length / 3, `${bytes.length} of ${whole.length}`)
})

test('it keeps the headers that guard it', async () => {
  const { headers } = await pageFor('br')
  assert.match(headers.get('Content-Security-Policy') ?? '', /default-src 'none'/)
  assert.is(headers.get('Cache-Control'), 'no-store')
})

test('pages of the staff, which may show what was asked, are not', async () => {
  const answer = await ask(house, undefined, 'GET', '/sign-in?to=x', {
    headers: { ...ownPage, 'Accept-Encoding': 'br' },
  })
  assert.is(answer.headers.get('Content-Encoding'), null)
})

test.after(() => house.close())
test.run()
