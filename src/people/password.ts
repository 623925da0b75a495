import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import type { PasswordHash } from './person.ts'

/** OWASP's least for scrypt: N = 2^17, r = 8, p = 1, which takes 128 MiB each. */
const strength = { cost: 2 ** 17, blockSize: 8, parallel: 1 }
/** More at once would starve file writes: they share Node's thread pool (20 at once held a stat for 18 s). */
const atOnce = 2
const mostWaiting = 20

export class TooBusy extends Error {}

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) throw new TooBusy('too many passwords are being checked')
    await new Promise<void>((go) => waiting.push(go))
  }
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}

function derive(password: string, salt: Buffer, { cost, blockSize, parallel }: typeof strength): Promise<Buffer> {
  const options = { N: cost, r: blockSize, p: parallel, maxmem: 256 * cost * blockSize }
  return inTurn(
    () =>
      new Promise((resolve, reject) =>
        scrypt(password.normalize('NFC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key))),
      ),
  )
}

/** A new hash of a password; `cost` is lowered only for invented people, never for a real account. */
export async function hashOf(password: string, cost: number = strength.cost): Promise<PasswordHash> {
  const salt = randomBytes(16)
  const chosen = { ...strength, cost }
  const hash = await derive(password, salt, chosen)
  return { scheme: 'scrypt', ...chosen, salt: salt.toString('base64url'), hash: hash.toString('base64url') }
}

const nobody = { ...strength, salt: randomBytes(16).toString('base64url'), hash: randomBytes(32).toString('base64url') }

/**
 * Whether a password fits. For an unknown person (no hash) it works as long and says no, so that the time tells
 * nothing about who has an account. Throws TooBusy when too many are waiting.
 */
export async function fits(password: string, kept: PasswordHash | undefined): Promise<boolean> {
  const { salt, hash, ...parameters } = kept ?? nobody
  const derived = await derive(password, Buffer.from(salt, 'base64url'), parameters)
  return timingSafeEqual(derived, Buffer.from(hash, 'base64url')) && kept !== undefined
}
