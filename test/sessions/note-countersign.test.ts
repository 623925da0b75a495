import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { journalHolds } from '../../src/casefile/journal.ts'
import { rowOf } from '../../src/casefile/row.ts'
import { done } from '../../src/result.ts'
import { addTo, sign } from '../../src/sessions/note.ts'
import { awaitsLead, countersign } from '../../src/sessions/note-countersign.ts'
import type { View } from '../../src/store/store.ts'
import { momentAt } from '../../src/time/days.ts'
import { mustBe, reasonsOf } from '../support/diary.ts'
import type { TestHouse } from '../support/house.ts'
import { aSession, signed } from '../support/samples.ts'
import { asks, inHouse } from '../support/sessions.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aVisitor } from '../support/visitor.ts'

const rule = suite('the lead’s signature')

const attendance = { code: 'attended', creditedMinutes: 50, ...signed() }
const held = aSession({ attendees: [{ caseNumber: '2026-0001', ordinal: 1, attendance }] })
const at = (hour: number, by = 'han') => signed(by, `2026-11-16T${String(hour).padStart(2, '0')}:00:00.000Z`)
const file = mustBe(sign(aCaseUnderWay(), held, { summary: '첫 만남' }, at(7)))
const from = at(6).at

rule('is waited for by notes signed since the centre wants it, and by no others', () => {
  const [note] = file.notes
  assert.ok(note)
  assert.equal(
    [undefined, from, at(7).at, at(8).at].map((since) => awaitsLead(note, since)),
    [false, true, true, false],
  )
  assert.not(awaitsLead({ ...note, countersigned: at(9, 'seo') }, from))
})

rule('stands beside the note, with a remark if there is one, and leaves the note as it was', () => {
  const after = mustBe(countersign(file, held.id, '잘 읽었습니다', { from }, at(9, 'seo')))
  assert.equal(after.notes, [{ ...file.notes[0], countersigned: { remark: '잘 읽었습니다', ...at(9, 'seo') } }])
  assert.is(after.journal.at(-1)?.deed, 'note-countersigned')
  assert.ok(journalHolds(after))
  assert.equal(
    mustBe(countersign(file, held.id, undefined, { from }, at(9, 'seo'))).notes[0]?.countersigned,
    at(9, 'seo'),
  )
  const closings = [{ on: '2026-11-16', reason: 'completed', ...signed() }]
  assert.ok(countersign({ ...file, closings }, held.id, undefined, { from }, at(9, 'seo')).ok)
  assert.ok(addTo(after, held.id, '더', at(10)).ok)
})

rule('is given once, not to a draft, not where it is not asked for, and not to one’s own note', () => {
  const reason = (...[given, id, since, by]: [typeof file, string, string | undefined, string]) =>
    reasonsOf(countersign(given, id, undefined, { from: since }, at(9, by)))[0]?.[0]
  const once = mustBe(countersign(file, held.id, undefined, { from }, at(9, 'seo')))
  assert.is(reason(once, held.id, from, 'lead-2'), 'countersigned-already')
  assert.is(reason(aCaseUnderWay(), held.id, from, 'seo'), 'note-not-signed')
  assert.is(reason(file, 'toString', from, 'seo'), 'note-not-signed')
  assert.is(reason(file, held.id, undefined, 'seo'), 'not-to-countersign')
  assert.is(reason(file, held.id, at(8).at, 'seo'), 'not-to-countersign')
  assert.is(reason(file, held.id, from, 'han'), 'own-note')
})

rule('takes the note off the row when it is given', () => {
  assert.equal(rowOf(file, [held], 'sessions').uncountersigned, [at(7).at])
  const after = mustBe(countersign(file, held.id, undefined, { from }, at(9, 'seo')))
  assert.is(rowOf(after, [held], 'sessions').uncountersigned, undefined)
})

rule.run()

const pages = suite('the page on which the lead signs')

const notePath = '/cases/2026-0001/notes/2026-11-22-01'
const heldToday = (view: View) => {
  const startAt = momentAt('2026-11-22', '09:00')
  view.saveSession(aSession({ id: '2026-11-22-01', startAt, attendees: held.attendees }))
}
const wants = ({ store }: TestHouse) =>
  store.change(async (view) => {
    const settings = await view.settings()
    if (settings) view.saveSettings({ ...settings, countersignedFrom: '2026-11-22T00:00:00.000Z' })
    return done(undefined)
  })

pages('says that a note waits, takes the signature, and then says who gave it, when and with what remark', () =>
  inHouse(async (house) => {
    await wants(house)
    const ask = await asks(house, 'han')
    await ask(notePath, 'account=첫 만남&process=혼잣말&then=sign')
    const han = await aVisitor(house).signIn('han')
    await han.open(notePath)
    han.mustSee('사업 책임자의 확인을 기다립니다.')
    assert.not(han.sees('확인 서명하기'))
    const seo = await aVisitor(house).signIn('seo')
    await seo.open('/notes')
    seo.mustSee('확인을 기다리는 상담일지', '김민준', '한지우')
    await seo.follow('읽고 확인 2026-0001 2026-11-22 (일) 09:00')
    assert.not(seo.sees('혼잣말'))
    await seo.fill('의견', '다음에는 보호자도 함께').press('확인 서명하기')
    seo.mustSee('확인 서명을 남겼습니다.', '서연우 · 2026-11-22 (일) 10:00', '다음에는 보호자도 함께')
    await seo.open('/notes')
    seo.mustSee('확인할 상담일지가 없습니다.')
    await han.open(notePath)
    han.mustSee('사업 책임자가 확인했습니다.', '다음에는 보호자도 함께')
  }, heldToday),
)

pages('is no page where the centre does not want it, and no counsellor’s at all', () =>
  inHouse(async (house) => {
    const [han, seo] = [await asks(house, 'han'), await asks(house, 'seo')]
    await han(notePath, 'account=첫 만남&then=sign')
    assert.not((await seo('/notes')).text.includes('확인을 기다리는 상담일지'))
    const refused = await seo(`${notePath}/countersignature`, { leadRemark: '긴 의견' })
    assert.is(refused.status, 422)
    assert.match(refused.text, '확인 서명이 필요하지 않은 상담일지입니다.')
    await wants(house)
    assert.is((await han(`${notePath}/countersignature`, { leadRemark: '' })).status, 403)
    const long = await seo(`${notePath}/countersignature`, { leadRemark: '가'.repeat(4_001) })
    assert.is(long.status, 422)
    assert.match(long.text, '가'.repeat(4_001), 'what was typed is still there')
    assert.is((await house.store.caseFile('2026-0001'))?.notes[0]?.countersigned, undefined)
  }, heldToday),
)

pages.run()
