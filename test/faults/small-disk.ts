import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/*
 * Disks of our own, to be cut off or filled: a file that is mounted as ext4, or a piece of memory. Only root can do
 * that. Nothing stays mounted, however the tests end.
 */

const isThere = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

/** Why disks cannot be made here; undefined where they can. */
export function noDisks(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux can mount a disk'
  const missing = ['mkfs.ext4', 'losetup', 'mount', 'umount'].find((program) => !isThere(program))
  if (missing) return `${missing} is not installed`
  const probe = new SmallDisk()
  try {
    probe.format(16)
    probe.mount()
    return undefined
  } catch (failure) {
    return `a disk cannot be mounted here: ${(failure as Error).message.trim().split('\n').at(-1)}`
  } finally {
    probe.remove()
  }
}

const disks = new Set<SmallDisk>()
process.once('exit', () => {
  for (const disk of disks) disk.remove()
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))

/** An ext4 in a file, in memory so that it is quick, in a temporary folder of its own. */
export class SmallDisk {
  readonly root = mkdtempSync(join(tmpdir(), 'saegil-disk-'))
  /** where it is mounted */
  readonly dir = join(this.root, 'mounted')
  readonly #memory = join(this.root, 'memory')
  readonly #image = join(this.#memory, 'image')
  readonly #kept = join(this.#memory, 'kept')
  readonly #mounted: string[] = []

  constructor() {
    disks.add(this)
    for (const path of [this.dir, this.#memory]) mkdirSync(path)
  }

  /** Makes an empty ext4 of so many MiB; all of it for whoever asks. */
  format(size: number): void {
    this.#mount(this.#memory, ['-t', 'tmpfs', '-o', `size=${2 * size + 8}m`, 'saegil-test'])
    writeFileSync(this.#image, '')
    truncateSync(this.#image, size * 1024 * 1024)
    const how = ['-q', '-F', '-m', '0', '-b', '4096', '-E', 'lazy_itable_init=0,lazy_journal_init=0']
    execFileSync('mkfs.ext4', [...how, this.#image], { stdio: ['ignore', 'ignore', 'pipe'] })
  }

  /** No disk but memory, of so many MiB. */
  inMemory(size: number): void {
    this.#mount(this.dir, ['-t', 'tmpfs', '-o', `size=${size}m`, 'saegil-test'])
  }

  mount(): void {
    this.#mount(this.dir, ['-t', 'ext4', '-o', 'loop,noatime', this.#image])
  }

  /** Mounted anew, its journal is read. */
  unmount(): void {
    this.#unmount(this.dir)
  }

  /** Remembers what the disk holds, while it is not mounted. */
  keep(): void {
    execFileSync('cp', ['--sparse=always', this.#image, this.#kept])
  }

  /** Makes it hold what it held then. */
  restore(): void {
    copyFileSync(this.#kept, this.#image)
  }

  remove(): void {
    for (const path of [...this.#mounted].reverse()) this.#unmount(path)
    rmSync(this.root, { recursive: true, force: true })
    disks.delete(this)
  }

  #mount(path: string, args: string[]): void {
    execFileSync('mount', [...args, path], { stdio: ['ignore', 'ignore', 'pipe'] })
    this.#mounted.push(path)
  }

  #unmount(path: string): void {
    const at = this.#mounted.lastIndexOf(path)
    if (at < 0) return
    // whoever still has a file open there does not keep us from going on
    const gone = spawnSync('umount', [path]).status === 0 || spawnSync('umount', ['-l', path]).status === 0
    if (!gone) throw new Error(`${path} cannot be unmounted`)
    this.#mounted.splice(at, 1)
  }
}
