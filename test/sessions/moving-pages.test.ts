// Over 150 lines because it is the one walk through moving sessions, with all that can come of it.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { dayOf, momentAt, timeOf } from '../../src/time/days.ts'
import { heldIn, type TestHouse } from '../support/house.ts'
import { aSession, room, signed } from '../support/samples.ts'
import { asks, books, inHouse, theForm } from '../support/sessions.ts'
import { aVisitor } from '../support/visitor.ts'

const test = suite('the page that moves all later sessions')

/** Mondays at 14:00 in the case of Minjun. */
const mondays = ['2026-11-23', '2026-11-30', '2026-12-07']
async function booked(house: TestHouse): Promise<string[]> {
  const han = await asks(house, 'han')
  for (const sessionOn of mondays) await han('/cases/2026-0001/sessions', { ...theForm, sessionOn })
  return (await house.store.sessionsOf('2026-0001')).map(({ id }) => id)
}
const timesOf = async (house: TestHouse) =>
  (await house.store.sessionsOf('2026-0001')).map(({ startAt }) => `${dayOf(startAt)} ${timeOf(startAt)}`)

test('shows where each would go, lets one be changed, and moves all in one step', () =>
  inHouse(async (house) => {
    await booked(house)
    const han = await aVisitor(house).signIn('han')
    await han.open('/cases/2026-0001/sessions')
    await han.follow('1회기')
    await han.fill('날짜', '2026-11-24').fill('시작 시각', '16:00').press('변경')
    assert.is(han.status, 422)
    han.choose('옮길 회기', '이 회기와 이후 회기 2개 (다음 화면에서 확인)').choose('변경을 요청한 사람', '청소년')
    await han.fill('사유', '학원 시간이 바뀜').press('변경')
    assert.is(han.status, 200)
    han.mustSee('이후 회기도 모두 옮기기', '1회기', '3회기 지금 2026-12-07 (월) 14:00', '옮길 수 있습니다.')
    assert.is(han.document.querySelector('#sessionOn-2')?.getAttribute('value'), '2026-12-08')
    assert.is(han.valueOf('사유'), '학원 시간이 바뀜')
    han.fill('날짜', '2026-12-03', '2회기')
    await han.press('3개 회기 모두 옮기기')
    han.mustSee('이후 회기를 모두 옮겼습니다.')
    assert.equal(await timesOf(house), ['2026-11-24 16:00', '2026-12-03 16:00', '2026-12-08 16:00'])
    await han.follow('2회기')
    han.mustSee('2026-11-30 (월) 14:00에서 변경 (요청: 청소년). 학원 시간이 바뀜')
  }))

test('opens by its address too, and changes nothing while it is only looked at', () =>
  inHouse(async (house) => {
    const [first = '', second = ''] = await booked(house)
    const before = await heldIn(house.store)
    const han = await asks(house, 'han')
    const plain = await han(`/sessions/${first}/later`)
    assert.is(plain.status, 200)
    assert.not.match(plain.text, 'sessionOn-0')
    const shown = await han(`/sessions/${second}/later?sessionOn=2026-12-01&startTime=10:00`)
    assert.match(shown.text, 'sessionOn-1')
    assert.not.match(shown.text, 'sessionOn-2')
    assert.is((await han(`/sessions/${first}/later?sessionOn=x&startTime=10:00`)).status, 422)
    assert.is(await heldIn(house.store), before)
  }))

test('moves nothing when one of them is in the way of something, and says so in its row', () =>
  inHouse(async (house) => {
    const [first = '', second = '', third = ''] = await booked(house)
    const before = await timesOf(house)
    const han = await asks(house, 'han')
    const row = (at: number, id: string, on: string) => ({
      ...{ [`id-${at}`]: id, [`sessionOn-${at}`]: on, [`startTime-${at}`]: '14:00', [`roomId-${at}`]: 'room-1' },
    })
    const rows = { ...row(0, first, '2026-11-24'), ...row(1, second, '2026-12-25'), ...row(2, third, '2026-12-26') }
    const sent = { ...rows, caseNumber: '2026-0001', askedBy: 'guardian', why: '이사' }
    const refused = await han(`/sessions/${first}/later`, sent)
    assert.is(refused.status, 422)
    assert.match(refused.text, /href="#sessionOn-1">2회기 날짜: 공휴일/)
    assert.equal(await timesOf(house), before)
    const gone = await han(`/sessions/${first}/later`, { ...sent, 'id-2': '' })
    assert.match(gone.text, '그사이')
    assert.equal(await timesOf(house), before)
  }))

test('is not moved on while one that was on the page is no longer among them', () =>
  inHouse(async (house) => {
    const [first = '', second = '', third = ''] = await booked(house)
    const han = await asks(house, 'han')
    assert.is((await han(`/sessions/${second}/cancellation`, { cancelCode: 'excused' })).status, 303)
    const before = await timesOf(house)
    const row = (at: number, id: string, on: string) => ({
      ...{ [`id-${at}`]: id, [`sessionOn-${at}`]: on, [`startTime-${at}`]: '14:00', [`roomId-${at}`]: 'room-1' },
    })
    const rows = { ...row(0, first, '2026-11-24'), ...row(1, second, '2026-12-01'), ...row(2, third, '2026-12-08') }
    const answer = await han(`/sessions/${first}/later`, { ...rows, askedBy: 'youth', why: '이사' })
    assert.is(answer.status, 422)
    assert.match(answer.text, '그사이')
    assert.equal(await timesOf(house), before)
  }))

test('comes back with why it was asked for when the day cannot be read', () =>
  inHouse(async (house) => {
    const [first = ''] = await booked(house)
    const han = await asks(house, 'han')
    const sent = { sessionOn: '', startTime: '14:00', scope: 'later', askedBy: 'guardian', why: '학원 시간이 바뀜' }
    const answer = await han(`/sessions/${first}/move`, sent)
    assert.is(answer.status, 422)
    assert.match(answer.text, '>학원 시간이 바뀜</textarea>')
  }))

test('is not for whoever holds one of them only', () =>
  inHouse(async (house) => {
    const [first = ''] = await booked(house)
    await house.store.change((view) => {
      view.saveSession(aSession({ ...{ id: first, startAt: momentAt('2026-11-23', '14:00'), counsellorId: 'bora' } }))
      return { ok: true, value: undefined }
    })
    const bora = await asks(house, 'bora')
    const answer = await bora(`/sessions/${first}/later?sessionOn=2026-11-24&startTime=10:00`)
    assert.is(answer.status, 422)
    assert.match(answer.text, '옮길 권한이 없는 회기')
    assert.not.match(answer.text, '2026-12-07')
  }))

test('the page of a session says which room it had, where that changed', () =>
  inHouse(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await books(han, '2026-0001', '2026-11-23', '14:00')
    await han.follow('1회기')
    await han.fill('날짜', '2026-11-24').fill('시작 시각', '14:00').choose('변경을 요청한 사람', '센터')
    await han.fill('사유', '상담실 공사').choose('상담실', '상담실 2').press('변경')
    han.mustSee('2026-11-23 (월) 14:00, 상담실 1에서 변경 (요청: 센터). 상담실 공사')
  }))

test('a missed session leads to the one that makes up for it, and each names the other', () =>
  inHouse(
    async (house) => {
      const han = await aVisitor(house).signIn('han')
      await han.open('/cases/2026-0001/sessions')
      await han.follow('보충 회기 예약')
      assert.is(han.document.querySelector('#catchesUp option[selected]')?.getAttribute('value'), '2026-11-20-01')
      await han
        .fill('날짜', '2026-11-23')
        .fill('시작 시각', '15:00')
        .choose('상담실', '상담실 1')
        .press('이 시간으로 예약')
      han.mustSee('회기를 예약했습니다.', '3회기 보충', '4회기로 보충')
      assert.not(han.sees('보충 회기 예약'))
      await han.follow('3회기')
      han.mustSee('4회기로 보충')
    },
    (view) => {
      const attendance = { code: 'no-show', creditedMinutes: 0, ...signed() }
      view.saveSession(
        aSession({
          ...{ id: '2026-11-20-01', startAt: momentAt('2026-11-20', '14:00') },
          attendees: [{ caseNumber: '2026-0001', ordinal: 3, attendance }],
        }),
      )
    },
  ))

test('a session that was held without a booking is put down from the list; a room says its hours', () =>
  inHouse(
    async (house) => {
      const han = await aVisitor(house).signIn('han')
      await han.open('/cases/2026-0001/sessions')
      await han.follow('예약 없이 진행한 회기 적기')
      han.mustSee('상담실 3 (월–화 13:00–18:00, 금 09:00–12:00)')
      await han
        .fill('날짜', '2026-11-21')
        .fill('시작 시각', '23:00')
        .choose('상담실', '상담실 1')
        .press('진행한 회기로 기록')
      han.mustSee('지난 회기를 기록했습니다.', '출석 미기록')
    },
    (view) => {
      const afternoon = { from: '13:00', to: '18:00' }
      const hours = { 1: afternoon, 2: afternoon, 5: { from: '09:00', to: '12:00' } }
      view.saveRoom({ ...room, id: 'room-3', name: '상담실 3', hours })
    },
  ))

test.run()
