import type { Browser } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { LogEntry } from '../../src/store/store.ts'
import { momentAt } from '../../src/time/days.ts'
import { signedIn } from '../support/asking.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { aSession, signed } from '../support/samples.ts'
import { saveStages } from '../support/stages.ts'
import { aVisitor } from '../support/visitor.ts'
import { aBrowser, aServer } from './chromium.ts'
import { Look } from './look.ts'

/*
 * The pages of who may see what and who looked, with something on each, in real Chromium: in both languages, wide and
 * narrow, with axe. SHOTS=folder keeps a picture of each.
 */

const why = '청소년이 오늘 위험하다고 전화했고 담당 상담원과 연락이 되지 않아 연락처를 확인해야 합니다.'
const october: Partial<LogEntry>[] = [
  { by: 'han', deed: 'see a case', caseNumber: '2026-0002' },
  { by: 'seo', role: 'lead', deed: 'see a case', caseNumber: '2026-0003' },
  { by: 'seo', role: 'lead', deed: 'see a case', caseNumber: '2026-0002' },
  { by: 'bora', deed: 'see a case', caseNumber: '2026-0004', decision: 'refused', status: 404 },
  { by: 'ma', role: 'school', deed: 'follow a referral', caseNumber: '2026-0002' },
  { by: 'seo', role: 'lead', deed: 'hand out what is kept', caseNumber: '2026-0004', why: 'subject-request' },
  { by: 'han', deed: 'sign in', why: 'code', status: 303, at: momentAt('2026-10-11', '05:30') },
]

let house: TestHouse
let server: Awaited<ReturnType<typeof aServer>>
let browser: Browser

const test = suite('who may see what, in a browser')
test.before(async () => {
  house = await aHouse((view) => {
    saveStages(view)
    const attendance = { code: 'attended', creditedMinutes: 50, ...signed() }
    const startAt = momentAt('2026-11-20', '14:00')
    const attendees = [{ caseNumber: '2026-0002', ordinal: 2, attendance }]
    view.saveSession(aSession({ id: '2026-11-20-01', startAt, attendees }))
    // Bora stands in for a case that is about to be kept from her
    const taken = { counsellorId: 'bora', attendees: [{ caseNumber: '2026-0004', ordinal: 3 }] }
    view.saveSession(aSession({ id: '2026-11-20-02', startAt: momentAt('2026-11-20', '16:00'), ...taken }))
    const grants = [
      { by: 'yoo', at: momentAt('2026-10-13', '09:00'), what: 'given' as const, role: 'counsellor' as const },
    ]
    view.savePerson({ version: 1, id: 'new', name: '새로이', email: 'new@example.test', role: 'counsellor', grants })
  })
  for (const [n, entry] of october.entries())
    await house.store.log({
      ...{ at: momentAt('2026-10-12', `10:${10 + n}`), role: 'counsellor', from: '10.0.0.7', deed: '' },
      ...{ decision: 'allowed', status: 200, ...entry },
    })
  const seo = await aVisitor(house).signIn('seo')
  await seo.open('/cases/2026-0004/restriction')
  await seo
    .tick('볼 수 있는 사람', '한지우 (상담원)', '서연우 (사업 책임자)')
    .fill('사유', '직원의 자녀')
    .press('열람 제한하기')
  const bora = await aVisitor(house).signIn('bora')
  await bora.open('/break-glass')
  await bora.fill('사례번호', '2026-0002').fill('사유', why).press('기록을 남기고 열기')
  await bora.open('/cases/2026-0002/notes/2026-11-16-01')
  const han = await aVisitor(house).signIn('han')
  await han.open('/cases/2026-0002/notes/2026-11-20-01')
  han.fill('진행 내용', '두 번째 만남').fill('학교에 보낼 안내', '약속한 시간에 참석했습니다.\n다음 주에도 만납니다.')
  await han.press('서명하고 마치기')
  await signedIn(house)
  server = await aServer(house)
  browser = await aBrowser()
})
test.after(async () => {
  await browser.close()
  server.stop()
  await house.close()
})

const paths: Record<string, string[]> = {
  bora: [
    '/break-glass',
    '/cases/2026-0002',
    '/cases/2026-0002/consents',
    '/cases/2026-0002/notes/2026-11-16-01',
    '/cases',
    '/calendar?week=2026-11-16',
  ],
  han: [
    '/',
    '/notices',
    '/cases/2026-0002/openings',
    '/cases/2026-0004',
    '/cases/2026-0002/notes/2026-11-20-01/release',
  ],
  seo: ['/', '/cases/2026-0004/restriction', '/log', '/log?month=2026-11', '/log/entries?month=2026-10', '/calendar'],
  yoo: ['/', '/log', '/log?month=2026-11'],
}

for (const lang of ['ko', 'en'] as const)
  for (const [id, own] of Object.entries(paths))
    test(`is in order for ${id}, in ${lang}`, async () => {
      const context = await browser.newContext({ reducedMotion: 'reduce', locale: lang === 'ko' ? 'ko-KR' : 'en-GB' })
      const look = await Look.at(context, server.origin)
      const url = server.origin.replace('http:', 'https:')
      const cookies = [
        ['__Host-lang', lang],
        ['__Host-visit', id],
      ]
      await context.addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url, secure: true })))
      for (const path of own) await look.over(path, `${id}-${lang}`)
      assert.equal(look.complaints, [])
    })

test.run()
