import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { NewCentre } from '../people/set-up.ts'
import { type Moment, plusMinutes } from '../time/days.ts'
import { onTo } from './pages.ts'
import type { Site } from './site.ts'

/** How long a link to the set-up may be used. */
const linkMinutes = 30
/** Digits and letters without I, L, O and U, which are taken for others: 20 of them are 100 bits. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLetters = 20
/** More at once would be somebody else's doing. */
const mostBegun = 20

/** What was filled in, waiting for the recovery key to be typed back. The key itself is not in it. */
export interface Begun {
  centre: NewCentre
  publicKey: string
}

/**
 * The set-up of an empty house. Everything about it lives in this process's memory until it is done, so that a restart
 * begins anew, with a new code. Of the code only a hash is held. Other machines on the same database know nothing of
 * it, and need not: an empty house is served on loopback alone, so whoever sets it up sits at the one machine that
 * printed the code; and only one set-up can be the first (src/people/set-up-routes.ts).
 */
export class SetUp {
  readonly data: string
  readonly keyFile: string
  readonly until: Moment
  readonly #hash: Buffer
  readonly #begun = new Map<string, Begun>()

  private constructor(places: { data: string; keyFile: string }, hash: Buffer, until: Moment) {
    this.data = places.data
    this.keyFile = places.keyFile
    this.until = until
    this.#hash = hash
  }

  /** A new one, with the code that opens it: to be printed once. */
  static open(places: { data: string; keyFile: string }, now: Moment): { setUp: SetUp; code: string } {
    const letters = [...randomBytes(codeLetters)].map((byte) => alphabet[byte & 31])
    const code = (letters.join('').match(/.{5}/g) ?? []).join('-')
    return { setUp: new SetUp(places, hashOf(code), plusMinutes(now, linkMinutes)), code }
  }

  isOver = (now: Moment): boolean => now >= this.until

  opensWith = (typed: string): boolean => timingSafeEqual(hashOf(typed), this.#hash)

  /** Keeps what somebody filled in; `browser` is who they are. */
  begin(browser: string, begun: Begun): void {
    this.#begun.delete(browser)
    const oldest = this.#begun.keys().next().value
    if (this.#begun.size >= mostBegun && oldest !== undefined) this.#begun.delete(oldest)
    this.#begun.set(browser, begun)
  }

  begunBy = (browser: string): Begun | undefined => this.#begun.get(browser)

  end(): void {
    this.#begun.clear()
  }
}

/** However it was typed: in small letters, without hyphens, O for 0. */
function hashOf(code: string): Buffer {
  const letters = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return createHash('sha256').update(letters).digest()
}

/** While nothing is set up every page leads to the set-up. */
export const setUpFirst: MiddlewareHandler<Site> = async (c, next) => {
  const open = ['/set-up', '/set-up/recovery-key', '/language'].includes(c.req.path)
  if (open || !c.var.house.setUp || (await c.var.store.settings())) return next()
  return onTo(c, '/set-up')
}
