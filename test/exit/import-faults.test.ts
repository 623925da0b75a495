import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ko } from '../../views/words.ko.ts'
import { aHouse, heldIn } from '../support/house.ts'
import { bring } from '../support/import-desk.ts'
import { aRow, csvOf, type Record17, tableOf } from '../support/import-rows.ts'
import { aVisitor } from '../support/visitor.ts'

const test = suite('a file with thirty different faults')

/** Each row but the first has one fault, each of its own kind. */
const spoilt: Record17[] = [
  { birth_date: '' },
  { case: 'B\u0007' },
  { types: '=cmd()' },
  { case: 'x'.repeat(61) },
  { case: '060501-3234567' },
  { channels: '비둘기' },
  { types: 'synthetic-possession' },
  { motives: 'fun;fun' },
  { gender: 'male;female' },
  { main_motive: 'money' },
  { referred_on: '2020-13-01' },
  { closed_on: '2030-01-01' },
  { birth_date: '2021-01-01' },
  { birth_date: '1990-01-01' },
  { closed_on: '2019-01-01' },
  { closure_reason: '' },
  { closed_on: '' },
  { sessions_held: '많음' },
  { minutes_held: '90.5' },
  { sessions_held: '-1' },
  { minutes_held: '99999' },
  { sessions_held: '0' },
  { grade: '7' },
  { case: 'R-0' },
  { 'intake:ctrl1': '7' },
  { 'intake:acts': 'nothing;possession' },
  { 'intake:acts': 'declined', 'intake:ways': 'sns' },
  { 'intake:motives': 'fun', 'intake:motive': 'money' },
]

function faultyTable(): string[][] {
  const table = tableOf([
    aRow({ case: 'R-0' }),
    ...spoilt.map((changes, at) => aRow({ case: `R-${at + 1}`, ...changes })),
  ])
  const [heads = [], ...rows] = table
  // the 29th is a column that nobody knows, the 30th a blank row before the last
  const wider = [[...heads, '비고'], ...rows.map((row) => [...row, ''])]
  return [...wider.slice(0, -1), heads.map(() => ''), ...wider.slice(-1)]
}

test('lists thirty problems by row and column, and changes nothing', async () => {
  const house = await aHouse()
  const [korean, english] = [await aVisitor(house).signIn('seo'), await aVisitor(house).inEnglish().signIn('seo')]
  const before = await heldIn(house.store)
  const cut = await house.store.factsCut()
  assert.is((await bring(house, csvOf(faultyTable()))).status, 303)
  for (const seo of [korean, english]) {
    await seo.open('/report/import/check')
    const lines = [...seo.document.querySelectorAll('.import-faults tbody tr')]
    assert.is(lines.length, 30)
    const kinds = new Set(lines.map((line) => line.querySelector('td:last-child')?.textContent))
    assert.is(kinds.size, 30, 'each in a sentence of its own')
    assert.equal(lines.map((line) => Number(line.querySelector('th')?.textContent)).slice(0, 4), [1, 3, 4, 5])
    assert.not.match(seo.text, '3234567')
    // the yes is not offered, and is refused when it is sent all the same
    assert.not.ok(seo.document.querySelector('form[action="/report/import/cases"]'))
    const token = /name="token" value="([^"]+)"/.exec(seo.text)?.[1] ?? ''
    await seo.send('/report/import/cases', new URLSearchParams({ token }))
    assert.is(seo.status, 422)
  }
  await (await korean.open('/report/import/check')).press(ko.importing.drop)
  assert.ok((await heldIn(house.store)) === before, 'something was changed')
  assert.is(await house.store.factsCut(), cut)
  await house.close()
})

test.run()
