// Over 150 lines because the set-up is gone through in every way that it can be left.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { siteOf } from '../../src/app.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { isRecoveryKeyOf, newRecoveryKey } from '../../src/store/recovery-key.ts'
import { summaries } from '../../src/summaries.ts'
import { readAssets } from '../../src/web/assets.ts'
import { SetUp } from '../../src/web/set-up.ts'
import { asForm, ask, ownPage } from '../support/asking.ts'
import { freshFolder } from '../support/folder.ts'
import { aHouse, standingClock, type TestHouse } from '../support/house.ts'
import { aVisitor, type Visitor } from '../support/visitor.ts'

const assets = readAssets()

/** A house in which nothing is set up, and the code that opens its set-up. */
async function anEmptyHouse(): Promise<TestHouse & { code: string }> {
  const { dir, keyFile } = freshFolder()
  const clock = standingClock('2026-11-22T01:00:00.000Z')
  const store = await openEmbeddedStore({ dir, keyFile, summaries, clock })
  const { setUp, code } = SetUp.open({ data: dir, keyFile }, clock.now())
  const house = { store, clock, assets, setUp }
  return { ...house, site: siteOf(house), dir, keyFile, code, close: () => store.close() }
}

const password = 'nine wild geese over the bridge'
function fillIn(visitor: Visitor, code: string): Visitor {
  return visitor
    .fill('설정 코드', code)
    .fill('센터 이름', '새길 상담센터')
    .fill('문의 전화', '02-123-4567')
    .fill('관리자 이름', '유하늘')
    .fill('전자우편 주소', 'Yoo@example.kr')
    .fill('새 비밀번호', password)
}
const keyOn = (visitor: Visitor): string =>
  visitor.document.querySelector('.recovery-key')?.textContent.replace(/\s/g, '') ?? ''

const settingUp = suite('setting up')

settingUp('every page leads to the set-up until something is set up', async () => {
  const house = await anEmptyHouse()
  for (const path of ['/', '/sign-in', '/cases', '/settings/people', '/report/figures.json', '/nowhere', '/s'])
    assert.is((await ask(house, undefined, 'GET', path)).headers.get('Location'), '/set-up', path)
  assert.is((await ask(house, undefined, 'GET', '/health')).status, 200)
  assert.is((await aVisitor(house).open('/')).path, '/set-up')
  await house.close()
})

settingUp('opening the page a hundred times spends and changes nothing', async () => {
  const house = await anEmptyHouse()
  for (let n = 0; n < 100; n++) assert.is((await ask(house, undefined, 'GET', '/set-up')).status, 200)
  const visitor = await fillIn(await aVisitor(house).open('/set-up'), house.code).press('다음')
  assert.is(visitor.title, '복구 키 · 새길')
  await house.close()
})

settingUp('goes from the code to the administrator’s second factor', async () => {
  const house = await anEmptyHouse()
  const visitor = await aVisitor(house).open('/set-up')
  visitor.mustSee(house.dir, house.keyFile)
  assert.is(visitor.valueOf('종결한 사례(년)'), '3')
  await fillIn(visitor, house.code.toLowerCase().replaceAll('-', ' ')).press('다음')
  const key = keyOn(visitor)
  assert.match(key, /^(\w{4}-){13}\w{4}$/)
  assert.is(await house.store.settings(), undefined, 'nothing is kept before the key was typed back')

  for (const [typed, said] of [
    ['', '입력하거나 골라 주십시오'],
    [key.slice(0, -4), '글자 수가 맞지 않습니다'],
    [key.replace(/^../, (two) => two.replace(/./g, (one) => (one === 'A' ? 'B' : 'A'))), '한 글자가 다릅니다'],
    [`U${key.slice(1)}`, '쓰지 않는 글자'],
    [newRecoveryKey().text, '다른 복구 키입니다'],
  ] as const) {
    await visitor.fill('복구 키', typed).press('설정 마치기')
    assert.is(visitor.status, 422)
    visitor.mustSee(said)
    assert.is(keyOn(visitor), '', 'the key is not shown again')
  }
  assert.is(await house.store.settings(), undefined)

  await visitor.fill('복구 키', key.toLowerCase().replaceAll('-', ' ')).press('설정 마치기')
  assert.match(visitor.path, /^\/sign-in/)
  const settings = await house.store.settings()
  const [administrator] = await house.store.people()
  assert.is(settings?.centre, '새길 상담센터')
  assert.ok(isRecoveryKeyOf(key, settings?.recovery?.publicKey ?? ''))
  assert.is(administrator?.email, 'yoo@example.kr')
  assert.is((await ask(house, undefined, 'GET', '/settings/people')).headers.get('Location')?.slice(0, 8), '/sign-in')
  assert.is((await aVisitor(house).open('/set-up')).status, 404)
  await house.close()
})

settingUp('a new recovery key takes the place of one that was not written down', async () => {
  const house = await anEmptyHouse()
  const visitor = await fillIn(await aVisitor(house).open('/set-up'), house.code).press('다음')
  const first = keyOn(visitor)
  await visitor.press('적어 두지 못했습니다. 새 복구 키를 보여 주십시오.')
  const second = keyOn(visitor)
  assert.is.not(second, first)
  await visitor.fill('복구 키', first).press('설정 마치기')
  visitor.mustSee('다른 복구 키입니다')
  await visitor.fill('복구 키', second).press('설정 마치기')
  assert.ok(isRecoveryKeyOf(second, (await house.store.settings())?.recovery?.publicKey ?? ''))
  await house.close()
})

settingUp('a wrong code, and one older than 30 minutes, open nothing', async () => {
  const house = await anEmptyHouse()
  const visitor = await fillIn(await aVisitor(house).open('/set-up'), 'AAAAA-AAAAA-AAAAA-AAAAA').press('다음')
  assert.is(visitor.status, 422)
  visitor.mustSee('설정 코드가 맞지 않습니다')
  house.clock.set('2026-11-22T01:29:59.000Z')
  await visitor.fill('설정 코드', house.code).fill('새 비밀번호', 'short').press('다음')
  visitor.mustSee('새 비밀번호: 12자')
  house.clock.set('2026-11-22T01:30:00.000Z')
  await visitor.fill('새 비밀번호', password).press('다음')
  visitor.mustSee('설정 코드는 30분 동안')
  await house.close()
})

settingUp('a password that everybody tries, or that names the centre, is refused', async () => {
  const house = await anEmptyHouse()
  const visitor = await fillIn(await aVisitor(house).open('/set-up'), house.code).press('다음')
  for (const weak of ['password1234', '새길상담센터123', 'yoo@example.kr']) {
    await fillIn(await visitor.open('/set-up'), house.code)
      .fill('새 비밀번호', weak)
      .press('다음')
    assert.is(visitor.status, 422, weak)
  }
  await house.close()
})

settingUp('of two who come with the same link one makes the centre', async () => {
  const house = await anEmptyHouse()
  const both = await Promise.all(
    ['유하늘', '오선생'].map(async (name) => {
      const visitor = await aVisitor(house).open('/set-up')
      return fillIn(visitor, house.code).fill('관리자 이름', name).press('다음')
    }),
  )
  const finish = (visitor: Visitor) => visitor.fill('복구 키', keyOn(visitor)).press('설정 마치기')
  const done = await Promise.all(both.map(finish))
  assert.equal(done.map(({ status }) => status).sort(), [200, 404])
  assert.is((await house.store.people()).length, 1)
  await house.close()
})

settingUp('another browser cannot finish what this one began', async () => {
  const house = await anEmptyHouse()
  const visitor = await fillIn(await aVisitor(house).open('/set-up'), house.code).press('다음')
  const body = new URLSearchParams({ recoveryKey: keyOn(visitor) }).toString()
  const other = await ask(house, undefined, 'POST', '/set-up/recovery-key', {
    headers: { ...ownPage, ...asForm },
    body,
  })
  assert.is(other.status, 422)
  assert.is(await house.store.settings(), undefined)
  await house.close()
})

settingUp('the recovery key lies nowhere: not in a record, not in the log', async () => {
  const house = await anEmptyHouse()
  const visitor = await fillIn(await aVisitor(house).open('/set-up'), house.code).press('다음')
  const key = keyOn(visitor)
  await visitor.fill('복구 키', key).press('설정 마치기')
  const kept = [await house.store.settings(), await house.store.people(), await house.store.drafts()]
  const logged = []
  for await (const entry of house.store.logged('2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')) logged.push(entry)
  const all = JSON.stringify([kept, logged])
  assert.not.match(all, key.slice(0, 9))
  assert.not.match(all, key.replaceAll('-', '').slice(0, 9))
  assert.not.match(all, house.code)
  assert.ok(logged.some(({ deed }) => deed === 'set up the centre'))
  await house.close()
})

settingUp('a house that is set up has no set-up', async () => {
  const house = await aHouse()
  for (const who of [undefined, 'yoo', 'han']) {
    assert.is((await ask(house, who, 'GET', '/set-up')).status, 404)
    for (const path of ['/set-up', '/set-up/recovery-key'])
      assert.is((await ask(house, who, 'POST', path, { headers: { ...ownPage, ...asForm }, body: '' })).status, 404)
  }
  await house.close()
})

settingUp.run()
