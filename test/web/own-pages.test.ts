// Over 150 lines because each way in which a request may claim to come from our own page is written out.
import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { wordsOf } from '../../views/words.ts'
import { ask, type Door, doorsOf, filledIn, ownPage, signedIn, tokenOf } from '../support/asking.ts'
import { aHouse, heldIn, type TestHouse } from '../support/house.ts'
import { saveStages } from '../support/stages.ts'

/*
 * A change is taken from our own pages only: every combination of content type, Sec-Fetch-Site, Origin and token, 540
 * of them, is tried on unsafe routes. What a browser of ours sends passes; everything else is refused before the route.
 * Each route gets every third of them, the next route the next ones; WHOLE=1 tries all on every route.
 */
const share = process.env.WHOLE ? 1 : 3

const types = [
  'application/x-www-form-urlencoded',
  'application/json',
  'APPLICATION/X-WWW-FORM-URLENCODED; charset=utf-8',
  'text/plain',
  'multipart/form-data; boundary=x',
  'text/html',
  'application/xml',
  'x',
  '',
]
const sites = [undefined, 'same-origin', 'same-site', 'cross-site', 'none']
const origins = [undefined, 'https://saegil.test', 'https://saegil.test.evil.example', 'null']
const tokens = ['right', 'wrong', undefined] as const

interface Combination {
  type: string
  site?: string
  origin?: string
  token?: (typeof tokens)[number]
}
const combinations: Combination[] = types.flatMap((type) =>
  sites.flatMap((site) => origins.flatMap((origin) => tokens.map((token) => ({ type, site, origin, token })))),
)

const isOurs = ({ type, site, origin, token }: Combination): boolean =>
  /^application\/(x-www-form-urlencoded|json)/i.test(type) &&
  (site === 'same-origin' || site === undefined) &&
  (origin === 'https://saegil.test' || origin === undefined) &&
  (site ?? origin) !== undefined &&
  token === 'right'

/** The one page by which a file is brought sends it in parts; all else is as everywhere. */
const isUpload = (path: string, one: Combination): boolean =>
  path === '/report/import' && one.type.startsWith('multipart/') && isOurs({ ...one, type: 'application/json' })

const given = { right: tokenOf('seo'), wrong: tokenOf('han') }
/** The token stands in the header, or in the form itself. */
const headersOf = ({ type, site, origin, token }: Combination, inForm: boolean): Record<string, string> => ({
  'Content-Type': type,
  ...(site && { 'Sec-Fetch-Site': site }),
  ...(origin && { Origin: origin }),
  'X-Token': !inForm && token ? given[token] : '',
})

const numbers = { number: '2026-9999', reference: '2026-9999', id: '2026-01-01-01', token: 'x' }

let house: TestHouse
let doors: Door[]
const test = suite('a change')
test.before(async () => {
  house = await aHouse(saveStages)
  await signedIn(house)
  doors = doorsOf(house).filter(({ method }) => method === 'POST')
})
test.after(() => house.close())

async function outcome(path: string, one: Combination): Promise<'refused' | 'passed'> {
  const inForm = one.type.startsWith('application/x-www')
  const body = inForm && one.token ? `text=a&token=${given[one.token]}` : 'text=a'
  const headers = headersOf(one, inForm)
  if (inForm) delete headers['X-Token']
  const { site } = house
  const answer = await site.request(`https://saegil.test${path}`, {
    method: 'POST',
    headers: { Cookie: '__Host-visit=seo', ...headers },
    body,
  })
  if (answer.status === 415) return 'refused'
  if (answer.status !== 403) return 'passed'
  const text = await answer.text()
  const { refused, kept } = wordsOf('ko').shared
  return text.includes(refused['from-elsewhere'].title) || text.includes(kept.title) ? 'refused' : 'passed'
}

test('is refused in each combination that no page of ours makes, on every unsafe route', async () => {
  const before = await heldIn(house.store)
  const hostile = combinations.filter((one) => !isOurs(one))
  assert.is(combinations.length, 540)
  const through: string[] = []
  for (const [turn, { path }] of doors.entries()) {
    const own = hostile.filter((one, at) => (at + turn) % share === 0 && !isUpload(path, one))
    for (let at = 0; at < own.length; at += 60)
      await Promise.all(
        own.slice(at, at + 60).map(async (one) => {
          if ((await outcome(filledIn(path, numbers), one)) === 'passed') through.push(`${path} ${JSON.stringify(one)}`)
        }),
      )
  }
  assert.equal(through.slice(0, 5), [])
  assert.is(await heldIn(house.store), before)
})

test('passes as our own pages send it', async () => {
  const ours = combinations.filter(isOurs)
  assert.is(ours.length, 9)
  const stopped: string[] = []
  for (const { path } of doors.filter((door) => door.path !== '/sign-out'))
    for (const one of ours) {
      // the survey takes JSON alone, every other route a form
      if (/^\/(s|tablet)\//.test(path) !== (one.type === 'application/json')) continue
      if ((await outcome(filledIn(path, numbers), one)) === 'refused') stopped.push(`${path} ${JSON.stringify(one)}`)
    }
  assert.equal(stopped, [])
})

test('is let through in some of them by a guard that takes one good sign for enough', async () => {
  const site = new Hono().use(csrf()).post('/', (c) => c.text('done'))
  const hostile = combinations.filter((one) => !isOurs(one) && one.token !== 'right')
  const through = await Promise.all(
    hostile.map((one) =>
      site.request('https://saegil.test/', { method: 'POST', headers: headersOf(one, false), body: 'a=1' }),
    ),
  )
  assert.ok(through.filter(({ status }) => status === 200).length > 50)
})

test('from a page of before the last sign-in comes back whole, to be sent again', async () => {
  const body = new URLSearchParams({ text: '하던 <b>말</b>', token: tokenOf('an older visit') })
  const headers = { ...ownPage, 'Content-Type': 'application/x-www-form-urlencoded', Cookie: '__Host-visit=han' }
  const answer = await house.site.request('https://saegil.test/cases/2026-0002/notes/2026-11-16-01/addenda', {
    ...{ method: 'POST', headers, body },
  })
  const text = await answer.text()
  assert.is(answer.status, 403)
  assert.match(text, '하던 &lt;b&gt;말&lt;/b&gt;')
  assert.match(text, 'action="/cases/2026-0002/notes/2026-11-16-01/addenda"')
})

test('is never made by reading: no GET or HEAD of any path changes anything', async () => {
  const before = await heldIn(house.store)
  const reads = doorsOf(house).filter(({ method }) => method === 'GET')
  for (const { path } of reads)
    for (const who of ['seo', 'han', 'oh', undefined])
      for (const method of ['GET', 'HEAD'])
        await ask(house, who, method, filledIn(path, { ...numbers, number: '2026-0002', id: '2026-11-16-01' }))
  assert.is(await heldIn(house.store), before)
})

test.run()

const limits = suite('too many')
limits('searches of one visit get 429 and a time to come back, others go on searching', async () => {
  const own = await aHouse(saveStages)
  await signedIn(own)
  const search = (who: string) =>
    ask(own, who, 'POST', '/cases/search', {
      headers: { ...ownPage, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'text=a',
    })
  for (let n = 0; n < 60; n++) assert.is((await search('seo')).status, 200)
  const late = await search('seo')
  assert.equal([late.status, late.headers.get('Retry-After')], [429, '60'])
  assert.is((await search('han')).status, 200)
  own.clock.set('2026-11-22T01:01:00.000Z')
  assert.is((await search('seo')).status, 200)
  await own.close()
})

limits('letters in an address are refused', async () => {
  const own = await aHouse()
  assert.is((await ask(own, undefined, 'GET', `/sign-in?to=${'a'.repeat(3000)}`)).status, 414)
  await own.close()
})

limits.run()
