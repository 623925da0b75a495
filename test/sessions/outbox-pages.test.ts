// Over 150 lines because what is sent, settled and kept from somebody is looked at from each of their pages.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { sendDue } from '../../src/reminding.ts'
import { done } from '../../src/result.ts'
import type { Sender } from '../../src/sending.ts'
import type { View } from '../../src/store/store.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { entriesIn } from '../support/logged.ts'
import { saidOnConsole } from '../support/reminders.ts'
import { aSession, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aVisitor } from '../support/visitor.ts'

/** It is Sunday, 22 November 2026, 10:00 in Seoul; tomorrow at four Minjun has a session with Han. */
const number = '2026-0001'
const page = `/cases/${number}/reminders`
const guardians = [
  { relation: 'mother', name: '박서윤', phone: '010-0000-0001' },
  { relation: 'father', name: '김도현' },
]
const mothers = { whose: 'guardian', guardian: 0, way: 'mail', to: 'mother@example.test', lang: 'ko' } as const
const minjun = (more: Partial<CaseFile> = {}) => aCaseUnderWay({ guardians, ...more })
const reminded = { reminders: [{ ...mothers, ...signed() }] }

async function inHouse(
  act: (house: TestHouse) => Promise<void>,
  more?: Partial<CaseFile>,
  also?: (view: View) => void,
) {
  const house = await aHouse((view) => {
    view.saveCase(minjun(more))
    view.saveSession(aSession({ id: '2026-11-16-01', startAt: '2026-11-23T07:00:00.000Z' }))
    also?.(view)
  })
  try {
    await act(house)
  } finally {
    await house.close()
  }
}
const sendWith = ({ store, clock }: TestHouse, outcome: Awaited<ReturnType<Sender>>) =>
  sendDue(store, { mail: async () => outcome }, clock)
const messageIn = async ({ store }: TestHouse) => (await store.entries('messages'))[0]

const outbox = suite('the outbox')

outbox('shows what waits to be sent by hand, masked; opened it can be copied, and that is in the log', () =>
  inHouse(async (house) => {
    await sendDue(house.store, {}, house.clock)
    const lead = await aVisitor(house).signIn('seo')
    await lead.follow('알림 발송')
    lead.mustSee(
      '설정되어 있지 않습니다',
      'm***@e***.test',
      number,
      '직접 보내야 함',
      '일정 안내',
      '2026-11-23 (월) 16:00',
    )
    assert.not.match(lead.text, /mother@|김민준|박서윤/)
    await lead.follow('보기: 일정 안내, 2026-11-23 (월) 16:00')
    lead.mustSee('mother@example.test')
    assert.is(lead.valueOf('제목'), '일정 안내')
    assert.match(lead.valueOf('본문'), '2026년 11월 23일 (월) 16:00')
    const opened = (await entriesIn(house)).at(-1)
    assert.equal([opened?.by, opened?.deed, opened?.caseNumber], ['seo', 'look after the outbox', number])
    await lead.press('보낸 것으로 기록')
    lead.mustSee('보낸 것으로 기록했습니다.', '알림이 없습니다.')
    await lead.follow('보냄')
    lead.mustSee('직접 보냄')
    assert.equal((await messageIn(house))?.sent, { at: house.clock.now(), byHand: 'seo' })
    await sendWith(house, 'sent')
    assert.is((await messageIn(house))?.takenAt, undefined)
  }, reminded),
)

outbox('shows what is unsure, and lets it be settled once', () =>
  inHouse(async (house) => {
    await saidOnConsole(() => sendWith(house, 'unsure'))
    house.clock.set('2026-11-22T01:05:00.000Z')
    const han = await aVisitor(house).signIn('han')
    await han.open(page)
    han.mustSee('보냈는지 확인 필요')
    await han.follow('보기: 일정 안내, 2026-11-23 (월) 16:00')
    han.mustSee('갔는지 알 수 없습니다')
    const lead = await aVisitor(house).signIn('seo')
    const id = (await messageIn(house))?.id
    await lead.open(`/outbox/${id}`)
    await han.press('보내지 않기')
    han.mustSee('보내지 않기로 했습니다.')
    await lead.press('보낸 것으로 기록')
    assert.is(lead.path, `/outbox/${id}`)
    lead.mustSee('보내지 않음')
    assert.equal((await messageIn(house))?.dropped, { at: house.clock.now(), by: 'han' })
  }, reminded),
)

outbox('does not show a lead what they may not know of, by number or by group', async () => {
  const restricted = { to: ['han', 'lead-2'], why: '동료의 자녀', ...signed('lead-2') }
  const attendees = ['2026-0001', '2026-0002'].map((caseNumber) => ({ caseNumber, ordinal: 1 }))
  await inHouse(
    async (house) => {
      await house.store.change(async (view) => {
        const han = await view.person('han')
        return done(han && view.savePerson({ ...han, reminders: { way: 'mail', lang: 'ko', at: signed().at } }))
      })
      await sendDue(house.store, {}, house.clock)
      const messages = await house.store.entries('messages')
      assert.equal(
        messages.map(({ whose, caseNumber }) => [whose, caseNumber]),
        [
          ['guardian', '2026-0001'],
          ['guardian', '2026-0002'],
          ['counsellor', undefined],
        ],
      )
      const lead = await aVisitor(house).signIn('seo')
      const shown = async () => {
        await lead.open('/outbox?show=all')
        return ['2026-0001', '2026-0002', '상담원'].map((words) => lead.sees(words))
      }
      assert.equal(await shown(), [false, true, false])
      for (const { id, caseNumber } of messages) {
        const status = (await lead.open(`/outbox/${id}`)).status
        assert.is(status, caseNumber === '2026-0002' ? 200 : 404)
        await lead.open('/outbox')
        if (status === 404) await lead.send(`/outbox/${id}/delivery`, new URLSearchParams())
      }
      assert.ok((await house.store.entries('messages')).every(({ sent }) => !sent))
      await house.store.change((view) => done(view.saveCase(minjun(reminded))))
      assert.equal(await shown(), [true, true, true])
    },
    { ...reminded, restricted },
    (view) => {
      const other = { ...mothers, to: 'other@example.test', ...signed() }
      view.saveCase({ ...minjun(), number: '2026-0002', reminders: [other] })
      view.saveSession(aSession({ id: '2026-11-16-01', startAt: '2026-11-23T07:00:00.000Z', kind: 'group', attendees }))
    },
  )
})

outbox('and the pages of a case show nobody else’s messages', () =>
  inHouse(async (house) => {
    await sendDue(house.store, {}, house.clock)
    const message = await messageIn(house)
    await house.store.change((view) => {
      view.saveCase({ ...minjun(), number: '2026-0002' })
      return done(message && view.saveEntry('messages', { ...message, id: 'other', caseNumber: '2026-0003' }))
    })
    const han = await aVisitor(house).signIn('han')
    assert.is((await han.open(`${page}/${message?.id}`)).status, 200)
    for (const path of [`/cases/2026-0002/reminders/${message?.id}`, `${page}/other`, `${page}/none`])
      assert.is((await han.open(path)).status, 404, path)
    await han.open('/cases/2026-0002/reminders')
    han.mustSee('알림이 없습니다.')
  }, reminded),
)

outbox.run()
