import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

const own = new URL('../../', import.meta.url).pathname

/** A program of ours as somebody starts it, with nothing of this machine's environment that would settle it. */
function spawned(program: string, args: string[], env: Record<string, string>): ChildProcess & { said: () => string } {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', own + program, ...args], {
    cwd: own,
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
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

/** A program that serves: its lines once it is ready, and a way to stop it. */
export async function serving(
  program: string,
  args: string[],
  env: Record<string, string>,
): Promise<{ url: string; said: () => string; stop(): Promise<void> }> {
  const child = spawned(program, args, env)
  const over = once(child, 'close')
  while (child.exitCode === null && !/^ready \S+$/m.test(child.said())) await new Promise((go) => setTimeout(go, 20))
  // what is printed behind that line is on its way
  await new Promise((go) => setTimeout(go, 100))
  const url = /^ready (\S+)$/m.exec(child.said())?.[1]
  if (!url) throw new Error(`${program} did not serve: ${child.said()}`)
  return {
    url,
    said: child.said,
    async stop() {
      child.kill('SIGTERM')
      await over
    },
  }
}
