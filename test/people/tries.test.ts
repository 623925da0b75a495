import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Tries } from '../../src/people/registers.ts'
import { accountWait, addressWait, delayAfter, triedAccount, triedAddress } from '../../src/people/tries.ts'
import { now } from '../support/samples.ts'

const after = (seconds: number) => new Date(Date.parse(now) + seconds * 1000).toISOString()
const failed = (failures: number): Tries => ({ id: 'x', failures, at: now })

const delays = suite('after a failure')

delays('the wait doubles from the third on, up to 20 minutes', () => {
  assert.equal(
    [0, 1, 2, 3, 4, 5, 6, 7, 13, 14, 100, 5_000].map(delayAfter),
    [0, 0, 0, 1, 2, 4, 8, 16, 1_024, 1_200, 1_200, 1_200],
  )
})

delays('whole seconds are said, and none are left when they are over', () => {
  assert.is(accountWait(failed(6), now), 8)
  assert.is(accountWait(failed(6), after(7.2)), 1)
  assert.is(accountWait(failed(6), after(8)), 0)
  assert.is(accountWait(undefined, now), 0)
})

delays('an account that was left alone for a day begins anew', () => {
  assert.is(accountWait(failed(400), after(24 * 3600)), 0)
  assert.is(triedAccount('x', failed(400), after(24 * 3600)).failures, 1)
  assert.is(triedAccount('x', failed(400), after(24 * 3600 - 1)).failures, 401)
})

delays('a clock that was set back makes nobody wait longer', () => {
  assert.is(accountWait(failed(400), after(-86_400)), 1_200)
  assert.is(addressWait(failed(20), after(-86_400)), 60)
})

delays('an address has room for 20 within a minute', () => {
  let tries: Tries | undefined
  for (let n = 0; n < 20; n++) {
    assert.is(addressWait(tries, after(n)), 0)
    tries = triedAddress('x', tries, after(n))
  }
  assert.is(addressWait(tries, after(20)), 40)
  assert.is(addressWait(tries, after(60)), 0)
  assert.is(triedAddress('x', tries, after(60)).failures, 1)
})

delays('at most 84 guesses at an account fit into a day', () => {
  let tries: Tries | undefined
  let evaluated = 0
  for (let second = 0; second < 24 * 3600; second++)
    if (accountWait(tries, after(second)) === 0) {
      tries = triedAccount('x', tries, after(second))
      evaluated++
    }
  assert.is(evaluated, 84)
})

delays.run()
