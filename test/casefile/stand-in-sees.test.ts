import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { done } from '../../src/result.ts'
import type { View } from '../../src/store/store.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { aHouseToLeave } from '../support/away.ts'
import type { TestHouse } from '../support/house.ts'
import { entriesIn } from '../support/logged.ts'
import { aSession, seo, signed } from '../support/samples.ts'

/*
 * Bora stands in for Han in Minjun's case alone, from Tuesday to Thursday; it is Tuesday. Jiho's is Han's as well and
 * no affair of hers. The third one is kept to Han, to another lead, and here also to Bora.
 */
const standing = { counsellorId: 'bora', from: '2026-11-24', to: '2026-11-26' }
const absence = { ...standing, id: 'away', counsellorId: 'han', by: 'lead-2', at: '2026-11-20T01:00:00.000Z' }
const [minjuns, jihos, kept] = ['2026-0001', '2026-0002', '2026-0003']

let house: TestHouse
const change = (make: (view: View) => void) => house.store.change((view) => done(make(view)))
async function covers(...numbers: string[]): Promise<void> {
  for (const number of numbers) {
    const file = (await house.store.caseFile(number)) as CaseFile
    await change((view) => view.saveCase({ ...file, covers: [{ ...standing, ...signed('lead-2') }] }))
  }
  await change((view) => view.saveEntry('absences', { ...absence, coveredBy: 'bora', cases: numbers }))
  house.clock.set('2026-11-24T01:00:00.000Z')
  await signedIn(house)
}
const post = (who: string, path: string, fields: Record<string, string> | [string, string][]) =>
  ask(house, who, 'POST', path, {
    headers: { ...ownPage, ...asForm },
    body: new URLSearchParams(fields as Record<string, string>).toString(),
  })

const test = suite('whoever stands in')
test.before.each(async () => {
  house = await aHouseToLeave()
})
test.after.each(() => house.close())

test('learns of a colleague’s other sessions when they are, and not whose', async () => {
  await change((view) => {
    const attendees = [{ caseNumber: jihos, ordinal: 2 }]
    view.saveSession(aSession({ id: '2026-11-27-01', startAt: '2026-11-27T05:00:00.000Z', attendees }))
  })
  await covers(minjuns)
  const wanted = { sessionOn: '2026-11-27', startTime: '14:20', minutes: '50', kind: 'individual', mode: 'online' }
  const booked = await post('bora', `/cases/${minjuns}/sessions`, wanted)
  assert.is(booked.status, 422)
  const beside = await post('bora', `/cases/${minjuns}/sessions/preview`, { ...wanted, startTime: '16:00' })
  for (const [text, words] of [
    [await booked.text(), '2026-11-27 14:00–14:50에 한지우 상담원의 다른 일정이 있습니다.'],
    [await beside.text(), '14:00–14:50 예약됨'],
  ] as const) {
    assert.ok(text.includes(words), text)
    assert.not(text.includes(jihos))
  }
  const leads = await post('seo', `/cases/${minjuns}/sessions`, wanted)
  assert.match(await leads.text(), jihos)
})

test('is not handed a group in which a youth sits whose case was not chosen', async () => {
  const attendees = [minjuns, jihos].map((caseNumber) => ({ caseNumber, ordinal: 2 }))
  const group = { id: '2026-11-25-02', startAt: '2026-11-25T08:00:00.000Z', kind: 'group', attendees }
  await change((view) => {
    view.saveEntry('absences', { ...absence, cases: [] })
    view.saveSession(aSession(group))
  })
  await signedIn(house)
  const arranged = async (...numbers: string[]) => {
    const cases = numbers.map((number): [string, string] => ['cases', number])
    const fields: [string, string][] = [['coveredBy', 'bora'], ['sessionsToo', 'yes'], ...cases]
    assert.is((await post('seo', '/absences/away/cover', fields)).status, 303)
    return (await house.store.session(group.id))?.counsellorId
  }
  assert.is(await arranged(minjuns), 'han')
  assert.is((await house.store.session('2026-11-25-01'))?.counsellorId, 'bora')
  assert.is((await ask(house, 'bora', 'GET', `/cases/${jihos}/notes/${group.id}`)).status, 404)
  assert.is(await arranged(minjuns, jihos), 'bora')
})

test('finds on the hand-over sheet no number of a case that is kept from them', async () => {
  const file = (await house.store.caseFile(minjuns)) as CaseFile
  const apart = [...(file.apart ?? []), { from: { caseNumber: kept }, why: 'together' as const, ...signed() }]
  await change((view) => view.saveCase({ ...file, apart }))
  await covers(minjuns)
  const sheet = async (who: string) => (await ask(house, who, 'GET', '/absences/away/sheet')).text()
  for (const who of ['bora', 'seo']) {
    assert.match(await sheet(who), '2026-0004')
    assert.not.match(await sheet(who), kept)
  }
  assert.match(await sheet('han'), kept)
})

test('keeps a case that the lead may not know of when that lead arranges the rest anew', async () => {
  const file = (await house.store.caseFile(kept)) as CaseFile
  await change((view) => {
    view.savePerson({ ...seo, id: 'lead-2', name: '강다온', email: 'lead-2@example.test' })
    view.saveCase({ ...file, restricted: { to: ['han', 'bora', 'lead-2'], why: '동료의 자녀', ...signed('lead-2') } })
  })
  await covers(minjuns, kept)
  const arranged = await post('seo', '/absences/away/cover', { coveredBy: 'bora', cases: jihos })
  assert.is(arranged.status, 303)
  assert.equal((await house.store.entry('absences', 'away'))?.cases.toSorted(), [jihos, kept])
  assert.is((await ask(house, 'bora', 'GET', `/cases/${kept}`)).status, 200)
  assert.is((await ask(house, 'bora', 'GET', `/cases/${minjuns}`)).status, 404)
  const logged = (await entriesIn(house)).filter(({ deed }) => deed === 'arrange a cover')
  assert.equal(logged.map(({ caseNumber }) => caseNumber).sort(), [minjuns, jihos])
  // another colleague instead of her: the cover that was hers ends there too, and is in the log
  assert.is((await post('seo', '/absences/away/cover', { coveredBy: 'sol', cases: jihos })).status, 303)
  assert.is((await ask(house, 'bora', 'GET', `/cases/${kept}`)).status, 404)
  const last = (await entriesIn(house)).filter(({ deed }) => deed === 'arrange a cover').slice(2)
  assert.equal(last.map(({ caseNumber }) => caseNumber).sort(), [jihos, kept])
})

test('is refused for cases that are then in the log', async () => {
  await covers()
  const fields: [string, string][] = [
    ['coveredBy', 'bora'],
    ['cases', minjuns],
  ]
  const own = { id: 'hers', counsellorId: 'bora', from: '2026-11-25', to: '2026-11-25', cases: [] }
  await change((view) => view.saveEntry('absences', { ...own, by: 'bora', at: absence.at }))
  assert.is((await post('seo', '/absences/away/cover', fields)).status, 422)
  const [entry] = (await entriesIn(house)).filter(({ deed }) => deed === 'arrange a cover')
  assert.equal([entry?.caseNumber, entry?.status], [minjuns, 422])
})

test.run()
