import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { callForHelp } from '../../src/alarming.ts'
import { alarmsIn, helpNeeded } from '../support/alarms.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

/** A guardian may be whom a youth is afraid of: that help was asked for at all is not for them to learn. */
const telling = /도움 요청|유의 사항 (올림|해결|올리)|자해|확인 요청|look-now|an alarm|a concern|concern-|이야기함/

const post = (house: TestHouse, path: string, fields: Record<string, string>) =>
  ask(house, 'han', 'POST', path, {
    headers: { ...ownPage, ...asForm },
    body: new URLSearchParams(fields).toString(),
  })
const packFor = async (house: TestHouse, packPurpose: string) =>
  (await post(house, '/cases/2026-0001/pack', { packPurpose, packForm: 'data', guardianAsking: '0' })).text()

const test = suite('a call for help in what is handed out')

test('is in the youth’s own, as the concern that it raised, and nowhere in a guardian’s', async () => {
  const house = await aHouse((view) => view.saveCase(aCaseUnderWay()))
  await signedIn(house)
  const before = await packFor(house, 'guardian-request')
  assert.not.match(before, telling)
  await helpNeeded(house)
  await callForHelp(house.store, { mail: async () => 'sent' }, house.clock)
  assert.is((await house.store.entries('messages')).length, 2)
  const [alarm] = await alarmsIn(house.store)
  assert.is((await post(house, `/cases/2026-0001/alarms/${alarm?.id}/taking`, {})).status, 303)
  assert.is((await post(house, '/cases/2026-0001/concerns/0/settlement', { how: '만나서 이야기함' })).status, 303)
  const guardians = await packFor(house, 'guardian-request')
  assert.not.match(guardians, telling)
  const youths = await packFor(house, 'subject-request')
  assert.match(youths, '자해·자살 위험')
  assert.match(youths, '도움 요청 맡음')
  assert.not.match(youths, /look-now|확인 요청|han@example/)
  await house.close()
})

test.run()
