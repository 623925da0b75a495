// Over 150 lines because it is the one walk through planning a course, with all that can come of it.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { View } from '../../src/store/store.ts'
import { momentAt, plusDays } from '../../src/time/days.ts'
import { heldIn, type TestHouse } from '../support/house.ts'
import { aSession, hill, signed } from '../support/samples.ts'
import { asks, inHouse } from '../support/sessions.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aVisitor } from '../support/visitor.ts'

const test = suite('the page of the planner')

/** It is Sunday, 22 November 2026. Minjun owes ten sessions by 15 January; River's Jiho is Bora's. */
const plan = (changes: Partial<NonNullable<CaseFile['plan']>> = {}): NonNullable<CaseFile['plan']> => ({
  ...{ sessions: 10, minutes: 50, kind: 'individual', mode: 'in-person', startOn: '2026-11-22', dueOn: '2027-01-15' },
  ...{ ...signed(), ...changes },
})
const afternoons = { hours: { 2: { from: '16:00', to: '20:00' }, 4: { from: '16:00', to: '20:00' } }, ...signed() }
const minjun = (changes: Partial<CaseFile> = {}) => aCaseUnderWay({ plan: plan(), freeTimes: afternoons, ...changes })
const path = '/cases/2026-0001/sessions'

/** Room 1 is Bora's on Tuesday afternoons, and Hill has examinations in December. */
function december(view: View): void {
  view.saveSchool({ ...hill, exams: [{ from: '2026-12-07', to: '2026-12-11' }] })
  for (let week = 0; week < 8; week++) {
    const on = plusDays('2026-11-24', 7 * week)
    const others = { counsellorId: 'bora', attendees: [{ caseNumber: '2026-0002', ordinal: week + 1 }] }
    view.saveSession(aSession({ id: `${on}-01`, startAt: momentAt(on, '15:30'), minutes: 240, ...others }))
  }
}

const inDecember = (act: (house: TestHouse) => Promise<void>, file = minjun()) =>
  inHouse(act, (view) => {
    december(view)
    view.saveCase(file)
  })

const sessionsOf = async ({ store }: TestHouse) => store.sessionsOf('2026-0001')

/** The fields that the planner's page would send, as it stands for this case. */
async function theTable(house: TestHouse, number = '2026-0001', who = 'han'): Promise<URLSearchParams> {
  const visitor = await aVisitor(house).signIn(who)
  await visitor.open(`/cases/${number}/sessions/plan`)
  const fields = new URLSearchParams()
  for (const one of visitor.document.querySelectorAll('form[action$="/series"] :is(input, select)')) {
    const { value } = one as unknown as { value: string }
    if (one.getAttribute('name') !== 'token') fields.append(one.getAttribute('name') ?? '', value)
  }
  return fields
}

test('ten sessions before the due date, around examinations and a full room, two of them changed, are booked at once', () =>
  inDecember(
    async (house) => {
      const han = await aVisitor(house).signIn('han')
      await han.open(`${path}/plan`)
      await han.follow('올 수 있는 시간 적기')
      for (const day of ['화요일', '목요일']) han.fill(`${day} 시작`, '16:00').fill(`${day} 끝`, '20:00')
      await han.press('시간 저장')
      assert.is(han.path, `${path}/plan?done=free-times-noted`)
      han.mustSee('올 수 있는 시간을 저장했습니다.', '화 16:00–20:00, 목 16:00–20:00', '2026-12-07 – 2026-12-11')
      han.mustSee(
        '10회 · 화·목 16:00 · 2026-11-24 – 2026-12-31',
        '이수 기한은 2027-01-15 (금)이고, 마지막 회기 뒤 15일 남습니다.',
      )
      han.mustSee('2026-12-08 (화) 학교 시험 기간', '2026-12-10 (목) 학교 시험 기간')
      assert.is(han.valueOf('1번째 날짜'), '2026-11-24')
      han.fill('2번째 시작 시각', '17:30').fill('10번째 날짜', '2027-01-05').choose('10번째 상담실', '상담실 2')
      await han.press('다시 확인')
      assert.is(han.status, 200)
      han.mustSee('10회 · 화·목 16:00 외 · 2026-11-24 – 2027-01-05')
      assert.is((await sessionsOf(house)).length, 0)
      await han.press('모두 예약')
      assert.is(han.path, `${path}?done=series-booked`)
      han.mustSee('회기를 모두 예약했습니다.', '10회기', '2027-01-05 (화) 16:00', '2026-11-26 (목) 17:30')
      const booked = await sessionsOf(house)
      assert.equal(
        booked.map(({ attendees }) => attendees[0]?.ordinal),
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      )
      assert.is(new Set(booked.map(({ id }) => id)).size, 10)
      assert.ok(booked.every(({ startAt, roomId }) => startAt.includes('2026-12-1') || roomId !== undefined))
      await han.open(`${path}/plan`)
      han.mustSee('계획한 회기를 모두 마쳤거나 예약했습니다.')
      assert.not(han.sees('모두 예약하거나'))
    },
    minjun({ freeTimes: undefined }),
  ))

test('nothing is changed by looking, and a plan that was saved leads here', () =>
  inDecember(async (house) => {
    const table = (await theTable(house)).toString()
    const han = await asks(house, 'han')
    const before = await heldIn(house.store)
    assert.is((await han(`${path}/plan`)).status, 200)
    assert.is((await han(`${path}/series/preview`, table)).status, 200)
    assert.is((await han(`${path}/free-times`)).status, 200)
    assert.ok((await heldIn(house.store)) === before)
    const visitor = await aVisitor(house).signIn('han')
    await visitor.open('/cases/2026-0001/plan')
    await visitor.press('계획 저장')
    assert.is(visitor.path, `${path}/plan?done=planned`)
    await visitor.open(path)
    await visitor.follow('일정 한꺼번에 짜기')
    visitor.mustSee('상담 일정 짜기')
  }))

test('a time that was taken in between leaves nothing booked; it is said at its row, and all that was typed stays', () =>
  inDecember(async (house) => {
    const table = await theTable(house)
    await house.store.change((view) => {
      const taken = {
        id: '2026-12-03-09',
        startAt: momentAt('2026-12-03', '16:20'),
        attendees: [{ caseNumber: '2026-0002', ordinal: 20 }],
      }
      view.saveSession(aSession(taken))
      return { ok: true, value: undefined }
    })
    table.set('startTime-1', '16:10')
    const visitor = await aVisitor(house).signIn('han')
    await visitor.open(`${path}/plan`)
    const before = await heldIn(house.store)
    await visitor.send(`${path}/series`, new URLSearchParams([...table, ...tokenOf(visitor)]))
    assert.is(visitor.status, 422)
    assert.match(visitor.title, /^오류:/)
    assert.ok((await heldIn(house.store)) === before)
    visitor.mustSee('4번째 시작 시각: 2026-12-03 16:20–17:10에 한지우 상담원의 다른 일정(2026-0002)')
    assert.is(visitor.document.querySelector('.problems a')?.getAttribute('href'), '#startTime-4')
    assert.is(visitor.valueOf('1번째 시작 시각'), '16:10')
    await visitor.fill('4번째 시작 시각', '17:10').press('모두 예약')
    assert.is((await sessionsOf(house)).length, 10)
  }))

test('of two who plan the same hours at the same time one books all, the other nothing', () =>
  inHouse(
    async (house) => {
      const tables = [await theTable(house), await theTable(house, '2026-0003')]
      const [one, other] = [await asks(house, 'han'), await asks(house, 'han')]
      const answers = await Promise.all([
        one(`${path}/series`, tables[0]!.toString()),
        other('/cases/2026-0003/sessions/series', tables[1]!.toString()),
      ])
      assert.equal(answers.map(({ status }) => status).sort(), [303, 422])
      const booked = await Promise.all(['2026-0001', '2026-0003'].map((number) => house.store.sessionsOf(number)))
      assert.equal(
        booked.map(({ length }) => length).sort((a, b) => a - b),
        [0, 10],
      )
    },
    (view) => {
      view.saveCase(minjun())
      view.saveCase(minjun({ number: '2026-0003' }))
    },
  ))

test('what does not fit is said with ways out: a counsellor asks the lead, the lead chooses another counsellor', () =>
  inDecember(
    async (house) => {
      await fewerAreEnough(house)
      const han = await aVisitor(house).signIn('han')
      await han.open(`${path}/plan`)
      han.mustSee('이수 기한인 2026-12-18 (금)까지 10회 가운데 6회만 잡을 수 있습니다. 4회가 모자랍니다.')
      han.mustSee('의뢰기관에 기한 연장을 요청합니다. 지금 조건으로는 10회를', '예약하지 않음')
      assert.not(han.sees('일주일에 3번'), 'the youth can come twice only')
      han.mustSee('한 번에 90분씩 6회 만나면')
      await han.follow('이 조건으로 찾기')
      han.mustSee('6회 · 화·목')
      await house.store.change((view) => {
        view.saveEntry('absences', {
          ...{ id: 'a', counsellorId: 'han', from: '2026-11-23', to: '2027-02-28', cases: [] },
          ...signed(),
        })
        return { ok: true, value: undefined }
      })
      await han.open(`${path}/plan?${new URLSearchParams({ ...short, count: '3' })}`)
      han.mustSee(
        '10회'.slice(0, 0),
        '이보라 상담원이 맡으면 3회를',
        '담당을 바꾸려면 사업 책임자에게 요청해 주십시오.',
        '상담원 부재',
      )
      const seo = await aVisitor(house).signIn('seo')
      await seo.open(`${path}/plan?${new URLSearchParams({ ...short, count: '3' })}`)
      await seo.follow('이 조건으로 찾기', '이보라 상담원이 맡으면')
      await seo.press('모두 예약')
      assert.equal([...new Set((await sessionsOf(house)).map(({ counsellorId }) => counsellorId))], ['bora'])
    },
    minjun({ plan: plan({ dueOn: '2026-12-18' }), referral: { ...minjun().referral, orderedHours: 8 } }),
  ))

const fewerAreEnough = ({ store }: TestHouse) =>
  store.change(async (view) => {
    const settings = await view.settings()
    if (settings) view.saveSettings({ ...settings, sessions: { ...settings.sessions, least: 5 } })
    return { ok: true, value: undefined }
  })

const short = { count: '10', minutes: '50', kind: 'individual', mode: 'in-person', fromOn: '2026-11-23' }

/** The token of the page that a visitor has open. */
const tokenOf = (visitor: Awaited<ReturnType<ReturnType<typeof aVisitor>['signIn']>>): [string, string][] => {
  const field = visitor.document.querySelector('input[name="token"]')
  return field ? [['token', field.getAttribute('value') ?? '']] : []
}

test.run()
