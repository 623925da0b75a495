import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fits, hashOf, TooBusy } from '../../src/people/password.ts'

const passwords = suite('passwords')

passwords('fit the hash that was made of them and no other', async () => {
  const hash = await hashOf('길고 좋은 비밀번호', 1024)
  assert.ok(await fits('길고 좋은 비밀번호', hash))
  assert.is(await fits('길고 좋은 비밀번혼', hash), false)
  assert.is(await fits('', hash), false)
})

passwords('are hashed with scrypt at N = 2^17 unless told otherwise, each with a salt of its own', async () => {
  const [one, two] = await Promise.all([hashOf('같은 말'), hashOf('같은 말')])
  assert.equal([one.scheme, one.cost, one.blockSize, one.parallel], ['scrypt', 131_072, 8, 1])
  assert.is.not(one.hash, two.hash)
  assert.not.match(JSON.stringify(one), /같은 말/)
})

passwords('typed in composed or decomposed letters are the same', async () => {
  assert.ok(await fits('길'.normalize('NFD'), await hashOf('길', 1024)))
})

passwords('of nobody never fit', async () => {
  assert.is(await fits('', undefined), false)
})

passwords('beyond two at work and twenty waiting are turned away', async () => {
  const hash = await hashOf('x', 16_384)
  const tries = await Promise.allSettled(Array.from({ length: 30 }, () => fits('x', hash)))
  const refused = tries.filter((one) => one.status === 'rejected')
  assert.is(refused.length, 8)
  assert.ok(refused.every((one) => one.status === 'rejected' && one.reason instanceof TooBusy))
  assert.ok(await fits('x', hash))
})

passwords('of nobody are worked on like any other, or the time would tell who has an account', async () => {
  const hash = await hashOf('x', 16_384)
  const before = Array.from({ length: 22 }, () => fits('x', hash))
  const turnedAway = await fits('x', undefined).catch((failure) => failure)
  assert.instance(turnedAway, TooBusy)
  await Promise.all(before)
})

passwords.run()
