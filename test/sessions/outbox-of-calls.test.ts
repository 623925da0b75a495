import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { callForHelp } from '../../src/alarming.ts'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { done } from '../../src/result.ts'
import { helpNeeded } from '../support/alarms.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { saidOnConsole } from '../support/reminders.ts'
import { seo, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aVisitor, type Visitor } from '../support/visitor.ts'

/** It is Sunday, 22 November 2026, 10:00 in Seoul: Minjun answers that he needs help, and no mail gets through. */
async function inHouse(act: (house: TestHouse, lead: Visitor) => Promise<void>, more: Partial<CaseFile> = {}) {
  const house = await aHouse((view) => {
    view.saveCase(aCaseUnderWay(more))
    view.savePerson({ ...seo, id: 'lead-2', name: '강다온', email: 'lead-2@example.test' })
  })
  try {
    await helpNeeded(house)
    await saidOnConsole(() => callForHelp(house.store, { mail: async () => 'refused' }, house.clock))
    await act(house, await aVisitor(house).signIn('seo'))
  } finally {
    await house.close()
  }
}

const test = suite('a call for help in the outbox')

test('that did not leave is shown to the lead, masked, with what it says and whom to tell instead', () =>
  inHouse(async (house, lead) => {
    lead.mustSee('처리할 알림 발송 3건')
    await lead.open('/outbox')
    lead.mustSee('직원', 'h***@e***.test', '확인 요청', '다시 보낼 예정', '받는 쪽에서 거절함 (시도 1번)')
    assert.not.match(lead.text, /han@example/)
    const [message] = await house.store.entries('messages')
    await lead.open(`/outbox/${message?.id}`)
    lead.mustSee('han@example.test', '가지 않았으면 전화로 알려 주십시오.')
    assert.is(lead.valueOf('본문'), '안녕하세요.\n\n확인할 것이 있습니다. 지금 로그인해 주십시오.')
    assert.is(lead.document.querySelector('.facts a')?.getAttribute('href'), '/cases/2026-0001#concerns')
    await lead.press('보낸 것으로 기록')
    assert.equal((await house.store.entry('messages', message?.id ?? ''))?.sent, {
      at: house.clock.now(),
      byHand: 'seo',
    })
    await callForHelp(house.store, { mail: async () => 'sent' }, house.clock)
    assert.is((await house.store.entry('messages', message?.id ?? ''))?.sent?.byHand, 'seo')
  }))

test('of a restricted case is not shown to a lead who is not named, nor opened', () =>
  inHouse(
    async (house, lead) => {
      assert.is((await house.store.entries('messages')).length, 2)
      await lead.open('/outbox?show=all')
      lead.mustSee('알림이 없습니다.')
      for (const { id } of await house.store.entries('messages'))
        assert.is((await lead.open(`/outbox/${id}`)).status, 404)
    },
    { restricted: { to: ['han', 'lead-2'], why: '동료의 자녀', ...signed('lead-2') } },
  ))

test('is no reminder: the case’s own page of reminders does not list it, nor open it', () =>
  inHouse(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await han.open('/cases/2026-0001/reminders')
    han.mustSee('알림이 없습니다.')
    for (const { id } of await house.store.entries('messages'))
      assert.is((await han.open(`/cases/2026-0001/reminders/${id}`)).status, 404)
  }))

test('is dropped when somebody looked, and says so', () =>
  inHouse(async (house, lead) => {
    const [alarm] = await house.store.entries('alarms')
    await house.store.change((view) => done(alarm && view.saveEntry('alarms', { ...alarm, taken: signed('han') })))
    house.clock.set('2026-11-22T01:00:30.000Z')
    await callForHelp(house.store, { mail: async () => 'sent' }, house.clock)
    const [message] = await house.store.entries('messages')
    assert.is(message?.dropped?.by, 'rule')
    await lead.open(`/outbox/${message?.id}`)
    lead.mustSee('누군가 이미 확인했거나')
  }))

test.run()
