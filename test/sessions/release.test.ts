import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { View } from '../../src/store/store.ts'
import { momentAt } from '../../src/time/days.ts'
import type { TestHouse } from '../support/house.ts'
import { aSession, signed } from '../support/samples.ts'
import { asks, inHouse } from '../support/sessions.ts'
import { aCaseUnderWay, consentsOfYouth } from '../support/under-way.ts'
import { aVisitor } from '../support/visitor.ts'

const test = suite('what the school will see')

const path = '/cases/2026-0001/notes/2026-11-22-01'
const words = '성실하게 참석했습니다.\n다음 주에 다시 만납니다.'
const attendance = { code: 'attended', creditedMinutes: 50, ...signed() }
const shared = { ...consentsOfYouth()[0]!, kind: 'third-party' }

/** A session that Minjun attended this morning; he agreed that his school may be told. */
const held = (view: View) => {
  view.saveCase(aCaseUnderWay({ consents: [...consentsOfYouth(), shared] }))
  const attendees = [{ caseNumber: '2026-0001', ordinal: 1, attendance }]
  view.saveSession(aSession({ id: '2026-11-22-01', startAt: momentAt('2026-11-22', '09:00'), attendees }))
}
const noteIn = async (house: TestHouse) => (await house.store.caseFile('2026-0001'))?.notes[0]

async function writes(house: TestHouse) {
  const han = await aVisitor(house).signIn('han')
  await han.open(path)
  await han.fill('진행 내용', '첫 만남').fill('나만 보는 메모', '혼잣말').fill('학교에 보낼 안내', words)
  return han.press('서명하고 마치기')
}

test('is shown before a note with words for it is signed, with these in their place', () =>
  inHouse(async (house) => {
    const han = await writes(house)
    assert.is(han.path, `${path}/release`)
    han.mustSee('학교가 보게 될 내용', '새로 보이는 글 성실하게 참석했습니다.', '참석한 회기', '김민준')
    assert.not(han.sees('첫 만남') || han.sees('혼잣말'))
    assert.is((await noteIn(house))?.signed, undefined)
    const oh = await aVisitor(house).signIn('oh')
    await oh.open('/school/2026-0001')
    assert.not(oh.sees('성실하게'))
    await han.press('확인하고 서명')
    assert.is(han.path, `${path}?done=note-signed`)
    assert.equal((await noteIn(house))?.signed?.forSchool, words)
    assert.equal((await noteIn(house))?.signed?.process, '혼잣말')
    await oh.open('/school/2026-0001')
    oh.mustSee('성실하게 참석했습니다.')
  }, held))

test('can be gone back from, and nothing that was typed is lost', () =>
  inHouse(async (house) => {
    const han = await writes(house)
    await han.follow('돌아가서 고치기')
    assert.equal(
      ['진행 내용', '나만 보는 메모', '학교에 보낼 안내'].map((label) => han.valueOf(label)),
      ['첫 만남', '혼잣말', words],
    )
    await han.fill('학교에 보낼 안내', '').press('서명하고 마치기')
    han.mustSee('상담일지에 서명했습니다.')
    assert.is((await noteIn(house))?.signed?.forSchool, undefined)
  }, held))

test('is what is released: other words, typed in another window meanwhile, are shown first', () =>
  inHouse(async (house) => {
    const han = await writes(house)
    await (await asks(house, 'han'))(path, { account: '첫 만남', forSchool: '다른 글' })
    await han.press('확인하고 서명')
    assert.is(han.status, 422)
    han.mustSee('그사이 다른 분이 내용을 바꾸었습니다.', '새로 보이는 글 다른 글')
    await han.press('확인하고 서명')
    assert.is((await noteIn(house))?.signed?.forSchool, '다른 글')
    await han.open(`${path}/release`)
    assert.is(han.path, path)
  }, held))

test('is said to be nothing for now where the school may not be told', () =>
  inHouse(
    async (house) => {
      const han = await writes(house)
      han.mustSee('지금은 학교가 진행 내용을 볼 수 없어', '성실하게 참석했습니다.')
    },
    (view) => {
      held(view)
      view.saveCase(aCaseUnderWay())
    },
  ))

test('is not asked about where a note cannot be signed anyway, or has no words for it', () =>
  inHouse(
    async (house) => {
      const han = await writes(house)
      assert.is(han.status, 422)
      han.mustSee('진행한 회기에만 상담일지를 쓸 수 있습니다.')
      assert.is(han.valueOf('학교에 보낼 안내').replaceAll('\r\n', '\n'), words)
    },
    (view) => view.saveSession(aSession({ id: '2026-11-22-01', startAt: momentAt('2026-11-22', '09:00') })),
  ))

test('is shown to whoever stands in as far as their own words go', () =>
  inHouse(
    async (house) => {
      const bora = await aVisitor(house).signIn('bora')
      await bora.open(path)
      await bora.fill('진행 내용', '대신 만남').fill('학교에 보낼 안내', words).press('서명하고 마치기')
      bora.mustSee('성실하게 참석했습니다.')
      assert.not(bora.sees('참석한 회기') || bora.sees('김민준'))
      await bora.press('확인하고 서명')
      bora.mustSee('상담일지에 서명했습니다.')
    },
    (view) => {
      held(view)
      const attendees = [{ caseNumber: '2026-0001', ordinal: 1, attendance }]
      const startAt = momentAt('2026-11-22', '09:00')
      view.saveSession(aSession({ id: '2026-11-22-01', startAt, attendees, counsellorId: 'bora' }))
    },
  ))

test.run()
