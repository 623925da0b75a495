import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { keepAlarming } from '../src/alarming.ts'
import { keepHouse } from '../src/housekeeping.ts'
import { keepReminding } from '../src/reminding.ts'
import { keepDoing } from '../src/sending.ts'
import { StoreRefusal } from '../src/store/refusal.ts'
import type { Store } from '../src/store/store.ts'
import { clock } from './support/samples.ts'

const test = suite('rounds of the house while the store is not there')

/** Every question is answered by the same refusal. */
const gone = new Proxy({} as Store, {
  get: () => () => Promise.reject(new StoreRefusal('unavailable', 'The database cannot be reached now.')),
})

const { error } = console
let said: string[] = []
test.before.each(() => {
  said = []
  console.error = (line: string) => said.push(line)
})
test.after.each(() => {
  console.error = error
})
const soon = () => new Promise((later) => setTimeout(later, 20))

test('fail alone: the house stands, says so on the console without a detail, and can be stopped', async () => {
  const ends = [await keepHouse(gone, clock), keepReminding(gone, {}, clock), keepAlarming(gone, {}, clock)]
  await soon()
  assert.equal(
    said.sort(),
    ['alarm', 'housekeeping', 'reminding'].map((name) => `${name} failed: StoreRefusal`),
  )
  await Promise.all(ends.map((end) => end()))
})

test('go on by themselves, and only those that did not fail count as made', async () => {
  let times = 0
  let made = 0
  const end = keepDoing(
    'round',
    0.005,
    async () => {
      times++
      if (times <= 3) await gone.settings()
    },
    () => made++,
  )
  while (times < 6) await soon()
  await end()
  assert.is(said.length, 3)
  assert.is(made, times - 3)
})

test.run()
