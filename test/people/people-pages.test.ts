// Over 150 lines because each thing that an administrator does with an account is gone through on its page.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { casesAtEveryStage, saveStages, secrets } from '../support/stages.ts'
import { aVisitor } from '../support/visitor.ts'

let house: TestHouse
const accounts = suite('looking after the accounts')
accounts.before.each(async () => {
  house = await aHouse(saveStages)
})
accounts.after.each(() => house.close())

const accountOf = async (email: string) => {
  const person = await house.store.personByEmail(email)
  if (!person) throw new Error(`nobody has the address ${email}`)
  return person
}
/** The administrator on the page of one account. */
const yooAt = async (id: string) => (await aVisitor(house).signIn('yoo')).open(`/settings/people/${id}`)

accounts('a new account comes with a link that is shown once and kept as a hash', async () => {
  const yoo = await (await aVisitor(house).signIn('yoo')).follow('설정')
  await yoo.follow('계정 만들기')
  await yoo.fill('이름', '나래').fill('전자우편 주소', 'Narae@example.test')
  await yoo.choose('역할', '학교 담당자: 소속 학교에서 의뢰한 것만 봅니다').press('링크 만들기')
  assert.is(yoo.status, 422)
  yoo.mustSee('학교를 골라 주십시오')
  assert.is(yoo.valueOf('이름'), '나래')
  await yoo.choose('학교', '강변고등학교').press('링크 만들기')
  const link = yoo.document.querySelector('#link')?.getAttribute('value') ?? ''
  assert.match(link, /^https:\/\/saegil\.test\/invitation\/[\w-]{43}$/)
  const narae = await accountOf('narae@example.test')
  assert.is(narae.invitation?.until, '2026-11-22T01:15:00.000Z')
  assert.not.match(JSON.stringify(narae), link.slice(-43))
  await yoo.follow('계정으로 돌아가기')
  yoo.mustSee('학교 담당자 · 강변고등학교', '초대함', '계정 만듦', '유하늘')
  assert.not(yoo.text.includes(link.slice(-43)))
})

accounts('an address that is taken is refused at its field', async () => {
  const yoo = await (await aVisitor(house).signIn('yoo')).open('/settings/people/new')
  await yoo.fill('이름', '한').fill('전자우편 주소', 'han@example.test')
  await yoo.choose('역할', '상담원: 맡은 사례만 봅니다').press('링크 만들기')
  assert.is(yoo.status, 422)
  yoo.mustSee('이미 다른 계정이 쓰는 주소입니다')
})

accounts('a changed role counts on the next request, and signs out everywhere', async () => {
  const bora = await aVisitor(house).signIn('bora')
  assert.is((await bora.open('/cases')).status, 200)
  const yoo = await yooAt('bora')
  await yoo
    .choose('역할', '학교 담당자: 소속 학교에서 의뢰한 것만 봅니다')
    .choose('학교', '언덕중학교')
    .press('역할 바꾸기')
  yoo.mustSee('역할을 바꾸었습니다', '역할 변경')
  await bora.open('/cases')
  assert.match(bora.path, /^\/sign-in/)
  await bora.signIn('bora')
  assert.is((await bora.open('/cases')).status, 403)
})

accounts('an account that has ended opens nothing from the next request on, and is offered nowhere', async () => {
  const bora = await aVisitor(house).signIn('bora')
  const yoo = await yooAt('bora')
  await yoo.press('계정 사용 끝내기')
  yoo.mustSee('계정 사용을 끝냈습니다', '사용 끝남')
  await bora.open('/cases')
  assert.match(bora.path, /^\/sign-in/)
  assert.ok((await bora.signIn('bora').catch((refused: Error) => refused)) instanceof Error)
  const seo = await aVisitor(house).signIn('seo')
  for (const path of ['/cases/2026-0002', '/cases/2026-0001', '/calendar', '/cases/2026-0005/sessions', '/']) {
    await seo.open(path)
    for (const option of seo.document.querySelectorAll('option'))
      assert.not(option.textContent.includes('이보라'), `${path} offers her`)
  }
  await yoo.press('계정 다시 열기')
  yoo.mustSee('계정을 다시 열었습니다', '계정 다시 엶', '계정 사용 끝냄')
  await bora.signIn('bora')
})

accounts('a new link for a forgotten password takes the place of the one before', async () => {
  const linkOn = async () => {
    const yoo = await yooAt('han')
    await yoo.press('링크 만들기')
    return yoo.document.querySelector('#link')?.getAttribute('value')?.slice(-43)
  }
  const [first, second] = [await linkOn(), await linkOn()]
  assert.is.not(first, second)
  const han = await accountOf('han@example.test')
  assert.ok(han.password, 'the password holds until a new one is chosen')
  assert.equal(
    han.grants?.map(({ what }) => what),
    ['invited', 'invited'],
  )
})

accounts('factors are reset with a reason; their owner is told', async () => {
  const yoo = await yooAt('han')
  await yoo.press('두 번째 확인 초기화')
  assert.is(yoo.status, 422)
  await yoo.fill('사유', '전화기를 바꿈').press('두 번째 확인 초기화')
  yoo.mustSee('두 번째 확인과 비밀번호를 초기화했습니다', '전화기를 바꿈')
  const logged = []
  for await (const { why } of house.store.logged('2026-11-22T00:00:00Z', '2026-11-23T00:00:00Z')) logged.push(why)
  assert.ok(logged.includes('factors-reset'), 'the log says what was done, by a code')
  assert.not.match(JSON.stringify(logged), '전화기')
  const han = await accountOf('han@example.test')
  assert.is(han.factors, undefined)
  const [notice] = (await house.store.entries('notices')).filter(({ to }) => to === 'han')
  assert.is(notice?.what, 'factors-changed')
  assert.is(han.password, undefined, 'a password alone must not be enough to set up new factors')
})

accounts('every lead is told of a right, a link or new factors for whoever may see cases', async () => {
  const before = (await house.store.entries('notices', { to: 'seo' })).length
  const yoo = await yooAt('bora')
  await yoo.press('링크 만들기')
  const told = (await house.store.entries('notices', { to: 'seo' })).slice(before)
  assert.equal(
    told.map(({ what, by, personId }) => [what, by, personId]),
    [['rights-changed', 'yoo', 'bora']],
  )
  const seo = await aVisitor(house).signIn('seo')
  seo.mustSee('유하늘 님이', '이보라 님의 계정 권한이나 로그인 방법을 바꾸었습니다')
})

accounts('nobody changes their own rights: neither on the page nor by hand', async () => {
  const yoo = await yooAt('yoo')
  yoo.mustSee('관리자가 한 명뿐입니다')
  for (const button of ['역할 바꾸기', '계정 사용 끝내기', '두 번째 확인 초기화']) assert.not(yoo.sees(button), button)
  await signedIn(house)
  for (const [path, body] of [
    ['role', 'role=lead'],
    ['ending', ''],
    ['factor-reset', 'why=x'],
    ['invitation', ''],
    ['return', ''],
  ]) {
    const posted = { headers: { ...ownPage, ...asForm }, body }
    assert.is((await ask(house, 'yoo', 'POST', `/settings/people/yoo/${path}`, posted)).status, 422, path)
  }
  assert.is((await accountOf('yoo@example.test')).grants, undefined)
})

accounts('a name that was mistyped is corrected, one’s own too', async () => {
  const yoo = await yooAt('yoo')
  await yoo.fill('이름', '유하늬').fill('전자우편 주소', 'yoo@example.kr').press('저장')
  yoo.mustSee('이름과 전자우편 주소를 저장했습니다', '유하늬')
  assert.is((await accountOf('yoo@example.kr')).name, '유하늬')
})

accounts('changes ask for the second factor anew, the list does not', async () => {
  await signedIn(house)
  house.clock.set('2026-11-22T01:06:00.000Z')
  assert.is((await ask(house, 'yoo', 'GET', '/settings/people')).status, 200)
  for (const [method, path] of [
    ['GET', '/settings/people/han'],
    ['GET', '/settings/people/new'],
    ['POST', '/settings/people/han/ending'],
  ] as const) {
    const posted = method === 'POST' ? { headers: { ...ownPage, ...asForm }, body: '' } : {}
    const answer = await ask(house, 'yoo', method, path, posted)
    assert.match(answer.headers.get('Location') ?? '', /^\/confirm/, path)
  }
  assert.is((await accountOf('han@example.test')).ended, undefined)
})

accounts('whose own right went a moment ago changes nothing any more', async () => {
  await signedIn(house)
  const posted = { headers: { ...ownPage, ...asForm }, body: '' }
  const change = house.store.change(async (view) => {
    const yoo = await view.person('yoo')
    if (yoo) view.savePerson({ ...yoo, ended: { by: 'seo', at: house.clock.now() } })
    return done(undefined)
  })
  const [, answer] = await Promise.all([change, ask(house, 'yoo', 'POST', '/settings/people/han/ending', posted)])
  assert.ok([303, 401, 422].includes(answer.status), String(answer.status))
  assert.is((await accountOf('han@example.test')).ended, undefined)
})

accounts('the history of three years stands on one page, newest first', async () => {
  const at = (day: string) => ({ by: 'yoo', at: `${day}T00:00:00.000Z`, role: 'counsellor' as const })
  await house.store.change(async (view) => {
    const han = await view.person('han')
    const grants = [
      { ...at('2023-11-21'), what: 'given' as const },
      { ...at('2023-11-23'), what: 'invited' as const },
    ]
    if (han) view.savePerson({ ...han, grants })
    return done(undefined)
  })
  const yoo = await (await aVisitor(house).signIn('yoo')).open('/settings/grants')
  yoo.mustSee('새 링크 만듦')
  assert.not(yoo.sees('계정 만듦'), 'older than three years, kept but not shown')
  assert.is((await accountOf('han@example.test')).grants?.length, 2)
})

accounts('no page of the settings holds anything about a case', async () => {
  const yoo = await aVisitor(house).signIn('yoo')
  for (const path of [
    '/settings/people',
    '/settings/people/han',
    '/settings/grants',
    '/settings/schools',
    '/settings/centre',
  ]) {
    await yoo.open(path)
    assert.is(yoo.status, 200, path)
    for (const { number } of casesAtEveryStage) assert.not(yoo.sees(number), `${path} names ${number}`)
    for (const secret of Object.values(secrets)) assert.not(yoo.sees(secret), `${path} says ${secret}`)
  }
})

accounts('is nobody’s but the administrator’s', async () => {
  await signedIn(house)
  for (const who of ['han', 'seo', 'oh'])
    for (const path of [
      '/settings',
      '/settings/people',
      '/settings/grants',
      '/settings/people/han',
      '/settings/centre',
    ])
      assert.is((await ask(house, who, 'GET', path)).status, 403, `${who} ${path}`)
})

accounts.run()
