import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { notExact, notLocked } from './lockfile.ts'

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

const house = suite('what npm ci installs')
house('is all in the lockfile, for every platform', () =>
  assert.equal(notLocked(read('package-lock.json').packages), []),
)
house('has exact versions', () => {
  const { dependencies, devDependencies } = read('package.json')
  assert.equal(notExact({ ...dependencies, ...devDependencies }), [])
})
house.run()

const broken = suite('a lockfile that npm ci refuses')
broken('is found by a dependency that it does not hold', () =>
  assert.is(notLocked({ '': { dependencies: { a: '1.0.0' } } }).length, 1),
)
broken('is found by a platform that it does not hold', () =>
  assert.match(
    notLocked({ 'node_modules/a': { optionalDependencies: { 'a-linux': '1.0.0' } } }).join(),
    'node_modules/a needs a-linux',
  ),
)
broken('is not found when all is there, beside it or below it', () => {
  const b = { dependencies: { c: '1.0.0' } }
  const packages = { '': { dependencies: { a: '1.0.0' } }, 'node_modules/a': { dependencies: { b: '1.0.0' } } }
  assert.equal(notLocked({ ...packages, 'node_modules/a/node_modules/b': b, 'node_modules/c': {} }), [])
})
broken('is found by a version that may move', () =>
  assert.is(notExact({ a: '^1.0.0', b: '~1.0.0', c: 'latest', d: '1.0.0', e: '1.0.0-beta.1' }).length, 3),
)
broken.run()
