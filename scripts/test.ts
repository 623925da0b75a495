// Over 150 lines because it is all of how tests are run, and what uvu calls a success is told apart here.
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type Cluster, howToGet, postgresPrograms, startCluster } from './cluster.ts'
import { compiled } from './compiled.ts'

/*
 * `npm test` runs what needs neither a browser nor a whole server in a process of its own, ours or a database that is
 * moved, updated or stopped: those are in test/browser and test/servers; what breaks disks and kills in test/faults; each
 * with its command. Further words are parts of file names. Everything is compiled once; uvu runs it, in processes of
 * several files each, three at a time. uvu alone is too kind: it says all is well when a file forgot `.run()`, when a
 * `before` throws and when no file was found. Here each of these is a failure.
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

/** Other tests that take seconds: no group gets more than its share of them. */
const slow =
  /access|malformed|guessing|whole-way|logged|own-pages|restricted-|import-|release-pages|after-erasure|disclosure|completion|paper-pages|demo\.test/

/** The store's tests first, shared by two: they wait for disks and child processes, and so take longest. */
export function groupsFor(files: string[]): string[][] {
  const isStore = (file: string) => file.startsWith('store/')
  const sizeOf = (file: string) => statSync(`test/${file}`).size
  const workOf = (file: string) => sizeOf(file) + (slow.test(file) ? 1e6 : 0)
  const others = files.filter((file) => !isStore(file))
  return [...groupsOf(files.filter(isStore), sizeOf, 2), ...groupsOf(others, workOf, 8)]
}

/** So that none of those that take minutes runs alone at the end. */
export const longestFirst = (files: string[]): string[] => {
  const isLong = (file: string) =>
    /whole-way|all-pages|hostile-text|survey-states|soak|kills|power-cut|full-disk|canary|server\.test/.test(file)
  return [...files.filter(isLong), ...files.filter((file) => !isLong(file))]
}

/** for one process; one of test/faults works for many minutes */
const longestMinutes = { quick: 8, faults: 25 }
/** those that run now */
const children = new Set<ChildProcess>()
/** the folder that they run; where there is none, each process compiles for itself */
let built: string | undefined
/** Pages and rows live for a moment: with room for more of them, they are gone before anybody has to look for them. */
const roomForTheYoung = '--max-semi-space-size=64'

/** Runs some files in one process and hears what uvu says of them. */
function ran(files: string[], minutes: number): Promise<Counted & { output: string }> {
  const names = files.map((file) => (built ? file.replace(/ts$/, 'js') : file).replaceAll('.', '\\.'))
  const [how, folder] = built ? [[], `${built}/test`] : [['--import', 'tsx'], 'test']
  const args = [roomForTheYoung, ...how, 'node_modules/uvu/bin.js', '--no-color', folder, `^(${names.join('|')})$`]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: minutes * 60_000 })
  children.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  return new Promise((resolve) => {
    child.once('close', (code) => {
      children.delete(child)
      output = output.replace(/\.test\.js$/gm, '.test.ts')
      resolve({ output, ...countedIn(output, files, code) })
    })
  })
}

/**
 * What a file prints of its seeds and counts, and of what it skipped: lines that begin with two spaces or SKIPPED, maybe
 * behind what uvu has begun to write of the suite, but for its own summary.
 */
export const figuresIn = (output: string): string[] =>
  output.split('\n').flatMap((line) => {
    const figure = /^(?:|.*? {2}|(?:[•✘] )+)( {2}\S.*|SKIPPED .*)$/.exec(line)?.[1]
    return figure && !/^ {2}(Total|Passed|Skipped|Duration):|\(\d+ \/ \d+\)$/.test(figure) ? [figure] : []
  })

/** Folders of tests that `npm test` leaves out. */
const apart = ['browser', 'servers', 'faults']

function filesFor(folder: string | undefined, filters: string[]): string[] {
  return readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.test.ts') && apart.find((name) => file.startsWith(`${name}/`)) === folder)
    .filter((file) => filters.length === 0 || filters.some((part) => `test/${file}`.includes(part)))
    .sort()
}

/**
 * One PostgreSQL for all processes, where nobody names one with DATABASE_URL. A process that is given none starts its
 * own; where that cannot be, its tests are skipped.
 */
function aCluster(files: string[]): Cluster | undefined {
  const mayNeed = files.some((file) => /^(store|journeys|servers)\/|^faults\/.*(postgres|sequences)/.test(file))
  if (process.env.DATABASE_URL || !mayNeed || postgresPrograms() === undefined) return undefined
  const cluster = startCluster()
  process.env.DATABASE_URL = cluster.url
  return cluster
}

/** Whether the folders of all tests find room in memory, where a sync of the disk costs nothing. */
function hasRoomInMemory(): boolean {
  if (!existsSync('/dev/shm')) return false
  const { bavail, bsize } = statfsSync('/dev/shm')
  return bavail * bsize > 2 * 1024 ** 3
}

/**
 * Where the shapes of pages that were found sound are kept for the next run: what is held against a page is in the name,
 * so that a new rule looks at all of them anew.
 */
function soundPages(): string {
  const rules = ['test/support/page-check.ts', 'node_modules/html-validate/package.json'].map((file) =>
    readFileSync(file),
  )
  const folder = 'node_modules/.cache/saegil'
  mkdirSync(folder, { recursive: true })
  return `${folder}/sound-${createHash('sha256').update(Buffer.concat(rules)).digest('hex').slice(0, 16)}`
}

/** Interrupted, nothing that was started is left: the cluster goes with this process's end. */
function endWhole(): void {
  for (const child of children) child.kill()
  process.exit(130)
}

async function main(args: string[]): Promise<number> {
  const folder = apart.find((name) => name === args[0])
  const faults = folder === 'faults'
  const files = filesFor(folder, folder ? args.slice(1) : args)
  const groups = folder ? longestFirst(files).map((file) => [file]) : groupsFor(files)
  const sum = { passed: 0, failed: 0 }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, endWhole)
  const cluster = aCluster(files)
  // those of test/faults look for the sources beside them
  if (files.length > 0 && !faults) built = compiled()
  if (built) process.env.SOUND_PAGES ??= soundPages()
  if (hasRoomInMemory()) process.env.TMPDIR ??= '/dev/shm'
  const worker = async () => {
    for (let group = groups.shift(); group; group = groups.shift()) {
      const { output, passed, failed, skipped, complaints } = await ran(
        group,
        faults ? longestMinutes.faults : longestMinutes.quick,
      )
      if (failed > 0) console.log(output)
      else if (faults) for (const line of figuresIn(output)) console.log(line)
      for (const complaint of complaints) console.log(`FAILED ${complaint}`)
      if (skipped > 0) console.log(`SKIPPED ${skipped} in ${group.join(' ')}`)
      sum.passed += passed
      sum.failed += failed
    }
  }
  // one waits for a disk or a process while two work; a browser, and what is killed at its work, has a core of its own
  await Promise.all(Array.from({ length: folder ? 2 : 3 }, worker))
  cluster?.remove()
  if (files.length === 0) console.log(`FAILED no test file is called ${args.join(' ')}`)
  if (!folder && !process.env.DATABASE_URL && postgresPrograms() === undefined) console.log(`SKIPPED ${howToGet}`)
  console.log(`${sum.passed} passed, ${sum.failed} failed`)
  return sum.failed > 0 || sum.passed === 0 ? 1 : 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main(process.argv.slice(2))
