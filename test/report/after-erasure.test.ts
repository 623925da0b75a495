import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { siteOf } from '../../src/app.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { summaries } from '../../src/summaries.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { aDemoHouse } from '../support/demo-house.ts'
import { everythingIn, freshFolder } from '../support/folder.ts'
import type { TestHouse } from '../support/house.ts'

/*
 * The youths of the paper were closed in 2020 and 2021: their three years are over. Many of them are erased as a lead
 * and an admin would, and the paper's figures are asked for again.
 */
const paper = '/report/figures.json?from=2019-09-01&to=2020-12-31'
const form = { headers: { ...ownPage, ...asForm }, body: 'sure=yes' }
const spared = 51

let house: TestHouse
const erased: { number: string; name: string }[] = []

const test = suite('figures after an erasure')
const figures = async (site: Pick<TestHouse, 'site'>, path = paper) => {
  const answer = await ask(site, 'seo', 'GET', path)
  assert.is(answer.status, 200)
  return answer.text()
}

test.before(async () => {
  // looked for in its folder, and opened anew there
  house = await aDemoHouse(freshFolder())
  await signedIn(house)
})

test('are the same to the last letter, whole and by school level and basis', async () => {
  const paths = [paper, `${paper}&schoolLevel=middle`, `${paper}&basis=measure-5`, '/report/figures.json']
  const before = await Promise.all(paths.map((path) => figures(house, path)))
  const { rows } = await house.store.rows({ stages: ['closed'] })
  const due = rows.filter(({ referredOn }) => referredOn <= '2020-12-31').slice(spared)
  assert.is(due.length, 91 - spared)
  for (const { number, name } of due) {
    assert.is((await ask(house, 'seo', 'POST', `/cases/${number}/retention/proposal`, form)).status, 303)
    assert.is((await ask(house, 'yoo', 'POST', `/retention/${number}/approval`, form)).status, 303)
    erased.push({ number, name })
  }
  assert.is((await house.store.entries('destructions')).length, erased.length)
  for (const [at, path] of paths.entries()) assert.is(await figures(house, path), before[at], path)
})

test('of one day tell nothing of those who were erased', async () => {
  const days: string[] = []
  for await (const { referredOn } of house.store.facts()) days.push(referredOn)
  assert.ok(days.filter((day) => day.endsWith('-01')).length >= erased.length, 'only the month is kept')
})

test('are the same when the house is opened anew', async () => {
  const before = await figures(house)
  const { dir, keyFile, clock, assets } = house
  await house.close()
  const store = await openEmbeddedStore({ dir, keyFile, summaries, clock })
  house = { ...house, store, site: siteOf({ store, clock, assets }), close: () => store.close() }
  assert.is(await figures(house), before)
})

test('come from facts in which nobody can be found again', async () => {
  const facts: string[] = []
  for await (const one of house.store.facts()) facts.push(JSON.stringify(one))
  const all = facts.join('\n')
  for (const { number, name } of erased) assert.not.ok(all.includes(number) || all.includes(name), number)
  const paths = everythingIn(house.dir).files.join('\n')
  for (const { number, name } of erased) {
    assert.not.ok(paths.includes(number), number)
    assert.is(await house.store.caseFile(number), undefined)
    assert.is(
      (await house.store.rows({ text: name, stages: ['closed'] })).rows.some((row) => row.number === number),
      false,
    )
    assert.equal(await house.store.sessionsOf(number), [])
  }
})

test('and no page falls over a number that is gone', async () => {
  const [first] = erased
  for (const path of ['/', '/cases', '/calendar', '/retention', '/retention/records', '/report', '/log'])
    assert.is((await ask(house, 'seo', 'GET', path)).status, 200, path)
  assert.is((await ask(house, 'seo', 'GET', `/cases/${first?.number}`)).status, 404)
})

test.after(() => house.close())
test.run()
