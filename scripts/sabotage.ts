import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/*
 * `npm run test:sabotage` breaks a copy of the sources with each patch of test/sabotage in turn: the tests that the
 * patch names must turn red there. They must be green before. Further words are parts of patch names.
 */

const words = process.argv.slice(2)
const patches = readdirSync('test/sabotage')
  .filter((name) => name.endsWith('.patch') && (words.length === 0 || words.some((word) => name.includes(word))))
  .sort()
const testsOf = (patch: string): string[] =>
  (/^# .* Red: (.+)$/m.exec(readFileSync(`test/sabotage/${patch}`, 'utf8'))?.[1] ?? '').split(/, */).filter(Boolean)

/** A copy is nobody's repository, in whatever repository it may lie. */
const apart = { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() }

function aCopy(): string {
  const dir = mkdtempSync(join(tmpdir(), 'saegil-sabotage-'))
  for (const name of readdirSync('.'))
    if (name === 'node_modules') symlinkSync(resolve(name), join(dir, name))
    else if (!['.git', 'dist'].includes(name)) cpSync(name, join(dir, name), { recursive: true })
  return dir
}

/** A test file that has said nothing of how it went by then hangs. */
const longestSeconds = 90

const running = new Set<ChildProcess>()

/** What one test file comes to: only a failed assertion or test is `red`, no summary at all is `broken`. */
function ran(cwd: string, test: string): Promise<'green' | 'red' | 'broken'> {
  const args = ['--import', 'tsx', 'node_modules/uvu/bin.js', '--no-color', 'test', `^${test}\\.test\\.ts$`]
  // with a group of its own, so that nothing that it started outlives it
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'ignore'], detached: true })
  running.add(child)
  let timer = setTimeout(endGroup, longestSeconds * 1000, child)
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    if (!/^ {2}Duration:/m.test(output)) return
    // a test that failed may have left a server open, which would wait for ever
    clearTimeout(timer)
    timer = setTimeout(endGroup, 500, child)
  })
  return new Promise((done) => {
    child.once('close', () => {
      clearTimeout(timer)
      endGroup(child)
      running.delete(child)
      const [total, passed] = ['Total', 'Passed'].map(
        (name) => new RegExp(`^  ${name}: +(\\d+)$`, 'm').exec(output)?.[1],
      )
      done(total === undefined || Number(total) === 0 ? 'broken' : total === passed ? 'green' : 'red')
    })
  })
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // nothing is left of it
  }
}

const sum = { passed: 0, failed: 0 }
const tell = (isGood: boolean, line: string) => {
  sum[isGood ? 'passed' : 'failed'] += 1
  console.log(line)
}

async function work(dir: string, todo: string[], control: Map<string, Promise<string>>): Promise<void> {
  for (let patch = todo.shift(); patch; patch = todo.shift()) {
    const tests = testsOf(patch)
    const before: string[] = []
    for (const test of tests) {
      if (!control.has(test)) control.set(test, ran(dir, test))
      before.push((await control.get(test)) ?? 'broken')
    }
    const apply = (...how: string[]) =>
      spawnSync('git', ['apply', ...how, resolve('test/sabotage', patch)], { cwd: dir, env: apart })
    if (tests.length === 0 || before.some((how) => how !== 'green')) tell(false, `control not green  ${patch}`)
    else if (apply('--check').status !== 0) tell(false, `does not apply  ${patch}`)
    else {
      apply()
      const after: string[] = []
      for (const test of tests) after.push(await ran(dir, test))
      apply('-R')
      const isRed = after.every((how) => how === 'red')
      tell(isRed, `${isRed ? 'red' : after.includes('broken') ? 'broken' : 'STILL GREEN'}  ${patch}`)
    }
  }
}

const began = performance.now()
const copies = [aCopy(), aCopy()]
const dropCopies = () => {
  for (const dir of copies) rmSync(dir, { recursive: true, force: true, maxRetries: 3 })
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    for (const child of running) endGroup(child)
    dropCopies()
    process.exit(130)
  })
const control = new Map<string, Promise<string>>()
await Promise.all(copies.map((dir) => work(dir, patches, control)))
dropCopies()
console.log(`${((performance.now() - began) / 1000).toFixed(0)} s`)
console.log(`${sum.passed} passed, ${sum.failed} failed`)
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0
