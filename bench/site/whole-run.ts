// Over 150 lines because it is one run from its beginning to its end.
import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Chance } from '../../scripts/demo/chance.ts'
import { bareReadings, readings, writings } from './asked.ts'
import { type Asking, type Measured, measured } from './load.ts'
import { dataFolder, pooled, sizeOf, started } from './places.ts'
import { diskOf, exported, firstReport, reports } from './rare.ts'
import { type Running, running } from './running.ts'

export interface Options {
  /** where data folders are kept from one run to the next */
  folder: string
  seconds: number
  seed: number
  connections: number[]
  /** how many requests of those that can be made once only, by connections */
  once: number
  only?: string[]
  /** where the server writes what it spent its time on */
  profile?: string
}

export interface Run {
  cases: number
  /** milliseconds and bytes */
  start: {
    firstReadyAfter: number
    readyAfter: number
    memory: number
    memoryAfterReading: number
    memoryAfterWriting?: number
    peak: number
  }
  asked: Record<string, Measured[]>
  /** bytes over the wire with its headers, by page */
  sizes: Record<string, number>
  /** milliseconds of one answer with all figures: the first after a change, by the clock and of the processor */
  firstReport?: { took: number; cpu: number }
  /** seconds, and bytes in memory at most */
  exported?: { seconds: number; peak: number }
  /** milliseconds of a bare write to the disk: half of them, and all but one in a hundred */
  disk?: Record<string, { bytes: number; p50: number; p99: number }>
}

export const say = (text: string) => process.stderr.write(`${text}\n`)

const isWanted = (name: string, { only }: Options) => only === undefined || only.includes(name)

/** Each by itself at each number of connections, warmed up before. */
async function read(server: Running, all: Record<string, Asking>, options: Options, what: string, run: Run['asked']) {
  for (const [name, asking] of Object.entries(all)) {
    if (!isWanted(name, options) && !name.startsWith('bare')) continue
    let { asked: from } = await measured(server, asking, { connections: 4, seconds: Math.min(1, options.seconds) })
    run[name] = []
    for (const connections of options.connections) {
      const { asked, ...one } = await measured(server, asking, { connections, seconds: options.seconds, from })
      from += asked
      run[name]?.push(one)
    }
    sayOf(what, name, run[name] ?? [])
  }
}

async function write(server: Running, all: Record<string, Asking>, options: Options, what: string, run: Run['asked']) {
  const each = options.once
  for (const [name, asking] of Object.entries(all)) {
    if (!isWanted(name, options)) continue
    let { asked: from } = await measured(server, asking, { connections: 4, amount: 40 })
    run[name] = []
    for (const connections of options.connections) {
      const amount = amountAt(connections, each)
      const { asked, ...one } = await measured(server, asking, { connections, amount, from })
      from += asked
      run[name]?.push(one)
    }
    sayOf(what, name, run[name] ?? [])
  }
}

const sayOf = (what: string, name: string, all: Measured[]) =>
  say(
    `${what} ${name.padEnd(14)}${all.map(({ connections, perSecond, p50, p99, cpu }) => `  ${connections}: ${perSecond.toFixed(0)}/s ${p50.toFixed(1)} ${p99.toFixed(1)} ms, ${cpu.toFixed(2)} ms cpu`).join('')}`,
  )

/** Many at a time must go on for a while too. */
const amountAt = (connections: number, each: number): number =>
  Math.max(each * (connections > 8 ? 2 : 1), 3 * connections)

/** How much of the pool is needed: warming up, each number of connections, and some to spare. */
const poolFor = ({ once: each, connections }: Options): number =>
  40 + 20 + connections.reduce((sum, one) => sum + amountAt(one, each) + one + 8, 0) + reports

/** Everything of one number of cases, on a copy of its folder. */
export async function wholeRun(cases: number, options: Options): Promise<Run> {
  const made = await dataFolder(cases, options)
  const copy = join(options.folder, 'copy')
  rmSync(copy, { recursive: true, force: true })
  cpSync(made, copy, { recursive: true, preserveTimestamps: true })
  const pools = await pooled(copy, 0)
  const numbers = new Chance(3)
    .shuffled(readdirSync(`${copy}/store/cases`).map((name) => name.replace('.json', '')))
    .slice(0, 2000)
  const what = `${cases} cases:`
  const profiled = options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : []
  // from every file; the next is from what this one leaves
  const first = await started(copy, profiled)
  say(`${what} first ready after ${first.readyAfter.toFixed(0)} ms, ${(first.memory().now / 1e6).toFixed(0)} MB`)
  await first.stop()
  const server = await started(copy, profiled)
  const { now: memory } = server.memory()
  say(`${what} ready after ${server.readyAfter.toFixed(0)} ms, ${(memory / 1e6).toFixed(0)} MB`)
  const [asked, sizes, all]: [Run['asked'], Run['sizes'], ReturnType<typeof readings>] = [
    {},
    {},
    readings(pools, numbers),
  ]
  for (const [name, asking] of Object.entries(all))
    if (isWanted(name, options)) sizes[name] = await sizeOf(server, asking)
  await read(server, all, options, what, asked)
  const start = {
    firstReadyAfter: first.readyAfter,
    readyAfter: server.readyAfter,
    memory,
    memoryAfterReading: server.memory().now,
    peak: server.memory().peak,
  }
  await server.stop()
  const changes = ['accepted', 'submission', 'booking', 'first-report', 'export'].filter((name) =>
    isWanted(name, options),
  )
  if (changes.length === 0) return { cases, start, asked, sizes }
  const full = await pooled(copy, poolFor(options))
  const again = await started(copy, profiled)
  await write(again, writings(full), options, what, asked)
  const report = isWanted('first-report', options) ? await firstReport(again, full) : undefined
  if (report) say(`${what} report after a change: ${report.took.toFixed(1)} ms, ${report.cpu.toFixed(0)} ms cpu`)
  const memoryAfterWriting = again.memory().now
  const data = cases <= 10_000 && isWanted('export', options) ? await exported(again, full) : undefined
  if (data) say(`${what} export ${data.seconds.toFixed(1)} s, ${(data.peak / 1e6).toFixed(0)} MB at most`)
  await again.stop()
  const disk = diskOf(copy, full)
  rmSync(copy, { recursive: true, force: true })
  return {
    cases,
    start: { ...start, memoryAfterWriting },
    asked,
    sizes,
    ...(report && { firstReport: report }),
    ...(data && { exported: data }),
    disk,
  }
}

/** The bare server, measured in the same run. */
export async function bareRun(options: Options): Promise<Run['asked']> {
  const server = await running(['--import', 'tsx', 'bench/site/bare.ts'])
  const asked: Run['asked'] = {}
  await read(server, bareReadings(), options, 'bare server:', asked)
  await server.stop()
  return asked
}
