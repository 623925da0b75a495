import { randomBytes } from 'node:crypto'
import type { DataRow } from '../casefile/data.ts'
import { lineOf } from './data-set.ts'
import type { Value, Variable } from './data-set-shape.ts'
import { type Format, isAskedFor, isLeftOut } from './export.ts'
import type { beginFile, ExportFile } from './export-files.ts'
import { dropExport, type ExportJob, type Keeping, keepExportJob, keepFile, pieceMinutes } from './export-kept.ts'

/** So many rows are made into lines before whoever else asks for something has a turn. */
const atOnce = 10
/** Milliseconds from one word about how far it is to the next. */
const beat = 1000

interface Source {
  rows: AsyncIterable<DataRow>
  variables: readonly Variable[]
  begin: (format: Format) => ReturnType<typeof beginFile>
  /** told when it is ready or has failed, before it is shown as such */
  ended: (job: ExportJob, failure?: unknown) => Promise<void>
}

/**
 * Begins to make a data set, which goes on in the background of this process. Resolves when every machine knows of it;
 * `made` when it is ready or has failed. `every`: milliseconds between two words about how far it is.
 */
export async function beginExport(
  keeping: Keeping,
  begun: Pick<ExportJob, 'id' | 'by' | 'request' | 'of'>,
  source: Source,
  every = beat,
): Promise<{ made: Promise<void> }> {
  const job: ExportJob = { ...begun, state: 'making', read: 0, rows: 0, leftOut: 0, files: {} }
  await keepExportJob(keeping, job)
  return { made: make(keeping, job, source, every) }
}

async function make(keeping: Keeping, job: ExportJob, source: Source, every: number): Promise<void> {
  // one word after the other: a late one must not come after the last
  let said: Promise<void> = Promise.resolve()
  const say = () => {
    said = said.then(() => keepExportJob(keeping, job)).catch(() => {})
  }
  const beats = setInterval(say, every)
  try {
    const files = await written(job, source)
    for (const [format, file] of files) {
      job.files = { ...job.files, [format]: await keepFile(keeping, job, format, file) }
      files.delete(format)
    }
    await source.ended(job)
    job.state = 'ready'
  } catch (failure) {
    job.state = 'failed'
    await source.ended(job, failure).catch(() => {})
  }
  clearInterval(beats)
  job.readyAt = keeping.clock.now()
  say()
  await said
  // by the clock on the wall too, so that nothing lies about when nobody asks
  setTimeout(() => void dropExport(keeping, job).catch(() => {}), pieceMinutes * 60_000).unref()
}

async function written(job: ExportJob, { rows, variables, begin }: Source): Promise<Map<Format, ExportFile>> {
  const { request } = job
  const files = new Map<Format, Awaited<ReturnType<typeof begin>>>()
  for (const format of request.formats) {
    files.set(format, await begin(format))
    await turn()
  }
  const names = new Set<string>()
  let lines: Value[][] = []
  const put = async () => {
    for (const file of files.values()) {
      file.add(lines)
      await turn()
    }
    lines = []
  }
  for await (const row of rows) {
    job.read++
    if (isAskedFor(row.facts, request)) {
      if (isLeftOut(row, request)) job.leftOut++
      else lines.push(lineOf(row, variables, newName(names)))
    }
    if (lines.length >= atOnce) await put()
    else if (job.read % atOnce === 0) await turn()
  }
  await put()
  job.rows = names.size
  return new Map([...files].map(([format, file]) => [format, file.end()]))
}

/** Lets whoever else asked for something go first. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Random, and kept nowhere: it leads back to nobody, and not from one export to another. */
function newName(names: Set<string>): string {
  const name = `y${randomBytes(5).toString('hex')}`
  if (names.has(name)) return newName(names)
  names.add(name)
  return name
}
