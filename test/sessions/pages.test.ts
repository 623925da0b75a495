import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { momentAt } from '../../src/time/days.ts'
import { heldIn } from '../support/house.ts'
import { asks, books, inHouse, theForm } from '../support/sessions.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aVisitor } from '../support/visitor.ts'

const test = suite('the pages of sessions')

test('a counsellor books a session; it stands in the case and in the week', () =>
  inHouse(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await books(han, '2026-0001', '2026-11-23', '14:00')
    assert.is(han.path, '/cases/2026-0001/sessions?done=session-booked')
    han.mustSee('1회기', '2026-11-23 (월) 14:00', '상담실 1', '예정')
    await han.open('/calendar?week=2026-11-25')
    han.mustSee('14:00–14:50', '2026-0001', '상담실 1')
    assert.not(han.sees('김민준'))
    await books(han, '2026-0001', '2026-11-30', '14:00')
    han.mustSee('2회기')
  }))

test('a clash is refused at its field with who is in the way, and what was typed stays', () =>
  inHouse(async (house) => {
    const bora = await aVisitor(house).signIn('bora')
    await books(bora, '2026-0002', '2026-11-23', '14:00')
    const han = await aVisitor(house).signIn('han')
    await books(han, '2026-0001', '2026-11-23', '14:30')
    assert.is(han.status, 422)
    assert.match(han.title, /^오류:/)
    han.mustSee('이보라 상담원이 2026-11-23 14:00–14:50에 쓰는 상담실입니다(상담실 1).')
    assert.is(han.document.querySelector('#startTime')?.getAttribute('value'), '14:30')
    await han.choose('상담실', '상담실 2').press('이 시간으로 예약')
    han.mustSee('회기를 예약했습니다.')
  }))

test('of two who want the same room at the same moment one is refused', () =>
  inHouse(async (house) => {
    const [han, bora] = [await asks(house, 'han'), await asks(house, 'bora')]
    const both = await Promise.all([
      han('/cases/2026-0001/sessions', theForm),
      bora('/cases/2026-0002/sessions', theForm),
    ])
    assert.equal(both.map(({ status }) => status).sort(), [303, 422])
    assert.is((await house.store.diary('2026-11-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z')).length, 1)
  }))

test('while the form is filled the page says what stands in the way, and nothing is changed', () =>
  inHouse(async (house) => {
    const han = await asks(house, 'han')
    await han('/cases/2026-0001/sessions', theForm)
    const before = await heldIn(house.store)
    const clash = await han('/cases/2026-0001/sessions/preview', { ...theForm, startTime: '14:20' })
    assert.match(clash.text, '14:00–14:50에 한지우 상담원의 다른 일정(2026-0001)')
    const free = await han('/cases/2026-0001/sessions/preview', { ...theForm, startTime: '16:00' })
    assert.match(free.text, '예약할 수 있는 시간입니다. 그날 다른 일정: 14:00–14:50 2026-0001')
    assert.is((await han('/cases/2026-0001/sessions/preview', { minutes: '50' })).text, '')
    assert.is(await heldIn(house.store), before)
  }))

test('a case behind the consent gate shows why, instead of a form', () =>
  inHouse(
    async (house) => {
      const han = await aVisitor(house).signIn('han')
      await han.open('/cases/2026-0001/sessions/new')
      han.mustSee('필요한 동의를 모두 받은 뒤에 할 수 있습니다.')
      assert.is(han.document.querySelector('#sessionOn'), null)
      const posted = await (await asks(house, 'han'))('/cases/2026-0001/sessions', theForm)
      assert.is(posted.status, 422)
    },
    (view) => view.saveCase(aCaseUnderWay({ consents: [] })),
  ))

test('attendance is marked, put right and, once the note is signed, stands', () =>
  inHouse(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await books(han, '2026-0001', '2026-11-22', '10:10')
    await han.follow('1회기')
    han.mustSee('회기가 시작되면 출석을 적을 수 있습니다.')
    house.clock.set(momentAt('2026-11-22', '10:15'))
    await han.open(han.path)
    await han.choose('출석', '무단 결석').fill('인정 시간(분)', 50).press('출석 기록')
    assert.is(han.status, 422)
    han.mustSee('참석하지 않은 회기의 인정 시간은 0분으로 적어 주십시오.')
    await han.choose('출석', '지각').fill('인정 시간(분)', 40).press('출석 기록')
    han.mustSee('출석을 기록했습니다.', '인정 40분', '상담일지 미완료')
    await han.choose('출석', '참석').fill('인정 시간(분)', '').press('출석 고치기')
    han.mustSee('인정 50분', '고치기 전: 지각 · 40분')
    await han.follow('상담일지 쓰기')
    await han.fill('진행 내용', '첫 만남').press('서명하고 마치기')
    han.mustSee('상담일지에 서명했습니다.')
    await han.follow('회기 보기')
    assert.not(han.sees('출석 고치기'))
    await han.open('/cases/2026-0001/sessions')
    han.mustSee('진행함', '인정 시간50분')
  }))

test('a session is moved and remembers it, then is called off and stays', () =>
  inHouse(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await books(han, '2026-0001', '2026-11-23', '14:00')
    await han.follow('1회기')
    const path = han.path
    await han.fill('날짜', '2026-11-23').fill('시작 시각', '14:00').choose('변경을 요청한 사람', '청소년')
    await han.fill('사유', '시험 기간').press('변경')
    assert.is(han.status, 422)
    han.mustSee('지금과 같은 일시입니다. 다른 일시를 골라 주십시오.')
    await han.fill('날짜', '2026-11-24').fill('시작 시각', '15:30').press('변경')
    assert.is(han.path, `${path}?done=session-moved`)
    han.mustSee('2026-11-24 (화) 15:30–16:20', '2026-11-23 (월) 14:00에서 변경 (요청: 청소년). 시험 기간', '1회기')
    await han.choose('취소 사유', '센터 사정').press('이 회기 취소')
    han.mustSee('취소', '기관 취소')
    assert.not(han.sees('일시 변경'))
    await books(han, '2026-0001', '2026-11-24', '15:30')
    han.mustSee('2회기')
  }))

test('a counsellor who stands in holds the session and writes its note, without the case being open to them', () =>
  inHouse(async (house) => {
    const seo = await asks(house, 'seo')
    const past = { ...theForm, sessionOn: '2026-11-21', past: 'yes' }
    assert.is((await seo('/cases/2026-0001/sessions', { ...past, counsellorId: 'bora' })).status, 303)
    const [session] = await house.store.sessionsOf('2026-0001')
    assert.is(session?.counsellorId, 'bora')
    const bora = await asks(house, 'bora')
    const path = `/sessions/${session?.id}`
    assert.match((await bora(path)).text, '김민준')
    assert.is((await bora('/cases/2026-0001')).status, 404)
    assert.is((await bora(`${path}/attendance`, { attendance: 'attended' })).status, 303)
    const note = `/cases/2026-0001/notes/${session?.id}`
    assert.is((await bora(note, 'account=대신 만남&then=sign')).to, `${note}?done=note-signed`)
    assert.match((await (await asks(house, 'han'))(note)).text, '대신 만남')
    const han = await asks(house, 'han')
    assert.is((await han('/cases/2026-0001/sessions', { ...theForm, counsellorId: 'bora' })).status, 422)
  }))

test.run()
