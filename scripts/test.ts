import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type Cluster, howToGet, postgresPrograms, startCluster } from './cluster.ts'

/*
 * `npm test` runs every test that needs no browser, `npm run test:browser` the others; further words are parts of file
 * names. uvu runs them, in processes of several files each, two at a time: importing TypeScript costs a second a
 * process. uvu alone is too kind: it says all is well when a file forgot `.run()`, when a `before` throws and when no
 * file was found. Here each of these is a failure.
 */

export interface Counted {
  passed: number
  failed: number
  skipped: number
  /** what uvu did not call a failure */
  complaints: string[]
}

/** What a process's output says of the files that it was given. Pure, so that it can be tested. */
export function countedIn(output: string, files: string[], exitCode: number | null): Counted {
  const sum = (name: string) => {
    const at = [...output.matchAll(new RegExp(`^  ${name}: +(\\d+)$`, 'gm'))].at(-1)
    return at ? Number(at[1]) : undefined
  }
  const total = sum('Total')
  const passed = sum('Passed')
  const skipped = sum('Skipped') ?? 0
  if (total === undefined || passed === undefined)
    return { passed: 0, failed: 1, skipped, complaints: [`no summary from ${files.join(' ')}`] }
  const silent = files.filter((file) => testsOf(file, output, files) === 0)
  const complaints = silent.map((file) => `${file} added no test: does its suite end in .run()?`)
  const failed = total - passed
  if (exitCode !== 0 && failed === 0) complaints.push(`exit code ${exitCode} from ${files.join(' ')}`)
  return { passed, failed: failed + complaints.length, skipped, complaints }
}

/** uvu prints a file's name, then a line `name • • (2 / 2)` for each of its suites. */
function testsOf(file: string, output: string, files: string[]): number {
  const lines = output.split('\n')
  const from = lines.indexOf(file)
  const length = from < 0 ? 0 : lines.slice(from + 1).findIndex((line) => files.includes(line))
  const own = from < 0 ? [] : lines.slice(from + 1, length < 0 ? undefined : from + 1 + length)
  return own.reduce((sum, line) => sum + Number(/ {2}\(\d+ \/ (\d+)\)$/.exec(line)?.[1] ?? 0), 0)
}

/** Files in groups of about the same size: the biggest first, each to the next group in turn. */
export function groupsOf<T>(files: T[], sizeOf: (file: T) => number, most: number): T[][] {
  const groups = Array.from({ length: Math.min(most, files.length) }, (): T[] => [])
  const bySize = [...files].sort((a, b) => sizeOf(b) - sizeOf(a))
  bySize.forEach((file, at) => {
    groups[at % groups.length]?.push(file)
  })
  return groups
}

/** The store's tests first, shared by two: they wait for disks and child processes, and so take longest. */
export function groupsFor(files: string[]): string[][] {
  const isStore = (file: string) => file.startsWith('store/')
  const sizeOf = (file: string) => statSync(`test/${file}`).size
  const others = files.filter((file) => !isStore(file))
  return [...groupsOf(files.filter(isStore), sizeOf, 2), ...groupsOf(others, sizeOf, 4)]
}

/** So that none of those that take minutes runs alone at the end. */
export const longestFirst = (files: string[]): string[] => {
  const isLong = (file: string) => /whole-way|all-pages|hostile-text|survey-states/.test(file)
  return [...files.filter(isLong), ...files.filter((file) => !isLong(file))]
}

const longestMinutes = 8
/** those that run now */
const children = new Set<ChildProcess>()

/** Runs some files in one process and hears what uvu says of them. */
function ran(files: string[]): Promise<Counted & { output: string }> {
  const pattern = `^(${files.map((file) => file.replaceAll('.', '\\.')).join('|')})$`
  const args = ['--import', 'tsx', 'node_modules/uvu/bin.js', '--no-color', 'test', pattern]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: longestMinutes * 60_000 })
  children.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  return new Promise((resolve) => {
    child.once('close', (code) => {
      children.delete(child)
      resolve({ output, ...countedIn(output, files, code) })
    })
  })
}

function filesFor(browser: boolean, filters: string[]): string[] {
  return readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.test.ts') && file.startsWith('browser/') === browser)
    .filter((file) => filters.length === 0 || filters.some((part) => `test/${file}`.includes(part)))
    .sort()
}

/**
 * One PostgreSQL for all processes, where nobody names one with DATABASE_URL. A process that is given none starts its
 * own; where that cannot be, its tests are skipped.
 */
function aCluster(files: string[]): Cluster | undefined {
  const mayNeed = files.some((file) => /^(store|journeys|servers)\//.test(file))
  if (process.env.DATABASE_URL || !mayNeed || postgresPrograms() === undefined) return undefined
  const cluster = startCluster()
  process.env.DATABASE_URL = cluster.url
  return cluster
}

/** Interrupted, nothing that was started is left: the cluster goes with this process's end. */
function endWhole(): void {
  for (const child of children) child.kill()
  process.exit(130)
}

async function main(args: string[]): Promise<number> {
  const browser = args[0] === 'browser'
  const files = filesFor(browser, browser ? args.slice(1) : args)
  const groups = browser ? longestFirst(files).map((file) => [file]) : groupsFor(files)
  const sum = { passed: 0, failed: 0 }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, endWhole)
  const cluster = aCluster(files)
  const worker = async () => {
    for (let group = groups.shift(); group; group = groups.shift()) {
      const { output, passed, failed, skipped, complaints } = await ran(group)
      if (failed > 0) console.log(output)
      for (const complaint of complaints) console.log(`FAILED ${complaint}`)
      if (skipped > 0) console.log(`SKIPPED ${skipped} in ${group.join(' ')}`)
      sum.passed += passed
      sum.failed += failed
    }
  }
  await Promise.all([worker(), worker()])
  cluster?.remove()
  if (files.length === 0) console.log(`FAILED no test file is called ${args.join(' ')}`)
  if (!browser && !process.env.DATABASE_URL && postgresPrograms() === undefined) console.log(`SKIPPED ${howToGet}`)
  console.log(`${sum.passed} passed, ${sum.failed} failed`)
  return sum.failed > 0 || sum.passed === 0 ? 1 : 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main(process.argv.slice(2))
