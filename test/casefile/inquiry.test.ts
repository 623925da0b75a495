import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type InquiryForm, inquiryStateOf, recordInquiry, settleInquiry } from '../../src/casefile/inquiry.ts'
import type { Inquiry } from '../../src/people/registers.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { aHouse } from '../support/house.ts'
import { signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aVisitor } from '../support/visitor.ts'

const court: InquiryForm = {
  ...{ asker: 'a court', document: '2026-123', purpose: 'trial', caseNumber: '2026-0001', give: ['dates'] },
}
const recorded = (form: InquiryForm, known = true) => recordInquiry('2026-01', form, known, signed('seo'))
const must = (form: InquiryForm): Inquiry => {
  const inquiry = recorded(form)
  if (!inquiry.ok) throw new Error(JSON.stringify(inquiry.refusals))
  return inquiry.value
}
const reasonsOf = (form: InquiryForm, known = true) => {
  const inquiry = recorded(form, known)
  return inquiry.ok ? [] : inquiry.refusals.map(({ reason }) => reason)
}

const rule = suite('an inquiry')

rule('is refused unless somebody says that it is to be answered', () => {
  for (const purpose of ['trial', 'investigation', 'military', 'other'] as const)
    assert.is(inquiryStateOf(must({ asker: 'a newspaper', purpose })), 'refused')
})

rule(
  'can be answered for trial, investigation and military need alone, asked for in writing, about a known case',
  () => {
    for (const purpose of ['trial', 'investigation', 'military'] as const)
      assert.is(inquiryStateOf(must({ ...court, purpose })), 'awaiting')
    assert.equal(reasonsOf({ ...court, purpose: 'other' }), ['not-for-that'])
    assert.equal(reasonsOf({ ...court, document: undefined }), ['document-needed'])
    assert.equal(reasonsOf(court, false), ['case-unknown'])
  },
)

rule('is answered when a second person approves, once', () => {
  const own = settleInquiry(must(court), 'approved', signed('seo'))
  assert.equal(own, { ok: false, refusals: [{ reason: 'same-person' }] })
  const approved = settleInquiry(must(court), 'approved', signed('yoo'))
  assert.is(approved.ok && inquiryStateOf(approved.value), 'answered')
  const declined = settleInquiry(must(court), 'declined', signed('yoo'))
  assert.is(declined.ok && inquiryStateOf(declined.value), 'refused')
  const again = settleInquiry(declined.ok ? declined.value : must(court), 'approved', signed('yoo'))
  assert.equal(again, { ok: false, refusals: [{ reason: 'not-awaiting' }] })
})

rule.run()

const pages = suite('the register of inquiries')

pages('begins with what to say, refuses by itself, and lets a second person approve', async () => {
  const house = await aHouse((view) => view.saveCase(aCaseUnderWay()))
  const lead = await aVisitor(house).signIn('seo')
  await lead.follow('외부 문의')
  lead.mustSee('확인해 드릴 수 없습니다', 'We can neither confirm nor deny', '기록한 문의가 없습니다')
  await lead.fill('문의한 곳', '어느 신문사').choose('목적', '그 밖의 목적').press('문의 기록하기')
  lead.mustSee('거절한 문의로 기록했습니다', '어느 신문사')

  await lead.fill('문의한 곳', '가정법원').choose('목적', '재판').choose('답변 여부', '답변하기로 함')
  await lead.fill('사례번호', '2026-0099').tick('제공할 내용', '참석한 날짜와 시간').press('문의 기록하기')
  lead.mustSee('요청 문서의 번호를', '이 번호가 없습니다')
  await lead.fill('요청 문서 번호', '2026-소년-12').fill('사례번호', '2026-0001').press('문의 기록하기')
  lead.mustSee('다른 사람이 승인해야', '승인 대기', '다른 사람의 승인을 기다립니다')

  const admin = await aVisitor(house).signIn('yoo')
  admin.mustSee('승인을 기다리는 답변 1건')
  await admin.follow('외부 문의')
  admin.mustSee('가정법원', '2026-소년-12')
  assert.not.ok(admin.sees('어느 신문사') || admin.sees('김민준') || admin.sees('문의 기록하기'))
  await admin.press('승인 2026-02')
  admin.mustSee('답변을 승인했습니다')
  await lead.open('/inquiries')
  lead.mustSee('답변함', '유하늘')
  await house.close()
})

pages('is nobody else’s, and what is not there is not there', async () => {
  const house = await aHouse((view) => {
    view.saveCase(aCaseUnderWay({ restricted: { to: ['han', 'dana'], why: 'x', ...signed('dana') } }))
  })
  await signedIn(house)
  for (const who of ['han', 'oh']) assert.is((await ask(house, who, 'GET', '/inquiries')).status, 403)
  const post = (path: string, body: string) =>
    ask(house, 'seo', 'POST', path, { headers: { ...ownPage, ...asForm }, body })
  assert.is((await post('/inquiries/2026-09/approval', '')).status, 404)
  const about = (number: string) =>
    `asker=x&requestNumber=1&askedFor=trial&verdict=answer&give=dates&caseNumber=${number}`
  const [kept, missing] = await Promise.all(
    ['2026-0001', '2026-0099'].map(async (number) => {
      const answer = await post('/inquiries', about(number))
      return [answer.status, (await answer.text()).replaceAll(number, '')]
    }),
  )
  assert.equal(kept, missing)
  await house.close()
})

pages.run()
