import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { View } from '../../src/store/store.ts'
import { momentAt } from '../../src/time/days.ts'
import { aSession } from '../support/samples.ts'
import { asks, inHouse, theForm } from '../support/sessions.ts'
import { aVisitor } from '../support/visitor.ts'

const test = suite('the pages of notes')

const begunToday = (view: View) =>
  view.saveSession(aSession({ id: '2026-11-22-01', startAt: momentAt('2026-11-22', '09:00') }))
const notePath = '/cases/2026-0001/notes/2026-11-22-01'

test('a draft is kept while it is typed, and there is when the counsellor comes back', () =>
  inHouse(async (house) => {
    const ask = await asks(house, 'han')
    const kept = await ask(notePath, { account: '쓰는 중', process: '혼잣말' }, { 'HX-Request': 'true' })
    assert.match(
      kept.text,
      /^<input type="hidden" name="since" value="2026-11-22T01:00:00.000Z">.*10:00에 저장했습니다./,
    )
    const refused = await ask(notePath, { account: '041231-3234567', since: kept.text }, { 'HX-Request': 'true' })
    assert.match(refused.text, '저장하지 못했습니다. 주민등록번호로 보이는')
    const han = await aVisitor(house).signIn('han')
    await han.open(notePath)
    assert.is(han.document.querySelector('#account')?.textContent, '쓰는 중')
    assert.is(han.document.querySelector('#process')?.textContent, '혼잣말')
  }, begunToday))

test('whoever has nothing to do with a draft that another writes reads it, without its private part', () =>
  inHouse(async (house) => {
    await (await asks(house, 'han'))(notePath, { account: '한지우가 쓰는 글', process: '혼잣말' })
    await (await asks(house, 'seo'))('/cases/2026-0001/assignments', { counsellorId: 'bora' })
    const bora = await aVisitor(house).signIn('bora')
    await bora.open(notePath)
    // the session went along with the case, or is its author’s still
    bora.mustSee('한지우')
    assert.ok(bora.text.includes('한지우가 쓰는 글'))
    assert.not(bora.text.includes('혼잣말'))
  }, begunToday))

test('a note is not signed before attendance, and keeps what was typed', () =>
  inHouse(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await han.open(notePath)
    await han.fill('진행 내용', '첫 만남').press('서명하고 마치기')
    assert.is(han.status, 422)
    han.mustSee('진행한 회기에만 상담일지를 쓸 수 있습니다.')
    assert.is(han.document.querySelector('#account')?.textContent, '첫 만남')
  }, begunToday))

test('what was typed into a note that was signed in another window is shown, not thrown away', () =>
  inHouse(async (house) => {
    const ask = await asks(house, 'han')
    await ask('/sessions/2026-11-22-01/attendance', { attendance: 'attended' })
    const han = await aVisitor(house).signIn('han')
    await han.open(notePath)
    await ask(notePath, 'account=먼저 서명한 글&severity=watch&then=sign')
    await han.fill('진행 내용', '다른 창에서 쓰던 긴 글').press('서명하고 마치기')
    assert.is(han.status, 422)
    han.mustSee('먼저 서명한 글', '저장하지 못한 글입니다.', '다른 창에서 쓰던 긴 글')
  }, begunToday))

test('the lead reads a note and its additions, but never the private part', () =>
  inHouse(async (house) => {
    const ask = await asks(house, 'han')
    await ask('/sessions/2026-11-22-01/attendance', { attendance: 'attended' })
    await ask(notePath, 'account=첫 만남&process=혼잣말&concerns=self-harm&severity=urgent&then=sign')
    const han = await aVisitor(house).signIn('han')
    await han.open(notePath)
    han.mustSee('첫 만남', '혼잣말', '자해·자살 위험 (긴급)')
    await han.fill('덧붙일 내용', '보호자와 통화함').press('덧붙이기')
    const seo = await aVisitor(house).signIn('seo')
    await seo.open(notePath)
    seo.mustSee('첫 만남', '보호자와 통화함')
    assert.not(seo.text.includes('혼잣말'))
    assert.is((await house.store.caseFile('2026-0001'))?.concerns[0]?.severity, 'urgent')
  }, begunToday))

test('sessions and notes of others are not there: 404 for a counsellor, a school and an admin', () =>
  inHouse(async (house) => {
    for (const id of ['bora', 'oh', 'yoo']) {
      const ask = await asks(house, id)
      for (const path of [
        '/cases/2026-0001/sessions',
        '/sessions/2026-11-22-01',
        notePath,
        '/cases/2026-0001/sessions/new',
      ])
        assert.ok([403, 404].includes((await ask(path)).status), `${id} ${path}`)
      assert.is((await ask('/cases/2026-0001/sessions', theForm)).status === 303, false)
      const status = (await ask('/sessions/2026-11-22-01/cancellation', { cancelCode: 'excused' })).status
      assert.ok([403, 404].includes(status))
    }
    const bora = await asks(house, 'bora')
    assert.is((await bora('/sessions/2026-11-22-01')).status, 404)
    assert.is((await bora('/cases/2026-0002/notes/2026-11-22-01')).status, 404)
    assert.is((await house.store.sessionsOf('2026-0001'))[0]?.cancelled, undefined)
  }, begunToday))

test.run()
