// Over 150 lines because one certificate is followed from its issue to whoever holds the paper, and to its end.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Certificate } from '../../src/casefile/outcome.ts'
import { done } from '../../src/result.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { aSession, jiho, signed } from '../support/samples.ts'
import { aCaseUnderWay, consentsOfYouth } from '../support/under-way.ts'
import { aVisitor } from '../support/visitor.ts'

/*
 * Minjun's course, Han's and of Hill, ordered by a committee: two of two sessions held in November for 90 minutes, the
 * notes signed, the exit survey answered. Jiho's, of River, has one of two.
 */
const han = signed('han', '2026-11-16T08:00:00.000Z')
const met = (caseNumber: string, day: number, creditedMinutes: number, id = `2026-11-${day}-0${caseNumber.at(-1)}`) =>
  aSession({
    ...{ id, startAt: `2026-11-${day}T05:00:00.000Z` },
    attendees: [{ caseNumber, ordinal: 1, attendance: { code: 'attended', creditedMinutes, ...han } }],
  })
const sessions = [met('2026-0001', 10, 50), met('2026-0001', 12, 40), met('2026-0002', 11, 50)]
const notes = sessions.map(({ id }) => ({ sessionId: id, signed: { summary: 'ZQNOTE', ...han }, addenda: [] }))
const surveys = [
  {
    ...{ id: 'exit-1', survey: 'exit', version: 1, wave: 'exit', expiresAt: '2026-12-01T00:00:00.000Z', ...han },
    response: { at: han.at, lang: 'ko' as const, answers: {} },
  },
]
const plan = { sessions: 2, minutes: 50, kind: 'individual', mode: 'in-person', startOn: '2026-11-10', ...han }
const under = aCaseUnderWay()
const minjuns: CaseFile = aCaseUnderWay({
  ...{ plan, notes, surveys },
  referral: {
    ...under.referral,
    ...{ basis: 'measure-5', decisionNumber: '언덕-12', decidedOn: '2026-10-30', orderedHours: 1 },
    ...{ types: ['illegal-filming'], channels: ['sns'], relation: 'same-class' },
  },
})
const jihos: CaseFile = aCaseUnderWay({
  ...{ number: '2026-0002', youth: jiho, school: { schoolId: 'river', level: 'high' }, consents: consentsOfYouth() },
  ...{ plan, notes, referral: { ...under.referral, schoolId: 'river' } },
})

async function inHouse(act: (house: TestHouse) => Promise<void>): Promise<void> {
  const house = await aHouse((view) => {
    for (const one of [minjuns, jihos]) view.saveCase(one)
    for (const one of sessions) view.saveSession(one)
  })
  await signedIn(house)
  try {
    await act(house)
  } finally {
    await house.close()
  }
}
const certificatesOf = async ({ store }: TestHouse, number = '2026-0001'): Promise<Certificate[]> =>
  (await store.caseFile(number))?.certificates ?? []
const post = (house: TestHouse, who: string, path: string, fields: Record<string, string>) =>
  ask(house, who, 'POST', path, { headers: { ...ownPage, ...asForm }, body: new URLSearchParams(fields).toString() })

const pages = suite('a certificate on its way')

pages('is issued by the counsellor, printed with nothing that tells, and checked by whoever holds it', () =>
  inHouse(async (house) => {
    const counsellor = await aVisitor(house).signIn('han')
    await counsellor.open('/cases/2026-0001/closing')
    await counsellor.follow('이수확인서 발급·관리')
    await counsellor.choose('받는 사람', '청소년').press('발급하기')
    assert.is(counsellor.path, '/cases/2026-0001/certificates/1?done=certified')
    counsellor.mustSee('이수확인서', '김민준', '2026년 11월 10일 – 2026년 11월 12일', '1시간 30분', '2026-0001-1')
    counsellor.mustSee('학교폭력예방법 제17조 제1항 제5호에 따른 특별교육', '언덕-12', '청소년 상담·교육 과정')
    const [one] = await certificatesOf(house)
    counsellor.mustSee(one?.code ?? '-')
    const paper = counsellor.document.querySelector('.paper')?.textContent ?? ''
    assert.not.match(paper, /성범죄|촬영|SNS|동기|의뢰 내용|ZQNOTE|같은 반/)
    const anybody = aVisitor(house)
    await anybody.open(`/certificates/${one?.code}`)
    anybody.mustSee('유효한 확인서입니다', '김민준', '2026-0001-1', '1시간 30분', '새길 상담센터')
    for (const never of ['언덕', '학교폭력', '2012', '보호자', '박서윤', '한지우', 'ZQNOTE'])
      assert.not.ok(anybody.sees(never))
    assert.is(anybody.headers.get('X-Robots-Tag'), 'noindex')
    assert.is(anybody.headers.get('Cache-Control'), 'no-store')
    assert.is(anybody.title, '확인서 확인')
  }),
)

pages('is found by the code typed from the paper, however it is written', () =>
  inHouse(async (house) => {
    assert.is((await post(house, 'han', '/cases/2026-0001/certificates', { holder: 'youth' })).status, 303)
    const [one] = await certificatesOf(house)
    const anybody = aVisitor(house).inEnglish()
    await anybody.open('/certificates')
    await anybody.fill('Code', one?.code.toLowerCase().replaceAll('-', ' ') ?? '').press('Check')
    anybody.mustSee('This certificate is in force', '김민준', '1 h 30 min')
    assert.is(anybody.path, `/certificates/${one?.code}`)
  }),
)

pages('is answered alike where the code is made up, malformed, cut short or of an erased case', () =>
  inHouse(async (house) => {
    await post(house, 'han', '/cases/2026-0001/certificates', { holder: 'youth' })
    const [one] = await certificatesOf(house)
    const code = one?.code ?? ''
    const forged = `${code.startsWith('A') ? 'B' : 'A'}${code.slice(1)}`
    await house.store.change((view) => done(view.eraseCase('2026-0001')))
    const said = []
    for (const typed of [
      code,
      forged,
      'AAAA-AAAA-AAAA-AAAA-AAAA',
      'x',
      '2026-0001-1',
      code.slice(0, 12),
      '%00',
      '가',
    ]) {
      const answer = await ask(house, undefined, 'GET', `/certificates/${typed}`)
      assert.is(answer.status, 404, typed)
      said.push((await answer.text()).replace(/name="to" value="[^"]*"/, ''))
    }
    assert.is(new Set(said).size, 1)
    assert.not.match(said[0] ?? '', '김민준')
    assert.is((await ask(house, undefined, 'GET', '/certificates?code=nothing')).status, 404)
    assert.is((await ask(house, undefined, 'GET', '/certificates?code=')).status, 200)
  }),
)

pages('cannot be found by trying: an address is stopped after sixty in a minute', () =>
  inHouse(async (house) => {
    const statuses = []
    for (let at = 0; at < 61; at++)
      statuses.push((await ask(house, undefined, 'GET', '/certificates/AAAA-AAAA-AAAA-AAAA-AAAA')).status)
    assert.equal([statuses[59], statuses[60]], [404, 429])
  }),
)

pages('stays as it was printed when a session is put right, and the case says that it differs', () =>
  inHouse(async (house) => {
    await post(house, 'han', '/cases/2026-0001/certificates', { holder: 'youth' })
    await house.store.change((view) => done(view.saveSession(met('2026-0001', 12, 30))))
    const counsellor = await aVisitor(house).signIn('han')
    for (const path of ['', '/closing', '/certificates']) {
      await counsellor.open(`/cases/2026-0001${path}`)
      counsellor.mustSee('2026-0001-1: 발급한 뒤 출석이나 이름이 바뀌어')
    }
    await counsellor.follow(
      '2026-0001-1: 발급한 뒤 출석이나 이름이 바뀌어 지금 기록과 다릅니다. 확인하고 다시 발급해 주십시오.',
    )
    counsellor.mustSee('1시간 30분')
    await counsellor.press('회수하고 다시 발급')
    assert.is(counsellor.status, 422)
    await counsellor.fill('사유', '출석을 정정함').press('회수하고 다시 발급')
    assert.is(counsellor.path, '/cases/2026-0001/certificates/2?done=certified-anew')
    counsellor.mustSee('1시간 20분', '2026-0001-2')
    const [old, next] = await certificatesOf(house)
    const anybody = aVisitor(house)
    await anybody.open(`/certificates/${old?.code}`)
    anybody.mustSee('회수된 확인서입니다', '2026-0001-1', '1시간 30분')
    assert.not.ok(anybody.sees('출석을 정정함'))
    await anybody.open(`/certificates/${next?.code}`)
    anybody.mustSee('유효한 확인서입니다', '1시간 20분')
    await counsellor.open('/cases/2026-0001')
    assert.not.ok(counsellor.sees('발급한 뒤 출석이나'))
  }),
)

pages('is refused over what is open unless it says why, and then says attended', () =>
  inHouse(async (house) => {
    const counsellor = await aVisitor(house).signIn('han')
    await counsellor.open('/cases/2026-0002/certificates')
    counsellor.mustSee('계획한 2회 가운데 1회를 진행했습니다', '사후 설문의 답을 받지 않았습니다')
    await counsellor.choose('받는 사람', '청소년').press('발급하기')
    assert.is(counsellor.status, 422)
    counsellor.mustSee('끝나지 않은 일이 있습니다')
    assert.equal(await certificatesOf(house, '2026-0002'), [])
    await counsellor.fill('그대로 발급하는 이유', '전학을 감').press('발급하기')
    const paper = counsellor.document.querySelector('.paper')?.textContent ?? ''
    assert.match(paper, /참여확인서/)
    assert.not.match(paper, /이수확인서|전학/)
    await counsellor.follow('이수확인서 목록')
    counsellor.mustSee('끝나기 전에 발급함: 전학을 감')
  }),
)

pages('revoked, it is void on paper and on its check page, and another can be issued', () =>
  inHouse(async (house) => {
    await post(house, 'han', '/cases/2026-0001/certificates', { holder: 'youth' })
    const counsellor = await aVisitor(house).signIn('han')
    await counsellor.open('/cases/2026-0001/certificates/1')
    await counsellor.fill('사유', '다른 사람에게 줌').press('회수만 하기')
    counsellor.mustSee('회수함: 다른 사람에게 줌')
    await counsellor.follow('2026-0001-1')
    assert.ok(counsellor.document.querySelector('.paper.void'))
    assert.is((await post(house, 'han', '/cases/2026-0001/certificates/1/revocation', { why: 'x' })).status, 422)
    assert.is((await post(house, 'han', '/cases/2026-0001/certificates', { holder: 'youth' })).status, 303)
    assert.is((await certificatesOf(house)).length, 2)
  }),
)

pages('of the youth is printed by the school that referred where it may be told: its own, in force, no more', () =>
  inHouse(async (house) => {
    await post(house, 'han', '/cases/2026-0001/certificates', { holder: 'youth' })
    await post(house, 'han', '/cases/2026-0002/certificates', { holder: 'youth', despiteOpen: '전학' })
    const hill = await aVisitor(house).signIn('oh')
    await hill.open('/school/2026-0001')
    await hill.follow('2026-0001-1')
    hill.mustSee('김민준', '1시간 30분')
    assert.not.ok(hill.document.querySelector('form[action*="certificates"]'))
    const seen = async (who: string, path: string) => (await ask(house, who, 'GET', path)).status
    assert.is(await seen('ma', '/school/2026-0001/certificates/1'), 404, 'another school')
    // nobody ordered Jiho's course, and he has not agreed that River is told
    assert.is(await seen('ma', '/school/2026-0002/certificates/1'), 404)
    assert.is(await seen('oh', '/cases/2026-0001/certificates/1'), 403)
    assert.is(await seen('bora', '/cases/2026-0001/certificates'), 404)
    await post(house, 'han', '/cases/2026-0001/certificates/1/revocation', { why: '잘못' })
    assert.is(await seen('oh', '/school/2026-0001/certificates/1'), 404)
    await hill.open('/school/2026-0001')
    assert.not.ok(hill.sees('2026-0001-1'))
  }),
)

pages('leaves the issue, and each look at it by its code, in the log of the case', () =>
  inHouse(async (house) => {
    await post(house, 'han', '/cases/2026-0001/certificates', { holder: 'youth' })
    const [one] = await certificatesOf(house)
    await ask(house, undefined, 'GET', `/certificates/${one?.code}`)
    const deeds = []
    for await (const { deed, caseNumber, by } of house.store.logged(
      '2026-11-22T00:00:00.000Z',
      '2026-11-23T00:00:00.000Z',
    ))
      if (caseNumber === '2026-0001') deeds.push(`${by}: ${deed}`)
    assert.equal(deeds, ['han: issue a certificate', 'undefined: check a certificate'])
  }),
)

pages.run()
