import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { aHouse } from '../support/house.ts'
import { aVisitor, type Visitor } from '../support/visitor.ts'

const draft = async (visitor: Visitor) => {
  await visitor.open('/referrals/new')
  visitor.fill('성명', '김민준').fill('배려할 점', '수업 시간을 피해 주십시오.')
  return visitor.press('저장하고 나중에 이어 쓰기')
}

const drafts = suite('referrals half written')

drafts('are kept for who wrote them, and listed until they are sent or removed', async () => {
  const house = await aHouse()
  const oh = await aVisitor(house).signIn('oh')
  await draft(oh)
  oh.mustSee('작성하던 내용을 저장했습니다.')
  const { path } = oh
  const ma = await aVisitor(house).signIn('ma')
  await ma.open(path)
  assert.is(ma.status, 404)
  await oh.open('/school')
  await oh.follow('김민준')
  assert.is(oh.valueOf('배려할 점'), '수업 시간을 피해 주십시오.')
  await oh.press('작성 중인 의뢰서 지우기')
  oh.mustSee('작성하던 의뢰서를 지웠습니다.')
  assert.equal(await house.store.drafts('oh'), [])
  await house.close()
})

drafts('hold no resident registration number, not even half written, and lose nothing else typed', async () => {
  const house = await aHouse()
  const oh = await aVisitor(house).signIn('oh')
  await oh.open('/referrals/new')
  oh.fill('성명', '김민준').fill('배려할 점', '130302-3123456')
  await oh.press('저장하고 나중에 이어 쓰기')
  assert.is(oh.status, 422)
  assert.is(oh.valueOf('성명'), '김민준')
  assert.equal(await house.store.drafts('oh'), [])
  await house.close()
})

drafts('that were removed in another window are kept anew when they are saved again', async () => {
  const house = await aHouse()
  const oh = await aVisitor(house).signIn('oh')
  await draft(oh)
  await house.store.change((view) => ({ ok: true, value: view.removeDraft(oh.path.split(/[/?]/)[3] ?? '') }))
  await oh.press('저장하고 나중에 이어 쓰기')
  assert.is((await house.store.drafts('oh')).length, 1)
  await house.close()
})

drafts('that were sent are gone: sending one again makes no second referral, and says where to look', async () => {
  const house = await aHouse()
  const oh = await aVisitor(house).signIn('oh')
  await draft(oh)
  const id = oh.path.split(/[/?]/)[3] ?? ''
  await house.store.change((view) => ({ ok: true, value: view.removeDraft(id) }))
  await signedIn(house)
  const again = await ask(house, 'oh', 'POST', '/referrals', {
    headers: { ...ownPage, ...asForm },
    body: new URLSearchParams({ draft: id }).toString(),
  })
  assert.equal([again.status, again.headers.get('Location')], [303, '/?done=sent-before'])
  await oh.open('/?done=sent-before')
  oh.mustSee('이미 보낸 의뢰서입니다.')
  assert.is((await house.store.rows({})).total, 0)
  await house.close()
})

drafts('of a school name no other case, whatever is sent with its form', async () => {
  const house = await aHouse()
  await signedIn(house)
  const typed = {
    ...{
      name: '김민준',
      birthDate: '2010-05-20',
      gender: 'male',
      level: 'middle',
      source: 'teacher',
      basis: 'voluntary',
    },
    ...{ types: 'possession', spread: 'no', relation: 'stranger', sameSchool: 'no', guardianTold: 'yes' },
    ...{ referrerName: '오선생', referredOn: '2026-11-20', mustNotMeet: '2026-0001 2026-0002' },
  }
  const send = (path: string, fields: Record<string, string>) =>
    ask(house, 'oh', 'POST', path, {
      headers: { ...ownPage, ...asForm },
      body: new URLSearchParams(fields).toString(),
    })
  await send('/referrals/drafts', typed)
  const [draft] = await house.store.drafts('oh')
  await send('/referrals', { draft: draft?.id ?? '' })
  assert.equal((await house.store.caseFile('2026-0001'))?.referral.mustNotMeet, [])
  // what was kept of any other page is no referral, so that nothing gets round the form
  const fields = Object.entries({ ...typed, schoolId: 'river' })
  const kept = { id: 'kept', owner: 'oh', kind: 'form', path: '/referrals/drafts', at: house.clock.now() } as const
  await house.store.change((view) => ({ ok: true, value: view.saveDraft({ ...kept, fields }) }))
  assert.is((await send('/referrals', { draft: 'kept' })).headers.get('Location'), '/?done=sent-before')
  assert.is((await house.store.rows({})).total, 1)
  await house.close()
})

drafts.run()
