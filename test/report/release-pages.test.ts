// Over 150 lines because it is the whole way of a release, with the races on it and the files at its end.
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { releaseStateOf, tablesOf } from '../../src/report/release.ts'
import { releaseHead, releaseRows } from '../../src/report/release-rows.ts'
import type { Published } from '../../src/report/shown.ts'
import { done } from '../../src/result.ts'
import { labelsFor } from '../../views/report/release.ts'
import { ko } from '../../views/words.ko.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { forty } from '../support/forty.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { releaseByHand, shownByHand } from '../support/released.ts'
import { seo } from '../support/samples.ts'
import { aVisitor, type Visitor } from '../support/visitor.ts'

const r = ko.releases
const f = ko.fields

let house: TestHouse
const save = async () => {
  house = await aHouse((view) => {
    view.savePerson({ ...seo, id: 'lead-2', name: '강다온', email: 'lead-2@example.test' })
    for (const one of forty) view.saveCase(one)
  })
  await signedIn(house)
}
const post = (who: string, path: string, fields: Record<string, string> = {}) =>
  ask(house, who, 'POST', path, { headers: { ...ownPage, ...asForm }, body: new URLSearchParams(fields).toString() })
const moreCases = (n: number) =>
  house.store.change((view) => {
    for (const [at, one] of forty.slice(0, n).entries()) view.saveCase({ ...one, number: `2026-${2000 + at}` })
    return done(undefined)
  })
const releaseOf = (id: string) => house.store.entry('releases', id)
const halfOfForty = ['2026년 상반기', '2026년 하반기']

/** Opens the form, chooses the first half of 2026 and opens the preview. */
async function previewed(visitor: Visitor, purpose: string): Promise<Visitor> {
  await visitor.open('/report/releases/new')
  visitor.choose(f.fromHalf, halfOfForty[0]!).choose(f.toHalf, halfOfForty[0]!).fill(f.releasePurpose, purpose)
  return visitor.press(r.preview)
}

const test = suite('a release, from the choice to the file')
test.before.each(save)
test.after.each(() => house.close())

test('is seen before anything is kept, as others would see it', async () => {
  const visitor = await previewed(await aVisitor(house).signIn('seo'), '시청 보고')
  visitor.mustSee(r.previewTitle, '중학교')
  visitor.mustSee('기준: 청소년 40명')
  assert.is((await house.store.entries('releases')).length, 0)
})

test('holds the numbers that were seen, and goes when a second person agreed', async () => {
  const visitor = await previewed(await aVisitor(house).signIn('seo'), '시청 보고')
  await visitor.press(r.proposeNow)
  assert.is(visitor.path, '/report/releases/2026-01?done=release-proposed')
  visitor.mustSee(r.states.proposed, '시청 보고', r.waits)
  assert.not.match(visitor.words, r.files)
  const release = await releaseOf('2026-01')
  const level = tablesOf(release!).figures.find(({ id }) => id === 'school-level')
  assert.is(level?.rows.find(({ code }) => code === 'middle')?.count, 26)
  // never by whoever proposed it
  assert.is((await post('seo', '/report/releases/2026-01/approval')).status, 422)
  assert.is((await ask(house, 'seo', 'GET', '/report/releases/2026-01/tables.csv')).status, 404)
  const second = await aVisitor(house).signIn('yoo')
  second.mustSee('승인을 기다리는 공표 1건')
  await second.open('/report/releases/2026-01')
  await second.press(r.approve)
  second.mustSee(r.states.approved, r.files)
  assert.is((await ask(house, 'yoo', 'GET', '/report/releases/2026-01/tables.csv')).status, 200)
})

test('is shown again when the numbers changed between the preview and the proposal', async () => {
  const visitor = await previewed(await aVisitor(house).signIn('seo'), '시청 보고')
  await moreCases(9)
  await visitor.press(r.proposeNow)
  assert.is(visitor.status, 422)
  visitor.mustSee(ko.reasons['preview-first'])
  assert.is((await house.store.entries('releases')).length, 0)
  await visitor.press(r.proposeNow)
  assert.is(visitor.status, 200)
})

test('is not approved once its numbers changed', async () => {
  await (await previewed(await aVisitor(house).signIn('seo'), '시청 보고')).press(r.proposeNow)
  await moreCases(9)
  const answer = await post('yoo', '/report/releases/2026-01/approval')
  assert.is(answer.status, 422)
  assert.match(await answer.text(), ko.reasons['figures-changed'])
})

test('is not proposed beside another of an overlapping time that is open, of two at once neither', async () => {
  const visitors: Visitor[] = []
  for (const purpose of ['하나', '둘']) visitors.push(await previewed(await aVisitor(house).signIn('seo'), purpose))
  await Promise.all(visitors.map((visitor) => visitor.press(r.proposeNow)))
  assert.equal(visitors.map(({ status }) => status).sort(), [200, 422])
  const refused = visitors.find(({ status }) => status === 422)
  refused?.mustSee(ko.reasons['proposal-open'])
  assert.is((await house.store.entries('releases')).length, 1)
  assert.is((await post('seo', '/report/releases/2026-01/withdrawal', { why: '다른 것을 먼저' })).status, 303)
  await refused?.press(r.proposeNow)
  assert.is(refused?.status, 200)
})

test('of two that stood open side by side, one goes', async () => {
  await (await previewed(await aVisitor(house).signIn('seo'), '하나')).press(r.proposeNow)
  const first = await releaseOf('2026-01')
  await house.store.change((view) => done(view.saveEntry('releases', { ...first!, id: '2026-02' })))
  house.clock.set('2026-11-22T01:05:00.000Z')
  await signedIn(house)
  const answers = await Promise.all(['2026-01', '2026-02'].map((id) => post('yoo', `/report/releases/${id}/approval`)))
  assert.equal(answers.map(({ status }) => status).sort(), [303, 422])
  const states = (await house.store.entries('releases')).map(releaseStateOf).sort()
  assert.equal(states, ['approved', 'proposed'])
  const refusal = answers.find(({ status }) => status === 422)
  assert.match(await refusal!.text(), ko.reasons['released-meanwhile'])
})

test('of three who settle it at once, one comes first', async () => {
  await (await previewed(await aVisitor(house).signIn('seo'), '시청 보고')).press(r.proposeNow)
  const path = '/report/releases/2026-01'
  const answers = await Promise.all([
    post('yoo', `${path}/approval`),
    post('yoo', `${path}/refusal`, { why: '다시 보기' }),
    post('yoo', `${path}/approval`),
  ])
  assert.equal(answers.map(({ status }) => status).sort(), [303, 422, 422])
})

test('hides what would follow by subtraction from what was given away', async () => {
  const visitor = await previewed(await aVisitor(house).signIn('seo'), '시청 보고')
  await visitor.press(r.proposeNow)
  assert.is((await post('yoo', '/report/releases/2026-01/approval')).status, 303)
  // two more youths: what was 26 and 40 would be 28 and 42
  await moreCases(2)
  await previewed(visitor, '다시')
  const table = visitor.document.querySelector('#table-school-level')?.textContent ?? ''
  assert.not.match(table, /26|28|40명|42명/)
  assert.match(table, ko.resultsPaper.baseHidden)
})

test('stays in the register when it is withdrawn, and is no file any more', async () => {
  await house.store.change((view) => done(view.saveEntry('releases', releaseByHand())))
  const visitor = await aVisitor(house).signIn('seo')
  await visitor.open('/report/releases/2026-01')
  visitor.fill(f.why, '오류를 찾음')
  await visitor.press(r.withdraw)
  visitor.mustSee(r.states.withdrawn, '오류를 찾음')
  await visitor.open('/report/releases')
  visitor.mustSee('2026-01', r.states.withdrawn)
  assert.is((await ask(house, 'seo', 'GET', '/report/releases/2026-01/tables.xlsx')).status, 404)
})

test('is proposed by leads alone; an admin sees what is shown and no preview', async () => {
  await house.store.change((view) => done(view.saveEntry('releases', releaseByHand())))
  assert.is((await ask(house, 'yoo', 'GET', '/report/releases/new')).status, 403)
  assert.is((await ask(house, 'yoo', 'GET', '/report/paper/draft')).status, 403)
  assert.is((await post('yoo', '/report/releases')).status, 403)
  for (const who of ['han', 'oh']) assert.is((await ask(house, who, 'GET', '/report/releases')).status, 403)
  const admin = await aVisitor(house).signIn('yoo')
  await admin.open('/report/releases/2026-01')
  admin.mustSee('57')
  assert.not.match(admin.words, '숨겼습니다')
})

test.run()

const files = suite('the files of a release')
files.before(async () => {
  house = await aHouse((view) => view.saveEntry('releases', releaseByHand()))
  await signedIn(house)
})
files.after(() => house.close())

const fetched = async (kind: string) => {
  const answer = await ask(house, 'seo', 'GET', `/report/releases/2026-01/tables.${kind}`)
  assert.is(answer.status, 200)
  assert.is(answer.headers.get('Content-Disposition'), `attachment; filename="2026-01.${kind}"`)
  return Buffer.from(await answer.arrayBuffer())
}
const expected = () => {
  const here = { t: ko, lang: 'ko' } as never
  return releaseRows(shownByHand, labelsFor(here)).map((row) => row.map(String))
}
/** Where each number of the shown tables lies, hidden ones as an empty value with the mark. */
const numbersIn = ({ figures, crosses }: Published) => [
  ...figures.flatMap(({ base, missing, rows }) => [
    base,
    missing,
    ...rows.flatMap(({ count, percent }) => [count, percent]),
  ]),
  ...crosses.flatMap((one) => [one.base, ...one.cells.flat(), ...one.rowTotals, ...one.columnTotals]),
]
const formula = /^[\s\p{C}]*[=+\-@＝＋－＠]/u

files('are CSV that reads back as what was shown, with a mark of its letters for Excel', async () => {
  const file = await fetched('csv')
  assert.equal([...file.subarray(0, 3)], [0xef, 0xbb, 0xbf])
  const [head, ...rows] = parse(file, { bom: true }) as string[][]
  assert.equal(head, [...releaseHead])
  assert.equal(rows, expected())
  const counted = rows.filter(([table]) => table !== 'outcome').map((row) => [row[8], row[9]])
  assert.equal(
    counted,
    numbersIn(shownByHand).map((n) => (n === null ? ['', '.X'] : [String(n), ''])),
  )
  for (const cell of rows.flat()) assert.ok(!formula.test(cell) || /^-?\d+(\.\d+)?$/.test(cell), cell)
})

files('are a workbook that reads back as the same, numbers as numbers', async () => {
  const rows = (await readSheet(await fetched('xlsx'), r.tableSheet)) as unknown[][]
  assert.equal(rows[0], [...releaseHead])
  const read = rows.slice(1).map((row) => releaseHead.map((_, at) => String(row[at] ?? '')))
  assert.equal(read, expected())
  assert.ok(rows.slice(1).some((row) => row[8] === 57))
  const about = (await readSheet(await fetched('xlsx'), r.aboutSheet)) as unknown[][]
  assert.ok(about.some(([, value]) => value === '2026-01'))
})

files('are JSON that is what was shown', async () => {
  const { figures, crosses, outcome, cutOff, threshold } = JSON.parse((await fetched('json')).toString())
  assert.equal({ figures, crosses, outcome }, JSON.parse(JSON.stringify(shownByHand)))
  assert.equal([cutOff, threshold], ['2026-11-20', 5])
})

files('are not there for a release that was never approved, nor for one that is not there', async () => {
  const waiting = releaseByHand({ id: '2026-02', approved: undefined })
  await house.store.change((view) => done(view.saveEntry('releases', waiting)))
  for (const id of ['2026-02', '2026-77'])
    for (const file of ['tables.csv', 'tables.xlsx', 'tables.json', 'paper.docx'])
      assert.is((await ask(house, 'seo', 'GET', `/report/releases/${id}/${file}`)).status, 404, `${id} ${file}`)
})

files.run()
