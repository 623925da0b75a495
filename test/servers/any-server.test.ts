// Over 150 lines because whatever two servers share beside the records is tried on the same two.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { callForHelp } from '../../src/alarming.ts'
import { siteOf } from '../../src/app.ts'
import { housekeep } from '../../src/housekeeping.ts'
import { sendDue } from '../../src/reminding.ts'
import type { Senders } from '../../src/sending.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'
import type { Store } from '../../src/store/store.ts'
import { summaries } from '../../src/summaries.ts'
import { readAssets } from '../../src/web/assets.ts'
import { helpNeeded } from '../support/alarms.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { Authenticator, sendPasskey } from '../support/authenticator.ts'
import { freshFolder } from '../support/folder.ts'
import { moveIn, standingClock, type TestHouse } from '../support/house.ts'
import { aDatabase, databases, dropped } from '../support/postgres.ts'
import { saveTomorrow, statesIn } from '../support/reminding-house.ts'
import { aCase } from '../support/samples.ts'
import { saveStages } from '../support/stages.ts'
import { aVisitor } from '../support/visitor.ts'

/*
 * Two sites on two stores on one database, in one process: nothing is shared but the database and the master key. Each
 * request goes to the one that `at` names. It is Sunday, 22 November 2026, 10:00 in Seoul.
 */

const test = suite('any server')
const maybe = databases === undefined ? test.skip : test
const clock = standingClock('2026-11-22T01:00:00.000Z')
const assets = readAssets()

let admin: string
let stores: [Store, Store]
let sites: [TestHouse['site'], TestHouse['site']]
let at: 0 | 1 = 0
const either = {
  site: { request: (...asked: Parameters<TestHouse['site']['request']>) => sites[at].request(...asked) },
} as TestHouse

test.before.each(async () => {
  if (databases === undefined) return
  clock.set('2026-11-22T01:00:00.000Z')
  at = 0
  const database = await aDatabase()
  admin = database.admin
  const { keyFile } = freshFolder()
  const open = () => openPostgresStore({ connect: { ...database.connect, max: 4 }, keyFile, summaries, clock })
  stores = [await open(), await open()]
  await moveIn(stores[0], saveStages)
  const [one, other] = stores.map((store) => siteOf({ store, clock, assets }))
  if (!one || !other) throw new Error('two were to be opened')
  sites = [one, other]
  await signedIn({ store: stores[0], clock } as TestHouse)
})
test.after.each(async () => {
  if (databases === undefined) return
  for (const store of stores) await store.close()
  await dropped(admin)
})

const form = (body: URLSearchParams | string) => ({ headers: { ...ownPage, ...asForm }, body: body.toString() })

maybe('counts what was asked at another', async () => {
  for (let n = 0; n < 60; n++) {
    at = n % 2 === 0 ? 0 : 1
    assert.is((await ask(either, 'seo', 'POST', '/cases/search', form('text=a'))).status, 200)
  }
  for (const one of [0, 1] as const) {
    at = one
    assert.is((await ask(either, 'seo', 'POST', '/cases/search', form('text=a'))).status, 429)
    assert.is((await ask(either, 'han', 'POST', '/cases/search', form('text=a'))).status, 200)
  }
  clock.set('2026-11-22T01:01:00.000Z')
  assert.is((await ask(either, 'seo', 'POST', '/cases/search', form('text=a'))).status, 200)
})

maybe('takes what a passkey signed on a page of another, once for all of them', async () => {
  const phone = new Authenticator()
  const han = aVisitor({ ...either, store: stores[0] })
  await han.signIn('han')
  await han.open('/account/factors')
  han.fill('패스키 이름', '내 전화기')
  await sendPasskey(han, '패스키 등록', (options) => {
    at = 1
    return phone.made(options)
  })
  han.mustSee('패스키를 등록했습니다.')
  const signIn = async (shown: 0 | 1, sent: 0 | 1, challenge?: string) => {
    let used = ''
    at = shown
    await browser.open('/sign-in')
    await sendPasskey(browser, '패스키로 로그인', (options) => {
      at = sent
      used = options.challenge
      return phone.signed(options, challenge === undefined ? {} : { challenge })
    })
    return used
  }
  const browser = aVisitor(either)
  const used = await signIn(0, 1)
  assert.is(browser.path, '/')
  await browser.press('로그아웃')
  await signIn(1, 0, used)
  assert.is(browser.status, 422)
  await signIn(1, 0)
  assert.is(browser.path, '/')
})

maybe('knows the secret that another showed', async () => {
  const shown: (string | undefined)[] = []
  for (const one of [0, 1] as const) {
    at = one
    const page = await (await ask(either, 'han', 'GET', '/account/factors/app')).text()
    shown.push(/[A-Z2-7]{4}(?: ?[A-Z2-7]{4}){7}/.exec(page)?.[0])
  }
  assert.ok(shown[0])
  assert.is(shown[0], shown[1])
})

maybe('shows and hands out a data set that another makes', async () => {
  const wanted = new URLSearchParams([
    ['exportUse', 'programme'],
    ['exportPurpose', 'x'],
    ['exportParts', 'facts'],
    ['exportFormats', 'csv'],
    ['exportFormats', 'xlsx'],
  ])
  const path = (await ask(either, 'seo', 'POST', '/report/exports', form(wanted))).headers.get('Location') ?? ''
  assert.match(path, /^\/report\/exports\/2026-\d\d$/)
  const texts: ArrayBuffer[] = []
  for (const one of [1, 0] as const) {
    at = one
    while ((await (await ask(either, 'seo', 'GET', `${path}/progress`)).text()).includes('hx-get'))
      await new Promise((resolve) => setTimeout(resolve, 50))
    for (const format of ['csv', 'xlsx']) {
      const answer = await ask(either, 'seo', 'POST', `${path}/file/${format}`, form(''))
      assert.is(answer.status, 200)
      texts.push(await answer.arrayBuffer())
      assert.is(texts.at(-1)?.byteLength, Number(answer.headers.get('Content-Length')))
    }
  }
  const [csv, xlsx, csvAgain, xlsxAgain] = texts.map((one) => Buffer.from(one))
  assert.ok(csv && xlsx && csvAgain && xlsxAgain)
  assert.is(Buffer.compare(csv, csvAgain), 0)
  assert.is(Buffer.compare(xlsx, xlsxAgain), 0)
  clock.set('2026-11-22T01:15:00.000Z')
  await signedIn({ store: stores[0], clock } as TestHouse)
  for (const one of [0, 1] as const) {
    at = one
    assert.is((await ask(either, 'seo', 'POST', `${path}/file/csv`, form(''))).status, 422)
  }
})

/** Three rounds at each, all at once. */
const rounds = (round: (store: Store) => Promise<unknown>) => Promise.all([...stores, ...stores, ...stores].map(round))

function counting(): { sent: string[]; senders: Senders } {
  const sent: string[] = []
  const take = async ({ id }: { id: string }) => {
    sent.push(id)
    await new Promise((resolve) => setTimeout(resolve, 20))
    return 'sent' as const
  }
  return { sent, senders: { mail: take, text: take } }
}

maybe('sends a reminder once that is due at all of them', async () => {
  const before = await statesIn(stores[0], clock.now())
  await moveIn(stores[0], saveTomorrow)
  const { sent, senders } = counting()
  await rounds((store) => sendDue(store, senders, clock))
  assert.is(sent.length, 2)
  assert.is(new Set(sent).size, 2)
  const made = (await statesIn(stores[1], clock.now())).slice(before.length)
  assert.equal(made.sort(), ['reminder mail sent', 'reminder text sent'])
})

maybe('tells again once of what nobody took up', async () => {
  await moveIn(stores[0], saveTomorrow)
  await helpNeeded({ store: stores[0], clock })
  clock.set('2026-11-22T01:30:00.000Z')
  const { sent, senders } = counting()
  await rounds((store) => callForHelp(store, senders, clock))
  const told = (await stores[1].entries('notices')).filter(({ what }) => what === 'help-waiting').map(({ to }) => to)
  assert.ok(told.length > 0)
  assert.is(new Set(told).size, told.length)
  assert.ok(sent.length > 0)
  assert.is(new Set(sent).size, sent.length)
})

maybe('erases once what goes by itself at all of them', async () => {
  const numbers = ['2025-0001', '2025-0002', '2025-0003']
  const declined = { decision: 'declined', reason: 'full', by: 'seo', at: '2026-01-05T01:00:00.000Z' } as const
  await moveIn(stores[0], (view) => {
    for (const number of numbers) view.saveCase(aCase({ number, triage: [declined] }))
    for (let n = 0; n < 5; n++)
      view.saveDraft({ id: `old-${n}`, owner: 'oh', kind: 'referral', fields: [], at: '2026-01-05T01:00:00.000Z' })
  })
  const done = await Promise.all([...stores, ...stores].map((store) => housekeep(store, clock.now())))
  assert.equal(done.flatMap(({ erased }) => erased).sort(), numbers)
  assert.is(
    done.reduce((sum, { drafts }) => sum + drafts, 0),
    5,
  )
  const records = (await stores[1].entries('destructions')).map(({ caseNumber }) => caseNumber)
  assert.equal(records.sort(), numbers)
  const logged = []
  for await (const { deed, caseNumber } of stores[1].logged('2026-11-22T00:00:00.000Z', '2026-11-23T00:00:00.000Z'))
    if (deed === 'approve an erasure') logged.push(caseNumber)
  assert.equal(logged.sort(), numbers)
})

test.run()
