import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto'
import type { Moment } from '../time/days.ts'
import { broughtBack, type Chain } from './log-chain.ts'

/*
 * Checkpoints: how far the log had come, signed, and kept away from it (another disk, a share, a machine that only
 * takes). Whoever cuts off the end of the log, or puts an older one in its place, would have to change them too, and
 * cannot sign. The public key lies beside them, so that anybody can check them without the master key.
 */

export interface Checkpoint extends Chain {
  /** of the entry */
  at: Moment
}

/** One line for each, in the order in which they were made. */
export const checkpointFile = 'checkpoints.jsonl'
/** The newest one, put in place after each writing. */
export const headFile = 'head.json'
export const publicKeyFile = 'checkpoints.pem'
/** A checkpoint is added after so many entries, or when so much time lies between them. */
export const mostEntries = 100
export const mostMilliseconds = 60 * 60_000

/** Ed25519 private keys are any 32 bytes behind this (PKCS #8, RFC 8410). */
const before = Buffer.from('302e020100300506032b657004220420', 'hex')

export function signingKeyOf(master: Uint8Array): { privateKey: KeyObject; publicKey: KeyObject } {
  const bytes = Buffer.from(hkdfSync('sha256', master, '', 'saegil log checkpoints', 32))
  const privateKey = createPrivateKey({ key: Buffer.concat([before, bytes]), format: 'der', type: 'pkcs8' })
  return { privateKey, publicKey: createPublicKey(privateKey) }
}

/** What is signed: all of it, in one order, and what it is for. */
const signed = ({ seq, hash, at }: Checkpoint) =>
  Buffer.from(`saegil log checkpoint ${JSON.stringify({ seq, hash, at })}`)

export const checkpointLine = ({ seq, hash, at }: Checkpoint, privateKey: KeyObject): string =>
  JSON.stringify({ seq, hash, at, signature: sign(null, signed({ seq, hash, at }), privateKey).toString('base64url') })

/** The checkpoint in a line; undefined when it was not signed by this house, or is not as it was signed. */
export function checkpointIn(line: string, publicKey: KeyObject): Checkpoint | undefined {
  try {
    const { seq, hash, at, signature } = JSON.parse(line)
    const bytes = Buffer.from(String(signature), 'base64url')
    const same = JSON.stringify({ seq, hash, at, signature: bytes.toString('base64url') }) === line
    return same && verify(null, signed({ seq, hash, at }), publicKey, bytes) ? { seq, hash, at } : undefined
  } catch {
    return undefined
  }
}

/** Whether a checkpoint speaks of a part of the log that a backup, brought back later, did not hold. */
export const isLeftBehind = (checkpoint: Checkpoint, entry: Checkpoint & { deed: string }): boolean =>
  entry.deed === broughtBack && entry.seq <= checkpoint.seq && checkpoint.at <= entry.at
