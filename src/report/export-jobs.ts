import { randomBytes } from 'node:crypto'
import type { DataRow } from '../casefile/data.ts'
import type { Clock } from '../time/clock.ts'
import { type Moment, plusMinutes } from '../time/days.ts'
import { lineOf } from './data-set.ts'
import type { Value, Variable } from './data-set-shape.ts'
import { type ExportRequest, type Format, isAskedFor, isLeftOut, keptMinutes } from './export.ts'
import type { beginFile, ExportFile } from './export-files.ts'

/** So many rows are made into lines before whoever else asks for something has a turn. */
const atOnce = 10

export interface ExportJob {
  id: string
  by: string
  request: ExportRequest
  state: 'making' | 'ready' | 'failed'
  /** cases read so far, of about how many */
  read: number
  of: number
  rows: number
  /** youths who belong to it and did not agree to this use */
  leftOut: number
  readyAt?: Moment
  files: ReadonlyMap<Format, ExportFile>
}

interface Source {
  rows: AsyncIterable<DataRow>
  variables: readonly Variable[]
  begin: (format: Format) => ReturnType<typeof beginFile>
  /** told when it is ready or has failed, before it is shown as such */
  ended: (job: ExportJob, failure?: unknown) => Promise<void>
}

/**
 * Data sets that are being made or lie ready: one for each person, in memory alone. What is not fetched in time is
 * gone, and so is everything when the house starts anew.
 */
export class ExportJobs {
  readonly #jobs = new Map<string, ExportJob>()
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** What this person made, if it is there still. */
  of(by: string): ExportJob | undefined {
    const job = this.#jobs.get(by)
    const isOver = job?.readyAt !== undefined && this.#clock.now() >= plusMinutes(job.readyAt, keptMinutes)
    if (isOver) this.#jobs.delete(by)
    return isOver ? undefined : job
  }

  isMaking = (by: string): boolean => this.of(by)?.state === 'making'

  /** Begins in the background. What the person had before is gone. */
  begin(job: Pick<ExportJob, 'id' | 'by' | 'request' | 'of'>, source: Source): ExportJob {
    const begun: ExportJob = { ...job, state: 'making', read: 0, rows: 0, leftOut: 0, files: new Map() }
    this.#jobs.set(job.by, begun)
    void this.#make(begun, source)
    return begun
  }

  async #make(job: ExportJob, source: Source): Promise<void> {
    try {
      const files = await written(job, source)
      await source.ended(job)
      Object.assign(job, { state: 'ready', files })
    } catch (failure) {
      job.state = 'failed'
      await source.ended(job, failure).catch(() => {})
    }
    job.readyAt = this.#clock.now()
    // by the clock on the wall too, so that nothing lies about when nobody asks
    setTimeout(() => this.#drop(job), keptMinutes * 60_000).unref()
  }

  #drop(job: ExportJob): void {
    if (this.#jobs.get(job.by) === job) this.#jobs.delete(job.by)
  }
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
