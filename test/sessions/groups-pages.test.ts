import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Session } from '../../src/casefile/session.ts'
import { momentAt } from '../../src/time/days.ts'
import type { TestHouse } from '../support/house.ts'
import { entriesIn } from '../support/logged.ts'
import { aSession, signed } from '../support/samples.ts'
import { asks, inHouse, theForm } from '../support/sessions.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aVisitor } from '../support/visitor.ts'

const test = suite('the pages of groups and guardians')

/** Han has a second case, of Sora. */
const soras = aCaseUnderWay({
  ...{ number: '2026-0003', youth: { name: '나소라', birthDate: '2010-01-02', gender: 'female' } },
  guardians: [
    { relation: 'mother', name: '한가람' },
    { relation: 'father', name: '나도윤' },
  ],
})
const withSora = (act: (house: TestHouse) => Promise<void>) => inHouse(act, (view) => view.saveCase(soras))
const theGroup = { ...theForm, kind: 'group', minutes: '120', with: '2026-0003' }
const group = (changes: Partial<Session> = {}): Session =>
  aSession({
    ...{ id: '2026-11-22-01', kind: 'group', minutes: 120, startAt: momentAt('2026-11-22', '08:00') },
    attendees: ['2026-0001', '2026-0002', '2026-0003'].map((caseNumber, at) => ({ caseNumber, ordinal: at + 1 })),
    ...changes,
  })
const saved = (house: TestHouse, session: Session) =>
  house.store.change((view) => {
    view.saveSession(session)
    return { ok: true, value: undefined }
  })

test('a counsellor books a group of their own cases, by number and name; the others’ are not offered', () =>
  withSora(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await han.open('/cases/2026-0001/sessions/new')
    assert.not(han.sees('정지호'))
    han.fill('날짜', '2026-11-23').fill('시작 시각', '14:00').choose('상담실', '상담실 1')
    await han.tick('함께할 청소년', '2026-0003 나소라').press('이 시간으로 예약')
    assert.is(han.status, 422)
    han.mustSee('여럿이 함께하는 회기는 집단상담이나 교육으로 예약해 주십시오.')
    await han.choose('상담 유형', '집단상담').press('이 시간으로 예약')
    await han.follow('1회기')
    han.mustSee('2026-0001 김민준 1회기', '2026-0003 나소라 1회기', '집단상담')
    const [session] = await house.store.sessionsOf('2026-0003')
    assert.is(session?.attendees.length, 2)
    assert.ok((await entriesIn(house)).some((one) => one.caseNumber === '2026-0003' && one.deed === 'book a session'))
  }))

test('nobody is put into a group by a request made by hand, nor once the right to the case is gone', () =>
  withSora(async (house) => {
    const han = await asks(house, 'han')
    assert.is((await han('/cases/2026-0001/sessions', { ...theGroup, with: '2026-0002' })).status, 422)
    const offered = house.store.rows
    // the case goes to Bora between the look at what is offered and the change
    house.store.rows = async (filter, page) => {
      const found = await offered.call(house.store, filter, page)
      if (filter.stages?.includes('exit'))
        await house.store.change((view) => {
          view.saveCase({ ...soras, assignments: [...soras.assignments, { counsellorId: 'bora', ...signed('seo') }] })
          return { ok: true, value: undefined }
        })
      return found
    }
    assert.is((await han('/cases/2026-0001/sessions', theGroup)).status, 422)
    house.store.rows = offered
    assert.equal(await house.store.sessionsOf('2026-0001'), [])
  }))

test('the attendance of a group is marked in one form, with what is wrong at that youth', () =>
  withSora(async (house) => {
    await saved(house, group())
    const han = await aVisitor(house).signIn('han')
    await han.open('/sessions/2026-11-22-01')
    han.choose('2026-0001 김민준 1회기', '참석').choose('2026-0002 정지호 2회기', '지각')
    await han.press('출석 기록')
    assert.is(han.status, 422)
    const links = [...han.document.querySelectorAll('.problems a')].map((one) => one.getAttribute('href'))
    assert.equal(links, ['#attendance-2026-0003'])
    await han.choose('2026-0003 나소라 3회기', '무단 결석').press('출석 기록')
    han.mustSee('2026-0002 인정 시간(분): 입력하거나 골라 주십시오.')
    assert.not((await house.store.session('2026-11-22-01'))?.attendees[0]?.attendance)
    await han.fill('인정 시간(분)', 90, '2026-0002 정지호').press('출석 기록')
    han.mustSee('출석을 기록했습니다.', '인정 2시간', '인정 1시간 30분', '출석 고치기')
    assert.equal(
      (await house.store.session('2026-11-22-01'))?.attendees.map(({ attendance }) => attendance?.creditedMinutes),
      [120, 90, 0],
    )
  }))

test('whoever may not know a case of the group sees its number alone, and marks their own', () =>
  withSora(async (house) => {
    await saved(house, group({ counsellorId: 'bora' }))
    const han = await aVisitor(house).signIn('han')
    await han.open('/sessions/2026-11-22-01')
    assert.not(han.sees('정지호'))
    han.mustSee('그 밖에 함께하는 청소년2026-0002')
    han.choose('2026-0001 김민준 1회기', '참석').choose('2026-0003 나소라 3회기', '참석')
    await han.press('출석 기록')
    han.mustSee('출석을 기록했습니다.')
    const marked = (await house.store.session('2026-11-22-01'))?.attendees.map(({ attendance }) => attendance?.code)
    assert.equal(marked, ['attended', undefined, 'attended'])
  }))

test('why youths may meet comes back with the form, whatever else was wrong with it', () =>
  withSora(async (house) => {
    const two = group().attendees.slice(0, 2)
    await saved(house, group({ startAt: momentAt('2026-11-23', '14:00'), attendees: two }))
    const seo = await asks(house, 'seo')
    const despite = '두 보호자가 함께 요청'
    for (const path of ['move', 'attendees']) {
      const answer = await seo(`/sessions/2026-11-22-01/${path}`, { despite })
      assert.is(answer.status, 422)
      assert.match(answer.text, `>${despite}</textarea>`)
    }
  }))

test('a youth joins a group and leaves it; the case remembers both, and the last one stays', () =>
  withSora(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await saved(house, group({ startAt: momentAt('2026-11-23', '14:00'), attendees: group().attendees.slice(0, 1) }))
    await han.open('/sessions/2026-11-22-01')
    assert.not(han.sees('이 회기에서 빼기'))
    await han.choose('추가할 청소년', '2026-0003 나소라').press('이 회기에 추가')
    han.mustSee('청소년을 회기에 추가했습니다.', '2026-0003 나소라 1회기')
    await han.press('이 회기에서 빼기 2026-0003')
    han.mustSee('청소년을 회기에서 뺐습니다.')
    assert.not(han.sees('2026-0003 나소라 1회기'))
    await han.open('/cases/2026-0003/sessions')
    han.mustSee('집단 변경', '2026-11-22-01 회기에 추가 한지우', '2026-11-22-01 회기에서 뺌 한지우')
    const last = await (await asks(house, 'han'))('/sessions/2026-11-22-01/attendees/removal', { leaves: '2026-0001' })
    assert.is(last.status, 422)
    assert.match(last.text, '회기를 취소해 주십시오')
    assert.is(
      (await (await asks(house, 'han'))('/sessions/2026-11-22-01/attendees', { joins: '2026-0002' })).status,
      422,
    )
  }))

test.run()
