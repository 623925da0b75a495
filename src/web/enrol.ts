import { createHash } from 'node:crypto'
import type { Signature } from '../casefile/casefile.ts'
import { Reading } from '../form.ts'
import { totpAddress, totpSecretOf } from '../people/factors.ts'
import { recoveryCodeOf, withApp, withPasskey, withRecoveryCodes } from '../people/own-factors.ts'
import { newPasskeyOptions, passkeyIn } from '../people/passkeys.ts'
import type { Person } from '../people/person.ts'
import { done, type Result, refused } from '../result.ts'
import { challengeCheck, newChallenge, placeOf } from './challenge.ts'
import { derived } from './derived.ts'
import { deviceOf } from './device.ts'
import { type Qr, qrOf } from './qr.ts'
import type { Ask } from './site.ts'

/*
 * Setting up a second factor: the same after the first sign-in and in the own account. Secrets that a page shows are
 * worked out anew when its form comes back, so that nothing is kept before it was confirmed.
 */

const codes = 10
/** Letters of a passkey's name; without one it is called after the device. */
const mostOfName = 60

/** What a secret shown in this visit is made from; `before` is what it would take the place of. */
const seed = (c: Ask, what: string, person: Person, before = '', n = 0): Buffer =>
  derived(c.var.house.store, what, person.id, c.var.visit?.startedAt ?? '', before, n)

/** What `navigator.credentials.create` is asked; undefined where passkeys cannot be used. */
export async function passkeyOffer(c: Ask, person: Person): Promise<string | undefined> {
  const place = placeOf(c)
  return place && JSON.stringify(await newPasskeyOptions(person, place, newChallenge(c, 'enrol')))
}

/** The secret for a new authenticator app; another one once it was taken. */
const appSecret = (c: Ask, person: Person): string => totpSecretOf(seed(c, 'app', person, person.factors?.totp?.at))

export interface AppOffer {
  secret: string
  qr: Qr
}

export function appOffer(c: Ask, person: Person): AppOffer {
  const secret = appSecret(c, person)
  return { secret, qr: qrOf(totpAddress(secret, person.email)) }
}

export interface CodesOffer {
  codes: string[]
  /** tells, when the form comes back, whether these are the codes that its page showed */
  shown: string
}

/** New recovery codes; others once they were taken. They count from when somebody says that they have kept them. */
export function codesOffer(c: Ask, person: Person): CodesOffer {
  const before = person.factors?.recoveryCodes[0]?.hash
  const made = Array.from({ length: codes }, (_, n) => recoveryCodeOf(seed(c, 'recovery codes', person, before, n)))
  return { codes: made, shown: createHash('sha256').update(made.join(' ')).digest('base64url').slice(0, 16) }
}

type Rule = (person: Person, signature: Signature) => Result<Person>

/**
 * Rules for what comes back. That of a passkey uses its challenge up first: the rule itself does nothing but decide, as
 * it may be asked twice.
 */
export async function addPasskey(c: Ask, fields: URLSearchParams): Promise<Rule> {
  const form = new Reading(fields)
  const name = form.text('passkeyName', { most: mostOfName, optional: true }) || deviceOf(c.req.header('User-Agent'))
  const place = placeOf(c)
  const challenge = challengeCheck(c, 'enrol')
  const made = place && (await passkeyIn(fields.get('assertion') ?? '', place, challenge.isOurs))
  if (form.refusals.length > 0) return () => refused(...form.refusals)
  if (!made || !(await challenge.spend())) return () => refused({ reason: 'passkey-not-made' })
  return (person, { at }) => withPasskey(person, { ...made, name: name || '–', at })
}

/** A new name for a passkey. */
export function passkeyNameIn(fields: URLSearchParams): Result<string> {
  const form = new Reading(fields)
  return form.result(form.text('passkeyName', { most: mostOfName }))
}

export const addApp =
  (c: Ask, fields: URLSearchParams) =>
  (person: Person, { at }: Signature): Result<Person> =>
    withApp(person, appSecret(c, person), (fields.get('code') ?? '').slice(0, 20), at)

export const keepCodes =
  (c: Ask, fields: URLSearchParams) =>
  (person: Person): Result<Person> => {
    const offer = codesOffer(c, person)
    if (fields.get('shown') !== offer.shown) return refused({ reason: 'codes-changed' })
    if (fields.get('codesKept') !== 'yes') return refused({ reason: 'codes-not-kept', field: 'codesKept' })
    return done(withRecoveryCodes(person, offer.codes))
  }
