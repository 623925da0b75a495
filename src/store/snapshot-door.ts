import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { knock } from './lock.ts'
import { StoreRefusal } from './refusal.ts'
import type { Snapshot } from './snapshot.ts'

/*
 * How a backup, a process of its own, gets a snapshot from the house that is serving: through the socket that is its
 * lock. Both prove that they hold the master key, and neither says it. The snapshot lasts as long as the connection.
 *
 *   asks   { nonce }                 house  { nonce, proof }
 *   asks   { proof }                 house  { folder, log } or { refused }
 */

/** Whoever knocks must have proved themselves in so many milliseconds, and in so many bytes. */
const patience = 10_000
const longest = 1_024

const proofOf = (master: Uint8Array, who: 'house' | 'asks', nonces: string[]): string => {
  const key = new Uint8Array(hkdfSync('sha256', master, '', 'saegil snapshot', 32))
  return createHmac('sha256', key)
    .update(JSON.stringify([who, ...nonces]))
    .digest('base64url')
}
const isProof = (given: unknown, right: string): boolean =>
  typeof given === 'string' && given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right))
const newNonce = () => randomBytes(32).toString('base64url')

/** The house's side: whom the lock lets in. One snapshot at a time; it is gone when its connection is. */
export class SnapshotDoor {
  readonly #master: Uint8Array
  readonly #take: () => Promise<Snapshot>
  #busy: Promise<void> | undefined

  constructor(master: Uint8Array, take: () => Promise<Snapshot>) {
    this.#master = master
    this.#take = take
  }

  admit(socket: Socket): void {
    socket.unref()
    void this.#serve(socket)
      .catch(() => {})
      .finally(() => socket.destroy())
  }

  /** When it resolves, no snapshot is left; connections must be closed by then or closing. */
  async settled(): Promise<void> {
    await this.#busy
  }

  async #serve(socket: Socket): Promise<void> {
    const late = setTimeout(() => socket.destroy(), patience).unref()
    const lines = linesFrom(socket, longest)
    const asked = await lines()
    const nonce = newNonce()
    const nonces = [String(asked.nonce), nonce]
    say(socket, { nonce, proof: proofOf(this.#master, 'house', nonces) })
    const { proof } = await lines()
    if (!isProof(proof, proofOf(this.#master, 'asks', nonces))) return
    clearTimeout(late)
    if (this.#busy) return say(socket, { refused: 'Another backup is being made. Wait until it is done.' })
    this.#busy = this.#give(socket).finally(() => {
      this.#busy = undefined
    })
    await this.#busy
  }

  async #give(socket: Socket): Promise<void> {
    const over = new Promise<void>((done) => socket.once('close', () => done()))
    const snapshot = await this.#take().catch((failure: Error) => failure)
    if (snapshot instanceof Error) return say(socket, { refused: `No snapshot could be taken: ${snapshot.message}` })
    try {
      say(socket, snapshot)
      if (!socket.destroyed) await over
    } finally {
      await rm(snapshot.folder, { recursive: true, force: true })
    }
  }
}

/** A snapshot that somebody else holds for us. */
export interface Lent extends Snapshot {
  end(): Promise<void>
}

/** Asks the house that serves a folder for a snapshot; undefined when none does. */
export async function askForSnapshot(dir: string, master: Uint8Array): Promise<Lent | undefined> {
  const socket = await knock(dir)
  if (!socket) return undefined
  try {
    const lines = linesFrom(socket)
    const nonce = newNonce()
    say(socket, { nonce })
    const answer = await lines()
    const nonces = [nonce, String(answer.nonce)]
    if (!isProof(answer.proof, proofOf(master, 'house', nonces))) throw new Error('it holds another key')
    say(socket, { proof: proofOf(master, 'asks', nonces) })
    const given = await lines()
    if (typeof given.refused === 'string') throw new Error(given.refused)
    const end = async () => {
      if (!socket.closed) await Promise.all([once(socket, 'close'), socket.end()])
    }
    return { ...(given as unknown as Snapshot), end }
  } catch (failure) {
    socket.destroy()
    const message = `The Saegil that runs on ${dir} gave no snapshot (${(failure as Error).message}).`
    throw new StoreRefusal('no-snapshot', message, failure)
  }
}

const say = (socket: Socket, what: object): void => void socket.write(`${JSON.stringify(what)}\n`)

/** Reads one object after another from a connection; throws when it is closed. */
function linesFrom(socket: Socket, most = Number.POSITIVE_INFINITY): () => Promise<Record<string, unknown>> {
  const reading = createInterface({ input: socket })
  const lines = reading[Symbol.asyncIterator]()
  socket.once('close', () => reading.close())
  socket.on('data', () => {
    if (socket.bytesRead > most) socket.destroy()
  })
  return async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error('it closed the connection')
    return JSON.parse(value)
  }
}
