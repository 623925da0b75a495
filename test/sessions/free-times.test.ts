import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { noteFreeTimes, readFreeTimes } from '../../src/sessions/free-times.ts'
import { mustBe, reasonsOf } from '../support/diary.ts'
import { signed } from '../support/samples.ts'
import { asks, inHouse } from '../support/sessions.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aVisitor } from '../support/visitor.ts'

const test = suite('when a youth can come')

const path = '/cases/2026-0001/sessions/free-times'
const tuesdays = { 2: { from: '16:00', to: '20:00' } }

test('the times are noted with who and when, and what stood there before stays in the journal', () => {
  const first = mustBe(noteFreeTimes(aCaseUnderWay(), tuesdays, signed()))
  assert.equal(first.freeTimes, { hours: tuesdays, ...signed() })
  const second = mustBe(noteFreeTimes(first, { 4: tuesdays[2] }, signed('bora')))
  const [line] = second.journal.at(-1)?.changed ?? []
  assert.is(second.journal.at(-1)?.deed, 'free-times-noted')
  assert.match(line?.path ?? '', 'freeTimes')
  assert.match(JSON.stringify(second.journal.at(-1)), '16:00')
})

test('a form without any times says that nobody knows', () => {
  assert.is(mustBe(readFreeTimes(new URLSearchParams())), undefined)
  assert.equal(mustBe(readFreeTimes(new URLSearchParams({ tueFrom: '16:00', tueTo: '20:00' }))), tuesdays)
  const known = aCaseUnderWay({ freeTimes: { hours: tuesdays, ...signed() } })
  assert.is(mustBe(noteFreeTimes(known, undefined, signed())).freeTimes, undefined)
})

test('half a day, or one that ends before it begins, is refused at its field', () => {
  const fields = new URLSearchParams({
    monFrom: '16:00',
    tueFrom: '18:00',
    tueTo: '17:00',
    wedFrom: 'x',
    wedTo: '10:00',
  })
  assert.equal(reasonsOf(readFreeTimes(fields)), [
    ['missing', 'monTo'],
    ['ends-before-it-begins', 'tueTo'],
    ['not-a-time', 'wedFrom'],
  ])
})

test('a closed case is left as it is', () => {
  const closed = aCaseUnderWay({ closings: [{ on: '2026-11-15', reason: 'completed', ...signed() }] })
  assert.equal(reasonsOf(noteFreeTimes(closed, tuesdays, signed())), [['case-closed', undefined]])
})

test('what was typed stays when it is refused, and the page shows what is noted', () =>
  inHouse(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await han.open(path)
    await han.fill('화요일 시작', '18:00').fill('화요일 끝', '17:00').press('시간 저장')
    assert.is(han.status, 422)
    assert.is(han.valueOf('화요일 시작'), '18:00')
    await han.fill('화요일 끝', '19:00').press('시간 저장')
    await han.open(path)
    assert.is(han.valueOf('화요일 끝'), '19:00')
    han.mustSee('한지우 · 2026-11-22 (일) 10:00')
    const bora = await asks(house, 'bora')
    assert.is((await bora(path)).status, 404)
    assert.is((await bora(path, { monFrom: '10:00', monTo: '11:00' })).status, 404)
  }))

test.run()
