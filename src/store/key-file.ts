import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, realpath, stat, unlink } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { codeOf } from './disk.ts'
import { StoreRefusal } from './refusal.ts'

/**
 * The master key: 32 random bytes in base64url, in a file of its own away from the data, so that a stolen or backed
 * up data folder opens nothing.
 */
export async function readMasterKey(keyFile: string): Promise<Uint8Array | undefined> {
  const text = await readFile(keyFile, 'utf8').catch((failure) => {
    if (codeOf(failure) === 'ENOENT') return undefined
    throw failure
  })
  if (text === undefined) return undefined
  if (process.platform !== 'win32' && ((await stat(keyFile)).mode & 0o077) !== 0) {
    throw new StoreRefusal(
      'key-readable-by-others',
      `Others may read the key file ${keyFile}. Run: chmod 600 ${keyFile}`,
    )
  }
  const key = Buffer.from(text.trim(), 'base64url')
  if (key.length !== 32) throw new StoreRefusal('key-not-a-key', `${keyFile} does not hold a Saegil key.`)
  return key
}

/** Makes a new key. On disk, folder entry too, before anything is sealed with it. */
export async function makeMasterKey(keyFile: string): Promise<Uint8Array> {
  const key = randomBytes(32)
  await keepMasterKey(keyFile, key)
  return key
}

/** Writes a key to a new file, for its owner only. On disk when it resolves; otherwise what was there is there still. */
export async function keepMasterKey(keyFile: string, key: Buffer): Promise<void> {
  await mkdir(dirname(resolve(keyFile)), { recursive: true, mode: 0o700 })
  const file = await open(keyFile, 'wx', 0o600)
  try {
    await file
      .writeFile(`${key.toString('base64url')}\n`)
      .then(() => file.sync())
      .finally(() => file.close())
    const folder = await open(dirname(resolve(keyFile)), 'r')
    await folder.sync().finally(() => folder.close())
  } catch (failure) {
    // half a key would be taken for a wrong one the next time
    await unlink(keyFile).catch(() => {})
    throw failure
  }
}

/** Refuses a key that lies in the data folder: whoever takes a copy of the folder would have both. */
export async function keyApart(dir: string, keyFile: string): Promise<void> {
  if (!(await liesIn(dir, keyFile))) return
  throw new StoreRefusal(
    'key-inside-data',
    `The key file ${keyFile} lies in the data folder ${dir}. Move it out, and out of that folder's backup.`,
  )
}

/**
 * Whether a key lies in the data folder, or in the folder that holds the data folder: whoever copies or backs up that
 * one takes both along. Good enough for a trial; a real centre keeps the key elsewhere.
 */
export async function keyBesideData(dir: string, keyFile: string): Promise<boolean> {
  return (await liesIn(dir, keyFile)) || dirname(await real(keyFile)) === dirname(await real(dir))
}

/** Whether a path is a folder itself, or anywhere in it, links followed. */
export async function liesIn(dir: string, path: string): Promise<boolean> {
  const steps = relative(await real(dir), await real(path))
  return steps !== '..' && !steps.startsWith('../') && !steps.startsWith('..\\') && !isAbsolute(steps)
}

/** A path with links followed as far as it exists. */
async function real(path: string): Promise<string> {
  const full = resolve(path)
  return realpath(full).catch(async (failure) => {
    if (codeOf(failure) !== 'ENOENT' || dirname(full) === full) throw failure
    return join(await real(dirname(full)), basename(full))
  })
}
