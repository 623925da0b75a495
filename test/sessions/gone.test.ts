import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { TestHouse } from '../support/house.ts'
import { han, signed } from '../support/samples.ts'
import { asks, inHouse, theForm } from '../support/sessions.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const test = suite('a case whose counsellor left')

/** Sol had Minjun's case and has no account any more; Bora stands in. */
const inSolsPlace = (act: (house: TestHouse) => Promise<void>) =>
  inHouse(act, (view) => {
    view.savePerson({ ...han, id: 'sol', name: '솔가람', email: 'sol@example.test', ended: signed('yoo') })
    const covers = [{ counsellorId: 'bora', from: '2026-11-20', to: '2026-11-30', ...signed('seo') }]
    view.saveCase(aCaseUnderWay({ assignments: [{ counsellorId: 'sol', ...signed('seo') }], covers }))
  })
const path = '/cases/2026-0001/sessions'
const series = { count: '1', minutes: '50', kind: 'individual', mode: 'in-person', fromOn: '2026-11-23' }
const oneDate = { 'sessionOn-1': '2026-11-23', 'startTime-1': '14:00', 'roomId-1': 'room-1' }

test('has no session booked with somebody who will not be there, one alone or several', () =>
  inSolsPlace(async (house) => {
    for (const id of ['seo', 'bora']) {
      const asked = await asks(house, id)
      for (const answer of [
        await asked(path, theForm),
        await asked(`${path}/series`, { ...series, ...oneDate }),
        await asked(`${path}/plan`),
      ]) {
        assert.is(answer.status, 422, id)
        assert.match(answer.text, '솔가람 상담원은 이제 상담을 맡지 않습니다.')
      }
      assert.match((await asked(`${path}/preview`, theForm)).text, '솔가람 상담원은 이제 상담을 맡지 않습니다.')
    }
    assert.equal(await house.store.sessionsOf('2026-0001'), [])
  }))

test('has them booked with a colleague whom the lead names, and what took place put down', () =>
  inSolsPlace(async (house) => {
    const seo = await asks(house, 'seo')
    assert.is((await seo(path, { ...theForm, counsellorId: 'bora' })).status, 303)
    assert.is((await seo(path, { ...theForm, sessionOn: '2026-11-20', past: 'yes' })).status, 303)
    assert.equal(
      (await house.store.sessionsOf('2026-0001')).map(({ counsellorId }) => counsellorId),
      ['sol', 'bora'],
    )
  }))

test.run()
