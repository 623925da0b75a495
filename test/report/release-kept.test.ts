import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { ask, signedIn } from '../support/asking.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { releaseByHand } from '../support/released.ts'
import { aVisitor } from '../support/visitor.ts'

let house: TestHouse
const test = suite('a release that is settled')
test.before(async () => {
  house = await aHouse()
  await signedIn(house)
})
test.after(() => house.close())

test('that was never approved keeps its numbers to leads once it is settled', async () => {
  const gone = { by: 'lead-2', at: '2026-11-21T02:00:00.000Z', why: '다시 보기' }
  const settled = [
    releaseByHand({ id: '2026-01', approved: undefined, declined: gone }),
    releaseByHand({ id: '2026-02', approved: undefined, withdrawn: gone }),
    releaseByHand({ id: '2026-03', withdrawn: gone }),
  ]
  await house.store.change((view) => {
    for (const one of settled) view.saveEntry('releases', one)
    return done(undefined)
  })
  const seen = async (who: string, id: string) => {
    const visitor = await aVisitor(house).signIn(who)
    await visitor.open(`/report/releases/${id}`)
    visitor.mustSee('서울시 보고', gone.why)
    const paper = await ask(house, who, 'GET', `/report/releases/${id}/paper`)
    return [visitor.sees('57'), visitor.document.querySelector('a[href$="/paper"]') !== null, paper.status]
  }
  for (const { id } of settled) assert.equal(await seen('seo', id), [true, true, 200], id)
  for (const id of ['2026-01', '2026-02']) assert.equal(await seen('yoo', id), [false, false, 404], id)
  assert.equal(await seen('yoo', '2026-03'), [true, true, 200])
})

test.run()
