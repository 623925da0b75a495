import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { packOf } from '../../src/casefile/pack.ts'
import type { View } from '../../src/store/store.ts'
import { momentAt } from '../../src/time/days.ts'
import type { TestHouse } from '../support/house.ts'
import { aSession, signed } from '../support/samples.ts'
import { asks, inHouse } from '../support/sessions.ts'
import { aVisitor } from '../support/visitor.ts'

const test = suite('the pages of a group’s notes')

const id = '2026-11-22-01'
const path = `/sessions/${id}/group-note`
const attendance = { code: 'attended', creditedMinutes: 50, ...signed('han', '2026-11-22T00:50:00.000Z') }
/** Han's group of this morning: Minjun, who is Han's, and Jiho, who is Bora's. */
const held = (view: View) =>
  view.saveSession(
    aSession({
      ...{ id, kind: 'group', startAt: momentAt('2026-11-22', '09:00') },
      attendees: ['2026-0001', '2026-0002'].map((caseNumber) => ({ caseNumber, ordinal: 1, attendance })),
    }),
  )
const missing = async ({ store }: TestHouse) => (await store.rows({})).rows.map((row) => row.notesMissing)

test('one is shared and names nobody, and each youth has one of their own, with the shared one beside it', () =>
  inHouse(async (house) => {
    assert.equal(await missing(house), [2, 2])
    const han = await aVisitor(house).signIn('han')
    await han.open(`/sessions/${id}`)
    await han.follow('집단 상담일지 쓰기')
    await han.fill('진행 내용', '김민준이 먼저 말함').press('서명하고 마치기')
    assert.is(han.status, 422)
    han.mustSee('2026-0001 청소년의 이름이 있습니다.')
    await han.fill('진행 내용', '함께 법을 배움').fill('회기 목표', '법 알기').press('서명하고 마치기')
    han.mustSee('상담일지에 서명했습니다.', '함께 법을 배움', '법 알기')
    assert.equal(await missing(house), [1, 1])
    await han.follow('2026-0001 김민준')
    han.mustSee('집단 상담일지', '함께 법을 배움')
    await han.fill('진행 내용', '민준이는 조용했음').press('서명하고 마치기')
    assert.equal((await missing(house)).sort(), [0, 1])
    const bora = await aVisitor(house).signIn('bora')
    await bora.open(`/cases/2026-0002/notes/${id}`)
    bora.mustSee('함께 법을 배움')
    assert.not(bora.sees('민준이는 조용했음'))
    await bora.open(path)
    assert.not(bora.sees('김민준'), 'a colleague learns of no other youth')
  }, held))

test('a draft is kept while it is typed, gone on with by a colleague of the group, and not typed over', () =>
  inHouse(async (house) => {
    const [han, bora] = [await asks(house, 'han'), await asks(house, 'bora')]
    assert.match((await han(path, 'account=처음&since=', { 'HX-Request': 'true' })).text, '10:00에 저장했습니다.')
    house.clock.set('2026-11-22T01:10:00.000Z')
    const page = (await bora(path)).text
    assert.match(page, /<textarea id="account"[^>]*>처음</)
    assert.match((await bora(path, 'account=이어서&since=', { 'HX-Request': 'true' })).text, '저장하지 못했습니다.')
    const since = '2026-11-22T01:00:00.000Z'
    assert.match((await bora(path, { account: '이어서', since }, { 'HX-Request': 'true' })).text, '10:10에')
    const stale = await han(path, { account: '옛 창의 글', since })
    assert.is(stale.status, 422)
    for (const words of ['옛 창의 글', '이어서', '다른 창이나 기기에서 저장한 글']) assert.match(stale.text, words)
    assert.is((await house.store.session(id))?.groupNote?.draft?.by, 'bora')
  }, held))

test('the lead reads it and writes nothing; a session of one leads to its own page', () =>
  inHouse(async (house) => {
    await (await asks(house, 'han'))(path, 'account=함께 배움&then=sign')
    const seo = await asks(house, 'seo')
    const page = await seo(path)
    assert.is(page.status, 200)
    assert.ok(page.text.includes('함께 배움') && !page.text.includes('<textarea'))
    assert.is((await seo(path, { account: 'x' })).status, 403)
    for (const who of ['yoo', 'oh']) assert.is((await (await asks(house, who))(path)).status, 404)
    await house.store.change((view) => {
      view.saveSession(aSession({ id: '2026-11-22-05', startAt: momentAt('2026-11-22', '08:00') }))
      return { ok: true, value: undefined }
    })
    assert.is((await seo('/sessions/2026-11-22-05/group-note')).to, '/sessions/2026-11-22-05')
  }, held))

test('is in what is handed to the youth and not in what is handed to a guardian', () =>
  inHouse(async (house) => {
    await (await asks(house, 'han'))(path, 'account=ZQGROUP&then=sign')
    const caseFile = await house.store.caseFile('2026-0001')
    assert.ok(caseFile)
    const facts = {
      ...{ sessions: await house.store.sessionsOf('2026-0001'), surveyDrafts: {}, opened: [], unsaved: 0 },
      ...{ retention: { state: 'open' } as never, inquiries: [], incidents: [], messages: [], asker: 'han' },
    }
    const packFor = (purpose: 'subject-request' | 'guardian-request') =>
      JSON.stringify(packOf(caseFile, { purpose, own: true, form: 'data', guardian: 0 }, facts).parts)
    assert.ok(packFor('subject-request').includes('ZQGROUP'))
    assert.not(packFor('guardian-request').includes('ZQGROUP'))
  }, held))

test.run()
