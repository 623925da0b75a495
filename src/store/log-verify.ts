import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Checkpoint, checkpointFile, checkpointIn, headFile, isLeftBehind, signingKeyOf } from './checkpoint.ts'
import { linesOf } from './lines.ts'
import { beginning, broughtBack, type Chain, follow, isLogFile, type LineFault, logKeyOf } from './log-chain.ts'
import { SecondPlace } from './second-place.ts'
import type { LoggedEntry } from './store.ts'

/** Where the log is not as it was written: `file` and `line`, and the number of the entry that should stand there. */
export interface Bad {
  ok: false
  file: string
  line: number
  seq: number
  why: LineFault | 'torn' | 'cut-off' | 'other-than-signed' | 'forged-checkpoint' | 'no-checkpoint'
}
/** `checkpoint`: the newest one in the second place, where there is one. */
export type Verdict = { ok: true; entries: number; hash: string; checkpoint?: Checkpoint } | Bad

/**
 * Reads the whole log of a data folder and names the first entry that is not as it was written. With the folder of its
 * checkpoints it also finds what was cut off at the end, and an older log in the place of the newer. Only reads, and
 * may do so while the house writes.
 */
export const verifyLog = (dir: string, master: Uint8Array, checkpoints?: string): Promise<Verdict> =>
  verifyAll(() => linesOfAll(join(dir, 'log')), master, checkpoints)

/** The same for lines that are kept elsewhere; `linesOf` begins to read them anew. */
export async function verifyAll(
  linesOf: () => AsyncIterable<Line>,
  master: Uint8Array,
  checkpoints?: string,
): Promise<Verdict> {
  const found = await looked(linesOf, master, checkpoints)
  if (found.ok || found.why !== 'no-checkpoint') return found
  // the house may have begun just now
  await new Promise((done) => setTimeout(done, pause * looks))
  return looked(linesOf, master, checkpoints)
}

async function looked(linesOf: () => AsyncIterable<Line>, master: Uint8Array, checkpoints?: string): Promise<Verdict> {
  // first what was signed, then the log: it may grow meanwhile
  const signed = checkpoints === undefined ? [] : await signedIn(checkpoints, master)
  if (!Array.isArray(signed)) return signed
  const found = await verifyLines(linesOf(), logKeyOf(master), signed)
  if (!found.ok) return found
  if (checkpoints !== undefined && signed.length === 0 && found.entries > 0)
    return { ok: false, file: headFile, line: 1, seq: found.entries, why: 'no-checkpoint' }
  const newest = signed.at(-1)
  return newest ? { ...found, checkpoint: newest } : found
}

/** Every checkpoint in the second place, the newest last; or the first that was not signed by this house. */
async function signedIn(folder: string, master: Uint8Array): Promise<Checkpoint[] | Bad> {
  const { publicKey } = signingKeyOf(master)
  const place = new SecondPlace(folder)
  const list = (await place.lines()).map((line, at) => ({ file: checkpointFile, line: at + 1, text: line }))
  const head = await place.head()
  const found: Checkpoint[] = []
  for (const { file, line, text } of [...list, ...(head ? [{ file: headFile, line: 1, text: head }] : [])]) {
    const checkpoint = checkpointIn(text, publicKey)
    if (!checkpoint) return { ok: false, file, line, seq: found.at(-1)?.seq ?? 0, why: 'forged-checkpoint' }
    found.push(checkpoint)
  }
  const last = found.at(-1)
  if (last && !head) return { ok: false, file: headFile, line: 1, seq: last.seq, why: 'no-checkpoint' }
  return found
}

/** A line of the log as bytes, and where it stands; not `whole` when its end is missing. */
export interface Line {
  file: string
  line: number
  bytes: Uint8Array
  whole: boolean
}

/** Holds the lines of a log, oldest first, against one another and against what was signed. */
export async function verifyLines(
  lines: AsyncIterable<Line> | Iterable<Line>,
  key: Uint8Array,
  signed: Checkpoint[],
): Promise<Verdict> {
  const due = new Map<number, Checkpoint[]>()
  for (const one of signed) due.set(one.seq, [...(due.get(one.seq) ?? []), one])
  const restarts: LoggedEntry[] = []
  const wasLeft = (one: Checkpoint) => restarts.some((entry) => isLeftBehind(one, entry))
  let chain: Chain = beginning
  let end = { file: 'log', line: 0 }
  for await (const { file, line, bytes, whole } of lines) {
    const here = { ok: false as const, file, line, seq: chain.seq + 1 }
    if (!whole) return { ...here, why: 'torn' }
    const entry = follow(chain, bytes, key)
    if (typeof entry === 'string') return { ...here, why: entry }
    if (entry.deed === broughtBack) restarts.push(entry)
    const other = due.get(entry.seq)?.some((one) => one.hash !== entry.hash && !wasLeft(one))
    if (other) return { ...here, why: 'other-than-signed' }
    chain = entry
    end = { file, line }
  }
  if (signed.some((one) => one.seq > chain.seq && !wasLeft(one)))
    return { ok: false, file: end.file, line: end.line + 1, seq: chain.seq + 1, why: 'cut-off' }
  return { ok: true, entries: chain.seq, hash: chain.hash }
}

async function* linesOfAll(folder: string): AsyncIterable<Line> {
  const files = (await readdir(folder)).filter(isLogFile).sort()
  for (const file of files) yield* linesOfMonth(folder, file, file === files.at(-1))
}

/** How often what is being written is looked at again, and how many milliseconds lie between. */
const looks = 20
const pause = 25

/**
 * The lines of a file as bytes, and whether they are whole. While the house writes, the last line of the last file may
 * be there in part: it is waited for a while.
 */
async function* linesOfMonth(folder: string, file: string, isLast: boolean): AsyncIterable<Line> {
  let at = 0
  let line = 0
  let rest: Buffer | undefined
  for (let look = 0; look < (isLast ? looks : 1) && (look === 0 || rest); look++) {
    if (look > 0) await new Promise((done) => setTimeout(done, pause))
    rest = undefined
    for await (const { bytes, whole } of linesOf(join(folder, file), at)) {
      if (whole) yield { file, line: ++line, bytes, whole }
      else rest = bytes
      if (whole) at += bytes.length + 1
    }
  }
  if (rest) yield { file, line: line + 1, bytes: rest, whole: false }
}
