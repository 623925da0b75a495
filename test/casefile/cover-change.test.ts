import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { aHouseToLeave, arranges, leaves } from '../support/away.ts'
import type { TestHouse } from '../support/house.ts'

let house: TestHouse
const test = suite('another colleague who stands in')
test.before.each(async () => {
  house = await aHouseToLeave()
})
test.after.each(() => house.close())

/** Seo lets somebody stand in for Han in Minjun's case, with the sessions. */
const hands = async (path: string, coveredBy: string) => {
  const body = new URLSearchParams({ coveredBy, cases: '2026-0001', sessionsToo: 'yes' }).toString()
  await signedIn(house)
  return ask(house, 'seo', 'POST', `${path}/cover`, { headers: { ...ownPage, ...asForm }, body })
}

test('what the first had taken over goes along to the colleague who takes their place', async () => {
  const path = await leaves(house)
  await arranges(house, path)
  assert.is((await hands(path, 'sol')).status, 303)
  const session = await house.store.session('2026-11-25-01')
  assert.is(session?.counsellorId, 'sol')
  assert.equal(
    session?.handedOver?.map(({ from }) => from),
    ['han', 'bora'],
  )
})

test('a session that the first keeps still stands on the page of the absence', async () => {
  const path = await leaves(house)
  await arranges(house, path)
  const taken = await house.store.session('2026-11-25-01')
  await house.store.change((view) => {
    // Sol is busy then
    const others = { attendees: [{ caseNumber: '2026-0009', ordinal: 2 }] }
    if (taken) view.saveSession({ ...taken, ...others, id: '2026-11-25-02', counsellorId: 'sol', roomId: 'room-2' })
    return { ok: true, value: undefined }
  })
  assert.is((await hands(path, 'sol')).status, 303)
  assert.is((await house.store.session('2026-11-25-01'))?.counsellorId, 'bora')
  assert.match(await (await ask(house, 'seo', 'GET', path)).text(), '/sessions/2026-11-25-01')
})

test('it is said when whoever stands in is away too by now, or left', async () => {
  const path = await leaves(house)
  await arranges(house, path)
  const said = async () =>
    /이보라 상담원도 그 기간에 근무하지 않습니다/.test(await (await ask(house, 'seo', 'GET', path)).text())
  assert.not(await said())
  const bora = await house.store.person('bora')
  await house.store.change((view) => {
    view.saveEntry('absences', {
      ...{ id: 'absence-bora', counsellorId: 'bora', from: '2026-11-26', to: '2026-11-26' },
      ...{ cases: [], by: 'bora', at: house.clock.now() },
    })
    return { ok: true, value: undefined }
  })
  assert.ok(await said())
  await house.store.change((view) => {
    view.removeEntry('absences', 'absence-bora')
    if (bora) view.savePerson({ ...bora, ended: { by: 'yoo', at: house.clock.now() } })
    return { ok: true, value: undefined }
  })
  assert.ok(await said())
})

test.run()
