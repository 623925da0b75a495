import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { View } from '../../src/store/store.ts'
import { momentAt } from '../../src/time/days.ts'
import { crawl } from '../support/crawl.ts'
import { aSession, signed } from '../support/samples.ts'
import { asks, inHouse } from '../support/sessions.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aHastyVisitor } from '../support/visitor.ts'

const test = suite('the private part of a note')

const attendance = { code: 'attended', creditedMinutes: 50, ...signed('han', '2026-11-22T00:50:00.000Z') }
const attendee = (caseNumber: string) => ({ caseNumber, ordinal: 1, attendance })
/** Minjun alone, and Minjun with Jiho in Han's group; Bora stands in for Han today. */
const held = (view: View) => {
  const covers = [{ counsellorId: 'bora', from: '2026-11-20', to: '2026-11-24', ...signed('seo') }]
  view.saveCase(aCaseUnderWay({ covers }))
  const startAt = momentAt('2026-11-22', '08:00')
  view.saveSession(aSession({ id: '2026-11-22-01', startAt, attendees: [attendee('2026-0001')] }))
  const both = [attendee('2026-0001'), attendee('2026-0002')]
  const group = { id: '2026-11-22-02', kind: 'group', startAt: momentAt('2026-11-22', '09:00'), attendees: both }
  view.saveSession(aSession(group))
}

test('is on no page of anybody but its author, drafted or signed, alone or in a group', () =>
  inHouse(async (house) => {
    const han = await asks(house, 'han')
    for (const [id, then] of [
      ['2026-11-22-01', 'sign'],
      ['2026-11-22-02', 'later'],
    ])
      await han(`/cases/2026-0001/notes/${id}`, `account=ZQACCOUNT&process=ZQPRIVATE&then=${then}`)
    for (const [who, sees] of [
      ['han', true],
      ['bora', false],
      ['seo', false],
      ['yoo', false],
      ['oh', false],
    ] as const) {
      const visitor = await aHastyVisitor(house).signIn(who)
      let pages = ''
      await crawl(visitor, ({ text }) => {
        pages += text
      })
      assert.is(pages.includes('ZQPRIVATE'), sees, who)
      if (who === 'bora' || who === 'seo') assert.ok(pages.includes('ZQACCOUNT'), `${who} reads the rest`)
    }
    let log = ''
    for await (const entry of house.store.logged('2026-11-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z'))
      log += JSON.stringify(entry)
    assert.ok(
      log.includes('write a note') && !log.includes('ZQPRIVATE') && !log.includes('ZQACCOUNT'),
      'nor in the log',
    )
  }, held))

test('is in a pack when its author makes it and says so, and in no other', () =>
  inHouse(async (house) => {
    await (await asks(house, 'han'))('/cases/2026-0001/notes/2026-11-22-01', 'account=글&process=ZQPRIVATE&then=sign')
    const pack = async (who: string, own: string) =>
      (await (await asks(house, who))('/cases/2026-0001/pack', `packPurpose=subject-request&packForm=data&own=${own}`))
        .text
    assert.ok((await pack('han', 'yes')).includes('ZQPRIVATE'))
    assert.not((await pack('han', '')).includes('ZQPRIVATE'))
    for (const who of ['seo', 'bora']) {
      const made = await pack(who, 'yes')
      assert.ok(made.includes('2026-0001') && !made.includes('ZQPRIVATE'), who)
    }
  }, held))

test('that was typed when the visit had ended is kept for its writer alone', () =>
  inHouse(async (house) => {
    await house.store.change((view) => {
      const kept = { kind: 'form' as const, path: '/cases/2026-0001/notes/2026-11-22-01', at: house.clock.now() }
      view.saveDraft({ id: 'kept-1', owner: 'han', fields: [['process', 'ZQPRIVATE']], ...kept })
      return { ok: true, value: undefined }
    })
    assert.ok((await (await asks(house, 'han'))('/kept/kept-1')).text.includes('ZQPRIVATE'))
    for (const who of ['bora', 'seo', 'yoo', 'oh'])
      assert.is((await (await asks(house, who))('/kept/kept-1')).status, 404, who)
  }, held))

test.run()
