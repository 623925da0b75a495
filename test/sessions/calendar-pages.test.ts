// Over 150 lines because every kind of reader looks at each of the three views.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { View } from '../../src/store/store.ts'
import { momentAt } from '../../src/time/days.ts'
import { aSession, settings, signed } from '../support/samples.ts'
import { asks, inHouse, theForm } from '../support/sessions.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aVisitor, type Visitor } from '../support/visitor.ts'

const test = suite('the calendar')

/** Han at 10:00 in room 1 and at 14:00, called off; Bora at 16:30 in room 1 and by phone; on Monday, 23 November 2026. */
function saveDay(view: View): void {
  const put = (id: string, time: string, more: object) =>
    view.saveSession(aSession({ id: `2026-11-23-0${id}`, startAt: momentAt('2026-11-23', time), ...more }))
  const boras = { counsellorId: 'bora', attendees: [{ caseNumber: '2026-0002', ordinal: 1 }] }
  put('1', '10:00', {})
  put('2', '14:00', { cancelled: { code: 'excused', ...signed() } })
  put('3', '16:30', boras)
  put('4', '18:00', { ...boras, mode: 'phone', roomId: undefined })
}

/** The cells of the column, or of the row, that has this head. */
const cellsUnder = ({ document }: Visitor, head: string): string => {
  const heads = [...document.querySelectorAll('thead th')].map((one) => one.textContent.trim())
  const at = heads.findIndex((one) => one.startsWith(head))
  assert.ok(at > 0, `no column ${head} among ${heads.join(' | ')}`)
  return [...document.querySelectorAll('tbody tr')]
    .map((row) => row.children[at]?.textContent.trim())
    .join(' ')
    .trim()
}

test('the lead sees every week or one counsellor’s, a counsellor only their own, whatever the address says', () =>
  inHouse(async (house) => {
    const [han, bora, seo] = [await asks(house, 'han'), await asks(house, 'bora'), await asks(house, 'seo')]
    await han('/cases/2026-0001/sessions', theForm)
    await bora('/cases/2026-0002/sessions', { ...theForm, roomId: 'room-2' })
    for (const week of ['/calendar?week=2026-11-23', '/calendar?view=week&on=2026-11-25']) {
      assert.match((await seo(week)).text, /2026-0001[\s\S]*2026-0002/)
      assert.not((await seo(`${week}&of=han`)).text.includes('2026-0002'))
      assert.not((await han(`${week}&of=bora`)).text.includes('2026-0002'))
    }
    for (const view of ['day', 'week', 'month', 'decade'])
      for (const odd of ['2026-02-30', 'next', '1900-01-01', '2199-12-31'])
        assert.is((await han(`/calendar?view=${view}&on=${odd}`)).status, 200)
  }))

test('a counsellor’s day has their own column, and the rooms beside it with no more than when they are taken', () =>
  inHouse(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await han.open('/calendar?view=day&on=2026-11-23')
    assert.match(cellsUnder(han, '내 일정'), /10:00–10:50 2026-0001 개인상담 · 상담실 1.*14:00–14:50 2026-0001.*취소/)
    assert.match(cellsUnder(han, '상담실 1'), /10:00–10:50 2026-0001.*16:30–17:20 예약됨/)
    assert.is(cellsUnder(han, '상담실 2'), '')
    await han.follow('주간')
    assert.not(han.sees('16:30'))
    await han.choose('보기 기준', '상담실 1').press('보기')
    assert.is(han.path, '/calendar?view=week&on=2026-11-23&room=room-1')
    assert.match(cellsUnder(han, '월 23'), /10:00–10:50 2026-0001.*16:30–17:20 예약됨/)
    for (const path of [
      han.path,
      '/calendar?view=day&on=2026-11-23&room=all',
      '/calendar?view=month&on=2026-11-23&room=all',
    ])
      assert.not.match((await han.open(path)).text, /2026-0002|이보라|18:00–/, path)
    han.mustSee('2건', '10:00', '16:30')
  }, saveDay))

test('the lead’s day has a column for each counsellor or for each room, those of who has left since too', () =>
  inHouse(
    async (house) => {
      const seo = await aVisitor(house).signIn('seo')
      await seo.open('/calendar?view=day&on=2026-11-23')
      assert.match(cellsUnder(seo, '한지우'), /^10:00–10:50 2026-0001 개인상담 · 상담실 1.*14:00–14:50/)
      assert.match(cellsUnder(seo, '이보라'), /16:30–17:20 2026-0002.*18:00–18:50 2026-0002/)
      assert.match(cellsUnder(seo, '나간이'), /11:00–11:50 2026-0001/)
      await seo.choose('보기 기준', '상담실별').press('보기')
      assert.match(cellsUnder(seo, '상담실 1'), /2026-0001 · 한지우.*2026-0002 · 이보라/)
      assert.is(cellsUnder(seo, '상담실 2'), '11:00–11:50 2026-0001 · 나간이 개인상담')
      assert.not(seo.sees('18:00–18:50'))
      await seo.choose('상담원', '한지우').choose('보기 기준', '상담원별').press('보기')
      assert.not(seo.sees('2026-0002'))
    },
    (view) => {
      saveDay(view)
      view.savePerson({
        version: 1,
        id: 'gone',
        name: '나간이',
        email: 'gone@example.test',
        role: 'counsellor',
        ended: signed('yoo'),
      })
      view.saveSession(
        aSession({
          id: '2026-11-23-05',
          counsellorId: 'gone',
          roomId: 'room-2',
          startAt: momentAt('2026-11-23', '11:00'),
        }),
      )
    },
  ))

test('a month counts what stands, strikes out what was called off, and leads to the day and the week', () =>
  inHouse(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await han.open('/calendar?view=month&on=2026-11-02')
    const cell = [...han.document.querySelectorAll('td')].find((one) => one.textContent.startsWith('23'))
    assert.match(cell?.textContent ?? '', /1건\s*10:00, 14:00/)
    assert.is(cell?.querySelector('s')?.textContent, '14:00 취소')
    assert.is(han.document.querySelectorAll('tbody tr').length, 6)
    await han.follow('23')
    assert.is(han.path, '/calendar?view=day&on=2026-11-23')
    await han.follow('월간')
    await han.follow('다음 달')
    assert.is(han.path, '/calendar?view=month&on=2026-12-01')
    han.mustSee('2026년 12월', '기독탄신일')
    await han.follow('이번 달')
    assert.is(han.path, '/calendar?view=month&on=2026-11-22')
  }, saveDay))

test('holidays, shut days and absences stand by their names, in both languages', () =>
  inHouse(
    async (house) => {
      const han = await aVisitor(house).signIn('han')
      for (const view of ['week', 'month', 'day']) {
        await han.open(`/calendar?view=${view}&on=2027-02-09`)
        han.mustSee('대체공휴일(설날)')
      }
      await han.inEnglish().open('/calendar?on=2027-02-09')
      han.mustSee('Substitute holiday (Lunar New Year)', 'Closed')
      await han.open('/calendar?on=2026-11-25')
      han.mustSee('직원 연수')
      assert.match(han.document.querySelector('th:nth-child(4)')?.textContent ?? '', /^Wed 25.*Away$/)
      assert.not(han.sees('이보라'))
      await han.open('/calendar?on=2028-02-09')
      han.mustSee('Public holidays are known for 2019–2027 only.')
      const seo = await aVisitor(house).signIn('seo')
      await seo.open('/calendar?on=2026-11-25')
      seo.mustSee('부재: 한지우, 이보라', '직원 연수', '운영 09:00–20:00')
      await seo.open('/calendar?on=2026-11-25&room=room-1')
      assert.not(seo.sees('부재'))
    },
    (view) => {
      view.saveSettings({ ...settings, shut: [{ from: '2026-11-27', to: '2026-11-27', name: '직원 연수' }] })
      for (const counsellorId of ['han', 'bora'])
        view.saveEntry('absences', {
          id: counsellorId,
          counsellorId,
          from: '2026-11-25',
          to: '2026-11-26',
          ...signed('seo'),
          cases: [],
        })
    },
  ))

test('of a restricted case even the lead learns no more than that the time is taken', () =>
  inHouse(
    async (house) => {
      const seo = await aVisitor(house).signIn('seo')
      for (const view of ['day', 'week', 'month']) {
        await seo.open(`/calendar?view=${view}&on=2026-11-23`)
        assert.not(seo.text.includes('2026-0002'), view)
        assert.ok(seo.sees('16:30'), view)
      }
      await seo.open('/calendar?on=2026-11-23')
      seo.mustSee('예약됨 · 이보라')
    },
    (view) => {
      saveDay(view)
      const restricted = { to: ['bora'], why: '동료의 자녀', ...signed('seo') }
      view.saveCase(
        aCaseUnderWay({ number: '2026-0002', assignments: [{ counsellorId: 'bora', ...signed('seo') }], restricted }),
      )
    },
  ))

test('its title names nobody, and each view is a table with a caption, heads and links that can be reached', () =>
  inHouse(async (house) => {
    const seo = await aVisitor(house).signIn('seo')
    for (const view of ['day', 'week', 'month']) {
      await seo.open(`/calendar?view=${view}&of=han&on=2026-11-23`)
      assert.is(seo.title, '달력 · 새길')
      const table = seo.document.querySelector('table')
      assert.match(table?.querySelector('caption')?.textContent ?? '', /^달력 2026년 11월.* · 한지우$/)
      assert.is(table?.querySelectorAll('th:not([scope])').length, 0)
      assert.is(seo.document.querySelectorAll('a[aria-keyshortcuts]').length, 6)
      assert.is(seo.document.querySelector('.views [aria-current]')?.getAttribute('aria-keyshortcuts'), view[0])
    }
  }, saveDay))

test.run()
