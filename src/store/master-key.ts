import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, type Disk, isTemporary } from './disk.ts'
import { keyApart, makeMasterKey, readMasterKey } from './key-file.ts'
import * as paths from './paths.ts'
import { StoreRefusal } from './refusal.ts'
import { seal, unseal } from './seal.ts'

/**
 * The key that opens this folder; a new one for a new folder. A known text is kept sealed with it, so that a wrong key
 * is noticed before anything is written.
 */
export async function masterKeyOf(disk: Disk, keyFile: string): Promise<Uint8Array> {
  const isNew = (await readdir(disk.dir)).every(isTemporary)
  const found = await readMasterKey(keyFile)
  if (!found && !isNew) {
    throw new StoreRefusal('key-missing', `${disk.dir} holds data, but its key ${keyFile} is not there. Bring it back.`)
  }
  const check = await disk.read(paths.check)
  if (check === undefined && !isNew) {
    throw new StoreRefusal('not-a-store', `${disk.dir} holds other things than a Saegil store. Choose an empty folder.`)
  }
  const master = found ?? (await makeMasterKey(keyFile))
  if (check === undefined) {
    const temp = await disk.stage(paths.check, await seal(paths.check, { store: 'saegil', version: 1 }, master))
    await disk.place(temp, paths.check)
    await disk.syncFolder('.')
  } else {
    await mustOpen(check, master, disk.dir, keyFile)
  }
  return master
}

/** The key of a folder that is a store already; writes nothing, and may be asked while the house serves it. */
export async function knownMasterKey(dir: string, keyFile: string): Promise<Uint8Array> {
  await keyApart(dir, keyFile)
  const check = await readFile(join(dir, paths.check), 'utf8').catch((failure) => {
    if (codeOf(failure) !== 'ENOENT') throw failure
    throw new StoreRefusal('not-a-store', `${dir} holds no Saegil store. Name its data folder with --data.`)
  })
  const master = await readMasterKey(keyFile)
  if (!master) throw new StoreRefusal('key-missing', `The key ${keyFile} is not there. Name it with KEY_FILE.`)
  await mustOpen(check, master, dir, keyFile)
  return master
}

const mustOpen = (check: string, master: Uint8Array, dir: string, keyFile: string): Promise<unknown> =>
  unseal(paths.check, check, master).catch((failure) => {
    throw new StoreRefusal('wrong-key', `${keyFile} is not the key of ${dir}. Nothing was changed.`, failure)
  })
