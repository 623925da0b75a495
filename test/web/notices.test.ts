import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { noticeTo } from '../../src/people/notice.ts'
import type { Notice } from '../../src/people/registers.ts'
import { done } from '../../src/result.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { aVisitor } from '../support/visitor.ts'

const signature = { by: 'bora', at: '2026-11-22T00:20:00.000Z' }
async function told(house: TestHouse, ...notices: Notice[]): Promise<void> {
  await house.store.change((view) => {
    for (const one of notices) view.saveEntry('notices', one)
    return done(undefined)
  })
}
async function inHouse(act: (house: TestHouse) => Promise<void>): Promise<void> {
  const house = await aHouse()
  try {
    await act(house)
  } finally {
    await house.close()
  }
}

const test = suite('a notice')

test('stands on every page of whom it is for until they say that they saw it, and in their list after that', () =>
  inHouse(async (house) => {
    await told(house, noticeTo('han', 'password-changed', signature))
    const han = await aVisitor(house).signIn('han')
    for (const path of ['/', '/cases', '/calendar', '/nowhere']) {
      await han.open(path)
      han.mustSee('2026-11-22 (일) 09:20에 비밀번호가 바뀌었습니다.')
    }
    await han.open('/calendar?week=2026-11-22')
    await han.press('확인했습니다')
    assert.is(han.path, '/calendar?week=2026-11-22')
    assert.not(han.sees('비밀번호가 바뀌었습니다'))
    await han.open('/notices')
    han.mustSee('비밀번호가 바뀌었습니다')
    const [kept] = await house.store.entries('notices')
    assert.is(kept?.seenAt, house.clock.now())
  }))

test('is said in English too, and leads to what it is about', () =>
  inHouse(async (house) => {
    await told(house, noticeTo('seo', 'break-glass', signature, { caseNumber: '2026-0002' }))
    const seo = await aVisitor(house).inEnglish().signIn('seo')
    seo.mustSee('이보라 opened 2026-0002 in emergency at 2026-11-22 (Sun) 09:20.')
    const link = seo.document.querySelector('.told a')
    assert.is(link?.getAttribute('href'), '/cases/2026-0002/openings')
  }))

test('is nobody else’s: neither to read nor to mark as seen', () =>
  inHouse(async (house) => {
    const notice = noticeTo('han', 'factors-changed', signature)
    await told(house, notice)
    await signedIn(house)
    const bora = await aVisitor(house).signIn('bora')
    assert.not(bora.sees('두 번째 확인 수단이'))
    const body = { headers: { ...ownPage, ...asForm }, body: 'to=/' }
    for (const id of [notice.id, 'never-there'])
      assert.is((await ask(house, 'bora', 'POST', `/notices/${id}/sight`, body)).status, 404)
    assert.is((await house.store.entry('notices', notice.id))?.seenAt, undefined)
  }))

test('leads nobody out of the house', () =>
  inHouse(async (house) => {
    const notice = noticeTo('han', 'factors-changed', signature)
    await told(house, notice)
    await signedIn(house)
    for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example', '']) {
      const body = { headers: { ...ownPage, ...asForm }, body: new URLSearchParams({ to }) }
      const answer = await ask(house, 'han', 'POST', `/notices/${notice.id}/sight`, body)
      assert.is(answer.headers.get('Location'), '/')
    }
  }))

test('is one of three at most on top of a page, the others are counted', () =>
  inHouse(async (house) => {
    await told(house, ...Array.from({ length: 5 }, () => noticeTo('han', 'password-changed', signature)))
    const han = await aVisitor(house).signIn('han')
    assert.is(han.document.querySelectorAll('.told li').length, 3)
    await han.follow('알림 2건 더 보기')
    assert.is(han.document.querySelectorAll('main li').length, 5)
  }))

test.run()
