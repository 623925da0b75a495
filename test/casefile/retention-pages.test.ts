// Over 150 lines because one case is led to its end by every way there is, and by those that there must not be.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { aHouse, nextCode, type TestHouse } from '../support/house.ts'
import { aSession, seo, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aVisitor } from '../support/visitor.ts'

/*
 * Case 1 of 2023 was Minjun's; it was closed three years ago. It is Sunday, 22 November 2026, 10:00.
 */
const minjuns = aCaseUnderWay({
  number: '2023-0001',
  closings: [{ on: '2023-11-20', reason: 'completed', ...signed('han', '2023-11-20T05:00:00.000Z') }],
})
const name = minjuns.youth.name
const dana = { ...seo, id: 'dana', name: '다나', email: 'dana@example.test' }

async function inHouse(act: (house: TestHouse) => Promise<void>): Promise<void> {
  const house = await aHouse((view) => {
    view.saveCase(minjuns)
    view.saveCase({
      ...aCaseUnderWay({ number: '2026-0002', youth: { name: '정지호', birthDate: '2010-05-20', gender: 'male' } }),
      referral: { ...minjuns.referral, mustNotMeet: ['2023-0001'] },
    })
    const attendance = { code: 'attended', creditedMinutes: 50, ...signed() }
    view.saveSession(
      aSession({ id: '2023-09-18-01', attendees: [{ caseNumber: '2023-0001', ordinal: 1, attendance }] }),
    )
    for (const [id, path] of Object.entries({ of: '/cases/2023-0001/notes/1', session: '/sessions/2023-09-18-01' }))
      view.saveDraft({
        id,
        owner: 'han',
        kind: 'form',
        path,
        fields: [['why', '민준']],
        at: '2026-11-21T00:00:00.000Z',
      })
    view.saveDraft({
      ...{ id: 'amending', owner: 'oh', kind: 'referral', at: '2026-11-21T00:00:00.000Z' },
      fields: [['amends', '2023-0001']],
    })
    view.saveDraft({
      id: 'other',
      owner: 'han',
      kind: 'form',
      path: '/cases/2026-0002',
      fields: [],
      at: '2026-11-21T00:00:00.000Z',
    })
    view.saveEntry('notices', {
      ...{ id: 'n', to: 'seo', what: 'break-glass', by: 'bora', caseNumber: '2023-0001' },
      at: '2026-11-21T00:00:00.000Z',
    })
  })
  try {
    await act(house)
  } finally {
    await house.close()
  }
}

const test = suite('keeping and erasing on the site')

test('the lead proposes, the admin approves by number alone, and nothing is left but the record', () =>
  inHouse(async (house) => {
    const lead = await aVisitor(house).signIn('seo')
    lead.mustSee('보관 기간이 끝난 사례 1건')
    await lead.follow('보관과 파기')
    lead.mustSee('2023-0001', name, '종결 뒤 3년', '2026-11-20')
    await lead.press('파기 제안 2023-0001')
    lead.mustSee('파기를 제안했습니다', '다른 사람의 승인을 기다립니다')
    assert.not.ok(lead.sees('승인하고 파기'))

    const admin = await aVisitor(house).signIn('yoo')
    admin.mustSee('승인을 기다리는 파기 1건')
    await admin.follow('보관과 파기')
    admin.mustSee('2023-0001', '2026-11-20', '서연우')
    assert.not.ok(admin.sees(name))
    await admin.press('승인하고 파기 2023-0001')
    admin.mustSee('되돌릴 수 없음을 확인하고')
    assert.is(admin.status, 422)
    assert.ok(await house.store.caseFile('2023-0001'))
    await admin.tick('되돌릴 수 없음을 알고 있습니다').press('승인하고 파기 2023-0001')
    admin.mustSee('파기했습니다', '2023-0001', '서연우', '유하늘', '암호 키와 기록을 삭제')

    assert.is(await house.store.caseFile('2023-0001'), undefined)
    assert.is((await house.store.rows({ text: name })).total, 0)
    assert.is(await house.store.session('2023-09-18-01'), undefined)
    assert.equal(
      (await house.store.drafts()).map(({ id }) => id),
      ['other'],
    )
    assert.equal(await house.store.entries('notices'), [])
    assert.is((await house.store.entries('destructions')).length, 1)
  }))

test('nobody approves what they proposed, nor what nobody proposed', () =>
  inHouse(async (house) => {
    await signedIn(house)
    const post = (who: string, path: string, body = 'sure=yes') =>
      ask(house, who, 'POST', path, { headers: { ...ownPage, ...asForm }, body })
    assert.is((await post('yoo', '/retention/2023-0001/approval')).status, 422)
    assert.is((await post('seo', '/cases/2023-0001/retention/proposal')).status, 303)
    assert.is((await post('seo', '/retention/2023-0001/approval')).status, 422)
    assert.is((await post('han', '/retention/2023-0001/approval')).status, 403)
    assert.ok(await house.store.caseFile('2023-0001'))
    assert.is((await post('yoo', '/retention/2026-0002/approval')).status, 422)
    assert.is((await post('yoo', '/retention/2020-9999/approval')).status, 404)
  }))

test('a hold with its reason keeps it, until it is lifted', () =>
  inHouse(async (house) => {
    const lead = await aVisitor(house).signIn('seo')
    await lead.open('/cases/2023-0001')
    lead.mustSee('보관 기간 끝남')
    await lead.follow('보관과 파기', '보관 기간 끝남')
    await lead.press('파기 보류하기')
    assert.is(lead.status, 422)
    await lead.fill('사유', '소송이 진행 중').press('파기 보류하기')
    lead.mustSee('파기를 보류했습니다', '소송이 진행 중')
    assert.not.ok(lead.sees('파기 제안'))
    await lead.open('/retention')
    lead.mustSee('파기를 보류한 사례 1건')
    await lead.open('/cases/2023-0001/retention')
    await lead.press('보류 해제')
    lead.mustSee('보류를 해제했습니다', '파기 제안')
    await lead.press('파기 제안')
    await lead.press('제안 취소')
    lead.mustSee('파기 제안을 취소했습니다')
  }))

test('a case that is kept from a lead is not there for that lead; another lead may see to it', () =>
  inHouse(async (house) => {
    const leads = await house.store.person('seo')
    await house.store.change(async (view) => {
      view.savePerson({ ...dana, password: leads?.password, factors: leads?.factors })
      const file = await view.caseFile('2023-0001')
      if (file)
        view.saveCase({ ...file, restricted: { to: ['dana', 'han'], why: 'a colleague’s child', ...signed('dana') } })
      return done(undefined)
    })
    await signedIn(house)
    const lead = await aVisitor(house).signIn('seo')
    await lead.open('/retention')
    assert.not.ok(lead.sees('2023-0001'))
    const form = { headers: { ...ownPage, ...asForm }, body: 'sure=yes' }
    const [kept, missing] = await Promise.all(
      ['2023-0001', '2023-0099'].map(async (number) => {
        const answer = await ask(house, 'seo', 'POST', `/retention/${number}/approval`, form)
        return [answer.status, (await answer.text()).replaceAll(number, '')]
      }),
    )
    assert.equal(kept, missing)
    // the admin knows number and day of it, and no more
    const admin = await aVisitor(house).signIn('yoo')
    await admin.open('/retention')
    admin.mustSee('2023-0001')
    assert.not.ok(admin.sees(name))
  }))

test('both ask for the second factor again, and what was begun goes on from there', () =>
  inHouse(async (house) => {
    const lead = await aVisitor(house).signIn('seo')
    await lead.open('/cases/2023-0001/retention')
    house.clock.set('2026-11-22T01:06:00.000Z')
    await lead.press('파기 제안')
    assert.match(lead.path, /^\/confirm/)
    await lead.fill('확인 코드', (await nextCode(house.store, 'seo')) ?? '').press('확인')
    await lead.press('보내기')
    lead.mustSee('파기를 제안했습니다')
  }))

test('pages that speak of a number that was erased stand as before', () =>
  inHouse(async (house) => {
    await signedIn(house)
    const form = { headers: { ...ownPage, ...asForm }, body: 'sure=yes' }
    await ask(house, 'seo', 'POST', '/cases/2023-0001/retention/proposal', form)
    assert.is((await ask(house, 'yoo', 'POST', '/retention/2023-0001/approval', form)).status, 303)
    for (const path of ['', '/retention', '/consents', '/sessions', '/surveys', '/correction', '/pack', '/school-view'])
      assert.is((await ask(house, 'seo', 'GET', `/cases/2023-0001${path}`)).status, 404, path)
    for (const path of [
      '/',
      '/cases',
      '/calendar?on=2023-09-18',
      '/cases/2026-0002',
      '/retention',
      '/retention/records',
    ])
      assert.is((await ask(house, 'seo', 'GET', path)).status, 200, path)
    assert.is((await ask(house, 'han', 'GET', '/sessions/2023-09-18-01')).status, 404)
    assert.match(await (await ask(house, 'seo', 'GET', '/cases/2026-0002')).text(), '2023-0001')
    const gone = await (await ask(house, 'seo', 'GET', '/cases/2023-0001')).text()
    const never = await (await ask(house, 'seo', 'GET', '/cases/2023-0099')).text()
    assert.is(gone.replaceAll('2023-0001', ''), never.replaceAll('2023-0099', ''))
  }))

test.run()
