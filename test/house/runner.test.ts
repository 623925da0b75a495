import { readdirSync, statSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { countedIn, figuresIn, groupsFor, groupsOf } from '../../scripts/test.ts'

const files = ['a/one.test.ts', 'b/two.test.ts']
const summary = (total: number, passed: number, skipped = 0) =>
  `\n  Total:     ${total}\n  Passed:    ${passed}\n  Skipped:   ${skipped}\n  Duration:  1.00ms\n\n`
const said = (one: string, two: string) => `a/one.test.ts\n${one}\nb/two.test.ts\n${two}\n`
const both = said(' first  • •   (2 / 2)\n second  •   (1 / 1)', ' third  •   (1 / 1)')
const counted = (output: string, code: number | null = 0) => {
  const { passed, failed, skipped } = countedIn(output, files, code)
  return [passed, failed, skipped]
}

const test = suite('the test runner')

test('adds up what uvu says', () => assert.equal(counted(both + summary(4, 4)), [4, 0, 0]))
test('counts a failure', () =>
  assert.equal(counted(said(' first  ✘ •   (1 / 2)', ' third  •   (1 / 1)') + summary(3, 2), 1), [2, 1, 0]))
test('counts tests that never ran since a hook before them threw, which uvu calls a success', () =>
  assert.equal(counted(said(' first   (0 / 2)', ' third  •   (1 / 1)') + summary(3, 1), 0), [1, 2, 0]))
test('fails a file that added no test', () => {
  const { failed, complaints } = countedIn(said('', ' third  •   (1 / 1)') + summary(1, 1), files, 0)
  assert.is(failed, 1)
  assert.match(complaints.join(), 'a/one.test.ts added no test')
})
test('fails a file that was never reached', () =>
  assert.equal(counted(`a/one.test.ts\n first  •   (1 / 1)\n${summary(1, 1)}`), [1, 1, 0]))
test('fails a run that ended without a summary', () => assert.equal(counted(both, 1), [0, 1, 0]))
test('fails a run that ended with another exit code than 0', () => {
  assert.equal(counted(both + summary(4, 4), 1), [4, 1, 0])
  assert.equal(counted(both + summary(4, 4), null), [4, 1, 0])
})
test('shows the figures of a run that passed, and what it skipped, without uvu’s own', () => {
  const printed =
    ' kills    12 kills, seed 7\n•   3 losses found\n• •   (2 / 2)\n clocks  SKIPPED clocks: no library\n  (0 / 0)\n'
  const expected = ['  12 kills, seed 7', '  3 losses found', 'SKIPPED clocks: no library']
  assert.equal(figuresIn(both + printed + summary(4, 4)), expected)
})
test('never counts a skipped test as passed', () => assert.equal(counted(both + summary(4, 4, 3)), [4, 0, 3]))
test('shares files out by size', () =>
  assert.equal(
    groupsOf([1, 9, 5, 7, 3], (size) => size, 2),
    [
      [9, 5, 1],
      [7, 3],
    ],
  ))
test('makes no more groups than there are files', () =>
  assert.equal(
    groupsOf([1], (size) => size, 4),
    [[1]],
  ))
test('shares the store’s tests by two groups of about the same size, which come first; no file is left out', () => {
  const here = (folder: string) => readdirSync(`test/${folder}`).map((name) => `${folder}/${name}`)
  const all = [...here('house'), ...here('store')].filter((file) => file.endsWith('.test.ts'))
  const groups = groupsFor(all)
  assert.equal(groups.flat().sort(), all.sort())
  const isStore = (file: string) => file.startsWith('store/')
  assert.equal(
    groups.map((group) => [group.some(isStore), group.every(isStore)]),
    [...Array(2).fill([true, true]), ...Array(8).fill([false, false])],
  )
  const [one = 0, other = 0] = groups.map((group) =>
    group.reduce((sum, file) => sum + statSync(`test/${file}`).size, 0),
  )
  assert.ok(Math.abs(one - other) < (one + other) / 8, `${one} and ${other} bytes`)
})
test('makes no group of nothing', () => {
  assert.equal(groupsFor([]), [])
  assert.equal(groupsFor(['house/runner.test.ts']), [['house/runner.test.ts']])
})

test.run()
