import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { stateOf } from '../../src/casefile/correct.ts'
import { done } from '../../src/result.ts'
import { ask, signedIn } from '../support/asking.ts'
import type { TestHouse } from '../support/house.ts'
import {
  aHouseWithSignedNotes,
  alone,
  at,
  form,
  frozen,
  group,
  groupNote,
  note,
  others,
  ownInGroup,
  type Strike,
  standing,
  strikeAt,
} from '../support/signed-notes.ts'
import { aVisitor } from '../support/visitor.ts'

let house: TestHouse
const test = suite('what was signed')
test.before(async () => {
  house = await aHouseWithSignedNotes()
})
test.after(() => house.close())
test.before.each(() => signedIn(house))

const strike = (...blow: [who: string | undefined, method: string, path: string, more?: Strike]) =>
  strikeAt(house, ...blow)

test('is only added to, each addition with who and when, below the text that it is added to', async () => {
  for (const path of [note, groupNote]) {
    assert.is(await strike('han', 'POST', `${path}/addenda`, form({ addendum: '덧붙인 글', ...others })), 303)
    assert.is(await strike('han', 'POST', `${path}/addenda`, form({ ...others })), 422)
    assert.is(await strike('han', 'POST', `${path}/addenda`, form({ addendum: '가'.repeat(4_001) })), 422)
    const han = await aVisitor(house).signIn('han')
    await han.open(path)
    han.mustSee('서명한 글', '덧붙인 글', '한지우 · 2026-11-22 (일) 10:00')
    assert.ok(han.words.indexOf('서명한 글') < han.words.indexOf('덧붙인 글'), 'the original stands above')
    assert.ok(han.words.indexOf('한지우 · 2026-11-22 (일) 09:55') > 0, 'and says who signed it, and when')
  }
})

test('is not changed by what becomes of the session: attendance, another time, called off', async () => {
  const marks = { caseNumber: '2026-0001', attendance: 'no-show', creditedMinutes: '0' }
  const moved = { sessionOn: '2026-11-24', startTime: '10:00', roomId: 'room-1', askedBy: 'centre', why: '사정' }
  for (const id of [alone, group])
    for (const who of ['han', 'seo']) {
      assert.is(await strike(who, 'POST', `/sessions/${id}/attendance`, form(marks)), 422)
      assert.is(await strike(who, 'POST', `/sessions/${id}/move`, form(moved)), 422)
      const off = form({ cancelCode: 'cancelled-by-centre', cancelWhy: '사정' })
      assert.is(await strike(who, 'POST', `/sessions/${id}/cancellation`, off), 422)
    }
})

test('is not written by a lead, an admin, a school or nobody; a lead’s own signature stands beside it', async () => {
  for (const path of [note, groupNote, `${note}/addenda`, `${groupNote}/addenda`, `${note}/release`])
    for (const [who, status] of [
      ['seo', 403],
      ['yoo', 404],
      ['oh', 404],
      [undefined, 401],
    ] as const)
      assert.is(
        await strike(who, 'POST', path, form({ ...others, addendum: 'x', forSchool: 'x' })),
        status,
        `${who} ${path}`,
      )
  const signature = form({ leadRemark: '읽음', ...others })
  for (const [who, status] of [
    ['han', 403],
    ['seo', 303],
    ['seo', 422],
  ] as const)
    assert.is(await strike(who, 'POST', `${note}/countersignature`, signature), status)
})

test('is not written over by what was kept when a visit ended', async () => {
  const han = await aVisitor(house).signIn('han')
  await han.open(note)
  await han.fill('덧붙일 내용', '나가기 전에 쓴 글')
  const { store } = house
  await store.change(async (view) => {
    for (const visit of await view.visitsOf('han')) view.saveVisit({ ...visit, ended: { by: 'han', at: at.at } })
    const fields = Object.entries({ ...others, ...Object.fromEntries([['then', 'sign']]) })
    view.saveDraft({ id: 'kept-note', owner: 'han', kind: 'form', path: note, fields, at: at.at })
    return done(undefined)
  })
  await han.press('덧붙이기')
  assert.is(han.path.split('?')[0], '/sign-in')
  await han.signIn('han')
  await han.open('/kept/kept-note')
  await han.press('보내기')
  assert.is(han.status, 422)
  han.mustSee('서명한 상담일지입니다.', '서명한 글', '저장하지 못한 글입니다.', '다른 글')
  assert.is(await standing(house), frozen)
  assert.ok(await store.draft('kept-note'), 'and is still kept')
})

test('is not reached by putting a part of the case right', async () => {
  const since = stateOf((await house.store.caseFile('2026-0001'))?.youth)
  const youth = { name: '김민준', birthDate: '2012-03-03', gender: 'male', phone: '' }
  const body = form({ ...youth, requestedBy: 'youth', why: '생일', since, ...others, notes: '[]', part: 'notes' })
  assert.is(await strike('han', 'POST', '/cases/2026-0001/correction/youth', body), 303)
  for (const part of ['notes', 'notes/0', 'notes%2F0%2Fsigned', '__proto__', 'journal'])
    assert.is(await strike('han', 'POST', `/cases/2026-0001/correction/${part}`, body), 404, part)
})

test('stays when the case goes to somebody else, for whoever had it and whoever has it now', async () => {
  assert.is(await strike('seo', 'POST', '/cases/2026-0001/assignments', form({ counsellorId: 'bora' })), 303)
  for (const path of [note, ownInGroup]) {
    assert.is(await strike('han', 'POST', path, form(others)), 404)
    assert.is(await strike('han', 'POST', `${path}/addenda`, form({ addendum: 'x' })), 404)
    assert.is(await strike('bora', 'POST', path, form(others)), 422)
    assert.is(await strike('bora', 'POST', `${path}/addenda`, form({ addendum: '이어서 맡음' })), 303)
  }
  assert.is(await strike('bora', 'POST', groupNote, form(others)), 422)
  const page = await (await ask(house, 'bora', 'GET', note)).text()
  assert.ok(page.includes('서명한 글') && !page.includes('혼잣말'), 'the private part is its author’s alone')
})

test.run()
