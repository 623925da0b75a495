import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, tmpdir, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { wallClock } from '../src/time/clock.ts'
import { printed } from './site/printed.ts'
import { bareRun, type Options, say, wholeRun } from './site/whole-run.ts'

/*
 * What the site costs, as it is started with `npm start`, on data folders of many cases, beside a bare server in the
 * same run: docs/measured.md. Nothing is asserted.
 */

const help = `npm run bench -- [options]
  --cases 100,1000,10000   on data folders of so many cases; 100000 takes half an hour to make, so it must be named
  --seconds 3              for each page at each number of connections
  --connections 1,8,64
  --once 150               how many of each form that can be sent once only
  --only list,case         list, list-own, search, case, calendar, calendar-own, survey, report, figures.json,
                           accepted, submission, booking, first-report, export
  --seed 7                 of the data
  --folder DIR             where data folders are kept for the next run
  --to FILE                where the figures are written as JSON
  --print FILE             prints what was written before, and measures nothing
  --profile DIR            the server writes a profile of its processor time there (--cpu-prof)`

const text = (value: string) => ({ type: 'string', default: value }) as const
const { values } = parseArgs({
  options: {
    ...{ cases: text('100,1000,10000'), seconds: text('3'), connections: text('1,8,64'), once: text('150') },
    ...{ seed: text('7'), folder: text(join(tmpdir(), 'saegil-bench')), to: text('bench/results/site.json') },
    ...{ only: { type: 'string' }, profile: { type: 'string' }, print: { type: 'string' }, help: { type: 'boolean' } },
  },
})
if (values.help) {
  console.log(help)
  process.exit(0)
}
if (values.print) {
  console.log(printed(JSON.parse(readFileSync(values.print, 'utf8'))))
  process.exit(0)
}

// the servers end with it
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const numbers = (list: string) => list.split(',').map(Number)
const options: Options = {
  ...{ folder: values.folder, seconds: Number(values.seconds), seed: Number(values.seed) },
  ...{ connections: numbers(values.connections), once: Number(values.once), only: values.only?.split(',') },
  ...(values.profile && { profile: values.profile }),
}

const built = spawnSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 2, 2] })
if (built.status !== 0) throw new Error('npm run build failed')
const machine = `${cpus().length} × ${cpus()[0]?.model}, ${(totalmem() / 1e9).toFixed(0)} GB, Linux ${release()}, Node ${process.version}`
say(machine)
const bare = await bareRun(options)
const runs = []
for (const cases of numbers(values.cases)) runs.push(await wholeRun(cases, options))
const results = { at: wallClock.now(), machine, options, bare, runs }
mkdirSync(dirname(values.to), { recursive: true })
writeFileSync(values.to, `${JSON.stringify(results)}\n`)
console.log(printed(results))
console.log(`written to ${values.to}`)
