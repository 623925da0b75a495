import type { Clock } from '../time/clock.ts'
import { type Moment, plusMinutes } from '../time/days.ts'
import type { Passing } from '../time/passing.ts'
import { type ExportRequest, type Format, keptMinutes } from './export.ts'
import type { ExportFile } from './export-files.ts'

/*
 * Data sets that are being made or lie ready, among what passes: any machine shows them and hands them out, whichever
 * makes them. What is not fetched in time is gone.
 */
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
  files: Partial<Record<Format, KeptFile>>
}

interface KeptFile extends Omit<ExportFile, 'pieces'> {
  pieces: number
}

/** Where they are kept, and by whose time. */
export interface Keeping {
  passing: Passing
  clock: Clock
}

/** Whoever makes one says so every second or so. When nothing was heard for so long they are gone, and it failed. */
const silentMinutes = 1
/** Who began to fetch in time comes to the end. */
const fetchMinutes = 5
/** How long the pieces of a data set lie there: its page ends before. */
export const pieceMinutes = keptMinutes + fetchMinutes
const mostBytes = 1_048_576

const keyOf = (id: string): string => `export ${id}`
const pieceOf = (id: string, format: Format, nth: number): string => `export ${id} ${format} ${nth}`

/** As it stands, if it is there still. */
export async function exportJobOf({ passing, clock }: Keeping, id: string): Promise<ExportJob | undefined> {
  const kept = await passing.kept<{ job: ExportJob; heardAt: Moment }>(keyOf(id))
  if (!kept) return undefined
  const isSilent = clock.now() >= plusMinutes(kept.heardAt, silentMinutes)
  return kept.job.state === 'making' && isSilent ? { ...kept.job, state: 'failed' } : kept.job
}

/** Says how far it is; one that is ready or has failed is there for `keptMinutes` from then on. */
export async function keepExportJob({ passing, clock }: Keeping, job: ExportJob): Promise<void> {
  const heardAt = clock.now()
  await passing.keep(keyOf(job.id), { job: { ...job }, heardAt }, plusMinutes(job.readyAt ?? heardAt, keptMinutes))
}

/** Keeps a file, a megabyte or less at a time. */
export async function keepFile(
  { passing, clock }: Keeping,
  { id }: ExportJob,
  format: Format,
  { pieces, ...file }: ExportFile,
): Promise<KeptFile> {
  const until = plusMinutes(clock.now(), pieceMinutes)
  let nth = 0
  for (const piece of megabytesOf(pieces)) await passing.keepBytes(pieceOf(id, format, nth++), piece, until)
  return { ...file, pieces: nth }
}

function* megabytesOf(pieces: readonly Uint8Array[]): Generator<Uint8Array> {
  let few: Uint8Array[] = []
  let length = 0
  for (const piece of pieces)
    for (let at = 0; at < piece.byteLength; at += mostBytes) {
      const part = piece.subarray(at, at + mostBytes)
      if (length + part.byteLength > mostBytes) {
        yield Buffer.concat(few)
        few = []
        length = 0
      }
      few.push(part)
      length += part.byteLength
    }
  if (few.length > 0) yield Buffer.concat(few)
}

/** A file piece by piece: a long one is never whole in memory. Fails when its time is over before it was fetched. */
export function streamOf({ passing }: Keeping, { id }: ExportJob, format: Format, file: KeptFile) {
  let nth = 0
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(to) {
      if (nth === file.pieces) return to.close()
      const piece = await passing.keptBytes(pieceOf(id, format, nth++))
      if (!piece) throw new Error('a piece of a file is gone')
      to.enqueue(new Uint8Array(piece))
    },
  })
  return file.isPacked ? stream.pipeThrough(new DecompressionStream('gzip')) : stream
}

export async function dropExport({ passing }: Keeping, { id, files }: ExportJob): Promise<void> {
  await passing.drop(keyOf(id))
  for (const [format, { pieces }] of Object.entries(files) as [Format, KeptFile][])
    for (let nth = 0; nth < pieces; nth++) await passing.drop(pieceOf(id, format, nth))
}
