import { randomBytes, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import type { Place } from '../people/passkeys.ts'
import { plusMinutes } from '../time/days.ts'
import { derived } from './derived.ts'
import { ownOrigin } from './origin.ts'
import type { Ask } from './site.ts'
import { tokenFor } from './token.ts'

/*
 * What a passkey signs. Nothing is kept when a page with a challenge is shown, so that no GET leaves anything behind and
 * nobody can crowd out other people's by asking for many: a challenge carries its own time, and a seal over that, its
 * purpose and the token of the browser that was shown it. Only those that were used are remembered, by all machines
 * together, until their time is over anyway.
 */
export type Purpose = 'sign-in' | 'confirm' | 'enrol'

const validMinutes = 5
const timeBytes = 6
const openBytes = timeBytes + 16

const sealOf = (c: Ask, purpose: Purpose, open: Buffer): Buffer =>
  derived(c.var.house.store, 'challenge', purpose, tokenFor(c), open.toString('hex'))

/** A new challenge for this browser, good for 5 minutes and once. */
export function newChallenge(c: Ask, purpose: Purpose): Uint8Array<ArrayBuffer> {
  const time = Buffer.alloc(timeBytes)
  time.writeUIntBE(Date.parse(c.var.here.now), 0, timeBytes)
  const open = Buffer.concat([time, randomBytes(openBytes - timeBytes)])
  return new Uint8Array([...open, ...sealOf(c, purpose, open)])
}

/** A check of the challenge that a passkey signed, which uses it up when the signature was right. */
export interface ChallengeCheck {
  isOurs(signed: string): boolean
  /** whether nobody used it before, here or on another machine; not within a change, which may be decided twice */
  spend(): Promise<boolean>
}

export function challengeCheck(c: Ask, purpose: Purpose): ChallengeCheck {
  const now = c.var.here.now
  let last = ''
  return {
    isOurs(signed) {
      const bytes = Buffer.from(signed, 'base64url')
      const [open, seal] = [bytes.subarray(0, openBytes), bytes.subarray(openBytes)]
      last = bytes.toString('base64url')
      if (bytes.length !== openBytes + 32) return false
      const age = Date.parse(now) - open.readUIntBE(0, timeBytes)
      return age >= 0 && age < validMinutes * 60_000 && timingSafeEqual(seal, sealOf(c, purpose, open))
    },
    async spend() {
      const until = plusMinutes(now, validMinutes)
      return last !== '' && (await c.var.house.store.passing.count(`challenge ${last}`, until)) === 1
    },
  }
}

/** Where passkeys are good; undefined where the house has no name of its own, only a number (WebAuthn knows names). */
export function placeOf(c: Ask): Place | undefined {
  const origin = ownOrigin(c)
  const host = new URL(origin).hostname
  return isIP(host.replace(/^\[|\]$/g, '')) ? undefined : { host, origin }
}
