import { createHmac, hkdfSync } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { isCaseNumber } from './paths.ts'
import type { LogEntry, LoggedEntry } from './store.ts'

/*
 * How the log is written so that a change to it shows: each line holds the hash of the line before and its own, made
 * with a key that is not in the data folder. Lines cut off at the very end do not show here; keep the last hash
 * elsewhere for that.
 */

/** What the first entry names as the one before. */
export const beginning = 'beginning'

export const logKeyOf = (master: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', master, '', 'saegil log', 32))

/** An entry's line. Only what belongs in the log, in one order: what a visitor typed into an address does not. */
export function lineOf(
  entry: LogEntry,
  seq: number,
  previous: string,
  key: Uint8Array,
): { line: string; hash: string } {
  const { at, by, role, from, deed, caseNumber, decision, why, status } = entry
  const known = {
    seq,
    at,
    by,
    role,
    from: from && isIP(from) ? from : undefined,
    deed,
    caseNumber: caseNumber && isCaseNumber(caseNumber) ? caseNumber : undefined,
    decision,
    why: why && /^[a-z-]{1,40}$/.test(why) ? why : undefined,
    status,
    previous,
  }
  const hash = createHmac('sha256', key).update(JSON.stringify(known)).digest('base64url')
  return { line: JSON.stringify({ ...known, hash }), hash }
}

export function entryIn(line: string): LoggedEntry | undefined {
  try {
    const entry = JSON.parse(line)
    return typeof entry.seq === 'number' && typeof entry.hash === 'string' ? entry : undefined
  } catch {
    return undefined
  }
}

export const isLogFile = (name: string): boolean => /^\d{4}-\d{2}\.jsonl$/.test(name)

export type Verdict =
  | { ok: true; entries: number; hash: string }
  | { ok: false; file: string; line: number; seq: number; why: 'not-an-entry' | 'changed' | 'out-of-order' | 'torn' }

/** Reads the whole log of a data folder and names the first entry that is not as it was written. */
export async function verifyLog(dir: string, master: Uint8Array): Promise<Verdict> {
  const key = logKeyOf(master)
  let previous = beginning
  let seq = 0
  for (const name of (await readdir(join(dir, 'log'))).filter(isLogFile).sort()) {
    const lines = (await readFile(join(dir, 'log', name), 'utf8')).split('\n')
    const rest = lines.pop()
    for (const [at, line] of lines.entries()) {
      const bad = (why: Exclude<Verdict, { ok: true }>['why']): Verdict => {
        return { ok: false, file: name, line: at + 1, seq: seq + 1, why }
      }
      const entry = entryIn(line)
      if (!entry) return bad('not-an-entry')
      if (entry.seq !== seq + 1 || entry.previous !== previous) return bad('out-of-order')
      const right = lineOf(entry, seq + 1, previous, key)
      if (right.line !== line) return bad('changed')
      previous = right.hash
      seq++
    }
    if (rest !== '') return { ok: false, file: name, line: lines.length + 1, seq: seq + 1, why: 'torn' }
  }
  return { ok: true, entries: seq, hash: previous }
}
