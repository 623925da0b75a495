import { done, type Result, refused } from '../result.ts'
import type { Moment } from '../time/days.ts'
import { hasFactor, hashOfRecoveryCode, totpStepOf } from './factors.ts'
import type { Factors, Passkey, Person } from './person.ts'

/* What people do with their own second factors. */

const factorsOf = ({ factors }: Person): Factors => factors ?? { passkeys: [], recoveryCodes: [] }

export function withPasskey(person: Person, passkey: Passkey): Result<Person> {
  const factors = factorsOf(person)
  if (factors.passkeys.some(({ id }) => id === passkey.id)) return refused({ reason: 'passkey-known' })
  return done({ ...person, factors: { ...factors, passkeys: [...factors.passkeys, passkey] } })
}

export function renamedPasskey(person: Person, id: string, name: string): Result<Person> {
  const factors = factorsOf(person)
  if (!factors.passkeys.some((one) => one.id === id)) return refused({ reason: 'changed-meanwhile' })
  const passkeys = factors.passkeys.map((one) => (one.id === id ? { ...one, name } : one))
  return done({ ...person, factors: { ...factors, passkeys } })
}

/** Takes a passkey away; never the last factor, since without one nobody gets in. */
export function withoutPasskey(person: Person, id: string): Result<Person> {
  const factors = factorsOf(person)
  const left = { ...factors, passkeys: factors.passkeys.filter((one) => one.id !== id) }
  if (left.passkeys.length === factors.passkeys.length) return refused({ reason: 'changed-meanwhile' })
  if (!hasFactor({ ...person, factors: left })) return refused({ reason: 'last-factor' })
  return done({ ...person, factors: left })
}

/** The authenticator app, once it has shown that it knows the secret; in place of an earlier one. */
export function withApp(person: Person, secret: string, code: string, now: Moment): Result<Person> {
  const step = totpStepOf(code.replace(/\s/g, ''), secret, now)
  if (step === undefined) return refused({ reason: 'code-wrong', field: 'code' })
  return done({ ...person, factors: { ...factorsOf(person), totp: { secret, at: now, lastStep: step } } })
}

/** New recovery codes in place of all earlier ones. */
export const withRecoveryCodes = (person: Person, codes: string[]): Person => ({
  ...person,
  factors: { ...factorsOf(person), recoveryCodes: codes.map((code) => ({ hash: hashOfRecoveryCode(code) })) },
})

/** No signs that are read for one another: 0 and O, 1 and I. 32 of them, so that a byte chooses one evenly. */
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** `K7QW-2MNP-XR4D`: 60 bits of what it is made from. */
export const recoveryCodeOf = (bytes: Uint8Array): string =>
  [0, 4, 8].map((from) => [...bytes.slice(from, from + 4)].map((byte) => signs[byte & 31]).join('')).join('-')
