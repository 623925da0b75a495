import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { hashOf } from '../../src/people/token.ts'
import { done } from '../../src/result.ts'
import type { View } from '../../src/store/store.ts'
import { momentAt, plusDays } from '../../src/time/days.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { aFeed, eventsIn, feedToken, reads } from '../support/feed.ts'
import { heldIn, type TestHouse } from '../support/house.ts'
import { aSession, han, signed } from '../support/samples.ts'
import { inHouse } from '../support/sessions.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aVisitor, type Visitor } from '../support/visitor.ts'

/** The token of the address that stands on the page. */
const tokenOn = (page: Visitor): string => {
  const address = page.document.querySelector('#address')?.getAttribute('value') ?? ''
  return /^https:\/\/saegil\.test\/feed\/([\w-]{43})\.ics$/.exec(address)?.[1] ?? `no token in “${address}”`
}

const day = (days: number) => plusDays('2026-11-22', days)
function saveDiary(view: View): void {
  for (const days of [-61, -60, -1, 0, 400, 401])
    view.saveSession(aSession({ id: `${day(days)}-01`, startAt: momentAt(day(days), '14:00') }))
  view.saveSession(aSession({ id: '2026-11-23-01', counsellorId: 'bora', startAt: momentAt(day(1), '14:00') }))
}

const change = (house: TestHouse, make: (view: View) => void) => house.store.change((view) => done(make(view)))

const test = suite('the address of a calendar feed')

test('is made by its counsellor, shown once, and read by any calendar; what is kept of it opens nothing', () =>
  inHouse(async (house) => {
    const page = await aVisitor(house).signIn('han')
    await page.open('/account')
    await page.follow('달력 구독')
    page.mustSee('외부 달력 서비스에 등록하면')
    await page.press('주소 만들기')
    const token = tokenOn(page)
    page.mustSee('이 주소는 지금만 볼 수 있습니다', '구글 캘린더', '아이폰', '아웃룩')
    assert.equal(
      [page.path, page.headers.get('Cache-Control'), page.headers.get('Referrer-Policy')],
      ['/account/feed', 'no-store', 'same-origin'],
    )
    const answer = await reads(house, token)
    assert.is(answer.status, 200)
    assert.equal(
      eventsIn(await answer.text()).map(({ uid }) => uid),
      [-60, -1, 0, 400].map((days) => `${day(days)}-01@calendar`),
    )
    await page.open('/account/feed')
    page.mustSee('2026-11-22 (일) 10:00에 만든 주소')
    assert.not(page.text.includes(token))
    assert.not((await heldIn(house.store)).includes(token))
    assert.is((await house.store.person('han'))?.feed?.hash, hashOf(token))
  }, saveDiary))

test('is told by an answer that no browser keeps, names no secret and sets no cookie', () =>
  inHouse(async (house) => {
    await change(house, (view) => view.savePerson({ ...han, feed: aFeed }))
    const { headers } = await reads(house, feedToken)
    const said = ['Content-Type', 'Content-Disposition', 'Cache-Control', 'X-Robots-Tag', 'Set-Cookie']
    assert.equal(
      said.map((name) => headers.get(name)),
      ['text/calendar; charset=utf-8', 'attachment; filename="calendar.ics"', ...['no-store', 'noindex', null]],
    )
  }))

test('speaks the language that was chosen with it, and follows what becomes of a session', () =>
  inHouse(
    async (house) => {
      const page = await aVisitor(house).signIn('han')
      await page.open('/account/feed')
      await page.choose('달력에 표시할 언어', '영어 (‘Appointment 2026-0042’)').press('주소 만들기')
      const token = tokenOn(page)
      const events = async () => eventsIn(await (await reads(house, token)).text())
      assert.equal((await events())[0]?.summary, 'Appointment 2026-0001')
      await change(house, (view) => view.saveSession(aSession({ cancelled: { code: 'excused', ...signed() } })))
      const [event] = await events()
      assert.equal(
        [event?.summary, event?.status, event?.sequence],
        ['Cancelled: Appointment 2026-0001', 'CANCELLED', 1],
      )
      const restricted = { to: ['seo', 'bora'], why: '동료의 자녀', ...signed('seo') }
      await change(house, (view) => view.saveCase(aCaseUnderWay({ restricted })))
      assert.equal(await events(), [])
    },
    (view) => view.saveSession(aSession()),
  ))

test('is made only when the second factor was given a moment ago: it outlives the visit', () =>
  inHouse(async (house) => {
    await signedIn(house)
    house.clock.set('2026-11-22T01:07:00.000Z')
    const made = await ask(house, 'han', 'POST', '/account/feed', {
      headers: { ...ownPage, ...asForm },
      body: 'feedLang=ko',
    })
    assert.match(made.headers.get('Location') ?? '', /^\/confirm\?to=/)
    assert.is((await house.store.person('han'))?.feed, undefined)
  }))

test('opens nothing once it is replaced or revoked', () =>
  inHouse(async (house) => {
    const page = await aVisitor(house).signIn('han')
    await page.open('/account/feed')
    await page.press('주소 만들기')
    const first = tokenOn(page)
    await page.press('새 주소로 바꾸기')
    const second = tokenOn(page)
    assert.equal([(await reads(house, first)).status, (await reads(house, second)).status], [404, 200])
    await page.open('/account/feed')
    await page.press('주소 없애기')
    page.mustSee('구독 주소를 없앴습니다.')
    assert.is((await reads(house, second)).status, 404)
    await page.send('/account/feed/revocation', new URLSearchParams())
    assert.is(page.status, 403)
    const again = await aVisitor(house).signIn('han')
    await again.open('/account/feed')
    assert.is(again.document.querySelector('form[action="/account/feed/revocation"]'), null)
  }))

test('is nobody’s but a counsellor’s to make', () =>
  inHouse(async (house) => {
    await signedIn(house)
    const body = 'feedLang=ko'
    for (const who of ['seo', 'yoo', 'oh']) {
      assert.is((await ask(house, who, 'GET', '/account/feed')).status, 403, who)
      const made = await ask(house, who, 'POST', '/account/feed', { headers: { ...ownPage, ...asForm }, body })
      assert.is(made.status, 403, who)
      assert.is((await house.store.person(who))?.feed, undefined)
      assert.not((await (await ask(house, who, 'GET', '/account')).text()).includes('/account/feed'))
    }
    const odd = await ask(house, 'han', 'POST', '/account/feed', {
      headers: { ...ownPage, ...asForm },
      body: 'feedLang=fr',
    })
    assert.is(odd.status, 422)
    assert.is((await house.store.person('han'))?.feed, undefined)
  }))

test.run()
