import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { noticeTo } from '../../src/people/notice.ts'
import { done } from '../../src/result.ts'
import { alarmsIn, helpNeeded } from '../support/alarms.ts'
import { get, givePassword, post, signInAt } from '../support/cookies.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { entriesIn } from '../support/logged.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

/*
 * What an open page asks by itself, every five seconds: whether there is something new to tell its reader. It is
 * Sunday, 22 November 2026, 10:00 in Seoul.
 */

let house: TestHouse
const test = suite('an open page')
test.before.each(async () => {
  house = await aHouse((view) => view.saveCase(aCaseUnderWay()))
})
test.after.each(() => house.close())

const asks = (text: string): string | undefined => /hx-get="(\/notices\/strip\?shown=[\w-]+)"/.exec(text)?.[1]
/** Where a page that somebody opens asks. */
async function asking(cookie: string, path = '/cases/2026-0001'): Promise<string> {
  const to = asks(await (await get(house, cookie, path)).text())
  if (!to) throw new Error(`${path} asks nothing`)
  return to
}
const poll = (cookie: string, to: string) =>
  get(house, cookie, to, { 'HX-Request': 'true', Referer: 'https://saegil.test/cases?stage=intake' })
const later = (minutes: number) =>
  house.clock.set(new Date(Date.parse(house.clock.now()) + minutes * 60_000).toISOString())
const logged = async () => (await entriesIn(house)).length

test('is answered with nothing as long as there is nothing new, and nothing of it is in the log', async () => {
  const cookie = await signInAt(house, 'han')
  const to = await asking(cookie)
  const before = await logged()
  for (let times = 0; times < 20; times++) {
    const answer = await poll(cookie, to)
    assert.equal([answer.status, await answer.text()], [204, ''])
  }
  assert.is(await logged(), before)
})

test('is shown a call for help at once, which is in the log once; then it asks for what comes after that', async () => {
  const cookie = await signInAt(house, 'han')
  const to = await asking(cookie)
  await helpNeeded(house)
  const before = await logged()
  const answer = await poll(cookie, to)
  const text = await answer.text()
  assert.is(answer.status, 200)
  assert.match(text, '2026-0001 사례의 청소년이 설문에서 도움이 필요하다고 답했습니다.')
  assert.match(text, 'role="alert"')
  assert.not.match(text, /김민준|<html/)
  const next = asks(text) ?? ''
  assert.is.not(next, to)
  for (let times = 0; times < 5; times++) assert.is((await poll(cookie, next)).status, 204)
  const entries = (await entriesIn(house)).slice(before)
  assert.equal(
    entries.map(({ by, deed, decision, status }) => [by, deed, decision, status]),
    [['han', 'see own notices', 'allowed', 200]],
  )
})

test('learns that it became late, and that somebody took it up', async () => {
  const [han, lead] = [await signInAt(house, 'han'), await signInAt(house, 'seo')]
  await helpNeeded(house)
  const first = await asking(lead)
  house.clock.set('2026-11-22T01:15:00.000Z')
  assert.is((await poll(lead, first)).status, 204)
  await get(house, han, '/')
  await get(house, lead, '/')
  house.clock.set('2026-11-22T01:30:00.000Z')
  const late = await (await poll(lead, first)).text()
  assert.match(late, '10:30까지 아무도 맡지 않았습니다.')
  const [alarm] = await alarmsIn(house.store)
  await post(house, han, `/cases/2026-0001/alarms/${alarm?.id}/taking`, {})
  const taken = await (await poll(lead, asks(late) ?? '')).text()
  assert.match(taken, '한지우 님이 2026-11-22 (일) 10:30에 2026-0001 사례의 도움 요청을 맡았습니다.')
  assert.not.match(taken, 'role="alert"')
})

test('keeps no visit alive, and takes no page away when it is over', async () => {
  const cookie = await signInAt(house, 'han')
  const to = await asking(cookie)
  const started = (await house.store.visitsOf('han'))[0]
  for (let minutes = 0; minutes < 19; minutes++) {
    later(1)
    assert.is((await poll(cookie, to)).status, 204)
  }
  assert.equal((await house.store.visitsOf('han'))[0], started)
  later(1)
  await helpNeeded(house)
  const before = await logged()
  const answer = await poll(cookie, to)
  assert.equal([answer.status, await answer.text()], [204, ''])
  assert.equal([answer.headers.get('HX-Redirect'), answer.headers.get('Location')], [null, null])
  assert.is(await logged(), before)
  assert.is((await get(house, cookie, '/cases')).status, 303, 'it was over indeed')
})

test('is told nothing by a cookie that is nobody’s, or still owes the second factor', async () => {
  await helpNeeded(house)
  const half = await givePassword(house, 'han')
  const before = await logged()
  for (const cookie of ['nobody', half]) assert.is((await poll(cookie, '/notices/strip?shown=x')).status, 204)
  assert.is(await logged(), before)
})

test('does not ask for whoever is never called for help', async () => {
  for (const id of ['oh', 'yoo']) {
    const text = await (await get(house, await signInAt(house, id), '/account')).text()
    assert.is(asks(text), undefined, id)
  }
})

test('leads back to itself from what it was shown, not to where it asked', async () => {
  const cookie = await signInAt(house, 'han')
  const to = await asking(cookie)
  const notice = noticeTo('han', 'password-changed', { by: 'han', at: house.clock.now() })
  await house.store.change((view) => done(view.saveEntry('notices', notice)))
  const text = await (await poll(cookie, to)).text()
  assert.match(text, 'name="to" value="/cases?stage=intake"')
  assert.match(text, /name="token" value="[\w-]{43}"/)
})

test('in which somebody takes a call up stays as it is: only the strip is answered, by a second press too', async () => {
  const [han, lead] = [await signInAt(house, 'han'), await signInAt(house, 'seo')]
  await helpNeeded(house)
  const [alarm] = await alarmsIn(house.store)
  const path = `/cases/2026-0001/alarms/${alarm?.id}/taking`
  const press = async (cookie: string) => (await post(house, cookie, path, {}, { 'HX-Request': 'true' })).text()
  for (const cookie of [han, han]) {
    const text = await press(cookie)
    assert.match(text, '2026-0001 사례의 도움 요청을 맡았습니다.')
    assert.not.match(text, '<html')
    assert.is((await poll(cookie, asks(text) ?? '')).status, 204, 'it stays until the page is left')
  }
  assert.match(await press(lead), '한지우 님이 2026-11-22 (일) 10:00에 2026-0001 사례의 도움 요청을 맡았습니다.')
  assert.is((await alarmsIn(house.store))[0]?.taken?.by, 'han')
})

test.run()
