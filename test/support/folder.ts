import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const made: string[] = []
process.once('exit', () => {
  for (const root of made) rmSync(root, { recursive: true, force: true })
})

/**
 * A place for a store: data folder and key side by side in a temporary folder, removed when the tests end. In memory,
 * where there is such a place, for a test that plays the disk itself.
 */
export function freshFolder({ inMemory = false } = {}): { root: string; dir: string; keyFile: string } {
  const root = mkdtempSync(join(inMemory && existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'saegil-test-'))
  made.push(root)
  return { root, dir: join(root, 'store'), keyFile: join(root, 'store.key') }
}

/** Every file and folder under a folder, by path. */
export function everythingIn(dir: string): { files: string[]; folders: string[] } {
  const all = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => join(dir, name))
  const isFolder = (path: string) => statSync(path).isDirectory()
  return { files: all.filter((path) => !isFolder(path)), folders: [dir, ...all.filter(isFolder)] }
}
