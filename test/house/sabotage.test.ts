import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('the tests of the tests')
const patches = readdirSync('test/sabotage').map((name) => readFileSync(`test/sabotage/${name}`, 'utf8'))
/** These sources are what is patched, in whatever repository they may lie. */
const apart = { ...process.env, GIT_CEILING_DIRECTORIES: dirname(process.cwd()) }
const applies = (patch: string) =>
  spawnSync('git', ['apply', '--check', '-'], { input: patch, env: apart }).status === 0

test('every sabotage applies to the sources as they are', () => {
  assert.ok(patches.length >= 30)
  for (const patch of patches) assert.ok(applies(patch), patch)
})

test('a sabotage of a line that is gone does not apply', () => {
  assert.not.ok(applies((patches[0] ?? '').replace(/^-(?!--).*$/m, '-a line that nobody wrote')))
})

test('every sabotage names tests that exist', () => {
  for (const patch of patches) {
    const named = /^# .* Red: (.+)$/m.exec(patch)?.[1]?.split(/, */) ?? []
    assert.ok(named.length > 0, patch)
    for (const name of named) assert.ok(existsSync(`test/${name}.test.ts`), name)
  }
})

test.run()
