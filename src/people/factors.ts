import { createHash, timingSafeEqual } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Moment } from '../time/days.ts'
import type { Factors, Person } from './person.ts'

const seconds = 30
/** 160 bits, as RFC 4226 section 4 recommends. */
const secretBytes = 20

/** A secret of random bytes, at least 20 of them, in the letters that an authenticator app takes. */
export const totpSecretOf = (bytes: Uint8Array): string =>
  new Secret({ buffer: new Uint8Array(bytes).slice(0, secretBytes).buffer }).base32

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: 'Saegil', label, secret: Secret.fromBase32(secret), digits: 6, period: seconds })

/** What an authenticator app reads from a QR code; names the account, not the programme. */
export const totpAddress = (secret: string, email: string): string => totpOf(secret, email).toString()

/**
 * The step of 30 seconds that a code belongs to; one step early or late is let through (RFC 6238 section 5.2).
 * Undefined when it is wrong, or when that step or a later one was used already.
 */
export function totpStepOf(code: string, secret: string, now: Moment, lastStep = 0): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const timestamp = Date.parse(now)
  const delta = totpOf(secret).validate({ token: code, timestamp, window: 1 })
  const step = delta === null ? undefined : Math.floor(timestamp / 1000 / seconds) + delta
  return step !== undefined && step > lastStep ? step : undefined
}

/** Letters and digits only, so that spaces, hyphens and small letters do not matter. */
const folded = (code: string): string => code.replace(/[^a-z0-9]/gi, '').toUpperCase()

export const hashOfRecoveryCode = (code: string): string =>
  createHash('sha256').update(folded(code)).digest('base64url')

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/**
 * The factors after a code was used: from the authenticator app, or one of the recovery codes. Each is good once.
 * Undefined when the code is neither.
 */
export function afterCode({ factors }: Person, typed: string, now: Moment): Factors | undefined {
  if (!factors) return undefined
  const code = typed.trim()
  const { totp, recoveryCodes } = factors
  const step = totp && totpStepOf(code.replace(/\s/g, ''), totp.secret, now, totp.lastStep)
  if (totp && step) return { ...factors, totp: { ...totp, lastStep: step } }
  const hash = hashOfRecoveryCode(code)
  const used = recoveryCodes.find((one) => !one.usedAt && isSame(one.hash, hash))
  if (!used) return undefined
  return { ...factors, recoveryCodes: recoveryCodes.map((one) => (one === used ? { ...one, usedAt: now } : one)) }
}

/** Whether somebody has set up a second factor at all. */
export const hasFactor = ({ factors }: Person): boolean =>
  factors !== undefined && (factors.passkeys.length > 0 || factors.totp !== undefined)

/** Whether somebody is through with setting up: a second factor, and recovery codes for the day when it is lost. */
export const isSetUp = (person: Person): boolean =>
  hasFactor(person) && (person.factors?.recoveryCodes ?? []).length > 0

/** Recovery codes that are still good. */
export const codesLeft = ({ factors }: Person): number =>
  (factors?.recoveryCodes ?? []).filter(({ usedAt }) => usedAt === undefined).length
