import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { View } from '../../src/store/store.ts'
import { momentAt } from '../../src/time/days.ts'
import { aSession, signed } from '../support/samples.ts'
import { asks, inHouse } from '../support/sessions.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aVisitor, type Visitor } from '../support/visitor.ts'

const test = suite('notes that wait')

const attendance = { code: 'attended', creditedMinutes: 50, ...signed() }
const held = (id: string, number: string, counsellorId: string, code = 'attended') =>
  aSession({
    ...{ id, counsellorId, startAt: momentAt(id.slice(0, 10), '09:00') },
    attendees: [{ caseNumber: number, ordinal: 1, attendance: { ...attendance, code } }],
  })
const sessions = (view: View) => {
  view.saveSession(held('2026-11-12-01', '2026-0001', 'han'))
  view.saveSession(held('2026-11-19-01', '2026-0001', 'han'))
  view.saveSession(held('2026-11-20-01', '2026-0001', 'han', 'no-show'))
  view.saveSession(held('2026-11-18-01', '2026-0002', 'bora'))
  // Han stood in for Bora
  view.saveSession(held('2026-11-17-01', '2026-0002', 'han'))
}
/** When, whose number and name: the first three cells of each row. */
const linesOf = ({ document }: Visitor) =>
  [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.children]
      .slice(0, 3)
      .map((cell) => cell.textContent.trim())
      .join(' '),
  )

test('are a counsellor’s own, the oldest first, those held for a colleague too', () =>
  inHouse(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await han.open('/cases')
    await han.follow('밀린 상담일지')
    assert.equal(linesOf(han), [
      '2026-11-12 (목) 09:00 2026-0001 김민준',
      '2026-11-17 (화) 09:00 2026-0002 정지호',
      '2026-11-19 (목) 09:00 2026-0001 김민준',
    ])
    han.mustSee('10일', '5일', '3일')
    await han.follow('쓰기 2026-0002 2026-11-17 (화) 09:00')
    await han.fill('진행 내용', '대신 만남').press('서명하고 마치기')
    await han.open('/notes')
    assert.is(linesOf(han).length, 2)
    const bora = await aVisitor(house).signIn('bora')
    await bora.open('/notes')
    assert.equal(linesOf(bora), ['2026-11-18 (수) 09:00 2026-0002 정지호'])
  }, sessions))

test('are everybody’s for a lead, by counsellor', () =>
  inHouse(async (house) => {
    const seo = await aVisitor(house).signIn('seo')
    await seo.open('/notes')
    seo.mustSee('이보라 1건', '한지우 3건')
    assert.is(linesOf(seo).length, 4)
    assert.ok(seo.words.indexOf('이보라 1건') < seo.words.indexOf('한지우 3건'))
    assert.not(seo.sees('확인을 기다리는 상담일지'), 'not asked for here')
  }, sessions))

test('of a restricted case are for those named in it, of a closed one for nobody, and no school’s or admin’s at all', () =>
  inHouse(
    async (house) => {
      const shown = async (who: string) => linesOf(await (await aVisitor(house).signIn(who)).open('/notes'))
      assert.is((await shown('seo')).length, 0)
      assert.is((await shown('han')).length, 2)
      for (const who of ['yoo', 'oh']) assert.is((await (await asks(house, who))('/notes')).status, 403)
    },
    (view) => {
      sessions(view)
      const restricted = { to: ['han', 'lead-2'], why: '동료의 자녀', ...signed('lead-2') }
      view.saveCase(aCaseUnderWay({ restricted }))
      const closings = [{ on: '2026-11-21', reason: 'completed', ...signed() }]
      const assignments = [{ counsellorId: 'bora', ...signed('seo') }]
      view.saveCase(aCaseUnderWay({ number: '2026-0002', closings, assignments }))
    },
  ))

test('are also those of cases in which somebody stands in today', () =>
  inHouse(
    async (house) => {
      const bora = await aVisitor(house).signIn('bora')
      await bora.open('/notes')
      assert.is(linesOf(bora).length, 4)
      house.clock.set('2026-11-25T01:00:00.000Z')
      await bora.signIn('bora')
      await bora.open('/notes')
      assert.is(linesOf(bora).length, 2)
    },
    (view) => {
      sessions(view)
      const covers = [{ counsellorId: 'bora', from: '2026-11-20', to: '2026-11-24', ...signed('seo') }]
      view.saveCase(aCaseUnderWay({ covers }))
    },
  ))

test.run()
