import { open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Moment } from '../time/days.ts'
import { codeOf } from './disk.ts'
import { people, schools } from './paths.ts'

/*
 * The folder that backups go to. A file for each backup, named by its moment; and one file of keys for all of them,
 * which is replaced each time: a case whose key was destroyed is unreadable in every older file as soon as the next
 * backup was made. Beside the keys it holds what must be as new as possible, whichever backup is brought back:
 * drafts, the facts that were kept of erased cases, the destruction records, reminders with their addresses, so that
 * none outlives its case and none is sent anew, and the people, so that an account that was ended stays ended; with them
 * the schools that they belong to.
 */

export const keysName = 'keys.backup'
const named = /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z\.backup$/
const temporary = /^\.[\w-]+\.backup\.tmp$/
/** Older ones go: nothing is kept for longer than it is needed for. */
const keptMilliseconds = 366 * 24 * 60 * 60_000

export const nameOf = (at: Moment): string => `${at.replace(/[:.]/g, '-')}.backup`
const momentIn = (name: string): number =>
  Date.parse(name.slice(0, -'.backup'.length).replace(/T(\d\d)-(\d\d)-(\d\d)-/, 'T$1:$2:$3.'))

/** Whether a record lies with the keys rather than in the backup of one moment. */
export const goesWithKeys = (path: string): boolean =>
  /^((keys|drafts|facts)\/|registers\/(destructions|messages)-)/.test(path) || [people, schools].includes(path)

/** The names of all backups, oldest first; none where there is no folder. */
export async function backupsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((failure) => {
    if (codeOf(failure) === 'ENOENT') return []
    throw failure
  })
  return names.filter((name) => named.test(name)).sort()
}

export const temporaryOf = (name: string): string => `.${name}.tmp`

/** Puts a finished file under its name, for good. */
export async function placeIn(folder: string, name: string): Promise<void> {
  await rename(join(folder, temporaryOf(name)), join(folder, name))
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Removes what an interrupted backup left behind. */
export async function sweepBackups(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (temporary.test(name)) await rm(join(folder, name), { force: true })
}

/** Removes backups that are more than a year older than the newest. Returns how many. */
export async function removeOld(folder: string): Promise<number> {
  const names = await backupsIn(folder)
  const newest = momentIn(names.at(-1) ?? '')
  const old = names.filter((name) => newest - momentIn(name) > keptMilliseconds)
  for (const name of old) await rm(join(folder, name))
  return old.length
}
