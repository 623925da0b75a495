import { createHmac, hkdfSync } from 'node:crypto'
import { isIP } from 'node:net'
import { isCaseNumber } from './paths.ts'
import type { LogEntry, LoggedEntry } from './store.ts'

/*
 * How the log is written so that a change to it shows: each line holds the hash of the line before and its own, made
 * with a key that is not in the data folder. Lines cut off at the very end show by the checkpoints that are kept
 * elsewhere (checkpoint.ts).
 */

/** How far a chain has come. */
export interface Chain {
  seq: number
  hash: string
}

/** Before the first entry. */
export const beginning: Chain = { seq: 0, hash: 'beginning' }

/** The deed under which the log says that a snapshot was taken for a backup. */
export const makeBackup = 'make a backup'
/** The deed under which the log itself says that it was brought back from a backup: what came after is lost. */
export const broughtBack = 'bring back a backup'

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

/** What can be wrong with one line. */
export type LineFault = 'not-an-entry' | 'out-of-order' | 'changed'

/** Bytes that are no text are not read as if they were. */
const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Whether a line is the next of a chain, as it was written: the entry, or what is wrong with it. */
export function follow(chain: Chain, line: Uint8Array, key: Uint8Array): LoggedEntry | LineFault {
  const read = textIn(line)
  const entry = read === undefined ? undefined : entryIn(read)
  if (!entry) return 'not-an-entry'
  if (entry.seq !== chain.seq + 1 || entry.previous !== chain.hash) return 'out-of-order'
  return lineOf(entry, entry.seq, chain.hash, key).line === read ? entry : 'changed'
}

function textIn(line: Uint8Array): string | undefined {
  try {
    return text.decode(line)
  } catch {
    return undefined
  }
}

export const isLogFile = (name: string): boolean => /^\d{4}-\d{2}\.jsonl$/.test(name)
