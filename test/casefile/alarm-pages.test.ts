// Over 150 lines because every page on which a call stands, and each way in which it ends, is looked at.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { done } from '../../src/result.ts'
import { alarmsIn, helpNeeded } from '../support/alarms.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { entriesIn } from '../support/logged.ts'
import { seo, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aVisitor, type Visitor } from '../support/visitor.ts'

/** It is Sunday, 22 November 2026, 10:00 in Seoul. Minjun, who is Han's, answers that he needs help. */
const page = '/cases/2026-0001'
const asked = '10:00, 2026-0001 사례의 청소년이 설문에서 도움이 필요하다고 답했습니다.'

async function inHouse(
  act: (house: TestHouse, as: (id: string) => Promise<Visitor>) => Promise<void>,
  more: Partial<CaseFile> = {},
) {
  const house = await aHouse((view) => {
    view.saveCase(aCaseUnderWay(more))
    view.savePerson({ ...seo, id: 'lead-2', name: '강다온', email: 'lead-2@example.test' })
  })
  try {
    await act(house, (id) => aVisitor(house).signIn(id))
  } finally {
    await house.close()
  }
}
const at = (house: TestHouse, time: string) => house.clock.set(`2026-11-22T${time}:00.000Z`)
const urgent = (visitor: Visitor) => visitor.document.querySelectorAll('.told [role=alert]').length

async function take(house: TestHouse, who: string, path: string): Promise<number> {
  await signedIn(house)
  return (await ask(house, who, 'POST', path, { headers: { ...ownPage, ...asForm }, body: '' })).status
}

const test = suite('a call for help')

test('stands on top of every page of those who may take it up, and of nobody else', () =>
  inHouse(async (house, as) => {
    await helpNeeded(house)
    for (const id of ['han', 'seo'])
      for (const path of ['/', '/cases', '/calendar', page, '/nowhere']) {
        const visitor = await (await as(id)).open(path)
        visitor.mustSee(`${asked} 10:30까지 맡아 주십시오.`)
        assert.is(urgent(visitor), 1, path)
      }
    for (const id of ['bora', 'oh', 'yoo']) {
      const visitor = await (await as(id)).open('/account')
      assert.not(visitor.sees('도움이 필요하다고'), id)
    }
  }))

test('is the first thing on Today, with its clock, and says in words how long it is over', () =>
  inHouse(async (house, as) => {
    await helpNeeded(house)
    const han = await as('han')
    const first = () => han.document.querySelector('.task-kind')?.textContent?.replace(/\s+/g, ' ')
    assert.match(first() ?? '', /지금 확인할 도움 요청 1.*2026-0001 김민준.*10:30까지/)
    at(house, '01:42')
    await han.signIn('han')
    assert.match(first() ?? '', /10:30 지남 · 12분째/)
    han.mustSee('10:30까지 아무도 맡지 않았습니다. 지금 맡아 주십시오.')
  }))

test('is taken up with one press: the clock stands for everyone, and the others learn who it is', () =>
  inHouse(async (house, as) => {
    await helpNeeded(house)
    const [han, lead] = [await as('han'), await as('seo')]
    at(house, '01:12')
    await han.press('제가 맡겠습니다: 2026-0001')
    assert.is(han.path, `${page}?done=alarm-taken`)
    han.mustSee('도움 요청을 맡았습니다.', '한지우 님이 2026-11-22 (일) 10:12에 맡음')
    assert.is(urgent(han), 0)
    assert.equal((await alarmsIn(house.store))[0]?.taken, { by: 'han', at: house.clock.now() })
    // on the page that she still has open
    await lead.press('제가 맡겠습니다: 2026-0001')
    assert.match(lead.path, /^\/cases\/2026-0001(#|$)/)
    assert.equal((await alarmsIn(house.store))[0]?.taken?.by, 'han')
    await lead.open('/')
    lead.mustSee('한지우 님이 2026-11-22 (일) 10:12에 2026-0001 사례의 도움 요청을 맡았습니다.')
    assert.not(lead.sees('지금 확인할 도움 요청'))
    await lead.press('확인했습니다')
    assert.not(lead.sees('도움 요청을 맡았습니다'))
    const deeds = (await entriesIn(house)).filter(({ deed }) => deed === 'answer an alarm')
    assert.equal(
      deeds.map(({ by, caseNumber, decision }) => [by, caseNumber, decision]),
      [
        ['han', '2026-0001', 'allowed'],
        ['seo', '2026-0001', 'allowed'],
      ],
    )
  }))

test('stands in the case with its clock and a way to take it up, and with who did after that', () =>
  inHouse(async (house, as) => {
    await helpNeeded(house)
    const lead = await (await as('seo')).open(page)
    assert.match(lead.document.querySelector('#concerns')?.textContent ?? '', /도움 요청 10:00 설문 응답 10:30까지/)
    lead.mustSee('자해·자살 위험', '설문')
    await lead.press('제가 맡겠습니다', '맡으면 바로')
    assert.match(
      lead.document.querySelector('#concerns')?.textContent ?? '',
      '서연우 님이 2026-11-22 (일) 10:00에 맡음',
    )
  }))

test('is theirs who settle its concern with what became of it; further answers wait with the first', () =>
  inHouse(async (house, as) => {
    await helpNeeded(house)
    at(house, '01:05')
    await helpNeeded(house, { code: 'wants-to-talk' })
    assert.equal(
      (await alarmsIn(house.store)).map(({ lookBy }) => lookBy),
      ['2026-11-22T01:30:00.000Z'],
    )
    const han = await (await as('han')).open(page)
    await han.fill('해결 내용', '통화해 안전을 확인함', '자해').press('해결됨으로 표시', '자해')
    assert.is((await alarmsIn(house.store))[0]?.taken, undefined)
    await han.fill('해결 내용', '오늘 만나기로 함', '이야기').press('해결됨으로 표시', '이야기')
    assert.is((await alarmsIn(house.store))[0]?.taken?.by, 'han')
    assert.is(urgent(han), 0)
    at(house, '03:00')
    await helpNeeded(house, { code: 'unsafe-at-home' })
    assert.is((await alarmsIn(house.store)).length, 2, 'a new answer after that calls anew')
  }))

test('of a restricted case is nowhere to be seen for those who are not named', () =>
  inHouse(
    async (house, as) => {
      await helpNeeded(house)
      const seen = async (id: string) => (await (await as(id)).open('/')).sees(asked)
      assert.equal([await seen('han'), await seen('seo')], [true, false])
      const [alarm] = await alarmsIn(house.store)
      assert.equal(alarm?.to, ['han', 'lead-2'])
      const lead = await (await as('seo')).open('/')
      assert.not(lead.sees('도움 요청'))
      assert.is(await take(house, 'seo', `${page}/alarms/${alarm?.id}/taking`), 404)
      assert.is((await alarmsIn(house.store))[0]?.taken, undefined)
    },
    { restricted: { to: ['han', 'lead-2'], why: '동료의 자녀', ...signed('lead-2') } },
  ))

test('comes from a closed case as well, and goes to whoever has the case by then', () =>
  inHouse(
    async (house, as) => {
      await helpNeeded(house)
      const han = await as('han')
      han.mustSee(asked, '지금 확인할 도움 요청')
      const file = aCaseUnderWay({ assignments: [{ counsellorId: 'bora', ...signed('seo') }] })
      await house.store.change((view) => done(view.saveCase(file)))
      assert.not((await han.open('/')).sees(asked))
      ;(await as('bora')).mustSee(asked)
    },
    { closings: [{ on: '2026-11-20', reason: 'completed', ...signed() }] },
  ))

test('is taken up in its own case only', () =>
  inHouse(async (house) => {
    await helpNeeded(house)
    await house.store.change((view) => done(view.saveCase(aCaseUnderWay({ number: '2026-0002' }))))
    const [alarm] = await alarmsIn(house.store)
    for (const path of [`/cases/2026-0002/alarms/${alarm?.id}/taking`, `${page}/alarms/other/taking`])
      assert.is(await take(house, 'han', path), 404, path)
    assert.is((await alarmsIn(house.store))[0]?.taken, undefined)
  }))

test('is read by whoever broke the glass, and taken up by those alone whose case it is', () =>
  inHouse(
    async (house, as) => {
      await helpNeeded(house)
      const bora = await (await as('bora')).open(page)
      assert.is(urgent(bora), 0)
      const concerns = bora.document.querySelector('#concerns')
      assert.match(concerns?.textContent ?? '', '10:30까지')
      assert.is(concerns?.querySelector('button'), null)
    },
    { openings: [{ why: '급한 전화', until: '2026-11-22T02:00:00.000Z', ...signed('bora') }] },
  ))

test('is one of three at most on top of a page, the rest stand on Today', () =>
  inHouse(async (house, as) => {
    const numbers = [1, 2, 3, 4, 5].map((n) => `2026-000${n}`)
    await house.store.change((view) => {
      for (const number of numbers) view.saveCase(aCaseUnderWay({ number }))
      return done(undefined)
    })
    for (const number of numbers) await helpNeeded(house, { number })
    const han = await (await as('han')).open('/calendar')
    assert.is(urgent(han), 3)
    await han.follow('도움 요청 2건 더 보기')
    assert.match(han.document.querySelector('.task-kind h3')?.textContent ?? '', '지금 확인할 도움 요청 5')
  }))

test.run()
