import { stat, unlink } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeOf } from './disk.ts'
import { StoreRefusal } from './refusal.ts'

export interface Lock {
  /** Who knocks from now on is let in; until then, and without this, they are turned away. */
  meet(visitor: (socket: Socket) => void): void
  release(): Promise<void>
}

/**
 * One process per data folder. The lock is a socket named after the folder's device and inode: the kernel takes it
 * back when the process ends, however it ends, and nothing is written. It does not reach across machines, nor across
 * containers that have networks of their own: do not share a folder between those.
 */
export async function lock(dir: string): Promise<Lock> {
  let meet = (socket: Socket): void => void socket.destroy()
  const inside = new Set<Socket>()
  const admit = (socket: Socket) => {
    inside.add(socket)
    socket.once('close', () => inside.delete(socket)).on('error', () => socket.destroy())
    meet(socket)
  }
  const server = await listen(await addressOf(dir), admit).catch((failure) => {
    if (codeOf(failure) !== 'EADDRINUSE') throw failure
    const message = `Another Saegil is running on ${dir}. Stop it first, or give this one another folder with --data.`
    throw new StoreRefusal('in-use', message)
  })
  return {
    meet(visitor) {
      meet = visitor
    },
    release() {
      for (const socket of inside) socket.destroy()
      return new Promise((done) => server.close(() => done()))
    },
  }
}

/** A way to the process that has the folder; undefined when none has. */
export async function knock(dir: string): Promise<Socket | undefined> {
  const address = await addressOf(dir)
  return new Promise((done, fail) => {
    const socket = connect(address, () => done(socket))
    socket.once('error', (failure) => {
      if (['ECONNREFUSED', 'ENOENT'].includes(codeOf(failure) ?? '')) done(undefined)
      else fail(failure)
    })
  })
}

async function addressOf(dir: string): Promise<string> {
  const { dev, ino } = await stat(dir, { bigint: true })
  const name = `saegil-${dev}-${ino}`
  // Linux: a name without a file
  if (process.platform === 'linux') return `\0${name}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

async function listen(address: string, admit: (socket: Socket) => void): Promise<Server> {
  try {
    return await bound(address, admit)
  } catch (failure) {
    // elsewhere a killed process leaves the file of its socket behind: if nobody answers there, it is stale
    if (!address.startsWith('/') || codeOf(failure) !== 'EADDRINUSE' || (await answers(address))) throw failure
    await unlink(address)
    return bound(address, admit)
  }
}

const bound = (address: string, admit: (socket: Socket) => void): Promise<Server> =>
  new Promise((done, fail) => {
    const server = createServer(admit)
    server.once('error', fail)
    server.listen(address, () => done(server.unref()))
  })

const answers = (address: string): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(address, () => done(true))
    socket.once('error', () => done(false)).once('close', () => socket.destroy())
  })
