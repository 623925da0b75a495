import { hkdfSync } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { Settings } from '../people/person.ts'
import type { Moment } from '../time/days.ts'
import { goesWithKeys, keysName, nameOf, placeIn, removeOld, sweepBackups, temporaryOf } from './backup-folder.ts'
import { finishPending } from './batch.ts'
import { codeOf, Disk } from './disk.ts'
import { liesIn } from './key-file.ts'
import { KeyRing } from './key-ring.ts'
import { lock } from './lock.ts'
import { Log } from './log.ts'
import { logKeyOf, makeBackup } from './log-chain.ts'
import { knownMasterKey } from './master-key.ts'
import { type Label, pack, storeOf } from './parcel.ts'
import * as paths from './paths.ts'
import type { Piece } from './pieces.ts'
import { halfMoved, StoreRefusal } from './refusal.ts'
import { unseal } from './seal.ts'
import { recordsIn } from './snapshot.ts'
import { askForSnapshot, type Lent } from './snapshot-door.ts'

export interface BackupOptions {
  dir: string
  keyFile: string
  /** the folder for backups; made if it is not there */
  to: string
  now: Moment
}

export interface BackedUp {
  name: string
  files: number
  /** whether the house was serving meanwhile */
  serving: boolean
  /** how many were removed because they were older than a year */
  removed: number
}

/**
 * Backs up a data folder, whether the house is serving or not, as it stands at one moment. Sealed to the recovery key
 * of the centre. On disk, and in one piece, when it resolves; a StoreRefusal otherwise, and the backups are as before.
 */
export async function backUp({ dir, keyFile, to, now }: BackupOptions): Promise<BackedUp> {
  const master = await knownMasterKey(dir, keyFile)
  const folder = await realpath(dir)
  if (existsSync(join(folder, paths.moving))) throw halfMoved(dir)
  if (await liesIn(folder, to)) throw new StoreRefusal('not-apart', `${to} lies in the data folder. Choose another.`)
  if (await liesIn(to, keyFile))
    throw new StoreRefusal('not-apart', `The key file ${keyFile} lies in ${to}: a copy of it would hold both. Move it.`)
  const store = storeMark(master)
  await mayTakeTurn(to, store)
  const lent = await askForSnapshot(folder, master)
  const held = lent ?? (await ownSnapshot(folder, master, now))
  try {
    const publicKey = await recoveryKeyOf(held.folder, master)
    await mkdir(to, { recursive: true, mode: 0o700 })
    await sweepBackups(to)
    const name = nameOf(now)
    const packed = (of: string, kind: Label['kind'], pieces: AsyncIterable<Piece>) =>
      pack(join(to, temporaryOf(of)), { version: 1, kind, at: now, store }, publicKey, pieces)
    const all = await recordsIn(held.folder)
    if (all.length !== held.records) throw stoppedMeanwhile()
    const files = await packed(name, 'records', records(held, all, join(folder, 'log')))
    const keys = await packed(keysName, 'keys', keysAndNewest(held.folder, all, master))
    // the keys first: with newer keys an older backup is whole, with older keys a newer one is not
    await placeIn(to, keysName)
    await placeIn(to, name)
    return { name, files: files + keys, serving: lent !== undefined, removed: await removeOld(to) }
  } catch (failure) {
    await sweepBackups(to).catch(() => {})
    throw failure
  } finally {
    await held.end()
  }
}

/** When no house serves the folder: nobody else can change anything while we have its lock. */
async function ownSnapshot(folder: string, master: Uint8Array, now: Moment): Promise<Lent> {
  const held = await lock(folder)
  try {
    const disk = new Disk(folder)
    await finishPending(disk, new KeyRing(master, disk))
    const log = await Log.open(disk, logKeyOf(master))
    await log.append({ at: now, deed: makeBackup, decision: 'allowed', status: 200 })
    const lengths = log.lengths()
    await log.close()
    const all = await recordsIn(folder)
    return { folder, records: all.length, log: lengths, end: () => held.release() }
  } catch (failure) {
    await held.release()
    throw failure
  }
}

const storeMark = (master: Uint8Array): string =>
  Buffer.from(hkdfSync('sha256', master, '', 'saegil backup', 12)).toString('base64url')

/** The keys of one house are not to be replaced by those of another. */
async function mayTakeTurn(to: string, store: string): Promise<void> {
  const other = await storeOf(join(to, keysName)).catch((failure) => {
    if (codeOf(failure) === 'ENOENT') return store
    throw failure
  })
  if (other === store) return
  const message = `${to} holds the backups of another store, or its ${keysName} is damaged. Choose another folder.`
  throw new StoreRefusal('not-apart', message)
}

async function recoveryKeyOf(folder: string, master: Uint8Array): Promise<string> {
  const text = await readFile(join(folder, paths.settings), 'utf8').catch((failure) => {
    if (codeOf(failure) !== 'ENOENT') throw failure
    return undefined
  })
  const settings = text === undefined ? undefined : await unseal<Settings>(paths.settings, text, master)
  if (settings?.recovery) return settings.recovery.publicKey
  const message = 'This centre has no recovery key yet, so no backup could ever be opened. Finish its set-up first.'
  throw new StoreRefusal('no-recovery-key', message)
}

async function* records({ folder, log }: Lent, all: string[], logFolder: string): AsyncIterable<Piece> {
  for (const path of all) if (!goesWithKeys(path)) yield [path, await bytesOf(folder, path)]
  for (const [name, length] of log) {
    if (length === 0) continue
    const stream = createReadStream(join(logFolder, name), { end: length - 1 })
    for await (const part of stream as AsyncIterable<Buffer>) yield [`log/${name}`, part]
  }
}

async function* keysAndNewest(folder: string, all: string[], master: Uint8Array): AsyncIterable<Piece> {
  yield ['master', Buffer.from(master)]
  for (const path of all) if (goesWithKeys(path)) yield [path, await bytesOf(folder, path)]
}

/** A snapshot goes with the house that gave it. */
const bytesOf = (folder: string, path: string): Promise<Buffer> =>
  readFile(join(folder, path)).catch((failure) => {
    throw codeOf(failure) === 'ENOENT' ? stoppedMeanwhile(failure) : failure
  })

const stoppedMeanwhile = (cause?: unknown): StoreRefusal =>
  new StoreRefusal('no-snapshot', 'Saegil was stopped meanwhile, so nothing was backed up. Run it again.', cause)
