import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { wallClock } from '../../src/time/clock.ts'
import { dayOf, mondayOf } from '../../src/time/days.ts'
import type { Asking } from './load.ts'
import type { Pools } from './pools.ts'
import { type Running, running } from './running.ts'

/* Data folders, and the server on one of them. */

const own = new URL('../../', import.meta.url).pathname

/** A program of this folder, with room for many cases; what it says is shown. */
async function told(program: string, ...args: (string | number)[]): Promise<void> {
  const options = ['--max-old-space-size=12288', '--import', 'tsx', join(own, 'bench/site', program)]
  const child = spawn(process.execPath, [...options, ...args.map(String)], { cwd: own, stdio: ['ignore', 2, 2] })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${program} failed`)
}

/** The data folder of so many cases, as it was made this week by this seed; made now if there is none. */
export async function dataFolder(cases: number, { folder, seed }: { folder: string; seed: number }): Promise<string> {
  const made = join(folder, `cases-${cases}-seed-${seed}-week-${mondayOf(dayOf(wallClock.now()))}`)
  mkdirSync(folder, { recursive: true })
  if (!existsSync(made)) {
    process.stderr.write(`making ${cases} cases in ${made}\n`)
    await told('fill.ts', cases, seed, made)
  }
  return made
}

export async function pooled(copy: string, size: number): Promise<Pools> {
  await told('pools.ts', copy, size, `${copy}/pools.json`)
  return JSON.parse(readFileSync(`${copy}/pools.json`, 'utf8'))
}

/** What `npm start` gives node, once it is built. */
const command: string[] = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'))
  .scripts.start.split(' ')
  .slice(1)

/** As `npm start` starts it, with further options for node. */
export const started = (copy: string, node: string[] = []): Promise<Running> =>
  running([...node, ...command, '--data', `${copy}/store`, '--port', '0'], {
    KEY_FILE: `${copy}/key/store.key`,
    CHECKPOINTS: `${copy}/checkpoints`,
  })

/** Bytes over the wire of one answer with its headers. */
export function sizeOf({ url }: Running, asking: Asking): Promise<number> {
  const { path, body, ...how } = asking.next(0)
  return new Promise((resolve, reject) => {
    const sent = request(url + path, { ...how, agent: false }, (answer) => {
      const { socket } = answer
      answer.resume().once('end', () => resolve(socket.bytesRead))
    })
    sent.once('error', reject).end(body)
  })
}
