import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Facts } from '../../src/casefile/facts.ts'
import { crossed, maybeCrossed } from '../../src/report/cross.ts'
import { definitionOf, type FigureId } from '../../src/report/figures.ts'
import { firstDayOf, halfOf, halvesBetween, lastDayOf } from '../../src/report/halves.ts'
import { signedIn } from '../support/asking.ts'
import { aHouse } from '../support/house.ts'
import { saveStages } from '../support/stages.ts'
import { aVisitor } from '../support/visitor.ts'
import { factsOf } from './disclosure-world.ts'
import { crossTally } from './of-facts.ts'

const rules = suite('which figures may be crossed')
const grave: FigureId[] = ['motive', 'motive-all', 'motive-self', 'perpetration-type', 'channel', 'relation', 'concern']

rules('never grade or month with motive, kind of act, channel, relation or concern, whichever comes first', () => {
  for (const exact of ['grade', 'referred-month'] as const)
    for (const id of grave) assert.equal([maybeCrossed(exact, id), maybeCrossed(id, exact)], [false, false], id)
})
rules('half-year and year may stand with all of them', () => {
  for (const time of ['referred-half', 'referred-year'] as const)
    for (const id of grave) assert.ok(maybeCrossed(time, id), id)
})
rules('not a figure with itself, nor two that say the same', () => {
  for (const id of crossed) assert.not.ok(maybeCrossed(id, id))
  assert.not.ok(maybeCrossed('grade', 'school-level'))
  assert.not.ok(maybeCrossed('completion', 'closure-reason'))
})
rules('counts of sessions, hours and consents are no youths, and stand in none', () => {
  for (const id of ['sessions-held', 'hours', 'attendance', 'consent'] as const)
    assert.not.ok(maybeCrossed(id, 'gender'), id)
})
rules('the order of the two makes no difference', () => {
  for (const one of crossed) for (const other of crossed) assert.is(maybeCrossed(one, other), maybeCrossed(other, one))
})

const counts = suite('a cross-table')
const someone = (how: Partial<Facts>): Facts => ({ ...factsOf({ half: '2020-1', has: {} }), ...how })
const cross = (rows: FigureId, columns: FigureId, facts: Facts[]) =>
  crossTally(definitionOf(rows), definitionOf(columns), facts)

counts('counts youths in each cell, and leaves out whoever lacks one of the two', () => {
  const found = cross('gender', 'motive', [
    someone({ gender: 'male', motive: 'fun' }),
    someone({ gender: 'male', motive: 'fun' }),
    someone({ gender: 'female', motive: 'impulse' }),
    someone({ gender: 'female' }),
  ])
  const at = (row: string, column: string) =>
    found.cells[found.rowCodes.indexOf(row)]?.[found.columnCodes.indexOf(column)]
  assert.equal([at('male', 'fun'), at('female', 'impulse'), at('female', 'fun')], [2, 1, 0])
  assert.equal([found.base, found.missing, found.rowTotals.slice(0, 2)], [3, 1, [2, 1]])
})
counts('of several answers a youth stands in each cell that fits, and once in the total', () => {
  const found = cross('gender', 'perpetration-type', [
    someone({ gender: 'male', types: ['possession', 'threat'] }),
    someone({ gender: 'male', types: ['possession'] }),
  ])
  const row = found.cells[0] ?? []
  assert.equal([row.reduce((sum, count) => sum + count, 0), found.rowTotals[0], found.base], [3, 2, 2])
})

const halves = suite('half-years')
halves('have their first and last day, and follow each other over the years', () => {
  assert.equal([halfOf('2019-06-30'), halfOf('2019-07-01'), halfOf('2019-12-31')], ['2019-1', '2019-2', '2019-2'])
  assert.equal([firstDayOf('2020-1'), lastDayOf('2020-1')], ['2020-01-01', '2020-06-30'])
  assert.equal([firstDayOf('2020-2'), lastDayOf('2020-2')], ['2020-07-01', '2020-12-31'])
  assert.equal(halvesBetween('2019-2', '2021-1'), ['2019-2', '2020-1', '2020-2', '2021-1'])
  assert.equal(halvesBetween('2020-2', '2020-1'), [])
})

const pages = suite('the page of cross-tables')
const house = await aHouse(saveStages)
await signedIn(house)

pages('lets two figures be chosen, and shows real numbers with a mark where others see none', async () => {
  const lead = await aVisitor(house).signIn('seo')
  await lead.open('/report/cross')
  lead.mustSee('행과 열을 골라 주십시오.')
  await lead.choose('행', '성별').choose('열', '주된 동기').press('보기')
  assert.is(lead.status, 200)
  lead.mustSee('성별 × 주된 동기', '가림', '한쪽이 기록되지 않은 청소년')
  assert.is(lead.document.querySelector('.cross tfoot td.sum')?.textContent?.replace(/\D/g, ''), '2')
})
pages('refuses a pair that could show who somebody is, at the field', async () => {
  const lead = await aVisitor(house).signIn('seo')
  await lead.open('/report/cross?rows=grade&columns=motive')
  assert.is(lead.status, 422)
  assert.match(lead.document.querySelector('#columns-problem')?.textContent ?? '', '함께 볼 수 없습니다')
  assert.is(lead.document.querySelectorAll('.cross').length, 0)
})
pages('refuses one figure alone, and what is none', async () => {
  const lead = await aVisitor(house).signIn('seo')
  for (const query of ['rows=gender', 'columns=gender', 'rows=hours&columns=gender', 'rows=__proto__&columns=gender']) {
    await lead.open(`/report/cross?${query}`)
    assert.is(lead.status, 422, query)
  }
})

pages.after(() => house.close())
rules.run()
counts.run()
halves.run()
pages.run()
