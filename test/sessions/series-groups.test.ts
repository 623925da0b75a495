import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { View } from '../../src/store/store.ts'
import { momentAt, plusDays } from '../../src/time/days.ts'
import { aSession, signed } from '../support/samples.ts'
import { asks, inHouse } from '../support/sessions.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const test = suite('a course for a group')

/** Minjun and Sora come on Tuesdays only. Eight hours were ordered of Minjun; it must be done before the year is over. */
const tuesdays = { hours: { 2: { from: '16:00', to: '20:00' } }, ...signed() }
function saveBoth(view: View, changes: Partial<CaseFile> = {}): void {
  const minjun = aCaseUnderWay({ freeTimes: tuesdays })
  view.saveCase({ ...minjun, referral: { ...minjun.referral, orderedHours: 8, dueOn: '2026-12-10' } })
  view.saveCase(
    aCaseUnderWay({
      ...{ number: '2026-0003', youth: { name: '나소라', birthDate: '2010-01-02', gender: 'female' } },
      ...{ freeTimes: tuesdays, ...changes },
    }),
  )
}
const wished = { minutes: '50', kind: 'group', mode: 'in-person', with: '2026-0003', counsellorId: 'han' }
const asAddress = (fields: Record<string, string>) =>
  `/cases/2026-0001/sessions/plan?${new URLSearchParams({ ...wished, ...fields })}`
const longer = /한 번에 \d+분씩/

test('is not made shorter than the programme promises, since a session of several is one session', () => {
  const attendance = { code: 'attended', creditedMinutes: 50, ...signed() }
  const held = (week: number) =>
    aSession({
      ...{ id: `2026-10-20-0${week + 1}`, kind: 'group', startAt: momentAt(plusDays('2026-10-20', 7 * week), '16:00') },
      attendees: ['2026-0001', '2026-0003'].map((caseNumber) => ({ caseNumber, ordinal: week + 1, attendance })),
    })
  return inHouse(
    async (house) => {
      const han = await asks(house, 'han')
      // five of ten were held: three longer ones would make eight
      const short = await han(asAddress({ count: '5', fromOn: '2026-11-23' }))
      assert.match(short.text, '기한 연장을 요청')
      assert.not.match(short.text, longer)
    },
    (view) => {
      saveBoth(view)
      for (let week = 0; week < 5; week++) view.saveSession(held(week))
    },
  )
})

test('may be asked for from a day that is over: it begins today, when all of them may be met', () =>
  inHouse(
    async (house) => {
      const han = await asks(house, 'han')
      const answer = await han(asAddress({ count: '2', fromOn: '2026-01-05' }))
      assert.is(answer.status, 200)
      assert.match(answer.text, 'value="2026-11-24"')
    },
    (view) => saveBoth(view),
  ))

test.run()
