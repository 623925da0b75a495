import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { View } from '../../src/store/store.ts'
import { momentAt } from '../../src/time/days.ts'
import type { TestHouse } from '../support/house.ts'
import { aSession, seo, signed } from '../support/samples.ts'
import { asks, inHouse } from '../support/sessions.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aVisitor } from '../support/visitor.ts'

const test = suite('concerns and who is told')

const attendance = { code: 'attended', creditedMinutes: 50, ...signed() }
const held = (view: View) => {
  view.savePerson({ ...seo, id: 'lead-2', name: '강다온', email: 'lead-2@example.test' })
  const attendees = [{ caseNumber: '2026-0001', ordinal: 1, attendance }]
  view.saveSession(aSession({ id: '2026-11-22-01', startAt: momentAt('2026-11-22', '09:00'), attendees }))
}
const notePath = '/cases/2026-0001/notes/2026-11-22-01'

/** Who was told what of Minjun's case. */
const told = async ({ store }: TestHouse): Promise<string[]> =>
  (await store.entries('notices', { caseNumber: '2026-0001' })).map(({ to, what }) => `${to} ${what}`).sort()
const concernsIn = async ({ store }: TestHouse) =>
  (await store.caseFile('2026-0001'))?.concerns.map(({ code, severity, from }) => [code, severity, from])

test('an urgent one is raised from the case without a note, and every lead is told at once', () =>
  inHouse(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await han.open('/cases/2026-0001')
    await han.choose('올릴 유의 사항', '자해·자살 위험').choose('정도', '긴급').press('유의 사항 올리기')
    han.mustSee('유의 사항을 올렸습니다.', '자해·자살 위험')
    assert.equal(await concernsIn(house), [['self-harm', 'urgent', 'staff']])
    assert.equal(await told(house), ['lead-2 concern-raised', 'seo concern-raised'])
    const lead = await aVisitor(house).signIn('seo')
    lead.mustSee('한지우 님이 2026-11-22 (일) 10:00에 2026-0001 사례에 긴급 유의 사항을 올렸습니다.')
    await lead.follow('자세히 보기 2026-0001')
    assert.ok(lead.document.querySelector('#concerns'))
  }, held))

test('a lead’s is told to the counsellor; one to be watched, or for information, to nobody', () =>
  inHouse(async (house) => {
    const ask = await asks(house, 'seo')
    for (const severity of ['watch', 'info'])
      assert.is((await ask('/cases/2026-0001/concerns', { concern: 'runaway', severity })).status, 303)
    assert.equal(await told(house), [])
    await ask('/cases/2026-0001/concerns', { concern: 'runaway', severity: 'urgent' })
    assert.equal(await told(house), ['han concern-raised', 'lead-2 concern-raised'])
    const [row] = (await house.store.rows({ text: '2026-0001' })).rows
    assert.is(row?.openConcerns, 2, 'what is for information is no task')
  }, held))

test('of a restricted case only those named in it are told', () =>
  inHouse(
    async (house) => {
      const ask = await asks(house, 'han')
      await ask('/cases/2026-0001/concerns', { concern: 'report-duty', severity: 'urgent' })
      assert.equal(await told(house), ['han duty-to-report', 'lead-2 concern-raised', 'lead-2 duty-to-report'])
    },
    (view) => {
      held(view)
      view.saveCase(aCaseUnderWay({ restricted: { to: ['han', 'lead-2'], why: '동료의 자녀', ...signed('lead-2') } }))
    },
  ))

test('is told when a note with it is signed, not while it is a draft, and not twice', () =>
  inHouse(async (house) => {
    const ask = await asks(house, 'han')
    await ask(notePath, 'account=글&concerns=self-harm&severity=urgent')
    assert.equal(await told(house), [])
    await ask(notePath, 'account=글&concerns=self-harm&severity=urgent&then=sign')
    assert.equal(await told(house), ['lead-2 concern-raised', 'seo concern-raised'])
    await ask(notePath, 'account=글&concerns=self-harm&severity=urgent&then=sign')
    assert.is((await told(house)).length, 2)
  }, held))

test('that cannot wait is told from the note before it is signed, and what was typed is kept', () =>
  inHouse(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await han.open(notePath)
    han.mustSee('급하면 지금 알리기', '긴급으로 표시한 항목은 서명할 때')
    await han.fill('진행 내용', '쓰는 중').press('긴급으로 지금 알리기')
    assert.is(han.status, 422)
    assert.is(han.valueOf('진행 내용'), '쓰는 중')
    await han.tick('유의 사항', '자해·자살 위험').press('긴급으로 지금 알리기')
    han.mustSee('바로 알렸습니다.')
    assert.is(han.valueOf('진행 내용'), '쓰는 중')
    assert.equal(await concernsIn(house), [['self-harm', 'urgent', 'note']])
    assert.equal(await told(house), ['lead-2 concern-raised', 'seo concern-raised'])
    assert.is((await house.store.caseFile('2026-0001'))?.notes[0]?.signed, undefined)
    await han.press('서명하고 마치기')
    assert.is((await concernsIn(house))?.length, 1)
    assert.is((await told(house)).length, 2)
  }, held))

test('raised with words for the school in the note is told when these are released', () =>
  inHouse(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await han.open(notePath)
    await han.fill('진행 내용', '글').fill('학교에 보낼 안내', '참석함').tick('유의 사항', '자해·자살 위험')
    await han.choose('정도', '긴급').press('서명하고 마치기')
    assert.equal(await told(house), [])
    await han.press('확인하고 서명')
    assert.equal(await told(house), ['lead-2 concern-raised', 'seo concern-raised'])
  }, held))

test('is raised by nobody who has nothing to do with the case, and comes back whole when it is refused', () =>
  inHouse(async (house) => {
    for (const [who, status] of [
      ['bora', 404],
      ['yoo', 404],
      ['oh', 403],
    ] as const)
      assert.is((await (await asks(house, who))('/cases/2026-0001/concerns', { concern: 'runaway' })).status, status)
    const han = await aVisitor(house).signIn('han')
    await han.open('/cases/2026-0001')
    await han.choose('올릴 유의 사항', '가출·소재불명').choose('정도', '관찰').press('유의 사항 올리기')
    await han.choose('올릴 유의 사항', '가출·소재불명').choose('정도', '관찰').press('유의 사항 올리기')
    assert.is(han.status, 422)
    han.mustSee('같은 항목이 같은 정도로 이미 올라와 있습니다.')
    assert.is(han.document.querySelector('#concern option[selected]')?.getAttribute('value'), 'runaway')
    await han.fill('해결 내용', '집에 돌아옴').press('해결됨으로 표시')
    han.mustSee('유의 사항을 해결됨으로 표시했습니다.', '집에 돌아옴 · 한지우')
  }, held))

test.run()
