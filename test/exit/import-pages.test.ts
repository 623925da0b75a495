// Over 150 lines because an import is followed from its file to its end, whoever stands in the way.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { entered } from '../../src/casefile/journal.ts'
import { done } from '../../src/result.ts'
import { ko } from '../../views/words.ko.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { aHouse, heldIn, type TestHouse } from '../support/house.ts'
import { bring } from '../support/import-desk.ts'
import { aRow, csvOf, type Record17, tableOf } from '../support/import-rows.ts'
import { signed } from '../support/samples.ts'
import { aVisitor } from '../support/visitor.ts'

const i = ko.importing
const csv = (...records: Record17[]) => csvOf(tableOf(records))
const rows = async ({ store }: TestHouse) => (await store.rows({})).rows

const test = suite('an import')
let house: TestHouse
test.before.each(async () => {
  house = await aHouse()
})
test.after.each(() => house.close())

test('goes from the file over the check to the cases, and back again whole', async () => {
  const before = await heldIn(house.store)
  assert.is(
    (await bring(house, csv(aRow(), aRow({ case: 'A-2', closed_on: '', closure_reason: '' })))).to,
    '/report/import/check',
  )
  const seo = await aVisitor(house).signIn('seo')
  await seo.open('/report/import')
  await seo.follow(i.toWaiting)
  seo.mustSee(i.ready, i.readyLead, '20회')
  assert.equal(await rows(house), [])
  await seo.press('2건 모두 가져오기')
  seo.mustSee(ko.done['cases-imported'], 'table.csv', 'A-001', '2020-0001', '2020-0002')
  assert.equal((await rows(house)).map(({ number, name, stage }) => [number, name, stage]).sort(), [
    ['2020-0001', 'A-001', 'closed'],
    ['2020-0002', 'A-2', 'consent'],
  ])
  await seo.follow(i.toFigures)
  assert.match(seo.path, /from=2020-03-02&to=2020-03-02/)
  await seo.open('/report/import/2026-01')
  await seo.press(i.backNow)
  seo.mustSee(ko.reasons.missing)
  await seo.fill(ko.fields.takeBackWhy, '다른 센터의 표였습니다').press(i.backNow)
  seo.mustSee(ko.done['import-taken-back'], '다른 센터의 표였습니다')
  assert.equal(await rows(house), [])
  for await (const _ of house.store.facts()) assert.unreachable('facts stayed')
  const [one] = await house.store.entries('imports')
  assert.is(one?.takenBack?.by, 'seo')
  assert.equal(JSON.parse(await heldIn(house.store))[0], JSON.parse(before)[0])
  // what was taken back can be brought again, and gets other numbers
  await bring(house, csv(aRow()))
  await (await seo.open('/report/import/check')).press('1건 모두 가져오기')
  assert.equal(
    (await rows(house)).map(({ number }) => number),
    ['2020-0003'],
  )
})

test('is not taken back once one of its cases was worked on, and the page says which', async () => {
  await bring(house, csv(aRow(), aRow({ case: 'A-2', closed_on: '', closure_reason: '' })))
  const seo = await aVisitor(house).signIn('seo')
  await (await seo.open('/report/import/check')).press('2건 모두 가져오기')
  await seo.open('/cases/2020-0002')
  await seo.choose(ko.fields.counsellorId, '한지우').press(ko.cases.assign)
  const before = await heldIn(house.store)
  await seo.open('/report/import/2026-01')
  await seo.fill(ko.fields.takeBackWhy, '잘못 가져왔습니다').press(i.backNow)
  assert.is(seo.status, 422)
  seo.mustSee('2020-0002')
  assert.is(seo.valueOf(ko.fields.takeBackWhy), '잘못 가져왔습니다')
  assert.ok((await heldIn(house.store)) === before, 'something was changed')
})

test('that is not taken back names no case that is kept from whoever asks', async () => {
  await bring(house, csv(aRow(), aRow({ case: 'A-2' })))
  const post = (path: string, fields = '') =>
    ask(house, 'seo', 'POST', path, { headers: { ...ownPage, ...asForm }, body: fields })
  await post('/report/import/cases')
  const { id = '', cases: [kept = '', other = ''] = [] } = (await house.store.entries('imports')).at(-1) ?? {}
  await house.store.change(async (view) => {
    for (const number of [kept, other]) {
      const file = await view.caseFile(number)
      const restricted = number === kept ? { to: ['han'], why: 'x', ...signed('yoo') } : undefined
      if (file) view.saveCase(entered(file, 'restricted', { restricted }, signed('yoo')))
    }
    return done(undefined)
  })
  const answer = await post(`/report/import/${id}/withdrawal`, 'takeBackWhy=x')
  const said = await answer.text()
  assert.equal([answer.status, said.includes(other), said.includes(kept)], [422, true, false])
})

test('of cases that are here already is refused, also when they came between the check and the yes', async () => {
  await bring(house, csv(aRow()))
  const [one, other] = [await aVisitor(house).signIn('seo'), await aVisitor(house).signIn('seo')]
  await one.open('/report/import/check')
  await (await other.open('/report/import/check')).press('1건 모두 가져오기')
  await bring(house, csv(aRow({ case: 'a-001' }), aRow({ case: 'B' })))
  const before = await heldIn(house.store)
  await one.press('1건 모두 가져오기')
  assert.is(one.status, 422)
  one.mustSee(i.faults['reference-known'])
  assert.ok((await heldIn(house.store)) === before, 'something was changed')
})

test('matches columns by hand, and what was chosen stays when one choice is refused', async () => {
  const [heads = [], ...body] = tableOf([aRow()])
  const renamed = heads.map((head) => (head === 'source' ? '어디서' : head))
  await bring(house, csvOf([[...renamed, '이름'], ...body.map((row) => [...row, '홍길동'])]))
  const seo = await aVisitor(house).signIn('seo')
  await seo.open('/report/import/check')
  seo.mustSee(i.columnsTitle, i.faults['column-missing'], i.faults['column-unknown'])
  const at = renamed.indexOf('어디서')
  const wrong = new URLSearchParams([
    [`column-${at}`, 'source'],
    [`column-${heads.length}`, 'nonsense'],
  ])
  const token = /name="token" value="([^"]+)"/.exec(seo.text)?.[1] ?? ''
  await seo.send('/report/import/columns', new URLSearchParams([...wrong, ['token', token]]))
  assert.is(seo.status, 422)
  assert.is(seo.document.querySelector(`#column-${at} option[selected]`)?.getAttribute('value'), 'source')
  seo.choose('이름', i.leaveOut)
  await seo.press(i.match)
  seo.mustSee(i.ready)
  await seo.press('1건 모두 가져오기')
  const [row] = await rows(house)
  assert.is((await house.store.caseFile(row?.number ?? ''))?.referral.source, 'teacher')
  assert.not.match(await heldIn(house.store), /홍길동/)
})

test('belongs to the lead alone, and asks for a fresh second factor', async () => {
  await signedIn(house)
  for (const who of ['han', 'yoo', 'oh']) assert.is((await ask(house, who, 'GET', '/report/import')).status, 403, who)
  house.clock.set('2026-11-22T01:20:00.000Z')
  const later = await ask(house, 'seo', 'POST', '/report/import/cases', {
    headers: { ...ownPage, ...asForm },
    body: '',
  })
  assert.is(later.status, 401)
})

test('is in the log of each case', async () => {
  await bring(house, csv(aRow(), aRow({ case: 'B' })))
  const seo = await aVisitor(house).signIn('seo')
  await (await seo.open('/report/import/check')).press('2건 모두 가져오기')
  const logged: (string | undefined)[] = []
  for await (const { deed, caseNumber, status } of house.store.logged('2026-11-22', '2026-11-23'))
    if (deed === 'import cases' && status === 303 && caseNumber) logged.push(caseNumber)
  assert.equal(logged.sort(), ['2020-0001', '2020-0002'])
})

test.run()
