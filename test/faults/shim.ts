import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/*
 * The disk that fails when it is told to (cut.c), and programs that run on it: compiled into a folder of the test's.
 */

const own = new URL('../../', import.meta.url).pathname
const compiler = ['cc', 'gcc', 'clang'].find((name) => spawnSync(name, ['--version']).status === 0)

/** Why no call can be made to fail here; undefined where it can. */
export const noShim = (): string | undefined =>
  process.platform !== 'linux'
    ? 'the shim is for Linux'
    : compiler
      ? undefined
      : 'there is no C compiler (apt-get install gcc)'

/** Compiles the shim into a folder, and answers its path. */
export function compiledShim(folder: string): string {
  const path = join(folder, 'cut.so')
  execFileSync(compiler!, ['-shared', '-fPIC', '-O2', '-o', path, `${own}test/faults/cut.c`, '-ldl'])
  return path
}

/** One file of a program of ours, so that it starts in a fifth of the time. It finds what lies beside the sources. */
export function bundled(program: string, folder: string): string {
  const path = join(folder, `${program.replaceAll('/', '-')}.mjs`)
  const at = JSON.stringify(`file://${own}src/server.ts`)
  execFileSync(`${own}node_modules/.bin/esbuild`, [
    ...[`${own}${program}`, '--bundle', '--platform=node', '--format=esm', '--target=node20', '--log-level=error'],
    ...[`--outfile=${path}`, `--define:import.meta.url=${at}`],
    `--banner:js=import { createRequire as requireOf } from 'node:module'; const require = requireOf(${at});`,
  ])
  return path
}

/** About so many of the calls, counted from 1, spread over all of them and over their kinds; all, where fewer are there. */
export function someOf(calls: number, most: number): number[] {
  const prime = 7919
  const all = Array.from({ length: calls }, (_, at) => 1 + ((at * prime) % calls))
  return all.slice(0, Math.ceil(most)).sort((one, other) => one - other)
}

export interface Fault {
  /** the call that fails, counted from 1; 0: none */
  at: number
  /** a power cut, an end of the process alone, EIO, ENOSPC */
  how: 'c' | 'k' | 'e' | 's'
  forGood?: boolean
}

/** The two sides' common ground: which call is to fail, and what was called. */
export class Control {
  readonly #file: string
  readonly #told: string

  constructor(folder: string, name: string) {
    this.#file = join(folder, `${name}.control`)
    this.#told = join(folder, `${name}.told`)
    if (!existsSync(this.#file)) this.set({ at: 0, how: 'e' })
  }

  /** The surroundings of a process whose calls under `dir` are counted. */
  env(shim: string, dir: string): Record<string, string> {
    return {
      ...{ LD_PRELOAD: shim, CUT_DIR: dir, CUT_CONTROL: this.#file, CUT_TOLD: this.#told },
      // calls that go past libc would not be seen
      UV_USE_IO_URING: '0',
    }
  }

  /** Begins to count anew. */
  set({ at, how, forGood = false }: Fault): void {
    const numbers = Buffer.alloc(16)
    numbers.writeUInt32LE(at, 0)
    numbers.writeUInt32LE(how.charCodeAt(0), 4)
    numbers.writeUInt32LE(forGood ? 1 : 0, 8)
    writeFileSync(this.#told, '')
    if (!existsSync(this.#file)) writeFileSync(this.#file, numbers)
    // in place: the other side has it in its memory
    const file = openSync(this.#file, 'r+')
    writeSync(file, numbers, 0, 16, 0)
    closeSync(file)
  }

  /** How many calls were counted. */
  count(): number {
    const numbers = Buffer.alloc(16)
    const file = openSync(this.#file, 'r')
    readSync(file, numbers, 0, 16, 0)
    closeSync(file)
    return numbers.readUInt32LE(12)
  }

  /** What was called, in order: `fsync /folder/file`, with a `!` before it where it failed. */
  calls(): string[] {
    return readFileSync(this.#told, 'utf8').split('\n').slice(0, -1)
  }

  remove(): void {
    for (const path of [this.#file, this.#told]) rmSync(path, { force: true })
  }
}
