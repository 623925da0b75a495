import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { deeds } from '../../src/people/may.ts'
import { asForm, ask, doorsOf, filledIn, ownPage, signedIn } from '../support/asking.ts'
import { aHouse, nextCode, password, type TestHouse } from '../support/house.ts'
import { entriesIn } from '../support/logged.ts'
import { saveStages } from '../support/stages.ts'

let house: TestHouse
const test = suite('the log')
test.before(async () => {
  house = await aHouse(saveStages)
  await signedIn(house)
})
test.after(() => house.close())

/** What a request adds to the log. */
async function logs(asking: () => Promise<Response>) {
  const before = (await entriesIn(house)).length
  const { status } = await asking()
  return { status, added: (await entriesIn(house)).slice(before) }
}

test('has one entry for each request behind a guard, with its deed, the case and what came of it', async () => {
  // what machines ask every few seconds is in no log
  const unlogged = ['/sign-out', '/health', '/ready']
  for (const { method, path, deed } of doorsOf(house).filter((door) => !unlogged.includes(door.path))) {
    const posted = method === 'POST' ? { headers: { ...ownPage, ...asForm }, body: '' } : {}
    const filled = filledIn(path, {
      number: '2026-0002',
      reference: '2026-0002',
      case: '2026-0002',
      incident: '2026-01',
      inquiry: '2026-01',
      release: '2026-01',
      import: '2026-01',
      nth: '1',
      id: path.startsWith('/surveys/') ? 'intake.v1' : path.includes('/surveys/') ? 'intake-1' : '2026-11-16-01',
    })
    for (const who of ['han', 'bora', 'seo', 'ma', 'yoo']) {
      const { status, added } = await logs(() => ask(house, who, method, filled, posted))
      const [entry] = added
      const where = `${who} ${method} ${path}`
      assert.equal([added.length, entry?.deed, entry?.by, entry?.status], [1, deed, who, status], where)
      if (path.includes(':number')) assert.is(entry?.caseNumber, '2026-0002', where)
      if (path === '/cases/:number') assert.is(entry?.decision, status === 200 ? 'allowed' : 'refused', where)
    }
    await signedIn(house)
  }
})

test('names the case of which somebody outside asked, and of which a second person lets them be told', async () => {
  const asked = { asker: '법원', requestNumber: '1', askedFor: 'trial', caseNumber: '2026-0002' }
  const post = (who: string, path: string, fields: Record<string, string>) => () =>
    ask(house, who, 'POST', path, { headers: { ...ownPage, ...asForm }, body: new URLSearchParams(fields).toString() })
  for (const [who, path, fields] of [
    ['seo', '/inquiries', { ...asked, verdict: 'refuse' }],
    ['seo', '/inquiries', { ...asked, verdict: 'answer', give: 'dates' }],
    ['yoo', '/inquiries/2026-02/approval', {}],
  ] as const) {
    const { status, added } = await logs(post(who, path, fields))
    assert.equal([status, added.map(({ caseNumber }) => caseNumber)], [303, ['2026-0002']], path)
  }
})

test('has an entry for what somebody asked for that is not there, in our words and not in theirs', async () => {
  for (const [method, path] of [
    ['GET', '/kim-minjun'],
    ['GET', '/cases/2026-0002/kim-minjun'],
    ['PUT', '/cases/2026-0002'],
    ['POST', '/wp-login.php'],
  ] as const) {
    const posted = method === 'GET' ? {} : { headers: { ...ownPage, ...asForm }, body: '' }
    const { status, added } = await logs(() => ask(house, 'han', method, path, posted))
    assert.equal(
      [status, added.map(({ deed, by, decision }) => `${deed} ${by} ${decision}`)],
      [404, ['ask for what is not there han refused']],
    )
  }
  assert.not(JSON.stringify(await entriesIn(house)).includes('minjun'))
})

test('has an entry for what was turned away at the door: from elsewhere, of the wrong kind, too long, an old page', async () => {
  const path = '/cases/2026-0002/assignments'
  const tries: [number, Parameters<typeof ask>[4]][] = [
    [403, { headers: { 'Sec-Fetch-Site': 'cross-site', ...asForm }, body: 'a=1' }],
    [415, { headers: { ...ownPage, 'Content-Type': 'text/plain' }, body: 'a=1' }],
    [413, { headers: { ...ownPage, ...asForm }, body: `a=${'x'.repeat(700_000)}` }],
    [403, { headers: { ...ownPage, ...asForm, 'X-Token': 'of-another-page' }, body: 'a=1' }],
  ]
  for (const [expected, request] of tries) {
    const { status, added } = await logs(() => ask(house, 'seo', 'POST', path, request))
    assert.equal(
      [status, added.map(({ deed, by, decision, status: kept }) => [deed, by, decision, kept])],
      [expected, [['send what is not taken', 'seo', 'refused', expected]]],
    )
  }
})

test('has nothing of strangers who ask for nothing that is here', async () => {
  const { added } = await logs(() => ask(house, undefined, 'GET', '/wp-login.php'))
  assert.equal(added, [])
})

test('that cannot be written lets nobody in: neither a page nor a cookie leaves', async () => {
  const { store } = house
  const { log } = store
  const { error } = console
  store.log = () => Promise.reject(new Error('no disk'))
  console.error = () => {}
  try {
    for (const [who, path, body] of [
      [undefined, '/sign-in', { email: 'han@example.test', password }],
      ['han', '/confirm', { code: (await nextCode(store, 'han')) ?? '' }],
    ] as const) {
      const posted = { headers: { ...ownPage, ...asForm }, body: new URLSearchParams(body).toString() }
      const answer = await ask(house, who, 'POST', path, posted)
      const { headers } = answer
      assert.equal([answer.status, headers.get('Set-Cookie'), headers.get('Location')], [500, null, null], path)
    }
  } finally {
    store.log = log
    console.error = error
    await signedIn(house)
  }
})

test('knows every deed of its own by a name that no address can make', async () => {
  const own = new Set([...Object.keys(deeds), 'ask for what is not there', 'send what is not taken'])
  const unknown = (await entriesIn(house)).filter(({ deed }) => !own.has(deed))
  assert.equal(unknown, [])
})

test.run()
