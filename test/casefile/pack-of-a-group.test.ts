import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Session } from '../../src/casefile/session.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { filledCase, filledSession } from '../support/filled-case.ts'
import { aHouse } from '../support/house.ts'

/** What is handed out to Jiho, who was in this session. */
async function packWith(session: unknown): Promise<string> {
  const house = await aHouse((view) => {
    view.saveCase(filledCase as unknown as CaseFile)
    view.saveSession(session as Session)
  })
  await signedIn(house)
  const body = 'packPurpose=subject-request&packForm=data'
  const answer = await ask(house, 'han', 'POST', '/cases/2026-0002/pack', { headers: { ...ownPage, ...asForm }, body })
  const text = await answer.text()
  await house.close()
  return text
}
const { moved, cancelled, despite } = filledSession
const reasons = [...moved, cancelled].map(({ why }) => why)

const test = suite('what is handed out of a session')

test('of several does not say why it was moved, called off or allowed: that may be another’s affair', async () => {
  assert.ok(filledSession.attendees.length > 1)
  const text = await packWith(filledSession)
  for (const why of [...reasons, despite.why]) assert.not.ok(text.includes(why), why)
  assert.match(text, '다른 청소년의 일이 함께 적혔을 수 있는 사유 4건')
})

test('of theirs alone says why it was moved and called off', async () => {
  const { groupNote: _, ...alone } = filledSession
  const text = await packWith({ ...alone, attendees: alone.attendees.filter((one) => one.caseNumber === '2026-0002') })
  for (const why of reasons) assert.ok(text.includes(why), why)
  assert.not.ok(text.includes(despite.why))
})

test.run()
