import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { View } from '../../src/store/store.ts'
import { momentAt } from '../../src/time/days.ts'
import type { TestHouse } from '../support/house.ts'
import { aSession, signed } from '../support/samples.ts'
import { asks, inHouse } from '../support/sessions.ts'
import { aVisitor } from '../support/visitor.ts'

const test = suite('duties to report on their pages')

const path = '/cases/2026-0001/reports'
const attendance = { code: 'attended', creditedMinutes: 50, ...signed() }
const held = (view: View) => {
  const attendees = [{ caseNumber: '2026-0001', ordinal: 1, attendance }]
  view.saveSession(aSession({ id: '2026-11-22-01', startAt: momentAt('2026-11-22', '09:00'), attendees }))
}
const told = async ({ store }: TestHouse): Promise<string[]> =>
  (await store.entries('notices', { what: 'duty-to-report' })).map(({ to }) => to).sort()
const reportIn = async ({ store }: TestHouse) => (await store.caseFile('2026-0001'))?.reports?.[0]

test('a note with such a concern opens one: its writer is led there, lead and counsellor are told', () =>
  inHouse(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await han.open('/cases/2026-0001/notes/2026-11-22-01')
    await han.fill('진행 내용', '들은 이야기').tick('유의 사항', '학대 의심(신고의무)').press('서명하고 마치기')
    assert.is(han.path, `${path}?done=duty-noted`)
    han.mustSee('신고의무 기록을 열었습니다.', '신고 전', '바로 수사기관에 신고해야 합니다', '112', '센터의 변호사')
    assert.equal(await told(house), ['han', 'seo'])
    await han.open('/cases/2026-0001')
    han.mustSee('신고의무가 남아 있습니다')
    await han.follow('신고 기록하기')
    await han.fill('신고한 곳', '경찰 112').fill('신고한 시각', '09:30').fill('접수 번호', '2026-77')
    await han.press('신고한 것으로 기록')
    han.mustSee('신고를 기록했습니다.', '신고함')
    const report = await reportIn(house)
    assert.equal(report?.told, {
      ...{ whom: '경찰 112', toldAt: momentAt('2026-11-22', '09:30'), reference: '2026-77' },
      ...signed('han', house.clock.now()),
    })
    await han.open('/cases/2026-0001')
    assert.not(han.sees('신고의무가 남아 있습니다'))
  }, held))

test('one is put down by hand, and comes back whole when it is refused', () =>
  inHouse(async (house) => {
    const seo = await aVisitor(house).signIn('seo')
    await seo.open(path)
    seo.mustSee('기록된 신고의무가 없습니다.')
    await seo.choose('해당하는 법', '청소년성보호법 제34조').choose('알게 된 사람', '한지우')
    await seo.fill('알게 된 시각', '23:00').press('신고의무로 기록')
    assert.is(seo.status, 422)
    seo.mustSee('앞으로의 날짜나 시각은 적을 수 없습니다.')
    assert.is(seo.valueOf('알게 된 시각'), '23:00')
    await seo.fill('알게 된 시각', '09:10').press('신고의무로 기록')
    assert.is(seo.path, `${path}/1?done=duty-noted`)
    assert.equal(await reportIn(house), {
      ...{ id: '1', law: 'sexual-crime', learnedAt: momentAt('2026-11-22', '09:10'), learnedBy: 'han' },
      ...signed('seo', house.clock.now()),
    })
    assert.equal(await told(house), ['han', 'seo'])
  }, held))

test('the case does not close over one, until the lead finds with a reason that none is owed', () =>
  inHouse(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await (await asks(house, 'han'))('/cases/2026-0001/concerns', { concern: 'report-duty', severity: 'info' })
    const closes = async () => {
      await han.open('/cases/2026-0001/closing')
      await han.choose('종결 사유', '목표 회기·시간 이수').fill('종결 요약', '마침')
      return han.press('사례 종결')
    }
    await closes()
    assert.is(han.status, 422)
    han.mustSee('신고의무가 남아 있습니다. 신고를 기록하거나')
    await han.open(`${path}/1`)
    assert.not(han.sees('신고의무가 아닌 것으로 기록'))
    assert.is((await (await asks(house, 'han'))(`${path}/1/finding`, { why: '아님' })).status, 403)
    const seo = await aVisitor(house).signIn('seo')
    await seo.open(`${path}/1`)
    await seo.press('신고의무가 아닌 것으로 기록')
    assert.is(seo.status, 422)
    await seo.fill('사유', '학교가 이미 신고함').press('신고의무가 아닌 것으로 기록')
    seo.mustSee('신고의무가 아닌 것으로 기록했습니다.')
    await closes()
    han.mustSee('사례를 종결했습니다.')
  }, held))

test('two who record the same report do so once, and one that is not there is not there', () =>
  inHouse(async (house) => {
    const [han, seo] = [await asks(house, 'han'), await asks(house, 'seo')]
    await seo('/cases/2026-0001/concerns', { concern: 'abuse', severity: 'urgent' })
    const fields = { toldWhom: '경찰 112', toldOn: '2026-11-22', toldTime: '10:00' }
    const both = await Promise.all([han(`${path}/1/telling`, fields), seo(`${path}/1/telling`, fields)])
    assert.equal(both.map(({ status }) => status).sort(), [303, 422])
    assert.is((await han(`${path}/2`)).status, 404)
    assert.is((await han(`${path}/2/telling`, fields)).status, 404)
    assert.is((await han(`${path}/__proto__`)).status, 404)
    for (const [who, status] of [
      ['bora', 404],
      ['yoo', 404],
      ['oh', 403],
    ] as const)
      assert.is((await (await asks(house, who))(path)).status, status)
  }, held))

test.run()
