import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A PostgreSQL of its own, for as long as a test runs: reached through a socket in its folder, by nobody else. */
export interface Cluster {
  /** of the database `postgres`, as its superuser */
  url: string
  folder: string
  stop(): void
  start(): void
  /** stopped, and nothing of it left */
  remove(): void
}

export interface Wishes {
  onDisk?: boolean
  /** to lie in its folder, for itself alone */
  files?: Record<string, string>
  /** further settings */
  also?: (folder: string) => string[]
}

/** Where PostgreSQL's own programs are; undefined where they are not. */
export function postgresPrograms(): string | undefined {
  const places = ['/usr/lib/postgresql', '/usr/local/lib/postgresql'].flatMap((base) => {
    try {
      return readdirSync(base).map((version) => join(base, version, 'bin'))
    } catch {
      return []
    }
  })
  const found = places.filter((bin) => spawnSync(join(bin, 'postgres'), ['--version']).status === 0).sort()
  if (found.length > 0) return found.at(-1)
  return spawnSync('pg_ctl', ['--version']).status === 0 ? '' : undefined
}

/** How to get them, where they are not. */
export const howToGet =
  'PostgreSQL is not here: apt-get install postgresql-15, or name a database of your own with DATABASE_URL.'

/**
 * Makes and starts one. On disk where a test plays with that; otherwise in memory, where there is such a place, since
 * nothing is to outlive the test. Throws when PostgreSQL's programs are not there.
 */
export function startCluster({ onDisk = false, files = {}, also }: Wishes = {}): Cluster {
  const bin = postgresPrograms()
  if (bin === undefined) throw new Error(howToGet)
  const folder = mkdtempSync(join(!onDisk && existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'saegil-pg-'))
  const data = join(folder, 'data')
  const run = (program: string, ...args: string[]) => asPostgres(join(bin, program), args)
  chmodSync(folder, 0o700)
  if (isRoot()) execFileSync('chown', ['postgres:', folder])
  run('initdb', '-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C')
  const settings = ["listen_addresses=''", `unix_socket_directories='${folder}'`, 'max_connections=300']
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o600 })
  if (isRoot()) execFileSync('chown', ['-R', 'postgres:', folder])
  const options = [...settings, ...(also?.(folder) ?? [])].map((one) => `-c ${one}`).join(' ')
  const start = () => run('pg_ctl', '-D', data, '-l', join(folder, 'log'), '-w', '-o', options, 'start')
  const stop = () => run('pg_ctl', '-D', data, '-m', 'fast', '-w', 'stop')
  start()
  const end = () => {
    try {
      run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop')
    } catch {
      // it is stopped already
    }
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', end)
  return {
    url: `postgres:///postgres?host=${encodeURIComponent(folder)}&user=postgres`,
    folder,
    start,
    stop,
    remove() {
      process.off('exit', end)
      end()
    },
  }
}

const isRoot = () => process.getuid?.() === 0

/** PostgreSQL does not run as root. */
function asPostgres(program: string, args: string[]): void {
  const [command, ...all] = isRoot()
    ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', program]
    : [program]
  execFileSync(command!, [...all, ...args], { stdio: ['ignore', 'ignore', 'pipe'], cwd: tmpdir() })
}
