// Over 150 lines because the formats, the store and the house that serves are measured in one run.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import writeXlsxFile from 'write-excel-file/node'
import { Chance } from '../scripts/demo/chance.ts'
import { Diary } from '../scripts/demo/diary.ts'
import { pastCourses } from '../scripts/demo/past.ts'
import type { CaseFile } from '../src/casefile/casefile.ts'
import type { DataRow } from '../src/casefile/data.ts'
import type { Session } from '../src/casefile/session.ts'
import { lineOf, variablesOf } from '../src/report/data-set.ts'
import { dataParts } from '../src/report/data-set-shape.ts'
import { type Format, formats } from '../src/report/export.ts'
import { beginFile } from '../src/report/export-files.ts'
import { beginExport } from '../src/report/export-jobs.ts'
import { exportJobOf } from '../src/report/export-kept.ts'
import { done } from '../src/result.ts'
import { PassingMemory } from '../src/store/passing.ts'
import { summaries } from '../src/summaries.ts'
import { shipped } from '../src/surveys/shelf.ts'
import { asForm, ask, ownPage, signedIn } from '../test/support/asking.ts'
import { freshFolder } from '../test/support/folder.ts'

/*
 * What an export of 10,000 youths with all their answers costs: each format by itself, in a process of its own, from
 * rows that are made as they are read; then all formats from a real store, in a house that serves, which is asked
 * meanwhile whether it stands. Peak memory is that of the whole process, tsx and the programme included.
 *
 *   node --import tsx bench/export.ts [youths]
 */

const [what, given] = process.argv[2] === 'part' ? process.argv.slice(3) : [undefined, process.argv[2]]
const youths = Number(given ?? 10_000)
const variables = variablesOf(dataParts, shipped)
const request = { use: 'programme' as const, purpose: 'bench', parts: [...dataParts] }
const megabytes = (bytes: number) => (bytes / 1_048_576).toFixed(0).padStart(5)
const peak = () => process.resourceUsage().maxRSS * 1024

/** The demonstration's past again and again, each time under other numbers. */
function* courses(): Generator<{ file: CaseFile; sessions: Session[] }> {
  for (let made = 0; made < youths; )
    for (const { file, sessions } of pastOnce()) {
      if (made++ >= youths) return
      const number = `2030-${String(made).padStart(5, '0')}`
      // one of their sessions: an export reads what is counted of them, not the sessions themselves
      const kept = sessions.slice(0, 1).map((one) => {
        const day = `${one.id.slice(0, 8)}${String(1 + (made % 28)).padStart(2, '0')}`
        const attendees = one.attendees.slice(0, 1).map((attendee) => ({ ...attendee, caseNumber: number }))
        const id = `${day}-${String(Math.ceil(made / 28)).padStart(4, '0')}`
        return { ...structuredClone(one), id, startAt: day + one.startAt.slice(10), attendees }
      })
      yield { file: { ...structuredClone(file), number }, sessions: kept }
    }
}

let past: { file: CaseFile; sessions: Session[] }[] | undefined
function pastOnce() {
  const diary = new Diary()
  past ??= pastCourses(new Chance(2021), diary).map(({ file }) => ({
    file,
    sessions: diary.sessions.filter(({ attendees }) => attendees.some(({ caseNumber }) => caseNumber === file.number)),
  }))
  return past
}

async function* rows(): AsyncGenerator<DataRow> {
  for (const { file, sessions } of courses()) yield summaries.data(file, sessions, [])
}

/** One format from rows out of thin air. */
async function oneFormat(format: Format): Promise<void> {
  const clock = { now: () => '2026-11-22T01:00:00.000Z' }
  const keeping = { passing: new PassingMemory(clock), clock }
  const began = performance.now()
  const { made } = await beginExport(
    keeping,
    { id: '1', by: 'seo', of: youths, request: { ...request, formats: [format] } },
    {
      ...{ variables, rows: rows(), begin: (one) => beginFile(one, variables, '2026-11-22', 'ko') },
      ended: async () => {},
    },
  )
  await made
  const seconds = (performance.now() - began) / 1000
  const size = (await exportJobOf(keeping, '1'))?.files[format]?.length ?? 0
  console.log(format.padEnd(22), megabytes(size), 'MB', seconds.toFixed(1).padStart(7), 's', megabytes(peak()), 'MB')
}

/** The way that was not taken: every cell an object, the sheet one text. */
async function allAtOnce(): Promise<void> {
  const began = performance.now()
  const data = [variables.map(({ name }) => name as string | number)]
  for await (const row of rows()) data.push(lineOf(row, variables, 'y'))
  const { length } = await writeXlsxFile(data.map((row) => row.map((value) => ({ value })))).toBuffer()
  const seconds = (performance.now() - began) / 1000
  console.log(
    'xlsx, whole at once'.padEnd(22),
    megabytes(length),
    'MB',
    seconds.toFixed(1).padStart(7),
    's',
    megabytes(peak()),
    'MB',
  )
}

async function fill(folder: { dir: string; keyFile: string }): Promise<void> {
  const { aHouse } = await import('../test/support/house.ts')
  const house = await aHouse(undefined, folder)
  let batch: { file: CaseFile; sessions: Session[] }[] = []
  const save = async () => {
    await house.store.change((view) => {
      for (const { file, sessions } of batch) {
        view.saveCase(file)
        for (const one of sessions) view.saveSession(one)
      }
      return done(undefined)
    })
    batch = []
  }
  for (const one of courses()) if (batch.push(one) >= 200) await save()
  await save()
  await house.close()
}

/** A house that serves and makes an export of everything, in all formats. */
async function serving(dir: string, keyFile: string): Promise<void> {
  const { aHouse } = await import('../test/support/house.ts')
  const house = await aHouse(undefined, { dir, keyFile })
  await signedIn(house)
  const server = serve({ fetch: house.site.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const idle = process.memoryUsage().rss
  process.send?.({ port: (server.address() as { port: number }).port })
  await new Promise((resolve) => process.once('message', resolve))
  const body = new URLSearchParams({ exportUse: 'programme', exportPurpose: 'bench' })
  for (const part of dataParts) body.append('exportParts', part)
  for (const format of formats) body.append('exportFormats', format)
  const began = performance.now()
  const sent = { headers: { ...ownPage, ...asForm }, body: body.toString() }
  const to = (await ask(house, 'seo', 'POST', '/report/exports', sent)).headers.get('Location') ?? ''
  let seen = ''
  const steps = new Set<string>()
  for (; !seen.includes('/file/'); await new Promise((resolve) => setTimeout(resolve, 500))) {
    seen = await (await ask(house, 'seo', 'GET', `${to}/progress`)).text()
    steps.add(/value="(\d+)"/.exec(seen)?.[1] ?? 'ready')
  }
  const seconds = (performance.now() - began) / 1000
  console.log(
    `all formats, a store of ${youths}: ${seconds.toFixed(1)} s; ${megabytes(idle)} MB before,${megabytes(peak())} MB at most`,
  )
  console.log(`progress was seen at ${[...steps].slice(0, 6).join(', ')} … (${steps.size} steps)`)
  process.send?.('made')
  server.close()
  await house.close()
}

const self = fileURLToPath(import.meta.url)
const child = (...args: string[]) => fork(self, ['part', ...args], { execArgv: ['--import', 'tsx'] })
const over = (one: ReturnType<typeof child>) => new Promise((resolve) => one.once('exit', resolve))

/** Asks again and again whether the house stands, until told to stop. */
async function health(port: number, isOver: () => boolean): Promise<string> {
  const times: number[] = []
  for (; !isOver(); await new Promise((resolve) => setTimeout(resolve, 10))) {
    const began = performance.now()
    await (await fetch(`http://127.0.0.1:${port}/health`)).text()
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1)
  return `median ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms, of ${times.length}`
}

if (what === 'xlsx-whole') await allAtOnce()
else if (what === 'serve') await serving(process.argv[5] ?? '', process.argv[6] ?? '')
else if (what) await oneFormat(what as Format)
else {
  console.log(
    `${youths} youths, ${variables.length} variables\nformat                  size       time     peak memory`,
  )
  for (const format of [...formats, 'xlsx-whole']) await over(child(format, String(youths)))
  const folder = freshFolder()
  await fill(folder)
  const house = child('serve', String(youths), folder.dir, folder.keyFile)
  const { port } = await new Promise<{ port: number }>((resolve) => house.once('message', resolve as never))
  let since = performance.now()
  console.log(`/health beside nothing:  ${await health(port, () => performance.now() - since > 3000)}`)
  let made = false
  house.once('message', () => {
    made = true
  })
  house.send('go')
  since = performance.now()
  console.log(`/health beside an export: ${await health(port, () => made)}`)
  await over(house)
}
