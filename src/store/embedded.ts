import { chmod, mkdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../time/clock.ts'
import { finishPending } from './batch.ts'
import { Checkpoints } from './checkpoints.ts'
import { Disk, type Files } from './disk.ts'
import { EmbeddedStore } from './embedded-store.ts'
import { keyApart, liesIn } from './key-file.ts'
import { KeyRing } from './key-ring.ts'
import { load } from './load.ts'
import { lock } from './lock.ts'
import { Log } from './log.ts'
import { logKeyOf } from './log-chain.ts'
import { masterKeyOf } from './master-key.ts'
import type { Meter } from './meter.ts'
import * as paths from './paths.ts'
import { Records } from './records.ts'
import { halfMoved, StoreRefusal } from './refusal.ts'
import { sweepSnapshots } from './snapshot.ts'
import type { Store, Summaries } from './store.ts'
import { Summed } from './summed.ts'

export interface EmbeddedOptions {
  /** the data folder; made if it is not there */
  dir: string
  /** the master key; made if the data folder is new. Outside the data folder. */
  keyFile: string
  summaries: Summaries
  clock: Clock
  /** a folder elsewhere, best on another disk, in which signed checkpoints of the log are kept */
  checkpoints?: string
  /** told once, in a sentence, when that folder fails */
  report?: (sentence: string) => void
  meter?: Meter
  /** how many milliseconds a decision may take */
  patience?: number
  /** other than Node's own in tests */
  files?: Files
}

/**
 * The store on one machine's disk: lowdb, one sealed file per record. Refuses to start (StoreRefusal) when another
 * process has the folder, when the key is missing, wrong, readable by others or in the folder, or when a record
 * cannot be read; then it has written nothing.
 */
export async function openEmbeddedStore(options: EmbeddedOptions): Promise<Store> {
  const {
    dir,
    keyFile,
    summaries,
    clock,
    files,
    checkpoints,
    meter,
    report = console.error,
    patience = 30_000,
  } = options
  await keyApart(dir, keyFile)
  if (checkpoints !== undefined && (await liesIn(dir, checkpoints)))
    throw new StoreRefusal('checkpoints-inside-data', `${checkpoints} lies in ${dir}. Keep checkpoints elsewhere.`)
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const folder = await realpath(dir)
  const held = await lock(folder)
  try {
    const disk = new Disk(folder, files)
    const master = await masterKeyOf(disk, keyFile)
    if ((await disk.read(paths.moving)) !== undefined) throw halfMoved(dir)
    if (((await stat(folder)).mode & 0o077) !== 0) await chmod(folder, 0o700)
    const keys = new KeyRing(master, disk)
    for (const path of paths.folders) await disk.folder(path)
    await finishPending(disk, keys)
    await sweepSnapshots(folder)
    const months = (await disk.names('diary')).map((month) => join('diary', month))
    for (const path of ['.', ...paths.folders, ...months]) await disk.sweep(path)
    const records = new Records(disk, keys)
    const summed = new Summed(disk, keys)
    const state = await load(disk, records, summaries, clock.now(), summed)
    disk.serve()
    const log = await Log.open(disk, logKeyOf(master))
    const second = checkpoints === undefined ? undefined : new Checkpoints(checkpoints, master, report)
    if (second) await log.checkpointTo(second)
    const parts = {
      folder,
      records,
      summed,
      log,
      summaries,
      lock: held,
      patience,
      clock,
      ...(second && { second }),
      ...(meter && { meter }),
    }
    return new EmbeddedStore(state, parts, master)
  } catch (failure) {
    await held.release()
    throw failure
  }
}
