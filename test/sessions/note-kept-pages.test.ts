import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { View } from '../../src/store/store.ts'
import { momentAt } from '../../src/time/days.ts'
import { aSession } from '../support/samples.ts'
import { asks, inHouse } from '../support/sessions.ts'
import { aVisitor } from '../support/visitor.ts'

const test = suite('nothing that was typed into a note is lost')

const begunToday = (view: View) =>
  view.saveSession(aSession({ id: '2026-11-22-01', startAt: momentAt('2026-11-22', '09:00') }))
const notePath = '/cases/2026-0001/notes/2026-11-22-01'
/** Every part of a note that is text, in the order of the form. */
const parts = [
  ['회기 목표', '두 사람의 약속'],
  ['진행 내용', '긴 이야기'],
  ['청소년의 반응과 변화', '고개를 끄덕임'],
  ['과제와 수행', '일기'],
  ['다음 계획', '다음 주'],
  ['학교에 보낼 안내', '성실히 참석함'],
  ['나만 보는 메모', '혼잣말'],
] as const

test('a note is kept by its button too, and is there after signing out and in again', () =>
  inHouse(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await han.open(notePath)
    for (const [label, words] of parts) han.fill(label, words)
    await han.choose('주제', '법과 책임').tick('유의 사항', '자해·자살 위험').press('저장하고 나중에 마치기')
    han.mustSee('상담일지를 저장했습니다.', '10:00에 저장했습니다.')
    await han.press('로그아웃')
    await han.signIn('han')
    await han.open(notePath)
    assert.equal(
      parts.map(([label]) => [label, han.valueOf(label)]),
      parts,
    )
    assert.is((await house.store.caseFile('2026-0001'))?.notes[0]?.draft?.goals, '두 사람의 약속')
  }, begunToday))

test('what was typed when the visit had ended is kept for its writer, and goes into the note from there', () =>
  inHouse(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await han.open(notePath)
    await house.store.change(async (view) => {
      for (const visit of await view.visitsOf('han'))
        view.saveVisit({ ...visit, ended: { by: 'han', at: house.clock.now() } })
      return { ok: true, value: undefined }
    })
    await han.fill('진행 내용', '나가기 전에 쓴 글').fill('나만 보는 메모', '혼잣말').press('저장하고 나중에 마치기')
    await han.signIn('han')
    const [kept] = await house.store.drafts('han')
    assert.is(kept?.path, notePath)
    await han.open(`/kept/${kept?.id}`)
    await han.press('보내기')
    assert.equal([han.valueOf('진행 내용'), han.valueOf('나만 보는 메모')], ['나가기 전에 쓴 글', '혼잣말'])
    assert.equal(await house.store.drafts('han'), [])
  }, begunToday))

test('a note of 20,000 letters is kept; of 20,001 it comes back whole, and nothing is lost', () =>
  inHouse(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await han.open(notePath)
    const long = '가나다라마'.repeat(4_000)
    await han.fill('진행 내용', long).press('저장하고 나중에 마치기')
    assert.is((await house.store.caseFile('2026-0001'))?.notes[0]?.draft?.summary, long)
    await han.fill('진행 내용', `${long}바`).fill('다음 계획', '다음 주').press('저장하고 나중에 마치기')
    assert.is(han.status, 422)
    han.mustSee('진행 내용: 20000자까지 적을 수 있습니다.')
    assert.equal([han.valueOf('진행 내용').length, han.valueOf('다음 계획')], [20_001, '다음 주'])
    assert.is((await house.store.caseFile('2026-0001'))?.notes[0]?.draft?.summary, long, 'what was kept before stays')
  }, begunToday))

test('two windows do not type over each other: the second sees both texts, and keeps the one it chooses', () =>
  inHouse(async (house) => {
    const [one, two] = [await aVisitor(house).signIn('han'), await aVisitor(house).signIn('han')]
    for (const window of [one, two]) await window.open(notePath)
    await one.fill('진행 내용', '첫 창의 긴 글').press('저장하고 나중에 마치기')
    const line = await (await asks(house, 'han'))(notePath, 'account=둘째&since=', { 'HX-Request': 'true' })
    assert.match(line.text, '다른 창이나 기기에서 저장한 글이 따로 있습니다.')
    assert.match(line.text, '두 글이 함께 나옵니다.')
    await two.fill('진행 내용', '둘째 창의 글').press('저장하고 나중에 마치기')
    assert.is(two.status, 422)
    two.mustSee('다른 창이나 기기에서 저장한 글', '첫 창의 긴 글')
    assert.is(two.valueOf('진행 내용'), '둘째 창의 글')
    await two.fill('진행 내용', '두 글을 합친 글').press('저장하고 나중에 마치기')
    two.mustSee('상담일지를 저장했습니다.')
    assert.is((await house.store.caseFile('2026-0001'))?.notes[0]?.draft?.summary, '두 글을 합친 글')
  }, begunToday))

test('an addition or a remark that is refused leaves what is kept of the note in its form', () =>
  inHouse(async (house) => {
    const ask = await asks(house, 'han')
    await ask(notePath, { account: '쓰는 중' })
    const refused = await ask(`${notePath}/addenda`, { addendum: '더' })
    assert.is(refused.status, 422)
    assert.match(refused.text, /<textarea id="account"[^>]*>쓰는 중</)
  }, begunToday))

test.run()
