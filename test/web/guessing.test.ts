import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { hashOf } from '../../src/people/password.ts'
import { done } from '../../src/result.ts'
import { asForm, ownPage, tokenOf } from '../support/asking.ts'
import { aHouse, password, type TestHouse } from '../support/house.ts'
import { han } from '../support/samples.ts'
import { aVisitor } from '../support/visitor.ts'

/* Guessing passwords and codes: slowed down for accounts that there are and those that there are not, never locked. */

let house: TestHouse
const test = suite('guessing')
test.before.each(async () => {
  house = await aHouse()
})
test.after.each(() => house.close())

const start = Date.parse('2026-11-22T01:00:00.000Z')
const at = (seconds: number) => house.clock.set(new Date(start + seconds * 1000).toISOString())

/** A sign-in as the page sends it, from some address. */
const knock = (email: string, secret: string, from = '192.0.2.99') =>
  house.site.request(
    'https://saegil.test/sign-in',
    {
      method: 'POST',
      headers: { ...ownPage, ...asForm, Cookie: '__Host-guest=nobody', 'X-Token': tokenOf('nobody') },
      body: new URLSearchParams({ email, password: secret, to: '' }).toString(),
    },
    { incoming: { socket: { remoteAddress: from } } },
  )

/** GUESSES=10000 for a full run */
const guesses = Number(process.env.GUESSES ?? 3_000)

test(`${guesses} passwords over a day at one account: at most 100 are evaluated, whatever address they come from`, async () => {
  let evaluated = 0
  const atOnce = 100
  for (let n = 0; n < guesses; n += atOnce) {
    at((n * 24 * 3600) / guesses)
    const together = Array.from({ length: atOnce }, (_, one) => [`wrong ${n + one}`, `192.0.2.${one}`] as const)
    const answers = await Promise.all(together.map(([guess, from]) => knock(han.email, guess, from)))
    assert.ok(answers.every(({ status }) => status === 422))
    evaluated += answers.filter(({ headers }) => !headers.has('Retry-After')).length
  }
  assert.ok(evaluated >= 14 && evaluated <= 100, String(evaluated))
  // never locked: the owner waits as long as the page says, and is in
  at(24 * 3600 + 1_200)
  assert.is((await knock(han.email, password)).status, 303)
})

test('many at once gain nothing', async () => {
  const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => knock(han.email, `wrong ${n}`)))
  assert.is(answers.filter(({ headers }) => !headers.has('Retry-After')).length, 3)
})

test('an unknown address is answered as a known one is, in words and status, at every step', async () => {
  const seen = await Promise.all(
    ['han@example.test', 'nobody@example.test'].map(async (email) => {
      const answers = []
      for (let n = 0; n < 6; n++) {
        const answer = await knock(email, 'wrong')
        const headers = [...answer.headers].filter(([name]) => name !== 'set-cookie')
        const text = (await answer.text()).replaceAll(email, '').replace(/data-options="[^"]*"/, '')
        answers.push([answer.status, headers, text])
      }
      return JSON.stringify(answers)
    }),
  )
  assert.is(seen[0], seen[1])
  assert.match(seen[0] ?? '', /1초 뒤에/)
})

test('the page says how long to wait, keeps what was typed but for the password, and evaluates nothing meanwhile', async () => {
  const visitor = aVisitor(house)
  await visitor.open('/sign-in')
  const send = (secret: string) => visitor.fill('전자우편 주소', han.email).fill('비밀번호', secret).press('로그인')
  for (let n = 0; n < 5; n++) {
    at(n * 10)
    await send('wrong')
    visitor.mustSee('전자우편 주소 또는 비밀번호가 맞지 않습니다.')
  }
  await send(password)
  assert.is(visitor.status, 422)
  visitor.mustSee('4초 뒤에 다시 해 주십시오.')
  assert.is(visitor.valueOf('전자우편 주소'), han.email)
  assert.is(visitor.valueOf('비밀번호'), '')
  at(44)
  await send(password)
  assert.match(visitor.path, /^\/sign-in\?to=/)
})

test('what was right clears what was wrong', async () => {
  for (let n = 0; n < 4; n++) {
    at(n * 60)
    await knock(han.email, 'wrong')
  }
  at(300)
  assert.is((await knock(han.email, password)).status, 303)
  for (let n = 0; n < 3; n++) assert.is((await knock(han.email, 'wrong')).headers.has('Retry-After'), false)
})

test('an address has 20 failures a minute, across all accounts; those that were right do not count', async () => {
  // people of whom each has a cheap hash: an unknown address costs a third of a second
  const kept = await hashOf(password, 2 ** 10)
  const many = Array.from({ length: 30 }, (_, n) => ({
    ...han,
    id: `p${n}`,
    email: `p${n}@example.test`,
    password: kept,
  }))
  await house.store.change((view) => {
    for (const one of many) view.savePerson(one)
    return done(undefined)
  })
  const waits = async (n: number, from: string) =>
    (await knock(many[n]?.email ?? '', 'x', from)).headers.has('Retry-After')
  for (let n = 0; n < 12; n++) assert.is((await knock(han.email, password, '192.0.2.7')).status, 303)
  const waited: boolean[] = []
  for (let n = 0; n < 25; n++) waited.push(await waits(n, '192.0.2.7'))
  assert.is(waited.filter((one) => !one).length, 20)
  assert.is(await waits(26, '192.0.2.8'), false)
  assert.ok(await waits(27, '192.0.2.7'))
  at(60)
  assert.is(await waits(27, '192.0.2.7'), false)
})

test('an account that ended, or has no password yet, is answered as if it were not there', async () => {
  const kept = await hashOf(password, 2 ** 10)
  await house.store.change((view) => {
    view.savePerson({ ...han, password: kept, ended: { by: 'yoo', at: house.clock.now() } })
    view.savePerson({ ...han, id: 'nari', email: 'nari@example.test' })
    return done(undefined)
  })
  for (const email of [han.email, 'nari@example.test'])
    assert.match(await (await knock(email, password)).text(), /전자우편 주소 또는 비밀번호가 맞지 않습니다/)
})

test('is kept under hashes, which name nobody', async () => {
  await knock(han.email, 'wrong')
  await knock('nobody@example.test', 'wrong')
  const kept = JSON.stringify(await house.store.entries('tries'))
  assert.not.match(kept, /han|nobody|example|none/)
})

test.run()
