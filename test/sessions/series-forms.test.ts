// Over 150 lines because each kind of course is gone through on its page.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { heldIn, type TestHouse } from '../support/house.ts'
import { hill, signed } from '../support/samples.ts'
import { asks, inHouse } from '../support/sessions.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aVisitor } from '../support/visitor.ts'

const test = suite('the form of the planner')

const path = '/cases/2026-0001/sessions'
const wish = {
  count: '2',
  minutes: '50',
  kind: 'individual',
  mode: 'in-person',
  fromOn: '2026-11-23',
  startTime: '16:00',
}
const rows = { 'sessionOn-1': '2026-11-24', 'startTime-1': '16:00', 'roomId-1': 'room-1' }
const other = { 'sessionOn-2': '2026-12-01', 'startTime-2': '16:00', 'roomId-2': 'room-1' }
const planned = (changes: Partial<NonNullable<CaseFile['plan']>> = {}) => ({
  plan: {
    sessions: 2,
    minutes: 50,
    kind: 'individual',
    mode: 'in-person',
    startOn: '2026-11-22',
    ...signed(),
    ...changes,
  },
})
const inPlan = (act: (house: TestHouse) => Promise<void>, changes: Partial<CaseFile> = planned()) =>
  inHouse(act, (view) => view.saveCase(aCaseUnderWay(changes)))
const query = (changes: Record<string, string>) => `${path}/plan?${new URLSearchParams({ ...wish, ...changes })}`

test('a row can be taken out, or left without a day', () =>
  inPlan(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await han.open(query({ count: '3' }))
    await han.press('1번째 날짜 빼기')
    assert.is(han.status, 200)
    assert.is(han.valueOf('1번째 날짜'), '2026-11-30')
    assert.is(han.document.querySelector('#sessionOn-3'), null)
    await han.fill('1번째 날짜', '').press('다시 확인')
    han.mustSee('예약하지 않음')
    await han.press('모두 예약')
    assert.is((await house.store.sessionsOf('2026-0001')).length, 1)
    await han.open(query({}))
    await han.fill('1번째 날짜', '').fill('2번째 날짜', '').press('모두 예약')
    assert.is(han.status, 422)
    han.mustSee('예약할 날짜를 하나 이상 적어 주십시오.')
  }))

test('a date after the due date is said aloud, and is for the counsellor to decide', () =>
  inPlan(
    async (house) => {
      const han = await aVisitor(house).signIn('han')
      await han.open(query({}))
      han.mustSee('이수 기한은 2026-12-04 (금)이고')
      await han.fill('2번째 날짜', '2026-12-08').press('다시 확인')
      han.mustSee(
        '이수 기한이 지난 날짜가 1개 있습니다.',
        '이수 기한(2026-12-04)이 지난 날짜입니다. 기한 연장을 먼저 확인해 주십시오.',
      )
      await han.press('모두 예약')
      han.mustSee('회기를 모두 예약했습니다.')
    },
    planned({ dueOn: '2026-12-04' }),
  ))

test('where the holidays of a year are not known yet, the page says so', () =>
  inPlan(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await han.open(query({ fromOn: '2027-12-24', count: '4' }))
    han.mustSee('2028년 공휴일은 아직 등록되지 않았습니다.')
    await han.open(query({ fromOn: '2027-01-04' }))
    assert.not(han.sees('아직 등록되지 않았습니다'))
  }))

test('only the lead names another counsellor, and finds them in the form', () =>
  inPlan(async (house) => {
    const seo = await aVisitor(house).signIn('seo')
    await seo.open(`${path}/plan`)
    await seo.choose('담당 상담원', '이보라').press('날짜 찾기')
    await seo.press('모두 예약')
    assert.is((await house.store.sessionsOf('2026-0001'))[0]?.counsellorId, 'bora')
    const han = await asks(house, 'han')
    assert.is((await han(`${path}/series`, { ...wish, ...rows, counsellorId: 'bora' })).status, 422)
    const visitor = await aVisitor(house).signIn('han')
    await visitor.open(`${path}/plan`)
    assert.is(visitor.document.querySelector('#counsellorId'), null)
  }))

test('a group is planned for all who sit in it, and none is booked for a case that is not the asker’s', () =>
  inHouse(
    async (house) => {
      const han = await aVisitor(house).signIn('han')
      await han.open(query({ kind: 'group', count: '3', with: '2026-0003', weekdays: '1' }))
      han.mustSee('2026-11-30 (월) 학교 시험 기간')
      assert.is(han.valueOf('2번째 날짜'), '2026-12-07')
      await han.press('모두 예약')
      const [first] = await house.store.sessionsOf('2026-0003')
      assert.equal(
        first?.attendees.map(({ caseNumber, ordinal }) => [caseNumber, ordinal]),
        [
          ['2026-0001', 1],
          ['2026-0003', 1],
        ],
      )
      const send = await asks(house, 'han')
      const before = await heldIn(house.store)
      const group = { ...wish, ...rows, kind: 'group' }
      assert.is((await send(`${path}/series`, { ...group, with: '2026-0002' })).status, 422)
      const alone = await send(`${path}/series`, { ...group, kind: 'individual', with: '2026-0003' })
      assert.is(alone.status, 422)
      assert.match(alone.text, '여럿이 함께하는 회기는 집단상담이나 교육으로 예약해 주십시오.')
      assert.ok((await heldIn(house.store)) === before)
    },
    (view) => {
      view.saveSchool({ ...hill, id: 'far', name: '먼중학교', exams: [{ from: '2026-11-30', to: '2026-12-02' }] })
      view.saveCase(aCaseUnderWay(planned()))
      view.saveCase(aCaseUnderWay({ number: '2026-0003', school: { schoolId: 'far', level: 'middle', grade: 2 } }))
    },
  ))

test('the guardian’s sessions are planned beside the youth’s, with the guardian who comes', () =>
  inPlan(
    async (house) => {
      const han = await aVisitor(house).signIn('han')
      await han.open(query({ kind: 'guardian' }))
      assert.is(han.status, 422)
      han.mustSee('어느 보호자인지 골라 주십시오.')
      await han.choose('보호자', '아버지 김도현').press('날짜 찾기')
      han.mustSee('보호자 1회기')
      await han.press('모두 예약')
      assert.equal(
        (await house.store.sessionsOf('2026-0001')).map(({ attendees }) => attendees[0]?.guardian),
        [1, 1],
      )
    },
    {
      ...planned(),
      guardians: [
        { relation: 'mother', name: '박서윤' },
        { relation: 'father', name: '김도현' },
      ],
    },
  ))

test('a case behind the consent gate shows why, and nothing is booked', () =>
  inPlan(
    async (house) => {
      const han = await aVisitor(house).signIn('han')
      await han.open(`${path}/plan`)
      assert.is(han.status, 200)
      han.mustSee('필요한 동의를 모두 받은 뒤에 할 수 있습니다.')
      assert.is(han.document.querySelector('#count'), null)
      assert.is((await (await asks(house, 'han'))(`${path}/series`, { ...wish, ...rows })).status, 422)
    },
    { consents: [] },
  ))

test('what nobody would type is refused, at its field, in either language', () =>
  inPlan(async (house) => {
    const han = await asks(house, 'han')
    const before = await heldIn(house.store)
    const hostile: Record<string, string>[] = [
      ...[{}, { count: '0' }, { count: '1e9' }, { minutes: '-1' }, { kind: '__proto__' }, { fromOn: '2026-02-30' }],
      ...[{ weekdays: '9' }, { startTime: '99:99' }, { roomId: '../x' }, { with: '2026-0001' }, { guardian: '7' }],
    ]
    for (const changes of hostile) {
      const whole = Object.keys(changes).length === 0 ? { minutes: '50' } : { ...wish, ...changes }
      assert.is((await han(`${path}/series`, { ...whole, ...rows })).status, 422, JSON.stringify(changes))
      assert.is((await han(`${path}/series/preview`, { ...whole, ...rows })).status, 422, JSON.stringify(changes))
    }
    assert.is((await han(`${path}/plan?count=x`)).status, 422)
    const odd = [{ 'sessionOn-1': '1950-01-01' }, { 'sessionOn-1': '2199-12-31', 'startTime-1': '23:59' }]
    const unread = [
      { 'sessionOn-1': '2026-13-01' },
      { 'startTime-1': '' },
      { 'startTime-1': '25:00' },
      { 'roomId-1': 'attic' },
    ]
    for (const changes of [...odd, ...unread])
      assert.is((await han(`${path}/series`, { ...wish, ...rows, ...changes })).status, 422, JSON.stringify(changes))
    for (const changes of odd)
      assert.is((await han(`${path}/series/preview`, { ...wish, ...rows, ...changes })).status, 200)
    for (const changes of unread)
      assert.is((await han(`${path}/series/preview`, { ...wish, ...rows, ...changes })).status, 422)
    for (const without of ['0', '-1', 'x', '99', '1e400'])
      assert.is((await han(`${path}/series/preview`, { ...wish, ...rows, without })).status, 200)
    assert.ok((await heldIn(house.store)) === before)
    const visitor = await aVisitor(house).inEnglish().signIn('han')
    await visitor.open(query({ count: '61' }))
    visitor.mustSee('Sessions to be booked: At most 60.')
  }))

test('the log names every case that was booked for', () =>
  inHouse(
    async (house) => {
      const han = await asks(house, 'han')
      assert.is(
        (await han(`${path}/series`, { ...wish, ...rows, ...other, kind: 'group', with: '2026-0003' })).status,
        303,
      )
      const seen: (string | undefined)[] = []
      for await (const { caseNumber, deed } of house.store.logged(
        '2026-11-22T00:00:00.000Z',
        '2026-11-23T00:00:00.000Z',
      ))
        if (deed === 'book a session') seen.push(caseNumber)
      assert.equal(seen.sort(), ['2026-0001', '2026-0003'])
    },
    (view) => {
      view.saveCase(aCaseUnderWay(planned()))
      view.saveCase(aCaseUnderWay({ number: '2026-0003' }))
    },
  ))

test.run()
