// Over 150 lines because every refusal is to be seen to come before the first writing.
import type { KeyObject } from 'node:crypto'
import { readdir, rename, rm, rmdir, unlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { done } from '../result.ts'
import type { Clock } from '../time/clock.ts'
import type { Moment } from '../time/days.ts'
import { backupsIn, keysName } from './backup-folder.ts'
import { codeOf } from './disk.ts'
import { openEmbeddedStore } from './embedded.ts'
import { keepMasterKey, keyApart, readMasterKey } from './key-file.ts'
import { broughtBack } from './log-chain.ts'
import { verifyLog } from './log-verify.ts'
import { ParcelRefusal, unpack } from './parcel.ts'
import { isPath } from './paths.ts'
import type { Piece } from './pieces.ts'
import { privateKeyOf, publicKeyOf } from './recovery-key.ts'
import { StoreRefusal } from './refusal.ts'
import type { Summaries } from './store.ts'
import { Unpacked } from './unpacked.ts'

export interface RestoreOptions {
  /** the folder of backups */
  from: string
  /** the name of one of them; the newest unless told */
  name?: string
  /** where the data is to be; not there yet, or empty */
  dir: string
  keyFile: string
  /** as it was typed; throws RecoveryKeySlip when it is none */
  recoveryKey: string
  summaries: Summaries
  clock: Clock
}

export interface Restored {
  name: string
  at: Moment
  cases: number
  /** cases in the backup that were erased since: they have no key any more */
  leftOut: number
  /** of the log */
  entries: number
}

type Recovery = { privateKey: KeyObject; publicKey: string }

/**
 * Brings a backup back to an empty folder, and its key to the key file. Everything is read and checked first; then it is
 * written beside its place, opened, its log verified, and put in place. A StoreRefusal before that leaves nothing, and
 * takes nothing away that was there.
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const { from, keyFile, recoveryKey } = options
  const dir = resolve(options.dir)
  const recovery = { privateKey: privateKeyOf(recoveryKey), publicKey: publicKeyOf(recoveryKey) }
  await keyApart(dir, keyFile)
  await mustBeEmpty(dir)
  const name = await nameIn(from, options.name)
  const { at, master } = await checked(from, name, recovery)
  const there = await readMasterKey(keyFile)
  if (there && !Buffer.from(there).equals(master))
    throw new StoreRefusal('not-empty', `${keyFile} holds another key. Move it away, or name another with KEY_FILE.`)
  const aside = join(dirname(dir), `.${basename(dir)}.restoring`)
  await rm(aside, { recursive: true, force: true })
  /** whether we made the key file, and nothing needs it yet */
  let unusedKey = false
  try {
    const unpacked = new Unpacked(aside)
    // the keys first: what lies with them is newer than the same in a backup that was made when it lay elsewhere
    const newest = new Set<string>()
    await opened(from, keysName, recovery, (piece) => {
      newest.add(piece[0])
      return unpacked.take(piece)
    })
    await opened(from, name, recovery, (piece) => (newest.has(piece[0]) ? undefined : unpacked.take(piece)))
    await unpacked.finish()
    const leftOut = await unpacked.withoutKey()
    if (!there) {
      await keepMasterKey(keyFile, master)
      unusedKey = true
    }
    const { cases, entries } = await provedIn({ ...options, dir: aside, leftOut })
    await rmdir(dir).catch((failure) => {
      if (codeOf(failure) !== 'ENOENT') throw failure
    })
    await rename(aside, dir)
    unusedKey = false
    await unpacked.sync(dirname(dir))
    return { name, at, cases, leftOut: leftOut.length, entries }
  } catch (failure) {
    await rm(aside, { recursive: true, force: true })
    if (unusedKey) await unlink(keyFile).catch(() => {})
    throw failure
  }
}

async function mustBeEmpty(dir: string): Promise<void> {
  const names = await readdir(dir).catch((failure) => {
    if (codeOf(failure) === 'ENOENT') return []
    throw failure
  })
  if (names.length > 0)
    throw new StoreRefusal(
      'not-empty',
      `${dir} is not empty, and nothing in it is overwritten. Name another with --data.`,
    )
}

async function nameIn(from: string, asked: string | undefined): Promise<string> {
  const names = await backupsIn(from)
  const name = asked === undefined ? names.at(-1) : names.find((one) => one === asked)
  if (name !== undefined) return name
  const held = names.length > 0 ? `It holds: ${names.join(', ')}.` : 'It holds none.'
  throw new StoreRefusal('no-backup', `There is no ${asked ?? 'backup'} in ${from}. ${held}`)
}

/** Reads both parcels to their ends before anything is written. */
async function checked(from: string, name: string, recovery: Recovery): Promise<{ at: Moment; master: Buffer }> {
  let master: Buffer | undefined
  const keys = await opened(from, keysName, recovery, ([path, bytes]) => {
    if (path === 'master') master = bytes
  })
  const records = await opened(from, name, recovery, () => {})
  if (records.kind !== 'records' || keys.kind !== 'keys' || keys.store !== records.store || master?.length !== 32)
    throw damaged(`${name} and ${keysName}`)
  return { at: records.at, master }
}

function opened(from: string, name: string, recovery: Recovery, take: (piece: Piece) => Promise<void> | void) {
  const takeKnown = (piece: Piece) => {
    if (piece[0] !== 'master' && !isPath(piece[0])) throw damaged(name)
    return take(piece)
  }
  return unpack(join(from, name), recovery, takeKnown).catch((failure) => {
    if (codeOf(failure) === 'ENOENT') throw new StoreRefusal('no-backup', `${join(from, name)} is not there.`, failure)
    if (!(failure instanceof ParcelRefusal)) throw failure
    if (failure.why === 'damaged') throw damaged(join(from, name), failure)
    throw new StoreRefusal('wrong-recovery-key', `${join(from, name)} was sealed to another recovery key.`, failure)
  })
}

const damaged = (what: string, cause?: unknown): StoreRefusal =>
  new StoreRefusal('backup-damaged', `${what}: damaged, or changed since. Take another backup or another copy.`, cause)

/**
 * Opens what was brought back, so that it is known to open. What was erased since the backup goes from the diary too,
 * and the log says of itself that what came after is lost.
 */
async function provedIn({ dir, keyFile, summaries, clock, leftOut }: RestoreOptions & { leftOut: string[] }) {
  const store = await openEmbeddedStore({ dir, keyFile, summaries, clock })
  try {
    await store.change((view) => {
      for (const number of leftOut) view.eraseCase(number)
      return done(undefined)
    })
    await store.log({ at: clock.now(), deed: broughtBack, decision: 'allowed', status: 200 })
    const { total } = await store.rows({})
    const verdict = await verifyLog(dir, (await readMasterKey(keyFile))!)
    if (!verdict.ok) throw damaged(`The log in the backup (${verdict.file}, line ${verdict.line})`)
    return { cases: total, entries: verdict.entries }
  } finally {
    await store.close()
  }
}
