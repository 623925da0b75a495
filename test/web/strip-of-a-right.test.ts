import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { done } from '../../src/result.ts'
import { alarmsIn, helpNeeded } from '../support/alarms.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

/* A call for help is told to whoever may take it up now: whoever could a minute ago learns nothing more of it. */

const change = ({ store }: TestHouse, more: (file: CaseFile) => Partial<CaseFile>) =>
  store.change(async (view) => {
    const file = (await view.caseFile('2026-0001'))!
    return done(view.saveCase({ ...file, ...more(file) }))
  })
const at = (house: TestHouse) => signed('seo', house.clock.now())
const away: [how: string, (house: TestHouse) => Promise<unknown>][] = [
  [
    'the case was given to somebody else',
    (house) =>
      change(house, ({ assignments }) => ({ assignments: [...assignments, { counsellorId: 'bora', ...at(house) }] })),
  ],
  [
    'the case was restricted to others',
    (house) => change(house, () => ({ restricted: { to: ['seo', 'bora'], why: '아는 사이', ...at(house) } })),
  ],
  [
    'the account ended',
    ({ store, clock }) =>
      store.change(async (view) => {
        const han = (await view.people()).find(({ id }) => id === 'han')!
        return done(view.savePerson({ ...han, ended: { by: 'yoo', at: clock.now() } } as never))
      }),
  ],
]
const test = suite('whose right to a case is gone')

for (const [how, take] of away)
  test(`is told nothing of its call for help any more, since ${how}`, async () => {
    const house = await aHouse((view) => view.saveCase(aCaseUnderWay()))
    await signedIn(house)
    await helpNeeded(house)
    const [alarm] = await alarmsIn(house.store)
    const strip = async () => (await ask(house, 'han', 'GET', '/notices/strip?shown=x')).text()
    assert.match(await strip(), '2026-0001')
    await take(house)
    assert.not.match(await strip(), '2026-0001')
    for (const path of ['/', '/notices', '/cases', '/calendar', '/account'])
      assert.not.match(await (await ask(house, 'han', 'GET', path)).text(), '2026-0001', path)
    for (const headers of [
      { ...ownPage, ...asForm },
      { ...ownPage, ...asForm, 'HX-Request': 'true' },
    ]) {
      const taken = await ask(house, 'han', 'POST', `/cases/2026-0001/alarms/${alarm?.id}/taking`, {
        headers,
        body: '',
      })
      assert.ok([404, 401, 303, 200].includes(taken.status))
      assert.not.match(await taken.text(), '2026-0001')
    }
    assert.is((await alarmsIn(house.store))[0]?.taken, undefined)
    await house.close()
  })

test.run()
