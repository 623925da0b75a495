// Over 150 lines because each thing that the page of figures promises is one short test.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { figureIds } from '../../src/report/figures.ts'
import type { Filter } from '../../src/report/filter.ts'
import type { Figure } from '../../src/report/tally.ts'
import { done } from '../../src/result.ts'
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
  assert.equal([row?.textContent?.replace(/\s+/g, ' '), row?.getAttribute('data-count')], ['중학교 가림 267%', '2'])
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

pages('what others would not see is marked with a word, and counted', async () => {
  const lead = await aVisitor(house).signIn('seo')
  await lead.open('/report')
  const card = lead.document.querySelector('#school-level')
  assert.is(card?.querySelectorAll('tr.withheld .withheld-mark').length, 2)
  assert.match(card?.querySelector('.hides')?.textContent ?? '', /^공표하면 이 표에서 수 \d+개를 가립니다\.$/)
})

pages('as published, no number of so few youths stands on the page, and the mark is explained', async () => {
  const lead = await aVisitor(house).signIn('seo')
  await lead.open('/report?view=published')
  lead.mustSee('* : 5명 미만이거나 다른 수로 알 수 있어 가렸습니다.', '기준: *')
  assert.is(lead.document.querySelectorAll('.figure-card').length, figureIds.length)
  const numbers = [...lead.document.querySelectorAll('.figure-card td.number, .totals dd')].map(
    (one) => one.textContent,
  )
  assert.equal(new Set(numbers), new Set(['*']))
})

pages('days that are no whole half-years are not shown as published, but lead to some that are', async () => {
  const lead = await aVisitor(house).signIn('seo')
  await lead.open('/report?view=published&from=2026-02-01&to=2026-11-30')
  lead.mustSee('이 조건은 공표할 수 없습니다')
  assert.is(lead.document.querySelectorAll('.figure-card').length, 0)
  await lead.follow('2026년 1월 1일부터 2026년 12월 31일까지 보기')
  assert.is(lead.document.querySelectorAll('.figure-card').length, figureIds.length)
})

pages('a number that was hidden is told to the data too, which keeps the real one', async () => {
  const answer = await ask(house, 'seo', 'GET', '/report/figures.json')
  const level = ((await answer.json()) as Data).figures.find(({ id }) => id === 'school-level')
  assert.equal(level?.rows.find(({ code }) => code === 'middle')?.suppressed, true)
  assert.is(level?.rows.find(({ code }) => code === 'middle')?.count, 2)
})

pages('the figures are new as soon as a record is', async () => {
  const lead = await aVisitor(house).signIn('seo')
  const motives = async () => {
    await lead.open('/report')
    return lead.document.querySelector('#motive .base strong')?.textContent
  }
  const before = await motives()
  const file = await house.store.caseFile('2026-0002')
  assert.ok(file?.interview)
  const saved = (one: typeof file) =>
    house.store.change((view) => {
      view.saveCase(one)
      return done(undefined)
    })
  await saved({ ...file, interview: undefined })
  assert.is.not(await motives(), before)
  await saved(file)
  assert.is(await motives(), before)
})

pages('operations: waiting, hours and how far the motives agree, each with how many stand behind', async () => {
  const lead = await aVisitor(house).signIn('seo')
  await lead.open('/report/operations')
  lead.mustSee('첫 회기까지 걸린 날', '계획이 있는 청소년', '코헨의 카파', '설문 응답', '출석')
  for (const id of ['waiting', 'attendance', 'hours', 'completion', 'survey-exit', 'planned-held'])
    assert.ok(lead.document.querySelector(`#${id}`), id)
})

pages('an empty choice says so', async () => {
  const lead = await aVisitor(house).inEnglish().signIn('seo')
  await lead.open('/report?to=2001-01-01')
  lead.mustSee('There are no records for this choice.', 'Base: 0 youths')
})

pages('the figures are for the lead alone', async () => {
  for (const who of ['han', 'oh', 'yoo'])
    for (const path of ['/report', '/report/figures.json', '/report/cross', '/report/operations'])
      assert.is((await ask(house, who, 'GET', path)).status, 403)
  assert.is((await ask(house, undefined, 'GET', '/report/figures.json')).status, 401)
})

pages.after(() => house.close())
pages.run()
