import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { ownFile } from '../../src/own-file.ts'

const beside = new URL('../../', import.meta.url).pathname
const own = ownFile('').pathname

/** What Node is told so that it runs a program of ours, as it was written or as `npm test` has compiled it. */
export const running = (program: string): string[] =>
  import.meta.url.endsWith('.ts') ? ['--import', 'tsx', beside + program] : [beside + program.replace(/ts$/, 'js')]

/** A program of ours as somebody starts it, with nothing of this machine's environment that would settle it. */
function spawned(program: string, args: string[], env: Record<string, string>): ChildProcess & { said: () => string } {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [...running(program), ...args], {
    cwd: own,
    env: { PATH, HOME, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  return Object.assign(child, { said: () => said })
}

/** What a program says and how it ends. One that does not end is killed. */
export async function ended(
  program: string,
  args: string[],
  env: Record<string, string>,
): Promise<{ said: string; code: number | null }> {
  const child = spawned(program, args, env)
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000)
  const [code] = await once(child, 'close')
  clearTimeout(timer)
  return { said: child.said(), code }
}

/** A program that serves: what it said so far, and the ways to stop it. */
export interface Serving {
  url: string
  pid: number
  said: () => string
  /** a line for it to read */
  tell(line: string): void
  /** asks it to stop, and waits until it did */
  stop(): Promise<void>
  /** ends it at once, in the middle of whatever it does */
  kill(): Promise<void>
}

/** Starts one; resolves when it is ready. */
export async function serving(program: string, args: string[], env: Record<string, string>): Promise<Serving> {
  const child = spawned(program, args, env)
  const over = once(child, 'close')
  while (child.exitCode === null && !/^ready \S+$/m.test(child.said())) await new Promise((go) => setTimeout(go, 20))
  // what is printed behind that line is on its way
  await new Promise((go) => setTimeout(go, 100))
  const url = /^ready (\S+)$/m.exec(child.said())?.[1]
  if (!url) throw new Error(`${program} did not serve: ${child.said()}`)
  return {
    url,
    pid: child.pid ?? 0,
    said: child.said,
    tell: (line) => void child.stdin?.write(`${line}\n`),
    async stop() {
      child.kill('SIGTERM')
      await over
    },
    async kill() {
      child.kill('SIGKILL')
      await over
    },
  }
}
