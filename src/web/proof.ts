import { afterCode } from '../people/factors.ts'
import { counterAfter, type Place, passkeyIdIn, passkeyOptions } from '../people/passkeys.ts'
import type { Person } from '../people/person.ts'
import { done, type Result, refused } from '../result.ts'
import type { Reader } from '../store/store.ts'
import { type ChallengeCheck, challengeCheck, newChallenge, type Purpose, placeOf } from './challenge.ts'
import { inTurn } from './guess.ts'
import type { Ask } from './site.ts'

/** What `navigator.credentials.get` is asked: for any passkey, or for one of this person. Undefined where there are none. */
export async function passkeyRequest(c: Ask, purpose: Purpose, person?: Person): Promise<string | undefined> {
  const place = placeOf(c)
  if (!place || person?.factors?.passkeys.length === 0) return undefined
  return JSON.stringify(await passkeyOptions(place, newChallenge(c, purpose), person))
}

/** A code of the authenticator app or a recovery code; used up in the same change that finds it right. */
export function withCode(c: Ask, { id }: Person, fields: URLSearchParams): Promise<Result<Person>> {
  const code = (fields.get('code') ?? '').slice(0, 100)
  return inTurn(c, { what: 'code', account: id, field: 'code' }, () =>
    c.var.store.change(async (view) => {
      const person = await view.person(id)
      const factors = person && !person.ended && afterCode(person, code, c.var.here.now)
      if (!person || !factors) return refused({ reason: 'code-wrong', field: 'code' })
      view.savePerson({ ...person, factors })
      return done({ ...person, factors })
    }),
  )
}

/**
 * Whoever owns the passkey that signed this browser's challenge; `owner`, if it must be theirs. The challenge is used up
 * as soon as the signature was found right, on all machines; the counter in the change that looks at it once more.
 */
export function withPasskey(
  c: Ask,
  purpose: Purpose,
  fields: URLSearchParams,
  owner?: Person,
): Promise<Result<Person>> {
  const text = fields.get('assertion') ?? ''
  const place = placeOf(c)
  const challenge = challengeCheck(c, purpose)
  const signedIn = (from: Reader) => place && signerIn(from, text, place, challenge, owner)
  return inTurn(c, { what: 'passkey' }, async () => {
    if (!(await signedIn(c.var.store)) || !(await challenge.spend())) return refused({ reason: 'passkey-wrong' })
    return c.var.store.change(async (view) => {
      const found = await signedIn(view)
      if (!found) return refused({ reason: 'passkey-wrong' })
      const { person, factors, passkey, counter } = found
      const used = { ...passkey, counter, usedAt: c.var.here.now }
      const passkeys = factors.passkeys.map((one) => (one === passkey ? used : one))
      view.savePerson({ ...person, factors: { ...factors, passkeys } })
      return done(person)
    })
  })
}

/** Whose passkey signed, and its counter after that; undefined when the signature is not right. */
async function signerIn(from: Reader, text: string, place: Place, { isOurs }: ChallengeCheck, owner?: Person) {
  const usedId = passkeyIdIn(text)
  const owners = (await from.people()).filter((one) => !one.ended && (!owner || one.id === owner.id))
  const person = owners.find(({ factors }) => factors?.passkeys.some(({ id }) => id === usedId))
  const passkey = person?.factors?.passkeys.find(({ id }) => id === usedId)
  if (!person?.factors || !passkey) return undefined
  const counter = await counterAfter(text, passkey, person.id, place, isOurs)
  return counter === undefined ? undefined : { person, factors: person.factors, passkey, counter }
}
