// Over 150 lines because it is one way, told from its beginning to its end.
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { momentAt, plusDays, plusMinutes } from '../../src/time/days.ts'
import type { TestHouse } from '../support/house.ts'
import { aCase } from '../support/samples.ts'
import { aVisitor } from '../support/visitor.ts'
import { movedByOne } from './moved-by-one.ts'

/** Whoever goes the way: a visitor with scripts off, or a real browser. Things are found by the words at them. */
export interface Walker {
  signIn(id: string): Promise<unknown>
  open(path: string): Promise<unknown>
  fill(label: string, value: string | number, within?: string): unknown
  choose(question: string, answer: string, within?: string): unknown
  tick(question: string, ...answers: string[]): unknown
  press(button: string, within?: string): Promise<unknown>
  follow(link: string, within?: string): Promise<unknown>
  mustSee(...words: string[]): unknown
  valueOf(label: string): string | Promise<string>
  wordsHere(): string | Promise<string>
}

/** Minjun's twin, referred before and not decided on: same name, same birth date. */
export const twin = aCase({ number: '2026-0001' })
const number = '2026-0002'
const start = '2026-11-22'

/** Every figure of the report as the lead reads it: code counts and bases by figure. */
export async function figures(
  house: TestHouse,
): Promise<Record<string, { base: number; counts: Record<string, number> }>> {
  const lead = await aVisitor(house).signIn('seo')
  await lead.open('/report/figures.json')
  const { figures } = JSON.parse(lead.text) as {
    figures: { id: string; base: number; rows: { code: string; count: number }[] }[]
  }
  return Object.fromEntries(
    figures.map(({ id, base, rows }) => [
      id,
      { base, counts: Object.fromEntries(rows.map((row) => [row.code, row.count])) },
    ]),
  )
}

/** 1 A school refers a 13-year-old and gets a number. */
export async function refer(walker: Walker): Promise<void> {
  await walker.signIn('oh')
  await walker.open('/referrals/new')
  await walker.fill('성명', '김민준')
  await walker.fill('생년월일', '2013-03-02')
  await walker.choose('성별', '남')
  await walker.choose('학교급', '중학교')
  await walker.fill('학년', 1)
  await walker.choose('보호자 관계', '어머니')
  await walker.fill('보호자 연락처', '010-0000-0001')
  await walker.choose('보호자에게 의뢰를 알렸는지', '예')
  await walker.choose('의뢰 경로', '학교폭력대책심의위원회')
  await walker.choose('의뢰 근거', '학교폭력예방법 17조1항5호 특별교육·심리치료')
  await walker.tick('학교폭력 조치', '5호 특별교육 이수 또는 심리치료')
  await walker.tick('행위 유형', '불법촬영(카메라 이용 촬영)')
  await walker.choose('유포 여부', '예')
  await walker.choose('피해자와의 관계', '같은 반')
  await walker.choose('피해자와 같은 학교인지', '예')
  // the day of the committee's decision is forgotten: said at its field, nothing typed is lost
  await walker.press('다음: 내용 확인')
  await walker.mustSee('다시 확인해 주십시오', '이 의뢰 근거를 고르면 결정일을 적어야 합니다.')
  assert.is(await walker.valueOf('성명'), '김민준')
  await walker.fill('결정일', '2026-11-02')
  await walker.press('다음: 내용 확인')
  await walker.mustSee('내용 확인', '김민준', '만 13세', '언덕중학교')
  await walker.press('의뢰서 보내기')
  await walker.mustSee('의뢰서를 받았습니다', number)
}

/** 2 The lead is warned of the twin, accepts and assigns; the school sees what became of it. */
export async function accept(walker: Walker): Promise<void> {
  await walker.signIn('seo')
  await walker.open('/referrals')
  await walker.follow(number)
  await walker.mustSee('같은 사람일 수 있는 사례', '이름과 생년월일이 같음', twin.number)
  await walker.choose('결정', '접수하고 담당 상담원 지정')
  await walker.press('결정 기록')
  await walker.mustSee('담당 상담원을 골라 주십시오.')
  await walker.choose('담당 상담원', '한지우 (진행 중 0건)')
  await walker.press('결정 기록')
  await walker.mustSee('접수하고 담당 상담원을 정했습니다.')
  await walker.signIn('oh')
  await walker.open(`/school/${number}`)
  await walker.mustSee('접수되었습니다')
}

/** 3 Consent, and the gate that stays shut until the guardian is verified. */
export async function agree(walker: Walker): Promise<void> {
  await walker.signIn('han')
  await walker.open(`/cases/${number}/consents`)
  await walker.choose('답한 사람', '청소년 (김민준)')
  await walker.choose('받은 방법', '서면')
  for (const kind of ['개인정보 수집·이용 동의', '민감정보 처리 동의', '상담 참여 동의', '설문 참여 동의'])
    await walker.choose(kind, '동의')
  await walker.press('답 기록')
  await walker.mustSee('법정대리인 동의(만 14세 미만) · 보호자 · 아직 받지 않음')
  await walker.open(`/cases/${number}/interview`)
  await walker.mustSee('필요한 동의를 모두 받은 뒤에 적을 수 있습니다.')
  await walker.open(`/cases/${number}/consents`)
  await walker.choose('답한 사람', '어머니')
  await walker.choose('받은 방법', '전화')
  await walker.choose('법정대리인 동의(만 14세 미만)', '동의')
  await walker.press('답 기록')
  await walker.mustSee('법정대리인 동의(만 14세 미만) · 보호자 · 법정대리인 확인 전')
  await walker.open(`/cases/${number}/interview`)
  await walker.mustSee('필요한 동의를 모두 받은 뒤에 적을 수 있습니다.')
  await walker.open(`/cases/${number}/sessions/new`)
  await walker.mustSee('필요한 동의를 모두 받은 뒤에 할 수 있습니다.')
  await walker.open(`/cases/${number}/consents`)
  await walker.choose('확인 방법', '전화 확인')
  await walker.press('법정대리인 확인 기록')
  await walker.mustSee('필요한 동의를 모두 받았습니다.')
}

/** 4 Interview, plan and the intake survey's link. */
export async function intake(walker: Walker): Promise<void> {
  await walker.open(`/cases/${number}/interview`)
  await walker.fill('면접 요약', '처음 만나 이야기를 들었다.')
  await walker.choose('있었던 일을 인정하는 정도', '일부 인정함')
  await walker.tick('상담원이 판단한 동기', '재미나 장난', '호기심')
  await walker.choose('상담원이 판단한 주된 동기', '호기심')
  await walker.tick('행위 유형', '불법촬영물 게시·공유 등 통신매체 이용')
  await walker.tick('유포 경로', 'SNS')
  await walker.fill('청소년의 목표', '다시는 하지 않기')
  await walker.press('초기면접 저장')
  await walker.mustSee('초기면접을 저장했습니다.', '상담 계획')
  await walker.fill('회기 수', 9)
  await walker.press('계획 저장')
  await walker.mustSee('회기는 10회 이상으로 적어 주십시오.')
  await walker.fill('회기 수', 10)
  await walker.press('계획 저장')
  await walker.mustSee('계획을 저장했습니다.')
}

/** Issues a survey and gives its one-time link. */
export async function issue(walker: Walker, survey: string): Promise<string> {
  await walker.open(`/cases/${number}/surveys`)
  await walker.press(`링크 만들기: ${survey}`)
  return walker.valueOf('링크')
}

/** 5 Books eleven Mondays at four, and sees who is in the way of a twelfth. */
export async function bookEleven(walker: Walker, house: TestHouse): Promise<void> {
  for (let week = 0; week < 11; week++) await bookOn(walker, plusDays('2026-11-23', 7 * week))
  await bookOn(walker, '2026-11-23', 'clash')
  await walker.mustSee('한지우 상담원의 다른 일정(2026-0002)이 있습니다')
  assert.is((await house.store.sessionsOf(number)).length, 11)
}

async function bookOn(walker: Walker, on: string, clash?: 'clash'): Promise<void> {
  await walker.open(`/cases/${number}/sessions/new`)
  await walker.fill('날짜', on)
  await walker.fill('시작 시각', '16:00')
  await walker.choose('상담실', '상담실 1')
  await walker.press('이 시간으로 예약')
  if (!clash) await walker.mustSee('회기')
}

/** 6 Each session in its hour: the third is a no-show, the others are held; the clock is set to each. */
export async function holdTen(walker: Walker, house: TestHouse): Promise<void> {
  const sessions = await house.store.sessionsOf(number)
  for (const [at, { id, startAt }] of sessions.entries()) {
    house.clock.set(plusMinutes(startAt, 50))
    await walker.signIn('han')
    await walker.open(`/sessions/${id}`)
    await walker.choose('출석', at === 2 ? '무단 결석' : '참석')
    await walker.press('출석 기록')
    await walker.mustSee(at === 2 ? '결석' : '상담일지 미완료')
  }
}

/**
 * 7 A note is signed for each held session; what the first says to the school is looked at before. The first is added
 * to, and can no longer be changed.
 */
export async function writeNotes(walker: Walker, house: TestHouse): Promise<void> {
  const held = (await house.store.sessionsOf(number)).filter((_, at) => at !== 2)
  for (const [at, { id }] of held.entries()) {
    await walker.open(`/cases/${number}/notes/${id}`)
    await walker.fill('진행 내용', '있었던 일을 함께 돌아보았다.')
    if (at === 0) await walker.fill('학교에 보낼 안내', '성실하게 참석했습니다.')
    await walker.press('서명하고 마치기')
    if (at === 0) await confirmRelease(walker)
    await walker.mustSee('서명함')
  }
  await walker.open(`/cases/${number}/notes/${held[0]?.id}`)
  await walker.fill('덧붙일 내용', '보호자와 통화함.')
  await walker.press('덧붙이기')
  await walker.mustSee('보호자와 통화함.', '있었던 일을 함께 돌아보았다.', '한지우')
}

async function confirmRelease(walker: Walker): Promise<void> {
  await walker.mustSee('학교가 보게 될 내용', '새로 보이는 글', '성실하게 참석했습니다.')
  await walker.press('확인하고 서명')
}

/** The exit survey beside the intake survey, scale by scale: every line answered 2, then every line answered 4. */
export async function seeChange(walker: Walker): Promise<void> {
  await walker.open(`/cases/${number}/surveys/results`)
  // five lines, two of them the other way round: (3 × 2 + 2 × 4) / 5 = 2.8, then (3 × 4 + 2 × 2) / 5 = 3.2
  await walker.mustSee(
    '심각성 인식시점점수사전과의 차이사전2.80 5/5문항에 답함–사후3.20 5/5문항에 답함+0.40',
    '사진·영상 유포에 대한 통념시점점수사전과의 차이사전2.67 6/6문항에 답함–사후3.33 6/6문항에 답함+0.67',
  )
}

/** 8 Closes the case, with nothing left open but the hours that nobody ordered. */
export async function close(walker: Walker): Promise<void> {
  await walker.open(`/cases/${number}/closing`)
  await walker.mustSee('남은 일이 없습니다. 종결할 수 있습니다.')
  await walker.choose('종결 사유', '목표 회기·시간 이수')
  await walker.press('사례 종결')
  await walker.mustSee('사례를 종결했습니다.')
  await walker.signIn('oh')
  await walker.open(`/school/${number}`)
  await walker.mustSee('상담이 끝났습니다', '이수', '8시간 20분', '성실하게 참석했습니다.')
}

/** 9 Every figure that this one youth touches has moved by just as much, and no other. */
export async function compare(house: TestHouse, before: Awaited<ReturnType<typeof figures>>): Promise<void> {
  const after = await figures(house)
  const moved = Object.entries(after).flatMap(([id, { base, counts }]) =>
    Object.entries(counts)
      .map(([code, count]) => [code, count - (before[id]?.counts[code] ?? 0)] as const)
      .filter(([, by]) => by !== 0)
      .map(([code, by]) => `${id} ${code} ${by} of ${base}`),
  )
  assert.equal(moved.sort(), movedByOne)
}

export const prepare = async (house: TestHouse): Promise<void> => {
  house.clock.set(momentAt(start, '10:00'))
  await house.store.change((view) => done(view.saveCase(twin)))
}
