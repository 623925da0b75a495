import { randomBytes, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import type { Place } from '../people/passkeys.ts'
import { derived } from './derived.ts'
import { ownOrigin } from './origin.ts'
import type { Ask } from './site.ts'
import { tokenFor } from './token.ts'

/*
 * What a passkey signs. Nothing is kept when a page with a challenge is shown, so that no GET leaves anything behind and
 * nobody can crowd out other people's by asking for many: a challenge carries its own time, and a seal over that, its
 * purpose and the token of the browser that was shown it. Only those that were used are remembered, until their time is
 * over anyway. A restart voids them all.
 */
export type Purpose = 'sign-in' | 'confirm' | 'enrol'

const validFor = 5 * 60_000
const timeBytes = 6
const openBytes = timeBytes + 16
/** used challenges, and when their time is over */
const spent = new Map<string, number>()

const sealOf = (c: Ask, purpose: Purpose, open: Buffer): Buffer =>
  derived('challenge', purpose, tokenFor(c), open.toString('hex'))

/** A new challenge for this browser, good for 5 minutes and once. */
export function newChallenge(c: Ask, purpose: Purpose): Uint8Array<ArrayBuffer> {
  const time = Buffer.alloc(timeBytes)
  time.writeUIntBE(Date.parse(c.var.here.now), 0, timeBytes)
  const open = Buffer.concat([time, randomBytes(openBytes - timeBytes)])
  return new Uint8Array([...open, ...sealOf(c, purpose, open)])
}

/** Checks the challenge that a passkey signed, and uses it up when the signature was right. */
export function challengeCheck(c: Ask, purpose: Purpose): { isOurs: (signed: string) => boolean; spend: () => void } {
  const now = Date.parse(c.var.here.now)
  let last = ''
  return {
    isOurs(signed) {
      const bytes = Buffer.from(signed, 'base64url')
      const [open, seal] = [bytes.subarray(0, openBytes), bytes.subarray(openBytes)]
      last = bytes.toString('base64url')
      if (bytes.length !== openBytes + 32 || spent.has(last)) return false
      const age = now - open.readUIntBE(0, timeBytes)
      return age >= 0 && age < validFor && timingSafeEqual(seal, sealOf(c, purpose, open))
    },
    spend() {
      for (const [challenge, until] of spent) if (until <= now) spent.delete(challenge)
      spent.set(last, now + validFor)
    },
  }
}

/** Where passkeys are good; undefined where the house has no name of its own, only a number (WebAuthn knows names). */
export function placeOf(c: Ask): Place | undefined {
  const origin = ownOrigin(c)
  const host = new URL(origin).hostname
  return isIP(host.replace(/^\[|\]$/g, '')) ? undefined : { host, origin }
}
