import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { doorsOf, filledIn, signedIn } from '../support/asking.ts'
import type { TestHouse } from '../support/house.ts'
import {
  aHouseWithSignedNotes,
  alone,
  at,
  form,
  group,
  groupNote,
  note,
  others,
  ownInGroup,
  type Strike,
  strikeAt,
} from '../support/signed-notes.ts'

let house: TestHouse
const test = suite('a signed note under siege')
test.before(async () => {
  house = await aHouseWithSignedNotes()
})
test.after(() => house.close())
test.before.each(() => signedIn(house))

let count = 0
const strike = (...blow: [who: string | undefined, method: string, path: string, more?: Strike]) => {
  count++
  return strikeAt(house, ...blow)
}

test('is not written again: not kept, not signed, not raised, neither by its author nor while it is typed', async () => {
  const before = (await house.store.caseFile('2026-0001'))?.journal.length
  for (const path of [note, ownInGroup, groupNote])
    for (const then of ['', 'later', 'sign', 'raise', 'SIGN', 'toString'])
      for (const since of [undefined, '', at.at, 'x'.repeat(5_000)]) {
        const more = form({
          ...others,
          ...(then && Object.fromEntries([['then', then]])),
          ...(since !== undefined && { since }),
        })
        assert.is(await strike('han', 'POST', path, more), 422, path)
        const typed = await strike('han', 'POST', path, { ...more, headers: { 'HX-Request': 'true' } })
        assert.is(typed, 200, 'a line that says no')
      }
  assert.is((await house.store.caseFile('2026-0001'))?.journal.length, before)
  assert.equal((await house.store.caseFile('2026-0001'))?.concerns, [])
})

test('is not reached by fields sent twice, by names out of the record, or by names that every object has', async () => {
  const names = [
    ...['signed', 'signed[summary]', 'signed.summary', 'notes[0][signed][summary]', 'notes/0/signed/summary', 'draft'],
    ...['__proto__', '__proto__[signed]', 'constructor', 'constructor[prototype][summary]', 'prototype', 'sessionId'],
    ...['by', 'at', 'number', 'id', 'addenda', 'countersigned', 'version', 'groupNote', 'groupNote[signed]', '_method'],
  ]
  const all = names
    .map((name) => `${encodeURIComponent(name)}=${encodeURIComponent('{"summary":"다른 글"}')}`)
    .join('&')
  for (const path of [note, ownInGroup, groupNote, `${note}/release`])
    for (const body of [
      all,
      `${all}&account=하나&account=둘&then=later&then=sign`,
      `account=&account=둘&then=sign&since=&since=${at.at}`,
    ])
      assert.ok([303, 422].includes(await strike('han', 'POST', path, { body })), path)
  assert.is(Object.hasOwn(Object.prototype, 'signed'), false)
})

test('is not released again with other words, nor with its own', async () => {
  for (const forSchool of ['성실히 참석함', '다른 안내', '', undefined])
    await strike('han', 'POST', `${note}/release`, form(forSchool === undefined ? {} : { forSchool }))
  assert.is(await strike('han', 'GET', `${note}/release`), 303)
})

test('is not found under another case or session, nor through a path that is bent', async () => {
  for (const path of [
    ...[`/cases/2026-0002/notes/${alone}`, `/cases/2026-9999/notes/${alone}`, '/cases/2026-0001/notes/2026-11-22-99'],
    ...['/cases/2026-0001/notes/__proto__', '/cases/constructor/notes/toString', `/cases/2026-0001/notes/${alone}%00`],
    ...[`/cases/2026-0001%2fnotes/${alone}`, `/cases/2026-0001/notes/${alone}/`, `/cases//2026-0001/notes/${alone}`],
    ...[
      `/cases/2026-0001/notes/%2e%2e/${alone}`,
      `/cases/2026-0001/notes/${alone};x=1`,
      '/sessions/__proto__/group-note',
    ],
    ...[`/sessions/${group}/group-note/signed`, `${note}/signed`, `${note}/addenda/0`, `${note}/countersignature/0`],
  ])
    for (const who of ['han', 'bora', 'seo'])
      assert.is(await strike(who, 'POST', path, form({ ...others, addendum: 'x' })), 404, `${path} ${who}`)
  // a session of one has no note on the group
  assert.is(await strike('han', 'POST', `/sessions/${alone}/group-note`, form(others)), 422)
  assert.is((await house.store.session(alone))?.groupNote, undefined)
})

test('answers to no other method, no other kind of body, and none that is too large', async () => {
  for (const path of [note, ownInGroup, groupNote]) {
    for (const method of ['PUT', 'PATCH', 'DELETE']) await strike('han', method, path, form(others))
    await strike('han', 'HEAD', path)
    await strike('han', 'GET', `${path}?then=sign&account=x&since=`)
    const override = { 'X-HTTP-Method-Override': 'DELETE' }
    assert.is(await strike('han', 'POST', path, { ...form(others), headers: override }), 422)
    const json = { 'Content-Type': 'application/json' }
    assert.is(await strike('han', 'POST', path, { body: JSON.stringify({ notes: [others] }), headers: json }), 415)
    const parts = { 'Content-Type': 'multipart/form-data; boundary=x' }
    assert.is(await strike('han', 'POST', path, { body: '--x--', headers: parts }), 415)
    assert.is(await strike('han', 'POST', path, { body: `account=${'가'.repeat(240_000)}` }), 413)
    assert.is(await strike('han', 'POST', path, { body: 'account=x&'.repeat(401) }), 400)
    const elsewhere = { Origin: 'https://elsewhere.test', 'Sec-Fetch-Site': 'cross-site' }
    assert.is(await strike('han', 'POST', path, { ...form(others), headers: elsewhere }), 403)
    assert.is(await strike('han', 'POST', path, { ...form(others), headers: { 'X-Token': 'x' } }), 403)
  }
})

test('outlasts every form of the house, sent by everyone with everything that a note has', async () => {
  const body = form({ ...others, addendum: 'x', leadRemark: 'x', why: 'x', how: 'x', caseNumber: '2026-0001' })
  const doors = doorsOf(house).filter(
    ({ method, path }) => method === 'POST' && !/sign-(in|out)|set-up|visits/.test(path),
  )
  for (const { path } of doors)
    for (const id of [alone, group])
      for (const who of ['han', 'bora', 'seo', 'yoo']) {
        const values = { number: '2026-0001', reference: '2026-0001', id, case: '2026-0001', part: 'notes', token: 'x' }
        await strike(who, 'POST', filledIn(path, values), body)
      }
  console.log(`    ${doors.length} forms, ${count} requests in all`)
  assert.ok(doors.length > 60)
})

test.run()
