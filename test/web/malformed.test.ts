import { type Handler, Hono } from 'hono'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import type { Site } from '../../src/web/site.ts'
import { asForm, ask, filledIn, ownPage } from '../support/asking.ts'
import { fuzzed } from '../support/fuzz.ts'
import { aSiege, type Siege } from '../support/siege.ts'

/*
 * Requests that no page of ours makes, to every route. RUNS says how many for each, SEED which.
 */

const runs = Number(process.env.RUNS ?? 300)
const seed = Number(process.env.SEED ?? 7)

let siege: Siege
const test = suite('a malformed request')
test.before(async () => {
  siege = await aSiege()
})
test.after(() => siege.house.close())

const real = { number: '2026-0002', reference: '2026-0002', id: '2026-11-16-01' }
const headers = { ...ownPage, ...asForm }
const posts = () =>
  siege.doors.filter(({ method, path }) => method === 'POST' && path !== '/sign-in' && path !== '/sign-out')

test('of a hundred thousand fields is refused with 400, and none of them comes back on a page', async () => {
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
  const blows = posts().flatMap(({ path }) => {
    const to = { who: 'seo', method: 'POST', path: filledIn(path, real) }
    return [
      { ...to, headers: { ...headers, ...told }, body: text },
      { ...to, headers, body: inPieces() },
    ]
  })
  assert.equal([...new Set(await siege.strikeInVain(blows))], [413])
})

test('to sign in is answered with 422', async () => {
  const known = `email=han@example.test&password=${'x'.repeat(100_000)}`
  for (const body of ['', 'email=&password=', known, 'password=a&password=b'])
    assert.equal(await siege.strike([{ method: 'POST', path: '/sign-in', headers, body }]), [422])
})

test(`${runs} for every route, seed ${seed}: nothing breaks, nothing hangs, nothing changes`, async () => {
  const from = process.cpuUsage()
  const count = await fuzzed(siege, { seed, perRoute: runs, forms: Math.ceil(runs / 15) })
  const { user, system } = process.cpuUsage(from)
  const seconds = Math.round((user + system) / 1e6)
  console.log(`  ${siege.doors.length} routes, ${count} requests, seed ${seed}: ${seconds} s of CPU`)
  assert.is(count, siege.doors.length * runs)
})

type Wrong = Pick<Siege, 'house' | 'doors' | 'fieldNames'>
/** A site of one route, of which something is wrong. */
function wrongAt(path: string, answer: Handler<Site>): Wrong {
  const site = new Hono<Site>()
  site.get(path, answer)
  return { ...siege, house: { ...siege.house, site }, doors: [{ method: 'GET', path, deed: '' }] }
}
const found = (wrong: Wrong): Promise<string> =>
  fuzzed(wrong, { seed, perRoute: 100, forms: 0, longest: 200 }).then(
    () => 'nothing',
    (failure) => String(failure.message),
  )

test('that breaks, shows what is behind, changes something or hangs would be found', async () => {
  assert.is(await found(wrongAt('/fine', (c) => c.text('fine'))), 'nothing')
  assert.match(await found(wrongAt('/breaks/:id', (c) => c.text('', c.req.param('id') === '1' ? 200 : 500))), '500')
  const stack = new Error('x').stack ?? ''
  const shows = wrongAt('/shows', (c) => c.text(c.req.url.includes('?') ? stack : ''))
  assert.match(await found(shows), 'insides')
  const pollutes = wrongAt('/pollutes', (c) => {
    Object.defineProperty(Object.prototype, 'role', { value: 'lead', configurable: true, enumerable: false })
    return c.text('')
  })
  assert.match(await found(pollutes), 'every object')
  delete (Object.prototype as { role?: string }).role
  const { store, clock } = siege.house
  const changes = wrongAt('/changes', async (c) => {
    const draft = { id: 'x', owner: 'seo', kind: 'referral' as const, fields: [], at: clock.now() }
    await store.change((view) => done(view.saveDraft(draft)))
    return c.text('')
  })
  assert.match(await found(changes), 'changed something')
  const hangs = wrongAt('/hangs/:id', (c) => (c.req.param('id') !== '1' ? new Promise<Response>(() => {}) : c.text('')))
  assert.match(await found(hangs), 'hangs')
})

test.run()
