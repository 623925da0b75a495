import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { entriesIn } from '../support/logged.ts'
import { aSession, signed } from '../support/samples.ts'
import { inHouse } from '../support/sessions.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aVisitor } from '../support/visitor.ts'

/* It is Sunday, 22 November 2026. Han has Minjun and Dana, each booked for the week that comes; Bora is busy on Tuesday. */

const dana = aCaseUnderWay({
  number: '2026-0003',
  youth: { name: '다나라', birthDate: '2010-05-20', gender: 'female' },
})
const session = (id: string, at: string, caseNumber: string, counsellorId = 'han') =>
  aSession({ id, startAt: at, counsellorId, roomId: `room-${id}`, attendees: [{ caseNumber, ordinal: 1 }] })
const withSessions = (act: Parameters<typeof inHouse>[0]) =>
  inHouse(act, (view) => {
    view.saveCase(dana)
    view.saveSession(session('2026-11-23-01', '2026-11-23T05:00:00.000Z', '2026-0001'))
    view.saveSession(session('2026-11-24-01', '2026-11-24T05:00:00.000Z', '2026-0003'))
    view.saveSession(session('2026-11-24-02', '2026-11-24T05:00:00.000Z', '2026-0002', 'bora'))
  })

const test = suite('giving cases to somebody else')

test('many at once: all or none, with what is in the way at its case, and what was typed stays', () =>
  withSessions(async (house) => {
    const seo = await (await aVisitor(house).signIn('seo')).open('/cases/reassignment')
    await seo.choose('지금 상담원', '한지우 (2)').press('사례 보기')
    seo.mustSee('2026-0001', '김민준', '다나라', '예약 1건')
    await seo.choose('새 상담원', '이보라').fill('사유', '휴직').press('재배정')
    assert.is(seo.status, 422)
    seo.mustSee('새 상담원이 맡을 수 없는 회기가 있습니다', '2026-11-24 14:00–14:50 회기: 이보라 상담원의 다른 일정')
    assert.is(seo.valueOf('사유'), '휴직')
    assert.equal((await house.store.caseFile('2026-0001'))?.assignments.length, 1, 'nothing was changed')
    await seo.tick('맡을 수 없는 회기', '새 상담원이 맡을 수 없는 회기는 지금 상담원에게 그대로 둡니다').press('재배정')
    seo.mustSee('사례를 새 상담원에게 배정했습니다')
    for (const number of ['2026-0001', '2026-0003'])
      assert.equal((await house.store.caseFile(number))?.assignments.at(-1)?.why, '휴직')
    assert.is((await house.store.session('2026-11-23-01'))?.counsellorId, 'bora')
    assert.is((await house.store.session('2026-11-24-01'))?.counsellorId, 'han')
    assert.equal(
      (await house.store.entries('notices', { to: 'bora' })).map(({ what }) => what),
      ['cases-given'],
    )
    const logged = (await entriesIn(house)).filter(({ deed, status }) => deed === 'assign a case' && status === 303)
    assert.equal(logged.map(({ caseNumber }) => caseNumber).sort(), ['2026-0001', '2026-0003'])
  }))

test('only those that are chosen', () =>
  withSessions(async (house) => {
    const seo = await (await aVisitor(house).signIn('seo')).open('/cases/reassignment?fromId=han')
    const box = seo.document.querySelector('input[value="2026-0003"]') as unknown as { checked: boolean }
    box.checked = false
    await seo.choose('새 상담원', '이보라').press('재배정')
    assert.is((await house.store.caseFile('2026-0001'))?.assignments.at(-1)?.counsellorId, 'bora')
    assert.is((await house.store.caseFile('2026-0003'))?.assignments.at(-1)?.counsellorId, 'han')
  }))

test('one case takes its booked sessions along too, or says why it cannot', () =>
  withSessions(async (house) => {
    const seo = await (await aVisitor(house).signIn('seo')).open('/cases/2026-0001')
    await seo.choose('담당 상담원', '이보라').press('담당 상담원 변경')
    seo.mustSee('담당 상담원을 바꾸었습니다')
    const moved = await house.store.session('2026-11-23-01')
    assert.equal(
      [moved?.counsellorId, moved?.handedOver?.map(({ from, by }) => [from, by])],
      ['bora', [['han', 'seo']]],
    )
    await seo.open('/cases/2026-0003')
    await seo.choose('담당 상담원', '이보라').press('담당 상담원 변경')
    assert.is(seo.status, 422)
    seo.mustSee('2026-11-24 14:00–14:50 회기: 이보라 상담원의 다른 일정')
    await seo.tick('새 상담원이 맡을 수 없는 회기는 지금 상담원에게 그대로 둡니다').press('담당 상담원 변경')
    assert.is((await house.store.caseFile('2026-0003'))?.assignments.at(-1)?.counsellorId, 'bora')
    assert.is((await house.store.session('2026-11-24-01'))?.counsellorId, 'han')
  }))

test('is on record for the cases that were chosen, refused too', () =>
  withSessions(async (house) => {
    const seo = await (await aVisitor(house).signIn('seo')).open('/cases/reassignment?fromId=han')
    await seo.choose('새 상담원', '이보라').press('재배정')
    assert.is(seo.status, 422)
    const logged = (await entriesIn(house)).filter(({ status }) => status === 422)
    assert.equal(logged.map(({ caseNumber }) => caseNumber).sort(), ['2026-0001', '2026-0003'])
  }))

test('leaves a group where it is in which somebody sits whose case is kept from the lead, and says nothing of them', () =>
  withSessions(async (house) => {
    await house.store.change((view) => {
      const restricted = { to: ['han', 'lead-2'], why: '동료의 자녀', ...signed('lead-2') }
      const assignments = [{ counsellorId: 'kim', ...signed('seo') }]
      view.saveCase(aCaseUnderWay({ number: '2026-0004', assignments, restricted }))
      const attendees = ['2026-0001', '2026-0004'].map((caseNumber) => ({ caseNumber, ordinal: 1 }))
      const startAt = '2026-11-25T05:00:00.000Z'
      view.saveSession(aSession({ id: '2026-11-25-01', kind: 'group', startAt, roomId: 'room-9', attendees }))
      return { ok: true, value: undefined }
    })
    const seo = await (await aVisitor(house).signIn('seo')).open('/cases/2026-0001')
    await seo.choose('담당 상담원', '이보라').press('담당 상담원 변경')
    seo.mustSee('담당 상담원을 바꾸었습니다')
    assert.is((await house.store.session('2026-11-25-01'))?.counsellorId, 'han')
    assert.is((await house.store.session('2026-11-23-01'))?.counsellorId, 'bora')
  }))

test('is the lead’s alone', () =>
  withSessions(async (house) => {
    const han = await (await aVisitor(house).signIn('han')).open('/cases/reassignment')
    assert.is(han.status, 403)
  }))

test.run()
