import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { aHouse, type TestHouse } from '../support/house.ts'
import { aCase, aSession, signed } from '../support/samples.ts'
import { aCaseInSessions } from '../support/stages.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aVisitor } from '../support/visitor.ts'

/*
 * Sunday, 22 November 2026, 10:00. Han's: Minjun, booked for today at 14:00, and twelve past their due date. Bora is
 * away and Han stands in with Jiho, whom nobody has seen; one more of Bora's is not Han's to know.
 */

const late = Array.from({ length: 12 }, (_, n) =>
  aCaseUnderWay({
    ...{
      number: `2026-01${String(n).padStart(2, '0')}`,
      youth: { name: `가온${n}`, birthDate: '2010-05-20', gender: 'male' },
    },
    referral: { ...aCase().referral, dueOn: '2026-11-20' },
  }),
)
const ofBora = { assignments: [{ counsellorId: 'bora', ...signed('seo') }] }
const covers = [{ counsellorId: 'han', from: '2026-11-20', to: '2026-11-25', ...signed('seo') }]
const owed = { id: 'r1', law: 'child-abuse' as const, learnedAt: signed().at, learnedBy: 'han', ...signed() }

let house: TestHouse
const test = suite('the day on one page')
test.before(async () => {
  house = await aHouse((view) => {
    view.saveCase(aCaseUnderWay({ reports: [owed] }))
    for (const one of late) view.saveCase(one)
    const jihos = aCaseInSessions({ number: '2026-0002', ...ofBora, covers })
    const interview = jihos.interview && { ...jihos.interview, on: '2026-10-20' }
    view.saveCase({ ...jihos, interview, notes: [] })
    view.saveCase(
      aCaseInSessions({
        number: '2026-0003',
        youth: { name: '라온유', birthDate: '2010-05-20', gender: 'male' },
        ...ofBora,
      }),
    )
    for (const [number, referredOn] of [
      ['2026-0201', '2026-11-12'],
      ['2026-0202', '2026-11-02'],
    ] as const)
      view.saveCase(aCase({ number, referral: { ...aCase().referral, on: referredOn } }))
    view.saveSession(
      aSession({
        id: '2026-11-22-01',
        startAt: '2026-11-22T05:00:00.000Z',
        attendees: [{ caseNumber: '2026-0001', ordinal: 5 }],
      }),
    )
    view.saveEntry('absences', {
      ...{
        id: 'a1',
        counsellorId: 'bora',
        from: '2026-11-20',
        to: '2026-11-25',
        coveredBy: 'han',
        cases: ['2026-0002'],
      },
      ...signed('seo'),
    })
  })
})
test.after(() => house.close())

test('a counsellor sees first what comes next, with the ways to session, note and case', async () => {
  const han = await aVisitor(house).signIn('han')
  han.mustSee('다음 회기 14:00 – 14:50 · 상담실 1', '2026-0001 김민준 · 5회기')
  const ways = [...han.document.querySelectorAll('.upcoming a')].map((link) => link.getAttribute('href'))
  assert.equal(ways, ['/cases/2026-0001/notes/2026-11-22-01', '/cases/2026-0001', '/sessions/2026-11-22-01'])
})

test('tasks stand kind by kind, the duty to report first, more than ten folded, each leading to where it is done', async () => {
  const han = await aVisitor(house).signIn('han')
  const kinds = [...han.document.querySelectorAll('.task-kind h3')].map((one) =>
    one.textContent?.replace(/\s+/g, ' ').trim(),
  )
  assert.equal(kinds.slice(0, 2), ['신고하지 않은 신고의무 1', '지난 이수 기한 12'])
  assert.ok(kinds.includes('오래 만나지 못한 청소년 1'))
  han.mustSee('나머지 2건', '2026-11-20 · 2일 지남', '33일째 · 예약 없음')
  assert.is(han.document.querySelectorAll('.pressing details li').length, 2)
  const to = [...han.document.querySelectorAll('.tasks a')].map((link) => link.getAttribute('href') ?? '')
  assert.ok(to.includes('/cases/2026-0001/reports') && to.includes('/cases/2026-0002/sessions/new'))
})

test('a case in which one stands in is marked, and another of the same counsellor is not there', async () => {
  const han = await aVisitor(house).signIn('han')
  const marked = [...han.document.querySelectorAll('.tasks li')].filter((one) => one.textContent?.includes('대신'))
  assert.ok(marked.length > 0 && marked.every((one) => one.textContent?.includes('2026-0002')))
  assert.not(han.sees('라온유'))
  han.mustSee('대신 맡은 사례', '이보라 상담원 · 2026-11-20 – 2026-11-25')
  await han.open('/cases')
  assert.not(han.sees('2026-0002'))
  await han.choose('상담원', '대신 맡은 사례').press('찾기')
  han.mustSee('1건', '2026-0002')
})

test('the lead sees the centre: who waits longest, who has how much, who is away', async () => {
  const seo = await aVisitor(house).signIn('seo')
  const waiting = [...seo.document.querySelectorAll('.card > .tasks li')].map((one) => one.textContent ?? '')
  assert.match(waiting[0] ?? '', '2026-0202')
  assert.match(waiting[0] ?? '', '20일')
  assert.match(waiting[1] ?? '', '10일')
  const load = [...seo.document.querySelectorAll('tr')].find((one) => one.textContent?.startsWith('한지우'))
  assert.match(load?.textContent ?? '', /한지우\s*13\s*1/)
  seo.mustSee('이보라', '한지우 상담원이 대신합니다', '라온유')
  assert.not(seo.sees('다음 회기 14:00'))
})

test('the lead sees how many notes wait for them once the centre wants it', async () => {
  const settings = await house.store.settings()
  const seo = await aVisitor(house).signIn('seo')
  assert.not(seo.sees('확인 서명을 기다리는'))
  await house.store.change((view) => {
    if (settings) view.saveSettings({ ...settings, countersignedFrom: '2026-11-01T00:00:00.000Z' })
    return { ok: true, value: undefined }
  })
  await seo.open('/')
  seo.mustSee('확인 서명을 기다리는 상담일지 1건')
  await seo.follow('확인 서명을 기다리는 상담일지 1건')
  assert.is(seo.status, 200)
})

test.run()
