// Over 150 lines because every part of the review is gone through, and the pages of who opened a case.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { LogEntry } from '../../src/store/store.ts'
import { momentAt } from '../../src/time/days.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { entriesIn } from '../support/logged.ts'
import { casesAtEveryStage, saveStages } from '../support/stages.ts'
import { aVisitor } from '../support/visitor.ts'

const youths = casesAtEveryStage.map(({ youth }) => youth.name)
const why = '청소년이 위험하다고 전화했고 담당 상담원과 연락이 되지 않습니다'

/** What happened in October, before these pages are opened in November. */
const october: Partial<LogEntry>[] = [
  { by: 'han', deed: 'see a case', caseNumber: '2026-0002' },
  { by: 'han', deed: 'read a note', caseNumber: '2026-0002' },
  { by: 'seo', role: 'lead', deed: 'see a case', caseNumber: '2026-0002' },
  { by: 'seo', role: 'lead', deed: 'see a case', caseNumber: '2026-0003' },
  { by: 'bora', deed: 'see a case', caseNumber: '2026-0004', decision: 'refused', status: 404 },
  { by: 'ma', role: 'school', deed: 'follow a referral', caseNumber: '2026-0002' },
  { by: 'youth', role: undefined, deed: 'answer a survey', caseNumber: '2026-0002' },
  { by: 'seo', role: 'lead', deed: 'hand out what is kept', caseNumber: '2026-0004', why: 'subject-request' },
  { by: 'han', deed: 'sign in', why: 'code', status: 303, at: momentAt('2026-10-11', '05:30') },
]

async function inHouse(act: (house: TestHouse) => Promise<void>): Promise<void> {
  const house = await aHouse((view) => {
    saveStages(view)
    const at = momentAt('2026-10-13', '09:00')
    const grants = [{ by: 'yoo', at, what: 'given' as const, role: 'counsellor' as const }]
    view.savePerson({ version: 1, id: 'new', name: '새로이', email: 'new@example.test', role: 'counsellor', grants })
  })
  for (const [n, entry] of october.entries())
    await house.store.log({
      ...{ at: momentAt('2026-10-12', `10:${10 + n}`), role: 'counsellor', from: '10.0.0.7' },
      ...{ decision: 'allowed', status: 200, deed: '', ...entry },
    })
  try {
    await act(house)
  } finally {
    await house.close()
  }
}

const test = suite('the monthly review of the log')

test('is a task of the lead’s until somebody has gone through last month', () =>
  inHouse(async (house) => {
    const lead = await aVisitor(house).signIn('seo')
    await lead.follow('2026년 10월 접속 기록을 점검해 주십시오')
    lead.mustSee('접속 기록 점검 2026년 10월', '아직 점검하지 않았습니다.')
    await lead.fill('점검 의견', '이상 없음').press('이 달을 점검했습니다')
    lead.mustSee('점검을 기록했습니다.', '서연우 · 2026-11-22 (일) 10:00 · 기록 9건까지', '이상 없음')
    await lead.open('/')
    assert.not(lead.sees('접속 기록을 점검해 주십시오'))
    const [kept] = await house.store.entries('reviews')
    const all = await entriesIn(house)
    assert.equal([kept?.month, kept?.entries, kept?.lastHash], ['2026-10', 9, all[8]?.hash])
    const han = await aVisitor(house).signIn('han')
    assert.not(han.sees('접속 기록'))
    await han.open('/log')
    assert.is(han.status, 403)
  }))

test('shows what stands out: others’ cases, refusals, downloads with their reason, odd hours, rights', () =>
  inHouse(async (house) => {
    for (const id of ['seo', 'yoo']) {
      const visitor = await aVisitor(house).signIn(id)
      await visitor.open('/log')
      const part = (title: string) =>
        [...visitor.document.querySelectorAll('main section')]
          .find((one) => one.querySelector('h2')?.textContent === title)
          ?.textContent?.replace(/\s+/g, ' ') ?? ''
      assert.match(part('담당이 아닌 사례를 연 사람'), /서연우 \(사업 책임자\)3\s?2026-0002, 2026-0003, 2026-0004/)
      assert.not.match(part('담당이 아닌 사례를 연 사람'), /한지우|마선생/)
      assert.match(part('거부된 요청'), /이보라 \(상담원\)사례 개요 열람1건/)
      assert.match(part('내려받기'), /서연우 \(사업 책임자\)보관한 기록 제공2026-0004청소년 본인의 요구/)
      assert.match(part('운영 시간 밖 로그인'), /2026-10-11 \(일\) 05:30한지우 \(상담원\)10\.0\.0\.7/)
      assert.match(part('권한 변경'), /새로이계정 만듦 \(상담원\)유하늘/)
      assert.match(part('사람별 기록'), /청소년\(링크\)/)
      for (const name of youths) assert.not(visitor.sees(name), `${name} for ${id}`)
    }
  }))

test('names the reason of an emergency for the lead, and for the administrator only that there is one', () =>
  inHouse(async (house) => {
    const bora = await aVisitor(house).signIn('bora')
    await bora.open('/break-glass')
    await bora.fill('사례번호', '2026-0002').fill('사유', why).press('기록을 남기고 열기')
    const lead = await aVisitor(house).signIn('seo')
    await lead.open('/log?month=2026-11')
    lead.mustSee('2026-11-22 (일) 10:00–11:00이보라 (상담원)2026-0002', why)
    const admin = await aVisitor(house).signIn('yoo')
    await admin.open('/log?month=2026-11')
    admin.mustSee('사유는 사업 책임자만 볼 수 있습니다.')
    assert.not(admin.sees(why))
  }))

test('cannot be recorded for a month that is not over, or in which nothing happened', () =>
  inHouse(async (house) => {
    const lead = await aVisitor(house).signIn('seo')
    await lead.open('/log?month=2026-11')
    lead.mustSee('이 달이 끝나면 점검을 기록할 수 있습니다.')
    await lead.send('/log/reviews', new URLSearchParams({ month: '2026-11' }))
    assert.is(lead.status, 403, 'a form without its token')
    await lead.open('/log?month=2026-09')
    lead.mustSee('이 달에는 접속 기록이 없습니다.')
    for (const odd of ['2026-13', 'x', '1e9', '%00']) assert.is((await lead.open(`/log?month=${odd}`)).status, 200)
  }))

test('finds entries by person, deed, case and outcome, and is itself in the log', () =>
  inHouse(async (house) => {
    const lead = await aVisitor(house).signIn('seo')
    await lead.open('/log/entries?month=2026-10')
    const rows = () => lead.document.querySelectorAll('tbody tr').length
    assert.is(rows(), 9)
    await lead.choose('사람', '한지우').press('찾기')
    assert.is(rows(), 3)
    await lead.choose('한 일', '상담일지 열람').press('찾기')
    assert.is(rows(), 1)
    await lead.open('/log/entries?month=2026-10')
    await lead.fill('사례', '2026-0004').choose('결과', '거부됨').press('찾기')
    lead.mustSee('이보라 (상담원)2026-0004사례 개요 열람거부됨')
    assert.is(rows(), 1)
    await lead.open('/log/entries?month=2026-10&person=nobody&case=__proto__&deed=%00&decision=x&page=-4')
    assert.is(lead.status, 200)
    const own = (await entriesIn(house)).filter(({ deed }) => deed === 'review the log')
    assert.is(own.length, 6)
  }))

test.run()

const openings = suite('who opened a case')

openings('shows its counsellor who it was, when, from where and what they did, the newest first', () =>
  inHouse(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await han.open('/cases/2026-0002')
    await han.follow('열람 기록')
    const lines = [...han.document.querySelectorAll('tbody tr')].map((row) => row.textContent?.replace(/\s+/g, ' '))
    assert.match(lines[0] ?? '', '한지우 (상담원)사례 개요 열람')
    han.mustSee(
      '2026-10-12 (월) 10:16청소년(링크)설문 응답10.0.0.7',
      '2026-10-12 (월) 10:15마선생 (학교 담당자)학교의 의뢰 열람10.0.0.7',
      '2026-10-12 (월) 10:12서연우 (사업 책임자)사례 개요 열람10.0.0.7',
    )
    assert.not(han.sees('2026-0003'))
    await han.tick('내 기록 빼기').press('보기')
    assert.not(han.sees('한지우 (상담원)사례 개요'))
    han.mustSee('서연우 (사업 책임자)')
  }),
)

openings('marks what was refused, and goes back three months unless asked for more', () =>
  inHouse(async (house) => {
    const seen = { by: 'bora', role: 'counsellor', deed: 'see a case', caseNumber: '2026-0004', status: 200 }
    await house.store.log({ ...seen, at: momentAt('2026-08-21', '12:00'), decision: 'allowed' })
    const lead = await aVisitor(house).signIn('seo')
    await lead.open('/cases/2026-0004/openings')
    lead.mustSee('이보라 (상담원)사례 개요 열람거부됨')
    assert.not(lead.sees('2026-08-21'))
    await lead.choose('기간', '최근 12개월').press('보기')
    lead.mustSee('2026-08-21 (금) 12:00이보라')
  }),
)

openings('is for nobody else: not for another counsellor, a school, the administrator or a broken glass', () =>
  inHouse(async (house) => {
    for (const [id, status] of [
      ['bora', 404],
      ['ma', 403],
      ['oh', 404],
      ['yoo', 404],
    ] as const) {
      const visitor = await aVisitor(house).signIn(id)
      await visitor.open('/cases/2026-0002/openings')
      assert.is(visitor.status, status, id)
    }
    const bora = await aVisitor(house).signIn('bora')
    await bora.open('/break-glass')
    await bora.fill('사례번호', '2026-0002').fill('사유', why).press('기록을 남기고 열기')
    assert.not(bora.sees('열람 기록'))
    await bora.open('/cases/2026-0002/openings')
    assert.is(bora.status, 403)
  }),
)

openings.run()
