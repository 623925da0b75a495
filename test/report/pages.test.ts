import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { figureIds } from '../../src/report/figures.ts'
import type { Filter } from '../../src/report/filter.ts'
import type { Figure } from '../../src/report/tally.ts'
import { ask, signedIn } from '../support/asking.ts'
import { aHouse } from '../support/house.ts'
import { saveStages } from '../support/stages.ts'
import { aVisitor } from '../support/visitor.ts'

interface Data {
  cutOff: string
  filter: Filter
  figures: (Figure & { title: string })[]
}

const pages = suite('the figures on the page')
const house = await aHouse(saveStages)
await signedIn(house)

pages('as data: cut-off day, filter, and every figure in its shape', async () => {
  const answer = await ask(house, 'seo', 'GET', '/report/figures.json?from=2026-01-01&schoolLevel=middle')
  const { cutOff, filter, figures, ...rest } = (await answer.json()) as Data
  assert.equal([answer.status, cutOff, rest], [200, '2026-11-22', {}])
  assert.equal(filter, { from: '2026-01-01', schoolLevel: 'middle' })
  assert.equal(
    figures.map(({ id }) => id),
    figureIds,
  )
  for (const figure of figures) {
    assert.equal(Object.keys(figure), ['id', 'title', 'unit', 'base', 'missing', 'several', 'rows'])
    for (const row of figure.rows) assert.equal(Object.keys(row), ['code', 'count', 'percent', 'suppressed'])
  }
  const level = figures.find(({ id }) => id === 'school-level')
  assert.equal([level?.title, level?.base, level?.missing], ['학교급', 2, 0])
})

pages('the titles are in the reader’s language', async () => {
  const headers = { 'Sec-Fetch-Site': 'same-origin', Cookie: '__Host-visit=seo; __Host-lang=en' }
  const answer = await ask(house, undefined, 'GET', '/report/figures.json', { headers })
  assert.is(((await answer.json()) as Data).figures[0]?.title, 'School level')
})

pages('a value that cannot be used is refused at its field, as data too', async () => {
  for (const [query, field, reason] of [
    ['from=2020-02-30', 'from', 'not-a-day'],
    ['to=%00', 'to', ''],
    ['basis=nothing', 'basis', 'not-offered'],
    ['schoolLevel=__proto__', 'schoolLevel', 'not-offered'],
    ['from=2021-01-01&to=2020-01-01', 'to', 'period-backwards'],
  ]) {
    const answer = await ask(house, 'seo', 'GET', `/report/figures.json?${query}`)
    assert.is(answer.status, reason === '' ? 200 : 422, query)
    if (reason === '') continue
    assert.equal(await answer.json(), { refusals: [{ field, reason }] })
  }
})

pages('the page shows the same numbers as tables, with base, missing, unit and cut-off day', async () => {
  const lead = await aVisitor(house).signIn('seo')
  await lead.open('/report')
  lead.mustSee(
    '2026년 11월 22일까지 기록된 내용',
    '단위: 청소년',
    '단위: 응답',
    '단위: 회기',
    '기준 3명',
    '기록 없는 청소년 1명',
  )
  const row = lead.document.querySelector('#school-level tbody tr')
  assert.equal([row?.textContent, row?.getAttribute('data-count')], ['중학교267%', '2'])
  assert.is(lead.document.querySelectorAll('.figure-card').length, figureIds.length)
})

pages('choosing works with scripts off, and a backward period comes back with its problem', async () => {
  const lead = await aVisitor(house).signIn('seo')
  await lead.open('/report')
  await lead.choose('학교급', '고등학교').press('보기')
  assert.is(lead.document.querySelector('select[name=schoolLevel] option[selected]')?.textContent, '고등학교')
  lead.mustSee('기준 1명')
  await lead.fill('의뢰일(부터)', '2026-12-01').fill('의뢰일(까지)', '2026-01-01').press('보기')
  assert.is(lead.status, 422)
  assert.match(lead.title, /^오류: /)
  lead.mustSee('끝나는 날이 시작하는 날보다 빠릅니다.')
  assert.is(lead.document.querySelectorAll('.figure-card').length, 0)
})

pages('an empty choice says so', async () => {
  const lead = await aVisitor(house).inEnglish().signIn('seo')
  await lead.open('/report?to=2001-01-01')
  lead.mustSee('There are no records for this choice.', 'Base: 0 youths')
})

pages('the figures are for the lead alone', async () => {
  for (const who of ['han', 'oh', 'yoo'])
    for (const path of ['/report', '/report/figures.json']) assert.is((await ask(house, who, 'GET', path)).status, 403)
  assert.is((await ask(house, undefined, 'GET', '/report/figures.json')).status, 401)
})

pages.after(() => house.close())
pages.run()
