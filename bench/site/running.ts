import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'

/** A server in a process of its own, and what the machine tells of it. Linux only. */
export interface Running {
  url: string
  pid: number
  /** milliseconds from its start until it answered */
  readyAfter: number
  /** milliseconds of processor time so far */
  cpu(): number
  /** bytes in memory, now and at most */
  memory(): { now: number; peak: number }
  stop(): Promise<void>
}

/** One tick of /proc/PID/stat in milliseconds: Linux shows 100 a second to every program. */
const tick = 10

/** Starts a program that prints `ready URL`. */
export async function running(args: string[], env: Record<string, string> = {}): Promise<Running> {
  const { PATH = '', HOME = '' } = process.env
  const began = performance.now()
  const child = spawn(process.execPath, args, { env: { PATH, HOME, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  // nothing is left running when the measuring ends early
  process.once('exit', () => child.kill('SIGKILL'))
  const url = await ready(child)
  const readyAfter = performance.now() - began
  const proc = (file: string) => readFileSync(`/proc/${child.pid}/${file}`, 'utf8')
  const kilobytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(proc('status'))?.[1]) * 1024
  return {
    ...{ url, readyAfter, pid: child.pid ?? 0 },
    cpu() {
      const [user, system] = proc('stat').split(') ')[1]?.split(' ').slice(11, 13).map(Number) ?? []
      return ((user ?? 0) + (system ?? 0)) * tick
    },
    memory: () => ({ now: kilobytes('VmRSS'), peak: kilobytes('VmHWM') }),
    async stop() {
      const over = once(child, 'exit')
      child.kill('SIGTERM')
      await over
    },
  }
}

function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const url = /^ready (\S+)$/m.exec(said)?.[1]
      if (url) resolve(url)
    })
    child.once('exit', () => reject(new Error(`it did not serve: ${said}`)))
  })
}
