import { stat, unlink } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeOf } from './disk.ts'
import { StoreRefusal } from './refusal.ts'

/**
 * One process per data folder. The lock is a socket named after the folder's device and inode: the kernel takes it
 * back when the process ends, however it ends, and nothing is written. It does not reach across machines, nor across
 * containers that have networks of their own: do not share a folder between those.
 */
export async function lock(dir: string): Promise<() => Promise<void>> {
  const { dev, ino } = await stat(dir, { bigint: true })
  const server = await listen(addressOf(`saegil-${dev}-${ino}`)).catch((failure) => {
    if (codeOf(failure) !== 'EADDRINUSE') throw failure
    const message = `Another Saegil is running on ${dir}. Stop it first, or give this one another folder with --data.`
    throw new StoreRefusal('in-use', message)
  })
  return () => new Promise((done) => server.close(() => done()))
}

function addressOf(name: string): string {
  // Linux: a name without a file
  if (process.platform === 'linux') return `\0${name}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

async function listen(address: string): Promise<Server> {
  try {
    return await bound(address)
  } catch (failure) {
    // elsewhere a killed process leaves the file of its socket behind: if nobody answers there, it is stale
    if (!address.startsWith('/') || codeOf(failure) !== 'EADDRINUSE' || (await answers(address))) throw failure
    await unlink(address)
    return bound(address)
  }
}

const bound = (address: string): Promise<Server> =>
  new Promise((done, fail) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', fail)
    server.listen(address, () => done(server.unref()))
  })

const answers = (address: string): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(address, () => done(true))
    socket.once('error', () => done(false)).once('close', () => socket.destroy())
  })
