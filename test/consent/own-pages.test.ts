// Over 150 lines because the way of a guardian, of a youth and of the counsellor beside them is one story.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { aHouse, type TestHouse } from '../support/house.ts'
import { aLink, asksByLink, aYoungCase, comesBy, said, saidByGuardian, saveCase } from '../support/own.ts'
import { aSession } from '../support/samples.ts'
import { aVisitor } from '../support/visitor.ts'

const number = '2026-0001'
const mothers = ['개인정보 수집·이용', '민감정보 처리', '상담을 의뢰한 곳에 알리기', '보호자 참여', '연구에 쓰기']
const limits = '비밀 보장과 예외'
const onHers = { 'guardian-under-14': 'given', sensitive: 'given', 'third-party': 'refused', research: 'refused' }
const herAnswers = {
  ...onHers,
  ...{ 'guardian-participation': 'given', 'confidentiality-limits': 'given', signedName: '박 서윤' },
}

let house: TestHouse
const test = suite('the own page of a guardian or a youth')
test.before.each(async () => {
  house = await aHouse((view) => view.saveCase(aYoungCase()))
})
test.after.each(() => house.close())

const theCase = async () => (await house.store.caseFile(number))!

/** Han makes a link for somebody, and reads it off the page. */
async function linkFor(whom: string): Promise<string> {
  const han = await aVisitor(house).signIn('han')
  await han.open(`/cases/${number}/consents`)
  await han.choose('누구에게 보낼 링크인지', whom).press('링크 만들기')
  han.mustSee('이 링크는 지금 한 번만 보입니다.', 'QR 코드')
  return han.valueOf('링크').split('/consent/')[1]!
}

test('a guardian answers by a link, without scripts; staff verify and the case goes on', async () => {
  await saveCase(house, aYoungCase({ consents: ['collection', 'sensitive', 'counselling'].map((kind) => said(kind)) }))
  const token = await linkFor('어머니 박서윤')
  const mother = aVisitor(house)
  await mother.open(`/consent/${token}`)
  assert.is(mother.title, '안내')
  for (const name of ['김민준', '박서윤', '새길']) assert.not(mother.sees(name), name)
  await mother.press('열기')
  assert.is(mother.path, '/my')
  mother.mustSee('김민준 님의 상담에 대해 여쭙니다', '새길 상담센터', '만 14세 미만', '2026년 12월 6일까지')
  assert.is(mother.document.querySelectorAll('input:checked').length, 0, 'nothing is chosen beforehand')
  assert.not(mother.sees('박서윤'), 'the name on file is not shown')

  // half filled in: said at its place, nothing chosen is lost
  mother.choose(mothers[0]!, '동의합니다').fill('보호자 성명', '박 서윤')
  await mother.press('답 보내기')
  assert.is(mother.status, 422)
  mother.mustSee('아직 보내지 않았습니다', '아직 고르지 않으셨습니다.')
  assert.is(mother.document.querySelectorAll('input:checked').length, 1)
  for (const kind of mothers.slice(1)) mother.choose(kind, '동의합니다')
  await mother.choose(limits, '읽고 알았습니다').press('답 보내기')
  mother.mustSee('답을 잘 받았습니다. 고맙습니다.', '법정대리인이 맞는지 확인하려고 연락드립니다')

  const file = await theCase()
  assert.is(file.consents.length, 9)
  const first = file.consents[3]!
  assert.equal(
    [first.kind, first.giver, first.guardian, first.route, first.on, first.by],
    ['guardian-under-14', 'guardian', 0, 'link', '2026-11-22', 'guardian'],
  )
  assert.is(first.verification, undefined, 'a link alone verifies nobody')
  assert.is(
    (await house.store.entries('notices')).filter(({ to, what }) => to === 'han' && what === 'consent-answered').length,
    1,
  )

  const han = await aVisitor(house).signIn('han')
  han.mustSee('링크로 답한 보호자 확인')
  await han.open(`/cases/${number}/consents`)
  han.mustSee('법정대리인 확인 전', '링크로 답했습니다.', '박 서윤', '기록과 같음')
  await han.choose('확인 방법', '전화 확인').press('법정대리인 확인 기록')
  han.mustSee('필요한 동의를 모두 받았습니다.')
  await mother.open('/my')
  mother.mustSee('법정대리인 확인을 마쳤습니다.')
})

test('a youth is asked in simple words, and answers their own kinds', async () => {
  const { token, link } = aLink({ whose: 'youth', id: 'youth-1' })
  await saveCase(house, aYoungCase({ links: [link] }))
  const minjun = await comesBy(aVisitor(house), token)
  minjun.mustSee('상담을 시작하기 전에 물어볼게요', '김민준 님, 안녕하세요?', '보호자의 동의도 있어야 해요')
  for (const kind of [
    '나에 대한 정보를 받아 두기',
    '조심해서 다루는 이야기',
    '상담에 참여하기',
    '상담을 부탁한 곳에 알리기',
    '설문에 답하기',
    '연구에 쓰기',
  ])
    minjun.choose(kind, '동의해요')
  await minjun.choose('비밀 지키기', '읽었고 알겠어요').press('답 보내기')
  minjun.mustSee('답을 잘 받았어요. 고마워요.')
  const kinds = (await theCase()).consents.map(({ kind, giver, by }) => `${giver} ${by} ${kind}`)
  assert.is(kinds.length, 7)
  assert.ok(kinds.includes('youth youth collection'))
})

test('the same answers again get the same thanks and change nothing; others are refused', async () => {
  const { token, link } = aLink()
  await saveCase(house, aYoungCase({ links: [link] }))
  const asks = asksByLink(house, token)
  for (let times = 0; times < 3; times++) {
    const answer = await asks('/my/answers', herAnswers)
    assert.equal([answer.status, answer.headers.get('Location')], [303, '/my/page?done=own-answered'])
  }
  assert.is((await theCase()).consents.length, 6)
  const other = await asks('/my/answers', { ...herAnswers, research: 'given' })
  assert.is(other.status, 409)
  assert.match(await other.text(), '이미 답을 받았습니다')
  assert.is((await asks('/my/answers', {})).status, 409)
  assert.is((await theCase()).consents.length, 6)
})

test('shows the next meeting, what is kept, who sees it and when it goes', async () => {
  const { token, link } = aLink({ answered: '2026-11-22T00:30:00.000Z' })
  await saveCase(house, aYoungCase({ links: [link], consents: [saidByGuardian('guardian-under-14', 0)] }))
  await house.store.change((view) => {
    view.saveSession(aSession({ id: '2026-11-23-01', startAt: '2026-11-23T05:00:00.000Z' }))
    view.saveSession(aSession({ id: '2026-11-22-02', startAt: '2026-11-22T05:00:00.000Z', kind: 'liaison' }))
    return { ok: true, value: undefined }
  })
  const mother = await comesBy(aVisitor(house), token)
  mother.mustSee('2026년 11월 23일 (월) 14:00', '상담실 1', '만난 날짜와 시간', '상담이 끝나고 3년 뒤에 지웁니다.')
  mother.mustSee('법정대리인 확인을 기다리고 있습니다.', '상담을 의뢰한 곳에는 접수했는지와 끝났는지만 알립니다.')
  assert.not(mother.sees('설문 답 '), 'no survey was answered')
  await saveCase(house, {
    ...(await theCase()),
    closings: [{ on: '2026-11-22', reason: 'moved', by: 'han', at: '2026-11-22T01:00:00.000Z' }],
  })
  await mother.open('/my')
  mother.mustSee('2029년 11월 22일에 지웁니다.')
})

test('says who opened the file lately, by what they are and not by name', async () => {
  const { token, link } = aLink({ answered: '2026-11-22T00:30:00.000Z' })
  await saveCase(house, aYoungCase({ links: [link] }))
  await (await aVisitor(house).signIn('han')).open(`/cases/${number}`)
  await (await aVisitor(house).signIn('bora')).open(`/cases/${number}`)
  house.clock.set('2026-11-23T01:00:00.000Z')
  await (await aVisitor(house).signIn('seo')).open(`/cases/${number}`)
  const mother = await comesBy(aVisitor(house), token)
  await mother.follow('누가 열어 보았는지 보기')
  const days = [...mother.document.querySelectorAll('.days div')].map((day) =>
    day.textContent.replace(/\s+/g, ' ').trim(),
  )
  assert.equal(days, ['2026년 11월 23일사업 책임자', '2026년 11월 22일상담원'])
  for (const name of ['한지우', '서연우', '이보라']) assert.not(mother.sees(name))
})

test('a yes is taken back on the same page, the reason left to them', async () => {
  const { token, link } = aLink({ answered: '2026-11-20T01:00:00.000Z' })
  const youths = ['collection', 'sensitive', 'counselling'].map((kind) => said(kind))
  const hers = saidByGuardian('guardian-under-14', 0, {
    verification: { method: 'call', by: 'han', at: '2026-11-20T01:00:00.000Z' },
  })
  await saveCase(house, aYoungCase({ links: [link], consents: [...youths, hers] }))
  const mother = await comesBy(aVisitor(house), token)
  await mother.follow('철회하기: 개인정보 수집·이용')
  mother.mustSee('‘개인정보 수집·이용’에 대한 동의를 철회하시겠습니까?', '철회하시면 상담을 멈춥니다.')
  await mother.press('철회하기')
  mother.mustSee('철회를 받았습니다.', '2026년 11월 22일에 철회하심')
  const { withdrawn } = (await theCase()).consents[3]!
  assert.equal([withdrawn?.by, withdrawn?.on, withdrawn?.why], ['guardian', '2026-11-22', undefined])
  assert.is((await house.store.entries('notices')).filter(({ what }) => what === 'consent-withdrawn').length, 1)
  const han = await aVisitor(house).signIn('han')
  await han.open(`/cases/${number}/consents`)
  han.mustSee('법정대리인 동의(만 14세 미만) · 보호자 · 아직 받지 않음')
  // a second tap finds it done
  assert.is(
    (await asksByLink(house, token)('/my/answers/4/withdrawal', { why: '' })).headers.get('Location'),
    '/my/page',
  )
})

test('finishing ends it on this device, and the link opens it again', async () => {
  const { token, link } = aLink({ answered: '2026-11-20T01:00:00.000Z' })
  await saveCase(house, aYoungCase({ links: [link] }))
  const mother = await comesBy(aVisitor(house), token)
  await mother.press('마치기')
  assert.is(mother.path, '/my/closed')
  assert.is((await asksByLink(house, token)('/my/end', {})).headers.get('Clear-Site-Data'), '"cache", "storage"')
  await mother.open('/my')
  assert.is(mother.status, 404)
  mother.mustSee('지금은 열 수 없습니다')
  await comesBy(mother, token)
  mother.mustSee('김민준 님의 상담')
  // leaving without scripts is a link
  await mother.follow('바로 나가기')
  await mother.open('/my')
  assert.is(mother.status, 404)
})

test('staff who are signed in do not come in, so that nobody answers in a guardian’s place', async () => {
  const { token, link } = aLink()
  await saveCase(house, aYoungCase({ links: [link] }))
  const han = await aVisitor(house).signIn('han')
  await comesBy(han, token)
  assert.is(han.status, 409)
  han.mustSee('먼저 로그아웃해 주십시오')
  assert.not(han.sees('김민준'))
})

test('a new link takes the place of the older one, and a revoked one opens nothing', async () => {
  const first = await linkFor('아버지 김도현')
  const second = await linkFor('아버지 김도현')
  assert.is((await comesBy(aVisitor(house), first)).status, 404)
  const father = await comesBy(aVisitor(house), second)
  father.mustSee('김민준 님의 상담에 대해 여쭙니다')
  const han = await aVisitor(house).signIn('han')
  await han.open(`/cases/${number}/consents`)
  await han.press('링크 회수: 아버지 김도현')
  han.mustSee('링크를 회수했습니다. 이제 열리지 않습니다.')
  await father.open('/my')
  assert.is(father.status, 404)
})

test.run()
