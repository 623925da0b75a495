import { randomUUID } from 'node:crypto'
import { copyFile, link, mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf } from './disk.ts'
import { each } from './each.ts'
import * as paths from './paths.ts'

/** The records as they stood at one moment, in a folder in which nothing changes any more. */
export interface Snapshot {
  folder: string
  /** how many records are in it */
  records: number
  /** of each file of the log the bytes that were written by then */
  log: [name: string, length: number][]
}

const atOnce = 16
const snapshotFolder = /^\.snapshot-[\w-]+$/

/**
 * Takes a snapshot into a folder within the data folder. A record is never written over, only replaced by another
 * file, so a second name for each file holds what was in it. No change may be under way meanwhile.
 */
export async function takeSnapshot(dir: string, log: Snapshot['log']): Promise<Snapshot> {
  const folder = join(dir, `.snapshot-${randomUUID()}`)
  try {
    await mkdir(folder, { mode: 0o700 })
    const records = await recordsIn(dir)
    for (const parent of new Set(records.map((path) => dirname(path))))
      await mkdir(join(folder, parent), { recursive: true, mode: 0o700 })
    await each(records, atOnce, (path) => secondName(join(dir, path), join(folder, path)))
    return { folder, records: records.length, log }
  } catch (failure) {
    await rm(folder, { recursive: true, force: true })
    throw failure
  }
}

/** The paths of all records in a folder. Visits are not among them: whoever is signed in does so anew after a loss. */
export async function recordsIn(folder: string): Promise<string[]> {
  const parents = paths.folders.filter((name) => !['log', 'visits', 'diary', paths.summed].includes(name))
  const months = (await namesIn(join(folder, 'diary'))).map((month) => `diary/${month}`)
  const found = (await namesIn(folder)).filter((name) => paths.single.includes(name))
  for (const parent of [...parents, ...months])
    found.push(...(await namesIn(join(folder, parent))).map((name) => `${parent}/${name}`))
  return found.filter(paths.isPath).sort()
}

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((failure) => {
    if (codeOf(failure) === 'ENOENT') return []
    throw failure
  })

/** Removes the snapshots that a sudden end left behind. */
export async function sweepSnapshots(dir: string): Promise<void> {
  for (const name of (await readdir(dir)).filter((one) => snapshotFolder.test(one)))
    await rm(join(dir, name), { recursive: true, force: true })
}

/** Where a disk knows no second names, a copy. */
async function secondName(from: string, to: string): Promise<void> {
  await link(from, to).catch(async (failure) => {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS'].includes(codeOf(failure) ?? '')) throw failure
    await copyFile(from, to)
  })
}
