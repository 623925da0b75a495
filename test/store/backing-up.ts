import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as assert from 'uvu/assert'
import { backUp } from '../../src/store/backup.ts'
import { backupsIn } from '../../src/store/backup-folder.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { newRecoveryKey } from '../../src/store/recovery-key.ts'
import { StoreRefusal } from '../../src/store/refusal.ts'
import { type Restored, restore } from '../../src/store/restore.ts'
import type { Store } from '../../src/store/store.ts'
import { everythingIn, freshFolder } from '../support/folder.ts'
import { running } from '../support/process.ts'
import { aSession, cast, clock, hill, now, room, settings, summaries } from '../support/samples.ts'
import { aGroup, factsIn } from './contract-erasing.ts'
import { all, saved } from './contract-reading.ts'

/** A store, the folder of its backups, and the recovery key on paper. */
export interface Backed {
  root: string
  dir: string
  keyFile: string
  to: string
  recoveryKey: string
}

export const whole = ['2000-01-01T00:00:00.000Z', '2100-01-01T00:00:00.000Z'] as const
export const open = ({ dir, keyFile }: Pick<Backed, 'dir' | 'keyFile'>) =>
  openEmbeddedStore({ dir, keyFile, summaries, clock })

export function aBackedPlace(): Backed & { publicKey: string } {
  const { text, publicKey } = newRecoveryKey()
  const place = freshFolder({ inMemory: true })
  return { ...place, to: join(place.root, 'backups'), recoveryKey: text, publicKey }
}

/** A store with something of each kind in it, closed again. */
export async function aBackedStore(): Promise<Backed> {
  const place = aBackedPlace()
  const store = await open(place)
  await aGroup(store)
  await saved(store, (view) => {
    for (const person of cast) view.savePerson(person)
    view.saveSchool(hill)
    view.saveRoom(room)
    view.saveSettings({ ...settings, recovery: { publicKey: place.publicKey, at: now } })
    view.saveSession(aSession({ id: '2026-12-01-01', startAt: '2026-12-01T05:00:00.000Z' }))
    view.saveEntry('tries', { id: 'x', failures: 1, at: now })
    const edition = { survey: 'intake', version: 2, definition: { pages: [{ name: 'ctrl', key: { law1: 'right' } }] } }
    view.saveEntry('editions', { id: 'intake.v2', ...edition, by: 'seo', at: now, published: { by: 'seo', at: now } })
    view.saveVisit({ hash: 'v', personId: 'han', startedAt: now, seenAt: now })
  })
  for (let nth = 0; nth < 3; nth++)
    await store.log({ at: now, by: 'han', deed: 'open a case', decision: 'allowed', status: 200 })
  await store.close()
  return place
}

/** All that a store holds, visits and log aside, as one text. */
export async function contentsOf(store: Store): Promise<string> {
  const { rows } = await store.rows({})
  const files = await Promise.all(rows.map(({ number }) => store.caseFile(number)))
  const registers = await Promise.all(
    (['notices', 'tries', 'destructions', 'incidents', 'inquiries', 'reviews', 'editions', 'alarms'] as const).map(
      (one) => store.entries(one),
    ),
  )
  const drafts = (await store.drafts()).sort((a, b) => (a.id < b.id ? -1 : 1))
  const rest = [await store.people(), await store.schools(), await store.rooms(), await store.settings()]
  return JSON.stringify({
    rows,
    files,
    diary: await store.diary(...whole),
    registers,
    drafts,
    rest,
    facts: await factsIn(store),
  })
}

export const logOf = async (store: Store) => (await all(store.logged(...whole))).map(({ deed }) => deed)

let nth = 0
/** Each backup a minute after the one before. */
export const backedUp = ({ dir, keyFile, to }: Omit<Backed, 'recoveryKey' | 'root'>) =>
  backUp({ dir, keyFile, to, now: new Date(Date.parse('2026-11-16T03:00:00.000Z') + nth++ * 60_000).toISOString() })

/** Brings a backup back to a new folder. */
export async function broughtBackFrom(
  place: Backed,
  name?: string,
): Promise<Restored & Pick<Backed, 'dir' | 'keyFile'>> {
  const { dir, keyFile } = freshFolder({ inMemory: true })
  const said = await restore({
    from: place.to,
    dir,
    keyFile,
    recoveryKey: place.recoveryKey,
    summaries,
    clock,
    ...(name && { name }),
  })
  return { ...said, dir, keyFile }
}

export const newestOf = async ({ to }: Backed): Promise<string> => (await backupsIn(to)).at(-1)!

/** The code of a refusal; fails when it is none, and when its message is not a sentence. */
export async function refusalOf(act: Promise<unknown>): Promise<string> {
  const failure = await act.then(
    () => undefined,
    (one: unknown) => one,
  )
  if (!(failure instanceof StoreRefusal)) throw failure ?? new Error('not refused')
  assert.match(failure.message, /^\S.* .*\.$/s)
  return failure.code
}

/** Every path and all bytes below a folder: equal before and after means that nothing was written. */
export const bytesIn = (dir: string) =>
  everythingIn(dir)
    .files.sort()
    .map((path) => [path, readFileSync(path).toString('base64')])

/** Runs one of the commands as its own process; what it printed. */
export async function commanded(
  name: 'backup' | 'restore' | 'log-verify',
  { keyFile }: { keyFile: string },
  args: string[],
  more: Record<string, string> = {},
): Promise<string> {
  const env = { ...process.env, KEY_FILE: keyFile, ...more }
  const child = spawn(process.execPath, [...running(`scripts/${name}.ts`), ...args], { env })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => {
      said += part
    })
  child.stdin.end()
  const [code] = await once(child, 'close')
  return `${code} ${said}`
}
