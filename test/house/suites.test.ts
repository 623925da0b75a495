import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sources } from './sources.ts'
import { silent } from './suites.ts'

const house = suite('suites of the house')
house('all end in .run(), and every test file holds a test', () => assert.equal(silent(sources()), []))
house.run()

const broken = suite('a suite that says nothing')
/** Samples are spelt so that they are not taken for suites of this file: § is suite, ¶ is uvu. */
const found = (sample: string, path = 'test/a/b.test.ts') =>
  silent([{ path, text: sample.replaceAll('§', 'suite').replaceAll('¶', 'uvu') }])
const made = "import { § } from '¶'\nconst booking = §('booking')\nbooking('is kept', () => {})\n"

broken('is found when it does not end in .run()', () => assert.match(found(made).join(), 'booking does not end'))
broken('is found when .run() stands in a comment', () => assert.is(found(`${made}// booking.run()\n`).length, 1))
broken('is found when another suite runs', () =>
  assert.match(found(`${made}const other = §('o')\nother('x', () => {})\nother.run()`).join(), 'booking'),
)
broken('is found when one name is given to two suites and run once', () =>
  assert.is(found(`{ ${made} booking.run() }\n{ ${made} }`).length, 1),
)
broken('is not found where its tests are skipped when something is not there', () => {
  const skipped = (how: string) => found(`import { § } from '¶'\nconst a = §('a')\n${how}\na.run()`)
  assert.equal(skipped("const maybe = isThere ? a : a.skip\nmaybe('b', act)"), [])
  assert.equal(skipped("const maybe = isGone ? a.skip : a\nmaybe('b', act)"), [])
  assert.equal(skipped('const maybe = (name, act) => (isGone ? a.skip : a)(name, act)'), [])
  assert.match(skipped('const maybe = isThere ? a : a.skip').join(), 'holds no test')
})
broken('is found when the file holds no test', () =>
  assert.match(found("import { § } from '¶'\nconst a = §('a')\na.run()").join(), 'holds no test'),
)
broken('is found when uvu’s own test never runs', () =>
  assert.is(found("import { test } from '¶'\ntest('a', () => {})").length, 1),
)
broken('is found when .only leaves the others out', () =>
  assert.match(found(`${made}booking.only('a', () => {})\nbooking.run()`).join(), 'leaves every other test out'),
)
broken('is not found when it runs', () => assert.equal(found(`${made}booking.run()\n`), []))
broken('is not found when a contract runs its own', () =>
  assert.equal(found("import { storeContract } from './contract.ts'\nstoreContract('x', () => {})"), []),
)
broken.run()
